"""JSON from elsewhere may hold what no text can: it is replaced before anything is said of it."""

import json
from pathlib import Path

from outreach_app.database import Database
from outreach_app.transfer.refused_rows import write_refused
from tests.core.cli.running import outreach
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


def test_a_record_of_a_file_on_one_line_is_named_by_its_noun_and_number(
    store: Path, tmp_path: Path
) -> None:
    bad = GOOD | {"held_on": "32/13/2026"}
    meetings = [GOOD, bad | {"uid": "two"}, bad | {"uid": ""}]
    content = {"format": "outreach-meetings", "version": 1, "meetings": meetings}
    file = tmp_path / "meetings.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    common = ("--store", store, "--ui-lang", "fr")
    told = outreach("import-meetings", file, *common, "--dry-run").said
    assert "1 (Rencontre \u20662\u2069 · \u2066two\u2069)" in told
    assert "1 (Rencontre \u20663\u2069)" in told
    lists = {"rumours": [{"text": "Vrai", "heard_on": "2026-11-02"}, {"text": "Non"}]}
    lists["remarks"] = [{"text": "Bruit", "received_on": "2026-11-02", "topic": "tp.none"}]
    content = {"format": "outreach-communication", "version": 1} | lists
    file.write_text(json.dumps(content), encoding="utf-8")
    run = outreach("import-communication", file, *common, "--dry-run", "--json")
    places = [(row["line"], row["record"]) for row in run.json["problems"]]
    assert places == [(1, "Rumeur \u20662\u2069"), (1, "Remarque \u20661\u2069")]
