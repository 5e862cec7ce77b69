"""Random plans of any document, by the types and the names of their fields."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, time
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.kinds import CommitmentOwner, PointKind
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.hand_outs.plan import PartnerFacts
from outreach_app.summaries.prose.facts import OfficeFacts, Words
from tests.core.summaries.any_values import DATES, DEBTORS, MINUTES, PLACES, SUBJECTS, codes, words
from tests.core.summaries.given_sheets import LAWYER
from tests.core.summaries.plans import OFFICE

Values = Mapping[str, st.SearchStrategy[Any]]

NUMBERS = st.integers(1, 999).map(lambda number: f"{number:02d}/2026")
# Values of text fields, by their names; a plan's own come before them.
_BY_NAME: Values = {
    "channel": codes("ch"),
    "kind": codes("mt"),
    "meeting_kind": codes("mt"),
    "topic": codes("tp"),
    "to": codes("rf"),
    "authority": codes("rf"),
    "status": codes("cst"),
    "owner": st.sampled_from([each.value for each in CommitmentOwner]),
    "number": NUMBERS,
    "meeting": NUMBERS,
    "document": NUMBERS,
    "rumour": NUMBERS,
    "phone": st.just("+212520000013"),
    "name": DEBTORS,
    "subject": SUBJECTS,
    "place": PLACES,
}
_BY_TYPE: Mapping[object, st.SearchStrategy[Any]] = {
    int: st.integers(0, 13) | st.integers(14, 2_000),
    bool: st.booleans(),
    date: DATES,
    time: MINUTES,
    Words: words(),
    Bilingual: SUBJECTS,
    OfficeFacts: st.just(OFFICE),
    PartnerFacts: st.builds(PartnerFacts, DEBTORS, st.none(), st.none()) | st.just(LAWYER),
    str: st.sampled_from(["حي النخيل", "Hay Annakhil", "A-14"]),
}
POINT_KINDS = st.sampled_from([each.value for each in PointKind])
PLACES_TYPED = st.sampled_from(["حي النخيل", "Hay Annakhil", "12, rue Ibn Sina"])
DOCUMENT_KINDS = st.sampled_from([each.value for each in DocumentKind])


def any_plan(plan: type, **own: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return any plan of a class; `own` are the values of its fields, `Class_field` of others'."""
    return _of_type(plan, "", plan, own).map(_numbered)


def _of_type(kind: Any, name: str, holder: type, own: Values) -> st.SearchStrategy[Any]:
    given = own.get(f"{holder.__name__}_{name}", own.get(name))
    if given is not None:
        return given
    if get_origin(kind) in (Union, UnionType):
        (some,) = (each for each in get_args(kind) if each is not type(None))
        return st.none() | _of_type(some, name, holder, own)
    if get_origin(kind) is tuple:
        return st.lists(_of_type(get_args(kind)[0], "", holder, own), max_size=4).map(tuple)
    if name in _BY_NAME and kind in (str, Bilingual):
        return _BY_NAME[name]
    return _BY_TYPE[kind] if kind in _BY_TYPE else _of_class(kind, own)


def _of_class(kind: Any, own: Values) -> st.SearchStrategy[Any]:
    if issubclass(kind, StrEnum):
        return st.sampled_from(kind)
    hints, names = get_type_hints(kind), [each.name for each in fields(kind)]
    return st.builds(kind, **{name: _of_type(hints[name], name, kind, own) for name in names})


def _numbered(value: Any) -> Any:
    """Number the members of each list in their order, as plans do."""
    if isinstance(value, tuple):
        return tuple(_placed(_numbered(each), place) for place, each in enumerate(value, 1))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{each.name: _numbered(getattr(value, each.name)) for each in fields(value)}
        )
    return value


def _placed(value: Any, place: int) -> Any:
    is_placed = is_dataclass(value) and isinstance(getattr(value, "number", None), int)
    return replace(value, number=place) if is_placed else value
