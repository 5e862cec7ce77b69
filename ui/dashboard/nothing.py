"""The sentence that stands instead of the large figures of a period without anything."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt

from outreach_app.i18n import gettext as _
from outreach_app.queries.figures import Figures
from ui.forms.periods import period_of, period_words
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.surfaces import Card


def is_nothing(figures: Figures) -> bool:
    """Return whether all the large figures of a period are zero."""
    counted = (
        *(figures.meetings, figures.partners, figures.people),
        *(figures.women, figures.points, figures.unanswered),
    )
    return not any(figure.now for figure in counted)


def nothing_card(figures: Figures, show_month: Callable[[date], None]) -> Card:
    """Return the sentence, with the way to the last month before it that has something."""
    card = Card()
    said = _("Nothing was recorded in this period: {period}.")
    words = said.format(period=period_words(figures.period))
    card.body.setSpacing(8)
    card.body.addWidget(Label(lambda: words))
    earlier = (month for month, held in figures.months if held.now)
    months = [month for month in earlier if month < figures.period.first]
    if months:
        last = period_words(period_of("month", months[-1]))
        way = Button(lambda: _("Show {period}").format(period=last), "calendar-blank")
        way.clicked.connect(lambda: show_month(months[-1]))
        card.body.addWidget(way, alignment=Qt.AlignmentFlag.AlignLeading)
    return card
