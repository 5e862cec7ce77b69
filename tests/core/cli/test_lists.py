"""List commands: lines for people, in the language of the messages."""

from pathlib import Path

from outreach_app.database import Database
from tests import makers
from tests.core.cli.running import outreach
from tests.servers import ON_A_FILE


def test_lists_of_people_and_of_partners_are_logged_as_such(store: Path) -> None:
    """Some partners are practices that are named after a person."""
    for noun in ("people", "partners", "meetings"):
        outreach("list", noun, "--store", store)
    where = ("--where", "act=names_listed", "--json")
    listed = outreach("list", "access", *where, "--store", store).json
    assert listed["count"] == 2
    assert all(row["account_uid"] and row["role"] == "chief" for row in listed["rows"])


def test_a_list_of_meetings_or_what_they_left_is_logged_where_it_names_a_practice(
    store: Path, database: Database
) -> None:
    practice = makers.write_partner(
        database, name_fr="Cabinet Zerktouni", category="pt.liberal", is_named_after_person=True
    )
    makers.write_meeting(database, attendances=((practice, True),))
    database.close()
    nouns = ("meetings", "points", "commitments", "referrals")
    for noun in nouns:
        assert "Zerktouni" in outreach("list", noun, "--store", store, "--json").output
    where = ("--where", "act=names_listed", "--json")
    assert outreach("list", "access", *where, "--store", store).json["count"] == len(nouns)


@ON_A_FILE
def test_a_list_on_the_screen_names_partners_in_the_language_of_the_messages(
    store: Path, database: Database
) -> None:
    names = {"name_ar": "جمعية الأمل", "name_fr": "Association Al Amal"}
    makers.write_meeting(database, attendances=((makers.write_partner(database, **names), True),))
    makers.write_publication(database, channels=("pc.x", "pc.epress"))
    makers.write_partner(database, name_ar="جمعية\r\nأخرى\t\u202e")
    database.close()
    for language, shown, other in (("ar", *names.values()), ("fr", *reversed(names.values()))):
        line = outreach("list", "meetings", "--store", store, "--ui-lang", language).output
        assert shown in line
        assert other not in line
        assert "{" not in line
    assert outreach("list", "partners", "--store", store).output.count("\n") == 2
    where = ("--where", "channels=pc.x, pc.epress")
    assert "pc.x, pc.epress" in outreach("list", "publications", *where, "--store", store).output
