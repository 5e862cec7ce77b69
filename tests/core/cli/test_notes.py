"""read-notes writes the format that import-meetings reads."""

from pathlib import Path

from outreach_app.database import Database
from tests import makers
from tests.core.cli.running import outreach


def test_a_note_is_read_and_imported(store: Path, database: Database, tmp_path: Path) -> None:
    makers.write_partner(database)
    file, made = tmp_path / "note.txt", tmp_path / "meetings.json"
    file.write_text(
        "Réunion du 14/10/2026 à 10h30\nPrésents : Association Annakhil, 14 personnes\n"
        "Points :\n- éclairage en panne\nEngagements :\n- l'arrondissement passera avant le 20/10\n"
        "Prochaine réunion : 11/11/2026\n",
        encoding="utf-8",
    )
    run = outreach("read-notes", file, "--store", store, "--json", "--ui-lang", "fr")
    meeting = run.json["meetings"][0]
    assert (meeting["held_on"], meeting["start"], meeting["headcount"]) == (
        "2026-10-14", "10:30", 14,
    )  # fmt: skip
    assert [(row["topic"], row["text"]) for row in meeting["points"]] == [
        ("tp.6.1", "éclairage en panne")
    ]
    assert [(row["owner"], row["due_on"]) for row in meeting["commitments"]] == [
        ("office", "2026-10-20")
    ]
    made.write_text(run.output, encoding="utf-8")
    report = outreach("import-meetings", made, "--store", store, "--json").json
    assert (report["created"], report["failed"]) == (2, 0)
    refused = tmp_path / "note.pdf"
    refused.write_bytes(b"%PDF-1.7")
    run = outreach("read-notes", refused, "--store", store, "--json", "--ui-lang", "fr")
    assert (run.code, run.json["error"]["code"]) == (1, "pdf")
