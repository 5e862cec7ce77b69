"""What a sheet tells of a point that was raised again: the later meetings, and its state now."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from outreach_app.models import Meeting, Point
from outreach_app.models.sources import meeting_of
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import OPEN_COMMITMENTS, PointReaction
from outreach_app.summaries.hand_outs.plan import AgainFacts, MetFacts, RemarkFacts
from outreach_app.summaries.hand_outs.raised_again import Later
from outreach_app.summaries.hand_outs.states import (
    AGAIN,
    NOTED,
    OPEN_ON_TREATED,
    WAITING,
    group_of,
    is_open_with_others,
    running,
    worst_of,
)
from outreach_app.summaries.prose.several_days import last_of

# What a later answer on the same matter takes the place of, if nothing is owed besides.
_GIVES_WAY = {"waiting", "noted", "transmitted", "studied"}


@dataclass(frozen=True, slots=True)
class Standing:
    """The points of a sheet by their ids; `now` are those that have a row of its period."""

    told: Mapping[int, RemarkFacts]
    later: Later
    now: Collection[int]

    def settled_by(self, point: Point) -> Point | None:
        """Return the later point whose state is that of the matter; None if it is its own."""
        remark = self.told[point.id]
        if not _gives_way(remark):
            return None
        rows = [each for each in self.later.get(point.id, ()) if each.id in self.told]
        followed = [each for each in rows if self.told[each.id].state != WAITING]
        in_period = [each for each in rows if each.id in self.now]
        if in_period and (in_period[-1] in followed or remark.state in {WAITING, NOTED}):
            return in_period[-1]
        return followed[-1] if followed else None

    def state(self, point: Point) -> str:
        """Return the state that the row of a point shows."""
        by = self.settled_by(point) or self.worse(point)
        if self.settled_by(point) is None and self._is_treated_later(point):
            return PointReaction.RESOLVED
        if by is None:
            return self.told[point.id].state
        return AGAIN if by.id in self.now else self.told[by.id].state

    def worse(self, point: Point) -> Point | None:
        """Return the later point without a row whose state is worse than its own, if one is."""
        rows = [each for each in self.later.get(point.id, ()) if each.id not in self.now]
        own = self.told[point.id].state
        states = {each.id: self.told[each.id].state for each in rows if each.id in self.told}
        worst = worst_of([own, *states.values()])
        if worst is None or worst == own:
            return None
        return next(each for each in rows if states.get(each.id) == worst)

    def _is_treated_later(self, point: Point) -> bool:
        """Return whether the point was treated when it was last raised, a promise being open."""
        rows = [each.id for each in self.later.get(point.id, ()) if each.id in self.told]
        promised = {running(row.status) for row in self.told[point.id].commitments}
        is_treated = bool(rows) and self.told[rows[-1]].state == PointReaction.RESOLVED
        return is_treated and bool(promised & OPEN_ON_TREATED)

    def numbered(self, point: Point, numbers: Mapping[int, int]) -> RemarkFacts:
        """Return what is told of a point, which has one of the `numbers`."""
        remark = replace(self.told[point.id], number=numbers[point.id])
        again = tuple(
            AgainFacts(place, met_facts(meeting_of(each)), numbers.get(each.id))
            for place, each in enumerate(self.later.get(point.id, ()), start=1)
        )
        remark = replace(remark, again=again)
        by = self.settled_by(point)
        if by is None and self._is_treated_later(point):
            return replace(remark, state=PointReaction.RESOLVED)
        if by is None:
            worse = self.worse(point)
            return replace(remark, stands_in=numbers[worse.id]) if worse else remark
        # Its referral tells already what was decided, however it stands.
        is_decided = remark.state == PointReaction.LOOKED_INTO and not remark.referrals
        decided = remark.state if is_decided else None
        stands_in = None if by.id in self.now else numbers[by.id]
        beside = remark.beside or decided
        return replace(remark, state=AGAIN, beside=beside, stands_in=stands_in)


def met_facts(meeting: Meeting) -> MetFacts:
    """Return which meeting it was."""
    subject = Bilingual(meeting.subject_ar, meeting.subject_fr)
    return MetFacts(meeting.held_on, meeting.kind, meeting.channel, subject, last_of(meeting))


def handed_on(
    told: Mapping[int, RemarkFacts], later: Later, now: Collection[int]
) -> dict[int, RemarkFacts]:
    """Move what is still owed on an earlier point to that of the period that raised it again.

    Without it the later row would say that nothing followed, and the earlier one refer to it.
    """
    facts = dict(told)
    for number, remark in told.items():
        rows = [each.id for each in later.get(number, ()) if each.id in now]
        if number not in now and rows and facts[rows[-1]].state == WAITING and _is_owed(remark):
            facts[rows[-1]] = _with_outcome_of(facts[rows[-1]], remark)
            facts[number] = _with_outcome_of(remark, told[rows[-1]])
    return facts


def _with_outcome_of(remark: RemarkFacts, other: RemarkFacts) -> RemarkFacts:
    return replace(
        remark,
        state=other.state,
        commitments=other.commitments,
        referrals=other.referrals,
        beside=other.beside,
        has_promise_of_other=other.has_promise_of_other,
        end_of_others=other.end_of_others,
        several_of_others=other.several_of_others,
    )


def _gives_way(remark: RemarkFacts) -> bool:
    """Return whether a later answer takes the place of a state, nothing being owed besides."""
    return group_of(remark.state) in _GIVES_WAY and not _is_owed(remark)


def _is_owed(remark: RemarkFacts) -> bool:
    """Return whether something is owed on a point: a promise is open, or a service is silent."""
    is_owed = any(row.status in {*OPEN_COMMITMENTS, "cst.overdue"} for row in remark.commitments)
    is_awaited = any(row.is_awaited for row in remark.referrals)
    return is_owed or is_awaited or is_open_with_others(remark)
