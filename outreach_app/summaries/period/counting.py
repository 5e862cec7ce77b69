"""Counts of a period and of the one before, as its figures and breakdowns show them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.models import Commitment, Meeting, Referral
from outreach_app.models.sources import Raised, day_of, made_day, sent_day
from outreach_app.queries.awareness import AwarenessFilter, Reached, count_kinds
from outreach_app.queries.communication import RumoursTold, count_rumours_told, own_alone
from outreach_app.queries.followed_later import list_waiting
from outreach_app.queries.handovers import find_first_entry
from outreach_app.queries.histories import list_values
from outreach_app.queries.month_totals import Total, read_totals
from outreach_app.queries.period_reports import (
    PointCount,
    count_points,
    count_present,
    list_changed_since,
    list_commitments_until,
    list_held,
    list_referrals_until,
)
from outreach_app.queries.publications import count_publications, find_first_published
from outreach_app.queries.readings import Engagement, get_engagement
from outreach_app.queries.remark_figures import RemarksTold, count_remarks_told
from outreach_app.rules.kinds import MeetingKind, PointKind
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import OPEN_COMMITMENTS, CommitmentStatus, commitment_status
from outreach_app.summaries.session.history import Values, status_on

KeyT = TypeVar("KeyT", int, str)


@dataclass(frozen=True, slots=True)
class Noted:
    """The sum of a number over meetings, and how many of them recorded it.

    The sum is None if none did.
    """

    total: int | None
    known: int
    of_all: int

    @classmethod
    def of(cls, numbers: Iterable[int | None]) -> "Noted":
        """Add up what was noted."""
        every = list(numbers)
        known = [number for number in every if number is not None]
        return cls(sum(known) if known else None, len(known), len(every))

    @property
    def is_partial(self) -> bool:
        """Whether some noted it and others did not."""
        return 0 < self.known < self.of_all


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment with its state and its due day as they were on a day.

    `code` is the status recorded by then, of which the state tells nothing where it is late.
    """

    record: Commitment
    code: str
    state: str
    due_on: date | None

    @property
    def begun(self) -> str | None:
        """The status of a late one that was begun."""
        is_late = self.state == CommitmentStatus.OVERDUE
        return self.code if is_late and self.code != CommitmentStatus.OPEN else None

    @property
    def is_unmet(self) -> bool:
        """Whether somebody still has to do something."""
        return self.state in (*OPEN_COMMITMENTS, CommitmentStatus.OVERDUE)

    @property
    def is_given_up(self) -> bool:
        """Return whether it ended without being kept: nobody here will keep it any more."""
        ended = (CommitmentStatus.DROPPED, CommitmentStatus.BLOCKED, CommitmentStatus.REFERRED)
        return self.state in ended


@dataclass(frozen=True, slots=True)
class Counted:
    """A period: its meetings, points, promises and communication, as of its last day.

    `earlier` are promises made before it that were open on its first day; `sent` holds the
    referrals of it, and those made before it without an answer then. It `has_unnamed` partners if
    some came to a meeting that were not recorded by name: `present` are the others. Points are
    `without_outcome` where nothing came of them either when they were raised again.
    """

    period: Period
    meetings: Sequence[Meeting]
    points: list[PointCount]
    without_outcome: int
    promises: list[Promise]
    earlier: list[Promise]
    sent: Sequence[Referral]
    present: dict[str, tuple[int, int]]
    has_unnamed: bool
    told: RumoursTold
    published: dict[str, int]
    published_since: date | None
    remarks: RemarksTold
    awareness: Reached
    talks: Reached
    actions: dict[str, int]
    read: Engagement

    @property
    def topics(self) -> Counter[str]:
        """How often each topic was raised; thanks raise none."""
        return _sum((row.topic, row.number) for row in self.raised)

    @property
    def raised(self) -> list[PointCount]:
        """The points but for thanks."""
        return [row for row in self.points if row.kind != PointKind.THANKS]

    @property
    def thanked_at(self) -> set[int]:
        """The meetings where thanks were said, by local id."""
        return {row.meeting for row in self.points if row.kind == PointKind.THANKS}

    @property
    def point_kinds(self) -> Counter[str]:
        """How many points of each kind were raised."""
        return _sum((row.kind, row.number) for row in self.points)

    @property
    def own_referrals(self) -> list[Referral]:
        """The referrals of the period itself."""
        return [row for row in self.sent if sent_day(row) >= self.period.first]

    @property
    def are_acts_apart(self) -> bool:
        """Whether one of the acts follows an earlier meeting, or a remark."""
        acts: list[Raised] = [*(row.record for row in self.promises), *self.own_referrals]
        return any(act.meeting is None or act.meeting.held_on < self.period.first for act in acts)

    @property
    def people(self) -> Noted:
        """How many people came."""
        return Noted.of(meeting.attended for meeting in self.meetings)

    @property
    def women(self) -> Noted:
        """How many women came."""
        return Noted.of(meeting.women for meeting in self.meetings)

    @property
    def women_among(self) -> int | None:
        """How many came to the meetings that counted the women; None where one did not note it."""
        came = [meeting.attended for meeting in self.meetings if meeting.women is not None]
        return sum(filter(None, came)) if came and None not in came else None

    @property
    def partial(self) -> set[str]:
        """The codes of figures that only some of the meetings noted."""
        noted = {"participants": self.people, "women": self.women}
        found = {code for code, sum_ in noted.items() if sum_.is_partial}
        return found | {"partners"} if self.has_unnamed and self.present else found

    @property
    def _partners(self) -> int | None:
        """Return the number of partners recorded by name that came; None if others came alone."""
        named = sum(partners for partners, _held in self.present.values())
        return None if self.has_unnamed and not named else named

    def figures(self) -> dict[str, int | None]:
        """Return the figures by their codes, in their order."""
        return {
            "meetings": len(self.meetings),
            "participants": self.people.total if self.meetings else 0,
            "women": self.women.total if self.meetings else 0,
            "partners": self._partners,
            "points": sum(row.number for row in self.points),
            "without_outcome": self.without_outcome,
            "commitments": len(self.promises),
            "overdue": sum(row.state == CommitmentStatus.OVERDUE for row in self.promises),
            "referrals": len(self.own_referrals),
            "rumours": self.told.heard,
        }

    def points_of(self) -> Counter[int]:
        """Return how many points each meeting has, by its local id."""
        return _sum((row.meeting, row.number) for row in self.points)

    def promises_of(self) -> Counter[int]:
        """Return how many commitments each meeting has, by its local id."""
        meetings = (row.record.meeting_id for row in self.promises)
        return Counter(meeting for meeting in meetings if meeting is not None)

    def meetings_by_topic(self) -> dict[str, int]:
        """Return at how many meetings each topic was raised."""
        raised: dict[str, set[int]] = defaultdict(set)
        for row in self.raised:
            raised[row.topic].add(row.meeting)
        return {topic: len(meetings) for topic, meetings in raised.items()}


