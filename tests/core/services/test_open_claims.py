"""A person's open request is answered, and not recorded a second time."""

from dataclasses import replace

import pytest

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft
from outreach_app.rules.claims import ClaimKind
from outreach_app.services.claims import ClaimDraft, record_claim
from tests import makers


def test_what_a_person_asked_already_is_not_recorded_again(database: Database) -> None:
    person = makers.write_person(database, makers.write_partner(database))
    asked = ClaimDraft(ClaimKind.ACCESS, clock.today(), about=person)
    with database.write(Actor.CHIEF) as session:
        record_claim(session, asked)
    with pytest.raises(InvalidDraft) as refused, database.write(Actor.CHIEF) as session:
        record_claim(session, asked)
    assert [problem.code for problem in refused.value.problems] == ["already_open"]
    with database.write(Actor.CHIEF) as session:
        record_claim(session, replace(asked, kind=ClaimKind.OBJECTION))
        record_claim(session, replace(asked, about=None))
