"""The columns of the lists of points, commitments and referrals."""

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.points import PointRow
from outreach_app.queries.referrals import ReferralRow
from outreach_app.rules.dates import date_words
from ui.record_lines import all_partners_words, point_words, reaction_icon, reaction_words
from ui.tables.columns import Column, Icon
from ui.words import apart, code_words, own_words, owner_words, partners_words, status_icon

_WORDS = 212  # minimum px of the words


def commitment_words(row: CommitmentRow) -> str:
    """Return what was promised."""
    return own_words(row.text, row.translation, row.language)


def postponed_words(times: int) -> str:
    """Return how often a day was put off; "" for never."""
    if times <= 2:
        return {1: _("postponed once"), 2: _("postponed twice")}.get(times, "")
    return _("Postponements: {number}").format(number=isolate(str(times)))


def _due_words(row: CommitmentRow) -> str:
    day = date_words(row.due_on) if row.due_on else "—"
    return " · ".join(filter(None, (day, postponed_words(row.postponed))))


def referral_words(row: ReferralRow) -> str:
    """Return the topic of a referral."""
    return code_words(row.topic)


POINT_COLUMNS: tuple[Column[PointRow], ...] = (
    Column(
        lambda: _("What was raised"),
        lambda row: apart(point_words(row)),
        least=_WORDS,
        sort_key="words",
    ),
    Column(
        lambda: _("Topic"), lambda row: code_words(row.topic), width=152, leaves=2, sort_key="topic"
    ),
    Column(
        lambda: _("Partner"),
        lambda row: partners_words(row.partners),
        width=168,
        copied=lambda row: all_partners_words(row.partners),
    ),
    Column(lambda: _("Date"), lambda row: date_words(row.held_on), width=104, sort_key="day"),
    Column(
        lambda: _("State"),
        reaction_words,
        icon=lambda row: Icon(*reaction_icon(row)),
        width=152,
        sort_key="state",
    ),
    Column(
        lambda: _("Headquarters"),
        lambda row: date_words(row.replied_on) if row.replied_on else "",
        icon=lambda row: Icon("chat-circle-text", "info") if row.replied_on else None,
        width=128,
        leaves=1,
        sort_key="reply",
    ),
)

COMMITMENT_COLUMNS: tuple[Column[CommitmentRow], ...] = (
    Column(
        lambda: _("What was promised"),
        lambda row: apart(commitment_words(row)),
        least=_WORDS,
        sort_key="words",
    ),
    Column(
        lambda: _("Owner"),
        lambda row: owner_words(row.owner),
        width=200,
        leaves=1,
        sort_key="owner",
    ),
    Column(
        lambda: _("Partner"),
        lambda row: partners_words(row.partners),
        width=168,
        copied=lambda row: all_partners_words(row.partners),
    ),
    Column(
        lambda: _("Due"),
        lambda row: date_words(row.due_on) if row.due_on else "—",
        width=104,
        copied=_due_words,
        sort_key="due",
    ),
    Column(
        lambda: _("State"),
        lambda row: code_words(row.status),
        icon=lambda row: Icon(*status_icon(row.status)),
        width=144,
        sort_key="state",
    ),
)

REFERRAL_COLUMNS: tuple[Column[ReferralRow], ...] = (
    Column(lambda: _("Topic"), referral_words, least=_WORDS, sort_key="topic"),
    Column(
        lambda: _("Passed on to"), lambda row: code_words(row.to), width=232, sort_key="destination"
    ),
    Column(
        lambda: _("Partner"),
        lambda row: partners_words(row.partners),
        width=200,
        copied=lambda row: all_partners_words(row.partners),
    ),
    Column(
        lambda: _("Sent"),
        lambda row: date_words(row.sent_on) if row.sent_on else "—",
        width=104,
        sort_key="sent",
    ),
    Column(
        lambda: _("State"),
        lambda row: _("Answer received") if row.answered_on else _("Awaiting"),
        icon=lambda row: Icon(*status_icon("answered" if row.answered_on else "received")),
        width=136,
        sort_key="state",
    ),
)
