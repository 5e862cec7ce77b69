"""Computes the plan of a partner sheet from the store."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from outreach_app.models import Commitment, Meeting, Partner, Person, Point
from outreach_app.models.sources import day_of, meeting_of
from outreach_app.queries.hand_outs import (
    find_meeting_to_come,
    list_capacities,
    list_commitments_of,
    list_meetings_with,
    list_remarks_of,
)
from outreach_app.queries.meetings import meeting_number
from outreach_app.queries.open_before import list_open_promises_before
from outreach_app.queries.records import get_own_office
from outreach_app.queries.remarks import remark_number
from outreach_app.rights import Right, allows
from outreach_app.rules.dates import add_months
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period
from outreach_app.rules.quarters import quarter_of
from outreach_app.rules.statuses import (
    ENDED_COMMITMENTS,
    CommitmentStatus,
    MeetingStatus,
    PointReaction,
    commitment_status,
)
from outreach_app.summaries.hand_outs.plan import RemarkFacts
from outreach_app.summaries.hand_outs.remarks import (
    has_thanks,
    is_for,
    is_own,
    is_to_answer,
    partner_facts,
    remark_of,
)
from outreach_app.summaries.hand_outs.states import hidden_by_lapse
from outreach_app.summaries.partner_sheets.plan import (
    AttendedFacts,
    CapacityFacts,
    NextMeeting,
    OwnPointFacts,
    PartnerSheetPlan,
    PledgeFacts,
    TopicCount,
)
from outreach_app.summaries.prose.bodies import are_people
from outreach_app.summaries.prose.meeting_kinds import Manner, manner
from outreach_app.summaries.prose.several_days import last_of
from outreach_app.summaries.prose.store_words import office_facts, written
from outreach_app.summaries.prose.translated_alike import translated_alike
from outreach_app.survivors import survivor

MONTHS = 12
# What an answer told beside it does not say; where more follows, that tells how far it has come.
_DECIDED = {
    PointReaction.RESOLVED,
    PointReaction.LOOKED_INTO,
    PointReaction.NO_FOLLOW_UP,
    PointReaction.OUT_OF_SCOPE,
    PointReaction.ORIENTED,
    PointReaction.UNDER_STUDY,
}


def plan_partner_sheet(session: Session, partner: Partner, today: date) -> PartnerSheetPlan:
    """Collect what is known of a partner and of a year with it; the edition gives its number."""
    period = Period(add_months(today, -MONTHS), today)
    invited = list_meetings_with(session, partner, period)
    meetings = [row for row in invited if _is_with(partner, row)]
    attended = [meeting for meeting in meetings if _was_present(partner, meeting)]
    points = [point for meeting in attended for point in meeting.points if not point.is_deleted]
    own = [point for point in points if is_own(partner, point)]
    remarks = list_remarks_of(session, partner, period)
    together = [point for point in points if point not in own]
    plan = PartnerSheetPlan(
        office=office_facts(get_own_office(session)),
        number="",
        first=period.first,
        as_of=today,
        partner=partner_facts(partner),
        category=partner.category,
        type=partner.type,
        place=_place(partner),
        phone=partner.phone,
        receipt_number=partner.receipt_number,
        receipt_on=partner.receipt_on,
        is_receipt_final=partner.is_receipt_final,
        next_meeting=_next_meeting(session, partner, today),
        capacities=_capacities(session, list_capacities(session, partner)),
        meetings=tuple(_attended(number, partner, row) for number, row in enumerate(meetings, 1)),
        points=tuple(
            _own_point(session, number, partner, row, today)
            for number, row in enumerate(sorted([*own, *remarks], key=day_of, reverse=True), 1)
        ),
        topics=_topics(together),
        pledges=_pledges(session, partner, attended, remarks, today),
        former=_former(session, partner, period.first, today),
        is_inactive=None if partner.is_active else True,
        has_thanks=has_thanks(together),
        has_inferred=any(point.raised_by is None for point in own) or None,
    )
    return translated_alike(session, plan)


def _place(partner: Partner) -> str | None:
    """Return the address of a body, and of a practice only its quarter.

    Street and number lead to one person's premises, or tell whose practice it is.
    """
    if partner.is_named_after_person:
        return None
    if are_people(partner.type or partner.category):
        return quarter_of(partner.any_place)
    return partner.any_place


def _topics(points: Iterable[Point]) -> tuple[TopicCount, ...]:
    """Count the topics of what calls for an answer, the most frequent first."""
    counted = Counter(point.topic for point in points if is_to_answer(point))
    return tuple(TopicCount(code, number) for code, number in counted.most_common())


def _own_point(
    session: Session, number: int, partner: Partner, point: Point, today: date
) -> OwnPointFacts:
    reference = remark_number(point) if point.meeting is None else None
    remark = _remark(session, partner, point, today)
    is_followed = remark.referrals or remark.commitments or remark.has_promise_of_other
    # A study ends with the answer that was given, and when the point is closed.
    is_over = is_followed or point.reaction == PointReaction.UNDER_STUDY
    is_told = remark.state == point.reaction or not is_over
    decided = point.reaction if is_told and point.reaction in _DECIDED else None
    told = OwnPointFacts(number, day_of(point), point.kind, remark, reference or None, decided)
    return replace(told, last_on=last_of(point.meeting) if point.meeting else None)


def _remark(session: Session, partner: Partner, point: Point, today: date) -> RemarkFacts:
    """Return a point with what came of it; why a promise was not kept is not on the sheet."""
    remark = remark_of(session, partner, point, today)
    promises = tuple(replace(each, reason=None) for each in remark.commitments)
    return replace(remark, commitments=promises)


def _is_with(partner: Partner, meeting: Meeting) -> bool:
    """Return whether a meeting is one with a partner: no call is that it was not on."""
    is_exchange = manner(meeting.kind, meeting.channel) is Manner.EXCHANGE
    return not is_exchange or _was_present(partner, meeting)


def _was_present(partner: Partner, meeting: Meeting) -> bool:
    return any(
        row.is_present and not row.is_deleted and survivor(row.partner) is partner
        for row in meeting.attendances
    )


def _next_meeting(session: Session, partner: Partner, today: date) -> NextMeeting | None:
    meeting = find_meeting_to_come(session, partner, today)
    if meeting is None:
        return None
    is_to_confirm = meeting.status == MeetingStatus.PLANNED or None
    return NextMeeting(meeting.held_on, meeting.starts_at, is_to_confirm)


def _capacities(session: Session, people: Iterable[Person]) -> tuple[CapacityFacts, ...]:
    is_seen = allows(session, Right.NAMES)
    return tuple(
        CapacityFacts(
            number=number,
            capacity=Bilingual(person.capacity_ar, person.capacity_fr),
            mandate_from=person.mandate_from,
            mandate_until=person.mandate_until,
            informed_on=person.informed_on,
            is_to_inform=person.is_to_inform,
            inform_by=person.inform_by if person.is_to_inform else None,
            is_withheld=None if is_seen or person.informed_on else True,
        )
        for number, person in enumerate(people, 1)
    )


def _attended(number: int, partner: Partner, meeting: Meeting) -> AttendedFacts:
    return AttendedFacts(
        number=number,
        meeting=meeting_number(meeting),
        held_on=meeting.held_on,
        kind=meeting.kind,
        channel=meeting.channel,
        subject=Bilingual(meeting.subject_ar, meeting.subject_fr),
        is_present=_was_present(partner, meeting),
        last_on=last_of(meeting),
    )


def _pledges(
    session: Session,
    partner: Partner,
    meetings: list[Meeting],
    remarks: Iterable[Point],
    today: date,
) -> tuple[PledgeFacts, ...]:
    """Return the commitments by the partner or towards it, no other partner's, newest first."""
    rows = [row for meeting in meetings for row in meeting.commitments if not row.is_deleted]
    rows += [row for remark in remarks for row in list_commitments_of(session, remark)]
    own = [row for row in rows if is_for(partner, row)]
    own.sort(key=lambda row: row.due_on or date.max, reverse=True)
    return tuple(_pledge(number, partner, row, today) for number, row in enumerate(own, 1))


def _former(
    session: Session, partner: Partner, first: date, today: date
) -> tuple[PledgeFacts, ...]:
    """Return what the partner promised before a day and still owes, the oldest first."""
    made = [
        row
        for row in list_open_promises_before(session, partner, first)
        if row.owner == CommitmentOwner.PARTNER and is_for(partner, row)
    ]
    return tuple(
        replace(_pledge(number, partner, row, today), made_on=meeting_of(row).held_on)
        for number, row in enumerate(made, 1)
    )


def _pledge(number: int, partner: Partner, row: Commitment, today: date) -> PledgeFacts:
    raised_by = row.point.raised_by if row.point else None
    status = commitment_status(row.status, row.due_on, today)
    return PledgeFacts(
        number=number,
        words=written(row.text, row.language, row.translation),
        owner=row.owner,
        authority=row.authority,
        due_on=row.due_on,
        status=status,
        ended_on=row.status_on if row.status in ENDED_COMMITMENTS else None,
        stands=hidden_by_lapse(row.status) if status == CommitmentStatus.OVERDUE else None,
        of_other=(raised_by is not None and survivor(raised_by) is not partner) or None,
    )
