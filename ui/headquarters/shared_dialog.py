"""One reply to all precincts that share a concern, after a person has confirmed which do."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.concerns import SharedConcern
from outreach_app.queries.points import PointRow
from outreach_app.rules.dates import date_words
from outreach_app.rules.ids import OfficeId
from ui.actions.actions import Given
from ui.actions.point_actions import REPLY
from ui.actions.undoable import carry_out
from ui.context import AppContext
from ui.forms.editors import LineEditor
from ui.headquarters.concern_cards import concern_words
from ui.requests import OpenFollowed
from ui.widgets.buttons import FlatButton, IconButton, primary_button
from ui.widgets.help_topic import explain_under
from ui.widgets.labels import Label, note, section_title
from ui.widgets.over import resize_over
from ui.words import apart, code_words

_SIZE = (720, 520)


class SharedDialog(QDialog):
    """The reply goes to every ticked point, with one Undo.

    Without the right to answer the points are only listed.
    """

    def __init__(
        self,
        context: AppContext,
        concern: SharedConcern,
        names: Mapping[OfficeId, str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        explain_under(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Concerns that several precincts share"))
        resize_over(self, *_SIZE)
        self._context = context
        self._concern = concern
        self._names = names
        self.boxes = [QCheckBox() for _point in concern.points]
        self.words = LineEditor()
        self.count = note()
        self.problem = note(tone="late")
        self.reply = primary_button(lambda: _("Reply to all that are ticked"), "chat-circle-text")
        self._build()
        self._connect()
        self._say_count()

    def _checked_points(self) -> list[PointRow]:
        points = zip(self.boxes, self._concern.points, strict=True)
        return [point for box, point in points if box.isChecked()]

    def _say_count(self) -> None:
        chosen = self._checked_points()
        offices = len({point.office for point in chosen})
        counted = _("Ticked: {points} · precincts: {offices}")
        words = counted.format(points=isolate(str(len(chosen))), offices=isolate(str(offices)))
        self.count.setText(words)
        self.reply.setEnabled(bool(chosen))

    def _send(self) -> None:
        self.problem.hide()
        given = Given(str(self.words.value() or ""))
        try:
            carry_out(self._context, REPLY, self._checked_points(), given)
        except OutreachError as error:
            self.problem.setText(error.message)
            self.problem.show()
            self.words.setFocus()
        else:
            self.accept()

    def _open(self, point: PointRow) -> None:
        self.reject()
        self._context.open_page(OpenFollowed(point.uid))

    def _build(self) -> None:
        title = section_title(lambda: code_words(self._concern.topic))
        advice = note(
            lambda: _("Untick what is a different matter: the reply goes to what is ticked.")
        )
        self.words.setAccessibleName(_("The reply"))
        label = note(lambda: _("The reply"))
        label.setBuddy(self.words)
        if not self._context.may(REPLY.right):
            for part in (advice, label, self.words, self.count, *self.boxes):
                part.hide()
            self.reply.offer(is_allowed=False)
        close = FlatButton(lambda: _("Close"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.count)
        foot.addStretch(1)
        for button in (close, self.reply):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(8)
        for widget in (title, advice, self._list(), label, self.words, self.problem):
            layout.addWidget(widget, int(isinstance(widget, QScrollArea)))
        self.problem.hide()
        layout.addLayout(foot)

    def _list(self) -> QScrollArea:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setColumnStretch(2, 1)
        for row, (box, point) in enumerate(zip(self.boxes, self._concern.points, strict=True)):
            said, whose = Label(), note()
            said.setText(concern_words(point))
            said.setWordWrap(True)
            whose.setText(
                f"{apart(self._names.get(point.office, ''))} · {date_words(point.held_on)}"
            )
            box.setChecked(True)
            box.setAccessibleName(f"{whose.text()}: {said.text()}")
            show = IconButton(lambda: _("Open the point"), "arrow-square-out")
            show.clicked.connect(partial(self._open, point))
            for column, widget in enumerate((box, whose, said, show)):
                grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(len(self.boxes), 1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        return area

    def _connect(self) -> None:
        for box in self.boxes:
            box.toggled.connect(self._say_count)
        self.reply.clicked.connect(self._send)
        self.words.returnPressed.connect(self._send)
