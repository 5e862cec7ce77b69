"""The bar above the calendar: its period, the ways to others, and the choice of month or week."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar

from outreach_app.i18n import gettext as _
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import section_title
from ui.widgets.translated import Translated


class PeriodBar(Translated):
    """`moved` carries 1 or -1 for the next or the former period; `today_asked`, `turned`."""

    moved = Signal(int)
    today_asked = Signal()
    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.period = section_title()
        self.kinds = QTabBar()
        self.before = IconButton(lambda: _("Earlier"), "caret-left")
        self.after = IconButton(lambda: _("Later"), "caret-right")
        self.now = Button(lambda: _("Today"))
        self._build()
        self.retranslate()
        self.before.clicked.connect(lambda: self.moved.emit(-1))
        self.after.clicked.connect(lambda: self.moved.emit(1))
        self.now.clicked.connect(self.today_asked)
        self.kinds.currentChanged.connect(lambda _index: self.turned.emit())

    @property
    def is_month(self) -> bool:
        """Whether a month is chosen; a week otherwise."""
        return self.kinds.currentIndex() == 0

    def show_week(self) -> None:
        """Choose the week."""
        self.kinds.setCurrentIndex(1)

    def retranslate(self) -> None:
        self.kinds.setTabText(0, _("Month"))
        self.kinds.setTabText(1, _("Week"))
        self.kinds.setAccessibleName(_("Month or week"))

    def _build(self) -> None:
        bar = QHBoxLayout(self)
        bar.setContentsMargins(24, 0, 24, 8)
        bar.setSpacing(8)
        self.kinds.addTab("")
        self.kinds.addTab("")
        self.kinds.setDrawBase(False)
        for widget in (self.before, self.after, self.now, self.period):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.kinds)
