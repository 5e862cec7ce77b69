"""Sheets and programmes given out: every format, in each language."""

import json
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from outreach_app.database import Database
from outreach_app.documents.worker import DocumentWorker
from outreach_app.errors import NotAllowed
from outreach_app.hand_out_issuing import (
    issue_partner_sheet,
    issue_programme,
    months_back,
    write_hand_out,
)
from outreach_app.i18n import Language
from outreach_app.issuing import FORMATS
from outreach_app.progress import Progress
from outreach_app.rules.periods import Period
from tests import makers

TODAY = date(2026, 11, 10)


def test_a_sheet_is_written_in_every_format_and_language(
    database: Database, tmp_path: Path
) -> None:
    partner = makers.write_partner(database)
    makers.write_person(database, partner, name_fr="Prénom Repère")
    makers.write_meeting(database, attendances=((partner, True),))
    issued = issue_partner_sheet(database, str(partner), months_back(TODAY))
    with closing(DocumentWorker()) as worker:
        written = write_hand_out(issued, tuple(Language), FORMATS, tmp_path, worker, Progress())
    assert sorted(file.path.name for file in written) == [
        f"you-said-2026-11-10-{partner}-{language}.{format_}"
        for language in Language
        for format_ in ("json", "pdf", "txt")
    ]
    assert {file.pages for file in written} == {None, 1}
    stem = f"you-said-2026-11-10-{partner}"
    facts = json.loads((tmp_path / f"{stem}-fr.json").read_text(encoding="utf-8"))["facts"]
    said = {row["id"]: row["value"] for row in facts}
    assert (said["number"], said["sessions"], said["points"]) == ("11/2026", 1, 2)
    for file in written:
        if file.path.suffix != ".pdf":
            assert "Repère" not in file.path.read_text(encoding="utf-8")


def test_the_code_is_that_of_the_facts(database: Database) -> None:
    partner = makers.write_partner(database)
    makers.write_meeting(database, attendances=((partner, True),))
    codes = {
        issue_partner_sheet(database, str(partner), months_back(TODAY, months)).issue.code
        for months in (3, 3, 6)
    }
    assert len(codes) == 2


def test_a_programme_is_written_for_its_period(database: Database, tmp_path: Path) -> None:
    makers.write_meeting(database, status="planned", held_on=date(2026, 12, 2))
    december = Period(date(2026, 12, 1), date(2026, 12, 31))
    issued = issue_programme(database, december)
    with closing(DocumentWorker()) as worker:
        written = write_hand_out(
            issued, (Language.FRENCH,), ("pdf", "txt"), tmp_path, worker, Progress()
        )
    assert [file.pages for file in written] == [None, 1]
    text = (tmp_path / "programme-2026-12-01-2026-12-31-fr.txt").read_text(encoding="utf-8")
    assert "Mercredi 02/12/2026" in text


def test_three_months_back_end_on_the_day(database: Database) -> None:
    assert months_back(TODAY) == Period(date(2026, 8, 10), TODAY)
    partner = makers.write_partner(database)
    makers.write_meeting(database, attendances=((partner, True),), held_on=date(2026, 8, 9))
    with pytest.raises(NotAllowed):
        issue_partner_sheet(database, str(partner), months_back(TODAY))
