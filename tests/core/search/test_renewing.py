"""An index of another version, or a wrong one, is rebuilt."""

import hashlib

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.integrity import check_store
from outreach_app.progress import Progress
from outreach_app.search import contents, index, upkeep
from outreach_app.search.index import Found, FoundKind
from outreach_app.startup import check, opened
from tests import makers
from tests.core.search.found import find
from tests.servers import ON_A_FILE


def names(database: Database, query: str) -> set[FoundKind]:
    with database.read() as session:
        return {hit.kind for hit in find(session, query)}


@ON_A_FILE
def test_an_index_of_other_lists_or_another_program_is_made_anew(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    partner = makers.write_partner(database, name_fr="Association Newer")
    makers.write_meeting(database, attendances=((partner, True),))
    database.close()
    monkeypatch.setattr(contents, "fingerprint", lambda: "other words")
    with opened(database.path.parent, makers.PASSPHRASE) as office:
        with office.database.read() as session:
            assert index.count_waiting(session) == 2
        upkeep.complete_index(office.database, Progress())
        assert names(office.database, "Newer") == {FoundKind.MEETING, FoundKind.PARTNER}
        assert all(row.is_sound for row in check_store(office.database))
    with opened(database.path.parent, makers.PASSPHRASE) as office, office.database.read() as again:
        assert index.is_complete(again)


@ON_A_FILE
def test_a_new_store_has_nothing_to_make_anew(database: Database) -> None:
    makers.write_partner(database)
    database.close()
    with opened(database.path.parent, makers.PASSPHRASE) as office, office.database.read() as read:
        assert index.is_complete(read)


def test_what_terms_are_made_of_a_document_is_of_this_form() -> None:
    names = "Association Annour\nجمعية النور"
    document = index.Document(
        Found(FoundKind.PARTNER, 1), "l'éclairage للاجتماعات ولعبد الدائم", names,
        places="حي السلام", withheld="Dr Benali",
    )  # fmt: skip
    terms = hashlib.sha256(repr(index.columns_of(document)).encode()).hexdigest()
    # If the terms differ, existing indexes are outdated: raise `contents.FORM`.
    assert (contents.FORM, terms[:16]) == (6, "41b4530b78e6a0b1")


@ON_A_FILE
def test_a_check_has_an_index_made_anew_that_says_something_else(database: Database) -> None:
    makers.write_partner(database, name_fr="Association Lalla")
    with database.write(Actor.PROGRAM) as session:
        index.put(session, [index.Document(Found(FoundKind.PARTNER, 1), "former words")])
    folder = database.path.parent
    database.close()
    [told] = [row for row in check(folder, makers.PASSPHRASE) if not row.is_sound]
    assert told.name == "search"
    assert "partner 1" in told.detail
    assert "من جديد" in told.detail
    with opened(folder, makers.PASSPHRASE) as office:
        upkeep.complete_index(office.database, Progress())
        assert names(office.database, "Lalla") == {FoundKind.PARTNER}
    assert all(row.is_sound for row in check(folder, makers.PASSPHRASE))
