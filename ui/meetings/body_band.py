"""The middle band of the session editor: points, totals and earlier promises."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from babel.lists import format_list
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app.errors import Problem
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, screen
from outreach_app.rules.kinds import PointKind
from ui.context import AppContext
from ui.drafts.session_sheet import PointLine, PresentPartner, SessionSheet
from ui.fonts import fix_height, scaled
from ui.meetings.key_hints import KeyHints
from ui.meetings.point_edits import COMMITMENT, OPEN, REFERRAL, reaction_of, with_next_raiser
from ui.meetings.points_model import PointColumn, PointsModel
from ui.meetings.points_table import PointsTable
from ui.meetings.problem_line import LINE_HEIGHT, ProblemLine
from ui.meetings.promises_keeper import PromisesKeeper
from ui.meetings.promises_list import PromisesList
from ui.meetings.whole_rows import WholeRows
from ui.undone import undone_words
from ui.widgets.buttons import FlatButton
from ui.widgets.keys import on_keys
from ui.widgets.labels import note, section_title
from ui.widgets.surfaces import Hairline, Surface
from ui.widgets.translated import Translated
from ui.words import apart, code_words, either, own_words

_ROOM_FOR_PROMISES = 1040
_MOST_LINES = 2  # of what is wrong: it is said in place of the totals


class BodyBand(Translated, Surface):
    """Points beside earlier promises. Emits `edited` on every edit of a point."""

    edited = Signal()
    passed = Signal(bool)
    note_asked = Signal()

    def __init__(self, context: AppContext, today: date, held_on: Callable[[], str]) -> None:
        super().__init__()
        self._context = context
        self.points = PointsModel()
        self.table = PointsTable(self.points, today)
        self.promises = PromisesList()
        self.totals, self.loose = note(), note()
        fix_height(self.totals, LINE_HEIGHT)
        self._loose: tuple[list[str], list[str]] = ([], [])
        self._line = Hairline(is_vertical=True)
        self._beside = FlatButton(lambda: _("Earlier commitments"), "handshake")
        self.from_note = FlatButton(lambda: _("From a note"), "clipboard-text")
        self._wants_promises = False  # if they take space from the points
        self.problem_line = ProblemLine(_MOST_LINES)
        self._said = ""
        self._sheet: SessionSheet | None = None
        self._promises = PromisesKeeper(context, self.promises, self._say_refused, held_on)
        self._build()
        self._connect()
        self.retranslate()

    def show_sheet(self, sheet: SessionSheet) -> None:
        """Show the points of a session, and what it has that answers none of them."""
        self._sheet = sheet
        owed = sheet.loose_commitments
        promised = [own_words(it.text, it.translation, it.language) for it in owed]
        self._loose = (promised, [code_words(it.destination) for it in sheet.loose_referrals])
        self.points.show_lines(sheet.lines)

    def show_present(self, partners: Sequence[PresentPartner], meeting: UUID | None) -> None:
        """Set who is present: who can raise points, and whose open commitments are shown."""
        names = {row.uid: either(row.name) for row in partners if row.is_present}
        self.points.present = names
        self.points.retranslate()
        self._promises.show([row.uid for row in partners], meeting)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show what is wrong under the table, and mark the points concerned."""
        mine: dict[int, str] = {}
        for problem in problems:
            noun, _dot, rest = problem.field.partition(".")
            if noun == "points":
                mine.setdefault(int(rest.partition(".")[0]), problem.message)
            elif noun in ("commitments", "referrals"):
                mine.setdefault(self._point_of(noun, int(rest.partition(".")[0])), problem.message)
        self.points.show_problems(mine)
        self._said = _problem_words(mine)
        self._say_refused("")

    def go_on(self) -> bool:
        """Put the cursor on the last point; return whether there is one."""
        last = len(self.points.lines) - 1
        if last >= 0:
            self.table.setCurrentIndex(self.points.index(last, PointColumn.TOPIC))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return last >= 0

    def focus_on(self, problems: Iterable[Problem]) -> bool:
        """Start editing the topic of the first point without one; return whether there is one."""
        rows = range(self.points.rowCount())
        said = [row for row in rows if not self.points.line(row).is_blank]
        for problem in problems:
            noun, _dot, rest = problem.field.partition(".")
            number, _dot, name = rest.partition(".")
            if noun == "points" and name == "topic":
                self.table.edit_cell(said[int(number) - 1], PointColumn.TOPIC)
                return True
        return False

    def begin(self) -> None:
        """Go to the points: keys meant for one would press a button above them."""
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def hasHeightForWidth(self) -> bool:
        # Its wrapping notes would make its height rigid; this panel must shrink first.
        return False

    def retranslate(self) -> None:
        lines = self.points.lines
        reactions = [reaction_of(line) for line in lines if line.point.kind != PointKind.THANKS]
        promised, referred = self._loose
        listed = " · ".join(map(apart, (*promised, *referred)))
        self.loose.setText(_("Without a point: {words}").format(words=listed))
        self.loose.setVisible(bool(promised or referred))
        self.totals.setText(
            _(
                "Points: {points} · commitments: {commitments} · referrals: {referrals}"
                " · without a reaction: {open}"
            ).format(
                points=len(lines),
                commitments=sum(len(line.commitments) for line in lines) + len(promised),
                referrals=sum(len(line.referrals) for line in lines) + len(referred),
                open=reactions.count(OPEN),
            )
        )

    def _point_of(self, noun: str, place: int) -> int:
        """Return the number, from 1, of the point whose commitment or referral is at that index."""
        lines = self.table.typed_lines()  # a promise half typed is checked as well
        owner = COMMITMENT if noun == "commitments" else REFERRAL
        numbers = [
            number
            for number, line in enumerate(lines, start=1)
            for _row in (line.commitments if owner == COMMITMENT else line.referrals)
        ]
        return numbers[place - 1] if place <= len(numbers) else len(lines)

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 24, 8)
        layout.setSpacing(24)
        column = QVBoxLayout()
        column.setSpacing(4)
        layout.addLayout(column, 1)
        layout.addWidget(self._line)
        layout.addWidget(self.promises)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(section_title(lambda: _("Points raised")))
        head.addStretch(1)
        head.addWidget(KeyHints())
        head.addWidget(self.from_note)
        head.addWidget(self._beside)
        self._beside.hide()
        column.addLayout(head)
        column.addWidget(WholeRows(self.table), 1)
        column.addWidget(self.problem_line)
        column.addWidget(self.loose)
        column.addWidget(self.totals)
        for line in (self.loose, self.totals):
            line.setContentsMargins(8, 0, 8, 0)
        self.problem_line.setContentsMargins(8, 0, 8, 0)

    def _connect(self) -> None:
        self.points.edited.connect(self.edited)
        self.points.edited.connect(self.retranslate)
        self.points.modelReset.connect(self.retranslate)
        self.table.passed.connect(self.passed)
        self.table.removed.connect(self._say_removed)
        self.table.line.dropped.connect(self._say_dropped)
        self.table.line.let_go.connect(self._say_let_go)
        self.promises.asked.connect(self._promises.turn)
        self.table.touched.connect(self.edited)
        on_keys(self, "Ctrl+B", self._turn_raiser)
        on_keys(self, "F3", self._turn_promises)
        self._beside.clicked.connect(self._turn_promises)
        self.from_note.clicked.connect(self.note_asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_promises()

    def _turn_promises(self) -> None:
        self._wants_promises = not self._wants_promises
        self._show_promises()

    def _show_promises(self) -> None:
        """Hide the earlier commitments if space is short; F3 shows them."""
        is_narrow = self.width() < scaled(_ROOM_FOR_PROMISES)
        for part in (self._line, self.promises):
            part.setVisible(not is_narrow or self._wants_promises)
        self._beside.setVisible(is_narrow)

    def _say_refused(self, words: str) -> None:
        """Show why a commitment cannot be closed, or else what is wrong with the points."""
        said = words or self._said
        self.problem_line.say(said)
        self.totals.setHidden(bool(said))

    def _say_dropped(self, row: int, former: PointLine) -> None:
        """Offer to put back a commitment that another reaction has replaced."""
        sheet, after = self._sheet, self.points.line(row)
        said = _("The commitment was removed from the point.")
        words = undone_words(said)

        def restore() -> None:
            rows = self.points.rowCount()
            is_same = row < rows and self.points.line(row) == after
            if self._sheet is not sheet or not self.isVisible() or not is_same:
                self._say_left()
                return
            self.points.set_line(row, former)
            self._context.status(words())

        self._context.status(said, restore)

    def _say_let_go(self, typed: str) -> None:
        words = _("“{words}” is no topic: the topic of the point stays as it was.")
        self._context.notice(words.format(words=isolate(typed)))

    def _say_left(self) -> None:
        self._context.notice(
            _("The session was left or filled in since: its points stay as they are.")
        )

    def _say_removed(self, removed: Sequence[tuple[int, PointLine]]) -> None:
        sheet = self._sheet

        def restore() -> None:
            if self._sheet is not sheet or not self.isVisible():
                self._say_left()
                return
            for row, line in removed:
                self.points.restore(row, line)
            first, _line = removed[0]
            self.table.setCurrentIndex(self.points.index(first, PointColumn.TOPIC))
            self.table.mark([row for row, _line in removed])
            self._context.status(words())

        many = _("Points removed: {count}.").format(count=isolate(str(len(removed))))
        said = many if len(removed) > 1 else _("The point was removed.")
        words = undone_words(said)
        self._context.status(said, restore)

    def _turn_raiser(self) -> None:
        row = self.table.currentIndex().row()
        if row >= 0 and not self.points.line(row).is_blank:
            line = with_next_raiser(self.points.line(row), list(self.points.present))
            self.points.set_line(row, line)


def _problem_words(problems: Mapping[int, str]) -> str:
    """Return what is wrong with points, by number; those with the same problem together."""
    numbers: dict[str, list[str]] = {}
    for number, problem in problems.items():
        numbers.setdefault(problem, []).append(isolate(str(number)))
    locale = screen().locale
    return "  ".join(
        (
            _("Points {numbers}: {problem}").format(
                numbers=format_list(of_points, locale=locale), problem=problem
            )
            if len(of_points) > 1
            else _("Point {number}: {problem}").format(number=of_points[0], problem=problem)
        )
        for problem, of_points in numbers.items()
    )
