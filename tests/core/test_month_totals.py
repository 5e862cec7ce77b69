"""Totals always equal an independent count of the records, read one by one without queries.

Imports are covered by `exchange/test_convergence.py`, which checks the same.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from uuid import UUID

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from outreach_app import month_totals
from outreach_app.actors import Actor
from outreach_app.database import Database, StoreSession
from outreach_app.integrity import check_store, renew_derived
from outreach_app.models import Meeting, MonthTotal, Partner
from outreach_app.queries.month_totals import Total, read_totals
from outreach_app.queries.records import get_record
from outreach_app.queries.trees import tree_of
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.services.commitments import CommitmentDraft, change_status
from outreach_app.services.meetings import delete_meeting, restore_meeting
from outreach_app.services.points import PointDraft, close_point
from outreach_app.services.purging import purge_tree
from outreach_app.services.reviews import accept_meeting
from outreach_app.services.undo import changes_so_far, undo
from outreach_app.survivors import survivor
from tests import makers
from tests.plans import planned
from tests.servers import ON_A_FILE

FIRST, LATER = date(2025, 9, 1), date(2025, 12, 15)
MONTH = Period(date(2025, 10, 1), date(2025, 10, 31))
QUARTER = Period(date(2025, 9, 1), date(2025, 11, 30))
DAYS = Period(date(2025, 10, 5), date(2025, 11, 20))
YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))
WHOLE = Period(date(2025, 10, 1), date(2025, 12, 31))  # a quarter of the year
LONG = Period(date(2025, 9, 10), date(2025, 12, 5))  # whole months between some days
OF_ONE = Period(date(2026, 10, 1), date(2026, 10, 31))  # of `makers.write_meeting`
Key = tuple[str, int, str]  # total, office, code


def recount(session: Session, period: Period) -> Counter[Key]:
    """Count the records of the meetings held in a period, one after the other."""
    found = Counter[Key]()
    met: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
    for meeting in session.scalars(select(Meeting)):
        is_in = period.first <= meeting.held_on <= period.last
        if meeting.status != "held" or meeting.is_deleted or not is_in:
            continue
        office = meeting.office_id
        found["held", office, meeting.channel] += 1
        found["to_review", office, ""] += meeting.review == "received"
        for total, number in (("people", meeting.headcount), ("women", meeting.women)):
            found[total, office, ""] += number or 0
            found[f"{total}_blank", office, ""] += number is None
        for row in meeting.attendances:
            partner = survivor(row.partner)
            if row.is_present and not row.is_deleted and not partner.is_deleted:
                met[office, partner.category].add(partner.id)
        for total, code in _of(meeting):
            found[total, office, code] += 1
    found.update({("met", office, code): len(ids) for (office, code), ids in met.items()})
    return +found


def _of(meeting: Meeting) -> Iterator[tuple[str, str]]:
    for point in meeting.points:
        if not point.is_deleted:
            yield "points", ""
            if point.state == "received":
                yield "unanswered", point.kind
            if point.kind == "rumour":
                yield "rumours", ""
                if point.rumour_id is None:
                    yield "told", meeting.held_on.isoformat()
            if point.kind in ("concern", "request", "suggestion"):
                yield "concerns", point.topic
    for promise in (each for each in meeting.commitments if not each.is_deleted):
        yield "promises", promise.status
        if promise.status in ("cst.open", "cst.in_progress", "cst.partly"):
            yield "open", promise.due_on.isoformat() if promise.due_on else ""


def read(session: Session, period: Period) -> Counter[Key]:
    """Return the data of the figures."""
    totals = read_totals(session, period, *Total)
    offices = set(session.scalars(select(Meeting.office_id)))
    return Counter(
        {
            (total.value, office, code): number
            for total in Total
            for office in offices
            for code, number in totals.by_code(total, office).items()
        }
    )


class Hands:
    """Random use cases on a store."""

    def __init__(self, database: Database, offices: list[UUID], chance: Random) -> None:
        self.database = database
        self.offices = offices
        self.chance = chance
        self.partners = [
            makers.write_partner_of(database, office, category=category, name_fr=f"Corps {place}")
            for office in offices
            for place, category in enumerate(("pt.association", "pt.association", "pt.institution"))
        ]

    def do(self) -> str:
        """Do one random action; return its name, for the message of a failing test."""
        work = self.chance.choice(
            (self.log, self.log, self.move, self.call_off, self.delete_or_restore, self.purge,
             self.review, self.merge, self.reclassify, self.close, self.keep, self.undo_one,
             self.drop_partner)
        )  # fmt: skip
        work()
        return work.__name__

    def log(self) -> None:
        office = self.chance.randrange(len(self.offices))
        partners = self.partners[office * 3 : office * 3 + 3]
        on, kinds = self.day(), self.chance.choices(("concern", "request", "rumour", "thanks"), k=3)
        makers.write_meeting_of(
            self.database,
            self.offices[office],
            held_on=on,
            channel=self.chance.choice(("ch.inperson", "ch.phone")),
            headcount=self.chance.choice((None, 12)),
            women=None,
            attendances=tuple((each, self.chance.random() < 0.7) for each in partners),
            points=tuple(PointDraft(kind, "tp.6.1", "الزقاق مظلم", "ar") for kind in kinds),
            commitments=(CommitmentDraft("دورية", "ar", "office", due_on=max(on, self.day())),),
            referrals=(),
        )

    def day(self) -> date:
        return FIRST + timedelta(days=self.chance.randrange(91))

    def _write(self, change: Callable[[StoreSession, Meeting], object]) -> None:
        with self.database.write(Actor.PROGRAM) as session:
            meetings = session.scalars(select(Meeting).order_by(Meeting.id)).all()
            if meetings:
                change(session, self.chance.choice(meetings))

    def move(self) -> None:
        self._write(lambda _session, meeting: setattr(meeting, "held_on", self.day()))

    def call_off(self) -> None:
        status = self.chance.choice(("held", "cancelled"))
        self._write(lambda _session, meeting: setattr(meeting, "status", status))

    def delete_or_restore(self) -> None:
        def change(session: StoreSession, meeting: Meeting) -> None:
            if meeting.is_deleted:
                restore_meeting(session, meeting.uid)
            else:
                delete_meeting(session, meeting.uid, meeting.version)

        self._write(change)

    def purge(self) -> None:
        self._write(lambda session, meeting: purge_tree(session, tree_of(session, meeting)))

    def review(self) -> None:
        def change(session: StoreSession, meeting: Meeting) -> None:
            if meeting.status == "held" and not meeting.is_deleted:
                accept_meeting(session, meeting.uid, LATER)

        self._write(change)

    def close(self) -> None:
        def change(session: StoreSession, meeting: Meeting) -> None:
            for point in [each for each in meeting.points if not each.is_deleted][:1]:
                close_point(session, point.uid, point.version, LATER)

        self._write(change)

    def keep(self) -> None:
        def change(session: StoreSession, meeting: Meeting) -> None:
            for promise in [each for each in meeting.commitments if not each.is_deleted]:
                status = self.chance.choice((CommitmentStatus.DONE, CommitmentStatus.IN_PROGRESS))
                if promise.status != status:
                    change_status(session, promise.uid, promise.version, status)

        self._write(change)

    def merge(self) -> None:
        """Merge a partner into another, or separate it."""
        with self.database.write(Actor.PROGRAM) as session:
            one, other = (get_record(session, Partner, uid) for uid in self.pair())
            one.merged_into = None if one.merged_into is not None else other

    def reclassify(self) -> None:
        with self.database.write(Actor.PROGRAM) as session:
            partner = get_record(session, Partner, self.pair()[0])
            partner.category = self.chance.choice(("pt.association", "pt.media"))

    def drop_partner(self) -> None:
        with self.database.write(Actor.PROGRAM) as session:
            partner = get_record(session, Partner, self.pair()[0])
            partner.is_deleted = not partner.is_deleted

    def pair(self) -> list[UUID]:
        """Return two partners of one office."""
        office = self.chance.randrange(len(self.offices))
        return self.chance.sample(self.partners[office * 3 : office * 3 + 3], 2)

    def undo_one(self) -> None:
        with self.database.write(Actor.PROGRAM) as session:
            meeting = session.scalars(select(Meeting).order_by(Meeting.id.desc())).first()
            if meeting is None:
                return
            meeting.held_on = self.day()
            meeting.headcount = 7
            changes = changes_so_far(session)
        with self.database.write(Actor.PROGRAM) as session:
            undo(session, changes)


def hands_of(database: Database, seed: int) -> Hands:
    offices = makers.consolidate(database, *(makers.office_draft() for _office in range(2)))
    return Hands(database, offices, Random(seed))  # noqa: S311  a sample, not a secret


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 40))]
)
def test_whatever_is_done_totals_are_what_the_records_add_up_to(
    database: Database, seed: int
) -> None:
    require_same_after(database, seed, 40)


@pytest.mark.both_engines
def test_either_engine_keeps_the_same_totals(database: Database) -> None:
    require_same_after(database, 11, 25)


def require_same_after(database: Database, seed: int, steps: int) -> None:
    hands = hands_of(database, seed)
    done: list[str] = []
    for _step in range(steps):
        done.append(hands.do())
        with database.read() as session:
            assert month_totals.wrong_totals(session.connection()) == [], done
            for period in (MONTH, QUARTER, WHOLE, YEAR, DAYS, LONG):
                assert read(session, period) == recount(session, period), (done, period)


def test_totals_that_are_wrong_are_told_and_counted_anew_by_the_check(database: Database) -> None:
    makers.write_meeting(database)
    with database.write(Actor.PROGRAM) as session:
        session.connection().execute(update(MonthTotal).values(numbers="{}"))
    checks = check_store(database)
    assert [check.name for check in checks if not check.is_sound] == ["totals"]
    (told,) = [check for check in renew_derived(database, checks) if not check.is_sound]
    assert "2026-10" in told.detail
    assert all(check.is_sound for check in check_store(database))


def test_an_older_store_gets_its_totals_when_it_is_opened(database: Database) -> None:
    makers.write_meeting(database)
    with database.write(Actor.PROGRAM) as session:
        session.connection().execute(delete(MonthTotal))
    month_totals.complete(database)
    with database.read() as session:
        assert read(session, OF_ONE) == recount(session, OF_ONE) != Counter()


@ON_A_FILE
@pytest.mark.parametrize("period", [OF_ONE, WHOLE, YEAR], ids=["month", "quarter", "year"])
def test_a_period_is_read_from_totals_alone(database: Database, period: Period) -> None:
    def ask() -> None:
        with database.read() as session:
            read_totals(session, period, *Total)

    ((step,),) = planned(database, ask).values()
    assert step == "SEARCH month_totals USING PRIMARY KEY (month=?)"


@ON_A_FILE
def test_a_month_of_an_office_is_counted_from_its_own_meetings(database: Database) -> None:
    steps = [
        step
        for statement, steps in planned(database, lambda: makers.write_meeting(database)).items()
        for step in steps if "BETWEEN" in statement or "FROM month_totals" in statement
    ]  # fmt: skip
    counts = [step for step in steps if " meetings " in step]
    assert len(counts) == len(Total) + 1  # partners met in a longer span
    assert all("(office_id=? AND held_on>? AND held_on<?)" in step for step in counts), set(counts)
    sums = {step for step in steps if " month_totals " in step}
    assert sums == {"SEARCH month_totals USING PRIMARY KEY (month=? AND office_id=?)"}
