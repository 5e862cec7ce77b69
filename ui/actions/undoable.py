"""Writes that a single Undo reverts completely."""

from collections.abc import Callable, Sequence
from typing import TypeVar
from uuid import UUID

from outreach_app.database import StoreSession
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.services.undo import Change, changes_so_far, undo
from ui.actions.actions import Action, Given
from ui.context import AppContext
from ui.undone import undone_words

RowT = TypeVar("RowT")


def write_undoable(
    context: AppContext,
    use_case: Callable[[StoreSession], object],
    said: str,
    *,
    take_back: Callable[[StoreSession, Sequence[Change]], None] | None = None,
    undone: Callable[[], None] = lambda: None,
) -> Sequence[Change]:
    """Run a use case, report it with Undo, and return what changed.

    `take_back` writes the undo of those changes, if they need more than `undo`; `undone` is called
    once it is committed. Raises what the use case raises; then nothing is written.
    """
    changes: list[Change] = []

    def write(session: StoreSession) -> None:
        use_case(session)
        changes.extend(changes_so_far(session))

    def restore(session: StoreSession) -> None:
        if take_back is None:
            undo(session, changes, context.undone.versions)
        else:
            take_back(session, changes)

    words = undone_words(said)

    def write_back() -> None:
        context.write(restore, words())
        undone()

    context.write(write, said, write_back)
    return changes


def save_undoable(context: AppContext, use_case: Callable[[StoreSession], UUID], said: str) -> UUID:
    """Run a use case that saves a record as `write_undoable`, and return its uid."""
    saved: list[UUID] = []
    write_undoable(context, lambda session: saved.append(use_case(session)), said)
    return saved[0]


def carry_out(
    context: AppContext, action: Action[RowT], rows: Sequence[RowT], given: Given
) -> None:
    """Do an action to every row in one transaction with one Undo. Raises as the action does."""

    def write(session: StoreSession) -> None:
        for row in rows:
            action.do(session, row, given)

    said = [action.said()]
    if len(rows) > 1:
        said.append(_("Number: {count}.").format(count=isolate(str(len(rows)))))
    write_undoable(context, write, " ".join(said))
