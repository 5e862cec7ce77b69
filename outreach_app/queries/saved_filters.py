"""Saved filters of a list, and the filter that it was left with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.models import SavedFilter
from outreach_app.queries.desks import desk_of
from outreach_app.rules.ordering import order_key

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

FilterT = TypeVar("FilterT", bound="DataclassInstance")

# The name of the filter that a list was left with: nobody can choose it.
LEFT = ""


# No slots: Python 3.11 cannot make a generic frozen dataclass that has them.
@dataclass(frozen=True)
class KeptFilter(Generic[FilterT]):
    """The filter of a list's query, without what changes from day to day.

    `relative` keeps that by its code, as the list names it: e.g. the days of "month", or the
    precincts of a region, which may be more after the next import.
    """

    wanted: FilterT
    relative: Mapping[str, str] = field(default_factory=dict)


class _Content(msgspec.Struct):
    wanted: msgspec.Raw
    relative: dict[str, str]


def list_saved_filters(
    session: Session, list_key: str, kind: type[FilterT]
) -> dict[str, KeptFilter[FilterT] | None]:
    """Return this account's saved filters of a list by name, sorted by name.

    None for a filter that another version of the program wrote in another shape.
    """
    statement = select(SavedFilter.name, SavedFilter.content).where(
        SavedFilter.account == desk_of(session),
        SavedFilter.list_key == list_key,
        SavedFilter.name != LEFT,
    )
    found = {name: _decoded(content, kind) for name, content in session.execute(statement)}
    return dict(sorted(found.items(), key=lambda each: order_key(each[0])))


def find_left_filter(
    session: Session, list_key: str, kind: type[FilterT]
) -> KeptFilter[FilterT] | None:
    """Return the filter with which this account left a list, if any."""
    saved = find_saved(session, list_key, LEFT)
    return None if saved is None else _decoded(saved.content, kind)


def find_saved(session: Session, list_key: str, name: str) -> SavedFilter | None:
    """Return what this account keeps under a name, for the services."""
    return session.get(SavedFilter, (desk_of(session), list_key, name))


def _decoded(content: bytes, kind: type[FilterT]) -> KeptFilter[FilterT] | None:
    try:
        parts = msgspec.json.decode(content, type=_Content)
        return KeptFilter(msgspec.json.decode(parts.wanted, type=kind), parts.relative)
    except msgspec.MsgspecError:
        return None
