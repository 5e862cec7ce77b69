"""All that was said with one partner as one line of time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from outreach_app import vocabulary
from outreach_app.i18n import current, isolate
from outreach_app.i18n import gettext as _
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.details import PartnerDetails
from outreach_app.queries.meetings import MeetingRow
from outreach_app.queries.points import PointRow
from outreach_app.queries.referrals import ReferralRow
from ui.partners.names import code_name, show_day
from ui.words import either

_POINT_ICONS = {
    "concern": "chat-centered-text",
    "request": "hand-palm",
    "suggestion": "lightbulb",
    "question": "question",
    "rumour": "megaphone-simple",
    "thanks": "hands-clapping",
}
_COMMITMENT_TONES = {"cst.done": "ok", "cst.overdue": "late", "cst.in_progress": "info"}


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened; `meeting` is where it is told in full."""

    on: date
    meeting: UUID
    icon: str
    title: str
    about: str
    state: str
    tone: str = "muted"


def list_entries(details: PartnerDetails) -> list[TimelineEntry]:
    """The meetings, points, commitments and referrals, the newest day first."""
    days = {meeting.uid: meeting.held_on for meeting in details.meetings}
    entries = [
        *map(_of_meeting, details.meetings),
        *map(_of_point, details.points),
        *(_of_commitment(row, days[row.meeting]) for row in details.commitments),
        *(_of_referral(row, days[row.meeting]) for row in details.referrals),
    ]
    return sorted(entries, key=lambda entry: entry.on, reverse=True)


def _of_meeting(row: MeetingRow) -> TimelineEntry:
    kind = code_name(row.kind)
    subject = either(row.subject_ar, row.subject_fr)
    about = _joined(
        kind if subject else "",
        _("No. {number}").format(number=isolate(row.number)) if row.number else "",
        either(row.place_ar, row.place_fr),
    )
    state = code_name(f"st.{row.status}").partition("/")
    word = state[2] or state[0] if _is_feminine() else state[0]
    return TimelineEntry(row.held_on, row.uid, "chats", subject or kind, about, word)


def _of_point(row: PointRow) -> TimelineEntry:
    topic = code_name(row.topic)
    phrase = vocabulary.phrases()[row.phrase].label(current()) if row.phrase else ""
    words = row.text or phrase
    about = _joined(point_kind(row.kind), topic if words else "")
    state = code_name(row.reaction) if row.reaction else ""
    return TimelineEntry(
        row.held_on, row.meeting, _POINT_ICONS[row.kind], words or topic, about, state
    )


def _of_commitment(row: CommitmentRow, on: date) -> TimelineEntry:
    due = _("due {date}").format(date=show_day(row.due_on)) if row.due_on else ""
    tone = _COMMITMENT_TONES.get(row.status, "muted")
    about = _joined(_("Commitment"), due)
    return TimelineEntry(on, row.meeting, "handshake", row.text, about, code_name(row.status), tone)


def _of_referral(row: ReferralRow, on: date) -> TimelineEntry:
    about = _joined(_("Referral"), code_name(row.to))
    state, tone = _("Awaiting an answer"), "muted"
    if row.answered_on:
        state, tone = _("Answered on {date}").format(date=show_day(row.answered_on)), "ok"
    icon = "arrow-bend-up-right"
    return TimelineEntry(
        row.sent_on or on, row.meeting, icon, code_name(row.topic), about, state, tone
    )


def point_kind(kind: str) -> str:
    """The word for a kind of point."""
    return {
        "concern": _("Concern"),
        "request": _("Request"),
        "suggestion": _("Suggestion"),
        "question": _("Question"),
        "rumour": _("Rumour"),
        "thanks": _("Thanks"),
    }[kind]


def _is_feminine() -> bool:
    """A meeting is feminine in French («rencontre»), masculine in Arabic («لقاء»)."""
    return not current().is_right_to_left


def _joined(*parts: str) -> str:
    return " · ".join(_nonempty(parts))


def _nonempty(parts: tuple[str, ...]) -> Iterator[str]:
    return (part for part in parts if part)
