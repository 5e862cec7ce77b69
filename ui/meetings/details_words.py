"""The texts of a meeting's details."""

import re
from datetime import date

from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from outreach_app.queries.details import MeetingDetails
from outreach_app.queries.meetings import MeetingRow
from outreach_app.queries.replies import ReplyRow
from outreach_app.rules.dates import date_words
from outreach_app.rules.statuses import MeetingStatus
from ui.record_lines import commitment_line, referral_line
from ui.requests import OpenFollowed
from ui.widgets.line_button import LineWords
from ui.words import apart, code_words, either, numbers_words, own_words, partner_words, time_text

_LETTER = re.compile(r"-([A-Z]+)/")
_COURSE = (
    MeetingStatus.HELD,
    MeetingStatus.PLANNED,
    MeetingStatus.CONFIRMED,
    MeetingStatus.POSTPONED,
    MeetingStatus.CANCELLED,
)


def reply_words(reply: ReplyRow) -> str:
    """Return what headquarters answered to a point, and when."""
    words = apart(own_words(reply.text, reply.translation, reply.language))
    answered = _("Headquarters answered on {day}: {words}")
    return answered.format(day=date_words(reply.replied_on), words=words)


def offered_statuses(row: MeetingRow, today: date) -> list[MeetingStatus]:
    """Return the statuses a meeting can get, the usual ones first; "held" not before its day."""
    offered = [it for it in row.next_statuses if it != MeetingStatus.HELD or row.held_on <= today]
    return sorted(offered, key=_COURSE.index)


def facts_of(details: MeetingDetails) -> list[tuple[str, str]]:
    """Return the facts of a meeting, each after its label."""
    row = details.row
    when = date_words(row.held_on)
    if row.starts_at:
        when = f"{when} · {isolate(time_text(row.starts_at))}"
    facts = [
        (_("Date"), when),
        (_("Number"), _letter_words(row.number)),
        (_("Kind"), f"{code_words(row.kind)} · {code_words(row.channel)}"),
        (_("Place"), either(row.place)),
        (_("Headcount"), "" if row.headcount is None else str(row.headcount)),
        (_("Partners"), _partners(details)),
        (_("Assessment"), details.assessment or ""),
    ]
    return [(label, value) for label, value in facts if value]


def _letter_words(number: str) -> str:
    """Return what the letter of a number such as 01-B/2026 tells; "" for a number without one."""
    found = _LETTER.search(number)
    if found is None:
        return ""
    words = _(
        "{letter}: given by another computer of the office, or since a backup was restored; no"
        " number is given twice."
    )
    return words.format(letter=isolate(found[1]))


def untranslated_of(details: MeetingDetails) -> list[tuple[str, str]]:
    """Return how many texts of a held session lack each language, in words; "" for none."""
    numbers = numbers_words(
        (details.untranslated[Language.FRENCH], _("into French: {number}")),
        (details.untranslated[Language.ARABIC], _("into Arabic: {number}")),
    )
    return [(_("Texts to translate"), numbers)] if numbers and details.row.is_held else []


def _partners(details: MeetingDetails) -> str:
    """Return the partners, one per line, each in the direction of its own name."""
    return "\n".join(
        apart(partner_words(row.name, row.type or row.category, row.place))
        for row in details.partners
    )


def loose_lines(details: MeetingDetails) -> list[tuple[LineWords, OpenFollowed]]:
    """Return the commitments and referrals that answer no point, as those of a note may."""
    promised = ((row.uid, commitment_line(row)) for row in details.commitments)
    referred = ((row.uid, referral_line(row)) for row in details.referrals)
    every = (*promised, *referred)
    return [(words, OpenFollowed(uid)) for uid, words in every if uid in details.loose]
