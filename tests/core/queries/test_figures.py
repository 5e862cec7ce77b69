"""Every figure of the dashboard equals the list that it opens."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.actors import Actor
from outreach_app.database import Database, StoreSession
from outreach_app.models import Point, Referral
from outreach_app.queries.awareness import AwarenessFilter, list_awareness_ids
from outreach_app.queries.commitment_lists import CommitmentFilter, list_commitment_ids
from outreach_app.queries.figures import Figure, FigureFilter, Figures, get_figures
from outreach_app.queries.meeting_lists import MeetingFilter, list_meeting_ids
from outreach_app.queries.meetings import list_meetings_by_id
from outreach_app.queries.partner_lists import PartnerFilter, list_partner_ids
from outreach_app.queries.point_lists import PointFilter, list_point_ids
from outreach_app.queries.publications import PublicationFilter, list_publication_ids
from outreach_app.queries.readings import ReadingFilter, list_reading_ids
from outreach_app.queries.referral_lists import ReferralFilter, list_referral_ids
from outreach_app.queries.remarks import RemarkFilter, list_remark_ids
from outreach_app.queries.rumours import RumourFilter, list_rumour_ids
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.meetings import MeetingDraft, delete_meeting, log_meeting
from outreach_app.services.partners import delete_partner
from outreach_app.services.points import PointDraft, close_point, give_reply, refresh_states
from outreach_app.services.referrals import ReferralDraft, record_answer
from tests import makers

TODAY = date(2026, 10, 20)
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
MONTHS = 3
DAYS = st.dates(date(2026, 7, 1), date(2026, 10, 31))


def communicated(
    session: StoreSession,
    wanted: RumourFilter | PublicationFilter | RemarkFilter | AwarenessFilter | ReadingFilter,
) -> list[int]:
    match wanted:
        case RumourFilter():
            ids = list_rumour_ids(session, wanted)
        case PublicationFilter():
            ids = list_publication_ids(session, wanted)
        case RemarkFilter():
            ids = list_remark_ids(session, wanted)
        case AwarenessFilter():
            ids = list_awareness_ids(session, wanted)
        case ReadingFilter():
            ids = list_reading_ids(session, wanted)
    return ids


def rows_of(session: StoreSession, wanted: FigureFilter) -> list[int]:
    match wanted:
        case MeetingFilter():
            ids = list_meeting_ids(session, wanted)
        case PointFilter():
            ids = list_point_ids(session, wanted)
        case CommitmentFilter():
            ids = list_commitment_ids(session, wanted, TODAY)
        case ReferralFilter():
            ids = list_referral_ids(session, wanted)
        case PartnerFilter():
            ids = list_partner_ids(session, wanted)
        case _:
            ids = communicated(session, wanted)
    return ids


def counted(figures: Figures) -> Iterator[tuple[str, Figure]]:
    """Return the figures that count rows; people and women are sums."""
    for name in (
        "meetings", "partners", "points", "unanswered", "points_with_day", "commitments", "kept",
        "open", "overdue", "referrals", "answered",
    ):  # fmt: skip
        yield name, getattr(figures, name)
    yield from figures.topics
    yield from figures.channels
    for month, figure in figures.months:
        yield f"{month:%m/%Y}", figure
    for row in figures.coverage:
        yield f"known {row.category}", row.known
        yield f"met {row.category}", row.met
        yield f"not met {row.category}", row.not_met


def assert_equal_their_lists(session: StoreSession, figures: Figures) -> None:
    for name, figure in counted(figures):
        assert figure.now == len(rows_of(session, figure.wanted)), name
    held = list_meetings_by_id(session, rows_of(session, figures.people.wanted)).values()
    assert figures.people.now == sum(row.headcount or 0 for row in held)
    assert figures.women.now == sum(row.women or 0 for row in held)


@st.composite
def points(draw: st.DrawFn) -> PointDraft:
    kind = draw(st.sampled_from(["concern", "request", "rumour", "thanks"]))
    topic = draw(st.sampled_from(["tp.6", "tp.6.1", "tp.6.2", "tp.8.4"]))
    reaction = draw(st.sampled_from([None, "out.answered", "out.under_study"]))
    return PointDraft(kind, topic, "الزقاق مظلم", "ar", reaction=reaction)


@st.composite
def meetings(draw: st.DrawFn, partners: list[UUID]) -> MeetingDraft:
    day = draw(DAYS)
    raised = tuple(draw(st.lists(points(), max_size=3)))
    status = draw(st.sampled_from([*MeetingStatus, *(MeetingStatus.HELD,) * 3]))
    due = st.none() | st.sampled_from([TODAY, TODAY - timedelta(days=1)])
    promise = st.builds(
        lambda due_on, status: CommitmentDraft(
            "وعد", "ar", "office", due_on=due_on and max(due_on, day), status=status
        ),
        due,
        st.sampled_from(["cst.open", "cst.in_progress", "cst.partly", "cst.done", "cst.referred"]),
    )
    present = draw(st.lists(st.sampled_from(partners), unique=True, max_size=3))
    headcount = draw(st.none() | st.integers(5, 40))
    return makers.meeting_draft(
        held_on=day,
        status=status,
        status_reason="مطر" if status in {"postponed", "cancelled"} else None,
        channel=draw(st.sampled_from(["ch.inperson", "ch.phone"])),
        headcount=headcount,
        women=draw(st.none() | st.integers(0, 5)) if headcount else None,
        points=raised,
        commitments=tuple(draw(st.lists(promise, max_size=2))),
        referrals=(ReferralDraft("rf.commune", "tp.6.1", sent_on=day, point=0),) if raised else (),
        attendances=tuple((partner, draw(st.booleans())) for partner in present),
    )


@pytest.fixture
def partners(database: Database) -> list[UUID]:
    """Write partners of all kinds, one met and one invited, with a whole theme and parts of it."""
    categories = ("pt.association", "pt.association", "pt.liberal", "pt.commerce")
    bodies = [
        makers.write_partner(
            database, category=category, type=None, name_fr=f"Body {place}", is_active=place != 1
        )
        for place, category in enumerate(categories)
    ]
    makers.write_meeting(
        database,
        attendances=((bodies[0], True), (bodies[2], False)),
        points=tuple(PointDraft("concern", topic) for topic in ("tp.6", "tp.6.1", "tp.6.2")),
        commitments=tuple(
            CommitmentDraft("وعد", "ar", "office", due_on=TODAY - timedelta(days=days))
            for days in (0, 1)
        ),
    )
    return bodies


# The store grows from one example to the next, and every state is checked.
@settings(max_examples=25)
@given(data=st.data())
def test_a_figure_equals_the_list_that_it_opens(
    data: st.DataObject, database: Database, partners: list[UUID]
) -> None:
    draft = data.draw(meetings(partners))
    with database.write(Actor.CHIEF) as session:
        meeting = log_meeting(session, draft)
        for point in meeting.points:
            given_on, closed_on = data.draw(st.none() | DAYS), data.draw(st.none() | DAYS)
            point.given_on = given_on
            point.closed_on = closed_on
        for referral in meeting.referrals:
            referral.answered_on = data.draw(st.none() | DAYS)
        refresh_states(meeting)
        meeting.is_deleted = data.draw(st.integers(0, 5)) == 0
    first = data.draw(DAYS)
    period = data.draw(
        st.sampled_from([OCTOBER, Period(date(2026, 7, 1), date(2026, 9, 30))])
        | st.builds(lambda days: Period(first, first + timedelta(days=days)), st.integers(0, 99))
    )
    with database.read() as session:
        figures = get_figures(session, period, TODAY, MONTHS)
        assert_equal_their_lists(session, figures)
        former = get_figures(session, period.previous(), TODAY, MONTHS)
    was = dict(counted(former))
    for name, figure in counted(figures):
        if figure.before is not None and name in was:
            assert figure.before == was[name].now, name


def test_the_period_before_is_counted_beside(database: Database) -> None:
    makers.write_meeting(database, headcount=14, women=6)
    makers.write_meeting(database, held_on=date(2026, 9, 3), headcount=10, women=None)
    with database.read() as session:
        figures = get_figures(session, OCTOBER, TODAY, MONTHS)
    assert (figures.meetings.now, figures.meetings.before) == (1, 1)
    assert (figures.people.now, figures.people.before) == (14, 10)
    assert (figures.women.now, figures.women.before) == (6, 0)


def test_deleted_records_count_nowhere(database: Database) -> None:
    partner = makers.write_partner(database)
    uid = makers.write_meeting(database, attendances=((partner, True),))
    with database.write(Actor.CHIEF) as session:
        delete_meeting(session, uid, makers.the_meeting(session).version)
        delete_partner(session, partner, makers.the_partner(session).version)
    with database.read() as session:
        figures = get_figures(session, OCTOBER, TODAY, MONTHS)
        assert_equal_their_lists(session, figures)
    assert figures.meetings.now == figures.points.now == figures.partners.now == 0
    assert figures.coverage == ()


def test_a_partner_invited_and_absent_was_not_met(database: Database) -> None:
    partner = makers.write_partner(database, is_old=True)
    makers.write_meeting(database, attendances=((partner, False),))
    with database.read() as session:
        figures = get_figures(session, OCTOBER, TODAY, MONTHS)
    assert figures.partners.now == 0
    assert figures.coverage[0].not_met.now == 1


def test_a_reaction_counts_from_the_day_it_reached_somebody(database: Database) -> None:
    """Five points of 14 October: reply after 2 days, closed after 4, and three open ones."""
    raised = (
        PointDraft("concern", "tp.6.1", "reply", "fr"),
        PointDraft("concern", "tp.6.1", "closed", "fr", reaction="out.resolved"),
        PointDraft("concern", "tp.6.1", "answer noted", "fr", reaction="out.answered"),
        PointDraft("concern", "tp.6.1", "nothing", "fr"),
        PointDraft("thanks", "tp.6.1", "thanks", "fr"),
    )
    makers.write_meeting(database, points=raised, commitments=(), referrals=())
    with database.write(Actor.CHIEF) as session:
        found = {point.text: point for point in session.query(Point)}
        replied, closed = found["reply"], found["closed"]
        give_reply(session, replied.uid, replied.version, date(2026, 10, 16), "", "")
        session.flush()
        close_point(session, closed.uid, closed.version, date(2026, 10, 18))
        thanks = found["thanks"]
        close_point(session, thanks.uid, thanks.version, date(2026, 10, 31))
    with database.read() as session:
        figures = get_figures(session, OCTOBER, TODAY, MONTHS)
    assert figures.points_with_day.now == 2
    assert (figures.reaction.median, figures.reaction.worst) == (3.0, 4)
    assert figures.reaction_before.median is None


def test_the_earliest_of_reply_closing_and_answer_counts(database: Database) -> None:
    makers.write_meeting(database)
    with database.write(Actor.CHIEF) as session:
        referral = session.query(Referral).one()
        record_answer(session, referral.uid, referral.version, date(2026, 10, 20), "نعم", "ar")
        point = referral.point
        assert point is not None
        close_point(session, point.uid, point.version, date(2026, 10, 31))
    with database.read() as session:
        figures = get_figures(session, OCTOBER, TODAY, MONTHS)
    assert (figures.reaction.median, figures.reaction.worst) == (6.0, 6)
