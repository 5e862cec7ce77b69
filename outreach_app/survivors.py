"""The surviving record of merged ones: the other PC may still write to any of them."""

from collections.abc import Iterable
from functools import cache
from typing import TypeVar
from uuid import UUID

from sqlalchemy import CTE, ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from outreach_app.models import Partner, Person

Merged = type[Partner] | type[Person]
MergedT = TypeVar("MergedT", Partner, Person)


def survivor(record: MergedT) -> MergedT:
    """Follow merges to the surviving record.

    Two PCs may merge a pair in opposite directions, which closes a circle: its lowest uid then
    survives, so that both show the same. `survivors` is the same rule for a whole table.
    """
    path = [record]
    while (into := path[-1].merged_into) is not None:
        if into in path:
            return min(path[path.index(into) :], key=lambda each: each.uid)
        path.append(into)
    return path[-1]


@cache
def survivors(model: Merged) -> CTE:
    """Select the local `id` of each merged record, with its `survivor_id`."""
    merged, target = aliased(model), aliased(model)
    first = (
        select(merged.id.label("id"), merged.merged_into_id.label("at"))
        .where(merged.merged_into_id.is_not(None))
        .cte(f"{model.__tablename__}_path", recursive=True)
    )
    further = select(first.c.id, target.merged_into_id)
    further = further.join(target, target.id == first.c.at)
    # UNION leaves out rows that were seen: a circle is walked once.
    path = first.union(further.where(target.merged_into_id.is_not(None)))
    end, circle = aliased(model), path.alias()
    is_in_circle = exists().where(circle.c.id == path.c.at, circle.c.at == path.c.at)
    place = func.row_number().over(partition_by=path.c.id, order_by=end.uid)
    ends = (
        select(path.c.id, end.id.label("survivor_id"), place.label("place"))
        .join(end, end.id == path.c.at)
        .where(or_(end.merged_into_id.is_(None), is_in_circle))
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
