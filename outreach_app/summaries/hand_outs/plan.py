"""The plan of a partner's sheet: what was raised with it and what became of each point."""

from dataclasses import dataclass
from datetime import date

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.facts import OfficeFacts, Words
from outreach_app.summaries.session.plan import NextMeetingFacts


@dataclass(frozen=True, slots=True)
class PartnerFacts:
    """Whom the sheet is for; of a practice named after a person only its kind and its place.

    Where a list has several of the same kind and place, `rank` tells them apart. `is_category` if
    nobody listed the partners, and `kind` is all that was noted of them; `is_least` if that is the
    kind of one at least. `is_only` if no other active partner would be told the same, else None.
    """

    name: Bilingual
    kind: str | None
    place: str | None
    rank: int | None = None
    is_category: bool | None = None
    is_least: bool | None = None
    is_only: bool | None = None


@dataclass(frozen=True, slots=True)
class PromiseFacts:
    """A commitment; `missed_on` is a day that passed before it was put off to `due_on`.

    `authority` (`rf.*`) is the service that made it, None if it was not noted or is another's;
    `is_late` that it was kept after its day, None if it was not; `ended_on` is the day on
    which it was kept or given up, if recorded. `stands` is the recorded status of one that is
    partly kept or in progress where `status` is that its day has passed, else None. `has_lapsed`
    that `due_on` has passed too, after `missed_on`, or of one that was passed on. `renewed_on` is
    the day of a later meeting at which it was made again in the same words.
    """

    number: int
    words: Words
    owner: str
    missed_on: date | None
    due_on: date | None
    status: str
    reason: Words | None
    authority: str | None = None
    is_late: bool | None = None
    stands: str | None = None
    has_lapsed: bool | None = None
    ended_on: date | None = None
    renewed_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """A point passed on to `to` (`rf.*`), about `topic` (`tp.*`), and the answer to it.

    Of a point of another partner the answer is not told (None), nor, if the judicial side was
    asked, who that was: `to` is None. A sheet that is given out tells that side's answer to
    nobody, and names it only to who raised the point. `is_asked_again` if that service did not
    answer and was asked again later, when the point was raised again; else None.
    """

    number: int
    to: str | None
    topic: str
    sent_on: date | None
    answered_on: date | None
    answer: Words | None
    is_asked_again: bool | None = None

    @property
    def is_silent(self) -> bool:
        """Return whether no answer came."""
        return self.answered_on is None and self.answer is None

    @property
    def is_awaited(self) -> bool:
        """Return whether an answer is to come, which is that to the last time of asking."""
        return self.is_silent and not self.is_asked_again


@dataclass(frozen=True, slots=True)
class MetFacts:
    """The one meeting that a sheet is about, or that an earlier point was raised at.

    `last_on` is the last day of one of several days, else None.
    """

    held_on: date
    kind: str
    channel: str
    subject: Bilingual
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class HeldFacts:
    """A meeting, an awareness action or an exchange that the partner took part in.

    `days` is how many it lasted, None of a single one; `held_on` and `last_on` are its first and
    its last day, where they are told, the last one of several alone.
    """

    kind: str
    channel: str
    days: int | None = None
    held_on: date | None = None
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class SeveralFacts:
    """Count what other partners promised about a point, and how many ended how; None for none."""

    total: int
    kept: int | None = None
    blocked: int | None = None
    dropped: int | None = None


@dataclass(frozen=True, slots=True)
class AgainFacts:
    """A later meeting at which a point was raised again.

    `row` is the number of the remark that tells what came of it then, None if nothing did.
    """

    number: int
    met: MetFacts
    row: int | None


