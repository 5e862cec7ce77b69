"""Long lists, read a portion at a time: the store stops at the end of the portion."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from outreach_app.rules.ids import OfficeId

# Rows of a list that are read before anybody scrolls; one more shows that there are others.
SHOWN = 1_000
# With more offices than these, scanning the whole list in its order finds rows often enough.
_FEW_OFFICES = 8


@dataclass(frozen=True, slots=True)
class Portion:
    """The index at which a portion begins, and its maximum number of rows (None: all).

    `after` is the record just before it, if that is known: a list that can continues from there,
    so that it passes over no rows, and shows none twice if others have come meanwhile.
    """

    first: int = 0
    most: int | None = None
    after: int | None = None


WHOLE = Portion()


def first_portion(place: int = 0) -> Portion:
    """Return the first portion of a list: SHOWN rows plus one, or as far as an index in it."""
    return Portion(0, max(SHOWN, place) + 1)


def read_portion(session: Session, parts: Sequence[Select[int]], portion: Portion) -> list[int]:
    """Return a portion of several lists that are shown one after the other.

    A list sorted by a condition is read as two lists: each has an index in its order, both together
    have none.
    """
    first, found = portion.first, list[int]()
    for part in parts:
        most = None if portion.most is None else portion.most - len(found)
        if most == 0:
            break
        ids = session.scalars(_window(part, first, most)).all()
        if first and not ids:
            first -= session.scalar(select(func.count()).select_from(part.subquery())) or 0
        else:
            first = 0
        found += ids
    return found


def is_of(column: InstrumentedAttribute[int], offices: frozenset[OfficeId]) -> ColumnElement[bool]:
    """Return the condition that a row belongs to one of these offices, for lists in portions.

    For few offices, use their index and sort; for many, scan in list order.
    """
    if len(offices) <= _FEW_OFFICES:
        return column.in_(offices)
    return (column + 0).in_(offices)  # not the bare column: SQLite would take the index of offices


def _window(part: Select[int], first: int, most: int | None) -> Select[int]:
    return part if most is None and not first else part.limit(most).offset(first)
