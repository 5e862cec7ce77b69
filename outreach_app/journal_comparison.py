"""Comparison of the tables with the records that the journal's events add up to."""

import itertools
from collections.abc import Iterator, Mapping
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from outreach_app.events import Json, State, day_of, fold
from outreach_app.journal import placed
from outreach_app.models import JOURNALED, JournalEvent, Record, WaitingRecord
from outreach_app.models.base import Link, default_of, snapshot
from outreach_app.rules.domain_kinds import Held
from outreach_app.rules.known_values import keep_past, known_values

_PORTION = 500  # records loaded at once
_MODELS: dict[str, type[Record]] = {model.contract.entity: model for model in JOURNALED}


def compare_tables(session: Session) -> tuple[int, list[str]]:
    """Return how many records the journal has, and those that the tables hold otherwise.

    A record that is purged or wholly withheld has no row; one that waits for others to arrive may
    have an incomplete one.
    """
    wrong: list[str] = []
    in_journal = in_tables = 0
    waiting = set(session.scalars(select(WaitingRecord.record)))
    states = _states_by_record(session)
    while portion := dict(itertools.islice(states, _PORTION)):
        records = _records(session, portion)
        in_journal += len(portion)
        in_tables += len(records)
        for uid, state in portion.items():
            is_without_row = state.is_purged or state.is_withheld
            if uid not in waiting and not _is_as_journaled(
                records.get(uid), None if is_without_row else state
            ):
                wrong.append(f"{state.entity} {uid}")
    stored = sum(session.scalar(select(func.count()).select_from(m)) or 0 for m in JOURNALED)
    if stored != in_tables:
        wrong.append(f"{stored} != {in_tables}")
    return in_journal, wrong


def _states_by_record(session: Session) -> Iterator[tuple[UUID, State]]:
    statement = select(JournalEvent).order_by(JournalEvent.record)
    rows = session.scalars(statement.execution_options(yield_per=_PORTION))
    for uid, group in itertools.groupby(rows, key=lambda row: row.record):
        yield uid, fold(map(placed, group))


def _records(session: Session, states: Mapping[UUID, State]) -> dict[UUID, Record]:
    """Return the rows of these records with those they refer to: one statement per table."""
    found: dict[UUID, Record] = {}
    for entity in {state.entity for state in states.values()}:
        model = _MODELS[entity]
        links = [field.name for field in model.contract.fields if isinstance(field, Link)]
        uids = [uid for uid, state in states.items() if state.entity == entity]
        statement = select(model).where(model.uid.in_(uids))
        statement = statement.options(*(selectinload(getattr(model, name)) for name in links))
        found.update({record.uid: record for record in session.scalars(statement)})
    return found


def _is_as_journaled(record: Record | None, state: State | None) -> bool:
    if record is None or state is None:
        return record is None and state is None
    if (record.is_deleted, record.version) != (state.is_deleted, state.version):
        return False
    journaled = _columns(record, state.fields)
    return _columns(record, snapshot(record)) in (journaled, _known(record, journaled))


def _columns(record: Record, fields: Mapping[str, Json]) -> dict[str, Held]:
    """Return the columns of a record's fields; what no event states has its column's default."""
    values: dict[str, Held] = {}
    for field in record.contract.fields:
        value = fields.get(field.name)
        for column in field.columns:
            part = value.get(column) if isinstance(value, dict) else value
            if part is None:
                values[column] = None if isinstance(field, Link) else _default(record, column)
            else:
                values[column] = " ".join(part) if isinstance(part, list) else part
    return values


def _default(record: Record, column: str) -> Held:
    default = default_of(type(record), column)
    return "" if default == () else default if isinstance(default, int) else None


def _known(record: Record, journaled: Mapping[str, Held]) -> dict[str, Held]:
    """Return columns as the tables hold them after an import: an invalid value is unknown."""
    known = known_values(record.contract.entity, dict(journaled))
    keep_past(record.contract.entity, known, day_of(record.version))
    return known
