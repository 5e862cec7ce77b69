"""The access log: what is logged, without personal data, and tamper-evident."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlalchemy import event, select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from outreach_app import access_log, accounts, clock, restoring, startup
from outreach_app.access_log import Act
from outreach_app.actors import Actor, Role
from outreach_app.consultations import note_names_listed, note_search
from outreach_app.database import Database, StoreSession
from outreach_app.documents.worker import DocumentWorker
from outreach_app.errors import Locked, NotAllowed
from outreach_app.i18n import Language, ScreenLanguage, use
from outreach_app.integrity import check_store
from outreach_app.issuing.access import write_access_log
from outreach_app.models import AccessRow
from outreach_app.progress import Progress
from outreach_app.queries.access_rows import (
    AccessFilter,
    LoggedRow,
    check_log,
    deed_words,
    list_access,
)
from outreach_app.services.erasure import erase_identity
from outreach_app.services.meetings import log_meeting
from outreach_app.services.partner_drafts import draft_of_person
from outreach_app.services.partners import register_partner
from outreach_app.services.people import register_person
from outreach_app.startup import OpenOffice
from outreach_app.transfer.vcard_out import write_vcards
from tests import makers


def logged(database: Database) -> list[LoggedRow]:
    with database.read() as session:
        return list_access(session)[::-1]


def lookups(database: Database) -> list[LoggedRow]:
    return [row for row in logged(database) if row.act in (Act.SEARCH, Act.NAMES_LISTED)]


@pytest.fixture
def chain(database: Database) -> Database:
    """Return a store with four actions."""
    for number in range(4):
        with database.write() as session:
            register_partner(session, makers.partner_draft(phone=f"052234567{number}"))
    return database


def test_openings_and_failed_ones_are_noted(store: Path) -> None:
    with pytest.raises(Locked):
        startup.open_office(store, "a guess")
    with startup.opened(store, makers.PASSPHRASE) as office:
        rows = logged(office.database)
    assert [(row.act, row.account) for row in rows] == [("failed", None), ("unlock", "chief-1")]
    with startup.opened(store, makers.PASSPHRASE) as office:
        told = [(row.act, row.verb) for row in logged(office.database)[2:]]
    assert told == [("account", "list_access"), ("unlock", None)]


def test_an_opening_by_the_recovery_code_is_told_as_such(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "store", tmp_path / "elsewhere"
    code = startup.create_store(folder, makers.PASSPHRASE, makers.office_draft()).recovery_code
    with startup.opened(folder, code) as office:
        assert [row.act for row in logged(office.database)] == [Act.UNLOCK_BY_CODE]
        file = office.back_up()
    restoring.restore(file, elsewhere, code)
    with startup.opened(elsewhere, makers.PASSPHRASE) as office:
        rows = logged(office.database)[3:]
    assert [row.act for row in rows] == [Act.UNLOCK_BY_CODE, Act.RESTORE, Act.UNLOCK]


def test_a_use_case_is_noted_once_with_its_record_and_no_word_of_it(database: Database) -> None:
    with database.write() as session:
        partner = register_partner(session, makers.partner_draft()).uid
        person = register_person(session, makers.person_draft(partner)).uid
        log_meeting(session, makers.meeting_draft())
    for _time in range(2):  # within ten minutes it is one consultation
        with database.read() as session:
            draft_of_person(session, person)
    with database.write() as session:
        erase_identity(session, person)
    rows = logged(database)
    assert [(row.act, row.verb) for row in rows] == [
        ("change", "register_partner"),
        ("change", "register_person"),
        ("change", "log_meeting"),
        ("seen", "draft_of_person"),
        ("rights", "erase_identity"),
    ]
    assert [row.record for row in rows][3:] == [person, person]
    assert "Idrissi" not in repr(rows)


def test_what_is_rolled_back_is_not_noted(database: Database) -> None:
    with database.write() as session:
        register_partner(session, makers.partner_draft())
        session.rollback()
    assert logged(database) == []


def test_only_who_administers_reads_the_log(database: Database) -> None:
    database.actor = Actor.DEPUTY
    with pytest.raises(NotAllowed):
        logged(database)


OTHER = {
    "at": "'2020-01-01T00:00:00Z'",
    "account": "zeroblob(16)",
    "role": "'reader'",
    "act": "'seen'",
    "verb": "'answer_point'",
    "record": "zeroblob(16)",
    "head": "zeroblob(32)",
}


ZEROBLOB = """CREATE FUNCTION zeroblob(size int) RETURNS bytea LANGUAGE sql
AS $$ SELECT decode(repeat('00', size), 'hex') $$"""


def test_l11_log_holds(chain: Database) -> None:
    """Any change, removal or move of a row is refused; if forced, detected."""
    rows = range(1, 5)
    if chain.is_on_server:
        with chain.write(Actor.PROGRAM) as session:
            session.execute(text(ZEROBLOB))
    changes = [
        *(
            f"UPDATE access_rows SET {column} = {other} WHERE n = {n}"  # noqa: S608
            for n in rows
            for column, other in OTHER.items()
        ),
        *(f"DELETE FROM access_rows WHERE n = {n}" for n in rows[:-1]),  # noqa: S608
        *(f"UPDATE access_rows SET n = 9 WHERE n = {n}" for n in rows),  # noqa: S608
        "UPDATE access_rows SET n = 9 - n WHERE n IN (2, 3, 4)",
    ]
    for change in changes:
        with pytest.raises(DatabaseError, match="stay"), chain.write(Actor.PROGRAM) as session:
            session.execute(text(change))
        with chain.write(Actor.PROGRAM) as session:
            drop_triggers(session, is_on_server=chain.is_on_server)
            session.execute(text(change))
            assert check_log(session), change
            session.rollback()
    [check] = [check for check in check_store(chain) if check.name == "access"]
    assert check.is_sound


def drop_triggers(session: StoreSession, *, is_on_server: bool) -> None:
    triggers: tuple[str, ...] = ("access_rows_keep_update", "access_rows_keep_delete")
    if is_on_server:
        triggers = ("access_rows_keep ON access_rows",)
    for trigger in triggers:
        session.execute(text(f"DROP TRIGGER {trigger}"))


def test_a_sound_log_is_counted(chain: Database) -> None:
    [check] = [check for check in check_store(chain) if check.name == "access"]
    assert (check.is_sound, check.detail) == (True, "4")


def test_each_time_names_go_out_is_a_row_of_its_own(database: Database, tmp_path: Path) -> None:
    partner = makers.write_partner(database)
    for number in range(2):
        with database.read() as session:
            write_vcards(session, tmp_path / f"{number}.vcf", [partner], Progress())
    told = [(row.act, row.verb) for row in logged(database)]
    assert told[1:] == [("names_out", "write_vcards")] * 2


def test_names_that_are_searched_or_listed_are_noted_without_them(database: Database) -> None:
    for words in ("k", "kha", "Khalid", "khali", "kh", "Khalid"):  # typed, deleted, typed again
        note_search(database, words)
    assert [(row.act, row.record) for row in lookups(database)] == [("search", None)]
    for words in ("karim", "Khalid", "", "Karim", "خالد"):
        note_search(database, words)
    assert [row.act for row in lookups(database)] == ["search"] * 3
    for _time in range(2):
        note_names_listed(database)
    assert [row.act for row in lookups(database)][3:] == ["names_listed"] * 2


def test_an_act_on_the_whole_store_is_noted_in_its_own_transaction(office: OpenOffice) -> None:
    """A second one could find the disk full, and the act would be in no log."""
    commits: list[Session] = []
    heard = commits.append
    event.listen(StoreSession, "after_commit", heard)
    accounts.add_account(office.database, office.folder, Role.READER)
    event.remove(StoreSession, "after_commit", heard)
    assert len(commits) == 1
    assert [row.verb for row in logged(office.database) if row.verb == "add_account"]


def test_who_is_shown_no_name_searches_and_lists_none(database: Database) -> None:
    """Log that a name was looked for, though none was found and no list of people was shown."""
    database.actor = Actor.READER
    note_search(database, "Khalid")
    note_names_listed(database)
    database.actor = Actor.CHIEF
    assert [(row.act, row.role) for row in lookups(database)] == [("search", "reader")]


def test_the_same_search_later_is_another(database: Database) -> None:
    note_search(database, "Khalid")
    with clock.at(clock.now() + timedelta(minutes=11)):
        note_search(database, "Khalid")
    assert [row.act for row in lookups(database)] == ["search"] * 2


def test_the_log_is_narrowed_by_account_act_days_and_record(office: OpenOffice) -> None:
    database = office.database
    with database.write() as session:
        partner = register_partner(session, makers.partner_draft()).uid
        register_partner(session, makers.partner_draft(name_ar="أخرى", name_fr="Autre"))
    with database.read() as session:
        [opened] = list_access(session, kept=AccessFilter(act="unlock"))
        own = database.account
        assert own is not None
        of_own = list_access(session, kept=AccessFilter(account=own))
        [of_partner] = list_access(session, kept=AccessFilter(record=partner))
        today = clock.local(opened.at).date()
        on_day = list_access(session, kept=AccessFilter(first_on=today, last_on=today))
        before = list_access(session, kept=AccessFilter(last_on=today - timedelta(days=1)))
    assert (of_partner.verb, of_partner.record) == ("register_partner", partner)
    assert {row.account for row in of_own} == {"chief-1"}
    assert len(on_day) >= len(of_own) >= 3
    assert before == []


@pytest.mark.parametrize("language", Language)
def test_what_is_narrowed_goes_out_as_a_pdf_that_names_where_the_chain_stands(
    office: OpenOffice, tmp_path: Path, language: Language
) -> None:
    use(language)
    makers.write_partner(office.database)
    path = tmp_path / "log.pdf"
    with office.database.read() as session:
        last, head = access_log.end_of_log(session)
    with closing(DocumentWorker()) as worker:
        kept = AccessFilter(act="unlock")
        count = write_access_log(office.database, kept, path, language, worker, Progress())
    assert count == 1
    words = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert head.hex()[:4].upper() in words
    assert str(last) in words
    assert logged(office.database)[-1].verb == "write_access_log"


def test_a_page_says_what_was_done_in_words(office: OpenOffice, tmp_path: Path) -> None:
    use(Language.FRENCH)
    makers.write_partner(office.database)
    path = tmp_path / "log.pdf"
    with closing(DocumentWorker()) as worker:
        kept = AccessFilter(act="change")
        write_access_log(office.database, kept, path, Language.FRENCH, worker, Progress())
    words = " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())
    assert "Enregistrement : partenaire" in words.replace("\u00a0", " ")
    assert "register_partner" not in words
    assert "Le chef de l’arrondissement de police" in words


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        ("log_meeting", "Recording: meeting"),
        ("change_status", "Change: status of a commitment"),
        ("change_meeting_status", "Change: status of a meeting"),
        ("delete_publication", "Deletion: publication"),
        ("promise_for_point", "Recording: commitment about a point"),
        ("carry_back", "Result of a verification given"),
        ("undo", "Last change undone"),
        (None, "Recorded or changed"),
        ("a_later_use_case", "Recorded or changed"),
    ],
)
def test_a_change_is_told_by_its_use_case(verb: str | None, words: str) -> None:
    use(ScreenLanguage.ENGLISH)
    assert deed_words("change", verb) == words


def test_a_lock_is_a_row_and_an_ordinary_end_is_none(store: Path) -> None:
    for is_lock in (False, True):
        startup.open_office(store, makers.PASSPHRASE).close(is_lock=is_lock)
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.read() as session:
        acts = [row.act for row in session.scalars(select(AccessRow).order_by(AccessRow.n))]
    assert acts == ["unlock", "unlock", "lock", "unlock"]
