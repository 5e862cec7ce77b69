"""In any order of steps, nothing is destroyed that is not on an issued list."""

import shutil
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import strategies as st
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import Conflict, OutreachError
from outreach_app.models import Meeting
from outreach_app.paths import STORE_FILE
from outreach_app.queries.retention import EliminationState, get_elimination, get_elimination_row
from outreach_app.rules.retention import Kept
from outreach_app.second_person import SecondPerson
from outreach_app.services import elimination_checks, eliminations
from outreach_app.transfer.archive import digest_of
from tests import makers
from tests.eliminations import (
    add_deputy,
    archive,
    destroy,
    everything,
    issue,
    old_meeting,
    propose,
    unsound,
)
from tests.few_or_many import check_random, few_or_many

CHAIN = ["propose", "issue", "archive", "destroy"]
# Sequences to a destruction with and without each step, and interfering changes.
WAYS = st.sets(st.sampled_from(CHAIN)).map(lambda kept: [step for step in CHAIN if step in kept])
BETWEEN = st.sampled_from(["withdraw", "edit", "later"]).map(lambda step: [step])
STEPS = st.lists(st.just(CHAIN) | WAYS | WAYS | BETWEEN, min_size=2, max_size=6).map(
    lambda parts: [step for part in parts for step in part]
)


@few_or_many(4, 1000)
def test_nothing_goes_that_is_not_on_a_list_that_was_issued(
    new_store: Path,
    new_store_key: bytes,
    tmp_path_factory: pytest.TempPathFactory,
    number: int,
) -> None:
    def check(steps: list[str]) -> None:
        _take(new_store, new_store_key, tmp_path_factory.mktemp("store"), steps)

    check(CHAIN)
    check_random(number, check, STEPS)


def _take(template: Path, key: bytes, folder: Path, steps: list[str]) -> None:
    """Take the steps; require that each destruction takes exactly what its issued list has."""
    shutil.copytree(template, folder, dirs_exist_ok=True)
    database = Database(folder / STORE_FILE, key)
    database.actor = Actor.CHIEF
    try:
        second = add_deputy(database)
        for year in (2018, 2019):
            old_meeting(database, held_on=date(year, 3, 1), subject_fr=f"Sujet {year}")
        makers.write_rumour(database, heard_on=date(2019, 4, 2))
        made: list[UUID] = []
        for number, step in enumerate(steps):
            before = everything(database)
            listed = _listed_trees(database, made[-1]) if made and step == "destroy" else set()
            is_ready = bool(made) and state(database, made[-1]) is EliminationState.ARCHIVED
            try:
                _do(database, step, number, made, folder, second)
            except OutreachError:
                assert everything(database) == before
                continue
            gone = before - everything(database)
            assert gone == (listed if step == "destroy" else set())
            assert not gone or is_ready
        assert unsound(database) == []
    finally:
        database.close()


def state(database: Database, uid: UUID) -> EliminationState:
    with database.read() as session:
        return get_elimination_row(session, uid).state


def _listed_trees(database: Database, uid: UUID) -> set[UUID]:
    with database.read() as session:
        try:
            found = elimination_checks.take_listed(session, get_elimination(session, uid))
        except Conflict:
            return set()
        return {record.uid for item in found for record in item.tree}


def _do(
    database: Database,
    step: str,
    number: int,
    made: list[UUID],
    folder: Path,
    second: SecondPerson,
) -> None:
    match step:
        case "propose":
            made.append(propose(database, *([Kept.RUMOUR] if number % 3 == 0 else [])))
        case "edit":
            with database.write() as session:
                records = select(Meeting).order_by(Meeting.id).limit(1)
                for record in session.scalars(records):
                    record.subject_fr = f"Sujet {number}"
        case "later":
            old_meeting(database, held_on=date(2020, 1, 1), subject_fr=f"Sujet {number}")
        case _ if not made:
            return
        case "issue":
            issue(database, made[-1])
        case "archive":
            archive(database, made[-1], folder / "archive.zip")
        case "withdraw":
            with database.write() as session:
                eliminations.withdraw_elimination(session, made[-1])
            made.pop()
        case _:
            path = folder / "archive.zip"
            destroy(database, made[-1], digest_of(path) if path.exists() else None, second)
