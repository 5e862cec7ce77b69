"""Publications, rumours, remarks and awareness actions of a period, each on a card."""

from collections.abc import Callable, Sequence
from functools import partial

from outreach_app.i18n import gettext as _
from outreach_app.queries.awareness_figures import AwarenessFigures
from outreach_app.queries.communication import CommunicationFigures, Delays
from outreach_app.queries.figures import Figure
from outreach_app.queries.remark_figures import RemarkFigures
from ui.dashboard.figure_buttons import FigureLine, number_words
from ui.widgets.bars import MIN_OF_SHARES, MIN_SCALE
from ui.widgets.labels import note, small_title
from ui.widgets.surfaces import Card
from ui.widgets.translated import Text
from ui.words import code_words, labelled_words, share_words

Open = Callable[[Figure, Text], None]


def publications_card(figures: CommunicationFigures, open_: Open) -> Card:
    """Build the card of publications; each line opens its list."""
    card = _card(lambda: _("Publications"))
    counted = (max(row.figure.now, row.figure.before or 0) for row in figures.kinds)
    most = max((MIN_SCALE, *counted))
    for row in figures.kinds:
        words = partial(code_words, row.kind)
        has_share = figures.publications.now >= MIN_OF_SHARES
        named = f"{words()} · {share_words(row.share)}" if has_share else words()
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
        card, figures.publications, lambda: _("Total publications"), ("newspaper", "muted"), open_
    )
    _add_reach(card, figures, open_)
    if figures.publications.now >= MIN_OF_SHARES:
        rounded = note(lambda: _("Shares are rounded to the nearest tenth."))
        rounded.setContentsMargins(8, 0, 8, 0)
        card.body.addWidget(rounded)
    return card


def _add_reach(card: Card, figures: CommunicationFigures, open_: Open) -> None:
    """Add interactions and followers, if they were read."""
    if figures.interactions.now:
        mark = ("chart-bar", "muted")
        _add_line(card, figures.interactions, lambda: _("Interactions"), mark, open_)
    for row in figures.followers:
        named = partial(_followers_words, row.account)
        _add_line(card, row.figure, named, ("users-three", "muted"), open_)


def _followers_words(account: str) -> str:
    return " · ".join((_("Followers"), code_words(account)))


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


def remarks_card(figures: RemarkFigures, open_: Open) -> Card:
    """Build the card of remarks: received, by channel, and without a reaction."""
    card = _card(lambda: _("Remarks received"))
    _add_line(
        card, figures.received, lambda: _("Remarks received"), ("chat-circle-text", "muted"), open_
    )
    is_waiting = figures.unanswered.now > 0
    mark = ("hourglass-medium", "late" if is_waiting else "ok")
    _add_line(card, figures.unanswered, lambda: _("without a reaction"), mark, open_)
    counts = [max(figure.now, figure.before or 0) for _code, figure in figures.channels]
    for code, figure in figures.channels:
        words = partial(code_words, code)
        line = FigureLine(words(), figure.now, figure.before, max((MIN_SCALE, *counts)))
        _add(card, line, figure, words, open_)
    return card


def awareness_card(figures: AwarenessFigures, open_: Open) -> Card:
    """Build the card of awareness: actions, people reached, materials."""
    card = _card(lambda: _("Awareness actions"))
    lines = [row for row in awareness_lines(figures) if row[1].now or row[1].before]
    for title, figure in lines:
        _add_line(card, figure, title, ("users-three", "muted"), open_)
    if not lines:
        none = note(lambda: _("No awareness action in this period, nor in the one before."))
        none.setContentsMargins(8, 0, 8, 0)
        card.body.addWidget(none)
    return card


def awareness_lines(figures: AwarenessFigures) -> Sequence[tuple[Text, Figure]]:
    """List the figures of awareness with their names."""
    return (
        (lambda: _("Actions carried out"), figures.actions),
        (lambda: _("Establishments"), figures.establishments),
        (lambda: _("Pupils"), figures.pupils),
        (lambda: _("Beneficiaries"), figures.beneficiaries),
        (lambda: _("Associations taking part"), figures.associations),
        (lambda: _("Awareness materials"), figures.materials),
    )


def hours_words(hours: Delays) -> str:
    """Return the median and the longest delay; "" if nothing was rectified."""
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
