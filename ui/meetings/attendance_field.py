"""Who is present: three letters in either script, then Enter; the unknown are registered here."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from outreach_app.database import StoreSession
from outreach_app.i18n import gettext as _
from outreach_app.queries.partner_lists import PartnerFilter, list_partner_ids
from outreach_app.queries.partners import PartnerRow, list_partners_by_id
from ui.context import AppContext
from ui.meetings.session_sheet import PresentPartner
from ui.meetings.suggest_line import SuggestLine
from ui.meetings.suggestions import MOST, Suggestion
from ui.widgets.buttons import Chip
from ui.widgets.translated import Translated
from ui.words import CATEGORY_ICONS, code_words, either

_NEW = "new"


def present(row: PartnerRow) -> PresentPartner:
    """A partner's row as one of those present."""
    return PresentPartner(row.uid, row.name_ar, row.name_fr, row.category)


class AttendanceField(Translated):
    """Chips, and the line to add one. `edited` at each change; `unknown` carries a new name.

    Backspace in the empty line takes the last chip out; Enter in it moves on by `left`.
    """

    edited = Signal()
    unknown = Signal(str)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._partners: tuple[PresentPartner, ...] = ()
        self._found: dict[str, PresentPartner] = {}
        self.line = _AttendanceLine()
        self._chips = QHBoxLayout()
        self._build()
        self._connect()
        self.retranslate()

    @property
    def partners(self) -> tuple[PresentPartner, ...]:
        return self._partners

    def show_partners(self, partners: tuple[PresentPartner, ...]) -> None:
        """Show who is present."""
        self._partners = partners
        while item := self._chips.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for partner in partners:
            self._chips.addWidget(self._chip(partner))

    def add(self, partner: PresentPartner) -> None:
        """Add one; who is there already is not there twice."""
        if partner.uid not in [row.uid for row in self._partners]:
            self.show_partners((*self._partners, partner))
            self.edited.emit()

    def retranslate(self) -> None:
        self.line.setAccessibleName(_("Partners present"))
        self.line.setPlaceholderText(_("3 letters, then Enter"))
        self.show_partners(self._partners)

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._chips.setSpacing(4)
        layout.addLayout(self._chips)
        layout.addWidget(self.line, 1)
        self.line.setMinimumWidth(120)
        self.setFocusProxy(self.line)
        self.line.set_suggestions(self._suggest, 3)

    def _connect(self) -> None:
        self.line.taken.connect(self._take)
        self.line.emptied.connect(self._remove_last)
        self.line.left.connect(self._leave)

    def _suggest(self, typed: str) -> list[Suggestion]:
        def query(session: StoreSession) -> list[PartnerRow]:
            ids = list_partner_ids(session, PartnerFilter(text=typed))[: MOST - 1]
            rows = list_partners_by_id(session, ids)
            return [rows[record] for record in ids if record in rows]

        rows = self._context.read(query)
        self._found = {str(row.uid): present(row) for row in rows}
        known = [
            Suggestion(str(row.uid), either(row.name_ar, row.name_fr), _note(row), _other(row))
            for row in rows
        ]
        return [*known, Suggestion(_NEW, _("Register “{name}”").format(name=typed))]

    def _take(self, suggestion: Suggestion) -> None:
        typed = self.line.text().strip()
        self.line.clear()
        if suggestion.code == _NEW:
            self.unknown.emit(typed)
        else:
            self.add(self._found[suggestion.code])

    def _leave(self, key: Qt.Key) -> None:
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not self.line.text():
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)

    def _remove_last(self) -> None:
        if self._partners:
            self._remove(self._partners[-1].uid)

    def _remove(self, uid: UUID) -> None:
        self.show_partners(tuple(row for row in self._partners if row.uid != uid))
        self.edited.emit()

    def _chip(self, partner: PresentPartner) -> QWidget:
        name = either(partner.name_ar, partner.name_fr)
        chip = Chip(name, lambda: _("Take out"), CATEGORY_ICONS[partner.category])
        # The keyboard takes a chip out with Backspace: crosses are no stops of Tab.
        for cross in chip.findChildren(QToolButton):
            cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.removed.connect(lambda: self._remove(partner.uid))
        return chip


class _AttendanceLine(SuggestLine):
    emptied = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)


def _note(row: PartnerRow) -> str:
    return code_words(row.type or row.category)


def _other(row: PartnerRow) -> str:
    shown = either(row.name_ar, row.name_fr)
    other = row.name_fr if shown == row.name_ar else row.name_ar
    return other or ""
