"""Offer the draft that a crash, or a closed window, left behind."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface


class DraftBanner(Surface):
    """Hidden without a draft; `continued` carries it, `discarded` says that it is not wanted."""

    continued = Signal(object)
    discarded = Signal()

    def __init__(self) -> None:
        super().__init__("hover")
        self._left: tuple[object, datetime] | None = None
        self._words = Label(self._sentence)
        self._words.setWordWrap(True)
        self.go_on = Button(lambda: _("Continue it"))
        self.discard = Button(lambda: _("Discard it"))
        self._build()
        self.go_on.clicked.connect(self._continue)
        self.discard.clicked.connect(self._discard)

    def offer(self, left: tuple[object, datetime] | None) -> None:
        """Offer a draft and say of when it is; hide where there is none."""
        self._left = left
        self._words.retranslate()
        self.setVisible(left is not None)

    def _sentence(self) -> str:
        if self._left is None:
            return ""
        moment = isolate(f"{clock.local(self._left[1]):%d/%m/%Y %H:%M}")
        return _("What was typed here on {moment} was not saved.").format(moment=moment)

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 8, 24, 8)
        layout.setSpacing(8)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.go_on)
        layout.addWidget(self.discard)
        self.hide()

    def _continue(self) -> None:
        left, self._left = self._left, None
        self.hide()
        if left is not None:
            self.continued.emit(left[0])

    def _discard(self) -> None:
        self.offer(None)
        self.discarded.emit()
