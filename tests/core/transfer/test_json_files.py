"""JSON from elsewhere may hold what no text can: it is replaced before anything is said of it."""

import json
from pathlib import Path

from outreach_app.database import Database
from outreach_app.transfer.refused_rows import write_refused
from tests.core.transfer.test_meetings import GOOD, bring_in


def test_halves_of_characters_are_replaced_in_what_is_said_of_a_row(
    database: Database, tmp_path: Path
) -> None:
    bad = GOOD | {"status": "\ud800", "subject_fr": "a\udfffb"}
    content = {"format": "outreach-meetings", "version": 1, "meetings": [bad]}
    file = tmp_path / "a.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    report = bring_in(database, file)
    for suffix in ("json", "csv"):
        write_refused(tmp_path / f"refused.{suffix}", report.failed)
    assert "".join(problem.message for problem in report.failed[0].problems).encode()
