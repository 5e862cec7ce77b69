"""Catalogue entries: headquarters' additions are offered, reworded and withdrawn."""

from collections.abc import Iterator
from dataclasses import replace
from threading import Thread

import pytest

from outreach_app import vocabulary
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft, NotAllowed
from outreach_app.exchange.importing.folders import catch_up
from outreach_app.i18n import Language
from outreach_app.notes.topics import rank_topics
from outreach_app.progress import Progress
from outreach_app.queries.catalogue_entries import CatalogueEntryRow, list_entries
from outreach_app.services.catalogue_entries import (
    EntryDraft,
    add_entry,
    reword_entry,
    use_entries,
    withdraw_entry,
)
from outreach_app.services.offices import change_office
from outreach_app.vocabulary import catalogue, is_known, label
from tests import makers

NEW = EntryDraft("tp.6.9", "صيانة الحدائق", "entretien des jardins")
REWORDED = EntryDraft("tp.6.1", "إنارة الأزقة", "éclairage des ruelles")


@pytest.fixture(autouse=True)
def lists_of_the_files() -> Iterator[None]:
    yield
    vocabulary.overlay([], [])


@pytest.fixture
def headquarters(database: Database) -> Database:
    with database.write(Actor.HEADQUARTERS) as session:
        change_office(session, replace(makers.office_draft(), role="headquarters"))
    return database


def write(headquarters: Database, draft: EntryDraft) -> CatalogueEntryRow:
    with headquarters.write(Actor.HEADQUARTERS) as session:
        add_entry(session, draft)
    with headquarters.read() as session:
        use_entries(session)
        return next(row for row in list_entries(session) if row.code == draft.code)


def withdraw(headquarters: Database, row: CatalogueEntryRow) -> None:
    with headquarters.write(Actor.HEADQUARTERS) as session:
        withdraw_entry(session, row.uid, row.version)
    with headquarters.read() as session:
        use_entries(session)


def test_a_new_topic_stands_behind_the_others_of_its_axis(headquarters: Database) -> None:
    before = list(catalogue("tp"))
    write(headquarters, NEW)
    codes = list(catalogue("tp"))
    axis = [code for code in before if code.startswith("tp.6")]
    assert codes[codes.index(NEW.code) - 1] == axis[-1]
    assert [code for code in codes if code != NEW.code] == before
    assert is_known(NEW.code, "tp")
    assert label(NEW.code, Language.FRENCH) == NEW.fr


def test_a_withdrawn_topic_is_offered_no_more_and_keeps_its_words(headquarters: Database) -> None:
    withdraw(headquarters, write(headquarters, NEW))
    assert NEW.code not in catalogue("tp")
    assert label(NEW.code, Language.ARABIC) == NEW.ar
    assert is_known(NEW.code, "tp")
    again = write(headquarters, replace(NEW, fr="jardins"))
    assert label(again.code, Language.FRENCH) == "jardins"
    assert again.code in catalogue("tp")


def test_a_topic_of_the_list_is_worded_anew_and_back(headquarters: Database) -> None:
    place = list(catalogue("tp")).index(REWORDED.code)
    row = write(headquarters, REWORDED)
    assert list(catalogue("tp")).index(REWORDED.code) == place
    assert label(REWORDED.code, Language.ARABIC) == REWORDED.ar
    withdraw(headquarters, row)
    assert label(REWORDED.code, Language.ARABIC) == "الإنارة العمومية"
    assert REWORDED.code in catalogue("tp")


def test_an_entry_is_reworded_at_its_version(headquarters: Database) -> None:
    row = write(headquarters, NEW)
    with headquarters.write(Actor.HEADQUARTERS) as session:
        reword_entry(session, row.uid, row.version, "الحدائق", "jardins")
    with headquarters.read() as session:
        use_entries(session)
    assert label(NEW.code, Language.FRENCH) == "jardins"


@pytest.mark.parametrize(
    "draft",
    [
        replace(NEW, code="as.theatre"),
        replace(NEW, code="tp.6.9.1"),
        replace(NEW, code="tp.6.9\n"),
        replace(NEW, ar=" "),
        replace(NEW, fr=""),
        REWORDED,
    ],
)
def test_what_cannot_be_an_entry_is_refused(headquarters: Database, draft: EntryDraft) -> None:
    write(headquarters, REWORDED)
    with headquarters.write(Actor.HEADQUARTERS) as session, pytest.raises(InvalidDraft):
        add_entry(session, draft)


def test_a_precinct_changes_no_list(database: Database) -> None:
    with database.write(Actor.CHIEF) as session, pytest.raises(NotAllowed):
        add_entry(session, NEW)


def test_indexing_beside_a_change_leaves_its_new_words_in_use(headquarters: Database) -> None:
    row = write(headquarters, REWORDED)
    indexing = Thread(target=catch_up, args=(headquarters, Progress()))
    with headquarters.write(Actor.HEADQUARTERS) as session:
        reword_entry(session, row.uid, row.version, "إنارة الدروب", row.fr)
        use_entries(session)
        indexing.start()
        indexing.join(0.2)  # it may read the old value, or wait for the change
    indexing.join()
    assert label("tp.6.1", Language.ARABIC) == "إنارة الدروب"


def test_words_that_tell_a_topic_are_worded_anew_and_come_back_once_withdrawn(
    headquarters: Database,
) -> None:
    assert rank_topics("تروتينيت فوق الرصيف")[0][0] != "tp.1.5"
    row = write(headquarters, EntryDraft("lx.1.5", "تروتينيت الرصيف", "trottinette trottoir"))
    assert rank_topics("تروتينيت فوق الرصيف")[0][0] == "tp.1.5"
    assert rank_topics("une trottinette")[0][0] == "tp.1.5"
    withdraw(headquarters, row)
    assert rank_topics("تروتينيت فوق الرصيف")[0][0] != "tp.1.5"


def test_a_new_topic_gets_words_of_its_own(headquarters: Database) -> None:
    with pytest.raises(InvalidDraft) as refused:
        write(headquarters, EntryDraft("lx.6.9", "بستنة", "jardinage"))
    assert refused.value.problems[0].code == "unknown_topic"
    write(headquarters, NEW)
    write(headquarters, EntryDraft("lx.6.9", "بستنة أشجار", "jardinage"))
    assert rank_topics("du jardinage")[0][0] == "tp.6.9"
