"""The whole register is exported as tables and imported again without loss."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook
from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import startup
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft, UnreadableFile
from outreach_app.events import Json
from outreach_app.models import JOURNALED, Meeting, Mention, Point
from outreach_app.models.base import snapshot
from outreach_app.progress import Progress
from outreach_app.queries.records import get_record
from outreach_app.rules.periods import Period
from outreach_app.services.claims import ClaimDraft, record_claim
from outreach_app.services.meetings import delete_meeting
from outreach_app.services.merging import tell_apart
from outreach_app.summaries.prose.circulation import LEVEL_FILE
from outreach_app.transfer.register.columns import noun_tables
from outreach_app.transfer.register.filling import fill_register, office_of
from outreach_app.transfer.register.reading import read_register
from outreach_app.transfer.register.words import COLUMN_WORDS, TABLE_WORDS
from outreach_app.transfer.register.writing import WORKBOOK, Written, write_register
from tests import makers
from tests.proposals import propose
from tests.readings import write_reading
from tests.reviews import clarify, write_question

Told = dict[str, dict[str, dict[str, Json]]]


@pytest.fixture
def register(database: Database) -> Database:
    """Return a store with records of every noun of a precinct, and received ones."""
    body = makers.write_partner(database)
    other = makers.write_partner(database, name_ar="جمعية أخرى", name_fr='=Autre; "x"\u00a0!')
    practice = makers.write_partner(
        database,
        name_ar=None,
        name_fr="Maître Salma Bennis",
        category="pt.liberal",
        type="pr.lawyer",
        phone="0661234567",
        note="Première ligne\nالسطر الثاني",
        is_named_after_person=True,
    )
    person = makers.write_person(database, body)
    twin = makers.write_partner(database, name_fr="Association An-nakhil")
    makers.write_meeting(database, attendances=((body, True), (practice, False)))
    gone = makers.write_meeting(database, held_on=date(2026, 9, 1), kinds_present=("as.residents",))
    write_reading(database, makers.rectify(database, makers.write_rumour(database)))
    makers.give_sheet(database, str(body), Period(date(2026, 10, 1), date(2026, 10, 31)))
    makers.merge(database, body, twin)
    with database.write(Actor.CHIEF) as session:
        tell_apart(session, body, other)
        record_claim(session, ClaimDraft("access", date(2026, 10, 1), about=person))
        meeting = get_record(session, Meeting, gone)
        add_mention(session, person, meeting)
        delete_meeting(session, gone, meeting.version)
        point = session.scalars(select(Point.uid).limit(1)).one()
        questioned = session.scalars(select(Meeting.uid).limit(1)).one()
    makers.write_reply(database, point)
    write_question(database, questioned)
    clarify(database, questioned)
    propose(database)
    return database


def add_mention(session: Session, erased: UUID, meeting: Meeting) -> None:
    place = {"text_record": str(meeting.uid), "field": "subject_fr", "seen": meeting.version}
    session.add(Mention(office_id=meeting.office_id, erased_record=str(erased), **place))


def written(database: Database, folder: Path) -> Written:
    with database.read() as session:
        return write_register(session, folder, Progress())


def told(database: Database) -> Told:
    """Return every record as event fields, with the state of a point."""
    with database.read() as session:
        return {
            model.__tablename__: {
                str(record.uid): snapshot(record)
                | {"deleted": record.is_deleted, "state": getattr(record, "state", None)}
                for record in session.scalars(select(model))
            }
            for model in JOURNALED
        }


def make_again(data: Path, folder: Path) -> None:
    register = read_register(data)
    startup.create_store(
        folder,
        makers.PASSPHRASE,
        office_of(register),
        lambda session: fill_register(session, register, Progress()),
    )


def edit(folder: Path, table: str, former: str, latter: str) -> None:
    file = folder / f"{table}.csv"
    text = file.read_text(encoding="utf-8-sig")
    assert former in text
    file.write_text(text.replace(former, latter), encoding="utf-8-sig")


def test_every_noun_and_column_has_words_in_the_dictionary() -> None:
    assert TABLE_WORDS.keys() == {table.name for table in noun_tables()}
    columns = {column.name for table in noun_tables() for column in table.columns}
    assert columns <= COLUMN_WORDS.keys()
    for table in noun_tables():
        assert len(table.headings) == len(set(table.headings))


@pytest.mark.parametrize("part", ["", WORKBOOK])
def test_what_went_out_comes_back_into_a_sound_store(
    register: Database, tmp_path: Path, part: str
) -> None:
    rows = written(register, tmp_path / "out").rows
    assert {table for table, count in rows.items() if not count} == {"catalogue_entries"}
    make_again(tmp_path / "out" / part, tmp_path / "again")
    expected = told(register)
    headquarters = next(
        uid for uid, row in expected["offices"].items() if row["role"] == "headquarters"
    )
    del expected["offices"][headquarters]
    for sent_again in ("replies", "reviews"):  # headquarters' own
        expected[sent_again].clear()
    with startup.opened(tmp_path / "again", makers.PASSPHRASE) as office:
        assert told(office.database) == expected
    assert all(row.is_sound for row in startup.check(tmp_path / "again", makers.PASSPHRASE))


def test_codes_and_links_are_told_in_both_languages(register: Database, tmp_path: Path) -> None:
    written(register, tmp_path)
    book = load_workbook(tmp_path / WORKBOOK)
    level = (tmp_path / LEVEL_FILE).read_text(encoding="utf-8").strip()
    assert level == "وثيقة محدودة التداول · Document à diffusion restreinte"
    assert {sheet.oddFooter.center.text for sheet in book} == {level}
    headings, *rows = book["attendances"].iter_rows(values_only=True)
    names = {row[headings.index("partner_fr")] for row in rows}
    assert names == {"Association Annakhil", "Maître Salma Bennis"}
    headings, first, *_ = book["meetings"].iter_rows(values_only=True)
    cells = dict(zip(headings, first, strict=True))
    assert (cells["status"], cells["status_ar"]) == ("held", "منعقد/منعقدة")
    assert (cells["channel_ar"], cells["channel_fr"]) == ("حضوري", "en présentiel")
    headings, *rows = book["points"].iter_rows(values_only=True)
    assert {row[headings.index("kind_fr")] for row in rows} == {"Préoccupation", "Demande"}
    headings, *rows = book["issues"].iter_rows(values_only=True)
    assert rows[0][headings.index("kind_ar")] == "ورقة موجهة إلى شريك"


def test_what_is_wrong_is_told_by_table_line_and_column(register: Database, tmp_path: Path) -> None:
    written(register, tmp_path / "out")
    edit(tmp_path / "out", "meetings", "14/10/2026;", "32/10/2026;")
    edit(tmp_path / "out", "partners", "pt.liberal", "zz.liberal")
    edit(tmp_path / "out", "points", "Plus de", "CIN AB123456")
    edit(tmp_path / "out", "people", "informed_how;", "remarque;")
    with pytest.raises(InvalidDraft) as refused:
        make_again(tmp_path / "out", tmp_path / "again")
    places = {(tuple(problem.field.split(".")), problem.code) for problem in refused.value.problems}
    assert {(table, field, code) for (table, _line, field), code in places} == {
        ("meetings", "held_on", "not_valid"),
        ("partners", "category", "not_valid"),
        ("points", "text", "identity_number"),
        ("people", "remarque", "unknown_column"),
    }
    assert not (tmp_path / "again").exists()


def test_a_record_that_is_not_there_is_not_made_up(register: Database, tmp_path: Path) -> None:
    written(register, tmp_path / "out")
    (tmp_path / "out" / "people.csv").unlink()
    with pytest.raises(InvalidDraft) as refused:
        read_register(tmp_path / "out")
    assert {problem.code for problem in refused.value.problems} == {"not_found"}


def test_a_folder_of_something_else_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "partners.csv").write_text("Nom\nAssociation Al Amal\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="export-data"):
        read_register(tmp_path)
