"""The draft of an inline action: what is typed for one record, until it is recorded."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QWidget

from outreach_app.queries.drafts import list_action_drafts
from outreach_app.services.drafts import action_form
from ui.context import AppContext
from ui.drafts.keeper import DraftKeeper


@dataclass(frozen=True, slots=True)
class Typed:
    """The content of the fields of an action, the day as it is typed."""

    words: str = ""
    more: str = ""
    day: str = ""
    choice: str | None = None


class ActionDraft:
    """Each record has its own draft of each action, shown again when the form is opened for it.

    `typed` returns the content of the form, which is the parent.
    """

    def __init__(self, context: AppContext, typed: Callable[[], Typed], form: QWidget) -> None:
        self._typed = typed
        self._begun = Typed()
        self._is_open = False
        self._keeper: DraftKeeper[Typed] = DraftKeeper(context, Typed, form)
        self._keeper.due.connect(self._keep)

    def open(self, action: str, record: UUID, begun: Typed | None = None) -> Typed | None:
        """Begin with a record, and return what was typed for it before.

        `begun` is what the form shows before anything is typed.
        """
        self._begun = begun or Typed()
        self._is_open = bool(action)
        self._keeper.begin(action_form(action, record))
        for left in self._keeper.others()[:1]:
            self._keeper.resume(left)
            return left.draft
        return None

    def change(self) -> None:
        """Save soon what the person typed or chose."""
        if self._is_open:
            self._keeper.changed()

    def save(self) -> None:
        """Save what was typed since the last time."""
        if self._keeper.is_due:
            self._keep()

    def discard(self) -> None:
        """Discard the draft: what was typed is recorded."""
        if self._is_open:
            self._keeper.discard()

    def _keep(self) -> None:
        typed = self._typed()
        if typed == self._begun:
            self._keeper.discard()
        else:
            self._keeper.keep(typed)


def list_drafted(context: AppContext) -> frozenset[tuple[str, UUID]]:
    """Return the actions that have a draft, each with its record."""
    return context.read(list_action_drafts)
