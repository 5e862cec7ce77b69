"""Undoing imports in any order leaves what a person would expect, or names what to undo first."""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import Cancelled, NotAllowed
from outreach_app.integrity import check_store
from outreach_app.models import Partner
from outreach_app.progress import Progress
from outreach_app.queries.imports import list_imports
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.partners import list_partners
from outreach_app.queries.people import list_people
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.periods import Period
from outreach_app.services.imports import Reverted, keep_batch, revert_import
from outreach_app.services.issues import IssueDraft, plan_edition, record_issue
from outreach_app.services.meetings import log_meeting
from outreach_app.services.people import PersonDraft, register_person
from tests import makers
from tests.core.transfer import card_samples
from tests.core.transfer.test_partners import bring_in


def bring(database: Database, folder: Path, *lines: str) -> UUID:
    """Import a table with these rows."""
    number = len(list(folder.glob("*.csv")))
    file = folder / f"{number}.csv"
    file.write_text("\n".join(["Nom;Adresse;Récépissé;Date récépissé", *lines]), encoding="utf-8")
    batch = bring_in(database, file).batch
    assert batch is not None
    return batch


def undo(database: Database, batch: UUID) -> Reverted:
    with database.write(Actor.CHIEF) as session:
        return revert_import(session, batch, Progress())


def places(database: Database) -> list[str | None]:
    with database.read() as session:
        return [row.place for row in list_partners(session)]


def test_an_earlier_import_can_be_undone_after_a_later_one_was(
    database: Database, tmp_path: Path
) -> None:
    makers.write_partner(database, place=None)
    first = bring(database, tmp_path, "Association Annakhil;Rue 1;;", "B;Rue 1;;")
    second = bring(database, tmp_path, "Association Annakhil;;R2;", "B;;R2;")
    third = bring(database, tmp_path, "Association Annakhil;;;05/01/2026")
    assert undo(database, third) == Reverted(0, 1, 0)
    assert undo(database, second) == Reverted(0, 2, 0)
    assert places(database) == ["Rue 1", "Rue 1"]
    assert undo(database, first) == Reverted(1, 1, 0)
    assert places(database) == [None]
    assert all(check.is_sound for check in check_store(database))


def test_an_import_after_an_undone_one_is_undone_before_the_first(
    database: Database, tmp_path: Path
) -> None:
    first = bring(database, tmp_path, "A;Rue 1;;")
    undo(database, bring(database, tmp_path, "A;;R2;"))
    third = bring(database, tmp_path, "A;;R3;")
    with pytest.raises(NotAllowed, match=r"2\.csv") as refused:
        undo(database, first)
    assert refused.value.code == "later_import"
    assert places(database) == ["Rue 1"]
    undo(database, third)
    assert undo(database, first) == Reverted(1, 0, 0)


def test_what_a_person_changed_since_is_kept(database: Database, tmp_path: Path) -> None:
    first = bring(database, tmp_path, "A;Rue 1;;")
    second = bring(database, tmp_path, "A;;R2;")
    with database.write(Actor.CHIEF) as session:
        makers.the_partner(session).place = "Rue 9"
    assert undo(database, second) == Reverted(0, 0, 1)
    assert undo(database, first) == Reverted(0, 0, 1)
    assert places(database) == ["Rue 9"]


def test_a_partner_who_was_given_people_since_is_kept(database: Database, tmp_path: Path) -> None:
    batch = bring(database, tmp_path, "A;Rue 1;;", "B;Rue 1;;")
    with database.write(Actor.CHIEF) as session:
        uid = list_partners(session)[0].uid
        register_person(session, PersonDraft(uid, None, "Khalid Idrissi"))
    assert undo(database, batch) == Reverted(1, 0, 1)


AUTUMN = Period(date(2026, 9, 1), date(2026, 10, 31))


def bring_meetings(database: Database, partner: UUID, *days: date) -> UUID:
    """Import minimal held sessions with a partner."""
    with database.write(Actor.CHIEF) as session:
        for day in days:
            draft = makers.meeting_draft(
                held_on=day, attendances=((partner, True),), commitments=(), referrals=()
            )
            log_meeting(session, draft)
        return keep_batch(session, "sessions.json")


def held_days(database: Database) -> set[date]:
    with database.read() as session:
        return {row.held_on for row in list_meetings(session)}


