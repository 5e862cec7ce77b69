"""Date the promises of imported remarks: their own day, else that of the remark."""

import json
from datetime import date
from pathlib import Path

from outreach_app.database import Database
from outreach_app.models import Commitment, Point
from outreach_app.models.sources import made_day
from outreach_app.rules.periods import Period
from outreach_app.summaries.period.facts import plan_period
from tests.core.transfer.test_communication_document import TODAY, bring_in, written

REMARK = {
    "text": "سرقة الهواتف",
    "topic": "tp.2.2",
    "received_on": "2026-08-31",
    "received_through": "rv.desk",
}
PROMISE = {"text": "دورية راجلة", "due_on": "2026-09-20"}


def test_a_promise_without_a_day_of_its_own_is_as_old_as_its_remark(
    database: Database, tmp_path: Path
) -> None:
    """Promised when it was imported, it would be late before it was made."""
    later = {"text": "أخرى", "reacted_on": "2026-09-04", "reaction": "out.answered"}
    typed = {"text": "ثالثة"}
    remarks = [
        REMARK | {"commitment": PROMISE},
        REMARK | later | {"commitment": PROMISE},
        REMARK | typed | {"commitment": PROMISE | {"made_on": "2026-09-07"}},
        REMARK | {"text": "رابعة", "reply": "سيتم ذلك"},
    ]
    file = tmp_path / "communication.json"
    whole = {"format": "outreach-communication", "version": 1, "remarks": remarks}
    file.write_text(json.dumps(whole), encoding="utf-8")
    assert bring_in(database, file).failed == []

    with database.read() as session:
        rows = session.query(Commitment).order_by(Commitment.id)
        assert [made_day(row).isoformat()[5:] for row in rows] == ["08-31", "09-04", "09-07"]
        replied = session.query(Point).filter_by(text="رابعة").one()
        assert replied.reacted_on is None
        period = Period(date(2026, 7, 1), date(2026, 9, 30))
        plan = plan_period(session, period, TODAY)
    figures = {row.code: row.now for row in plan.figures}
    assert (figures["commitments"], figures["overdue"]) == (3, 3)
    assert plan.signals.unanswered is None
    again = written(database, tmp_path / "again.json")["remarks"]
    assert [row["commitment"].get("made_on") for row in again if "commitment" in row] == [
        *(None, "2026-09-04", "2026-09-07")
    ]


def test_no_promise_is_older_than_its_remark(database: Database, tmp_path: Path) -> None:
    """Refuse the line, with the field that is wrong."""
    promise = PROMISE | {"made_on": "2026-08-30"}
    file = tmp_path / "communication.json"
    remarks = [REMARK | {"commitment": promise}]
    whole = {"format": "outreach-communication", "version": 1, "remarks": remarks}
    file.write_text(json.dumps(whole), encoding="utf-8")
    (failed,) = bring_in(database, file).failed
    assert [problem.field for problem in failed.problems] == ["commitment_made_on"]
