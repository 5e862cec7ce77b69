"""The head of the rail: whose register is open, and with which account."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app import i18n
from outreach_app.actors import account_words
from outreach_app.i18n import gettext as _
from outreach_app.queries.accounts import list_accounts
from outreach_app.queries.records import get_own_office
from outreach_app.rules.kinds import OfficeRole
from outreach_app.startup import OpenOffice
from ui.widgets.labels import IconLabel, Label, note, small_title
from ui.widgets.tips import tip

_HEIGHT = 64
_MARGIN = 16


class RegisterBlock(QWidget):
    """Lines of text, or in a narrow rail marks with tooltips for what must not be mistaken."""

    def __init__(self) -> None:
        super().__init__()
        self.office, self.place, self.account = small_title(), note(), note()
        self.sample = note(lambda: _("Sample: invented data"), tone="warn")
        self.account_mark = IconLabel("identification-card", "muted", 20)
        self.sample_mark = IconLabel("warning-circle", "warn", 20)
        self._words = QWidget()
        self._column = QVBoxLayout(self)
        self._is_narrow = False
        self._build()

    def show_register(self, opened: OpenOffice) -> None:
        """Read and show the office; the account only beside others, the sample if it is one."""
        with opened.database.read() as session:
            has_others = len(list_accounts(session)) > 1
            office = get_own_office(session)
            if i18n.current().is_right_to_left:
                name, city = office.name_ar, office.city_ar
            else:
                name, city = office.name_fr, office.city_fr
        is_precinct = office.role == OfficeRole.PRECINCT
        self.office.setText(_("Precinct {name}").format(name=name) if is_precinct else name)
        place = _("Police precinct · {city}") if is_precinct else "{city}"
        self.place.setText(place.format(city=city))
        account = account_words(opened.account.role, opened.account.number)
        self.account.setText(_("Account: {account}").format(account=account))
        self.account.setVisible(has_others)
        self.sample.setVisible(office.is_sample)
        self.sample.retranslate()
        for line, mark in self._marked():
            mark.setToolTip(tip(line.text()))
            mark.setAccessibleName(line.text())
        self.set_narrow(self._is_narrow)

    def set_narrow(self, is_narrow: bool) -> None:
        """Show only marks, or the words."""
        self._is_narrow = is_narrow
        self._words.setVisible(not is_narrow)
        shown = [mark for line, mark in self._marked() if is_narrow and not line.isHidden()]
        for _line, mark in self._marked():
            mark.setVisible(mark in shown)
        self._column.setContentsMargins(0, 12 if shown else 0, 0, 4 if shown else 0)

    def _marked(self) -> tuple[tuple[Label, IconLabel], ...]:
        return (self.account, self.account_mark), (self.sample, self.sample_mark)

    def _build(self) -> None:
        self._words.setMinimumHeight(_HEIGHT)
        lines = QVBoxLayout(self._words)
        lines.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        lines.setSpacing(0)
        self.office.setWordWrap(True)
        for line in (self.office, self.place, self.account, self.sample):
            lines.addWidget(line)
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._words)
        for line, mark in self._marked():
            column.addWidget(mark, alignment=Qt.AlignmentFlag.AlignHCenter)
            line.hide()
