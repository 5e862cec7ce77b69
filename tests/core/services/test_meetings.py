"""Logging, changing, numbering, deleting meetings; the state of their points."""

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

import pytest

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import Conflict, InvalidDraft
from outreach_app.queries.commitments import list_commitments
from outreach_app.queries.meetings import list_meetings, meeting_number
from outreach_app.queries.points import list_points
from outreach_app.services import commitments, meetings, points
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.meeting_drafts import draft_of_meeting
from outreach_app.services.meetings import (
    MeetingDraft,
    change_meeting,
    change_meeting_status,
    check_meeting,
)
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from tests import makers


def codes(draft: MeetingDraft) -> dict[str, str]:
    return {problem.field: problem.code for problem in check_meeting(draft)}


def test_a_sound_meeting_has_no_problem() -> None:
    assert check_meeting(makers.meeting_draft()) == []


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"women": 15}, "women", "more_women"),
        ({"headcount": None, "women": 6}, "women", "women_of_nobody"),
        ({"headcount": None, "beneficiaries": 5, "women": 6}, "women", "more_women"),
        ({"headcount": -1, "women": None}, "headcount", "negative"),
        ({"headcount": 100_001, "women": None}, "headcount", "too_many"),
        ({"kind": "mt.unknown"}, "kind", "unknown_code"),
        ({"channel": "as.women"}, "channel", "unknown_code"),
        ({"status": "cancelled"}, "status_reason", "reason_required"),
        ({"ends_at": time(9, 0)}, "ends_at", "ends_before_start"),
        ({"kinds_present": ("pt.media",)}, "kinds_present", "unknown_code"),
        (
            {"kind": "mt.awareness", "last_on": clock.today() + timedelta(days=9)},
            "last_on",
            "in_future",
        ),
        (
            {"headcount": 0, "women": None, "attendances": ((UUID(int=1), True),)},
            "headcount",
            "nobody_counted",
        ),
        (
            {
                "headcount": 1,
                "women": None,
                "attendances": ((UUID(int=1), True), (UUID(int=2), True)),
            },
            "headcount",
            "fewer_people",
        ),
        ({"assessment": "x" * 1_000_000}, "assessment", "too_long"),
        (
            {"assessment": "CIN BE123456", "assessment_language": "fr"},
            "assessment",
            "identity_number",
        ),
    ],
)
def test_each_rule_names_its_field(changes: dict[str, object], field: str, code: str) -> None:
    assert codes(makers.meeting_draft(**changes))[field] == code


def test_problems_inside_name_the_place_of_the_row() -> None:
    draft = makers.meeting_draft(
        points=(PointDraft("concern", "tp.6.1"), PointDraft("gossip", "tp.99")),
        commitments=(
            CommitmentDraft("text", "fr", "office", status="cst.overdue"),
            CommitmentDraft("text", "fr", "office", status="cst.dropped", point=7),
        ),
        referrals=(),
    )
    assert codes(draft) == {
        "points.2.kind": "unknown_code",
        "points.2.topic": "unknown_code",
        "commitments.1.status": "unknown_code",
        "commitments.2.status_reason": "reason_required",
        "commitments.2.point": "no_such_point",
    }


def test_what_follows_a_meeting_does_not_come_before_it() -> None:
    before = date(2026, 10, 13)
    commitment = CommitmentDraft("text", "fr", "office", due_on=before, status_on=before)
    referral = ReferralDraft("rf.commune", "tp.6.1", sent_on=before, answered_on=before)
    draft = makers.meeting_draft(
        held_on=date(2026, 10, 14), commitments=(commitment,), referrals=(referral,)
    )
    assert codes(draft) == dict.fromkeys(
        (
            "commitments.1.due_on",
            "commitments.1.status_on",
            "referrals.1.sent_on",
            "referrals.1.answered_on",
        ),
        "before_raised",
    )


def test_an_offence_keeps_its_topic_only() -> None:
    offence = PointDraft("concern", "tp.3.1", "details", "fr", reaction="out.oriented")
    assert codes(makers.meeting_draft(points=(offence,), commitments=(), referrals=())) == {
        "points.1.text": "offence_text"
    }


def test_sensitive_words_need_a_reason() -> None:
    words = PointDraft("concern", "tp.9.2", "ملتمس حول الانتماء النقابي للأعضاء", "ar")
    draft = makers.meeting_draft(points=(words,), commitments=(), referrals=())
    assert codes(draft) == {"points.1.text": "sensitive"}
    kept = makers.meeting_draft(
        points=(words,), commitments=(), referrals=(), sensitive_reason="body met as a body"
    )
    assert codes(kept) == {}


def test_an_invalid_meeting_writes_nothing(database: Database) -> None:
    with pytest.raises(InvalidDraft):
        makers.write_meeting(database, women=99)
    with database.read() as session:
        assert list_meetings(session) == []


def test_numbers_follow_the_order_of_holding_and_the_year(database: Database) -> None:
    makers.write_meeting(database, status="planned", held_on=date(2026, 12, 1))
    makers.write_meeting(database, held_on=date(2026, 3, 1))
    makers.write_meeting(database, held_on=date(2025, 3, 1))
    makers.write_meeting(database, held_on=date(2026, 1, 1))
    with database.read() as session:
        numbers = {row.held_on: row.number for row in list_meetings(session)}
    assert numbers == {
        date(2026, 12, 1): "",
        date(2026, 3, 1): "01/2026",
        date(2025, 3, 1): "01/2025",
        date(2026, 1, 1): "02/2026",
    }


