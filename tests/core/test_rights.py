"""Rights of roles on a real store; a guard checks the rest of the table."""

import shutil
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import accounts, clock, startup
from outreach_app.actors import Actor, Role, role_words
from outreach_app.database import Database, StoreSession
from outreach_app.errors import NotAllowed
from outreach_app.exchange.exporting.bundles import write_bundles
from outreach_app.i18n import Language, use
from outreach_app.integrity import check_store
from outreach_app.models import AccessRow, Identity, Meeting, Partner, Person, SavedDraft
from outreach_app.progress import Progress
from outreach_app.queries.due import count_due
from outreach_app.queries.histories import list_history
from outreach_app.queries.meeting_lists import MeetingFilter, list_meeting_ids
from outreach_app.queries.partner_lists import PartnerFilter, list_partner_ids
from outreach_app.queries.people import list_people
from outreach_app.queries.records import get_record
from outreach_app.queries.search_results import search_everything
from outreach_app.rights import USE_CASES, Right, require_role, use_case
from outreach_app.services.drafts import save_draft
from outreach_app.services.imports import keep_batch, revert_import
from outreach_app.services.meetings import log_meeting
from outreach_app.services.partner_drafts import as_person_draft, draft_of_partner
from outreach_app.services.partners import change_partner, delete_partner, register_partner
from outreach_app.services.people import PersonDraft, change_person
from outreach_app.services.undo import changes_so_far, undo
from outreach_app.transfer.partners_file import read_partners
from outreach_app.transfer.partners_import import import_partners
from outreach_app.transfer.reports import ImportReport
from tests import makers
from tests.eliminations import add_deputy

NAME = "Khalid Idrissi"


def test_a_reader_sees_capacities_and_no_name_anywhere(database: Database) -> None:
    person = makers.write_person(database, makers.write_partner(database), capacity_fr="Présidente")
    database.actor = Actor.READER
    with database.read() as session:
        [row] = list_people(session)
        history = list_history(session, person)
        found = search_everything(session, "Idrissi").rows
        waiting = count_due(session, clock.today()).people
    assert (row.name.fr, row.capacity.fr, row.phone) == (None, "Présidente", None)
    assert waiting == 1
    assert (found, len(history)) == ((), 1)
    assert NAME not in repr(history)


def test_a_session_that_no_store_opened_writes_nothing_and_sees_no_name(
    database: Database,
) -> None:
    """A way past `read` and `write` gives the fewest rights, not all of them."""
    partner = makers.write_partner(database)
    makers.write_person(database, partner)
    with StoreSession(database.engine) as session:
        assert [row.name.fr for row in list_people(session)] == [None]
        with pytest.raises(NotAllowed):
            delete_partner(session, partner, "")
        get_record(session, Partner, partner).place = "Rue Annour"
        with pytest.raises(TypeError):
            session.commit()
    with database.read() as session:
        assert get_record(session, Partner, partner).place is None


def test_a_reader_finds_no_practice_by_the_name_of_who_has_it(database: Database) -> None:
    named_after = {"category": "pt.liberal", "type": "pr.doctor", "is_named_after_person": True}
    practice = makers.write_partner(database, name_fr="Dr Benali", name_ar="بنعلي", **named_after)
    body = makers.write_partner(database, name_ar=None, name_fr="Amicale Annour")
    makers.write_meeting(database, attendances=((practice, True), (body, True)))

    def kinds(query: str) -> list[str]:
        with database.read() as session:
            return [row.kind for row in search_everything(session, query).rows]

    asked = ("Benali", "Benal", "بنعلي", "Ben Ali", "médecin", "Annour")
    database.actor = Actor.CHIEF
    assert [query for query in asked if not kinds(query)] == []
    database.actor = Actor.READER
    found = {query: kinds(query) for query in asked}
    assert [query for query in asked if not found[query]] == ["Benali", "Benal", "بنعلي", "Ben Ali"]
    with database.read() as session:
        assert list_meeting_ids(session, MeetingFilter("Benali")) == []
        assert list_partner_ids(session, PartnerFilter("Benali")) == []


def test_what_an_account_without_names_writes_leaves_them_in_the_index(database: Database) -> None:
    practice = makers.write_partner(database, name_fr="Dr Benali", is_named_after_person=True)
    meeting = makers.write_meeting(database, attendances=((practice, True),))
    with database.write(Actor.ANALYST) as session:
        get_record(session, Meeting, meeting).subject_fr = "Objet relu"
    database.actor = Actor.CHIEF
    with database.read() as session:
        found = search_everything(session, "Benali relu").rows
    assert [row.kind for row in found] == ["meeting"]
    database.actor = Actor.PROGRAM
    assert [check.name for check in check_store(database) if not check.is_sound] == []


def test_a_card_is_changed_by_who_sees_it_whole(database: Database) -> None:
    """An analyst, who sees no contacts, would write a second identity beside the first."""
    partner = makers.write_partner(database, email="bureau@example.org")
    person = makers.write_person(database, partner)
    database.actor = Actor.ANALYST
    for change, card in ((change_partner, partner), (change_person, person)):
        with database.read() as session:
            draft: Any = (draft_of_partner if card is partner else as_drawn)(session, card)
        with database.write() as session, pytest.raises(NotAllowed) as refused:
            change(session, card, draft)
        assert refused.value.details == {"right": Right.NAMES}
    assert emails(database) == ["bureau@example.org"]


