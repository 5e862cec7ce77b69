"""A national figure to which few precincts contributed is not published."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.issuing.national import prepare_national_summary
from outreach_app.models import Office
from outreach_app.queries.records import get_record
from outreach_app.rules.periods import Period
from outreach_app.samples.offices import invent_office
from tests import makers
from tests.core.issuing.test_national_beside_precincts import DUE_ON, hold

SUMMER = Period(date(2026, 7, 1), date(2026, 9, 30))


@pytest.mark.parametrize("held", [(7,), (6, 6, 6, 6), (6, 6, 6, 6, 6)])
def test_few_precincts_that_met_are_not_told(database: Database, held: Sequence[int]) -> None:
    """All of twelve reported; the quarter of an idle country is that of the few that met."""
    precincts = makers.consolidate(database, *(invent_office(place) for place in range(12)))
    with database.write(Actor.PROGRAM) as session:
        for uid, number in zip(precincts, held, strict=False):
            office = get_record(session, Office, uid).id
            for _each in range(number):
                hold(session, office, 8, 5)
    reports: dict[UUID, date] = dict.fromkeys(precincts, SUMMER.last)
    plan = prepare_national_summary(database, SUMMER, DUE_ON, reports, publishable=True).plan
    assert isinstance(plan.total.sessions, int) == (len(held) > 4)
