"""Headquarters finds its precincts too, the best match first."""

from collections.abc import Callable

import pytest
from sqlalchemy import event, select

from outreach_app.actors import Actor
from outreach_app.models import Office
from outreach_app.queries.found_rows import FoundRow
from outreach_app.queries.search_results import search_headquarters
from outreach_app.startup import OpenOffice
from tests import makers
from tests.registry import add_precinct, precinct_draft

_PRECINCTS = (
    (("النخيل", "Annakhil"), "14"),
    (("النخيل الشمالية", "Annakhil Nord"), "4"),
    (("المعاريف", "Maârif"), "40"),
    (("باب النخيل", "Bab Annakhil"), "7"),
)


@pytest.fixture
def found(headquarters: OpenOffice) -> Callable[[str], list[FoundRow]]:
    with headquarters.database.write(Actor.PROGRAM) as session:
        for names, number in _PRECINCTS:
            add_precinct(session, precinct_draft(names, number), "r")

    def search(query: str) -> list[FoundRow]:
        with headquarters.database.read() as session:
            return list(search_headquarters(session, query).rows)

    return search


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("annakhil", ["14", "4", "7"]),  # exact, then prefix, then anywhere
        ("النخيل", ["14", "4", "7"]),
        ("nakhil nord", ["4"]),
        ("maarif", ["40"]),
        ("4", ["4", "40"]),
        ("14", ["14"]),
        ("annakhil casa", ["14", "4", "7"]),
        ("7 casablanca", ["7"]),
        ("annakhil rabat", []),
        ("  ", []),
    ],
)
def test_a_precinct_is_found_by_name_number_and_city_and_the_one_meant_stands_first(
    found: Callable[[str], list[FoundRow]], query: str, numbers: list[str]
) -> None:
    rows = found(query)
    assert [row.reference for row in rows] == numbers
    assert {row.kind for row in rows} <= {"office"}


def test_meetings_of_two_precincts_that_are_called_alike_are_told_apart_by_their_names(
    headquarters: OpenOffice, found: Callable[[str], list[FoundRow]]
) -> None:
    with headquarters.database.read() as session:
        statement = select(Office.uid).where(Office.name_fr.in_(("Annakhil", "Maârif")))
        offices = session.scalars(statement).all()
    for office in offices:
        makers.write_meeting_of(headquarters.database, office, subject_fr="Abords des écoles")
    rows = [row for row in found("abords") if row.kind == "meeting"]
    assert {row.precinct for row in rows} == {"النخيل", "المعاريف"}


def test_the_precincts_of_what_is_found_are_read_at_once(
    headquarters: OpenOffice, found: Callable[[str], list[FoundRow]]
) -> None:
    def read_for(meetings: int) -> int:
        with headquarters.database.read() as session:
            offices = session.scalars(select(Office.uid).where(Office.number.in_(("4", "7", "40"))))
            for office in offices.all()[:meetings]:
                makers.write_meeting_of(headquarters.database, office, subject_fr="Abords")
        statements: list[str] = []
        engine = headquarters.database.engine
        note = lambda *call: statements.append(call[2])  # noqa: E731
        event.listen(engine, "before_cursor_execute", note)
        try:
            assert len({row.precinct for row in found("abords")} - {""}) == meetings
        finally:
            event.remove(engine, "before_cursor_execute", note)
        return len([statement for statement in statements if "FROM offices" in statement])

    assert read_for(1) == read_for(3)


def test_precincts_of_a_large_city_leave_room_for_meetings(
    headquarters: OpenOffice, found: Callable[[str], list[FoundRow]]
) -> None:
    with headquarters.database.write(Actor.PROGRAM) as session:
        for number in range(100, 150):
            names = (f"الحي {number}", f"Quartier {number}")
            add_precinct(session, precinct_draft(names, str(number)), "r")
    makers.write_meeting(headquarters.database, subject_fr="Casablanca", subject_ar=None)
    kinds = [row.kind for row in found("casablanca")]
    assert kinds.index("meeting") == 10