@dataclass(frozen=True, slots=True)
class RemarkFacts:
    """A point (`kind` as in `PointKind`) with everything that follows from it.

    `words` is None if only its topic can be shown: for an offence, and for points of others
    (`is_own` False); then `reply` is None too, as nobody understands it alone. `is_common` if
    nobody in particular raised it, and all present were answered. `has_promise_of_other` if another
    partner promised something about it: that it did is told, neither who nor what.

    `state` is the code (`cst.*`, `out.*`, or one of `states`) of its overall outcome; `raised_at`
    is the session of the point, None of the only one of the period; `received_on` the day of one
    that came outside meetings; `closed_on` is the day on which
    the point was closed, `given_on` that of the reply, None of another's. `beside` is the
    reaction (`out.*`) that the state does not tell, None if it does or says no more: of an answer,
    that no more follows.
    `end_of_others` is how (`cst.*`, or `states.UNKEPT`) all that other partners promised ended,
    kept or not, and `several_of_others` how many they were, None of one; `is_answered` if it was
    answered, neither words nor day being shown; None if not. `again` are the later meetings at
    which the point was raised again, and `stands_in` the remark of the one of them whose state is
    that of the matter (the last if nothing is owed, else the worst), None where it is the point's
    own.
    """

    number: int
    topic: str
    kind: str
    is_own: bool
    is_common: bool
    has_promise_of_other: bool
    words: Words | None
    state: str
    reply: Words | None
    commitments: tuple[PromiseFacts, ...]
    referrals: tuple[ReferralFacts, ...]
    raised_at: MetFacts | None = None
    closed_on: date | None = None
    given_on: date | None = None
    beside: str | None = None
    end_of_others: str | None = None
    is_answered: bool | None = None
    several_of_others: SeveralFacts | None = None
    received_on: date | None = None
    again: tuple[AgainFacts, ...] = ()
    stands_in: int | None = None


@dataclass(frozen=True, slots=True)
class PromiseApart:
    """A commitment about no point, and the meeting that it was made at."""

    number: int
    made_at: MetFacts
    promise: PromiseFacts


@dataclass(frozen=True, slots=True)
class StateCounts:
    """The number of points by outcome; their sum is the number of points."""

    kept: int
    treated: int
    replied_twice: int
    replied: int
    closed: int
    running: int
    promised: int
    partly: int
    studied: int
    kept_transmitted: int
    transmitted: int
    passed_on: int
    answered: int
    oriented: int
    late: int
    blocked: int
    dropped: int
    out_of_scope: int
    no_followup: int
    by_other: int
    noted: int
    again: int
    waiting: int


@dataclass(frozen=True, slots=True)
class HandOutPlan:
    """The contents of a partner's sheet: the points of its sessions in a period.

    `held` are its sessions, `met` the only one, None if there are several; `has_silent` if nothing
    was raised at some, else None, and `spoken` the only one of several where something was.
    `in_short` are the `states` where there are too many to tell each in full, with those put
    together that differ only in what the rows tell; else None. `others` counts the other partners
    that raised points in the sessions.

    Then follow `received` remarks of the partner that came outside meetings, in the period or
    before, and `earlier` points of former sessions that were still open, both None if there are
    none; `earlier_others` counts the other partners that raised these. `points` and `states` do not
    count them. The rest of the `remarks` tell what came of a point when it was raised again: they
    have no row of their own. `has_settled` if points of former sessions are left out, as nothing
    was open of them, else None.

    `apart` are the commitments about no point, of these sessions and those open before; what other
    partners promised is none. `has_thanks` if thanks that call for nothing were left out of the
    `points`, else None. `is_next_at_theirs` if they alone are invited to the next meeting, else
    None, `is_next_to_confirm` if that is planned and not confirmed yet.
    """

    office: OfficeFacts
    partner: PartnerFacts
    number: str
    first: date
    last: date
    sessions: int
    held: tuple[HeldFacts, ...]
    met: MetFacts | None
    points: int
    others: int
    states: StateCounts
    earlier: int | None
    earlier_others: int
    remarks: tuple[RemarkFacts, ...]
    next_meeting: NextMeetingFacts | None
    received: int | None = None
    in_short: StateCounts | None = None
    spoken: MetFacts | None = None
    has_silent: bool | None = None
    has_settled: bool | None = None
    is_next_at_theirs: bool | None = None
    is_next_to_confirm: bool | None = None
    apart: tuple[PromiseApart, ...] = ()
    has_thanks: bool | None = None
