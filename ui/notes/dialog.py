"""A note beside its proposals: checked by keyboard, then transferred to the session together."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.dates import date_text
from ui.notes.note_view import NoteView
from ui.notes.review import Review
from ui.notes.row_strip import RowStrip
from ui.notes.rows import Group, Row
from ui.notes.rows_model import RowsModel
from ui.notes.rows_view import RowsView
from ui.notes.words import field_words
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, primary_button
from ui.widgets.help_topic import explain_by
from ui.widgets.keys import on_keys
from ui.widgets.labels import KeyCap, note, section_title, small_title
from ui.widgets.over import resize_over
from ui.widgets.surfaces import Hairline
from ui.words import no_day_words

_SIZE = (1080, 680)


class NoteDialog(QDialog):
    """`NoteDialog(review, self).open()`; `confirmed` carries its rows, ticked or not.

    `paste_asked` asks to read what was copied since instead.

    The note is only in memory, and is gone with the dialog.
    """

    confirmed = Signal(object)
    paste_asked = Signal()

    def __init__(self, review: Review, parent: QWidget) -> None:
        super().__init__(parent)
        explain_by(self, "notes")
        self.review = review
        self.list = RowsView(RowsModel())
        self.view = NoteView(review.note.text)
        self.strip = RowStrip()
        self.banner = Banner()
        self.take = primary_button(self._take_words, "check")
        self.close_button = Button(lambda: _("Close"))
        self.counts = note()
        self._is_typing_day = False
        self._build()
        self._connect()
        self._show(0)
        if review.note.is_cut:
            self.banner.show_notice(
                _("The note is too long to be read at once. Read the rest separately.")
            )
        elif not review.note.is_structured:
            self.banner.show_notice(
                _("No headings found: the header was read, and the lines are listed unticked.")
            )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        """Emit the rows and close."""
        if self.strip.is_typing:
            self._take_typed(self.strip.line.text())
        if not self.strip.is_typing:
            self.confirmed.emit(tuple(self.review.rows))
            self.accept()

    def _row(self) -> Row | None:
        place = self.list.place
        return None if place is None else self.review.rows[place]

    def _show(self, place: int) -> None:
        """Show the rows as they are now, with that one selected."""
        self.list.rows.show_rows(self.review.rows)
        if self.review.rows:
            self.list.show_place(place)
        self._follow()

    def _follow(self) -> None:
        """Highlight the source of the selected row, and show its actions."""
        row = self._row()
        self.view.light(row.span if row is not None else None)
        self.strip.show_row(row)
        self.counts.setText(self._count_words())
        self.take.retranslate()
        self.take.setEnabled(any(row.is_ticked for row in self.review.rows))

    def _count_words(self) -> str:
        ticked = sum(row.is_ticked for row in self.review.rows)
        words = _("Included: {ticked} of {all}")
        offered = sum(row.group is not Group.UNREAD for row in self.review.rows)
        return words.format(ticked=isolate(str(ticked)), all=isolate(str(offered)))

    def _take_words(self) -> str:
        """Return what the button does, with how many lines of the note it leaves out."""
        left = sum(not row.is_ticked and row.span is not None for row in self.review.rows)
        words = _("Put into the session")
        if not left:
            return words
        return _("{action} (left out: {number})").format(action=words, number=isolate(str(left)))

    def _turn_tick(self) -> None:
        if (place := self.list.place) is not None:
            if self.review.rows[place].group is Group.UNREAD:
                self._show(self.review.make_point(place))
            else:
                self.review.turn_tick(place)
                self._show(place)

    def _take_topic(self, number: int) -> None:
        if (place := self.list.place) is not None:
            self.review.take_topic(place, number)
            self._show(place)

    def _turn_code(self) -> None:
        if (place := self.list.place) is not None:
            self.review.turn_code(place)
            self._show(place)

    def _turn_role(self, step: int) -> None:
        if (place := self.list.place) is not None:
            self._show(self.review.turn_role(place, step))

    def _enter(self) -> None:
        """Edit the words of a row; turn an unread line into a point."""
        row, place = self._row(), self.list.place
        if row is None or place is None or row.is_kept:
            return
        if row.group is Group.UNREAD:
            self._show(self.review.make_point(place))
        elif row.words and row.group is not Group.REFERRAL:
            self._is_typing_day = False
            self.strip.begin(row.words, field_words(row.field) if row.field else _("Its words"))

    def _ask_day(self) -> None:
        row = self._row()
        if row is not None and row.group is Group.PROMISE:
            self._is_typing_day = True
            self.strip.begin(date_text(row.due_on) if row.due_on else "", _("For which day"))

    def _take_typed(self, text: str) -> None:
        place = self.list.place
        if place is None:
            return
        try:
            if self._is_typing_day:
                self.review.set_due(place, text)
            else:
                self.review.reword(place, text)
        except ValueError:
            is_day = self._is_typing_day or self.review.rows[place].span is None
            self.strip.say_problem(no_day_words() if is_day else _("This is not a valid value."))
            return
        self._leave_line()
        self._show(place)

    def _leave_line(self) -> None:
        self.strip.end()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("From a note"))
        resize_over(self, *_SIZE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 12)
        layout.setSpacing(0)
        title = section_title(lambda: _("From a note"))
        title.setContentsMargins(24, 0, 24, 8)
        layout.addWidget(title)
        layout.addWidget(Hairline())
        layout.addLayout(self._sides(), 1)
        layout.addWidget(self.banner)
        layout.addWidget(Hairline())
        layout.addLayout(self._foot())

    def _sides(self) -> QHBoxLayout:
        """Lay out the note beside its proposals."""
        written, proposed = QVBoxLayout(), QVBoxLayout()
        heading = small_title(lambda: _("The note"))
        heading.setContentsMargins(24, 8, 24, 0)
        written.addWidget(heading)
        written.addWidget(self.view, 1)
        proposed.setSpacing(0)
        proposed.addWidget(self.list, 1)
        proposed.addWidget(Hairline())
        proposed.addWidget(self.strip)
        sides = QHBoxLayout()
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(0)
        sides.addLayout(written, 2)
        sides.addWidget(Hairline(is_vertical=True))
        sides.addLayout(proposed, 3)
        return sides

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 0)
        foot.setSpacing(8)
        self.counts.setWordWrap(False)
        for part in (self.take, KeyCap("Ctrl+Enter"), self.close_button, KeyCap("Esc")):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self.counts)
        return foot

    def _connect(self) -> None:
        for button in (self.take, self.close_button):
            button.setAutoDefault(False)
        self.take.clicked.connect(self.confirm)
        self.close_button.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            on_keys(self, keys, self.confirm)
        for keys in ("Ctrl+V", "Ctrl+Shift+V"):
            on_keys(self, keys, self.paste_asked.emit)
        self.list.chosen.connect(self._follow)
        self.list.ticked.connect(self._turn_tick)
        self.list.entered_row.connect(self._enter)
        self.list.doubleClicked.connect(self._enter)
        self.list.topic_taken.connect(self._take_topic)
        self.list.code_turned.connect(self._turn_code)
        self.list.day_asked.connect(self._ask_day)
        self.list.turned.connect(self._turn_role)
        self.strip.topic_chosen.connect(self._take_topic)
        self.strip.typed.connect(self._take_typed)
        self.strip.left.connect(self._leave_line)
