"""The records, draft, log rows or backup behind each line of an elimination list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app.access_log import LOG_ENTITY, Act
from outreach_app.models import JOURNALED, AccessRow, Bundle, Record, SavedDraft
from outreach_app.models.base import moment_text
from outreach_app.queries.kept_files import (
    BACKUP_ENTITY,
    EXCHANGE_ENTITY,
    find_backup,
    list_old_bundles,
)
from outreach_app.queries.records_past_term import DRAFT_ENTITY, DueRow
from outreach_app.queries.trees import state_of, tree_of

_MODELS: dict[str, type[Record]] = {model.contract.entity: model for model in JOURNALED}


@dataclass(frozen=True, slots=True)
class ListedItem:
    """A line: it eliminates its `tree`, children first, or one of the others.

    These are a draft, the access log up to `last_row`, rows of the log of files, a backup's name.
    `state` is a digest that changes with any of it.
    """

    row: DueRow
    count: int
    state: str
    tree: Sequence[Record] = ()
    draft: SavedDraft | None = None
    last_row: int | None = None
    bundles: Sequence[Bundle] = ()
    backup: str | None = None


def listed_items(session: Session, rows: Iterable[DueRow]) -> list[ListedItem]:
    """Return the items behind these rows, in their order, without those that are gone.

    What an earlier line takes along is no part of a later one.
    """
    items: list[ListedItem] = []
    taken: set[Record] = set()
    for row in rows:
        item = _item(session, row, taken)
        if item is not None:
            items.append(item)
            taken.update(item.tree)
    return items


def _item(session: Session, row: DueRow, taken: set[Record]) -> ListedItem | None:
    if row.entity == DRAFT_ENTITY:
        draft = session.get(SavedDraft, row.key)
        if draft is None:
            return None
        return ListedItem(row, 1, sha256(draft.content).hexdigest(), draft=draft)
    if row.entity == LOG_ENTITY:
        return _log(session, row)
    if row.entity == EXCHANGE_ENTITY:
        return _exchange(session, row)
    if row.entity == BACKUP_ENTITY:
        return _backup(session, row)
    model = _MODELS[row.entity]
    record = session.scalars(select(model).where(model.uid == UUID(row.key))).one_or_none()
    tree = [each for each in tree_of(session, record) if each not in taken] if record else []
    return ListedItem(row, len(tree), state_of(tree), tree) if tree else None


def _log(session: Session, row: DueRow) -> ListedItem | None:
    last = int(row.key)
    head = session.scalar(select(AccessRow.head).where(AccessRow.n == last))
    left = select(func.count()).where(AccessRow.n <= last, AccessRow.act != Act.CUT)
    count = session.scalar(left) or 0
    return ListedItem(row, count, head.hex(), last_row=last) if head and count else None


def _exchange(session: Session, row: DueRow) -> ListedItem | None:
    bundles = list_old_bundles(session, int(row.key))
    told = "".join(f"{each.id} {moment_text(each.moved_at)} {each.uid}\n" for each in bundles)
    state = sha256(told.encode()).hexdigest()
    return ListedItem(row, len(bundles), state, bundles=bundles) if bundles else None


def _backup(session: Session, row: DueRow) -> ListedItem | None:
    file = find_backup(session, row.key)
    if file is None:
        return None
    told = f"{file.name} {file.stat().st_size}"
    return ListedItem(row, 1, sha256(told.encode()).hexdigest(), backup=file.name)
