"""The columns of every table, by the name of its layout; does not import Qt."""

from dataclasses import dataclass
from typing import TypeGuard

from outreach_app.documents.styles import MILLIMETRE
from outreach_app.i18n import Language
from outreach_app.summaries.prose import blocks

# A longer quotation, in characters, takes the full width instead of its column's.
LONG_QUOTATION = 400


@dataclass(frozen=True, slots=True)
class Column:
    """A share of the text width in percent; figures and dates are centred, in their own face."""

    share: float
    holds_figures: bool = False
    is_bold: bool = False


def _figures(*shares: float) -> tuple[Column, ...]:
    return tuple(Column(share, True) for share in shares)


def _concerns(topic: float) -> tuple[Column, ...]:
    now, rest = Column(10, True, True), 100 - topic - 10 - 11 - 11
    return (Column(topic), now, *_figures(11, 11), Column(rest))


_CAPACITIES = (Column(34), Column(36), Column(30))
_ATTENDED = (*_figures(12, 14), Column(22), Column(37), Column(15))
_OWN_POINTS = (Column(13, True), Column(23), Column(31), Column(33))
_PLEDGES = (Column(39), Column(25), Column(14, True), Column(22))
_QUESTIONS = (Column(27, is_bold=True), Column(73))
_CARD = (Column(28), Column(72))
_HOLDERS = (Column(40, is_bold=True), Column(60))
_SERIES = (Column(30, is_bold=True), Column(16), *_figures(15, 15, 12, 12))
_ELIMINATED = (Column(7, True), Column(35), *_figures(16, 15, 15, 12))
# The first day of several stands beside «من».
_ELIMINATED_ARABIC = (Column(7, True), Column(34), *_figures(15, 19, 15, 10))
_PRESENCES = (*_figures(14, 16), Column(32), Column(38))
_LOGGED = (*_figures(8, 22), Column(28), Column(42))
_PIECES = (Column(9, True), Column(45), Column(15, True), Column(9, True), Column(22))
_DUTIES = (Column(14, True), Column(15, is_bold=True), Column(51), Column(20))
_PROMISED = (Column(14, True), Column(44), Column(26), Column(16, True))
_ABANDONED = (Column(14, True), Column(28), Column(20), Column(22), Column(16, True))
_UNANSWERED = (Column(14, True), Column(34), Column(36), Column(16, True))
_WAITING = (Column(14, True), Column(28), Column(42), Column(16, True))
_NEWS = (Column(14, True), Column(64), Column(22))
_PARTNERS = (Column(46), Column(34), Column(20, True))
# « (à confirmer) » stands whole below an hour.
_PLANNED = (*_figures(14, 15), Column(25), Column(46))
_UNSETTLED = (Column(14, True), Column(24), Column(40), Column(22))
_GIVEN_OUT = (Column(20, True), Column(50), *_figures(18, 12))
_UNTOLD = (Column(14, True), Column(17, True), Column(29), Column(40))
_ATTENDANCE = (Column(5, True), Column(37), Column(15), Column(24), Column(19))


def _topics(topic: float, bars: float) -> tuple[Column, ...]:
    """Return the columns topic, bars, now, before, change and meetings."""
    last = 100 - topic - bars - 11 - 12 - 11
    return (Column(topic), Column(bars), Column(11, True, True), *_figures(12, 11, last))


