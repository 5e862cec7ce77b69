"""What stands behind each line of a list: the records that go, or a draft, or rows of the log."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app.models import JOURNALED, AccessRow, Record, SavedDraft
from outreach_app.queries.kept_records import DRAFT_ENTITY, LOG_ENTITY, DueRow
from outreach_app.queries.trees import state_of, tree_of

_MODELS: dict[str, type[Record]] = {model.contract.entity: model for model in JOURNALED}


@dataclass(frozen=True, slots=True)
class ListedItem:
    """A line: its `tree` goes, children first, or the `draft`, or the log up to `last_row`.

    `state` is a digest over it, and another one once anything of it changed.
    """

    row: DueRow
    count: int
    state: str
    tree: Sequence[Record] = ()
    draft: SavedDraft | None = None
    last_row: int | None = None


def listed_items(session: Session, rows: Iterable[DueRow]) -> list[ListedItem]:
    """Return what stands behind these, in their order; what is gone is left out.

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
    model = _MODELS[row.entity]
    record = session.scalars(select(model).where(model.uid == UUID(row.key))).one_or_none()
    tree = [each for each in tree_of(session, record) if each not in taken] if record else []
    return ListedItem(row, len(tree), state_of(tree), tree) if tree else None


def _log(session: Session, row: DueRow) -> ListedItem | None:
    last = int(row.key)
    head = session.scalar(select(AccessRow.head).where(AccessRow.n == last))
    left = select(func.count()).where(AccessRow.n <= last, AccessRow.act != "cut")
    count = session.scalar(left) or 0
    return ListedItem(row, count, head.hex(), last_row=last) if head and count else None
