"""Undoing imports in any order leaves what a person would expect, or says what to undo first."""

from pathlib import Path
from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import NotAllowed
from outreach_app.integrity import check_store
from outreach_app.queries.imports import list_imports
from outreach_app.queries.partners import list_partners
from outreach_app.queries.people import list_people
from outreach_app.services.imports import Reverted, revert_import
from outreach_app.services.people import PersonDraft, register_person
from tests import makers
from tests.core.transfer import card_samples
from tests.core.transfer.test_partners import bring_in


def bring(database: Database, folder: Path, *lines: str) -> UUID:
    """Import a table with these rows."""
    number = len(list(folder.glob("*.csv")))
    file = folder / f"{number}.csv"
    file.write_text("\n".join(["Nom;Adresse;Tél", *lines]), encoding="utf-8")
    batch = bring_in(database, file).batch
    assert batch is not None
    return batch


def undo(database: Database, batch: UUID) -> Reverted:
    with database.write(Actor.CHIEF) as session:
        return revert_import(session, batch)


def places(database: Database) -> list[str | None]:
    with database.read() as session:
        return [row.place for row in list_partners(session)]


def test_an_earlier_import_can_be_undone_after_a_later_one_was(
    database: Database, tmp_path: Path
) -> None:
    makers.write_partner(database, place="Rue 0")
    first = bring(database, tmp_path, "Association Annakhil;Rue 1;", "B;Rue 1;")
    second = bring(database, tmp_path, "Association Annakhil;Rue 2;", "B;Rue 2;")
    third = bring(database, tmp_path, "Association Annakhil;Rue 3;")
    assert undo(database, third) == Reverted(0, 1, 0)
    assert undo(database, second) == Reverted(0, 2, 0)
    assert places(database) == ["Rue 1", "Rue 1"]
    assert undo(database, first) == Reverted(1, 1, 0)
    assert places(database) == ["Rue 0"]
    assert all(check.is_sound for check in check_store(database))


def test_an_import_after_an_undone_one_is_undone_before_the_first(
    database: Database, tmp_path: Path
) -> None:
    first = bring(database, tmp_path, "A;Rue 1;")
    undo(database, bring(database, tmp_path, "A;Rue 2;"))
    third = bring(database, tmp_path, "A;Rue 3;")
    with pytest.raises(NotAllowed, match=r"2\.csv") as refused:
        undo(database, first)
    assert refused.value.code == "later_import"
    assert places(database) == ["Rue 3"]
    undo(database, third)
    assert undo(database, first) == Reverted(1, 0, 0)


def test_what_a_person_changed_since_is_kept(database: Database, tmp_path: Path) -> None:
    first = bring(database, tmp_path, "A;Rue 1;")
    second = bring(database, tmp_path, "A;Rue 2;")
    with database.write(Actor.CHIEF) as session:
        makers.the_partner(session).note = "x"
    assert undo(database, second) == Reverted(0, 0, 1)
    assert undo(database, first) == Reverted(0, 0, 1)
    assert places(database) == ["Rue 2"]


def test_a_partner_who_was_given_people_since_is_kept(database: Database, tmp_path: Path) -> None:
    batch = bring(database, tmp_path, "A;Rue 1;", "B;Rue 1;")
    with database.write(Actor.CHIEF) as session:
        uid = list_partners(session)[0].uid
        register_person(session, PersonDraft(uid, None, "Khalid Idrissi"))
    assert undo(database, batch) == Reverted(1, 0, 1)


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
    bring(database, tmp_path, "A;Rue 1;", "B;Rue 1;")
    undo(database, bring(database, tmp_path, "A;Rue 2;"))
    with database.read() as session:
        rows = [(row.file_name, row.records, row.is_reverted) for row in list_imports(session)]
    assert rows == [("1.csv", 1, True), ("0.csv", 2, False)]
