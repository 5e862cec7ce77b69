"""The offer above the rumours: points of meetings that tell a rumour nobody recorded."""

from PySide6.QtWidgets import QVBoxLayout

from outreach_app.database import StoreSession
from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.point_lists import list_points_by_id, list_rumours_told
from outreach_app.queries.points import PointRow
from outreach_app.rights import Right
from outreach_app.rules.dates import date_words
from outreach_app.services.rumours import follow_point
from ui.actions.undoable import write_undoable
from ui.context import AppContext
from ui.record_lines import point_words
from ui.requests import OpenMeeting
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.labels import Label, note, small_title
from ui.widgets.layouts import row_of
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated
from ui.words import apart


class ToldStrip(Translated, Surface):
    """Shows the newest such point and their number; Shift+F7 records it as a rumour."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("hover")
        self._context = context
        self._is_offered = context.may(Right.RECORD) and not context.is_headquarters
        self._number = 0
        self.point: PointRow | None = None
        self.title = small_title()
        self.words = Label()
        self.problem = note(tone="late")
        self.record = Button(lambda: _("Follow as a rumour"), "megaphone-simple", "Shift+F7")
        self.show_meeting = FlatButton(lambda: _("Show the meeting"))
        self._build()
        self.record.clicked.connect(self._record)
        self.show_meeting.clicked.connect(self._show_meeting)
        self.refresh()

    def refresh(self) -> None:
        """Look for such points again."""
        if self._is_offered:
            self._number, self.point = self._context.read(_newest)
        self.problem.hide()
        self.setVisible(self.point is not None)
        self.retranslate()

    def retranslate(self) -> None:
        if self.point is not None:
            number = isolate(str(self._number))
            said = _("Told in meetings and not recorded as a rumour yet: {number}")
            self.title.setText(said.format(number=number))
            self.words.setText(
                f"{date_words(self.point.held_on)} · {apart(point_words(self.point))}"
            )

    def _record(self) -> None:
        point = self.point
        if point is None:
            return
        try:
            write_undoable(
                self._context,
                lambda session: follow_point(session, point.uid, point.version),
                _("The rumour was recorded."),
            )
        except OutreachError as error:
            self.problem.setText(error.message)
            self.problem.show()

    def _show_meeting(self) -> None:
        if self.point is not None:
            self._context.open_page(OpenMeeting(self.point.meeting))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(4)
        for label in (self.title, self.words, self.problem):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(4)
        column.addLayout(row_of(self.record, self.show_meeting))


def _newest(session: StoreSession) -> tuple[int, PointRow | None]:
    ids = list_rumours_told(session)
    return len(ids), list_points_by_id(session, ids[:1]).get(ids[0]) if ids else None
