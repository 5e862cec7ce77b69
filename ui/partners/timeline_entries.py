"""The events with one partner, in order of time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from outreach_app.i18n import current, isolate
from outreach_app.i18n import gettext as _
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.details import PartnerDetails
from outreach_app.queries.meetings import MeetingRow
from outreach_app.queries.points import PointRow
from outreach_app.queries.referrals import ReferralRow
from outreach_app.rules.dates import date_words
from ui.requests import OpenMeeting, OpenRemark
from ui.words import (
    code_words,
    either,
    own_words,
    phrase_words,
    point_icon,
    point_kind_words,
    point_state_words,
    status_icon,
    status_words,
    untranslated,
)

State = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One event of a partner; `source` opens the meeting or the remark that it comes from.

    `state` is the words of its state, their icon and their tone; `tone` is that of `icon`.
    """

    on: date
    source: OpenMeeting | OpenRemark
    icon: str
    title: str
    about: str
    state: State
    tone: str = "muted"


def list_entries(details: PartnerDetails) -> list[TimelineEntry]:
    """Return the meetings, points, commitments and referrals, the newest day first."""
    entries = [
        *map(_of_meeting, details.meetings),
        *map(_of_point, details.points),
        *map(_of_commitment, details.commitments),
        *map(_of_referral, details.referrals),
    ]
    return _newest_first(entries)


def list_commitment_entries(details: PartnerDetails) -> list[TimelineEntry]:
    """Return only the commitments, the newest day first."""
    return _newest_first(map(_of_commitment, details.commitments))


def _newest_first(entries: Iterable[TimelineEntry]) -> list[TimelineEntry]:
    return sorted(entries, key=lambda entry: entry.on, reverse=True)


def _of_meeting(row: MeetingRow) -> TimelineEntry:
    kind = code_words(row.kind)
    subject = either(row.subject)
    about = _join(
        kind if subject else "",
        _("No. {number}").format(number=isolate(row.number)) if row.number else "",
        either(row.place),
    )
    state = (status_words(row.status), *status_icon(row.status))
    return TimelineEntry(row.held_on, OpenMeeting(row.uid), "chats", subject or kind, about, state)


def _of_point(row: PointRow) -> TimelineEntry:
    topic = code_words(row.topic)
    words = phrase_words(row.phrase) if row.phrase else _words_of(row)
    about = _join(point_kind_words(row.kind), topic if words else "")
    state = code_words(row.reaction) if row.reaction else point_state_words(row.state)
    return TimelineEntry(
        row.held_on,
        _source(row),
        point_icon(row.kind),
        words or topic,
        about,
        (state, *status_icon(row.state)),
    )


def _of_commitment(row: CommitmentRow) -> TimelineEntry:
    due = _("due {date}").format(date=date_words(row.due_on)) if row.due_on else ""
    state = (code_words(row.status), *status_icon(row.status))
    about = _join(_("Commitment"), due)
    tone = state[2]
    return TimelineEntry(row.held_on, _source(row), "handshake", _words_of(row), about, state, tone)


def _of_referral(row: ReferralRow) -> TimelineEntry:
    about = _join(_("Referral"), code_words(row.to))
    state = (_("Awaiting an answer"), "hourglass-medium", "muted")
    if row.answered_on:
        answered = _("Answered on {date}").format(date=date_words(row.answered_on))
        state = (answered, "check-circle", "ok")
    return TimelineEntry(
        row.sent_on or row.held_on,
        _source(row),
        "arrow-bend-up-right",
        code_words(row.topic),
        about,
        state,
    )


def _source(row: PointRow | CommitmentRow | ReferralRow) -> OpenMeeting | OpenRemark:
    """Return the request for the meeting of a record, or for the remark that it follows."""
    remark = None if isinstance(row, PointRow) else row.remark
    if row.meeting is not None:
        return OpenMeeting(row.meeting)
    if remark is None:
        raise ValueError(row.uid)
    return OpenRemark(remark)


def _words_of(row: PointRow | CommitmentRow) -> str:
    """Return what was written, in the language of the screen if it was translated."""
    words = own_words(row.text, row.translation, row.language)
    is_other = not row.translation and row.language not in (None, current().value)
    return untranslated(words) if is_other else words


def _join(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
