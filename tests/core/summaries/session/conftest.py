"""What the tests of sessions share."""

from datetime import date
from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.services.partners import register_partner
from tests import makers
from tests.core.summaries.session.recorded import on


@pytest.fixture
def partner(database: Database) -> UUID:
    with on(date(2026, 9, 1)), database.write(Actor.CHIEF) as session:
        return register_partner(session, makers.partner_draft()).uid