COLUMNS = {
    ("points", Language.ARABIC): (Column(31), Column(35), Column(34)),
    ("points", Language.FRENCH): (Column(30), Column(36), Column(34)),
    ("commitments", Language.ARABIC): (Column(5), Column(54), Column(27), Column(14, True)),
    ("commitments", Language.FRENCH): (Column(5), Column(50), Column(31), Column(14, True)),
    ("earlier", Language.ARABIC): (Column(41), Column(27), Column(14, True), Column(18)),
    ("earlier", Language.FRENCH): (Column(39), Column(28), Column(14, True), Column(19)),
    ("earlier_of_several", Language.ARABIC): (
        *(Column(33), Column(14, True), Column(22), Column(14, True), Column(17)),
    ),
    ("earlier_of_several", Language.FRENCH): (
        *(Column(31), Column(14, True), Column(23), Column(14, True), Column(18)),
    ),
    ("situation", Language.ARABIC): (Column(18), Column(68), Column(14, True)),
    ("situation", Language.FRENCH): (Column(18), Column(68), Column(14, True)),
    ("areas", Language.ARABIC): (Column(23), *_figures(*[9.625] * 8)),
    ("areas", Language.FRENCH): (Column(24.5), *_figures(9, 8, 9.8, 9, 10.3, 10.4, 11, 8)),
    ("published", Language.ARABIC): (Column(30), *_figures(*[14] * 5)),
    ("published", Language.FRENCH): (Column(30), *_figures(*[14] * 5)),
    ("commands", Language.ARABIC): (Column(34), *_figures(9, 10, 9, 9, 10, 10, 9)),
    ("commands", Language.FRENCH): (Column(33), *_figures(9.4, 8.6, 9.4, 9.4, 10.6, 11, 8.6)),
    ("follow_up", Language.ARABIC): (Column(28), *_figures(*[12] * 6)),
    ("follow_up", Language.FRENCH): (Column(28), *_figures(*[12] * 6)),
    ("concerns", Language.ARABIC): _concerns(36),
    ("concerns", Language.FRENCH): _concerns(36),
    ("trends", Language.ARABIC): (Column(46), Column(18, True, True), *_figures(18, 18)),
    ("trends", Language.FRENCH): (Column(46), Column(18, True, True), *_figures(18, 18)),
    ("categories", Language.ARABIC): (Column(38), *_figures(14, 16, 12, 20)),
    ("categories", Language.FRENCH): (Column(38), *_figures(14, 16, 12, 20)),
    ("channels", Language.ARABIC): (Column(46), *_figures(18, 18, 18)),
    ("channels", Language.FRENCH): (Column(46), *_figures(18, 18, 18)),
    ("late", Language.ARABIC): (Column(31), Column(35), *_figures(18, 16)),
    ("late", Language.FRENCH): (Column(31), Column(35), *_figures(18, 16)),
    ("capacities", Language.ARABIC): _CAPACITIES,
    ("capacities", Language.FRENCH): _CAPACITIES,
    ("attended", Language.ARABIC): _ATTENDED,
    ("attended", Language.FRENCH): _ATTENDED,
    ("own_points", Language.ARABIC): _OWN_POINTS,
    ("own_points", Language.FRENCH): _OWN_POINTS,
    ("pledges", Language.ARABIC): _PLEDGES,
    ("pledges", Language.FRENCH): _PLEDGES,
    ("questions", Language.ARABIC): _QUESTIONS,
    ("questions", Language.FRENCH): _QUESTIONS,
    ("card", Language.ARABIC): _CARD,
    ("card", Language.FRENCH): _CARD,
    ("holders", Language.ARABIC): _HOLDERS,
    ("holders", Language.FRENCH): _HOLDERS,
    ("series", Language.ARABIC): _SERIES,
    ("series", Language.FRENCH): _SERIES,
    ("eliminated", Language.ARABIC): _ELIMINATED_ARABIC,
    ("eliminated", Language.FRENCH): _ELIMINATED,
    ("presences", Language.ARABIC): _PRESENCES,
    ("presences", Language.FRENCH): _PRESENCES,
    ("logged", Language.ARABIC): _LOGGED,
    ("logged", Language.FRENCH): _LOGGED,
    ("pieces", Language.ARABIC): _PIECES,
    ("pieces", Language.FRENCH): _PIECES,
    ("duties", Language.ARABIC): _DUTIES,
    ("duties", Language.FRENCH): _DUTIES,
    ("promised", Language.ARABIC): _PROMISED,
    ("promised", Language.FRENCH): _PROMISED,
    ("abandoned", Language.ARABIC): _ABANDONED,
    ("abandoned", Language.FRENCH): _ABANDONED,
    ("unanswered", Language.ARABIC): _UNANSWERED,
    ("unanswered", Language.FRENCH): _UNANSWERED,
    ("waiting", Language.ARABIC): _WAITING,
    ("waiting", Language.FRENCH): _WAITING,
    ("news", Language.ARABIC): _NEWS,
    ("news", Language.FRENCH): _NEWS,
    ("partner_list", Language.ARABIC): _PARTNERS,
    ("partner_list", Language.FRENCH): _PARTNERS,
    ("agenda", Language.ARABIC): _PLANNED,
    ("agenda", Language.FRENCH): _PLANNED,
    ("unsettled", Language.ARABIC): _UNSETTLED,
    ("unsettled", Language.FRENCH): _UNSETTLED,
    ("given_out", Language.ARABIC): _GIVEN_OUT,
    ("given_out", Language.FRENCH): _GIVEN_OUT,
    ("untold", Language.ARABIC): _UNTOLD,
    ("untold", Language.FRENCH): _UNTOLD,
    ("attendance", Language.ARABIC): _ATTENDANCE,
    ("attendance", Language.FRENCH): _ATTENDANCE,
    ("figures", Language.ARABIC): (Column(46), Column(17, True, True), *_figures(19, 18)),
    ("figures", Language.FRENCH): (Column(46), Column(17, True, True), *_figures(19, 18)),
    ("figures_alone", Language.ARABIC): (Column(80), Column(20, True, True)),
    ("figures_alone", Language.FRENCH): (Column(80), Column(20, True, True)),
    ("kinds", Language.ARABIC): (Column(40), *_figures(*[15] * 4)),
    ("kinds", Language.FRENCH): (Column(40), *_figures(*[15] * 4)),
    ("partners", Language.ARABIC): (Column(38), *_figures(16), Column(28), *_figures(18)),
    ("partners", Language.FRENCH): (Column(38), *_figures(16), Column(28), *_figures(18)),
    ("means", Language.ARABIC): (Column(38), *_figures(16), Column(46)),
    ("means", Language.FRENCH): (Column(38), *_figures(16), Column(46)),
    ("published_kinds", Language.ARABIC): (Column(49), Column(17, True, True), *_figures(17, 17)),
    ("published_kinds", Language.FRENCH): (Column(49), Column(17, True, True), *_figures(17, 17)),
    ("published_kinds_alone", Language.ARABIC): (Column(62), Column(19, True, True), *_figures(19)),
    ("published_kinds_alone", Language.FRENCH): (Column(62), Column(19, True, True), *_figures(19)),
    ("published_kinds_few", Language.ARABIC): (Column(60), Column(20, True, True), *_figures(20)),
    ("published_kinds_few", Language.FRENCH): (Column(60), Column(20, True, True), *_figures(20)),
    ("published_kinds_alone_few", Language.ARABIC): (Column(75), Column(25, True, True)),
    ("published_kinds_alone_few", Language.FRENCH): (Column(75), Column(25, True, True)),
    ("topics", Language.ARABIC): _topics(31, 25),
    ("topics", Language.FRENCH): _topics(31, 22),
    ("topics_alone", Language.ARABIC): (
        Column(36),
        Column(38),
        Column(10, True, True),
        *_figures(16),
    ),
    ("topics_alone", Language.FRENCH): (
        Column(36),
        Column(38),
        Column(10, True, True),
        *_figures(16),
    ),
    ("promises", Language.ARABIC): (Column(39), Column(25), *_figures(14), Column(22)),
    ("promises", Language.FRENCH): (Column(39), Column(25), *_figures(14), Column(22)),
    ("referrals", Language.ARABIC): (Column(27), Column(26), *_figures(14), Column(33)),
    ("referrals", Language.FRENCH): (Column(30), Column(24), *_figures(14), Column(32)),
    ("planned", Language.ARABIC): (*_figures(15), Column(24), Column(32), Column(29)),
    ("planned", Language.FRENCH): (*_figures(15), Column(24), Column(32), Column(29)),
    ("planned_states", Language.ARABIC): (
        *_figures(14),
        *(Column(22), Column(27), Column(23), Column(14)),
    ),
    ("planned_states", Language.FRENCH): (
        *_figures(14),
        *(Column(22), Column(27), Column(21), Column(16)),
    ),
    ("given_up", Language.ARABIC): (Column(36), Column(22), Column(16), Column(26)),
    ("given_up", Language.FRENCH): (Column(36), Column(22), Column(16), Column(26)),
    ("annex", Language.ARABIC): (*_figures(10, 12), Column(18), Column(28), *_figures(10, 7, 6, 9)),
    ("annex", Language.FRENCH): (*_figures(10, 12), Column(21), Column(29), *_figures(7, 8, 7, 6)),
    ("programme", Language.ARABIC): (Column(21, True), Column(23), Column(29), Column(27)),
    ("programme", Language.FRENCH): (Column(21, True), Column(23), Column(29), Column(27)),
}
# In the widest tables columns are closer together, and rows further apart for legibility.
WIDE = {"areas", "commands", "annex"}
# Forms have rows of the height of handwriting, and lines between columns.
FORMS = {"attendance"}
FORM_ROW = 8.2 * MILLIMETRE


def is_long(cell: blocks.Cell) -> TypeGuard[blocks.Quotation]:
    """Return whether a cell is a quotation too long for a column."""
    return isinstance(cell, blocks.Quotation) and len(cell.text) > LONG_QUOTATION
