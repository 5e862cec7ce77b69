"""The sections of the page of figures for a period."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from babel.dates import format_date
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.i18n import ScreenLanguage, isolate, screen
from outreach_app.i18n import gettext as _
from outreach_app.queries.communication import CommunicationFigures
from outreach_app.queries.figures import Figure, Figures
from outreach_app.queries.reactions import ReactionTime
from ui.dashboard.communication import (
    awareness_card,
    publications_card,
    remarks_card,
    rumours_card,
)
from ui.dashboard.coverage import coverage_table
from ui.dashboard.figure_buttons import FigureLine, Tile, number_words
from ui.dashboard.nothing import is_nothing, nothing_card
from ui.widgets.bars import MIN_SCALE, Share, ShareBar
from ui.widgets.columns_chart import ChartColumn, ColumnsChart
from ui.widgets.fitting import stack_if_narrow
from ui.widgets.labels import Label, note, small_title
from ui.widgets.surfaces import Card
from ui.widgets.translated import Text
from ui.words import code_words

Open = Callable[[Figure, Text], None]
_MAX_TOPICS = 8
_MIN_OF_MEDIAN = 5
_GAP = 16


def board(
    figures: Figures,
    communication: CommunicationFigures,
    months: int,
    open_: Open,
    show_month: Callable[[date], None],
) -> QWidget:
    """Build the board; `open_` is called with a pressed figure and its name."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(24, 0, 24, 16)
    column.setSpacing(_GAP)
    nothing = is_nothing(figures)
    column.addWidget(nothing_card(figures, show_month) if nothing else _tiles(figures, open_))
    leading = (
        _months(figures, open_),
        _topics(figures, open_),
        _channels(figures, open_),
        publications_card(communication, open_),
        awareness_card(communication.awareness, open_),
    )
    trailing = (
        _commitments(figures, open_),
        _reactions(figures, open_),
        coverage_table(figures.coverage, months, open_),
        rumours_card(communication, open_),
        remarks_card(communication.remarks, open_),
    )
    column.addWidget(_Columns(leading, trailing), 1)
    return content


class _Columns(QWidget):
    """Two columns of cards beside each other, or one below the other in a small window."""

    def __init__(self, *columns: Sequence[QWidget]) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        for cards in columns:
            stack = QVBoxLayout()
            stack.setSpacing(_GAP)
            for card in cards:
                stack.addWidget(card)
            stack.addStretch(1)
            self._row.addLayout(stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stack_if_narrow(self._row, self.width())


class _Tiles(Card):
    """The figures in one line, or in two where their names would be cut."""

    def __init__(self, tiles: Sequence[Tile]) -> None:
        super().__init__()
        self._tiles = tiles
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self.body.addLayout(self._grid)
        self._place(len(tiles))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widths = [tile.sizeHint().width() for tile in self._tiles]
        across = len(widths) if sum(widths) <= self._room() else (len(widths) + 1) // 2
        self._place(across)

    def _place(self, across: int) -> None:
        widths = [tile.sizeHint().width() for tile in self._tiles]
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // across, place % across)
            self._grid.setColumnStretch(place, max(widths[place::across]) if place < across else 0)

    def _room(self) -> int:
        margins = self.body.contentsMargins()
        return self.width() - margins.left() - margins.right()


def _tiles(figures: Figures, open_: Open) -> QWidget:
    entries: Sequence[tuple[Figure, Text]] = (
        (figures.meetings, lambda: _("Meetings, actions and calls")),
        (figures.partners, lambda: _("Partners met")),
        (figures.people, lambda: _("People reached")),
        (figures.women, lambda: _("of them women")),
        (figures.points, lambda: _("Points raised")),
        (figures.unanswered, lambda: _("without a reaction")),
    )
    tiles: list[Tile] = []
    for figure, title in entries:
        is_waiting = figure is figures.unanswered and figure.now > 0
        tile = Tile(title(), figure.now, figure.before, "late" if is_waiting else "text")
        _lead(tile, figure, title, open_)
        tiles.append(tile)
    return _Tiles(tiles)


def _months(figures: Figures, open_: Open) -> Card:
    card = _card(lambda: _("Meetings, actions and calls month by month"))
    chart = ColumnsChart()
    period = figures.period
    chart.show_columns(
        [
            ChartColumn(_month_words(month), figure.now, "bar" if month >= period.first else "bar2")
            for month, figure in figures.months
        ]
    )
    chart.chosen.connect(
        lambda place: open_(figures.months[place][1], lambda: _("Meetings, actions and calls"))
    )
    card.body.addWidget(chart)
    return card


def _topics(figures: Figures, open_: Open) -> Card:
    card = _card(lambda: _("Main topics of the points raised"))
    shown = figures.topics[:_MAX_TOPICS]
    _add_bars(card, shown, open_)
    if not shown:
        card.body.addWidget(_nothing(lambda: _("Nothing was raised in this period.")))
    return card


def _channels(figures: Figures, open_: Open) -> Card:
    card = _card(lambda: _("Channels of the meetings"))
    _add_bars(card, figures.channels, open_)
    if not figures.channels:
        card.body.addWidget(_nothing(lambda: _("No meeting was held in this period.")))
    return card


def _add_bars(card: Card, counted: Sequence[tuple[str, Figure]], open_: Open) -> None:
    most = max((MIN_SCALE, *(max(it.now, it.before or 0) for _code, it in counted)))
    for code, figure in counted:
        line = FigureLine(code_words(code), figure.now, figure.before, most)
        _lead(line, figure, partial(code_words, code), open_)
        card.body.addWidget(line)


def _commitments(figures: Figures, open_: Open) -> Card:
    card = _card(lambda: _("Commitments and referrals"))
    running = figures.open.now - figures.overdue.now
    rest = figures.commitments.now - figures.kept.now - figures.open.now
    shares = (
        (figures.kept.now, "ok"),
        (running, "info"),
        (figures.overdue.now, "late"),
        (rest, "bar2"),
    )
    if figures.commitments.now:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 4, 8, 4)
        bar.addWidget(ShareBar([Share(value, tone) for value, tone in shares]))
        card.body.addLayout(bar)
    entries: Sequence[tuple[Figure, Text, tuple[str, str]]] = (
        (figures.commitments, lambda: _("Commitments made"), ("handshake", "muted")),
        (figures.kept, lambda: _("Commitments kept"), ("check-circle", "ok")),
        (figures.open, lambda: _("Still to be kept"), ("circle-half", "info")),
        (figures.overdue, lambda: _("of them overdue today"), ("warning-circle", "late")),
        (figures.referrals, lambda: _("Referrals made"), ("arrow-bend-up-right", "muted")),
        (figures.answered, lambda: _("Referrals answered"), ("chat-circle-text", "ok")),
    )
    for figure, title, mark in entries:
        line = FigureLine(title(), figure.now, figure.before, mark=mark)
        _lead(line, figure, title, open_)
        card.body.addWidget(line)
    return card


