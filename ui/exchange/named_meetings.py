"""The meetings whose words name somebody: they are the author's to mend, before they leave."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.named_people import NamingMeeting
from ui.widgets.buttons import FlatButton
from ui.widgets.labels import IconLabel, note
from ui.widgets.translated import Translated
from ui.words import apart, date_words

_MOST = 6


class NamedMeetings(Translated):
    """Hidden where there is none; `asked` carries the one that was pressed."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._meetings: Sequence[NamingMeeting] = ()
        self._warning = note(tone="warn")
        self._lines = QVBoxLayout()
        self._build()

    def show_meetings(self, meetings: Sequence[NamingMeeting]) -> None:
        """Show these, or the first of them where they are many."""
        self._meetings = meetings
        self.setVisible(bool(meetings))
        self.retranslate()

    def retranslate(self) -> None:
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        words = _("Meetings whose text names a person: {count}. Look at them before sending.")
        self._warning.setText(words.format(count=isolate(str(len(self._meetings)))))
        for meeting in self._meetings[:_MOST]:
            self._lines.addWidget(self._line(meeting))

    def _line(self, meeting: NamingMeeting) -> QWidget:
        number = isolate(meeting.number) if meeting.number else ""
        names = " · ".join(map(apart, meeting.names))
        words = " · ".join(part for part in (date_words(meeting.held_on), number, names) if part)
        button = FlatButton(partial(str, words), "chats")
        button.clicked.connect(partial(self.asked.emit, meeting.uid))
        return button

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("warning-circle", "warn"))
        head.addWidget(self._warning, 1)
        column.addLayout(head)
        self._lines.setSpacing(0)
        column.addLayout(self._lines)
