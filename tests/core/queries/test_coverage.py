"""Overall figures: each equals its list; rising and shared concerns."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from outreach_app.database import Database
from outreach_app.queries import concerns
from outreach_app.queries.concerns import list_rising_concerns, list_shared_concerns
from outreach_app.queries.coverage import (
    Counted,
    by_region,
    list_coverage,
    listed,
    reported,
)
from outreach_app.queries.meeting_lists import MeetingFilter, list_meeting_ids
from outreach_app.queries.point_lists import PointFilter, list_point_ids
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.periods import Period
from outreach_app.samples.offices import invent_office
from outreach_app.services.points import PointDraft
from tests import makers
from tests.plans import expect_the_country, explained, planned
from tests.reviews import ask
from tests.servers import ON_A_FILE

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
END = date(2026, 10, 31)
FIGURES: tuple[Counted, ...] = ("held", "to_review", "unanswered")


@pytest.fixture
def precincts(database: Database) -> list[UUID]:
    """Casablanca, Rabat, Salé."""
    return makers.consolidate(database, *(invent_office(place) for place in (0, 1, 9)))


def shown(session: Session, wanted: MeetingFilter | PointFilter) -> int:
    """Return how many rows a list has."""
    if isinstance(wanted, MeetingFilter):
        return len(list_meeting_ids(session, wanted))
    return len(list_point_ids(session, wanted))


def concern(text: str, *, topic: str = "tp.6.1", kind: str = "concern") -> PointDraft:
    return PointDraft(kind, topic, text, "ar")


def raise_concerns(database: Database, office: UUID, day: date, *points: PointDraft) -> None:
    makers.write_meeting_of(
        database, office, held_on=day, points=points, commitments=(), referrals=()
    )


def all_of(session: Session) -> frozenset[OfficeId]:
    return frozenset(row.place.id for row in list_coverage(session, OCTOBER, {}))


def test_every_figure_counts_the_rows_of_its_list(
    database: Database, precincts: list[UUID]
) -> None:
    casablanca, rabat, _sale = precincts
    reviewed = makers.write_meeting_of(database, casablanca)
    makers.write_meeting_of(database, casablanca, held_on=END)
    makers.write_meeting_of(database, rabat, held_on=date(2026, 9, 30))
    raise_concerns(database, rabat, date(2026, 10, 2), concern("ظلام"), concern("ازدحام"))
    makers.write_meeting_of(database, rabat, status="planned", held_on=date(2026, 10, 30))
    ask(database, reviewed)
    with database.read() as session:
        rows = list_coverage(session, OCTOBER, {casablanca: END})
        for row in rows:
            for figure in FIGURES:
                wanted = listed(figure, OCTOBER, frozenset({row.place.id}))
                assert shown(session, wanted) == getattr(row, figure), (row.place, figure)
    assert [(row.held, row.to_review, row.has_reported) for row in rows if row.held] == [
        (2, 1, True), (1, 1, False)
    ]  # fmt: skip
    regions = by_region(rows)
    assert (regions["REGION_10"].offices, regions["REGION_10"].reported) == (2, 0)
    assert (regions["REGION_02"].held, regions["REGION_02"].reported) == (2, 1)


def test_a_concern_rises_against_the_period_before_of_the_same_precincts(
    database: Database, precincts: list[UUID]
) -> None:
    casablanca, rabat, sale = precincts
    many = tuple(concern(f"ظلام {number}") for number in range(6))
    few = tuple(concern(f"ضجيج {number}", topic="tp.5.1") for number in range(4))
    for office in (casablanca, rabat):
        raise_concerns(database, office, date(2026, 10, 5), *many, *few)
    raise_concerns(database, casablanca, date(2026, 9, 5), *many[:2], *few)
    raise_concerns(database, casablanca, date(2026, 9, 6), concern("شكر", kind="thanks"))
    raise_concerns(database, sale, date(2026, 9, 5), *many)  # whose report is awaited
    reports = {casablanca: END, rabat: END, sale: date(2026, 9, 30)}
    with database.read() as session:
        offices = reported(list_coverage(session, OCTOBER, reports))
        (row,) = list_rising_concerns(session, OCTOBER, offices)
        assert shown(session, row.wanted) == row.now
    assert (row.topic, row.now, row.before, row.offices) == ("tp.6.1", 12, 2, 2)


def test_what_several_precincts_raise_in_like_words_is_proposed_once(
    database: Database, precincts: list[UUID]
) -> None:
    casablanca, rabat, sale = precincts
    raise_concerns(
        database, casablanca, date(2026, 10, 5),
        concern("انعدام الإنارة العمومية قرب المدرسة"),
        concern("كثرة الكلاب الضالة في الحي", topic="tp.8.1"),
    )  # fmt: skip
    raise_concerns(
        database, rabat, date(2026, 10, 6), concern("الإنارة العمومية منعدمة قرب المدرسة")
    )
    raise_concerns(
        database, sale, date(2026, 10, 7),
        concern("انعدام الإنارة العمومية قرب المدرسة", topic="tp.8.1"),
    )  # fmt: skip
    with database.read() as session:
        (shared,) = list_shared_concerns(session, OCTOBER, all_of(session)).proposed
    assert len(shared.offices) == 2
    assert [point.held_on.day for point in shared.points] == [5, 6]
    makers.write_reply(database, shared.points[0].uid)
    with database.read() as session:
        assert list_shared_concerns(session, OCTOBER, all_of(session)).proposed == ()


def test_only_the_newest_concerns_of_a_period_are_compared(
    database: Database, precincts: list[UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(concerns, "MAX_COMPARED", 3)
    for office, day in zip(precincts, (5, 6, 7), strict=True):
        raise_concerns(
            database, office, date(2026, 10, day), concern("انعدام الإنارة العمومية قرب المدرسة")
        )
    with database.read() as session:
        found = list_shared_concerns(session, OCTOBER, all_of(session))
        assert len(found.proposed[0].points) == 3
        assert not found.is_cut
    raise_concerns(database, precincts[0], date(2026, 10, 8), concern("كثرة الكلاب الضالة في الحي"))
    with database.read() as session:
        found = list_shared_concerns(session, OCTOBER, all_of(session))
        assert [point.held_on.day for point in found.proposed[0].points] == [6, 7]
        assert found.is_cut


@ON_A_FILE
def test_overall_figures_of_a_month_are_read_and_others_counted_from_indexes(
    database: Database, precincts: list[UUID]
) -> None:
    def steps_for(period: Period) -> set[str]:
        def count() -> None:
            with database.read() as session:
                list_coverage(session, period, {})
                list_rising_concerns(session, period, frozenset(map(OfficeId, range(2, 602))))

        plans = planned(database, count).values()
        return {step for steps in plans for step in steps if "SCAN CONSTANT" not in step}

    of_offices = {"SCAN offices", "SCAN stations", "USE TEMP B-TREE FOR ORDER BY"}
    read = "SEARCH month_totals USING PRIMARY KEY (month=?)"
    assert steps_for(OCTOBER) <= of_offices | {read}
    assert steps_for(Period(date(2026, 10, 5), date(2026, 10, 20))) <= of_offices | {
        "SEARCH meetings USING COVERING INDEX ix_meetings_held_on (held_on>? AND held_on<?)",
        "SEARCH points USING COVERING INDEX ix_points_meeting (meeting_id=? AND is_deleted=?)",
        "USE TEMP B-TREE FOR GROUP BY",
        "CO-ROUTINE anon_1",
        "SCAN anon_1",
    }


@pytest.mark.both_engines
def test_the_newest_concerns_of_a_month_are_read_in_their_order(database: Database) -> None:
    makers.write_meeting(database)
    expect_the_country(database)
    offices = frozenset(map(OfficeId, range(2, 60)))

    def look() -> None:
        with database.read() as session:
            list_shared_concerns(session, OCTOBER, offices)

    plan = explained(database, look)
    assert "ix_points_met_on" in plan
    assert "TEMP B-TREE FOR ORDER BY" not in plan
