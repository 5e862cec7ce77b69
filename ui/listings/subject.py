"""What a list is about, declared once: how it is asked, narrowed, exported and acted on."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from outreach_app.database import StoreSession
from outreach_app.queries.portions import Portion
from outreach_app.queries.saved_filters import FilterT
from outreach_app.rights import Right
from ui.actions.actions import Action
from ui.context import AppContext
from ui.forms.choice_editor import ChoiceEditor, Choices
from ui.saved_filters.list_filter import FieldChoice, RelativeField
from ui.tables.columns import Column
from ui.tables.row_room import Heading
from ui.widgets.line_button import LineWords
from ui.widgets.translated import Text


class Listed(Protocol):
    """What the rows of every list have in common."""

    @property
    def uid(self) -> UUID: ...


class Limited(Protocol):
    """What only accounts with a right may do."""

    @property
    def right(self) -> Right: ...


RowT = TypeVar("RowT", bound=Listed)
LimitedT = TypeVar("LimitedT", bound=Limited)


@dataclass(frozen=True, slots=True)
class FilterPart:
    """A choice above a list, of the field of its filter that `key` names.

    `values` tells what a code means where the field does not hold the code itself; `editor` makes
    the choice of them.
    """

    key: str
    name: Text
    choices: Choices
    values: Mapping[str, object] = field(default_factory=dict)
    editor: Callable[[Choices], ChoiceEditor] = ChoiceEditor


@dataclass(frozen=True, slots=True)
class Story:
    """What is known of a row: facts as names and values, and how it came about, under a title."""

    facts: Sequence[tuple[str, str]]
    title: Text
    steps: Sequence[LineWords]


# No slots: Python 3.11 cannot make a generic frozen dataclass that has them.
@dataclass(frozen=True)
class Way(Generic[RowT]):
    """Where one chosen row leads, or several: a form, a dialog, another page.

    It is offered to accounts that have its `right` alone.

    `follow_all` takes several; None where the way is for one.
    """

    title: Text
    icon: str
    follow: Callable[[RowT], None]
    is_possible: Callable[[RowT], bool] = lambda _row: True
    keys: str = ""
    right: Right = Right.LOOK
    follow_all: Callable[[Sequence[RowT]], None] | None = None


@dataclass(frozen=True)
class Subject(Generic[RowT, FilterT]):
    """One list. `ids` gives its order by portions, `rows` the rows of some ids.

    `words` says what a row is about.

    `key` names the list in the settings. `every` is the filter that narrows nothing; `search` is
    the advice in the field of its words, None where the list has none. `relative` tells by its key
    what a narrowing means that is no field of the filter. `more` is what else is to be known of a
    row; where there is a `story`, it stands beside the list instead. `groups` gives the headings of
    the rows in their order, where the list has some.
    """

    key: str
    title: Text
    icon: str
    advice: Text
    columns: Sequence[Column[RowT]]
    actions: Sequence[Action[RowT]]
    narrowings: Sequence[FilterPart]
    every: FilterT
    ids: Callable[[StoreSession, FilterT, Portion], list[int]]
    rows: Callable[[StoreSession, Sequence[int]], Mapping[int, RowT]]
    words: Callable[[RowT], str]
    more: Callable[[StoreSession, RowT], str] = lambda _session, _row: ""
    search: Text | None = None
    relative: Mapping[str, Callable[[FilterT, str], FilterT]] = field(default_factory=dict)
    story: Callable[[StoreSession, RowT], Story] | None = None
    groups: Callable[[StoreSession, FilterT], Sequence[Heading]] = lambda _session, _filter: ()

    def fields_of(self, editors: Mapping[str, ChoiceEditor]) -> dict[str, FieldChoice]:
        """Return the choices of fields of the filter, in their editors."""
        return {
            part.key: FieldChoice(editors[part.key], part.values)
            for part in self.narrowings
            if part.key not in self.relative
        }

    def relative_of(self, editors: Mapping[str, ChoiceEditor]) -> dict[str, RelativeField[FilterT]]:
        """Return the choices that are no field of the filter, in their editors."""
        return {
            key: RelativeField(narrowed, editors[key]) for key, narrowed in self.relative.items()
        }

    def actions_for(self, context: AppContext) -> list[Action[RowT]]:
        """Return what the account that is open may do to these rows."""
        return allowed(context, self.actions)


def allowed(context: AppContext, offered: Iterable[LimitedT]) -> list[LimitedT]:
    """Return the actions, ways or commands that the account that is open may do."""
    return [each for each in offered if context.may(each.right)]


def whole(
    ids: Callable[[StoreSession, FilterT], list[int]],
) -> Callable[[StoreSession, FilterT, Portion], list[int]]:
    """Return the order of a list that is short enough to be read at once."""
    return lambda session, wanted, portion: [] if portion.first else ids(session, wanted)
