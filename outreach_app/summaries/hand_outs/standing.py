"""What a sheet tells of a point that was raised again: the later meetings, and its state now."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from outreach_app.models import Meeting, Point
from outreach_app.models.sources import meeting_of
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import OPEN_COMMITMENTS, PointReaction
from outreach_app.summaries.hand_outs.plan import AgainFacts, MetFacts, RemarkFacts
from outreach_app.summaries.hand_outs.raised_again import Later
from outreach_app.summaries.hand_outs.states import AGAIN, NOTED, WAITING, group_of
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
        by = self.settled_by(point)
        if by is None:
            return self.told[point.id].state
        return AGAIN if by.id in self.now else self.told[by.id].state

    def numbered(self, point: Point, numbers: Mapping[int, int]) -> RemarkFacts:
        """Return what is told of a point, which has one of the `numbers`."""
        remark = replace(self.told[point.id], number=numbers[point.id])
        again = tuple(
            AgainFacts(place, met_facts(meeting_of(each)), numbers.get(each.id))
            for place, each in enumerate(self.later.get(point.id, ()), start=1)
        )
        remark = replace(remark, again=again)
        by = self.settled_by(point)
        if by is None:
            return remark
        decided = remark.state if remark.state == PointReaction.LOOKED_INTO else None
        stands_in = None if by.id in self.now else numbers[by.id]
        beside = remark.beside or decided
        return replace(remark, state=AGAIN, beside=beside, stands_in=stands_in)


def met_facts(meeting: Meeting) -> MetFacts:
    """Return which meeting it was."""
    subject = Bilingual(meeting.subject_ar, meeting.subject_fr)
    return MetFacts(meeting.held_on, meeting.kind, meeting.channel, subject, last_of(meeting))


def _gives_way(remark: RemarkFacts) -> bool:
    """Return whether nothing is owed of a point: no promise is open, and no service is silent."""
    is_owed = any(row.status in {*OPEN_COMMITMENTS, "cst.overdue"} for row in remark.commitments)
    is_silent = any(row.answered_on is None and row.answer is None for row in remark.referrals)
    is_promised = is_owed or (remark.has_promise_of_other and remark.end_of_others is None)
    return group_of(remark.state) in _GIVES_WAY and not (is_promised or is_silent)
