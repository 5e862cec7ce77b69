"""The differences between a draft and the record that it would change."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outreach_app.field_words import FIELD_WORDS
from ui.history.fields import value_words

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True, slots=True)
class Difference:
    """What was typed and what is recorded of one field, in words; "" for nothing."""

    label: str
    typed: str
    recorded: str


def list_differences(
    typed: "DataclassInstance", recorded: "DataclassInstance", about: str = ""
) -> Iterator[Difference]:
    """Yield the fields that differ, in form order; `about` names a part of the record."""
    for name, label in FIELD_WORDS.items():
        if name.endswith("_language"):
            continue  # derived from the text whose language it is
        mine, theirs = (value_words(name, getattr(side, name, None)) for side in (typed, recorded))
        if mine != theirs:
            yield Difference(f"{about} · {label()}" if about else label(), mine, theirs)
