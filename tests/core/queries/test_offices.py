"""Headquarters' registry: who sent, who is late, who has a gap."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database, StoreSession
from outreach_app.events import GENESIS
from outreach_app.models import Bundle, Device, JournalEvent, Station
from outreach_app.queries.offices import (
    MissingRange,
    WeekState,
    last_weeks,
    list_offices,
    list_reports,
)
from tests import makers
from tests.plans import planned
from tests.servers import ON_A_FILE

TODAY = date(2026, 11, 24)  # a Tuesday
WEEKS = last_weeks(TODAY, 4)


@pytest.fixture(autouse=True)
def headquarters(database: Database) -> None:
    makers.consolidate(database)


def _enrol(database: Database, *, on: date = date(2026, 1, 5), name: str = "Annakhil") -> UUID:
    device = uuid4()
    with database.write(Actor.PROGRAM) as session:
        session.add(
            Station(
                device=device,
                office=uuid4(),
                role="precinct",
                name_ar="النخيل",
                name_fr=name,
                city_ar="الدار البيضاء",
                city_fr="Casablanca",
                key_id=device.bytes[:8],
                signing_key=bytes(32),
                recipient="age1…",
                status="enrolled",
                enrolled_at=datetime(on.year, on.month, on.day, 12, tzinfo=UTC),
            )
        )
    return device


def _import(database: Database, device: UUID, written: date, first: int, last: int) -> None:
    """Write what an import leaves: events, the contiguous prefix, the bundle's row."""
    with database.write(Actor.PROGRAM) as session:
        log = _log(session, device)
        for seq in range(first, last + 1):
            session.add(_event(device, seq))
        log.upto = last if log.upto == first - 1 else log.upto
        moment = datetime(written.year, written.month, written.day, 9, tzinfo=UTC)
        session.add(
            Bundle(
                uid=uuid4(),
                direction="in",
                device=device,
                first=first,
                last=last,
                count=last - first + 1,
                new=last - first + 1,
                file_name="x.outreach",
                created_at=moment,
                moved_at=moment,
                status="imported",
            )
        )


def _log(session: StoreSession, device: UUID) -> Device:
    log = session.get(Device, device)
    if log is None:
        log = Device(
            uid=device,
            letter="",
            is_current=False,
            since=datetime(2026, 1, 1, tzinfo=UTC),
            upto=0,
            head=GENESIS,
            highest_t=0,
        )
        session.add(log)
    return log


def _event(device: UUID, seq: int) -> JournalEvent:
    return JournalEvent(
        device=device,
        seq=seq,
        t=seq,
        entity="meeting",
        record=uuid4(),
        operation="set",
        line=None,
        line_hash=bytes(32),
        head=bytes(32),
    )


def _states(database: Database) -> list[WeekState]:
    with database.read() as session:
        (row,) = list_offices(session, WEEKS, TODAY)
        return list(row.weeks)


def test_the_weeks_begin_on_monday_and_end_with_this_one() -> None:
    assert (date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16), date(2026, 11, 23)) == WEEKS


def test_an_office_that_never_sent_is_awaited_this_week_only(database: Database) -> None:
    _enrol(database)
    never = WeekState.NEVER
    assert _states(database) == [never, never, never, WeekState.AWAITED]


def test_weeks_before_the_enrolment_ask_for_nothing(database: Database) -> None:
    _enrol(database, on=date(2026, 11, 17))
    empty = WeekState.NOT_ENROLLED
    assert _states(database) == [empty, empty, WeekState.NEVER, WeekState.AWAITED]


@pytest.mark.parametrize(("day", "state"), [(13, WeekState.SENT), (14, WeekState.LATE)])
def test_a_file_is_due_on_friday(database: Database, day: int, state: WeekState) -> None:
    _import(database, _enrol(database), date(2026, 11, day), 1, 3)
    assert _states(database)[1] is state
    assert _states(database)[2] is WeekState.LATE  # nothing came, from an office that does send


