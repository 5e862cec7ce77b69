"""Those concerned are informed once of each result, after it was established."""

from dataclasses import replace
from datetime import date

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft
from outreach_app.services.findings import record_finding
from outreach_app.services.rumours import CarryingDraft, change_rumour, draft_of_rumour
from tests import makers
from tests.core.services.test_rumours import carry, read, refused


def test_those_concerned_are_informed_once_of_each_result(database: Database) -> None:
    uid = makers.write_rumour(database)
    with database.write(Actor.CHIEF) as session:
        record_finding(session, uid, makers.finding_draft(result="vr.true"))
    carry(database, uid)
    later = CarryingDraft(date(2026, 10, 21), "pc.x")
    assert refused(database, uid, later) == ["told_before"]
    late = makers.finding_draft(result="vr.true", found_on=date(2026, 10, 20))
    with pytest.raises(InvalidDraft) as caught, database.write(Actor.CHIEF) as session:
        record_finding(session, uid, late)
    assert caught.value.problems[0].code == "after_told"
    with database.write(Actor.CHIEF) as session:
        record_finding(session, uid, makers.finding_draft())
    row = read(database, uid)
    assert (row.state, row.back_on, row.is_told) == ("verified", None, False)
    makers.rectify(database, uid)
    carry(database, uid, later)
    assert read(database, uid).back_on == later.back_on


def test_a_rumour_is_not_said_to_be_heard_after_what_followed(database: Database) -> None:
    uid = makers.write_rumour(database)
    with database.write(Actor.CHIEF) as session:
        record_finding(session, uid, makers.finding_draft(result="vr.true"))
    carry(database, uid)
    with database.read() as session:
        draft = replace(draft_of_rumour(session, uid), heard_on=date(2026, 10, 17))
    with pytest.raises(InvalidDraft) as caught, database.write(Actor.CHIEF) as session:
        change_rumour(session, uid, draft)
    assert caught.value.problems[0].code == "after_followed"
