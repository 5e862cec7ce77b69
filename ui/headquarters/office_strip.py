"""The strip under the calendar: what one precinct sent, and what to do about gaps."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app.i18n import gettext as _
from outreach_app.queries.offices import OfficeRow
from ui.headquarters.words import fact_words, name_words, place_words
from ui.widgets.buttons import Button
from ui.widgets.flow_layout import in_a_row
from ui.widgets.labels import IconLabel, note, small_title
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated


class OfficeStrip(Translated, Surface):
    """The chosen precinct. `answer_asked` carries its uid: answers ask for missing changes.

    `meetings_asked` carries the office; `remind_asked` requests its reminder.
    """

    meetings_asked, answer_asked, remind_asked = Signal(object), Signal(object), Signal()

    def __init__(self) -> None:
        super().__init__("win")
        self._office: OfficeRow | None = None
        self.revoked = IconLabel("prohibit", "late")
        self.title = small_title()
        self.facts = note()
        self.meetings = Button(lambda: _("Its meetings"), "chats")
        self.answer = Button(lambda: _("Write the answers"), "paper-plane-tilt")
        self.remind = Button(lambda: _("Copy the reminder"), "bell")
        self._build()
        self.meetings.clicked.connect(self.ask_meetings)
        self.answer.clicked.connect(self._ask)
        self.remind.clicked.connect(self.remind_asked)
        self.remind.hide()
        self.retranslate()

    def show_office(self, office: OfficeRow | None, *, is_late: bool = False) -> None:
        """Show one precinct, or what to do if none is chosen; offer a reminder if it is late."""
        self._office = office
        self.remind.setVisible(is_late and office is not None and not office.is_revoked)
        self.retranslate()

    def retranslate(self) -> None:
        office = self._office
        is_revoked = office is not None and office.is_revoked
        self.revoked.setVisible(is_revoked)
        self.meetings.setVisible(office is not None and office.id is not None)
        self.answer.setVisible(office is not None and not is_revoked)  # nobody would read it
        if office is None:
            self.title.setText(_("Choose a precinct to see what it sent."))
            self.facts.setText(_("A week begins on Monday; its file is due by the end of Friday."))
            return
        self.title.setText(f"{name_words(office.name)} · {place_words(office)}")
        self.facts.setText(" ".join(fact_words(office)))

    def ask_meetings(self) -> None:
        """Ask for the meetings of the precinct, once it sent any file."""
        if self._office is not None and self._office.id is not None:
            self.meetings_asked.emit(self._office)

    def _ask(self) -> None:
        if self._office is not None:
            self.answer_asked.emit(self._office.uid)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.revoked)
        head.addWidget(self.title, 1)
        column.addLayout(head)
        column.addWidget(self.facts)
        column.addWidget(in_a_row(self.meetings, self.remind, self.answer))
