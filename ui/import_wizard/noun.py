"""What the wizard imports: its words and fields, and how it is read and written."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from outreach_app.errors import Problem
from outreach_app.transfer.mappings import Headings
from outreach_app.transfer.named_rows import NamedRow
from outreach_app.transfer.reports import ImportReport
from ui.changes import Topic
from ui.tables.columns import Column
from ui.widgets.translated import Text

Chosen = Mapping[str, str]  # fields, and their codes
Words = Mapping[str, tuple[str, ...]]  # words of a file, and the lists of their codes


class Entry(Protocol):
    """A row or card as it was read."""

    @property
    def problems(self) -> tuple[Problem, ...]: ...
    @property
    def to_complete(self) -> tuple[Problem, ...]: ...


class Entries(Protocol):
    """The entries of a file, with their number."""

    def __iter__(self) -> Iterator[Entry]: ...
    def __len__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """How a table is read: the field of each column, the code of each unknown word, and the codes
    of what a row does not say."""

    mapping: Mapping[str, str]
    values: Mapping[str, str]
    usual: Chosen = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Usual:
    """A choice for what a file may not say: its field, its name, the list and its first code."""

    field: str
    name: Text
    prefix: str
    code: str


@dataclass(frozen=True, slots=True)
class NounWords:
    """The words of the wizard for a noun.

    `whole` explains a file that needs no columns, `tried` what the third step shows; `lacking` is
    shown instead of a preview before the column that each row needs is chosen. `redo` advises what
    to do with rows that were not taken whole, if they cannot be imported again.
    """

    title: Text
    advice: Text
    kinds: Text
    whole: Text
    tried: Text
    lacking: Text
    lacking_advice: Text
    doing: Text
    done: Text
    redo: Text | None = None


@dataclass(frozen=True, slots=True)
class Noun:
    """Something that the wizard imports.

    `key` names its draft and its tables in the settings, `mappings` its saved mappings. `usual` is
    asked for tables, or with `is_usual_of_whole` for files without columns. `is_matched` if the
    third step asks how known records are found. `contacts` returns the program that wrote a table
    and its entries, or None for any other table.
    """

    key: str
    mappings: str
    words: NounWords
    topics: frozenset[Topic]
    headings: Headings
    columns: tuple[Column[Any], ...]
    usual: tuple[Usual, ...]
    is_usual_of_whole: bool
    is_matched: bool
    is_whole: Callable[[Path], bool]
    read_whole: Callable[[Path, Chosen], Entries]
    contacts: Callable[[Sequence[NamedRow], Chosen], tuple[str, Entries] | None]
    read_rows: Callable[[Sequence[NamedRow], Reading], Entries]
    unknown: Callable[[Sequence[NamedRow], Mapping[str, str]], Words]
    write: Callable[..., ImportReport]
