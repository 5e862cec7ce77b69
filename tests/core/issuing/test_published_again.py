"""Public reports given out again tell nothing, by subtraction, of few meetings changed since."""

from datetime import date, time
from uuid import UUID

import pytest
from sqlalchemy import select

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import NotAllowed
from outreach_app.issuing.national import prepare_national_summary
from outreach_app.issuing.period import prepare_published_report
from outreach_app.models import Meeting
from outreach_app.rules.periods import Period
from outreach_app.samples.offices import invent_office
from tests import makers

SPRING = Period(date(2026, 4, 1), date(2026, 6, 30))
SUMMER = Period(date(2026, 7, 1), date(2026, 9, 30))


def hold(database: Database, month: int, days: range) -> None:
    for day in days:
        makers.write_meeting(database, held_on=date(2026, month, day))


def refusal(database: Database, period: Period) -> str:
    with pytest.raises(NotAllowed) as refused:
        prepare_published_report(database, period)
    return refused.value.code


@pytest.mark.parametrize("change", ["added", "recounted", "moved", "deleted"])
def test_a_late_meeting_is_not_told_by_a_second_version(database: Database, change: str) -> None:
    hold(database, 8, range(1, 13))
    first = makers.give(database, prepare_published_report(database, SUMMER))
    assert prepare_published_report(database, SUMMER).issue == first.issue  # printed again
    if change == "added":
        hold(database, 8, range(20, 21))
    else:
        with database.write(Actor.CHIEF) as session:
            meeting = session.scalars(select(Meeting)).first()
            assert meeting is not None
            match change:
                case "recounted":
                    meeting.headcount = 99
                case "moved":
                    meeting.held_on = date(2026, 3, 1)
                case _:
                    meeting.is_deleted = True
    assert refusal(database, SUMMER) == "few_changed"
    if change == "added":
        hold(database, 8, range(21, 25))  # that makes five: totals alone, of which none is small
        again = prepare_published_report(database, SUMMER)
        assert (again.issue.version, again.plan.has_totals_alone) == (2, True)
        assert (again.plan.topics, again.plan.kinds) == ((), ())
        makers.give(database, again)
        assert prepare_published_report(database, SUMMER).issue == again.issue


def test_words_that_no_figure_counts_hinder_no_report(database: Database) -> None:
    hold(database, 8, range(1, 8))
    makers.give(database, prepare_published_report(database, SUMMER))
    with database.write(Actor.CHIEF) as session:
        for meeting in session.scalars(select(Meeting)).all()[:2]:
            meeting.subject_fr = "Autre objet"
    assert prepare_published_report(database, SUMMER).issue.version == 1


def test_a_late_meeting_is_not_told_by_another_period(database: Database) -> None:
    for month in (3, 5, 8):  # the register is older than the quarter that is compared
        hold(database, month, range(1, 8))
    makers.give(database, prepare_published_report(database, SPRING))
    assert prepare_published_report(database, SUMMER).plan.is_compared
    hold(database, 5, range(20, 21))
    # Its own figures say nothing of the late meeting, if the spring stands beside them no more.
    assert not prepare_published_report(database, SUMMER).plan.is_compared


def test_a_late_report_is_not_told_by_a_second_national_summary(database: Database) -> None:
    offices = makers.consolidate(database, *(invent_office(place) for place in range(12)))
    for office in offices:
        makers.write_meeting_of(database, office, held_on=date(2026, 8, 3))

    def prepare() -> bool:
        reports = dict.fromkeys(offices, SUMMER.last)
        with clock.at(clock.moment_of(date(2026, 11, 20), time(10))):
            summary = prepare_national_summary(
                database, SUMMER, SUMMER.due_on, reports, publishable=True
            )
            makers.give(database, summary)
        return summary.plan.has_totals_alone

    def report_late(office: UUID) -> None:
        with clock.at(clock.moment_of(date(2026, 11, 21), time(10))):
            makers.write_meeting_of(database, office, held_on=date(2026, 8, 4))

    assert not prepare()
    assert not prepare()  # printed again
    report_late(offices[0])
    with pytest.raises(NotAllowed) as refused:
        prepare()
    assert refused.value.code == "few_changed"
    for office in offices[1:5]:
        report_late(office)
    assert prepare()
