"""`check` reports whatever is wrong with a store."""

from pathlib import Path

import pytest
from sqlalchemy import text

from outreach_app import startup
from outreach_app.actors import Actor
from outreach_app.paths import STORE_FILE
from tests import makers
from tests.core.cli.running import outreach


def test_a_check_tells_a_damaged_store_and_its_pages(store: Path) -> None:
    content = bytearray((store / STORE_FILE).read_bytes())
    content[4096 * 7 + 5] ^= 1
    (store / STORE_FILE).write_bytes(content)
    run = outreach("check", "--store", store, "--json", "--ui-lang", "fr")
    assert (run.code, run.json["ok"]) == (1, False)
    [file] = [row for row in run.json["checks"] if row["name"] == "store"]
    assert file["detail"] == "pages endommagées\u00a0: \u20668\u2069"
    assert run.said == ""  # SQLCipher's own lines are useless
    assert (store / STORE_FILE).read_bytes() == bytes(content)


def test_a_check_answers_where_nothing_of_a_store_can_be_read(store: Path) -> None:
    _flip(store, 100)  # in the first page
    run = outreach("check", "--store", store, "--json")
    assert (run.code, run.json["ok"]) == (1, False)
    assert {row["name"] for row in run.json["checks"] if row["ok"]} == set()


@pytest.mark.parametrize("place", [3, 12])  # in the name of the key; in the checksum of that
def test_all_of_a_store_is_read_where_the_name_of_its_key_is_damaged(
    store: Path, place: int
) -> None:
    _flip(store, place)
    run = outreach("check", "--store", store, "--json")
    assert (run.code, run.json["ok"]) == (0, True)
    assert {row["name"] for row in run.json["checks"] if not row["ok"]} == set()


def _flip(store: Path, place: int) -> None:
    """Flip a bit of the file at this offset."""
    content = bytearray((store / STORE_FILE).read_bytes())
    content[place] ^= 1
    (store / STORE_FILE).write_bytes(content)


def test_a_check_says_what_to_do_about_an_altered_access_log(store: Path) -> None:
    with (
        startup.opened(store, makers.PASSPHRASE) as office,
        office.database.write(Actor.PROGRAM) as session,
    ):
        session.execute(text("DROP TRIGGER access_rows_keep_update"))
        session.execute(text("UPDATE access_rows SET act = 'seen' WHERE n = 1"))
    run = outreach("check", "--store", store, "--ui-lang", "fr")
    assert run.code == 1
    assert "À partir de la ligne \u20661\u2069, le journal des accès" in run.output
