"""The declaration of an action on rows: its input, its condition and its use case."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from outreach_app import i18n
from outreach_app.database import StoreSession
from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.rights import Right
from outreach_app.rules.text import language_of
from ui.forms.choice_editor import Choices
from ui.widgets.translated import Text

# What is done to all that was reacted to is done to a point, and to a remark.
RowT_contra = TypeVar("RowT_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Given:
    """The input of an action: words, a day, a choice, as far as it asks for them."""

    words: str = ""
    more: str = ""
    day: date | None = None
    choice: str = ""

    def the_day(self) -> date:
        """Return the day. Raises NotAllowed where none was typed."""
        if self.day is None:
            raise NotAllowed(_("A day is needed here. Type it as 05/01/2026."), code="no_date")
        return self.day


# No slots: Python 3.11 cannot make a generic frozen dataclass that has them.
@dataclass(frozen=True)
class Action(Generic[RowT_contra]):
    """`choice`, `words`, `more` and `day` label what the action asks for; None if it does not.

    `choices` are its entries; `usual_day` is preset in the field of the day, to be kept or changed;
    with `is_due`, a day that has passed is asked about. `former` returns what it recorded before of
    a row, which is preset: several such rows are not changed at once, for each would lose its own.
    `is_possible` is asked of every chosen row; `do` writes one of them, for which an account needs
    the `right`. `keys` begin it. `draft` names the drafts that keep its input for each record until
    it is recorded; only an action that asks for nothing has none. `is_long` gives its words several
    lines.
    """

    title: Text
    icon: str
    said: Text
    is_possible: Callable[[RowT_contra], bool]
    do: Callable[[StoreSession, RowT_contra, Given], object]
    words: Text | None = None
    is_long: bool = False
    draft: str = ""
    more: Text | None = None
    day: Text | None = None
    usual_day: Callable[[], date] | None = None
    is_due: bool = False
    former: Callable[[RowT_contra], Given | None] = lambda _row: None
    choice: Text | None = None
    choices: Choices = tuple
    keys: str = ""
    destroys: bool = False
    right: Right = Right.RECORD

    def is_offered(self, rows: Sequence[RowT_contra]) -> bool:
        """Return whether it can be done to all of these rows, if there are any."""
        is_possible = bool(rows) and all(self.is_possible(row) for row in rows)
        return is_possible and (len(rows) == 1 or not any(self.former(row) for row in rows))

    @property
    def asks(self) -> bool:
        return any((self.choice, self.words, self.more, self.day))


class Versioned(Protocol):
    """A record as it was read."""

    @property
    def uid(self) -> UUID: ...
    @property
    def version(self) -> str: ...


def deletion(said: Text, delete: Callable[[StoreSession, UUID, str], object]) -> Action[Versioned]:
    """Return the action that moves a record to the trash."""
    return Action(
        lambda: _("Delete"),
        "trash",
        said,
        lambda _row: True,
        lambda session, row, _given: delete(session, row.uid, row.version),
        keys="Del",
        destroys=True,
        right=Right.REMOVE,
    )


def written_language(text: str) -> str:
    """Return the language of what was typed, or the screen’s if its letters are ambiguous."""
    return (language_of(text) or i18n.current()).value