def test_a_deleted_meeting_keeps_its_number_and_comes_back_whole(database: Database) -> None:
    uid = makers.write_meeting(database)
    with database.write(Actor.CHIEF) as session:
        meetings.delete_meeting(session, uid, makers.the_meeting(session).version)
    with database.read() as session:
        assert list_meetings(session) == []
        assert list_points(session) == []
    makers.write_meeting(database)
    with database.write(Actor.CHIEF) as session:
        meetings.restore_meeting(session, uid)
    with database.read() as session:
        assert sorted(row.number for row in list_meetings(session)) == ["01/2026", "02/2026"]
        assert len(list_points(session)) == 4


def test_a_stale_draft_overwrites_nothing(database: Database) -> None:
    uid = makers.write_meeting(database)
    with database.read() as session:
        version = makers.the_meeting(session).version
    with database.write(Actor.CHIEF) as session:
        meetings.change_meeting(session, uid, makers.meeting_draft(version=version, women=1))
    with pytest.raises(Conflict), database.write(Actor.CHIEF) as session:
        meetings.change_meeting(session, uid, makers.meeting_draft(version=version, women=2))
    with database.read() as session:
        assert makers.the_meeting(session).women == 1


def test_what_follows_a_point_gives_its_state(database: Database) -> None:
    makers.write_meeting(
        database,
        points=(
            PointDraft("concern", "tp.6.1"),
            PointDraft("request", "tp.8.4"),
            PointDraft("question", "tp.8.2", reply="نعم", reply_language="ar"),
            PointDraft("thanks", "tp.8.1"),
            PointDraft("concern", "tp.1.1"),
        ),
    )
    with database.read() as session:
        states = [row.state for row in list_points(session)]
        assert states == ["referred", "committed", "answered", "closed", "received"]


def test_a_reaction_a_reply_and_closing_move_a_point_on(database: Database) -> None:
    makers.write_meeting(database, commitments=(), referrals=())
    seen = []
    for step in ("answer", "give", "close", "reopen"):
        with database.write(Actor.CHIEF) as session:
            point = makers.the_meeting(session).points[0]
            if step == "answer":
                points.answer_point(session, point.uid, point.version, "out.answered", None, "ar")
            elif step == "give":
                points.give_reply(
                    session, point.uid, point.version, date(2026, 10, 20), "الجمعية", "هاتفيا"
                )
            else:
                closed_on = date(2026, 10, 21) if step == "close" else None
                points.close_point(session, point.uid, point.version, closed_on)
            seen.append(point.state)
    assert seen == ["answered", "reply_given", "closed", "reply_given"]


def test_an_open_commitment_is_overdue_after_its_day(database: Database) -> None:
    makers.write_meeting(database)
    with database.read() as session:
        assert list_commitments(session, date(2026, 10, 30))[0].status == "cst.open"
        assert list_commitments(session, date(2026, 10, 31))[0].status == "cst.overdue"
    with database.write(Actor.CHIEF) as session:
        row = makers.the_meeting(session).commitments[0]
        commitments.keep_commitment(session, row.uid, row.version)
    with database.read() as session:
        assert list_commitments(session, date(2027, 1, 1))[0].status == "cst.done"


def test_a_shorter_log_deletes_what_it_no_longer_holds(database: Database) -> None:
    uid = makers.write_meeting(database)
    with database.write(Actor.CHIEF) as session:
        version = makers.the_meeting(session).version
        draft = makers.meeting_draft(
            version=version, points=(PointDraft("concern", "tp.1.1"),), commitments=(), referrals=()
        )
        meetings.change_meeting(session, uid, draft)
    with database.read() as session:
        assert [row.topic for row in list_points(session)] == ["tp.1.1"]
        assert list_commitments(session, date(2026, 1, 1)) == []
        assert meeting_number(makers.the_meeting(session)) == "01/2026"


def test_a_meeting_of_a_day_to_come_was_not_held_yet(database: Database) -> None:
    tomorrow = clock.today() + timedelta(days=1)
    uid = makers.write_meeting(database, status="planned", held_on=tomorrow)
    with database.read() as session:
        version = makers.the_meeting(session).version
    with pytest.raises(InvalidDraft) as caught, database.write(Actor.CHIEF) as session:
        meetings.change_meeting_status(session, uid, version, "held")
    assert [problem.code for problem in caught.value.problems] == ["not_yet_held"]
    with database.read() as session:
        assert makers.the_meeting(session).status == "planned"


@pytest.mark.parametrize("status", ["planned", "confirmed", "postponed", "cancelled"])
def test_a_session_that_was_held_stays_so(database: Database, status: str) -> None:
    uid = makers.write_meeting(database)
    with database.read() as session:
        read = draft_of_meeting(session, uid)
    draft = replace(read, status=status, status_reason="Pluie")
    with pytest.raises(InvalidDraft) as by_form, database.write(Actor.CHIEF) as session:
        change_meeting(session, uid, draft)
    with pytest.raises(InvalidDraft) as by_command, database.write(Actor.CHIEF) as session:
        change_meeting_status(session, uid, read.version or "", status, "Pluie")
    for refused in (by_form, by_command):
        assert [problem.code for problem in refused.value.problems] == ["was_held"]
