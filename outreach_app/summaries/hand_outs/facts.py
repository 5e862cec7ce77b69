"""Computes the plan of a partner's sheet from the store."""

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.models import Meeting, Partner, Point
from outreach_app.models.sources import meeting_of
from outreach_app.queries.hand_outs import (
    find_meeting_to_come,
    list_sessions_with,
)
from outreach_app.queries.open_before import list_promises_apart_before
from outreach_app.queries.records import get_own_office
from outreach_app.rules.kinds import Channel
from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.summaries.hand_outs.earlier import (
    Told,
    last_told,
    was_promised,
)
from outreach_app.summaries.hand_outs.followed import promise_apart
from outreach_app.summaries.hand_outs.plan import (
    HandOutPlan,
    HeldFacts,
    MetFacts,
    PromiseApart,
)
from outreach_app.summaries.hand_outs.refusals import require_something_to_tell
from outreach_app.summaries.hand_outs.remarks import (
    addressee_facts,
    has_thanks,
    is_for,
    is_to_answer,
)
from outreach_app.summaries.hand_outs.rows import sheet_rows
from outreach_app.summaries.hand_outs.short_counts import count_states, short_counts
from outreach_app.summaries.hand_outs.standing import met_facts
from outreach_app.summaries.prose.several_days import count_days, last_of
from outreach_app.summaries.prose.store_words import office_facts
from outreach_app.summaries.prose.translated_alike import translated_alike
from outreach_app.summaries.session.plan import NextMeetingFacts
from outreach_app.survivors import survivor


def plan_hand_out(session: Session, partner: Partner, period: Period) -> HandOutPlan:
    """Collect the facts of a partner's sheet as they are on the last day of a period.

    Its number is given with its edition. Raises NotAllowed: `no_session` where no session was held
    with it in the period, `nothing_raised` where nothing was said that calls for an answer,
    `nothing_to_tell` where others alone raised it and were answered.
    """
    meetings = _sessions(session, partner, period)
    told = last_told(session, partner, period.first)
    rows = sheet_rows(session, partner, meetings, period, told)
    require_something_to_tell(rows.remarks)
    following = find_meeting_to_come(session, partner, period.last)
    plan = HandOutPlan(
        office=office_facts(get_own_office(session)),
        partner=addressee_facts(session, partner),
        number="",
        first=period.first,
        last=period.last,
        sessions=len(meetings),
        held=tuple(map(_held, meetings)),
        met=met_facts(meetings[0]) if len(meetings) == 1 else None,
        spoken=_only_spoken_at(meetings),
        has_silent=any(not _are_points(each) for each in meetings) or None,
        points=len(rows.now),
        others=len(_raisers(rows.now) - {partner}),
        states=(states := count_states(rows.remarks[: len(rows.now)])),
        in_short=short_counts(states),
        earlier=len(rows.earlier) or None,
        earlier_others=len(_raisers(rows.earlier) - {partner}),
        remarks=rows.remarks,
        next_meeting=_next(following) if following else None,
        received=len(rows.received) or None,
        has_settled=rows.has_settled or None,
        is_next_at_theirs=(following is not None and _is_at_theirs(partner, following)) or None,
        is_next_to_confirm=_is_to_confirm(following) or None,
        apart=_apart(session, partner, meetings, period, told),
        has_thanks=has_thanks(point for meeting in meetings for point in meeting.points),
    )
    return translated_alike(session, plan)


def _sessions(session: Session, partner: Partner, period: Period) -> Sequence[Meeting]:
    """Return the sessions with a partner in a period. Raises NotAllowed without one."""
    meetings = list_sessions_with(session, partner, period)
    if not meetings:
        message = _("No session was held with this partner in this period. Choose a longer one.")
        raise NotAllowed(message, code="no_session")
    return meetings


def _held(meeting: Meeting) -> HeldFacts:
    last_on = last_of(meeting)
    days = count_days(meeting.held_on, last_on) if last_on else None
    return HeldFacts(meeting.kind, meeting.channel, days)


def _only_spoken_at(meetings: Sequence[Meeting]) -> MetFacts | None:
    """Return the only one of several sessions at which something was raised, if it is one."""
    spoken = [each for each in meetings if _are_points(each)]
    return met_facts(spoken[0]) if len(spoken) == 1 < len(meetings) else None


def _are_points(meeting: Meeting) -> bool:
    return any(map(is_to_answer, meeting.points))


def _apart(
    session: Session,
    partner: Partner,
    meetings: Iterable[Meeting],
    period: Period,
    told: Told,
) -> tuple[PromiseApart, ...]:
    """Return what was promised about no point, to the partner or by it, the oldest first."""
    former = list_promises_apart_before(session, partner, period.first)
    rows = [
        *(row for row in former if was_promised(session, row, told)),
        *(row for each in meetings for row in each.commitments if row.point is None),
    ]
    shown = [row for row in rows if not row.is_deleted and is_for(partner, row)]
    return tuple(
        PromiseApart(number, met_facts(meeting_of(row)), promise_apart(session, row, period.last))
        for number, row in enumerate(shown, start=1)
    )


def _raisers(points: Iterable[Point]) -> set[Partner]:
    """Return the partners that raised points, where that was noted."""
    return {survivor(point.raised_by) for point in points if point.raised_by is not None}


def _is_at_theirs(partner: Partner, meeting: Meeting) -> bool:
    """Return whether a meeting is at the seat of the partner, which alone is invited."""
    invited = {survivor(row.partner) for row in meeting.attendances if not row.is_deleted}
    return meeting.channel == Channel.PARTNER_PLACE and invited == {partner}


def _is_to_confirm(meeting: Meeting | None) -> bool:
    return meeting is not None and meeting.status == MeetingStatus.PLANNED


def _next(meeting: Meeting) -> NextMeetingFacts:
    place = Bilingual(meeting.place_ar, meeting.place_fr)
    return NextMeetingFacts(meeting.held_on, meeting.starts_at, place, meeting.channel)