def _reactions(figures: Figures, open_: Open) -> Card:
    card = _card(lambda: _("Time of reaction"))
    block = QWidget()
    grid = QGridLayout(block)
    grid.setContentsMargins(8, 0, 8, 4)
    grid.setVerticalSpacing(0)
    now, before = figures.reaction, figures.reaction_before
    entries: Sequence[tuple[Text, Callable[[ReactionTime], str]]] = (
        (lambda: _("Median, in days"), lambda time: _days(time.median)),
        (lambda: _("Longest, in days"), lambda time: _days(time.worst)),
    )
    for place, (title, value) in enumerate(entries):
        grid.addWidget(
            _with_text(Label(pixels=24, weight=small_title().font().weight()), value(now)), 0, place
        )
        grid.addWidget(note(title), 1, place)
        was = _("before: {number}").format(number=value(before))
        grid.addWidget(_with_text(note(), was), 2, place)
        grid.setColumnStretch(place, 1)
    is_enough = figures.points_with_day.now >= _MIN_OF_MEDIAN
    card.body.addWidget(block if is_enough else _too_few())

    def with_day() -> str:
        return _("Points with a known day of reaction")

    line = FigureLine(with_day(), figures.points_with_day.now, figures.points_with_day.before)
    _lead(line, figures.points_with_day, with_day, open_)
    card.body.addWidget(line)
    explained = note(
        lambda: _(
            "From the meeting to the day the reply was given, the point closed or its referral"
            " answered. Points still without such a day are not counted."
        )
    )
    explained.setContentsMargins(8, 0, 8, 0)
    card.body.addWidget(explained)
    return card


def _too_few() -> Label:
    """Return why no median is shown: too few days are known."""
    number = isolate(str(_MIN_OF_MEDIAN))
    return _nothing(
        lambda: _("The median is shown once {number} days are known.").format(number=number)
    )


def _nothing(text: Text) -> Label:
    """Return a note instead of figures, under the heading of its card."""
    said = note(text)
    said.setContentsMargins(8, 0, 8, 0)
    return said


def _lead(button: FigureLine | Tile, figure: Figure, title: Text, open_: Open) -> None:
    button.clicked.connect(lambda: open_(figure, title))


def _card(title: Text) -> Card:
    card = Card()
    card.body.setContentsMargins(8, 12, 8, 12)
    heading = small_title(title)
    heading.setContentsMargins(8, 0, 8, 4)
    card.body.addWidget(heading)
    return card


def _with_text(label: Label, words: str) -> Label:
    label.setText(words)
    return label


def _days(days: float | None) -> str:
    if days is None:
        return "–"
    return (
        number_words(int(days)) if days == int(days) else isolate(f"{days:.1f}".replace(".", ","))
    )


def _month_words(month: date) -> str:
    # The French of Morocco cuts June and July to « jui. » and « juil. ».
    is_french = screen() is ScreenLanguage.FRENCH
    return format_date(month, "MMM", locale="fr" if is_french else screen().locale)
