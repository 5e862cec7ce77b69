"""Undoing any merge restores every record."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import strategies as st
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database, StoreSession
from outreach_app.integrity import check_store
from outreach_app.models import JOURNALED, Identity
from outreach_app.models.base import snapshot
from outreach_app.paths import STORE_FILE
from outreach_app.search import upkeep
from outreach_app.services.merging import separate
from outreach_app.services.undo import Change, undo
from tests import makers
from tests.few_or_many import check_random, few_or_many

FIELDS = ("name_ar", "name_fr", "category", "type", "place", "phone", "email", "receipt", "note")
TakeBack = Callable[[StoreSession, tuple[Change, ...], UUID], None]
UNDO: TakeBack = lambda session, changes, _loser: undo(session, changes)  # noqa: E731
SEPARATE: TakeBack = lambda session, _changes, loser: separate(session, loser)  # noqa: E731

upkeep.keep_current()


@dataclass(frozen=True)
class Merged:
    """Three partners, what they took part in, and the fields that a merge takes of the loser.

    `attending` and `speaking` are their places; with `is_chain` the third is merged before.
    """

    partners: tuple[dict[str, Any], ...]
    attending: list[set[int]]
    speaking: set[int]
    taken: set[str]
    is_chain: bool


@contextmanager
def fresh(template: Path, key: bytes) -> Iterator[Database]:
    """Yield a store for one example, as leftovers would slow down the next one."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(shutil.copy(template / STORE_FILE, folder)), key)
        try:
            yield database
        finally:
            database.close()


def says(database: Database) -> dict[str, object]:
    """Return every record without its version; what a merge created may stay deleted."""
    with database.read() as session:
        return {
            str(record.uid): (snapshot(record), record.is_deleted)
            for model in JOURNALED
            for record in session.scalars(select(model))
            if not (record.is_deleted and isinstance(record, Identity))
        }


PARTNER = st.fixed_dictionaries(
    {
        "name_ar": st.sampled_from(["جمعية الأمل", "جمعية السلام"]),
        "name_fr": st.sampled_from([None, "Association Al Amal"]),
        "category": st.sampled_from(["pt.association", "pt.liberal"]),
        "type": st.none() | st.just("as.residents"),
        "place": st.none() | st.just("حي"),
        "phone": st.none() | st.sampled_from(["0612345678", "0522123456"]),
        "email": st.none() | st.just("a@example.org"),
        "note": st.none() | st.just("ملاحظة"),
        "receipt_number": st.none() | st.just("12"),
        "is_receipt_final": st.none() | st.booleans(),
        "is_named_after_person": st.booleans(),
    }
)
PLACES = st.sets(st.integers(0, 2))


MERGES = st.builds(
    Merged,
    partners=st.tuples(PARTNER, PARTNER, PARTNER),
    attending=st.lists(PLACES, min_size=4, max_size=4),
    speaking=PLACES,
    taken=st.sets(st.sampled_from(FIELDS)),
    is_chain=st.booleans(),
)
EITHER_WAY = pytest.mark.parametrize("take_back", [UNDO, SEPARATE], ids=["undo", "separate"])


@few_or_many(3, 500)
@EITHER_WAY
def test_taking_a_merge_back_restores_every_record(
    new_store: Path, new_store_key: bytes, take_back: TakeBack, number: int
) -> None:
    def check(merged: Merged) -> None:
        _take_back(new_store, new_store_key, take_back, merged)

    check_random(number, check, MERGES)


def _take_back(template: Path, key: bytes, take_back: TakeBack, merged: Merged) -> None:
    """Require that taking a merge back restores every record.

    A third one merged earlier is merged too, and stays merged.
    """
    with fresh(template, key) as database:
        uids = [makers.write_partner(database, **each) for each in merged.partners]
        winner, loser, third = uids
        for place in merged.speaking:
            makers.write_person(database, uids[place])
        for number, there in enumerate(merged.attending):
            rows = tuple((uids[place], bool(place + number & 1)) for place in sorted(there))
            makers.write_meeting(
                database, attendances=rows, points=(), commitments=(), referrals=()
            )
        if merged.is_chain:
            makers.merge(database, loser, third)
        before = says(database)
        changes = makers.merge(database, winner, loser, *merged.taken)
        assert says(database) != before
        with database.write(Actor.CHIEF) as session:
            take_back(session, changes, loser)
        assert says(database) == before
        assert all(check.is_sound for check in check_store(database))
