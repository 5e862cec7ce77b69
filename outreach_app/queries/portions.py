"""Long lists, read a portion at a time: the store stops where the portion ends."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from outreach_app.rules.ids import OfficeId

# Rows of a list that are read before somebody scrolls; one more says that there are others.
SHOWN = 1_000
# Of more offices than these the rows are met often enough by walking the whole list in its order.
_FEW_OFFICES = 8


@dataclass(frozen=True, slots=True)
class Portion:
    """The place at which a portion begins, and how many rows it has at most: None for all."""

    first: int = 0
    most: int | None = None


WHOLE = Portion()


def first_portion(place: int = 0) -> Portion:
    """Return what is read of a list at first: SHOWN rows and one, or as far as a place in it."""
    return Portion(0, max(SHOWN, place) + 1)


def read_portion(session: Session, parts: Sequence[Select[int]], portion: Portion) -> list[int]:
    """Return a portion of several lists that stand one behind the other as one.

    What is sorted by whether something holds is two lists: each has an index in its order, which
    both together have not.
    """
    first, found = portion.first, list[int]()
    for part in parts:
        most = None if portion.most is None else portion.most - len(found)
        if most == 0:
            break
        ids = session.scalars(_cut(part, first, most)).all()
        if first and not ids:
            first -= session.scalar(select(func.count()).select_from(part.subquery())) or 0
        else:
            first = 0
        found += ids
    return found


def is_of(column: InstrumentedAttribute[int], offices: frozenset[OfficeId]) -> ColumnElement[bool]:
    """Whether a row belongs to one of these offices, in a list that is read in portions.

    Of a few offices all rows are sought and sorted; of a region they would be most of the register.
    """
    if len(offices) <= _FEW_OFFICES:
        return column.in_(offices)
    return (column + 0).in_(offices)  # not the bare column: SQLite would take the index of offices


def _cut(part: Select[int], first: int, most: int | None) -> Select[int]:
    return part if most is None and not first else part.limit(most).offset(first)
