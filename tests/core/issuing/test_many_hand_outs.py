"""The sheets of several partners, written and recorded as one act."""

from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.documents.worker import DocumentWorker
from outreach_app.errors import NotFound
from outreach_app.i18n import Language
from outreach_app.issuing.files import FileFormat, FilesWanted
from outreach_app.issuing.many_hand_outs import (
    SheetsWritten,
    prepare_partner_sheets,
    write_partner_sheets,
)
from outreach_app.progress import Progress
from outreach_app.queries.access_rows import list_access
from outreach_app.queries.issues import list_issues
from tests import makers


def write(database: Database, folder: Path, *partners: UUID) -> SheetsWritten:
    wanted = FilesWanted(folder, (Language.FRENCH,), (FileFormat.TXT,))
    with closing(DocumentWorker()) as worker:
        return write_partner_sheets(database, partners, wanted, worker, Progress())


def test_each_partner_that_was_met_gets_a_number_and_a_row_in_the_log(
    database: Database, tmp_path: Path
) -> None:
    today = clock.today()
    met = [makers.write_partner(database, name_fr=f"Amicale {place}") for place in range(3)]
    for partner in met:
        makers.write_meeting(database, held_on=today, attendances=((partner, True),))
    unmet = makers.write_partner(database, name_fr="Jamais vue")

    made = write(database, tmp_path, *met, unmet)

    assert [(each.partner, each.code) for each in made.without] == [(unmet, "no_session")]
    texts = [file.path.read_text(encoding="utf-8") for file in made.files]
    for place, text in enumerate(texts, 1):
        assert f"D-0{place}/{clock.now().year}" in text
        assert f"amicale {place - 1}" in text
    with database.read() as session:
        issues = {row.number for row in list_issues(session)}
        log = [row for row in list_access(session) if row.verb == "write_documents"]
    assert issues == {f"D-0{place}/{clock.now().year}" for place in (1, 2, 3)}
    assert len(log) == len(made.files) == 3
    again = write(database, tmp_path, *met, unmet)
    assert all(file.replaced for file in again.files)  # the same editions, under their numbers


def test_nothing_is_written_where_a_partner_is_not_there(
    database: Database, tmp_path: Path
) -> None:
    partner = makers.write_partner(database)
    makers.write_meeting(database, held_on=clock.today(), attendances=((partner, True),))
    with pytest.raises(NotFound):
        write(database, tmp_path, partner, uuid4())
    assert not list(tmp_path.glob("dit-et-fait*"))
    assert not write(database, tmp_path, makers.write_partner(database)).files


def test_files_are_named_by_partner_day_and_number_and_after_no_person(
    database: Database,
) -> None:
    today, year = clock.today(), clock.now().year
    named = {"name_fr": "Amicale « Él-Wahda » d’Anfa", "name_ar": "ودادية أَمل آنفا"}
    of_person = {"category": "pt.liberal", "type": "pr.vet", "is_named_after_person": True}
    met = [
        makers.write_partner(database, **named),
        makers.write_partner(database, **named),
        makers.write_partner(database, name_fr="Cabinet Repère", **of_person),
    ]
    for partner in met:
        makers.write_meeting(database, held_on=today, attendances=((partner, True),))
    sheets = prepare_partner_sheets(database, met, Progress()).documents
    assert [sheet.stem(Language.FRENCH) for sheet in sheets] == [
        f"dit-et-fait-Amicale-El-Wahda-d-Anfa-{today}-D-01-{year}",
        f"dit-et-fait-Amicale-El-Wahda-d-Anfa-{today}-D-02-{year}",
        f"dit-et-fait-cabinet-veterinaire-{today}-D-03-{year}",
    ]
    arabic = f"قلتم-وأنجزنا-ودادية-أمل-آنفا-{today}-D-01-{year}"
    assert sheets[0].stem(Language.ARABIC) == arabic
