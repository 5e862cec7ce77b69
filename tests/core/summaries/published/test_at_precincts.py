"""What the public papers of precincts leave of national figures, as a reader subtracts them."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Commitment, Office, Partner, Point
from outreach_app.queries.national_rests import list_regions
from outreach_app.queries.precinct_papers import Paper, Papers, leave_few, left_by_region
from outreach_app.queries.records import get_record
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import PointState
from outreach_app.samples.offices import invent_office
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.points import PointDraft
from outreach_app.summaries.published.at_precincts import read_papers
from tests import makers

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
TODAY = date(2026, 11, 12)
PROMISE = CommitmentDraft("وعد", "ar", "office")
NOTHING = {"points": (), "commitments": (), "referrals": ()}


@pytest.fixture
def precincts(database: Database) -> list[UUID]:
    """Casablanca, Rabat; each held five meetings without contents in October."""
    offices = makers.consolidate(database, *(invent_office(place) for place in (0, 1)))
    for office in offices:
        for day in range(1, 6):
            write_meeting(database, office, date(2026, 10, day))
    return offices


def write_meeting(
    database: Database, office: UUID, held_on: date = date(2026, 10, 7), **contents: Any
) -> None:
    """Write a meeting without what is not given."""
    makers.write_meeting_of(database, office, held_on=held_on, **NOTHING | contents)


def left(database: Database, precincts: list[UUID], name: str) -> tuple[int, ...]:
    """Return the national figure, and what is left of it as counted nationally and as printed."""
    ways = papers_of(database, precincts)
    total = sum(paper.counted.get(name, 0) for paper in ways[0])
    return total, *(sum(paper.left(name) for paper in papers) for papers in ways)


def papers_of(database: Database, precincts: list[UUID]) -> tuple[Papers, Papers]:
    reports = dict.fromkeys(precincts, OCTOBER.last)
    with database.read() as session:
        regions = list_regions(session, OCTOBER, reports)
        return read_papers(session, OCTOBER, regions, TODAY)


@pytest.mark.both_engines
def test_commitments_are_left_that_the_papers_do_not_print(
    database: Database, precincts: list[UUID]
) -> None:
    """Casablanca promised three in October's meetings, and three later after September's."""
    casablanca, rabat = precincts
    for office, number, held_on in (
        (casablanca, 3, date(2026, 10, 7)),
        (casablanca, 3, date(2026, 9, 7)),
        (rabat, 4, date(2026, 10, 7)),
    ):
        write_meeting(database, office, held_on, commitments=(PROMISE,) * number)
    with database.write(Actor.PROGRAM) as session:
        for commitment in session.scalars(select(Commitment)):
            if commitment.meeting and commitment.meeting.held_on < OCTOBER.first:
                commitment.made_on = date(2026, 10, 9)

    assert left(database, precincts, "commitments") == (7, 7, 1)


@pytest.mark.both_engines
def test_what_is_kept_is_counted_on_the_last_day(database: Database, precincts: list[UUID]) -> None:
    """Of Casablanca's twelve, six were kept in October, and one more in November."""
    casablanca, rabat = precincts
    for office, days in (
        (casablanca, (date(2026, 10, 20),) * 6 + (date(2026, 11, 3),) + (None,) * 5),
        (rabat, (date(2026, 10, 20),) * 2),
    ):
        promises = tuple(
            CommitmentDraft("وعد", "ar", "office", status="cst.done", status_on=day)
            if day
            else PROMISE
            for day in days
        )
        write_meeting(database, office, commitments=promises)
    assert left(database, precincts, "kept") == (9, 2, 3)


@pytest.mark.both_engines
def test_points_without_outcome_are_those_of_the_last_day(
    database: Database, precincts: list[UUID]
) -> None:
    """Of Casablanca's twelve points, six waited in October, and one of these got its answer."""
    casablanca, rabat = precincts
    concern = PointDraft("concern", "tp.6.1", "ظلام", "ar")
    for office, number in ((casablanca, 12), (rabat, 2)):
        write_meeting(database, office, points=(concern,) * number)
    with database.write(Actor.PROGRAM) as session:
        points = session.scalars(select(Point).order_by(Point.id)).all()
        for point, day in zip(
            points, (date(2026, 10, 9),) * 6 + (date(2026, 11, 3),), strict=False
        ):
            point.given_on, point.state = day, PointState.REPLY_GIVEN

    assert left(database, precincts, "unanswered") == (7, 2, 1)


@pytest.mark.both_engines
def test_an_association_that_was_deleted_stays_in_the_paper(
    database: Database, precincts: list[UUID]
) -> None:
    casablanca, rabat = precincts
    for office, number in ((casablanca, 6), (rabat, 4)):
        met = [makers.write_partner_of(database, office) for _number in range(number)]
        attendances = tuple((partner, True) for partner in met)
        write_meeting(database, office, attendances=attendances)
    with database.write(Actor.PROGRAM) as session:
        home = get_record(session, Office, casablanca).id
        partners = session.scalars(select(Partner).where(Partner.office_id == home)).all()
        for partner in partners[:1]:
            partner.is_deleted = True

    assert left(database, precincts, "associations") == (9, 4, 3)


@pytest.mark.both_engines
def test_rests_are_what_precincts_do_not_publish_themselves(database: Database) -> None:
    precincts = makers.consolidate(database, *(invent_office(place) for place in (0, 1, 9)))
    for office, number in zip(precincts, (2, 6, 3), strict=True):
        for day in range(1, number + 1):
            makers.write_meeting_of(database, office, held_on=date(2026, 10, day), referrals=())
    for papers in papers_of(database, precincts):
        assert sum(paper.counted["sessions"] for paper in papers) == 11
        sessions = left_by_region(papers, "sessions")
        # Rabat publishes its six; Salé, in the same region, holds too few to publish anything.
        assert (sessions["REGION_02"], sessions["REGION_10"]) == (2, 3)
        assert left_by_region(papers, "points")["REGION_10"] == 6


@pytest.mark.both_engines
def test_topics_of_a_paper_are_those_of_all_points_but_thanks(
    database: Database, precincts: list[UUID]
) -> None:
    """Casablanca prints six lamps, one of them news; three concerns elsewhere are left."""
    casablanca, rabat = precincts
    dark = PointDraft("concern", "tp.6.1", "ظلام", "ar")
    others = (
        PointDraft("information", "tp.6.1", "خبر", "ar"),
        PointDraft("thanks", "tp.6.1", "شكر", "ar"),
    )
    for office, points in ((casablanca, (dark,) * 5 + others), (rabat, (dark,) * 3)):
        write_meeting(database, office, points=points)
    assert left(database, precincts, "tp.6.1") == (8, 3, 2)


@pytest.mark.both_engines
def test_a_paper_tells_in_the_field_from_in_a_place(
    database: Database, precincts: list[UUID]
) -> None:
    """Casablanca's five in a place are a line of its paper; its three in the field are few."""
    for day in (11, 12, 13):
        write_meeting(database, precincts[0], date(2026, 10, day), kind="mt.field")
    assert left(database, precincts, "ch.inperson") == (13, 0, 3)


def test_what_is_left_of_a_whole_without_its_part_is_told_by_papers_with_both() -> None:
    counted = {"points": 20, "unanswered": 12}
    both = Paper(None, counted, counted)
    whole_alone = Paper(None, {"points": 14, "unanswered": 11}, {"points": 14})
    assert leave_few([[both, whole_alone]], "points", "unanswered")
    assert not leave_few([[both, whole_alone]], "points")
