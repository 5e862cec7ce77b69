"""The order of a list that is sorted by one of its columns: the store sorts it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVarTuple

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import InstrumentedAttribute

from outreach_app import i18n
from outreach_app.i18n import Language
from outreach_app.models import Office
from outreach_app.models.ordered_words import ordered_words
from outreach_app.rules.ordering import order_key
from outreach_app.vocabulary import catalogue

Columns = TypeVarTuple("Columns")
Key = ColumnElement[Any] | InstrumentedAttribute[Any]
# What a list sorts by, by the name of each column that sorts.
Orders = Mapping[str, Callable[[], Sequence[Key]]]


@dataclass(frozen=True, slots=True)
class Sorting:
    """The column that a list is sorted by, and whether it descends."""

    column: str
    is_descending: bool = False


def sorted_by(
    statement: Select[*Columns], orders: Orders, sorting: Sorting | None
) -> Select[*Columns]:
    """Sort by a column, what it lacks last; what is sorted next decides between equal rows."""
    if sorting is None:
        return statement
    keys = orders[sorting.column]()
    directed = (key.desc() if sorting.is_descending else key.asc() for key in keys)
    return statement.order_by(*(key.nulls_last() for key in directed))


def rank_among(column: Key, codes: Iterable[str]) -> ColumnElement[int]:
    """Return the rank of a code among these; codes of a newer program come last."""
    ranks = {code: place for place, code in enumerate(codes)}
    return case(ranks, value=column, else_=len(ranks))


def rank_by_label(column: Key, prefix: str) -> ColumnElement[int | None]:
    """Return the rank of a code among the labels of its list in the language of the screen."""
    entries = catalogue(prefix).values()
    by_label = sorted(entries, key=lambda entry: order_key(entry.label(i18n.screen())))
    ranked = rank_among(column, [entry.code for entry in by_label])
    return case((column.is_(None), None), else_=ranked)


def in_own_language(ar: Key, fr: Key) -> ColumnElement[str | None]:
    """Return the text to sort by of two, the one in the current language first."""
    return first_words(*((ar, fr) if i18n.current() is Language.ARABIC else (fr, ar)))


def written_words(text: Key, translation: Key, language: Key) -> ColumnElement[str | None]:
    """Return the text to sort by of what was written in one language and perhaps translated."""
    is_own = language == i18n.current().value
    return first_words(case((is_own, text), else_=func.coalesce(translation, text)))


def first_words(*texts: Key) -> ColumnElement[str | None]:
    """Return what the first text that there is is sorted by, None without a word."""
    return func.nullif(ordered_words(*texts), "")


def office_name(office_id: InstrumentedAttribute[int]) -> ColumnElement[str | None]:
    """Return the name to sort by of the office that a record belongs to."""
    named = select(in_own_language(Office.name_ar, Office.name_fr))
    return named.where(Office.id == office_id).scalar_subquery()
