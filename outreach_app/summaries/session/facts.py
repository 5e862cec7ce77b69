"""The plan of a session summary from the store: the day of the meeting, then later events."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.models import Meeting, Office
from outreach_app.queries.meetings import meeting_number
from outreach_app.queries.records import get_own_office
from outreach_app.queries.replies import list_replies_of
from outreach_app.queries.rumours import get_rumour
from outreach_app.rules.awareness import AWARENESS_KINDS
from outreach_app.rules.kinds import SummarySection
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import (
    MeetingStatus,
)
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.prose.several_days import last_of
from outreach_app.summaries.prose.store_words import office_facts, words_of
from outreach_app.summaries.prose.translated_alike import translated_alike
from outreach_app.summaries.session.again import find_again
from outreach_app.summaries.session.audience import AbsentFacts, ReachedFacts
from outreach_app.summaries.session.contents import Contents, promise_of
from outreach_app.summaries.session.earlier_commitments import Earlier, recall
from outreach_app.summaries.session.next_meeting import Following, find_next
from outreach_app.summaries.session.plan import (
    PointFacts,
    SessionPlan,
    SituationFacts,
)
from outreach_app.summaries.session.presence import (
    absent,
    associations_present,
    bodies_kept,
    bodies_present,
    bodies_shown,
    identities_kept,
    kinds_present,
    names_present,
    practices_present,
)
from outreach_app.summaries.session.promised import Promised
from outreach_app.summaries.session.recalled import (
    Recalled,
    as_earlier,
    find_recalled,
    recalled_facts,
)
from outreach_app.summaries.session.renewals import Renewals, find_renewals
from outreach_app.summaries.session.sections import without
from outreach_app.summaries.session.situation import Situation


def plan_session(session: Session, meeting: Meeting, today: date) -> SessionPlan:
    """Return the plan of a held meeting's summary, with its situation until today.

    Raises NotAllowed (`not_held`) for any other meeting.
    """
    _check_is_held(meeting)
    office, contents = get_own_office(session), Contents.of(session, meeting)
    following, earlier = find_next(session, meeting, today), recall(session, meeting)
    recalled = find_recalled(session, contents, earlier)
    before = list(filter(None, (earlier, as_earlier(recalled, contents))))
    renewals = _renewals(session, contents, before, today)
    plan = SessionPlan(
        office=office_facts(office),
        number=meeting_number(meeting),
        kind=meeting.kind,
        channel=meeting.channel,
        held_on=meeting.held_on,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        place=Bilingual(meeting.place_ar, meeting.place_fr),
        subject=Bilingual(meeting.subject_ar, meeting.subject_fr),
        headcount=meeting.headcount,
        women=meeting.women,
        bodies=bodies_present(meeting, kinds_present(meeting)),
        kinds_present=kinds_present(meeting),
        earlier=earlier.facts(renewals) if earlier else None,
        points=_points(contents, recalled),
        commitments=contents.commitment_facts(),
        referrals=contents.referral_facts(),
        next_meeting=following.agreed() if following else None,
        assessment=_assessment(meeting),
        situation=_situation(session, contents, before, renewals, following, today),
        names_present=names_present(meeting),
        practices_present=practices_present(meeting),
        identities_kept=identities_kept(meeting),
        last_on=last_of(meeting),
        reached=_reached(meeting),
        expects_raisers=contents.expects_raisers or None,
    )
    return translated_alike(session, _as_typed(plan, office, meeting))


def _renewals(
    session: Session, contents: Contents, before: Sequence[Earlier], today: date
) -> Renewals:
    """Return what was promised again until today, of what was promised at a meeting or before."""
    rows = [row for each in before for row in each.rows]
    return find_renewals(session, contents.meeting, contents.numbered, rows, today)


def _points(contents: Contents, recalled: Recalled) -> tuple[PointFacts, ...]:
    """Return the points with the open commitments of those that they recall."""
    rows = (recalled.get(values.record.uid, ()) for values in contents.points)
    return tuple(
        replace(point, recalled=recalled_facts(promised, contents))
        for point, promised in zip(contents.point_facts(), rows, strict=True)
    )


def _as_typed(plan: SessionPlan, office: Office, meeting: Meeting) -> SessionPlan:
    """Return a plan with what was typed of who came, whose names are expected, and its phrases.

    The sections that an office omits are left out.
    """
    opening = Bilingual(office.opening_ar, office.opening_fr)
    closing = Bilingual(office.closing_ar, office.closing_fr)
    plan = replace(plan, opening_phrase=opening, closing_phrase=closing)
    plan = replace(plan, absent=_absent(office, meeting), reference=meeting.reference)
    plan = replace(plan, bodies_shown=bodies_shown(meeting, plan.bodies), expects_names=True)
    plan = replace(plan, bodies_kept=bodies_kept(meeting))
    return without(plan, office.omitted_sections)


def _check_is_held(meeting: Meeting) -> None:
    if meeting.status != MeetingStatus.HELD:
        message = _("The meeting has not been held: there is no summary of it yet.")
        raise NotAllowed(message, code="not_held")


def _absent(office: Office, meeting: Meeting) -> AbsentFacts | None:
    return absent(meeting, are_named=SummarySection.NAMES not in office.omitted_sections)


def _assessment(meeting: Meeting) -> Words | None:
    return words_of(meeting.assessment, meeting.assessment_language, meeting.assessment_translation)


def _reached(meeting: Meeting) -> ReachedFacts | None:
    """Return the audience of an awareness action; None for any other meeting, or if unknown."""
    if meeting.kind not in AWARENESS_KINDS:
        return None
    found = ReachedFacts(
        beneficiaries=meeting.beneficiaries,
        pupils=meeting.pupils,
        establishments=meeting.establishments,
        associations=associations_present(meeting),
    )
    return None if found == ReachedFacts(None, None, None, None) else found


def list_previous(session: Session, meeting: Meeting) -> list[Meeting]:
    """Return the meetings before whose promises are recalled, the oldest first."""
    earlier = recall(session, meeting)
    return earlier.meetings() if earlier else []


def _situation(
    session: Session,
    contents: Contents,
    before: Sequence[Earlier],
    renewals: Renewals,
    following: Following | None,
    today: date,
) -> tuple[SituationFacts, ...]:
    """Return what came of a meeting, and of what was promised before it, until today."""
    news = tuple(line for each in before for line in each.news(renewals, today))
    waiting = tuple(line for each in before for line in each.waiting(renewals, today))
    rows = (contents.points, contents.commitments, contents.referrals)
    replies = list_replies_of(session, contents.meeting.uid)
    points = [values.record for values in contents.points]
    rumours = {
        each.uid: get_rumour(session, each.rumour.uid)
        for each in points
        if each.rumour and not each.rumour.is_deleted
    }
    owed = {
        row.record.uid: promise_of(0, row.record, None)
        for row in contents.commitments
        if row.is_after(contents.meeting)
    }
    again = find_again(session, contents, today)
    renewed = {
        values.record.uid: renewals.since(Promised(values, None), today)
        for values in contents.commitments
    }
    situation = Situation(*rows, following, news, waiting, replies, rumours, owed, again, renewed)
    return situation.lines(contents.meeting, today)
