"""Conflict resolution for a record that changed while its draft was edited."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from outreach_app.errors import NotFound
from outreach_app.i18n import gettext as _
from ui.context import AppContext
from ui.drafts.differences import Difference
from ui.drafts.differences_dialog import DifferencesDialog
from ui.drafts.keeper import DraftKeeper

DraftT = TypeVar("DraftT")


class Settled(Protocol[DraftT]):
    """A form whose draft can be reconciled with the stored record."""

    def typed(self) -> DraftT:
        """Return the content of the form."""
        ...

    def recorded(self) -> DraftT | None:
        """Return what the store holds of the record now, None for a new one. Raises NotFound."""
        ...

    def rebased(self, typed: DraftT, recorded: DraftT) -> DraftT:
        """Return what was typed as a change of what is recorded now: itself if nothing moved on."""
        ...

    def differences(self, typed: DraftT, recorded: DraftT) -> Sequence[Difference]:
        """Return where saving what was typed would change what is recorded."""
        ...

    def show_typed(self, draft: DraftT) -> None:
        """Show a draft."""
        ...


def settle(
    context: AppContext,
    keeper: DraftKeeper[DraftT],
    form: Settled[DraftT],
    save: Callable[[], object],
    parent: QWidget,
) -> bool:
    """Show the differences if the record has changed; return whether there was a choice to make."""
    try:
        recorded = form.recorded()
    except NotFound:
        return False  # saving says so
    typed = form.typed()
    rebased = typed if recorded is None else form.rebased(typed, recorded)
    if recorded is None or rebased == typed:
        return False  # nothing moved on
    differences = form.differences(rebased, recorded)
    if not differences:
        form.show_typed(rebased)
        return False

    def save_typed() -> None:
        form.show_typed(rebased)
        save()

    dialog = DifferencesDialog(differences, parent)
    dialog.typed_wanted.connect(save_typed)
    dialog.recorded_wanted.connect(lambda: _take(context, keeper, form, typed, recorded))
    dialog.open()
    return True


def _take(
    context: AppContext,
    keeper: DraftKeeper[DraftT],
    form: Settled[DraftT],
    typed: DraftT,
    recorded: DraftT,
) -> None:
    """Fill the form from the stored record; Undo restores what was typed, wherever it is now."""
    key = keeper.key

    def bring_back() -> None:
        keeper.put_back(key, typed)
        if keeper.key == key:
            form.show_typed(typed)

    form.show_typed(recorded)
    keeper.discard()
    context.status(_("The recorded version was used."), bring_back)
