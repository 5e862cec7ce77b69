"""The state of a rumour as columns: the finding that prevails, and the last step taken."""

from datetime import date
from functools import cache
from typing import TypeVarTuple

from sqlalchemy import ColumnElement, Select, and_, case, false, func, select
from sqlalchemy.orm import aliased

from outreach_app.models import Finding, Publication, Rumour
from outreach_app.rules.rumours import TO_RECTIFY
from outreach_app.rules.statuses import RumourState

Columns = TypeVarTuple("Columns")


def with_finding(statement: Select[*Columns]) -> Select[*Columns]:
    """Join each rumour with the finding that prevails and the rectification linked to it."""
    is_out = and_(Publication.id == Finding.publication_id, ~Publication.is_deleted)
    return (
        statement.select_from(Rumour)
        .outerjoin(Finding, Finding.id == _ruling_id())
        .outerjoin(Publication, is_out)
    )


@cache
def _ruling_id() -> ColumnElement[int]:
    """Return the finding that prevails, as a column: headquarters', else the office's last."""
    each = aliased(Finding)
    is_headquarters = each.office_id != Rumour.office_id
    return (
        select(each.id)
        .where(each.rumour_id == Rumour.id, ~each.is_deleted)
        .order_by(is_headquarters.desc(), each.uid.desc())
        .limit(1)
        .correlate(Rumour)
        .scalar_subquery()
    )


@cache
def rumour_state() -> ColumnElement[str]:
    """Return the state of a rumour, as a column, built once: the last step decides."""
    return case(
        (Rumour.closed_on.is_not(None), RumourState.CLOSED.value),
        (is_told() & _is_answered(), RumourState.CARRIED.value),
        (Publication.id.is_not(None), RumourState.CORRECTED.value),
        (Finding.result.is_not(None), RumourState.VERIFIED.value),
        (Finding.id.is_not(None), RumourState.VERIFYING.value),
        else_=RumourState.HEARD.value,
    )


def is_told() -> ColumnElement[bool]:
    """Return the condition that those concerned were informed once this result was established."""
    each = aliased(Finding)
    since = (
        select(func.min(func.coalesce(each.found_on, date.min)))
        .where(each.rumour_id == Rumour.id, ~each.is_deleted, each.result == Finding.result)
        .correlate(Rumour, Finding)
        .scalar_subquery()
    )
    return func.coalesce(Rumour.back_on >= since, false())


def _is_answered() -> ColumnElement[bool]:
    """Return the condition that nothing is left to publish: rectified, or nothing to rectify."""
    return Publication.id.is_not(None) | Finding.result.not_in(TO_RECTIFY)
