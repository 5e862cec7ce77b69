"""Computes the plan of a partner's sheet from the store."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import date

from sqlalchemy.orm import Session

from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.models import Meeting, Partner, Point
from outreach_app.models.sources import meeting_of
from outreach_app.queries.hand_outs import (
    find_meeting_to_come,
    list_remarks_of,
    list_sessions_with,
)
from outreach_app.queries.open_before import list_promises_about_remarks, list_promises_apart_before
from outreach_app.queries.records import get_own_office
from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period
from outreach_app.summaries.hand_outs.earlier import (
    Told,
    last_told,
    raised_before,
    was_promised,
)
from outreach_app.summaries.hand_outs.plan import (
    HandOutPlan,
    HeldFacts,
    MetFacts,
    PromiseApart,
    RemarkFacts,
    StateCounts,
)
from outreach_app.summaries.hand_outs.refusals import require_something_to_tell
from outreach_app.summaries.hand_outs.remarks import (
    addressee_facts,
    handed_out,
    has_thanks,
    is_for,
    is_to_answer,
    promise_apart,
)
from outreach_app.summaries.hand_outs.states import MARKS, counted_group, group_of
from outreach_app.summaries.prose.several_days import last_of
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
    points = [point for meeting in meetings for point in meeting.points if is_to_answer(point)]
    told = last_told(session, partner, period.first)
    before = raised_before(session, partner, period, told)
    remarks = _ordered(handed_out(session, partner, point, period.last) for point in points)
    earlier = _ordered(
        replace(remark, raised_at=_met_facts(meeting_of(point))) for point, remark in before
    )
    require_something_to_tell([*remarks, *earlier])
    plan = HandOutPlan(
        office=office_facts(get_own_office(session)),
        partner=addressee_facts(partner),
        number="",
        first=period.first,
        last=period.last,
        sessions=len(meetings),
        held=tuple(HeldFacts(each.kind, each.channel) for each in meetings),
        met=_met_facts(meetings[0]) if len(meetings) == 1 else None,
        points=len(remarks),
        others=len(_raisers(points) - {partner}),
        states=_count(remarks),
        earlier=len(earlier) or None,
        earlier_others=len(_raisers(point for point, _remark in before) - {partner}),
        remarks=_numbered([*remarks, *earlier]),
        next_meeting=_next_meeting(session, partner, period.last),
        apart=_apart(session, partner, meetings, period, told),
        has_thanks=has_thanks(point for meeting in meetings for point in meeting.points),
        has_more=any(map(is_to_answer, list_remarks_of(session, partner, period))) or None,
    )
    return translated_alike(plan)


def _sessions(session: Session, partner: Partner, period: Period) -> Sequence[Meeting]:
    """Return the sessions with a partner in a period. Raises NotAllowed without one."""
    meetings = list_sessions_with(session, partner, period)
    if not meetings:
        message = _("No session was held with this partner in this period. Choose a longer one.")
        raise NotAllowed(message, code="no_session")
    return meetings


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
        *(
            row
            for row in list_promises_about_remarks(session, partner, period.last)
            if was_promised(session, row, told)
        ),
    ]
    shown = [row for row in rows if not row.is_deleted and is_for(partner, row)]
    return tuple(
        PromiseApart(
            number,
            _met_facts(row.meeting) if row.meeting else None,
            promise_apart(session, row, period.last),
            row.point.received_on if row.point else None,
        )
        for number, row in enumerate(shown, start=1)
    )


def _met_facts(meeting: Meeting) -> MetFacts:
    subject = Bilingual(meeting.subject_ar, meeting.subject_fr)
    return MetFacts(meeting.held_on, meeting.kind, meeting.channel, subject, last_of(meeting))


def _raisers(points: Iterable[Point]) -> set[Partner]:
    """Return the partners that raised points, where that was noted."""
    return {survivor(point.raised_by) for point in points if point.raised_by is not None}


def _ordered(remarks: Iterable[RemarkFacts]) -> list[RemarkFacts]:
    """Put what is done first, and what waits for an answer last."""
    order = list(MARKS)
    return sorted(remarks, key=lambda remark: order.index(group_of(remark.state)))


def _numbered(remarks: Sequence[RemarkFacts]) -> tuple[RemarkFacts, ...]:
    """Return the remarks with numbers, in their order."""
    return tuple(replace(remark, number=number) for number, remark in enumerate(remarks, start=1))


def _count(remarks: Iterable[RemarkFacts]) -> StateCounts:
    counts = Counter(map(counted_group, remarks))
    return StateCounts(**{each.name: counts[each.name] for each in fields(StateCounts)})


def _next_meeting(session: Session, partner: Partner, today: date) -> NextMeetingFacts | None:
    meeting = find_meeting_to_come(session, partner, today)
    if meeting is None:
        return None
    place = Bilingual(meeting.place_ar, meeting.place_fr)
    return NextMeetingFacts(meeting.held_on, meeting.starts_at, place, meeting.channel)
