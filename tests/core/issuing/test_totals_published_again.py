"""A new version of public figures differs by five or more in each total, or is refused."""

from datetime import date, time
from uuid import UUID

import pytest

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import NotAllowed
from outreach_app.issuing.files import PreparedDocument
from outreach_app.issuing.national import prepare_national_summary
from outreach_app.issuing.period import prepare_period_report, prepare_published_report
from outreach_app.models import Issue, Meeting, Point
from outreach_app.queries.records import get_record
from outreach_app.rules.periods import Period
from outreach_app.samples.offices import invent_office
from outreach_app.services.commitments import CommitmentDraft, promise_for_point
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.prose.printed_figures import before_of, tell_few
from outreach_app.summaries.published.plan import PublishedPlan
from tests import makers
from tests.remarks import write_remark

SUMMER = Period(date(2026, 7, 1), date(2026, 9, 30))
DAY = date(2026, 8, 10)


def hold(database: Database, days: range) -> None:
    for day in days:
        makers.write_meeting(database, held_on=date(2026, 8, day))


def remark(database: Database, *, promised: bool = False) -> None:
    uid = write_remark(database, received_on=DAY)
    if promised:
        draft = CommitmentDraft("مراقبة الوقوف", "ar", "office")
        with clock.at(clock.moment_of(DAY, time(10))), database.write(Actor.CHIEF) as session:
            promise_for_point(session, uid, get_record(session, Point, uid).version, draft)


def publish(database: Database) -> PreparedDocument[PublishedPlan]:
    return makers.give(database, prepare_published_report(database, SUMMER))


def is_refused(database: Database) -> bool:
    with pytest.raises(NotAllowed) as refused:
        prepare_published_report(database, SUMMER)
    return refused.value.code == "few_changed"


def test_one_remark_more_is_told_by_no_second_version(database: Database) -> None:
    """« 28 remarques » became « 29 remarques »: no meeting had changed."""
    hold(database, range(1, 13))
    for _each in range(6):
        remark(database)
    publish(database)
    remark(database)
    assert is_refused(database)
    assert prepare_period_report(database, SUMMER).edition.version == 1  # the internal one is made


def test_promises_on_remarks_wait_until_they_are_five(database: Database) -> None:
    hold(database, range(1, 13))
    first = publish(database)
    for _each in range(4):
        remark(database, promised=True)
    assert is_refused(database)
    remark(database, promised=True)
    again = publish(database)
    assert (again.edition.version, again.plan.has_totals_alone) == (2, True)
    made = [document.plan.number_of("commitments") or 0 for document in (first, again)]
    assert made[1] - made[0] == 5


def test_a_version_is_compared_with_every_one_before(database: Database) -> None:
    """Six more and five less are one more than what the first version told."""
    hold(database, range(1, 13))
    publish(database)
    hold(database, range(13, 19))
    publish(database)
    with database.write(Actor.CHIEF) as session:
        for each in session.query(Meeting).all()[:5]:
            each.is_deleted = True
    assert is_refused(database)


def test_a_version_that_was_deleted_was_handed_out_all_the_same(database: Database) -> None:
    hold(database, range(1, 13))
    publish(database)
    with database.write(Actor.CHIEF) as session:
        session.query(Issue).one().is_deleted = True
    hold(database, range(13, 14))
    assert is_refused(database)


def test_a_rest_in_the_column_of_the_period_before_is_compared() -> None:
    """Six women more among eight participants more are two men, also as the period before."""
    shown = before_of({"figures.participants.before": 58, "figures.women.before": 26})
    then = {"figures.participants.now": 50, "figures.women.now": 20}
    assert tell_few(then, shown)
    assert not tell_few(then, {"figures.participants.now": 61, "figures.women.now": 26})


@pytest.fixture
def offices(database: Database) -> list[UUID]:
    """Return twelve precincts that each met once in the summer."""
    made = makers.consolidate(database, *(invent_office(place) for place in range(12)))
    for office in made:
        partner = makers.write_partner_of(database, office)
        present = ((partner, True),)
        makers.write_meeting_of(database, office, held_on=DAY, attendances=present)
    return made


def national(database: Database, offices: list[UUID], day: date) -> PreparedDocument[NationalPlan]:
    with clock.at(clock.moment_of(day, time(10))):
        return prepare_national_summary(
            *(database, SUMMER, SUMMER.due_on, dict.fromkeys(offices, SUMMER.last)),
            publishable=True,
        )


def test_a_later_day_alone_makes_no_new_version(database: Database, offices: list[UUID]) -> None:
    first = makers.give(database, national(database, offices, date(2026, 11, 20)))
    again = national(database, offices, date(2026, 12, 20))
    assert (again.issue, again.plan) == (first.issue, first.plan)


def test_a_partner_registered_since_makes_no_new_version_to_subtract(
    database: Database, offices: list[UUID]
) -> None:
    makers.give(database, national(database, offices, date(2026, 11, 20)))
    makers.write_partner_of(database, offices[0], name_fr="Amicale")
    with pytest.raises(NotAllowed) as refused:
        national(database, offices, date(2026, 12, 20))
    assert refused.value.code == "few_changed"
