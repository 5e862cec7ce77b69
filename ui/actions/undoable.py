"""Writes that a single Undo reverts completely."""

from collections.abc import Callable, Sequence
from typing import TypeVar
from uuid import UUID

from outreach_app.database import StoreSession
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.services.undo import Change, changes_so_far, leaves_in_trash, undo
from ui.actions.actions import Action, Given
from ui.context import AppContext
from ui.undone import redone_words, undone_words

RowT = TypeVar("RowT")
Then = Callable[[], object]
Said = str | tuple[str, str]
"""What names an act, also once it is undone; a second text is reported beside it only."""


def write_undoable(
    context: AppContext,
    use_case: Callable[[StoreSession], object],
    said: Said,
    *,
    take_back: Callable[[StoreSession, Sequence[Change]], None] | None = None,
    undone: Then = lambda: None,
    redone: Then = lambda: None,
) -> Sequence[Change]:
    """Run a use case, report it with Undo, and return what changed.

    `take_back` writes the undo of those changes, if they need more than `undo`; it cannot be done
    again. `undone` and `redone` are called once the undo, or the act again, is committed. Raises
    what the use case raises; then nothing is written.
    """
    act = _Act(context, said, take_back, undone, redone)
    act.do(use_case)
    return act.changes


class _Act:
    """An act that is undone and done again; `changes` are those of its last write."""

    def __init__(
        self,
        context: AppContext,
        said: Said,
        take_back: Callable[[StoreSession, Sequence[Change]], None] | None,
        *then: Then,
    ) -> None:
        self.changes: Sequence[Change] = ()
        named, *beside = (said,) if isinstance(said, str) else said
        self._said = " ".join(filter(None, (named, *beside)))
        self._context, self._take_back = context, take_back
        self._undone, self._redone = then
        # The words of now: another language names no act.
        self._undone_words = undone_words(named)
        self._trashed_words = undone_words(named, is_in_trash=True)
        self._redone_words = redone_words(named)

    def do(self, use_case: Callable[[StoreSession], object]) -> None:
        """Run the use case for the first time."""

        def write(session: StoreSession) -> bool:
            use_case(session)
            self.changes = changes_so_far(session)
            return leaves_in_trash(session, self.changes)

        if self._context.write(write, self._said, self._undo):
            self._undone_words = self._trashed_words

    def _undo(self) -> None:
        take_back = self._take_back
        if take_back is None:
            self._revert(self._undone_words(), self._redo)
        else:
            words, changes = self._undone_words(), self.changes
            self._context.write(lambda session: take_back(session, changes), words)
        self._undone()

    def _redo(self) -> None:
        self._revert(self._redone_words(), self._undo)
        self._redone()

    def _revert(self, words: str, way_back: Callable[[], None]) -> None:
        def write(session: StoreSession) -> Sequence[Change]:
            undo(session, self.changes, self._context.undone.versions)
            return changes_so_far(session)

        self.changes = self._context.write(write, words, way_back)


def save_undoable(
    context: AppContext, use_case: Callable[[StoreSession], UUID], said: Said
) -> UUID:
    """Run a use case that saves a record as `write_undoable`, and return its uid."""
    saved: list[UUID] = []
    write_undoable(context, lambda session: saved.append(use_case(session)), said)
    return saved[0]


def carry_out(
    context: AppContext,
    action: Action[RowT],
    rows: Sequence[RowT],
    given: Given,
    undone: Then = lambda: None,
) -> None:
    """Do an action to every row in one transaction with one Undo. Raises as the action does.

    `undone` is called once the undo is committed.
    """

    def write(session: StoreSession) -> None:
        for row in rows:
            action.do(session, row, given)

    count = _("Number: {count}.").format(count=isolate(str(len(rows)))) if len(rows) > 1 else ""
    write_undoable(context, write, (action.said(), count), undone=undone)
