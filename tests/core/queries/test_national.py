"""The figures of a consolidated store, against records written one by one."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from sqlalchemy import event

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Station
from outreach_app.queries.awareness import AwarenessFilter, count_kinds
from outreach_app.queries.national import NationalFigures, national_figures
from outreach_app.queries.national_counts import Tally
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.kinds import PointKind
from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period
from outreach_app.rules.territory import region_of_city
from outreach_app.samples.offices import invent_office
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.points import PointDraft
from tests import makers
from tests.plans import expect_the_country, explained
from tests.servers import ON_A_FILE

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
END, BEFORE = date(2026, 10, 31), date(2026, 9, 30)
TODAY = date(2026, 11, 12)


@pytest.fixture
def precincts(database: Database) -> list[UUID]:
    """Casablanca, Rabat, Salé."""
    return makers.consolidate(database, *(invent_office(place) for place in (0, 1, 9)))


def figures(database: Database, reports: dict[UUID, date], as_of: date = TODAY) -> NationalFigures:
    with database.read() as session:
        return national_figures(session, OCTOBER, reports, as_of)


@pytest.mark.both_engines
def test_regions_add_up_what_their_offices_did(database: Database, precincts: list[UUID]) -> None:
    for office, headcount in zip(precincts, (14, 20, 30), strict=True):
        makers.write_meeting_of(database, office, headcount=headcount, women=6)
    counted = figures(database, dict.fromkeys(precincts, END))
    rabat = counted.regions["REGION_10"]
    assert rabat == Tally(
        offices=2,
        reported=2,
        sessions=2,
        participants=50,
        women=12,
        points=4,
        commitments=2,
        late=2,
    )
    assert counted.regions["REGION_02"].participants == 14
    assert counted.total == Tally.total([rabat, counted.regions["REGION_02"]])
    sale = Bilingual("الأمن الإقليمي بسلا", "Sûreté provinciale de Salé")
    assert counted.commands[sale].participants == 30


def test_sessions_that_nobody_counted_are_known(database: Database, precincts: list[UUID]) -> None:
    for women, headcount in ((None, 14), (6, 20), (None, None)):
        makers.write_meeting_of(database, precincts[0], headcount=headcount, women=women)
    total = figures(database, dict.fromkeys(precincts, END)).total
    assert (total.participants, total.people_blank) == (34, 1)
    assert (total.women, total.women_blank) == (6, 2)


def test_an_office_without_a_report_is_awaited_and_not_counted(
    database: Database, precincts: list[UUID]
) -> None:
    for office in precincts:
        makers.write_meeting_of(database, office)
    casablanca, rabat, _sale = precincts
    counted = figures(database, {casablanca: END, rabat: date(2026, 7, 31)})
    assert counted.total.sessions == 1
    assert (counted.total.offices, counted.total.reported) == (3, 1)
    assert [(office.name.fr, office.missing) for office in counted.late] == [
        ("Annour", None),
        ("Assalam", 3),
    ]
    # A month that is not over is not yet missing.
    with database.read() as session:
        until = dict.fromkeys(precincts, date(2026, 7, 31))
        early = national_figures(session, OCTOBER, until, date(2026, 10, 20))
    assert [office.missing for office in early.late] == [2, 2, 2]


def test_movement_compares_the_same_offices(database: Database, precincts: list[UUID]) -> None:
    """An office whose report is awaited counts in neither, or all figures would fall."""
    points = (PointDraft("concern", "tp.6.1", "ظلام", "ar"),)
    for office in precincts:
        partner = makers.write_partner_of(database, office)
        for held_on in (date(2026, 9, 10), date(2026, 10, 10)):
            makers.write_meeting_of(
                database,
                office,
                held_on=held_on,
                points=points,
                commitments=(),
                referrals=(),
                attendances=((partner, True),),
            )
    counted = figures(database, {precincts[0]: END, precincts[1]: BEFORE})
    assert (counted.total.sessions, counted.before.sessions) == (1, 1)
    assert [(row.now, row.before) for row in counted.topics] == [(1, 1)]
    assert [(row.met, row.met_before) for row in counted.categories] == [(1, 1)]
    assert [(row.now, row.before) for row in counted.channels] == [(1, 1)]


def test_where_nobody_reported_nothing_is_compared(
    database: Database, precincts: list[UUID]
) -> None:
    partner = makers.write_partner_of(database, precincts[0])
    makers.write_meeting_of(
        database, precincts[0], held_on=date(2026, 9, 10), attendances=((partner, True),)
    )
    counted = figures(database, dict.fromkeys(precincts, BEFORE))
    assert (counted.topics, counted.categories, counted.channels) == ((), (), ())


def test_only_held_meetings_of_the_period_count(database: Database, precincts: list[UUID]) -> None:
    office = precincts[0]
    makers.write_meeting_of(database, office, held_on=date(2026, 10, 1))
    makers.write_meeting_of(database, office, held_on=date(2026, 10, 31))
    makers.write_meeting_of(database, office, held_on=date(2026, 9, 30))
    makers.write_meeting_of(database, office, held_on=date(2026, 11, 1))
    makers.write_meeting_of(database, office, status="cancelled", status_reason="مطر")
    counted = figures(database, {office: END})
    assert (counted.total.sessions, counted.before.sessions) == (2, 1)


def test_points_and_commitments(database: Database, precincts: list[UUID]) -> None:
    points = (
        PointDraft("concern", "tp.6.1", "ظلام", "ar"),
        PointDraft("rumour", "tp.7.1", "إشاعة", "ar"),
        PointDraft("thanks", "tp.6.1", "شكرا", "ar"),
    )
    promises = [
        CommitmentDraft("وعد", "ar", "office", due_on=due_on, status=status)
        for due_on, status in (
            (END, "cst.done"),
            (END, "cst.open"),
            (date(2026, 11, 1), "cst.in_progress"),
            (None, "cst.open"),
            (END, "cst.referred"),
        )
    ]
    office = precincts[0]
    makers.write_meeting_of(
        database, office, points=points, commitments=tuple(promises), referrals=()
    )
    counted = figures(database, {office: END})
    total = counted.total
    assert (total.points, total.unanswered, total.rumours) == (3, 1, 1)
    assert (total.commitments, total.kept, total.running, total.late) == (5, 1, 1, 2)


def test_concerns_are_neither_thanks_nor_questions_nor_rumours(
    database: Database, precincts: list[UUID]
) -> None:
    points = tuple(PointDraft(kind, "tp.6.1", "نص", "ar") for kind in PointKind)
    makers.write_meeting_of(database, precincts[0], points=points, commitments=(), referrals=())
    (lighting,) = figures(database, {precincts[0]: END}).topics
    assert (lighting.now, lighting.before, lighting.regions) == (3, 0, {"REGION_02": 3})


def test_actions_of_the_period_before_are_counted(
    database: Database, precincts: list[UUID]
) -> None:
    for day, kind in ((BEFORE, "mt.openday"), (BEFORE, "mt.periodic"), (END, "mt.openday")):
        makers.write_meeting_of(database, precincts[0], kind=kind, held_on=day)
    assert figures(database, {precincts[0]: END}).actions_before == 1


def test_what_is_kept_and_what_is_late_are_told_of_one_day(
    database: Database, precincts: list[UUID]
) -> None:
    promise = CommitmentDraft("وعد", "ar", "office", due_on=END, status="cst.open")
    makers.write_meeting_of(database, precincts[0], commitments=(promise,), referrals=())
    for as_of, running, late in ((END, 1, 0), (date(2026, 11, 1), 0, 1)):
        total = figures(database, {precincts[0]: END}, as_of).total
        assert (total.running, total.late) == (running, late)


def test_a_partner_met_twice_is_one_partner_met(database: Database, precincts: list[UUID]) -> None:
    office = precincts[0]
    met = makers.write_partner_of(database, office)
    invited = makers.write_partner_of(database, office, name_fr="Association Assalam")
    doctor = makers.write_partner_of(database, office, category="pt.liberal", type="pr.doctor")
    present = ((met, True), (invited, False), (doctor, True))
    makers.write_meeting_of(database, office, attendances=present)
    makers.write_meeting_of(database, office, attendances=present, channel="ch.phone")
    counted = figures(database, {office: END})
    assert counted.total.associations == 1
    categories = {row.category: (row.known, row.met) for row in counted.categories}
    assert categories == {"pt.association": (2, 1), "pt.liberal": (1, 1)}
    channels = {row.channel: (row.now, row.before) for row in counted.channels}
    assert channels == {"ch.inperson": (1, 0), "ch.phone": (1, 0)}


def test_an_office_of_no_known_city_is_counted_apart(database: Database) -> None:
    stray = replace(invent_office(0), city_ar="مدينة", city_fr="Ville", letterhead_ar="س")
    (office,) = makers.consolidate(database, stray)
    counted = figures(database, {office: END})
    assert counted.regions == {None: Tally(offices=1, reported=1)}


def test_an_enrolled_precinct_of_which_nothing_came_is_awaited(
    database: Database, precincts: list[UUID]
) -> None:
    key, since = bytes(range(32)), datetime(2026, 10, 20, 9, tzinfo=UTC)
    with database.write(Actor.PROGRAM) as session:
        session.add(
            Station(
                device=UUID(int=1), office=UUID(int=2), role="precinct",
                name_ar="الزيتون", name_fr="Zitoune", city_ar="فاس", city_fr="Fès", number="5",
                key_id=key[:8], signing_key=key, recipient="age1", status="enrolled",
                enrolled_at=since,
            )
        )  # fmt: skip
    counted = figures(database, dict.fromkeys(precincts, END))
    assert (counted.total.offices, counted.total.reported) == (4, 3)
    assert (
        counted.regions[region_of_city("فاس", "Fès")].offices,
        counted.late[0].covered_until,
    ) == (1, None)
    with database.read() as session:  # before it was enrolled, it was not awaited
        early = national_figures(session, Period(date(2026, 9, 1), BEFORE), {}, BEFORE)
    assert early.total.offices == 3


@ON_A_FILE
def test_the_store_reads_only_the_period_in_a_few_questions(
    database: Database, precincts: list[UUID]
) -> None:
    """With any number of meetings: the store counts, without scanning older years."""
    for office in precincts:
        for _meeting in range(3):
            makers.write_meeting_of(database, office)
    asked: list[tuple[str, tuple[str | int, ...]]] = []
    event.listen(
        database.engine, "before_cursor_execute", lambda *call: asked.append((call[2], call[3]))
    )
    figures(database, dict.fromkeys(precincts, END))
    counted = [question for question in asked if "FROM" in question[0]]
    assert len(counted) == 24
    assert sum("FROM month_totals" in question for question, _values in counted) == 4
    with database.engine.connect() as connection:
        for statement, values in counted:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            steps = [step for *_, step in plan]
            assert not [step for step in steps if step.startswith("SCAN meetings")]
            if "FROM month_totals" in statement:
                assert steps == ["SEARCH month_totals USING PRIMARY KEY (month=?)"]
            of_points = [step for step in steps if step.startswith("SEARCH points")]
            of_period = ("ix_points_meeting (meeting_id=?", "PRIMARY KEY (rowid=?)")
            assert all(any(way in step for way in of_period) for step in of_points), of_points


@pytest.mark.both_engines
def test_a_month_of_many_precincts_is_read_in_the_order_of_days(database: Database) -> None:
    makers.write_meeting(database)
    expect_the_country(database)
    offices = frozenset(map(OfficeId, range(2, 60)))

    def ask() -> None:
        with database.read() as session:
            count_kinds(session, AwarenessFilter(begun_in=OCTOBER, offices=offices))

    plan = explained(database, ask)
    assert "ix_meetings_awareness" in plan
    assert "ix_meetings_office_held_on" not in plan


@pytest.mark.both_engines
def test_each_office_is_recorded_from_its_first_meeting(
    database: Database, precincts: list[UUID]
) -> None:
    for office, days in zip(precincts[:2], ((3, 20), (9, 12)), strict=True):
        for day in days:
            makers.write_meeting_of(database, office, held_on=date(2026, 10, day))

    counted = figures(database, dict.fromkeys(precincts, END))
    assert counted.recorded_from == (date(2026, 10, 3), date(2026, 10, 9))
