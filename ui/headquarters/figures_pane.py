"""National figures beside the calendar: the last whole month compared with the one before."""

from babel.dates import format_date
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, screen
from outreach_app.queries.national import NationalFigures, TopicCount
from ui.fonts import fix_width
from ui.widgets.bars import MIN_SCALE, Bar, Share, ShareBar
from ui.widgets.labels import IconLabel, Label, note, section_title, small_title
from ui.widgets.layouts import row_in
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Text
from ui.words import code_words

WIDTH = 336
_MAX_TOPICS = 5


class FiguresPane(Surface):
    """Rebuilt whenever it is shown, so that texts follow the language."""

    def __init__(self) -> None:
        super().__init__()
        self._content = QVBoxLayout()
        self._area = QScrollArea()
        self._build()

    def show_figures(self, figures: NationalFigures) -> None:
        """Show a month."""
        while item := self._content.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._area.setAccessibleName(_("Overall figures"))
        self._content.addWidget(section_title(lambda: _("Overall figures")))
        self._content.addWidget(_with_text(note(), _about(figures)))
        self._content.addWidget(_key_figures(figures))
        self._add_topics(figures)
        self._add_commitments(figures)
        self._content.addStretch(1)

    def _build(self) -> None:
        fix_width(self, WIDTH)
        self._content.setContentsMargins(24, 16, 24, 16)
        self._content.setSpacing(8)
        inside = Surface()
        inside.setLayout(self._content)
        area = self._area
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def _add_topics(self, figures: NationalFigures) -> None:
        topics = sorted(figures.topics, key=lambda topic: -topic.now)[:_MAX_TOPICS]
        topics = [topic for topic in topics if topic.now]
        if not topics:
            return
        self._content.addSpacing(8)
        title = small_title(lambda: _("Main concerns raised"))
        title.setWordWrap(True)
        self._content.addWidget(title)
        for topic in topics:
            self._content.addWidget(_topic(topic, topics[0].now))

    def _add_commitments(self, figures: NationalFigures) -> None:
        total = figures.total
        if not total.commitments:
            return
        running = total.commitments - total.kept - total.late
        self._content.addSpacing(8)
        heading = _("Commitments: {number}").format(number=isolate(str(total.commitments)))
        self._content.addWidget(_with_text(small_title(), heading))
        shares = ((total.kept, "ok"), (running, "info"), (total.late, "late"))
        self._content.addWidget(ShareBar([Share(value, tone) for value, tone in shares]))
        parts = (
            (total.kept, "check-circle", "ok", _("Kept: {number}")),
            (running, "circle-half", "info", _("Running: {number}")),
            (total.late, "warning-circle", "late", _("Overdue: {number}")),
        )
        legend = QWidget()
        row = QHBoxLayout(legend)
        row.setContentsMargins(0, 0, 0, 0)
        for value, icon, tone, words in parts:
            row.addWidget(IconLabel(icon, tone))
            row.addWidget(_with_text(note(tone=tone), words.format(number=isolate(str(value)))), 1)
        self._content.addWidget(legend)


def _about(figures: NationalFigures) -> str:
    period, total = figures.period, figures.total
    locale = screen().locale
    words = _("{month}, against {before} · reports received: {count}")
    return words.format(
        month=format_date(period.first, "LLLL y", locale=locale).capitalize(),
        before=format_date(period.previous().first, "LLLL", locale=locale),
        count=isolate(f"{total.reported}/{total.offices}"),
    )


def _key_figures(figures: NationalFigures) -> QWidget:
    now, before = figures.total, figures.before
    entries: tuple[tuple[int, int, Text], ...] = (
        (now.sessions, before.sessions, lambda: _("meetings, actions and calls")),
        (now.participants, before.participants, lambda: _("participants")),
        (now.associations, before.associations, lambda: _("associations")),
    )
    block = QWidget()
    grid = QGridLayout(block)
    grid.setContentsMargins(0, 4, 0, 4)
    grid.setVerticalSpacing(0)
    for place, (value, former, words) in enumerate(entries):
        number = Label(pixels=24, weight=section_title().font().weight())
        grid.addWidget(_with_text(number, isolate(str(value))), 0, place)
        grid.addWidget(note(words), 1, place, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_movement(value - former), 2, place)
        grid.setColumnStretch(place, 2 if place else 3)  # the first name is the longest
    return block


def _topic(topic: TopicCount, most: int) -> QWidget:
    block = QWidget()
    grid = QGridLayout(block)
    grid.setContentsMargins(0, 0, 0, 4)
    grid.setVerticalSpacing(4)
    grid.addWidget(_with_text(note(tone="text"), code_words(topic.topic)), 0, 0)
    grid.addWidget(_movement(topic.now - topic.before), 0, 1)
    count = _with_text(Label(pixels=12), isolate(str(topic.now)))
    grid.addWidget(count, 0, 2)
    grid.addWidget(Bar(topic.now / max(most, MIN_SCALE)), 1, 0, 1, 3)
    grid.setColumnStretch(0, 1)
    return block


def _movement(difference: int) -> QWidget:
    """Return an arrow and a signed number, without judging the change."""
    block = QWidget()
    row = row_in(block, 4)
    if difference:
        row.addWidget(IconLabel("trend-up" if difference > 0 else "trend-down"))
    sign = f"+{difference}" if difference > 0 else str(difference).replace("-", "\u2212")
    row.addWidget(_with_text(Label(pixels=12, tone="muted"), isolate(sign if difference else "=")))
    row.addStretch(1)
    return block


def _with_text(label: Label, words: str) -> Label:
    label.setText(words)
    return label