def test_a_week_is_as_good_as_the_best_of_an_office_s_computers(database: Database) -> None:
    first, second = (_enrol(database) for _computer in range(2))
    with database.write(Actor.PROGRAM) as session:
        of_precincts = select(Station).where(Station.role == "precinct")
        stations = session.scalars(of_precincts).all()
        stations[0].office = stations[1].office
    _import(database, first, date(2026, 11, 14), 1, 3)
    _import(database, second, date(2026, 11, 13), 1, 3)
    _import(database, second, date(2026, 12, 1), 4, 6)  # after the weeks that are shown
    states = _states(database)
    assert (states[1], states[3]) == (WeekState.SENT, WeekState.AWAITED)


def test_a_lost_file_shows_as_a_gap_until_it_comes(database: Database) -> None:
    device = _enrol(database)
    _import(database, device, date(2026, 11, 3), 1, 3)
    _import(database, device, date(2026, 11, 17), 6, 8)
    with database.read() as session:
        (row,) = list_offices(session, WEEKS, TODAY)
    assert row.weeks[0] is WeekState.SENT
    assert row.weeks[2] is WeekState.GAP
    assert row.missing == (MissingRange(device, 4, 5),)
    assert row.last_sent == datetime(2026, 11, 17, 9, tzinfo=UTC)


def test_every_gap_of_every_computer_is_listed(database: Database) -> None:
    device, other = _enrol(database), _enrol(database)
    for first, last in ((1, 3), (6, 8), (10, 10), (11, 12)):
        _import(database, device, date(2026, 11, 3), first, last)
    _import(database, other, date(2026, 11, 3), 3, 4)  # its first file did not come
    with database.read() as session:
        rows = list_offices(session, WEEKS, TODAY)
    assert {row.missing for row in rows} == {
        (MissingRange(device, 4, 5), MissingRange(device, 9, 9)),
        (MissingRange(other, 1, 2),),
    }


def test_offices_are_listed_by_name_within_their_territory(database: Database) -> None:
    _enrol(database, name="Oued")
    _enrol(database, name="Annakhil")
    with database.read() as session:
        rows = list_offices(session, WEEKS, TODAY)
    assert [row.name.fr for row in rows] == ["Annakhil", "Oued"]
    assert {row.region for row in rows} == {"REGION_02"}  # Casablanca-Settat


def test_what_was_sent_long_ago_still_tells_late_from_never(database: Database) -> None:
    device = _enrol(database)
    _import(database, device, date(2026, 3, 3), 1, 3)
    with database.read() as session:
        (row,) = list_offices(session, WEEKS, TODAY)
    assert row.weeks == (WeekState.LATE,) * 3 + (WeekState.AWAITED,)
    assert row.last_sent == datetime(2026, 3, 3, 9, tzinfo=UTC)


def test_a_report_covers_up_to_the_last_file_before_a_gap(database: Database) -> None:
    device, other = _enrol(database), _enrol(database)
    with database.write(Actor.PROGRAM) as session:
        office = session.get_one(Station, device).office
        session.get_one(Station, other).office = office
    _import(database, device, date(2026, 10, 1), 1, 3)
    _import(database, device, date(2026, 11, 17), 6, 8)  # what is between lacks
    _import(database, other, date(2026, 10, 8), 1, 3)
    with database.read() as session:
        assert list_reports(session) == {office: date(2026, 10, 8)}


@ON_A_FILE
def test_years_of_files_are_not_walked_for_the_last_ones(database: Database) -> None:
    def ask() -> None:
        with database.read() as session:
            list_offices(session, WEEKS, TODAY)
            list_reports(session)

    plans = planned(database, ask)
    steps = [step for each in plans.values() for step in each if "bundles" in step]
    sought = "SEARCH bundles USING COVERING INDEX ix_bundles_received (device=? AND direction=?"
    assert len(steps) >= 3
    assert [step for step in steps if not step.startswith(sought)] == []
