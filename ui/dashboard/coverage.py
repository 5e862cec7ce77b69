"""The coverage card: kinds of partner registered, met, and not met for months."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.figures import Coverage, Figure
from ui.dashboard.figure_buttons import number_words
from ui.fonts import fix_width
from ui.widgets.buttons import FlatButton
from ui.widgets.labels import IconLabel, Label, note, small_title
from ui.widgets.surfaces import Card
from ui.widgets.translated import Text
from ui.words import category_icon, code_words

_COLUMN = 104


def coverage_table(
    coverage: Sequence[Coverage], months: int, open_: Callable[[Figure, Text], None]
) -> Card:
    """Build a line for each category, with a figure in each column; each opens its partners."""
    card = Card()
    card.body.setContentsMargins(8, 12, 8, 12)
    heading = small_title(lambda: _("Partners by category"))
    heading.setContentsMargins(8, 0, 8, 4)
    card.body.addWidget(heading)
    if not coverage:
        card.body.addWidget(note(lambda: _("No partner is registered yet.")))
        return card
    columns: Sequence[tuple[Text, Callable[[Coverage], Figure]]] = (
        (lambda: _("Registered"), lambda row: row.known),
        (lambda: _("Met"), lambda row: row.met),
        (lambda: _not_met(months), lambda row: row.not_met),
    )
    block = QWidget()
    grid = QGridLayout(block)
    grid.setContentsMargins(8, 0, 0, 0)
    grid.setSpacing(0)
    grid.setHorizontalSpacing(8)
    for place, (title, _figure) in enumerate(columns, start=2):
        head = note(title)
        head.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(head, 0, place)
        fix_width(head, _COLUMN)
    grid.setColumnStretch(1, 1)
    for number, row in enumerate(coverage, start=1):
        grid.addWidget(IconLabel(category_icon(row.category)), number, 0)
        grid.addWidget(_name(row.category), number, 1)
        for place, (title, figure) in enumerate(columns, start=2):
            grid.addWidget(_button(figure(row), row.category, title, open_), number, place)
    card.body.addWidget(block)
    return card


def _not_met(months: int) -> str:
    return _("Not met for {months} months").format(months=isolate(str(months)))


def _name(category: str) -> Label:
    label = Label()
    label.setText(code_words(category))
    return label


def _button(
    figure: Figure, category: str, title: Text, open_: Callable[[Figure, Text], None]
) -> FlatButton:
    def named() -> str:
        return f"{code_words(category)} · {title()}"

    button = FlatButton(lambda: number_words(figure.now))
    button.setFixedHeight(32)
    fix_width(button, _COLUMN)
    button.setAccessibleName(f"{named()}: {figure.now}")
    button.clicked.connect(lambda: open_(figure, named))
    return button
