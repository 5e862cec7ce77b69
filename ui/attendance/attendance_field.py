"""The field of partners present: suggests partners while typing, and registers unknown ones."""

from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from outreach_app.database import StoreSession
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.partner_lists import (
    PartnerFilter,
    list_partner_ids,
    list_partners_of_people,
)
from outreach_app.queries.partners import PartnerRow, list_partners_by_id
from ui.attendance.suggest_line import SuggestLine
from ui.attendance.suggestion import MAX_SUGGESTIONS, Suggestion
from ui.context import AppContext
from ui.drafts.session_sheet import PresentPartner
from ui.fonts import font
from ui.style import colour
from ui.widgets.buttons import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.tips import tip
from ui.widgets.translated import Translated
from ui.words import category_icon, code_words, either

_NEW = "new"
_NAME_WIDTH = 220  # of a chip; a longer name is elided, with a tooltip
_LINE_SIZE = QSize(160, 24)
_MAX_HEIGHT = 172  # six lines: ten partners at 1366 px; then it scrolls


def present(row: PartnerRow) -> PresentPartner:
    """Return a partner's row as a partner present."""
    return PresentPartner(row.uid, row.name, row.category)


class AttendanceField(Translated):
    """Partners as chips, with a line to add one, framed as one field.

    Emits `edited` on every change; `unknown` carries a new name.
    Backspace in the empty line removes the last chip; Enter in it emits `ended`.
    """

    edited = Signal()
    unknown = Signal(str)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._partners: tuple[PresentPartner, ...] = ()
        self._found: dict[str, PresentPartner] = {}
        self.line = _AttendanceLine()
        self._area = QScrollArea()
        self._inside = QWidget()
        self._flow = FlowLayout(self._inside, margin=4, gap=4)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def partners(self) -> tuple[PresentPartner, ...]:
        return self._partners

    def show_partners(self, partners: tuple[PresentPartner, ...]) -> None:
        """Show who is present."""
        self._partners = partners
        for former in self.findChildren(Chip):
            self._flow.removeWidget(former)
            former.hide()
            former.deleteLater()
        for place, partner in enumerate(partners):
            chip = self._chip(partner)
            self._flow.insertWidget(place, chip)
            chip.show()  # hidden widgets have no size yet
        self._fit()

    def add(self, partner: PresentPartner) -> None:
        """Add a partner, unless it is already there."""
        if partner.uid not in [row.uid for row in self._partners]:
            self.show_partners((*self._partners, partner))
            self.edited.emit()

    def give_back(self, name: str) -> None:
        """Show a name that was not registered in the line again, to be changed or chosen."""
        self.line.setText(name)
        self.setFocus()
        self.edited.emit()

    @property
    def problem(self) -> str:
        """What is wrong with words that name no partner yet; "" without any."""
        typed = self.line.text().strip()
        message = _("{words} is not a partner. Choose from the list, or delete the words.")
        return message.format(words=isolate(typed)) if typed else ""

    def retranslate(self) -> None:
        self.line.setAccessibleName(_("Partners present"))
        self.line.setPlaceholderText(_("3 letters, then Enter"))
        self.show_partners(self._partners)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame of a field, which the style sheet draws only around line edits."""
        tone, width = ("accent", 2) if self.line.hasFocus() else ("border", 1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("late" if self.property("wrong") else tone), width))
        painter.setBrush(colour("base"))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 2, 2)
        painter.end()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 0, 2, 0)  # inside the frame
        layout.addWidget(self._area)
        self._area.setWidget(self._inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self._flow.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.line.set_suggestions(self._suggest, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Set the height to that of the chips."""
        needed = self._flow.heightForWidth(self.width() - 4)
        height = min(needed, _MAX_HEIGHT)
        self.setFixedHeight(height)
        # A layout being applied ignores a new height of its widget.
        self._area.setFixedHeight(height)

    def _connect(self) -> None:
        self.line.focused.connect(self.update)
        for closed in (self.line.focused, self.line.escaped, self.line.ended):
            closed.connect(self._check_left)
        # If it scrolls, show the line edit, which is last.
        self._area.verticalScrollBar().rangeChanged.connect(
            lambda _least, most: self._area.verticalScrollBar().setValue(most)
        )
        self.line.taken.connect(self._take)
        self.line.emptied.connect(self._remove_last)
        self.line.ended.connect(self._leave)

    def _suggest(self, typed: str) -> list[Suggestion]:
        def query(session: StoreSession) -> list[PartnerRow]:
            named = list_partner_ids(session, PartnerFilter(text=typed))
            named += list_partners_of_people(session, typed)
            ids = list(dict.fromkeys(named))[: MAX_SUGGESTIONS - 1]
            rows = list_partners_by_id(session, ids)
            return [rows[record] for record in ids if record in rows]

        rows = self._context.read(query)
        self._found = {str(row.uid): present(row) for row in rows}
        known = [
            Suggestion(str(row.uid), either(row.name), _note(row), _other(row)) for row in rows
        ]
        if not any(character.isalpha() for character in typed):
            return known  # a number typed in the wrong field is no name
        return [*known, Suggestion(_NEW, _("Register “{name}”").format(name=typed))]

    def _take(self, suggestion: Suggestion) -> None:
        typed = self.line.text().strip()
        self.line.clear()
        if suggestion.code == _NEW:
            self.unknown.emit(typed)
        else:
            self.add(self._found[suggestion.code])

    def _check_left(self) -> None:
        """Let words be checked for which nothing is proposed any more."""
        if self.line.text() and not self.line.has_suggestions:
            self.edited.emit()

    def _leave(self, key: Qt.Key) -> None:
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not self.line.text():
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)

    def _remove_last(self) -> None:
        if self._partners:
            self.remove(self._partners[-1].uid)

    def remove(self, uid: UUID) -> None:
        """Take out a partner, if it is there."""
        self.show_partners(tuple(row for row in self._partners if row.uid != uid))
        self.edited.emit()

    def _chip(self, partner: PresentPartner) -> QWidget:
        name = either(partner.name)
        shown = QFontMetrics(font()).elidedText(name, Qt.TextElideMode.ElideRight, _NAME_WIDTH)
        remove = _("Remove: {name}").format(name=name)
        chip = Chip(shown, lambda: remove, category_icon(partner.category))
        chip.setToolTip(tip(name))
        # Backspace removes chips by keyboard: the crosses are not in the tab order.
        for cross in chip.findChildren(QToolButton):
            cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.removed.connect(lambda: self.remove(partner.uid))
        return chip


class _AttendanceLine(SuggestLine):
    """The line edit inside the field, without its own frame."""

    emptied = Signal()
    focused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setStyleSheet(
            "QLineEdit{border:0;background:transparent;padding:0 4px;min-height:24px}"
        )

    def sizeHint(self) -> QSize:
        return _LINE_SIZE

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.text():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


def _note(row: PartnerRow) -> str:
    return code_words(row.type or row.category)


def _other(row: PartnerRow) -> str:
    shown = either(row.name)
    other = row.name.fr if shown == row.name.ar else row.name.ar
    return other or ""
