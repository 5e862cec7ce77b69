"""The dependants of a record to be destroyed, and the records that prevent it."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from outreach_app.models import Record
from outreach_app.models.ties import GOES_WITH, HOLDS, Tie


def tree_of(session: Session, record: Record) -> list[Record]:
    """Return a record and its dependants, children first."""
    found: dict[Record, None] = {}

    def visit(each: Record) -> None:
        for tie in GOES_WITH:
            for child in referring(session, tie, each):
                if child not in found and child is not record:
                    visit(child)
        found[each] = None

    visit(record)
    return list(found)


def find_holder(session: Session, tree: Sequence[Record]) -> Record | None:
    """Return a record outside a tree that depends on one in it, if there is any."""
    inside = set(tree)
    for tie in HOLDS:
        for each in tree:
            for holder in referring(session, tie, each):
                if holder not in inside:
                    return holder
    return None


def referring(session: Session, tie: Tie, record: Record) -> Iterator[Record]:
    """Yield the records that refer to one by this link."""
    target = inspect(tie.class_).relationships[tie.key].mapper.class_
    if isinstance(record, target):
        statement = select(tie.class_).where(tie == record)
        yield from session.scalars(statement.order_by(tie.class_.id))


def state_of(tree: Sequence[Record]) -> str:
    """Return a digest over a tree that changes with any of its records."""
    versions = (f"{each.uid} {each.version}" for each in tree)
    return sha256("\n".join(sorted(versions)).encode()).hexdigest()
