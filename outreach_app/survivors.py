"""The surviving record of merged ones: the other PC may still write to any of them."""

from collections.abc import Iterable
from functools import cache
from typing import Final, TypeVar
from uuid import UUID

from sqlalchemy import CTE, ColumnElement, and_, func, literal, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from outreach_app.models import Partner, Person

Merged = type[Partner] | type[Person]
MergedT = TypeVar("MergedT", Partner, Person)


# People merge a few times in a row. A file may hold a chain or a circle of thousands, and to walk
# it whole from each of its records would hold the program up for minutes.
_MOST_STEPS: Final = 32


def survivor(record: MergedT) -> MergedT:
    """Follow merges to the surviving record.

    Two PCs may merge a pair in opposite directions, which closes a circle: its lowest uid then
    survives, so that both show the same. A record whose survivor is too far stands for itself.
    `survivors` is the same rule for a whole table.
    """
    path = list[MergedT]()
    at = record
    while len(path) < _MOST_STEPS:
        if at.merged_into is None:
            return at
        at = at.merged_into
        path.append(at)
    circle = [each for each in path if path.count(each) > 1]
    if circle:
        return min(circle, key=lambda each: each.uid)
    return record if at.merged_into else at


@cache
def survivors(model: Merged) -> CTE:
    """Select the local `id` of each merged record, with its `survivor_id`."""
    merged, target = aliased(model), aliased(model)
    first = (
        select(merged.id.label("id"), merged.merged_into_id.label("at"), literal(1).label("step"))
        .where(merged.merged_into_id.is_not(None))
        .cte(f"{model.__tablename__}_path", recursive=True)
    )
    further = select(first.c.id, target.merged_into_id, first.c.step + 1)
    further = further.join(target, target.id == first.c.at)
    is_on = target.merged_into_id.is_not(None), first.c.step < _MOST_STEPS
    path = first.union_all(further.where(*is_on))
    visits = (
        select(path.c.id, path.c.at, func.count().label("times"))
        .group_by(path.c.id, path.c.at)
        .subquery()
    )
    end = aliased(model)
    place = func.row_number().over(partition_by=visits.c.id, order_by=end.uid)
    ends = (
        select(visits.c.id, end.id.label("survivor_id"), place.label("place"))
        .join(end, end.id == visits.c.at)
        # A circle comes to its records again.
        .where(or_(end.merged_into_id.is_(None), visits.c.times > 1))
        .subquery()
    )
    statement = select(ends.c.id, ends.c.survivor_id).where(ends.c.place == 1)
    # Evaluated once, and not for each row of the enclosing statement.
    return statement.cte(f"{model.__tablename__}_merged").prefix_with("MATERIALIZED")


def survivor_ids(session: Session, model: Merged) -> dict[int, int]:
    """Return the local id of the survivor of each merged record, by that record's id."""
    found = survivors(model)
    return dict(session.execute(select(found.c.id, found.c.survivor_id)).all())


def is_shown(model: Merged) -> ColumnElement[bool]:
    """Return the condition of lists and counts: neither deleted nor merged into another."""
    found = survivors(model)
    merged = select(found.c.id).where(found.c.id != found.c.survivor_id)
    return and_(~model.is_deleted, model.id.not_in(merged))


def is_of(column: InstrumentedAttribute[int], model: Merged) -> ColumnElement[bool]:
    """Return the condition that a link leads to a record of the outer statement or its merges."""
    found = survivors(model)
    merged = select(found.c.id).where(found.c.survivor_id == model.id).correlate(model)
    return or_(column == model.id, column.in_(merged))


def group_ids(session: Session, model: Merged, uids: Iterable[UUID]) -> list[int]:
    """Return the local ids of these records and of all that are merged with them."""
    ends = survivor_ids(session, model)
    ids = session.scalars(select(model.id).where(model.uid.in_(list(uids)))).all()
    asked = {ends.get(record_id, record_id) for record_id in ids}
    return sorted(asked | {record_id for record_id, end in ends.items() if end in asked})
