"""Computes the plan of a handover file from the store."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from outreach_app import vocabulary
from outreach_app.models import Commitment, Meeting, Partner, Person, Referral
from outreach_app.models.sources import made_day
from outreach_app.queries.commitment_lists import (
    CommitmentFilter,
    list_commitment_ids,
    list_commitments_by_id,
)
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.hand_outs import list_meetings_to_come, list_meetings_unsettled
from outreach_app.queries.handovers import (
    list_active_partners,
    list_mandates_ended,
    list_people_to_inform,
)
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.queries.referral_lists import (
    ReferralFilter,
    list_referral_ids,
    list_referrals_by_id,
)
from outreach_app.queries.referrals import ReferralRow
from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import CommitmentStatus, MeetingStatus
from outreach_app.summaries.handovers.followed_later import FollowedLater, list_to_close
from outreach_app.summaries.handovers.namesakes import Namesakes
from outreach_app.summaries.handovers.origins import origin_of
from outreach_app.summaries.handovers.owners import authority_of, debtors_of
from outreach_app.summaries.handovers.plan import (
    DutyFacts,
    HandoverPlan,
    Nature,
    OpenCommitment,
    OpenReferral,
    Origin,
    PartnerLine,
    PlannedMeeting,
    WaitingPoint,
    WaitingRumour,
)
from outreach_app.summaries.handovers.waiting import (
    list_points_waiting,
    list_replies_owed,
    list_rumours_waiting,
)
from outreach_app.summaries.handovers.year import (
    count_year,
    list_documents,
    list_ended,
    list_untold,
)
from outreach_app.summaries.prose.several_days import last_of
from outreach_app.summaries.prose.store_words import office_facts, written
from outreach_app.summaries.prose.translated_alike import translated_alike

# How far ahead the first page looks.
DAYS = 30
# How long a service has to answer before it is reminded: no law and no setting says it.
TO_ANSWER = timedelta(days=30)


def plan_handover(session: Session, today: date) -> HandoverPlan:
    """Collect what is open on a day, and what falls due in the days after it.

    Its number is given with its edition.
    """
    rows, names = _open_promises(session, today), Namesakes.of(session)
    meetings = tuple(_meetings(list_meetings_to_come(session, Period(today, date.max)), names))
    unsettled = tuple(_meetings(list_meetings_unsettled(session, today), names))
    people, rumours = list_people_to_inform(session), tuple(list_rumours_waiting(session))
    referrals = _open_referrals(session)
    since = FollowedLater.of(session, referrals, today)
    points = tuple(list_points_waiting(session, since.waiting()))
    duties = (
        *_promised(session, rows, today, names),
        *(*_to_verify(rumours), *_unanswered(session, referrals, today, since)),
        *(*_to_react(points), *list_replies_owed(session), *list_to_close(since)),
        *(*_to_settle(unsettled), *_meeting_duties(meetings, today)),
        *(*_mandates(session, today, names), *_to_inform(people, names)),
    )
    plan = HandoverPlan(
        office=office_facts(get_own_office(session)),
        number="",
        as_of=today,
        days=DAYS,
        late=sum(row.is_overdue for row in rows),
        to_inform=len(people),
        year=count_year(session, today, rumours),
        duties=_in_order(duties, today),
        commitments=tuple(_commitments(session, rows, names)),
        ended=tuple(list_ended(session, today, names)),
        referrals=tuple(_referrals(session, referrals, since)),
        points=points,
        rumours=rumours,
        partners=tuple(_partners(session, names)),
        meetings=meetings,
        unsettled=unsettled,
        documents=tuple(list_documents(session, today, names)),
        untold=tuple(list_untold(session, today)),
    )
    return translated_alike(session, plan)


def _open_promises(session: Session, today: date) -> list[CommitmentRow]:
    """Return the open commitments, those due first before those due on no day."""
    ids = list_commitment_ids(session, CommitmentFilter(status="open"), today)
    found = list_commitments_by_id(session, ids, today)
    return sorted((found[each] for each in ids), key=lambda row: row.due_on or date.max)


def _in_order(duties: Iterable[DutyFacts], today: date) -> tuple[DutyFacts, ...]:
    """Return the duties numbered: what is late, what is due on no day, what is to come."""
    ordered = sorted(duties, key=lambda duty: duty.due_on or today)
    return tuple(replace(duty, number=number) for number, duty in enumerate(ordered, 1))


def _promised(
    session: Session, rows: Iterable[CommitmentRow], today: date, names: Namesakes
) -> Iterator[DutyFacts]:
    """Yield the promises that are late, fall due in the next days or are to be given a day."""
    for row in rows:
        words = written(row.text, row.language, row.translation)
        if row.due_on is not None and row.due_on > today + timedelta(days=DAYS):
            continue
        nature = Nature.LATE if row.is_overdue else Nature.COMMITMENT
        nature = Nature.SET_DAY if row.due_on is None else nature
        yield DutyFacts(
            *(0, nature, row.due_on, origin_of(session, row), words),
            partners=debtors_of(session, row, names),
            owner=row.owner,
            authority=authority_of(session, row),
        )


def _unanswered(
    session: Session, rows: Iterable[ReferralRow], today: date, since: FollowedLater
) -> Iterator[DutyFacts]:
    """Yield the services to remind, after what is late; those not yet, on the day to do so.

    Where no day of sending was noted, the answer is awaited since the referral was decided. One
    that answered on the matter since is not reminded.
    """
    for row in rows:
        referral = get_record(session, Referral, row.uid)
        if since.answered_on(referral):
            continue
        point, asked_on = referral.point, row.sent_on or made_day(referral)
        due_on = asked_on + TO_ANSWER
        is_recent = due_on > today
        yield DutyFacts(
            0,
            Nature.FOLLOW if is_recent else Nature.REMIND,
            due_on if is_recent else None,
            origin_of(session, row),
            authority=row.to,
            topic=row.topic,
            sent_on=row.sent_on,
            is_closed=point is not None and point.closed_on is not None,
        )


def _to_verify(rumours: Iterable[WaitingRumour]) -> Iterator[DutyFacts]:
    """Yield the news to verify or to rectify: they come after what is late."""
    for row in rumours:
        nature = Nature.RECTIFY if row.is_to_rectify else Nature.VERIFY
        yield DutyFacts(0, nature, None, row.origin, row.words, topic=row.topic)


def _to_react(points: Iterable[WaitingPoint]) -> Iterator[DutyFacts]:
    """Yield the points and remarks without reaction: they come after what is late."""
    for row in points:
        origin = replace(row.origin, held_on=row.held_on)
        yield DutyFacts(0, Nature.REACT, None, origin, row.words, row.kind, topic=row.topic)


def _meeting_duties(meetings: Iterable[PlannedMeeting], today: date) -> Iterator[DutyFacts]:
    for row in meetings:
        if row.held_on <= today + timedelta(days=DAYS):
            yield DutyFacts(
                0,
                Nature.MEETING,
                row.held_on,
                kind=row.kind,
                channel=row.channel,
                subject=row.subject,
                partners=row.partners,
            )


def _to_settle(meetings: Iterable[PlannedMeeting]) -> Iterator[DutyFacts]:
    """Yield the meetings of which nobody recorded what became, and the postponed ones."""
    for row in meetings:
        yield DutyFacts(
            0,
            Nature.RESCHEDULE if row.is_postponed else Nature.RECORD,
            None,
            Origin(held_on=row.held_on),
            kind=row.kind,
            channel=row.channel,
            subject=row.subject,
            partners=row.partners,
        )


def _to_inform(people: Iterable[Person], names: Namesakes) -> Iterator[DutyFacts]:
    """Yield the people to inform, by their capacity and whom they speak for.

    The law gives no day; theirs is the end of the delay that the office gives itself.
    """
    for person in people:
        yield _of_person(Nature.INFORM, person.inform_by, person, names)


def _mandates(session: Session, today: date, names: Namesakes) -> Iterator[DutyFacts]:
    """Yield the mandates that end, or have ended: who speaks for a body may be another now."""
    for person in list_mandates_ended(session, today + timedelta(days=DAYS)):
        yield _of_person(Nature.MANDATE, person.mandate_until, person, names)


def _of_person(nature: Nature, day: date | None, person: Person, names: Namesakes) -> DutyFacts:
    capacity = Bilingual(person.capacity_ar, person.capacity_fr)
    return DutyFacts(0, nature, day, subject=capacity, partners=(names.told(person.partner),))


def _commitments(
    session: Session, rows: Iterable[CommitmentRow], names: Namesakes
) -> Iterator[OpenCommitment]:
    for number, row in enumerate(rows, 1):
        words = written(row.text, row.language, row.translation)
        debtors = debtors_of(session, row, names)
        status = get_record(session, Commitment, row.uid).status
        yield OpenCommitment(
            *(number, words, row.owner, debtors, row.due_on),
            origin_of(session, row),
            authority_of(session, row),
            begun=status if status != CommitmentStatus.OPEN else None,
        )


def _open_referrals(session: Session) -> list[ReferralRow]:
    """Return the referrals without an answer, the oldest first, those of no known day last."""
    ids = list_referral_ids(session, ReferralFilter(is_answered=False))
    found = list_referrals_by_id(session, ids)
    return sorted((found[each] for each in ids), key=lambda row: row.sent_on or date.max)


def _referrals(
    session: Session, rows: Iterable[ReferralRow], since: FollowedLater
) -> Iterator[OpenReferral]:
    for number, row in enumerate(rows, 1):
        answered_on = since.answered_on(get_record(session, Referral, row.uid))
        origin = origin_of(session, row)
        yield OpenReferral(number, row.to, row.topic, row.sent_on, origin, answered_on)


def _partners(session: Session, names: Namesakes) -> Iterator[PartnerLine]:
    found = sorted(list_active_partners(session), key=lambda row: _rank(row[0]))
    for number, (partner, day) in enumerate(found, 1):
        kind = partner.type or partner.category
        yield PartnerLine(number, names.told(partner), kind, day)


def _rank(partner: Partner) -> list[tuple[bool, bool, int, str]]:
    """Return the places of its category and type in the catalogues."""
    return [vocabulary.rank(code) for code in (partner.category, partner.type) if code]


def _meetings(rows: Iterable[Meeting], names: Namesakes) -> Iterator[PlannedMeeting]:
    for number, row in enumerate(rows, 1):
        subject = Bilingual(row.subject_ar, row.subject_fr)
        invited = [each.partner for each in row.attendances if not each.is_deleted]
        yield PlannedMeeting(
            number,
            row.held_on,
            row.starts_at,
            row.kind,
            row.channel,
            subject,
            tuple(names.told(partner) for partner in invited),
            is_postponed=row.status == MeetingStatus.POSTPONED,
            last_on=last_of(row),
            is_to_confirm=row.status == MeetingStatus.PLANNED or None,
        )
