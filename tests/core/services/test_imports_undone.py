"""Undoing any imports restores every record without losing later work."""

import csv
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

from hypothesis import strategies as st
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.integrity import check_store
from outreach_app.models import JOURNALED, Identity, Partner, Person
from outreach_app.models.base import snapshot
from outreach_app.models.sources import whole_of
from outreach_app.progress import Progress
from outreach_app.queries.partners import list_partners
from outreach_app.queries.records import get_record
from outreach_app.search import upkeep
from outreach_app.services.imports import Reverted, revert_import
from tests import makers
from tests.core.services.test_merging_undone import fresh
from tests.core.transfer.test_partners import bring_in
from tests.few_or_many import check_random, few_or_many

NAMES = ("Association Al Amal", "Amicale Assalam", "Club Atlas")
Row = dict[str, str]
ROW = st.fixed_dictionaries(
    {
        "Nom": st.sampled_from(NAMES),
        "Adresse": st.sampled_from(["", "Rue 1", "Rue 2"]),
        "Tél": st.sampled_from(["", "0522000001", "0522000002", "12"]),
        "Remarque": st.sampled_from(["", "À rappeler"]),
        "Président": st.sampled_from(["", "Khalid Idrissi", "Nadia Alami"]),
        "Fonction": st.sampled_from(["", "Président", "Trésorière"]),
    }
)
REMARKED = dict.fromkeys(("Adresse", "Tél", "Président", "Fonction"), "") | {
    "Nom": "Association Al Amal",
    "Remarque": "À rappeler",
}
FILES = st.lists(st.lists(ROW, min_size=1, max_size=4), min_size=1, max_size=3)
# The existing partners, some with a meeting and a contact person.
KNOWN = st.dictionaries(st.sampled_from(NAMES), st.booleans(), max_size=2)
Deed = Callable[[Database, UUID], object]

upkeep.keep_current()


def live(database: Database) -> dict[str, object]:
    """Return the content of every record that is not deleted, without versions.

    A part of a deleted record is hidden with it.
    """
    with database.read() as session:
        return {
            str(record.uid): snapshot(record)
            for model in JOURNALED
            for record in session.scalars(select(model).where(~model.is_deleted))
            if (whole := whole_of(record)) is None or not whole.is_deleted
        }


def write_known(database: Database, known: dict[str, bool]) -> None:
    for name, is_met in known.items():
        partner = makers.write_partner(database, name_ar=None, name_fr=name, phone=None)
        if is_met:
            makers.write_person(database, partner, name_ar=None, phone=None)
            makers.write_meeting(database, attendances=((partner, True),))


def bring(database: Database, rows: list[Row]) -> UUID | None:
    """Import a table; return the batch, None if nothing was imported."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "list.csv"
        with file.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        return bring_in(database, file).batch


def revert(database: Database, batch: UUID) -> Reverted:
    with database.write(Actor.CHIEF) as session:
        return revert_import(session, batch, Progress())


@few_or_many(5, 500)
def test_undoing_imports_one_after_the_other_restores_every_record(
    new_store: Path, new_store_key: bytes, number: int
) -> None:
    def check(known: dict[str, bool], files: list[list[Row]]) -> None:
        _undo_all(new_store, new_store_key, known, files)

    check_random(number, check, KNOWN, FILES)


def _undo_all(template: Path, key: bytes, known: dict[str, bool], files: list[list[Row]]) -> None:
    with fresh(template, key) as database:
        write_known(database, known)
        done: list[tuple[UUID, dict[str, object]]] = []
        for rows in files:
            before = live(database)
            if (batch := bring(database, rows)) is not None:
                done.append((batch, before))
        for batch, before in reversed(done):
            assert revert(database, batch).kept == 0
            assert live(database) == before
        assert all(check.is_sound for check in check_store(database))


def _meet(database: Database, partner: UUID) -> None:
    makers.write_meeting(database, attendances=((partner, True),), held_on=date(2026, 11, 2))


def _speak(database: Database, partner: UUID) -> None:
    makers.write_person(database, partner, name_ar=None, name_fr="Written Since", phone=None)


def _note(database: Database, partner: UUID) -> None:
    with database.write(Actor.CHIEF) as session:
        get_record(session, Partner, partner).receipt_number = "7/2020"


DEEDS: tuple[Deed, ...] = (_meet, _speak, _note)
ROWS = st.lists(ROW, min_size=1, max_size=4)
SINCE = st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 2)), max_size=3)


@few_or_many(5, 500)
def test_what_people_wrote_since_stands_and_the_rest_is_as_it_was(
    new_store: Path, new_store_key: bytes, number: int
) -> None:
    def check(known: dict[str, bool], rows: list[Row], since: list[tuple[Deed, int]]) -> None:
        _undo_beneath(new_store, new_store_key, known, rows, since)

    check({}, [REMARKED], [(_meet, 0)])
    check({}, [REMARKED], [(_note, 0)])
    check_random(number, check, KNOWN, ROWS, SINCE)


def _undo_beneath(
    template: Path,
    key: bytes,
    known: dict[str, bool],
    rows: list[Row],
    since: list[tuple[Deed, int]],
) -> None:
    """Require that undoing an import leaves what people wrote since, and nothing else of it."""
    with fresh(template, key) as database:
        write_known(database, known)
        before = live(database)
        batch = bring(database, rows)
        if batch is None:
            return
        imported = live(database)
        with database.read() as session:
            partners = [row.uid for row in list_partners(session)]
        for deed, place in since:
            deed(database, partners[place % len(partners)])
        worked_on = {str(partners[place % len(partners)]) for _deed, place in since}
        written = live(database)
        revert(database, batch)
        after = live(database)
        by_people = {uid for uid, said in written.items() if said != imported.get(uid)}
        brought = worked_on - before.keys()
        stands = by_people | with_contacts(database, brought)
        assert {uid: written.get(uid) for uid in stands} == {uid: after.get(uid) for uid in stands}
        assert worked_on <= after.keys()
        kept = stands | speakers_of(database, brought)
        assert without(after, kept) == without(before, kept)
        assert all(check.is_sound for check in check_store(database))


def with_contacts(database: Database, partners: set[str]) -> set[str]:
    """Return these partners and the records with their withheld names or contacts."""
    with database.read() as session:
        held = select(Identity.uid, Partner.uid).join(Identity.partner)
        return partners | {
            str(uid) for uid, partner in session.execute(held) if str(partner) in partners
        }


def speakers_of(database: Database, partners: set[str]) -> set[str]:
    """Return the contact persons of these partners, with their names."""
    with database.read() as session:
        people = [person for person in session.query(Person) if str(person.partner.uid) in partners]
        named = [person.identity for person in people if person.identity is not None]
        return {str(record.uid) for record in (*people, *named)}


def without(records: dict[str, object], some: set[str]) -> dict[str, object]:
    return {uid: said for uid, said in records.items() if uid not in some}
