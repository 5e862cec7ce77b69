"""A number, a telephone or a day finds its records; without words, the latest records."""

from datetime import date

import pytest
from sqlalchemy import event, select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language, use
from outreach_app.models import Identity, Person
from outreach_app.queries.search_by_identifier import list_recent
from outreach_app.queries.search_results import search_everything
from outreach_app.services.people import PersonDraft, register_person
from tests import makers


@pytest.fixture
def filled(database: Database) -> Database:
    partner = makers.write_partner(database, name_ar="صيدلية الواحة", name_fr=None)
    with database.write(Actor.CHIEF) as session:
        register_person(session, PersonDraft(partner, "سلمى بناني", None, phone="+212 661-204587"))
    makers.write_meeting(
        database,
        subject_ar="أمن حي الزيتون",
        subject_fr="Sécurité nocturne",
        held_on=date(2026, 10, 12),
        attendances=((partner, True),),
    )
    return database


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("#1", "أمن حي الزيتون"),
        ("1/2026", "أمن حي الزيتون"),
        ("# ١", "أمن حي الزيتون"),
        ("12/10/2026", "أمن حي الزيتون"),
        ("06 61 20 45 87", "سلمى بناني"),
        ("+212 6 61 20 45 87", "سلمى بناني"),
        ("2045-87", "سلمى بناني"),
        ("٠٦٦١٢٠٤٥٨٧", "سلمى بناني"),
        ("06 61", "سلمى بناني"),
        ("0661", "سلمى بناني"),
        ("+212 661", "سلمى بناني"),
        ("05 22", "صيدلية الواحة"),
        ("zaytoun", "أمن حي الزيتون"),  # not a partner's name: only the subject has it
    ],
)
def test_what_is_typed_finds_it_first(filled: Database, query: str, title: str) -> None:
    with filled.read() as session:
        assert search_everything(session, query).rows[0].title == title


def test_a_person_whom_two_computers_named_has_one_row_and_the_number_that_is_shown(
    filled: Database,
) -> None:
    with filled.write(Actor.CHIEF) as session:
        person = session.scalars(select(Person)).one()
        named = {"name_fr": "Salma Bennani", "phone": "+212661204599"}
        session.add(Identity(office_id=person.office_id, person_id=person.id, **named))
    for query, titles in {
        "2045": ["Salma Bennani"],
        "06612045": ["Salma Bennani"],
        "0661204587": [],
        "204587": [],
    }.items():
        with filled.read() as session:
            rows = search_everything(session, query).rows
            assert [row.title for row in rows] == titles


def test_who_has_the_number_as_a_further_one_is_found_after_whose_own_it_is(
    filled: Database,
) -> None:
    partner = makers.write_partner(filled)
    draft = PersonDraft(partner, "كريم الزروالي", None, others="+212661204587")
    with filled.write(Actor.CHIEF) as session:
        register_person(session, draft)
    with filled.read() as session:
        found = [row.title for row in search_everything(session, "0661204587").rows]
    assert found == ["سلمى بناني", "كريم الزروالي"]


@pytest.mark.parametrize("query", ["#2", "1/2025", "13/10/2026", "0661204588", "204", "0523"])
def test_another_number_finds_nothing(filled: Database, query: str) -> None:
    with filled.read() as session:
        assert search_everything(session, query).rows == ()


def test_a_row_tells_a_record_from_its_likes(filled: Database) -> None:
    with filled.read() as session:
        rows = {row.kind: row for row in search_everything(session, "الواحة").rows}
    assert rows["partner"].day == rows["meeting"].day == date(2026, 10, 12)
    assert rows["meeting"].status == "held"
    assert rows["person"].phone == "+212661204587"


def test_the_words_shown_are_of_the_readers_language(filled: Database) -> None:
    shown = []
    for language in Language:
        use(language)
        with filled.read() as session:
            shown.append(search_everything(session, "zaytoun").rows[0].snippet)
    use(Language.ARABIC)
    arabic, french = shown
    assert arabic.startswith("أمن حي الزيتون")
    assert french.startswith("Sécurité nocturne")
    assert "أمن" not in french


def test_without_words_what_was_written_last_stands_first(filled: Database) -> None:
    makers.write_partner(filled, name_ar="ودادية التجار", name_fr=None)
    with filled.read() as session:
        rows = list_recent(session, 2)
    assert [row.title for row in rows] == ["ودادية التجار", "أمن حي الزيتون"]


def test_many_meetings_are_read_with_as_many_statements_as_one(filled: Database) -> None:
    count_statements(filled, "الزيتون")  # what is read once is read
    alone = count_statements(filled, "الزيتون")
    for day in range(13, 18):
        makers.write_meeting(filled, subject_ar="حي الزيتون", held_on=date(2026, 10, day))
    assert count_statements(filled, "الزيتون") == alone


def count_statements(database: Database, query: str) -> int:
    """Return how many statements a search takes."""
    statements: list[object] = []

    def note(*call: object) -> None:
        statements.append(call)

    event.listen(database.engine, "before_cursor_execute", note)
    with database.read() as session:
        assert search_everything(session, query).rows
    event.remove(database.engine, "before_cursor_execute", note)
    return len(statements)
