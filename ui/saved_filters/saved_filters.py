"""The menu of the saved filters of a list, and its last filter."""

from collections.abc import Callable, Collection
from functools import partial
from typing import Generic

from PySide6.QtCore import QAbstractItemModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from outreach_app.database import StoreSession
from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.queries.saved_filters import (
    FilterT,
    KeptFilter,
    find_left_filter,
    list_saved_filters,
)
from outreach_app.services.saved_filters import (
    discard_filter,
    is_about,
    leave_filter,
    rename_filter,
    restore_filter,
    save_filter,
)
from ui.context import AppContext
from ui.saved_filters.list_filter import ListFilter
from ui.saved_filters.naming_line import NamingLine
from ui.widgets.buttons import FlatButton
from ui.widgets.tips import tip
from ui.words import apart

# Milliseconds without another change before a filter is stored for the next start.
LEAVE_AFTER = 3000


class SavedFilters(FlatButton, Generic[FilterT]):
    """Emits `taken` when a saved filter was applied, so that the list reloads.

    The list puts `naming` under its filters, and starts with its last filter.
    """

    taken = Signal()

    def __init__(
        self,
        context: AppContext,
        list_key: str,
        filter_: ListFilter[FilterT],
        model: QAbstractItemModel,
    ) -> None:
        super().__init__(lambda: _("Saved filters"), "bookmark-simple")
        self._context = context
        self._list_key = list_key
        self._filter = filter_
        self._model = model
        self._saved: dict[str, KeptFilter[FilterT] | None] = {}
        self._name = ""
        self._is_renaming = False
        self.naming = NamingLine()
        self.entries = QMenu(self)
        self._one = QActionGroup(self.entries)
        self._pause = QTimer(self, singleShot=True, interval=LEAVE_AFTER)
        self._build()
        self._connect()
        self._show_left()

    def retranslate(self) -> None:
        super().retranslate()
        self.setToolTip(tip(self._text()))

    def take(self, name: str) -> None:
        """Apply a saved filter."""
        kept = self._saved[name]
        shown = apart(name)
        if kept is None:
            said = _(
                "“{name}” was saved by another version of the program. It cannot be shown here."
            )
            self._context.notice(said.format(name=shown))
            return
        self._name = name
        self._filter.show(kept)
        self.taken.emit()
        if not self._model.rowCount():
            said = _("Nothing matches “{name}” now. The filter is kept as it was saved.")
            self._context.notice(said.format(name=shown))

    def leave(self) -> None:
        """Store the current filter for the next start; words typed are seen less than a choice."""
        self._pause.stop()
        self._left = self._filter.lasting()
        with self._context.office.database.write(is_for_others=False) as session:
            leave_filter(session, self._list_key, self._left)

    def _show_left(self) -> None:
        key, kind = self._list_key, type(self._filter.every.wanted)
        left = self._context.read(lambda session: find_left_filter(session, key, kind))
        if left is not None:
            self._filter.show(left)
        self._left = self._filter.lasting()

    def _follow(self) -> None:
        """Store the filter a moment after the list reloads."""
        if not self._filter.is_of_another_page and self._filter.lasting() != self._left:
            self._pause.start()

    def _hurry(self) -> None:
        if self._pause.isActive():
            self.leave()

    def _forget(self, names: Collection[str]) -> None:
        """Clear an erased name, for which one must not search any more."""
        if is_about(self._filter.text(), names):
            self._filter.clear_text()
            self.taken.emit()

    def _fill(self) -> None:
        """Reload the names, and enable the possible actions."""
        key, every = self._list_key, self._filter.every
        kind = type(every.wanted)
        self._saved = self._context.read(lambda session: list_saved_filters(session, key, kind))
        now = self._filter.kept()
        alike = [name for name, kept in self._saved.items() if kept == now]
        if self._name not in self._saved or (alike and self._name not in alike):
            self._name = alike[0] if alike else ""
        self.entries.clear()
        for name in self._saved:
            entry = self.entries.addAction(_plain(name))
            self._one.addAction(entry)
            entry.setCheckable(True)
            entry.setChecked(name == self._name and name in alike)
            entry.triggered.connect(partial(self.take, name))
        if not self._saved:
            self.entries.addAction(_("No filter is saved yet")).setEnabled(False)
        self.entries.addSeparator()
        self._offer(_("Save these filters…"), self._ask_new, is_possible=now != every)
        if self._name:
            self._offer_for_one(is_other=now != self._saved[self._name] and now != every)

    def _open(self) -> None:
        self._fill()
        place = self.rect().bottomLeft()
        if self.isRightToLeft():
            place = self.rect().bottomRight() - QPoint(self.entries.sizeHint().width(), 0)
        self.entries.popup(self.mapToGlobal(place))

    def _offer_for_one(self, *, is_other: bool) -> None:
        name = apart(_plain(self._name))
        replace = partial(self._save, self._name)
        self._offer(
            _("Replace “{name}” with these").format(name=name), replace, is_possible=is_other
        )
        self._offer(_("Rename “{name}”…").format(name=name), self._ask_other)
        self._offer(_("Delete “{name}”").format(name=name), self._discard)

    def _offer(self, words: str, do: Callable[[], object], *, is_possible: bool = True) -> None:
        entry = self.entries.addAction(words)
        entry.triggered.connect(do)
        entry.setEnabled(is_possible)

    def _ask_new(self) -> None:
        self._is_renaming = False
        self.naming.ask()

    def _ask_other(self) -> None:
        self._is_renaming = True
        self.naming.ask(self._name)

    def _name_it(self, name: str) -> None:
        try:
            (self._rename if self._is_renaming else self._save)(name)
        except OutreachError as error:
            self.naming.say(error.message)
            self.naming.name.setFocus()
        else:
            self.naming.hide()
            self.setFocus()

    def _save(self, name: str) -> None:
        """Save the current filter under a name, with Undo."""
        kept, key = self._filter.kept(), self._list_key
        done: list[tuple[str, bytes | None]] = []

        def save(session: StoreSession) -> None:
            done.append(save_filter(session, key, name, kept))

        def undo() -> None:
            (line, before), shown = done[0], apart(name)
            said = _("Restored: {name}") if before is not None else _("Deleted: {name}")
            self._context.write(
                lambda session: restore_filter(session, key, line, before), said.format(name=shown)
            )

        self._context.write(save, _("Saved: {name}").format(name=apart(name.strip())), undo)
        self._name = done[0][0]

    def _rename(self, new: str) -> None:
        old, key = self._name, self._list_key
        said = _("Renamed: {name}")
        done: list[str] = []

        def rename(session: StoreSession) -> None:
            done.append(rename_filter(session, key, old, new))

        def undo() -> None:
            (line,) = done
            self._context.write(
                lambda session: rename_filter(session, key, line, old),
                said.format(name=apart(old)),
            )
            if self._name == line:
                self._name = old

        self._context.write(rename, said.format(name=apart(new.strip())), undo)
        (self._name,) = done

    def _discard(self) -> None:
        name, key = self._name, self._list_key
        shown = apart(name)
        content: list[bytes] = []

        def discard(session: StoreSession) -> None:
            content.append(discard_filter(session, key, name))

        def undo() -> None:
            said = _("Restored: {name}").format(name=shown)
            self._context.write(
                lambda session: restore_filter(session, key, name, content[0]), said
            )

        try:
            self._context.write(discard, _("Deleted: {name}").format(name=shown), undo)
        except OutreachError as error:
            self._context.refuse(error)

    def _build(self) -> None:
        self.setFixedHeight(32)

    def _connect(self) -> None:
        # Not by setMenu, which draws an arrow in the corner.
        self.clicked.connect(self._open)
        self.naming.given.connect(self._name_it)
        self.naming.given_up.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self._model.modelReset.connect(self._follow)
        self._pause.timeout.connect(self.leave)
        self._context.changes.erased.connect(self._forget)
        self._context.changes.closing.connect(self._hurry)


def _plain(name: str) -> str:
    """Return a name escaped for a menu, where & underlines a letter."""
    return name.replace("&", "&&")
