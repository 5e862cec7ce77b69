"""Several choices of a closed list, in the room of one field: a menu whose entries are ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QComboBox, QMenu, QSizePolicy

from outreach_app.i18n import gettext as _
from ui.forms.choice_editor import Choices
from ui.forms.list_keys import takes_for_list
from ui.widgets.translated import Retranslating


class CodesEditor(Retranslating, QComboBox):
    """A button with a menu of ticks; its value is a tuple of codes in order. Space opens it."""

    edited = Signal()

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._choices = choices
        self._codes: tuple[str, ...] = ()
        self.list = _Ticks(self)
        self.setFixedHeight(32)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def minimumSizeHint(self) -> QSize:
        # The selection may be long: it is elided, and shown in full in the menu.
        return QSize(0, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        return takes_for_list(event) or super().event(event)

    def showPopup(self) -> None:
        self.list.setMinimumWidth(self.width())
        self.list.popup(self.mapToGlobal(QPoint(0, self.height())))

    def value(self) -> object:
        return self._codes

    def set_value(self, value: object) -> None:
        self._codes = tuple(map(str, value)) if isinstance(value, Sequence) else ()
        self.retranslate()

    def retranslate(self) -> None:
        self.list.clear()
        for choice in self._choices():
            action = QAction(choice.words, self.list, checkable=True)
            action.setData(choice.code)
            action.setChecked(choice.code in self._codes)
            action.toggled.connect(self._take)
            self.list.addAction(action)
        self._say()

    def _take(self) -> None:
        self._codes = tuple(each.data() for each in self.list.actions() if each.isChecked())
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        chosen = [each.text() for each in self.list.actions() if each.isChecked()]
        self.clear()
        self.addItem(" · ".join(chosen) or _("None"))


class _Ticks(QMenu):
    """Stays open while its entries are ticked, by a click or Space; Enter and Esc close it.

    A click begins here: the one that opened the list ticks nothing that came under the mouse.
    """

    _pressed: QAction | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.actionAt(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action, pressed = self.actionAt(event.position().toPoint()), self._pressed
        self._pressed = None
        if action not in self.actions():
            super().mouseReleaseEvent(event)
        elif action is pressed:
            action.toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action in self.actions():
            action.toggle()
        else:
            super().keyPressEvent(event)
