"""Texts of claims: the person, the state, and who confirmed an erasure."""

from outreach_app.database import StoreSession
from outreach_app.field_words import (
    CLAIM_KIND_WORDS,
    DECISION_WORDS,
    IDENTITY_CHECK_WORDS,
)
from outreach_app.i18n import current, isolate
from outreach_app.i18n import gettext as _
from outreach_app.queries.claims import ClaimRow
from outreach_app.queries.erasures import HolderRow, list_holders
from outreach_app.queries.namesakes import bearer_words, list_namesakes
from outreach_app.rights import Right, allows
from outreach_app.rules.claims import ERASING, Decision
from outreach_app.rules.dates import date_words
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.nouns import DAY
from ui.tables.columns import Icon
from ui.widgets.line_button import LineWords
from ui.words import code_words, either, word_of


def claim_words(row: ClaimRow) -> str:
    """Return the kind and number of a claim."""
    kind = word_of(CLAIM_KIND_WORDS, row.kind)
    return _("{kind} No. {number}").format(kind=kind, number=isolate(row.number))


def about_words(row: ClaimRow) -> str:
    """Return whom a claim is about, by capacity and organisation: the list shows no name."""
    if row.about is None:
        return _("Nobody recorded here")
    said = " · ".join(filter(None, (either(row.capacity), either(row.partner_name))))
    return said or _("A practice named after a person")


def state_words(row: ClaimRow) -> str:
    """Return how many days are left, or how the claim ended, and how late."""
    if row.decision is not None:
        ended = word_of(DECISION_WORDS, row.decision)
        return f"{ended} · {_late_words(row.answered_late)}" if row.answered_late else ended
    days = row.days_left or 0
    if days < 0:
        return _late_words(-days)
    if days == 0:
        return _("To be answered today")
    return _("{days} left").format(days=count(DAY, days, Case.NOMINATIVE, current()))


def _late_words(days: int) -> str:
    if days == 1:
        return _("One day late")
    return _("{days} late").format(days=count(DAY, days, Case.ACCUSATIVE, current()))


def state_icon(row: ClaimRow) -> Icon:
    """Return the icon of a claim's state."""
    if row.decision is not None:
        return Icon("check-circle", "warn" if row.answered_late else "ok")
    if row.is_late:
        return Icon("warning-circle", "late")
    return Icon("clock", "warn") if row.is_near else Icon("hourglass-medium", "muted")


def claim_facts(session: StoreSession, row: ClaimRow) -> str:
    """Return the facts of a claim: channel, possible namesakes, its reach."""
    came = _("Received on {day}").format(day=date_words(row.received_on))
    if row.channel:
        came = f"{came} · {code_words(row.channel)}"
    lines = [came, word_of(IDENTITY_CHECK_WORDS, row.identity_check)]
    if row.answered_on:
        is_answer = row.decision != Decision.FILED_IN_ERROR
        words = _("Answered on {day}") if is_answer else _("Closed on {day}")
        lines.append(words.format(day=date_words(row.answered_on)))
    if row.about is not None and row.decision is None and allows(session, Right.NAMES):
        lines += [
            _("Same name or telephone as: {record}").format(record=bearer_words(other))
            for other in list_namesakes(session, row.about)
        ]
    if row.kind in ERASING and row.erased_on:
        lines.append(_("Erased here on {day}").format(day=date_words(row.erased_on)))
        holders = list_holders(session, row.uid)
        lines += [holder_words(holder) for holder in holders]
        if row.late_texts:
            words = _("Texts that still name the person: {count}")
            lines.append(words.format(count=isolate(str(row.late_texts))))
    return "\n".join(lines)


def holder_words(row: HolderRow) -> str:
    """Return whether another holder confirmed that the name is erased there too."""
    name = _("Headquarters") if row.is_headquarters else _("The other computer")
    if row.computer is not None:
        name = _("Computer {number}").format(number=isolate(str(row.computer)))
    if row.confirmed_on is None:
        return _("{holder}: not confirmed yet; it is with its next file").format(holder=name)
    day = date_words(row.confirmed_on)
    return _("{holder}: confirmed by its file of {day}").format(holder=name, day=day)


def claim_line(row: ClaimRow) -> LineWords:
    """Return the line of a claim that is due soon, or late."""
    icon = state_icon(row)
    return LineWords(
        claim_words(row),
        under=about_words(row),
        end=state_words(row),
        icon=icon.name,
        tone=icon.tone,
    )
