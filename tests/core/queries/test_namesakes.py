"""Who else a request about a person may concern."""

from outreach_app.database import Database
from outreach_app.queries.namesakes import list_namesakes
from tests import makers


def test_a_record_with_one_family_name_more_is_shown_from_both_sides(database: Database) -> None:
    body = makers.write_partner(database)
    named = {"phone": None, "name_ar": None}
    short = makers.write_person(database, body, **named, name_fr="Zoubir Qamhaoui")
    makers.write_person(database, body, **named, name_fr="Zoubir Tazi")
    longer = makers.write_person(
        database, body, phone=None, name_ar="الزبير القمحاوي التازروالتي", name_fr=None
    )
    for one, twin in ((short, longer), (longer, short)):
        with database.read() as session:
            assert [row.uid for row in list_namesakes(session, one)] == [twin]
