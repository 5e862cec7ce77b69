"""What was published in a period, by kind with its share, and how soon rumours were rectified."""

from collections.abc import Callable, Sequence
from functools import partial

from outreach_app.i18n import gettext as _
from outreach_app.queries.communication import CommunicationFigures, Hours
from outreach_app.queries.figures import Figure
from ui.dashboard.figure_buttons import FigureLine, number_words
from ui.widgets.bars import LEAST_SCALE
from ui.widgets.labels import note, small_title
from ui.widgets.surfaces import Card
from ui.widgets.translated import Text
from ui.words import code_words, labelled_words, share_words

Open = Callable[[Figure, Text], None]


def publications_card(figures: CommunicationFigures, open_: Open) -> Card:
    """Build the card of what was published; each line opens its list."""
    card = _card(lambda: _("Publications"))
    counted = (max(row.figure.now, row.figure.before or 0) for row in figures.kinds)
    most = max((LEAST_SCALE, *counted))
    for row in figures.kinds:
        words = partial(code_words, row.kind)
        named = f"{words()} · {share_words(row.share)}"
        _add(
            card,
            FigureLine(named, row.figure.now, row.figure.before, most),
            row.figure,
            words,
            open_,
        )
    if not figures.kinds:
        card.body.addWidget(note(lambda: _("Nothing was published in this period.")))
        return card
    _add_line(
        card, figures.publications, lambda: _("Publications in all"), ("newspaper", "muted"), open_
    )
    rounded = note(lambda: _("Shares are rounded to the nearest tenth."))
    rounded.setContentsMargins(8, 0, 8, 0)
    card.body.addWidget(rounded)
    return card


def rumours_card(figures: CommunicationFigures, open_: Open) -> Card:
    """Build the card of rumours: heard, rectified, and after how many hours."""
    card = _card(lambda: _("Rumours"))
    lines: Sequence[tuple[Figure, Text, tuple[str, str]]] = (
        (figures.rumours, lambda: _("Rumours heard"), ("megaphone-simple", "muted")),
        (figures.rectified, lambda: _("of them rectified"), ("newspaper", "ok")),
    )
    for figure, title, mark in lines:
        _add_line(card, figure, title, mark, open_)
    hours = note(lambda: hours_words(figures.hours))
    hours.setContentsMargins(8, 0, 8, 0)
    card.body.addWidget(hours)
    return card


def hours_words(hours: Hours) -> str:
    """Say the median delay and the longest; "" where nothing was rectified."""
    if hours.median is None or hours.worst is None:
        return ""
    median = labelled_words(_("Median delay (h)"), number_words(hours.median))
    worst = labelled_words(_("Longest delay (h)"), number_words(hours.worst))
    return f"{median} · {worst}"


def _add_line(card: Card, figure: Figure, title: Text, mark: tuple[str, str], open_: Open) -> None:
    line = FigureLine(title(), figure.now, figure.before, mark=mark)
    _add(card, line, figure, title, open_)


def _add(card: Card, line: FigureLine, figure: Figure, title: Text, open_: Open) -> None:
    line.clicked.connect(lambda: open_(figure, title))
    card.body.addWidget(line)


def _card(title: Text) -> Card:
    card = Card()
    card.body.setContentsMargins(8, 12, 8, 12)
    heading = small_title(title)
    heading.setContentsMargins(8, 0, 8, 4)
    card.body.addWidget(heading)
    return card