def test_what_an_account_does_not_see_it_neither_doubles_nor_leaves_behind(
    database: Database, tmp_path: Path
) -> None:
    """Imports find who is recorded, and undoing one hides the contacts with who has them."""
    table = tmp_path / "a.csv"
    table.write_text("Nom;E-mail;Représentant\nAmicale;a@example.org;Khalid Idrissi\n")
    for actor in (Actor.CHIEF, Actor.ANALYST):
        database.actor = actor
        report = bring_in(database, table)
        assert (report.batch is None) == (actor is Actor.ANALYST)
    table.write_text("Nom;E-mail;Adresse\nAmicale;other@example.org;Rue 5\n")
    report = bring_in(database, table)
    assert (report.updated, len(report.incomplete), report.failed) == (0, 1, [])
    assert "a@example.org" not in repr(report)
    assert emails(database) == ["a@example.org"]
    table.write_text("Nom;E-mail\nAmicale Annour;b@example.org\n")
    batch = bring_in(database, table).batch
    assert emails(database) == ["a@example.org", "b@example.org"]
    with database.write() as session:
        assert revert_import(session, batch or UUID(int=0), Progress()).removed == 2
    assert emails(database) == ["a@example.org"]


def as_drawn(session: Session, uid: UUID) -> PersonDraft:
    return as_person_draft(get_record(session, Person, uid))


def bring_in(database: Database, file: Path) -> ImportReport:
    with database.write() as session:
        return import_partners(session, read_partners(file), file.name, Progress())


def emails(database: Database) -> list[str | None]:
    """Return the e-mail addresses that are kept of organisations out of the trash."""
    with database.write(Actor.PROGRAM) as session:
        kept = select(Identity.email).join(Identity.partner)
        kept = kept.where(~Identity.is_deleted, ~Partner.is_deleted).order_by(Identity.id)
        return list(session.scalars(kept))


def test_a_secretary_deletes_nothing_but_undoes_her_own(database: Database) -> None:
    database.actor = Actor.SECRETARY
    with database.write() as session:
        partner = register_partner(session, makers.partner_draft())
        changes = changes_so_far(session)
        uid, version = partner.uid, partner.version
    with database.write() as session, pytest.raises(NotAllowed) as refused:
        delete_partner(session, uid, version)
    assert refused.value.code == "not_allowed_role"
    assert "نائب الرئيس" in refused.value.message
    with database.write() as session:
        undo(session, changes)


def test_names_go_out_with_who_may_send_them(database: Database, tmp_path: Path) -> None:
    database.actor = Actor.SECRETARY
    with pytest.raises(NotAllowed):
        write_bundles(database, [], tmp_path, Progress(), includes_names=True)
    database.actor = Actor.DEPUTY
    write_bundles(database, [], tmp_path, Progress())
    write_bundles(database, [], tmp_path, Progress(), includes_names=True)
    with database.read() as session:
        assert list(session.scalars(select(AccessRow.act))).count("names_out") == 1


def test_a_reader_in_the_middle_of_a_form_is_refused_and_nothing_is_written(
    database: Database,
) -> None:
    database.actor = Actor.READER
    with database.write() as session, pytest.raises(NotAllowed):
        log_meeting(session, makers.meeting_draft())
    with database.write() as session, pytest.raises(NotAllowed):
        revert_import(session, keep_batch(session, "list.csv"), Progress())


def test_a_draft_of_a_form_is_kept_again_where_the_role_was_lowered_meanwhile(
    database: Database,
) -> None:
    """An account that records nothing sees no draft, but loses none of what it types."""
    for actor, place in ((Actor.SECRETARY, "Rue 1"), (Actor.READER, "Rue 2")):
        database.actor = actor
        with database.write() as session:
            save_draft(session, "partner/1", makers.partner_draft(place=place), clock.now())
    database.actor = Actor.SECRETARY
    with database.read() as session:
        assert [b"Rue 2" in saved.content for saved in session.scalars(select(SavedDraft))] == [
            True
        ]


def test_only_who_may_puts_back_a_backup(store: Path, tmp_path: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        office.database.actor = Actor.READER
        with pytest.raises(NotAllowed) as refused:
            office.back_up_to(tmp_path / "copy.outreach-backup")
        assert "رئيس الدائرة الأمنية" in refused.value.message
        assert role_words(Role.ADMINISTRATOR) not in refused.value.message  # headquarters' alone
        assert not (tmp_path / "copy.outreach-backup").exists()


def test_a_role_without_names_finds_the_register_sound(
    new_headquarters: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(new_headquarters, tmp_path / "headquarters"))
    with startup.opened(folder, makers.PASSPHRASE) as office:
        partner = makers.write_partner(office.database, actor=Actor.HEADQUARTERS)
        makers.write_person(office.database, partner, actor=Actor.HEADQUARTERS)
        first = accounts.add_account(office.database, folder, Role.ANALYST)
    checks = startup.check(folder, first.passphrase, first.account.uid)
    assert [check.name for check in checks if not check.is_sound] == []


def test_what_only_headquarters_does_is_said_to_a_precinct(database: Database) -> None:
    add_deputy(database)
    use(Language.FRENCH)
    with database.read() as session, pytest.raises(NotAllowed) as refused:
        require_role(session, Actor.DEPUTY, Right.CATALOGUE)
    assert refused.value.message.endswith("seuls les services centraux le peuvent.")


def test_a_use_case_without_a_session_or_store_does_not_run() -> None:
    asked: list[object] = []

    @use_case(Right.RECORD)
    def record(place: object) -> None:
        asked.append(place)

    try:
        with pytest.raises(TypeError, match="record takes a session or a store first"):
            record(None)
    finally:
        del USE_CASES[f"{record.__module__}.record"]
    assert asked == []
