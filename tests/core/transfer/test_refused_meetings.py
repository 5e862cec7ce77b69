"""Rows of a meetings file that the register refuses, each alone."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.models import Attendance
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.partners import list_partners
from tests.core.transfer.test_meetings import GOOD, bring_in, write


def test_what_an_absent_partner_says_stays_out_alone(database: Database, tmp_path: Path) -> None:
    absent = [{"name_fr": "Association Al Amal", "present": False}]
    point = {"kind": "concern", "topic": "tp.6.1", "language": "fr", "text": "A", "raised_by": 0}
    promise = {"text": "C", "language": "fr", "owner": "partner", "partner": 0}
    report = bring_in(
        database,
        write(
            tmp_path / "a.json",
            GOOD,
            GOOD | {"uid": "two", "partners": absent, "points": [point]},
            GOOD | {"uid": "three", "partners": absent, "commitments": [promise]},
            GOOD | {"uid": "four"},
        ),
    )
    assert report.created == 2
    assert [(row.line, row.problems[0].field) for row in report.failed] == [
        (11, "points.1.raised_by"),
        (32, "commitments.1.partner"),
    ]


def test_a_meeting_that_would_leave_the_year_of_its_number_stays_alone(
    database: Database, tmp_path: Path
) -> None:
    bring_in(database, write(tmp_path / "a.json", GOOD))
    moved = GOOD | {"held_on": "2025-10-14"}
    report = bring_in(database, write(tmp_path / "a.json", moved, GOOD | {"uid": "two"}))
    [failed] = report.failed
    assert (report.created, [row.code for row in failed.problems]) == (1, ["numbered_year"])
    with database.read() as session:
        assert {row.held_on.year for row in list_meetings(session)} == {2026}


def test_a_partner_named_twice_in_a_row_counts_once_and_was_present(
    database: Database, tmp_path: Path
) -> None:
    twice = [{"name_fr": "Association Al Amal"}, {"name_fr": "ASSOCIATION al amal"}]
    twice_over = [*twice[:1], twice[1] | {"present": False}]
    rows = (
        GOOD | {"bodies": 1, "partners": twice},
        GOOD | {"uid": "two", "bodies": 1, "partners": twice_over},
    )
    assert bring_in(database, write(tmp_path / "a.json", *rows)).failed == []
    with database.read() as session:
        assert len(list_partners(session)) == 1
        attendances = [row.is_present for row in session.scalars(select(Attendance))]
        assert attendances == [True, True]


def test_an_answer_after_today_is_refused(database: Database, tmp_path: Path) -> None:
    answered = (clock.today() + timedelta(days=2)).isoformat()
    referral = {"to": "rf.commune", "topic": "tp.6.1", "answered_on": answered}
    row = GOOD | {"referrals": [referral]}
    [failed] = bring_in(database, write(tmp_path / "a.json", row)).failed
    found = [(problem.field, problem.code) for problem in failed.problems]
    assert found == [("referrals.1.answered_on", "in_future")]


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        (
            {"status": "cancelled", "reason": "Pluie", "headcount": 14, "women": 6},
            "headcount women",
        ),
        ({"status": "planned", "points": [{"kind": "concern", "topic": "tp.6.1"}]}, "points"),
        ({"pupils": 3, "beneficiaries": 9}, "pupils beneficiaries"),
    ],
)
def test_a_row_has_nothing_that_its_meeting_cannot_have(
    database: Database, tmp_path: Path, changes: dict[str, object], fields: str
) -> None:
    report = bring_in(database, write(tmp_path / "a.json", GOOD | changes, GOOD | {"uid": "two"}))
    [failed] = report.failed
    assert (report.created, [row.field for row in failed.problems]) == (1, fields.split())


def test_a_session_that_was_held_is_not_cancelled_by_a_file(
    database: Database, tmp_path: Path
) -> None:
    bring_in(database, write(tmp_path / "a.json", GOOD))
    cancelled = GOOD | {"status": "cancelled", "reason": "Pluie"}
    report = bring_in(database, write(tmp_path / "a.json", cancelled, GOOD | {"uid": "two"}))
    [failed] = report.failed
    found = [(problem.field, problem.code) for problem in failed.problems]
    assert (report.created, found) == (1, [("status", "was_held")])
    assert "01/2026" in failed.problems[0].message
