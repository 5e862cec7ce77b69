"""The offer of a draft that a crash, or a closed window, left behind."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from ui.meetings.session_sheet import SessionSheet
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface


class DraftBanner(Surface):
    """Hidden without a draft; `continued` carries it, `discarded` says that it is not wanted."""

    continued = Signal(object)
    discarded = Signal()

    def __init__(self) -> None:
        super().__init__("hover")
        self._sheet: SessionSheet | None = None
        self._words = Label()
        self.go_on = Button(lambda: _("Continue it"))
        self.discard = Button(lambda: _("Discard it"))
        self._build()
        self.go_on.clicked.connect(self._continue)
        self.discard.clicked.connect(self._discard)

    def offer(self, left: tuple[SessionSheet, datetime] | None) -> None:
        """Offer a draft and say of when it is; hide where there is none."""
        self._sheet = left[0] if left else None
        self.setVisible(left is not None)
        if left:
            moment = isolate(f"{clock.local(left[1]):%d/%m/%Y %H:%M}")
            self._words.setText(
                _("A draft of this session was kept on {moment}.").format(moment=moment)
            )

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 8, 24, 8)
        layout.setSpacing(8)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.go_on)
        layout.addWidget(self.discard)
        self.hide()

    def _continue(self) -> None:
        self.hide()
        self.continued.emit(self._sheet)

    def _discard(self) -> None:
        self.hide()
        self.discarded.emit()
