"""Awareness actions: recorded in a few fields, listed, counted, and meetings like any other."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Meeting
from outreach_app.queries.awareness import (
    AwarenessFilter,
    Reached,
    count_awareness,
    list_awareness,
    list_awareness_by_id,
    list_awareness_ids,
)
from outreach_app.queries.meetings import list_meetings
from outreach_app.rules.periods import Period
from outreach_app.services.awareness import (
    AwarenessDraft,
    change_awareness,
    check_awareness,
    draft_of_awareness,
    record_awareness,
)
from outreach_app.services.meeting_drafts import draft_of_meeting
from outreach_app.services.meetings import check_meeting, delete_meeting
from outreach_app.transfer.meetings_file import read_meetings
from tests import makers
from tests.core.exchange.invariants import require_sound
from tests.core.exchange.network import Network, export, take

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
TALK = AwarenessDraft(
    date(2026, 10, 8),
    subject_ar="التحسيس بمخاطر الشغب",
    place_fr="Collège Annakhil",
    establishments=2,
    pupils=60,
    beneficiaries=75,
    associations=1,
)


def record(database: Database, draft: AwarenessDraft = TALK) -> Meeting:
    with database.write(Actor.CHIEF) as session:
        meeting = record_awareness(session, draft)
        session.expunge(meeting)
    return meeting


def test_an_action_is_a_meeting_that_was_held(database: Database) -> None:
    uid = record(database).uid
    makers.write_meeting(database)  # of no kind of awareness
    with database.read() as session:
        (row,) = list_awareness(session)
        assert (row.uid, row.kind, row.pupils, row.place.fr) == (
            uid,
            "mt.school",
            60,
            "Collège Annakhil",
        )
        assert {meeting.uid for meeting in list_meetings(session)} > {uid}
        assert draft_of_awareness(session, uid) == replace(TALK, version=row.version)


def test_what_else_its_meeting_holds_stays(database: Database) -> None:
    uid = makers.write_meeting(database, kind="mt.school")
    with database.write(Actor.CHIEF) as session:
        draft = draft_of_awareness(session, uid)
        points = draft_of_meeting(session, uid).points
        change_awareness(session, uid, replace(draft, pupils=30))
    with database.read() as session:
        changed = draft_of_meeting(session, uid)
        assert (changed.pupils, changed.points) == (30, points)
        assert changed.headcount == makers.meeting_draft().headcount


def test_actions_are_counted_by_whom_they_reached(database: Database) -> None:
    record(database)
    record(database, AwarenessDraft(date(2026, 10, 20), pupils=40, establishments=1))
    record(database, AwarenessDraft(date(2026, 11, 2), "mt.openday", beneficiaries=500))
    gone = record(database, AwarenessDraft(date(2026, 10, 21), beneficiaries=9))
    with database.write(Actor.CHIEF) as session:
        delete_meeting(session, gone.uid, gone.version)
    cases = (
        (AwarenessFilter(begun_in=OCTOBER), Reached(2, 3, 100, 115, 1, 2, 2, 2, 1)),
        (
            AwarenessFilter(kind="mt.openday"),
            Reached(1, 0, 0, 500, 0, 0, 0, 1, apart=500, apart_noted=1),
        ),
        (AwarenessFilter(text="الشغب"), Reached(1, 2, 60, 75, 1, 1, 1, 1, 1)),
        (AwarenessFilter(), Reached(3, 3, 100, 615, 1, 2, 2, 3, 1, 500, 1)),
    )
    with database.read() as session:
        for wanted, reached in cases:
            assert count_awareness(session, wanted) == reached
            ids = list_awareness_ids(session, wanted)
            assert len(list_awareness_by_id(session, ids)) == reached.actions


TO_COME = clock.today() + timedelta(days=2)  # past midnight too


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"held_on": None}, "held_on", "required"),
        ({"held_on": TO_COME}, "held_on", "not_yet_held"),
        ({"last_on": TO_COME}, "last_on", "in_future"),
        ({"last_on": date(2026, 10, 1)}, "last_on", "ends_before_start"),
        ({"kind": "mt.periodic"}, "kind", "unknown_code"),
        ({"pupils": -1}, "pupils", "negative"),
        ({"beneficiaries": 2_000_000}, "beneficiaries", "too_many"),
        ({"beneficiaries": 10}, "beneficiaries", "more_pupils"),
        ({"subject_fr": "CIN AB123456"}, "subject_fr", "identity_number"),
    ],
)
def test_an_action_is_refused_with_what_to_do(
    changes: dict[str, Any], field: str, code: str
) -> None:
    problems = check_awareness(replace(TALK, **changes))
    assert (field, code) in {(problem.field, problem.code) for problem in problems}


def test_an_action_goes_up_with_whom_it_reached(network: Network) -> None:
    record(network.chief)
    take(network.headquarters, export(network.chief))
    with network.headquarters.read() as session:
        (row,) = list_awareness(session)
        assert (row.establishments, row.pupils, row.beneficiaries) == (2, 60, 75)
    require_sound(network.headquarters)


def test_a_meetings_file_says_whom_an_action_reached(tmp_path: Path) -> None:
    file = tmp_path / "actions.csv"
    file.write_text(
        "kind,channel,held_on,last_on,establishments,pupils,beneficiaries,associations\n"
        "mt.school,ch.inperson,2026-10-08,2026-10-09,2,60,75,1\n",
        encoding="utf-8",
    )
    (entry,) = read_meetings(file)
    assert entry.draft is not None
    assert (entry.draft.pupils, entry.draft.last_on) == (60, date(2026, 10, 9))
    assert (entry.problems, entry.ignored) == ((), ())


def test_a_count_that_was_confirmed_is_not_asked_about_again(database: Database) -> None:
    uid = makers.write_meeting(database, headcount=5000, confirmed=(5000,))
    with database.read() as session:
        assert check_meeting(draft_of_meeting(session, uid)) == []
