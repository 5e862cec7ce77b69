"""The checks of a store: to the end of a long journal, and word for word in the index."""

import re
import secrets
from contextlib import closing

import pytest
from sqlalchemy import text

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import StoreFailed
from outreach_app.integrity import check_store
from outreach_app.search import index
from outreach_app.search.index import Document, Found, FoundKind
from outreach_app.services.partners import register_partner
from outreach_app.store_problems import StoreProblem
from tests import makers
from tests.servers import ON_A_FILE

PAGE, SALT = 4096, 16  # bytes
NAMES = {"store", "schema", "rows", "access", "accounts", "eliminations"}
NAMES |= {"chain", "fold", "states", "totals", "search"}
NUMBER = re.compile(r"\d+")


def test_a_long_journal_is_checked_to_its_end(database: Database) -> None:
    with database.write(Actor.CHIEF) as session:
        for number in range(1100):
            register_partner(session, makers.partner_draft(name_ar=f"جمعية {number}"))
    checks = {check.name: check for check in check_store(database)}
    assert all(check.is_sound for check in checks.values())
    assert checks["fold"].detail == "1101"


def test_a_document_that_says_something_else_is_told(database: Database) -> None:
    partner = makers.write_partner(database, name_ar=None, name_fr="Association Lalla")
    makers.write_person(database, partner)
    makers.write_meeting(database)
    checks = {check.name: check for check in check_store(database)}
    assert checks["search"].detail == "3"
    with database.write(Actor.PROGRAM) as session:
        found = Found(FoundKind.PARTNER, 1)
        index.put(session, [Document(found, "former words", "Association Lalla")])
        index.remove(session, [Found(FoundKind.MEETING, 1)])
        index.put(session, [Document(Found(FoundKind.PERSON, 7), "", "Nobody")])
        session.execute(text("UPDATE people SET capacity_fr = 'Présidente'"))
    checks = {check.name: check for check in check_store(database)}
    assert checks["search"].detail == "meeting 1; partner 1; person 1; person 7"


@ON_A_FILE
@pytest.mark.parametrize("times", [25, pytest.param(2_000, marks=pytest.mark.long)])
def test_a_flipped_bit_anywhere_in_the_file_is_told_with_its_page(
    database: Database, times: int
) -> None:
    makers.write_meeting(database)
    database.checkpoint()
    size = database.path.stat().st_size
    for _time in range(times):
        at = secrets.randbelow(size)
        flipped = database.path.with_name("flipped.db")
        flipped.write_bytes(with_a_flipped_bit(database.path.read_bytes(), at))
        with closing(Database(flipped, database.key)) as damaged:
            checks = {check.name: check for check in check_store(damaged)}
        assert set(checks) == NAMES
        assert not checks["store"].is_sound, at
        # The first bytes are a part of the key of every page.
        page = at // PAGE + 1
        told = [1] if at < SALT else [page]
        assert [int(found) for found in NUMBER.findall(checks["store"].detail)][:1] == told


@ON_A_FILE
def test_a_file_cut_short_or_emptied_is_told(database: Database) -> None:
    makers.write_meeting(database)
    database.checkpoint()
    content = database.path.read_bytes()
    told = StoreFailed(StoreProblem.DAMAGED)
    for length in (0, 10, PAGE, secrets.randbelow(len(content)), len(content) - 1):
        cut = database.path.with_name("cut.db")
        cut.write_bytes(content[:length])
        with closing(Database(cut, database.key)) as damaged:
            checks = {check.name: check for check in check_store(damaged)}
        assert not all(check.is_sound for check in checks.values()), length
        if length == 0:
            assert {check.detail for check in checks.values()} == {told.message}


def with_a_flipped_bit(content: bytes, at: int) -> bytes:
    changed = bytearray(content)
    changed[at] ^= 1 << secrets.randbelow(8)
    return bytes(changed)
