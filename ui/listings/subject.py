"""The declaration of a list: its query, filters, export and actions."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from outreach_app.database import StoreSession
from outreach_app.errors import NotAllowed
from outreach_app.queries.portions import Portion
from outreach_app.queries.saved_filters import FilterT
from outreach_app.queries.sorting import Sorting
from outreach_app.rights import Right, require
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
    """Anything that requires a right of the account."""

    @property
    def right(self) -> Right: ...


RowT = TypeVar("RowT", bound=Listed)
LimitedT = TypeVar("LimitedT", bound=Limited)


@dataclass(frozen=True, slots=True)
class FilterPart:
    """A choice above a list, of the field of its filter that `key` names.

    `values` maps a code to the field's value, if that is not the code itself; `editor` builds
    the widget.
    """

    key: str
    name: Text
    choices: Choices
    values: Mapping[str, object] = field(default_factory=dict)
    editor: Callable[[Choices], ChoiceEditor] = ChoiceEditor


@dataclass(frozen=True, slots=True)
class Story:
    """The details of a row: facts as names and values, and its history under a title."""

    facts: Sequence[tuple[str, str]]
    title: Text
    steps: Sequence[LineWords]


# No slots: Python 3.11 cannot make a generic frozen dataclass that has them.
@dataclass(frozen=True)
class Way(Generic[RowT]):
    """A link from the selected rows to a form, a dialog or another page.

    Only offered to accounts that have its `right`.

    `follow_all` takes several rows; None if the link is for a single row. `pairs` takes two alone.
    One that `leads` is the next step of a record: it goes before the actions.
    """

    title: Text
    icon: str
    follow: Callable[[RowT], None]
    is_possible: Callable[[RowT], bool] = lambda _row: True
    keys: str = ""
    right: Right = Right.READ
    follow_all: Callable[[Sequence[RowT]], None] | None = None
    pairs: bool = False
    leads: bool = False


@dataclass(frozen=True)
class Subject(Generic[RowT, FilterT]):
    """The declaration of one list, from which the list screen is built.

    `ids` returns the ids of a portion in order or sorted by a column, `rows` the rows of given
    ids, `words` a one-line text of a row. `key` names the list in the settings. `every` is the
    empty filter; `search` is the placeholder of the search field, None for no field. `relative`
    maps a key to a named filter that is computed, not stored in a field. `more` returns further
    details of a row; a `story` is shown beside the list instead. `groups` returns the headings of
    groups of rows, in the order of a list that is not sorted; `mark` a word at the end of the first
    cell.
    """

    key: str
    title: Text
    icon: str
    advice: Text
    columns: Sequence[Column[RowT]]
    actions: Sequence[Action[RowT]]
    narrowings: Sequence[FilterPart]
    every: FilterT
    ids: Callable[[StoreSession, FilterT, Portion, Sorting | None], list[int]]
    rows: Callable[[StoreSession, Sequence[int]], Mapping[int, RowT]]
    words: Callable[[RowT], str]
    more: Callable[[StoreSession, RowT], str] = lambda _session, _row: ""
    search: Text | None = None
    relative: Mapping[str, Callable[[FilterT, str], FilterT]] = field(default_factory=dict)
    story: Callable[[StoreSession, RowT], Story] | None = None
    groups: Callable[[StoreSession, FilterT], Sequence[Heading]] = lambda _session, _filter: ()
    mark: Callable[[RowT], str] = lambda _row: ""

    def fields_of(self, editors: Mapping[str, ChoiceEditor]) -> dict[str, FieldChoice]:
        """Return the editors of the filter parts that are fields of the filter."""
        return {
            part.key: FieldChoice(editors[part.key], part.values)
            for part in self.narrowings
            if part.key not in self.relative
        }

    def relative_of(self, editors: Mapping[str, ChoiceEditor]) -> dict[str, RelativeField[FilterT]]:
        """Return the editors of the filter parts that are computed (`relative`)."""
        return {
            key: RelativeField(narrowed, editors[key]) for key, narrowed in self.relative.items()
        }

    def actions_for(self, context: AppContext) -> list[Action[RowT]]:
        """Return the actions on these rows that the open account may carry out."""
        return allowed(context, self.actions)


def allowed(context: AppContext, offered: Iterable[LimitedT]) -> list[LimitedT]:
    """Return those of the actions, links or commands that the open account may use."""
    return [each for each in offered if context.may(each.right)]


def whole(
    ids: Callable[[StoreSession, FilterT, Sorting | None], list[int]],
) -> Callable[[StoreSession, FilterT, Portion, Sorting | None], list[int]]:
    """Return the order of a list that is short enough to be read at once."""
    return lambda session, wanted, portion, sorting: (
        [] if portion.first else ids(session, wanted, sorting)
    )


def say_refused(context: AppContext, keys: str) -> None:
    """Show why the key that deletes does nothing, where the role of the account is the reason."""
    if keys != "Del":
        return
    try:
        require(context.office.database, Right.REMOVE)
    except NotAllowed as error:
        context.refuse(error)
