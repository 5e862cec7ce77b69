"""The promises made again: each is followed through all later ones of the same to a day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.models import Commitment, Meeting
from outreach_app.queries.histories import list_values
from outreach_app.queries.meetings import list_meetings_with
from outreach_app.queries.remarks import list_promised_remarks
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.rules.two_languages import may_say_the_same
from outreach_app.summaries.session.history import Status, Values
from outreach_app.summaries.session.next_meeting import is_after
from outreach_app.summaries.session.promised import BEGUN, Promised
from outreach_app.summaries.session.promises import GivenUpFacts, RenewedFacts

_UNBEGUN = (CommitmentStatus.OPEN, CommitmentStatus.OVERDUE)
GIVEN_UP = (CommitmentStatus.DROPPED, CommitmentStatus.BLOCKED, CommitmentStatus.REFERRED)


@dataclass(frozen=True, slots=True)
class Renewals:
    """The promises that say again what was promised at a meeting or before it.

    `own` are those of the meeting itself, in the order of their numbers; `families` are those that
    promise the same, `alike` those of the same partners that may promise what one of these does,
    `listed` the ids of those in the table of earlier ones.
    """

    meeting: Meeting
    own: Sequence[Commitment]
    families: Sequence[Sequence[Promised]]
    alike: Sequence[Promised] = ()
    listed: frozenset[UUID] = frozenset()

    def until(self, row: Promised) -> RenewedFacts | None:
        """Return when one was promised again by the end of the meeting, as it stood that day."""
        later, likely = self._later(row), self._likely(row)
        found = [each for each in later if self._is_by_then(each)]
        told = self._told(row, found, self.meeting.held_on)
        by_then = [each for each in likely if self._is_by_then(each)]
        return told or self._compared(row, by_then, self.meeting.held_on)

    def since(self, row: Promised, today: date) -> RenewedFacts | None:
        """Return when one was promised again until today, and what came of the last of these."""
        told = self._told(row, self._later(row), today)
        return told or self._compared(row, self._likely(row), today)

    def _later(self, row: Promised) -> list[Promised]:
        """Return those that promise the same, made after one."""
        return [each for each in self._family(row) if each.made_on > row.made_on]

    def _family(self, row: Promised) -> Sequence[Promised]:
        uid = row.record.uid
        return next(f for f in self.families if any(each.record.uid == uid for each in f))

    def _told(self, row: Promised, rows: Sequence[Promised], day: date) -> RenewedFacts | None:
        state = row.stood(day)
        if state.code == CommitmentStatus.DONE:
            return None
        again = _until_kept(rows, day)
        # What was given up was taken up again only after that: what came before it is told so.
        begun = (state.noted_on or date.min) if state.code in GIVEN_UP else date.min
        since = [each for each in again if each.made_on >= begun]
        if not again:
            return self._kept(row, day)
        told = since or again
        outcome = _outcome(told[-1], day)
        noted = state.noted_on if state.code in BEGUN else None
        is_former = noted is not None and told[-1].made_on < noted and outcome.day is not None
        is_amid = is_former and noted is not None and (outcome.day or noted) >= noted
        return replace(
            outcome,
            is_amid=is_amid or None,
            days=_days(each for each in told if self._is_before(each)),
            number=next((place for each in told if (place := self._number(each))), None),
            later_days=_days(
                each for each in told if not (self._is_before(each) or self._number(each))
            ),
            is_before=(not since or (is_former and not is_amid)) or None,
            given_up=tuple(self._given_up(told[:-1], day)),
        )

    def _given_up(self, rows: Sequence[Promised], day: date) -> Iterator[GivenUpFacts]:
        """Yield those that were given up by a day, of which no row of this page tells it."""
        ended = [(row, row.stood(day)) for row in rows if row.record.uid not in self.listed]
        dropped = [
            (row, state)
            for row, state in ended
            if state.code in GIVEN_UP and self._number(row) is None
        ]
        for number, (row, state) in enumerate(dropped, start=1):
            is_entered = state.noted_on is not None and not state.is_typed
            on = state.noted_on
            yield GivenUpFacts(number, row.made_on, state.code, on, is_entered or None)

    def _kept(self, row: Promised, day: date) -> RenewedFacts | None:
        """Return that the same, promised before one, was kept after that one was made."""
        for each in self._family(row):
            state = each.stood(day)
            is_earlier = each.made_on < row.made_on and state.is_typed
            if is_earlier and _is_kept(each, day) and state.since > row.made_on:
                return RenewedFacts(code=state.code, on=state.since, kept_from=each.made_on)
        return None

    def _likely(self, row: Promised) -> list[Promised]:
        """Return those made after one that may promise the same, each alone in its meeting."""
        found = [each for each in self.alike if each.made_on > row.made_on and _may_be(each, row)]
        known = [*chain.from_iterable(self.families), *self.alike]
        beside = [each for each in known if _are_of_one(each, row)]
        return [
            each
            for each in found
            if sum(_are_of_one(each, other) for other in found) == 1
            and not any(_may_be(each, other) for other in beside if other.record != row.record)
        ]

    def _compared(self, row: Promised, rows: Sequence[Promised], day: date) -> RenewedFacts | None:
        """Return the last that may promise the same as one that was not kept, as it stood."""
        if not rows or _is_kept(row, day):
            return None
        last = max(rows, key=lambda each: each.made_on)
        number = self._number(last)
        made = () if number else (last.made_on,)
        is_before = self._is_before(last)
        return replace(
            _outcome(last, day),
            days=made if is_before else (),
            number=number,
            later_days=() if is_before else made,
            is_likely=True,
        )

    def _is_by_then(self, row: Promised) -> bool:
        return self._is_of_meeting(row) or self._is_before(row)

    def _is_of_meeting(self, row: Promised) -> bool:
        return row.record.meeting is self.meeting and row.made_on <= self.meeting.held_on

    def _is_before(self, row: Promised) -> bool:
        """Return whether it was made before the meeting, as far as their hours are known."""
        theirs = row.record.meeting
        if theirs is self.meeting or (theirs is not None and is_after(theirs, self.meeting)):
            return False
        return row.is_before(self.meeting)

    def _number(self, row: Promised) -> int | None:
        """Return its number among those of the meeting; None for any other."""
        if not self._is_of_meeting(row):
            return None
        return next(place for place, each in enumerate(self.own, 1) if each is row.record)


def find_renewals(
    session: Session,
    meeting: Meeting,
    own: Sequence[Commitment],
    earlier: Sequence[Promised],
    until: date,
) -> Renewals:
    """Read what was promised again until a day: of those of a meeting, and of earlier ones.

    It is sought among what was promised with the same partners, and with those of what is found.
    """
    found = {row.record.uid: row for row in (*earlier, *map(_bare, own))}
    pool: dict[UUID, Promised] = {}
    asked: set[UUID] = set()
    more = found
    while more:
        partners = {uid for row in more.values() for uid in row.partners} - asked
        asked |= partners
        pool |= {row.record.uid: row for row in _promised_with(session, partners, until)}
        more = {
            uid: row
            for uid, row in pool.items()
            if uid not in found and any(are_same(each, row) for each in found.values())
        }
        found = found | more
    alike = [
        row
        for row in (pool | found).values()
        if any(_may_be(each, row) or _may_be(row, each) for each in found.values())
    ]
    journal = list_values(session, [row.record for row in (*found.values(), *alike)])

    def read(row: Promised) -> Promised:
        return Promised(Values.told(row.record, journal), None)

    families = _families([read(row) for row in found.values()])
    listed = frozenset(row.record.uid for row in earlier)
    return Renewals(meeting, own, families, [read(row) for row in alike], listed)


def _families(rows: list[Promised]) -> list[list[Promised]]:
    """Part promises by what they promise.

    One in two languages ties those that are in either.
    """
    families: list[list[Promised]] = []
    for row in rows:
        same = [family for family in families if any(are_same(each, row) for each in family)]
        families = [family for family in families if family not in same]
        families.append([*chain.from_iterable(same), row])
    return families


def _promised_with(session: Session, partners: set[UUID], until: date) -> Iterator[Promised]:
    """Yield what was promised with partners until a day, at meetings and on their remarks."""
    meetings = list_meetings_with(session, partners, until=until)
    remarks = list_promised_remarks(session, partners, before=until + timedelta(days=1))
    of_meetings = chain.from_iterable(each.commitments for each in meetings)
    of_remarks = chain.from_iterable(each.commitments for each in remarks)
    rows = (_bare(row) for row in (*of_meetings, *of_remarks) if not row.is_deleted)
    yield from (row for row in rows if row.made_on <= until)


def _bare(row: Commitment) -> Promised:
    """Return a promise without its journal."""
    return Promised(Values(row, ()), None)


def are_same(one: Promised, other: Promised) -> bool:
    """Return whether two promises to one of the same partners are the same."""
    return one.is_same_as(other) and (
        bool(one.partners & other.partners) or _follows(one, other) or _follows(other, one)
    )


def _may_be(one: Promised, other: Promised) -> bool:
    """Return whether one may promise the same partners the same, in the other language alone.

    Nobody knows whether it does: it is only to be asked, and told to be compared.
    """
    mine, theirs = one.record, other.record
    topics = {row.point.topic for row in (mine, theirs) if row.point}
    return (
        (mine.owner, mine.partner_id) == (theirs.owner, theirs.partner_id)
        and len({mine.authority, theirs.authority} - {None}) < 2
        and len(topics) < 2
        and bool(one.partners & other.partners)
        and may_say_the_same((mine.text, mine.translation), (theirs.text, theirs.translation))
    )


def _are_of_one(one: Promised, other: Promised) -> bool:
    """Return whether two promises are of one meeting, or of one remark."""
    mine, theirs = one.record, other.record
    return mine.meeting is theirs.meeting and (bool(mine.meeting) or mine.point is theirs.point)


def _follows(later: Promised, earlier: Promised) -> bool:
    """Return whether the meeting of a promise was entered as following that of another one."""
    met = later.record.meeting
    return met is not None and met.follows is not None and met.follows is earlier.record.meeting


def _until_kept(rows: Sequence[Promised], day: date) -> list[Promised]:
    """Return promises of the same, oldest first, until one that was kept by a day."""
    found: list[Promised] = []
    for row in sorted(rows, key=lambda each: (each.made_on, not _is_kept(each, day))):
        found.append(row)
        if _is_kept(row, day):
            break
    return found


def _is_kept(row: Promised, day: date) -> bool:
    return row.stood(day).code == CommitmentStatus.DONE


def _days(rows: Iterator[Promised]) -> tuple[date, ...]:
    return tuple(sorted({row.made_on for row in rows}))


def _outcome(row: Promised, day: date) -> RenewedFacts:
    """Return what came of a promise by a day, if anything did."""
    state: Status = row.stood(day)
    if state.code == CommitmentStatus.OPEN:
        return RenewedFacts()
    if state.code in _UNBEGUN:
        return RenewedFacts(code=state.code, on=row.due_on(day))
    is_entered = state.noted_on is not None and not state.is_typed
    outcome = RenewedFacts(code=state.code, on=state.noted_on, is_entered=is_entered or None)
    if state.code in BEGUN and (due := row.due_on(day)) and due < day:
        return replace(outcome, lapsed_on=due)
    return replace(outcome, why=row.why(day)) if state.code in GIVEN_UP else outcome
