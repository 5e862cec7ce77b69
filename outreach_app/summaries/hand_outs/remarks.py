"""What a partner's sheet says of a point: its words if they are its own, and what came of it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from outreach_app.models import Commitment, Meeting, Partner, Point
from outreach_app.models.sources import meeting_of
from outreach_app.queries.hand_outs import (
    has_lost_rumour,
    list_commitments_of,
)
from outreach_app.queries.handovers import list_active_partners
from outreach_app.rules.kinds import CommitmentOwner, PointKind
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import PointReaction
from outreach_app.summaries.hand_outs.followed import promises_of, referrals_of
from outreach_app.summaries.hand_outs.judicial import without_inquiry
from outreach_app.summaries.hand_outs.others import several_of
from outreach_app.summaries.hand_outs.plan import (
    PartnerFacts,
    ReferralFacts,
    RemarkFacts,
)
from outreach_app.summaries.hand_outs.raised_again import is_settled_again
from outreach_app.summaries.hand_outs.states import (
    ANSWERED,
    CLOSED,
    NOTED,
    OPEN_ON_TREATED,
    RENEWED,
    TOLD_TO_OTHER,
    WAITING,
    end_of,
    group_of,
    is_kept_too,
    outcome_of,
)
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.prose.store_words import point_words, words_of
from outreach_app.summaries.session.presence import is_alone, is_only_body, partners_present
from outreach_app.survivors import survivor

# The reactions that a promise or a referral does not make needless.
_TOLD_BESIDE = {PointReaction.OUT_OF_SCOPE, PointReaction.ORIENTED}
# Those that the state tells, and that are told beside another state that takes its place.
_DECIDED = {
    *_TOLD_BESIDE,
    PointReaction.LOOKED_INTO,
    PointReaction.NO_FOLLOW_UP,
    PointReaction.RESOLVED,
}


def partner_facts(partner: Partner) -> PartnerFacts:
    """Collect what a document says of a partner: its name, unless that is a person's.

    Of a practice named after a person its place would tell whose it is.
    """
    if not partner.is_named_after_person and (partner.name_ar or partner.name_fr):
        return PartnerFacts(Bilingual(partner.name_ar, partner.name_fr), None, None)
    place = None if partner.is_named_after_person else partner.any_place
    return PartnerFacts(Bilingual(None, None), partner.type or partner.category, place)


def addressee_facts(session: Session, partner: Partner) -> PartnerFacts:
    """Return what a sheet that the partner itself is given says of it: where it is, too."""
    named = partner_facts(partner)
    if named.kind is None:
        return named
    others = (each for each, _day in list_active_partners(session) if each is not partner)
    is_only = named not in map(partner_facts, others)
    return replace(named, place=partner.any_place, is_only=is_only or None)


def is_to_answer(point: Point) -> bool:
    """Return whether a point needs an answer; thanks do not, unless something was promised."""
    if point.is_deleted:
        return False
    is_followed = any(not row.is_deleted for row in (*point.commitments, *point.referrals))
    return is_followed or point.kind != PointKind.THANKS


def has_thanks(points: Iterable[Point]) -> bool | None:
    """Return whether thanks are among some points that call for nothing; None if not."""
    return any(not (point.is_deleted or is_to_answer(point)) for point in points) or None


def is_own(partner: Partner, point: Point) -> bool:
    """Return whether the partner raised a point: as was noted, or as nobody else was there."""
    if point.raised_by is not None:
        return survivor(point.raised_by) is partner
    meeting = meeting_of(point)
    return is_alone(meeting) and partners_present(meeting) == [partner]


def _was_only_body(partner: Partner, meeting: Meeting) -> bool:
    return is_only_body(meeting) and partners_present(meeting) == [partner]


def is_for(partner: Partner, row: Commitment) -> bool:
    """Return whether a promise can be shown to the partner: promises of other partners cannot.

    Of one that nobody in particular made, its own is that of the only body there.
    """
    if row.owner != CommitmentOwner.PARTNER:
        return True
    if row.partner is not None:
        return survivor(row.partner) is partner
    if row.meeting is None:  # a remark's: who made it is its only party
        return row.point is not None and is_own(partner, row.point)
    return _was_only_body(partner, row.meeting)


def remark_of(
    session: Session, partner: Partner, point: Point, today: date, later: Sequence[Point] = ()
) -> RemarkFacts:
    """Return a point with what came of it; its words if no other body can have raised it.

    What was promised again at the `later` points of the same matter, and has ended, is theirs.
    """
    own, is_common = is_own(partner, point), _was_told_to_all(point)
    is_told = own or is_common
    is_shown = own or (is_common and _was_only_body(partner, meeting_of(point)))
    words = point_words(point) if is_shown else None
    made = [row for row in list_commitments_of(session, point) if not is_settled_again(row, later)]
    rows = [row for row in made if is_for(partner, row)]
    promises = promises_of(session, rows, today, later)
    others = promises_of(session, [row for row in made if row not in rows], today, later)
    of_others = [each for each in others if each.status != RENEWED]
    referrals = referrals_of(session, point, later, is_told=is_told)
    outcome = outcome_of(point, promises, of_others, referrals)
    state = _told_as(session, point, outcome, referrals, is_told=is_told)
    return RemarkFacts(
        number=0,
        topic=point.topic,
        kind=point.kind,
        is_own=own,
        is_common=is_common,
        has_promise_of_other=bool(of_others),
        words=words,
        state=state,
        # An answer leans on its question: « Oui, une permanence y est assurée ».
        reply=_reply(point) if words else None,
        commitments=promises,
        referrals=referrals,
        closed_on=point.closed_on,
        given_on=point.given_on if is_told else None,
        beside=_beside(point, state, referrals),
        end_of_others=end_of(of_others),
        several_of_others=several_of(of_others),
        is_answered=_is_answered(point, is_shown=bool(words), is_told=is_told) or None,
    )


def _reply(point: Point) -> Words | None:
    return words_of(point.reply, point.reply_language, point.reply_translation)


def _beside(point: Point, state: str, referrals: Sequence[ReferralFacts]) -> str | None:
    """Return the reaction that neither the state nor a referral tells."""
    if state in {PointReaction.ANSWERED, TOLD_TO_OTHER} and not referrals:
        is_all = point.reaction == PointReaction.NO_FOLLOW_UP
        return PointReaction.NO_FOLLOW_UP if is_all else None
    told = _TOLD_BESIDE if referrals else {*_TOLD_BESIDE, PointReaction.LOOKED_INTO}
    return point.reaction if point.reaction in told - {state} else None


def _is_answered(point: Point, *, is_shown: bool, is_told: bool) -> bool:
    """Return whether a point was answered, where neither words nor day of the answer are shown.

    That it is being studied is no answer yet, whatever was said of it.
    """
    if point.given_on:
        return not is_told
    if point.reaction == PointReaction.UNDER_STUDY:
        return False
    is_answered = bool(point.reply) or point.reaction == PointReaction.ANSWERED
    return is_answered and not (point.reply and is_shown)


def _told_as(
    session: Session, point: Point, state: str, referrals: Sequence[ReferralFacts], *, is_told: bool
) -> str:
    """Return the state as a sheet tells it: who was answered, and what was noted as a rumour."""
    if state == WAITING and has_lost_rumour(session, point):
        return NOTED
    return _answered(referrals, is_told=is_told) if state == PointReaction.ANSWERED else state


def _answered(referrals: Sequence[ReferralFacts], *, is_told: bool) -> str:
    """Return the state of a point with an answer."""
    # What another was told is its own; that a service answered is said, its words are not.
    told_to_other = ANSWERED if referrals else TOLD_TO_OTHER
    return PointReaction.ANSWERED if is_told else told_to_other


def handed_out(
    session: Session, partner: Partner, point: Point, today: date, later: Sequence[Point] = ()
) -> RemarkFacts:
    """Return a point as a sheet that leaves the office tells it."""
    remark = without_inquiry(remark_of(session, partner, point, today, later))
    if point.reaction == PointReaction.RESOLVED and remark.state in OPEN_ON_TREATED:
        # That its promise is late is told of a point only with that it was treated.
        remark = replace(remark, state=PointReaction.RESOLVED, beside=None)
    return settled(_without_reasons(remark))


def _without_reasons(remark: RemarkFacts) -> RemarkFacts:
    """Return a point of another partner without why a promise about it came to nothing."""
    if remark.is_own or remark.is_common:
        return remark
    promises = tuple(replace(row, reason=None) for row in remark.commitments)
    return replace(remark, commitments=promises)


def settled(remark: RemarkFacts) -> RemarkFacts:
    """Return a point as closed if it was, and as answered if we answered whom the sheet is for.

    What a service or a commitment still owes is told in the row by its own words.
    """
    decided = remark.beside or (remark.state if remark.state in _DECIDED else None)
    if remark.closed_on:
        return replace(remark, state=CLOSED, beside=decided)
    is_passed_on = group_of(remark.state) == "transmitted" and not is_kept_too(remark)
    is_replied = remark.given_on or remark.reply or remark.is_answered
    if is_passed_on and is_replied and (remark.is_own or remark.is_common):
        return replace(remark, state=PointReaction.ANSWERED, beside=decided)
    return remark


def _was_told_to_all(point: Point) -> bool:
    """Return whether everybody present was answered: nobody in particular raised the point."""
    return point.raised_by is None