def count(session: Session, period: Period, as_of: date) -> Counted:
    """Count a period; states are those of a day."""
    promises, earlier = _promises(session, period, as_of)
    sent = [row for row in list_referrals_until(session, period) if sent_day(row) <= as_of]
    own = own_alone(session)
    actions = count_kinds(session, AwarenessFilter(begun_in=period, offices=own))
    return Counted(
        period=period,
        meetings=list_held(session, period),
        points=count_points(session, period),
        without_outcome=len(list_waiting(session, period, as_of)),
        promises=promises,
        earlier=earlier,
        sent=sent,
        present=count_present(session, period),
        has_unnamed=bool(read_totals(session, period, Total.UNNAMED).offices(Total.UNNAMED)),
        told=count_rumours_told(session, period, as_of, own),
        published=count_publications(session, period, own),
        published_since=find_first_published(session, period, own),
        remarks=count_remarks_told(session, period, as_of, own),
        awareness=Reached.total(actions.values()),
        actions={kind: reached.actions for kind, reached in actions.items()},
        talks=actions.get(MeetingKind.SCHOOL, Reached()),
        read=get_engagement(session, period, as_of, own),
    )


def find_begun_on(session: Session, period: Period, as_of: date) -> date | None:
    """Return the first day of the register, if it is a week or more after that of the period."""
    day = find_first_entry(session)
    is_later = day is not None and period.first + timedelta(days=7) <= day <= as_of
    return day if is_later else None


def _promises(session: Session, period: Period, as_of: date) -> tuple[list[Promise], list[Promise]]:
    """Return the promises made in a period, and those open on its first day, as of a day."""
    changed = list_changed_since(session, as_of)
    known = list_commitments_until(session, period)
    rows = [row for row in known if made_day(row) <= as_of]
    # The journal is read only where what a promise holds now may not be what it held then.
    doubtful = [
        row for row in rows if made_day(row) < period.first or _is_later(row, changed, as_of)
    ]
    journal = list_values(session, doubtful)
    made, earlier = [], []
    for row in rows:
        is_old = made_day(row) < period.first
        values = Values.told(row, journal) if row.uid in journal else None
        state, due_on = row.status, row.due_on
        if values is not None:
            state = status_on(values, day_of(row), as_of).code
            due_on = values.until(as_of).day("due_on")
        promise = Promise(row, state, commitment_status(state, due_on, as_of), due_on)
        if not is_old:
            made.append(promise)
        elif values is not None:
            eve = date.fromordinal(period.first.toordinal() - 1)
            if status_on(values, day_of(row), eve).code in OPEN_COMMITMENTS:
                earlier.append(promise)
    return made, earlier


def _is_later(row: Commitment, changed: Collection[UUID], as_of: date) -> bool:
    """Return whether a promise was changed after a day, or its state is of a later one."""
    return row.uid in changed or (row.status_on is not None and row.status_on > as_of)


def _sum(rows: Iterable[tuple[KeyT, int]]) -> Counter[KeyT]:
    """Add up the numbers under each key."""
    found: Counter[KeyT] = Counter()
    for key, number in rows:
        found[key] += number
    return found