def test_what_a_sheet_was_given_out_of_is_kept(database: Database) -> None:
    partner = makers.write_partner(database)
    batch = bring_meetings(database, partner, date(2026, 10, 14), date(2026, 11, 3))
    makers.give_sheet(database, str(partner), AUTUMN)
    undo(database, batch)
    assert held_days(database) == {date(2026, 10, 14)}


def test_a_sheet_given_before_an_import_keeps_nothing_of_it(database: Database) -> None:
    partner = makers.write_partner(database)
    makers.write_meeting(database, attendances=((partner, True),), held_on=date(2026, 9, 9))
    makers.give_sheet(database, str(partner), AUTUMN)
    with clock.at(clock.now() + timedelta(minutes=1)):
        undo(database, bring_meetings(database, partner, date(2026, 10, 14)))
    assert held_days(database) == {date(2026, 9, 9)}


def test_a_partner_who_was_given_a_sheet_since_is_kept(database: Database, tmp_path: Path) -> None:
    batch = bring(database, tmp_path, "A;Rue 1;;", "B;Rue 1;;")
    with database.write(Actor.CHIEF) as session:
        given = session.query(Partner).filter_by(name_fr="A").one()
        sheet = IssueDraft(DocumentKind.HAND_OUT, "0" * 64, partner=given.uid)
        record_issue(session, sheet, plan_edition(session, sheet, clock.now()), ())
    assert undo(database, batch) == Reverted(1, 0, 1)
    with database.read() as session:
        assert [row.name.fr for row in list_partners(session)] == ["A"]


def test_a_partner_met_before_the_import_is_put_back_as_it_was(
    database: Database, tmp_path: Path
) -> None:
    partner = makers.write_partner(database, place=None)
    makers.write_person(database, partner)
    makers.write_meeting(database, attendances=((partner, True),))
    batch = bring(database, tmp_path, "Association Annakhil;Rue 1;;")
    assert undo(database, batch) == Reverted(0, 1, 0)
    assert places(database) == [None]


def test_who_a_later_import_completed_goes_with_the_first_once_that_one_is_undone(
    database: Database, tmp_path: Path
) -> None:
    batches = []
    for number, capacity in enumerate(("", "Président")):
        file = tmp_path / f"{number}.csv"
        file.write_text(f"Nom;Président;Fonction\nA;Khalid Idrissi;{capacity}", encoding="utf-8")
        batches.append(bring_in(database, file).batch)
    first, second = batches
    assert first is not None
    assert second is not None
    assert undo(database, second) == Reverted(0, 1, 0)
    assert undo(database, first) == Reverted(3, 0, 0)
    with database.read() as session:
        assert (list_partners(session), list_people(session)) == ([], [])


def test_undoing_cards_takes_people_and_names_out(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "contacts.vcf"
    file.write_bytes(card_samples.GOOGLE + card_samples.LIBERAL)
    batch = bring_in(database, file).batch
    assert batch is not None
    assert undo(database, batch) == Reverted(5, 0, 0)
    with database.read() as session:
        assert (list_partners(session), list_people(session)) == ([], [])
    assert all(check.is_sound for check in check_store(database))


def test_past_imports_say_what_they_brought_and_which_are_undone(
    database: Database, tmp_path: Path
) -> None:
    bring(database, tmp_path, "A;Rue 1;;", "B;Rue 1;;")
    undo(database, bring(database, tmp_path, "A;;R2;"))
    with database.read() as session:
        rows = [(row.file_name, dict(row.counts), row.is_reverted) for row in list_imports(session)]
    assert rows == [("1.csv", {"partner": 1}, True), ("0.csv", {"partner": 2}, False)]


def test_undoing_an_import_says_how_far_it_is_and_can_be_stopped(
    database: Database, tmp_path: Path
) -> None:
    batch = bring(database, tmp_path, "A;Rue 1;;", "B;Rue 1;;")
    steps: list[tuple[int, int]] = []

    def stop(done: int, total: int, _what: str) -> None:
        steps.append((done, total))
        if len(steps) == 3:
            progress.cancel()

    progress = Progress(stop)
    with pytest.raises(Cancelled), database.write(Actor.CHIEF) as session:
        revert_import(session, batch, progress)
    assert steps == [(0, 4), (1, 4), (2, 4)]
    assert places(database) == ["Rue 1", "Rue 1"]
    assert undo(database, batch) == Reverted(2, 0, 0)
