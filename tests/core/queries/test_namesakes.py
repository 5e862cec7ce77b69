"""Who else a request about a person may concern."""

from outreach_app.database import Database
from outreach_app.queries.namesakes import list_namesakes
from tests import makers


def test_a_record_in_the_other_script_is_shown_whatever_its_article(database: Database) -> None:
    body = makers.write_partner(database)
    named = {"phone": None}
    latin = makers.write_person(
        database, body, **named, name_ar=None, name_fr="Abd-er-Rahmane Souiri"
    )
    arabic = makers.write_person(
        database, body, **named, name_ar="عبد الرحمان السويري", name_fr=None
    )
    for one, twin in ((latin, arabic), (arabic, latin)):
        with database.read() as session:
            assert [row.uid for row in list_namesakes(session, one)] == [twin]


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
