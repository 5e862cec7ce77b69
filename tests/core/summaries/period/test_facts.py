"""The facts of a period report: states as of its last day."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Commitment, Meeting, Referral
from outreach_app.queries.figure_counts import count_period
from outreach_app.queries.month_totals import Total, read_totals
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.rules.periods import Period
from outreach_app.services.commitments import CommitmentDraft, keep_commitment
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from outreach_app.summaries.communication.plan import PublicationFacts
from outreach_app.summaries.period.author_words import AuthorWords
from outreach_app.summaries.period.facts import plan_period
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.vocabulary import catalogue
from tests import makers

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
ISSUED_ON = date(2026, 11, 20)


def plan(database: Database, period: Period = OCTOBER, today: date = ISSUED_ON) -> PeriodPlan:
    with database.read() as session:
        return plan_period(session, period, today)


def hold(database: Database, day: date, **changes: Any) -> UUID:
    parts: dict[str, Any] = {"points": (), "commitments": (), "referrals": ()}
    return makers.write_meeting(database, held_on=day, **(parts | changes))


def at(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    """Set the clock to noon of that day."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: noon)


def keep(database: Database, text: str) -> None:
    with database.write(Actor.CHIEF) as session:
        row = session.query(Commitment).filter_by(text=text).one()
        keep_commitment(session, row.uid, row.version)


def states(plan: PeriodPlan) -> dict[str, int]:
    return {row.code: row.count for row in plan.states}


def test_a_promise_kept_after_the_period_was_open_on_its_last_day(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, date(2026, 10, 14))
    promised = tuple(
        CommitmentDraft(text, "fr", "office", due_on=date(2026, 10, 20)) for text in ("a", "b")
    )
    hold(database, date(2026, 10, 14), commitments=promised)
    at(monkeypatch, date(2026, 10, 18))
    keep(database, "a")
    at(monkeypatch, date(2026, 11, 10))
    keep(database, "b")
    told = plan(database)
    assert states(told) == {"cst.done": 1, "cst.overdue": 1}
    assert (told.kept, told.signals.late) == (1, 1)
    assert [(row.words.text, row.days_late) for row in told.promises] == [("b", 11)]


def test_a_referral_answered_after_the_period_still_waited(database: Database) -> None:
    sent = ReferralDraft(
        "rf.commune",
        "tp.6.1",
        sent_on=date(2026, 10, 16),
        answered_on=date(2026, 11, 3),
        answer="نعم",
        answer_language="ar",
    )
    hold(database, date(2026, 10, 14), referrals=(sent,))
    (row,) = plan(database).referrals
    assert (row.answered_on, row.answer, row.waiting) == (None, None, 15)
    (row,) = plan(database, replace(OCTOBER, last=date(2026, 11, 30))).referrals
    assert (row.answered_on, row.waiting) == (date(2026, 11, 3), None)


def test_a_point_answered_after_the_period_was_without_outcome(database: Database) -> None:
    uid = hold(database, date(2026, 10, 14), points=(PointDraft("request", "tp.6.1", "س", "ar"),))
    assert plan(database).signals.without_outcome == 1
    with database.write(Actor.CHIEF) as session:
        point = get_record(session, Meeting, uid).points[0]
        point.closed_on = date(2026, 11, 5)
        point.state = "closed"
    assert plan(database).signals.without_outcome == 1
    assert plan(database, replace(OCTOBER, last=date(2026, 11, 30))).signals.without_outcome is None


def test_a_point_that_was_passed_on_has_an_outcome(database: Database) -> None:
    asked = (PointDraft("request", "tp.6.1", "س", "ar"),)
    sent = ReferralDraft(
        "rf.commune",
        "tp.6.1",
        sent_on=date(2026, 10, 16),
        answered_on=date(2026, 11, 3),
        answer="نعم",
        answer_language="ar",
    )
    hold(database, date(2026, 10, 14), points=asked, referrals=(sent,))
    assert plan(database).signals.without_outcome is None
    assert plan(database, today=date(2026, 10, 15)).signals.without_outcome == 1


def test_what_an_action_reached_took_part_in_it(database: Database) -> None:
    uncounted = {"kind": "mt.school", "headcount": None, "women": None}
    hold(database, date(2026, 10, 1), **uncounted, pupils=95, beneficiaries=100)
    hold(database, date(2026, 10, 2), **uncounted, pupils=60)
    hold(database, date(2026, 10, 14), headcount=12, women=4)
    told = plan(database)
    people = told.figure("participants")
    assert (people.now, people.is_partial, told.participants_noted) == (172, False, 3)
    assert [row.participants for row in told.meetings] == [100, 60, 12]
    assert {row.code: row.participants for row in told.kinds}["mt.school"] == 160
    with database.read() as session:  # the dashboard and the national summary count the same
        assert count_period(session, OCTOBER, ISSUED_ON).people == 172
        own = get_own_office(session).id
        assert read_totals(session, OCTOBER, Total.PEOPLE).number(Total.PEOPLE, own) == 172


def test_a_report_of_a_period_that_runs_is_as_of_today(database: Database) -> None:
    hold(database, date(2026, 10, 14))
    assert plan(database, today=date(2026, 10, 20)).as_of == date(2026, 10, 20)
    assert plan(database).as_of == OCTOBER.last


def test_it_is_compared_only_with_a_period_that_held_a_meeting(database: Database) -> None:
    hold(database, date(2026, 8, 3))
    hold(database, date(2026, 10, 14), headcount=12, women=4)
    told = plan(database)
    assert (told.before_last, told.figure("participants").before) == (None, None)
    hold(database, date(2026, 9, 30), headcount=10, women=4)
    told = plan(database)
    assert told.before_last == date(2026, 9, 30)
    assert told.figure("participants").change == 2


def test_it_is_not_compared_with_a_period_in_which_the_register_began(database: Database) -> None:
    hold(database, date(2026, 9, 20))
    hold(database, date(2026, 10, 14))
    told = plan(database)
    assert (told.before_last, told.communication.publications) == (
        None,
        PublicationFacts(0, None, ()),
    )
    assert [row.number for row in told.months] == []
    hold(database, date(2026, 9, 3))
    assert plan(database).before_last == date(2026, 9, 30)


def test_a_period_that_runs_is_not_compared_with_a_whole_one(database: Database) -> None:
    hold(database, date(2026, 8, 3))
    hold(database, date(2026, 9, 3))
    hold(database, date(2026, 10, 14))
    assert plan(database, today=date(2026, 10, 30)).before_last is None
    assert plan(database, today=date(2026, 10, 31)).before_last == date(2026, 9, 30)


def test_a_report_of_a_period_that_runs_lists_what_is_planned_in_it(database: Database) -> None:
    planned = {"status": "planned", "headcount": None, "women": None}
    hold(database, date(2026, 11, 27), **planned)
    half = Period(date(2026, 7, 1), date(2026, 12, 31))
    assert [row.held_on for row in plan(database, half).planned] == [date(2026, 11, 27)]


def test_women_that_nobody_counted_are_not_none(database: Database) -> None:
    hold(database, date(2026, 10, 14), headcount=12, women=None)
    told = plan(database)
    assert told.figure("women").now is None
    assert (told.kinds[0].women, told.meetings[0].women) == (None, None)


def test_what_some_meetings_alone_counted_is_marked_and_not_compared(database: Database) -> None:
    hold(database, date(2026, 9, 1), headcount=10, women=4)
    hold(database, date(2026, 10, 14), headcount=12, women=None)
    hold(database, date(2026, 10, 15), headcount=9, women=3)
    told = plan(database)
    women, people = told.figure("women"), told.figure("participants")
    assert (women.now, women.before, women.change, women.is_partial) == (3, 4, None, True)
    assert (people.now, people.change, people.is_partial) == (21, 11, False)
    assert (told.women_noted, told.kinds[0].women_partial) == (1, True)


def test_every_topic_is_listed_the_most_raised_first(database: Database) -> None:
    once = [code for code in catalogue("tp") if code.count(".") > 1]
    points = tuple(PointDraft("request", topic, "س", "ar") for topic in ("tp.1.1", *once[:29]))
    hold(database, date(2026, 10, 14), points=points)
    told = plan(database)
    assert (len(told.topics), told.topics[0].code, told.topics_first) == (29, "tp.1.1", 1)


def test_half_as_many_people_call_for_attention_where_there_were_many(database: Database) -> None:
    hold(database, date(2026, 9, 2), headcount=40)
    hold(database, date(2026, 10, 14), headcount=20)
    assert not plan(database).signals.has_fallen
    hold(database, date(2026, 9, 3), headcount=1, women=0)
    assert plan(database).signals.has_fallen


def test_a_number_that_nobody_noted_is_no_fall(database: Database) -> None:
    hold(database, date(2026, 9, 2), headcount=74)
    hold(database, date(2026, 10, 10), headcount=None, women=None)
    assert plan(database).figure("participants").now is None
    assert not plan(database).signals.has_fallen


def test_twice_as_many_people_call_for_attention_too(database: Database) -> None:
    hold(database, date(2026, 9, 3), headcount=8, women=2)
    hold(database, date(2026, 10, 5), headcount=80, women=2)
    risen = plan(database).signals
    assert (risen.has_risen, risen.has_fallen) == (True, False)


def test_a_visit_met_in_the_field(database: Database) -> None:
    hold(database, date(2026, 10, 3), kind="mt.field", channel="ch.inperson")
    hold(database, date(2026, 10, 5), kind="mt.thematic", channel="ch.inperson")
    nowhere = {"kind": "mt.openday", "place_ar": None, "place_fr": None}
    hold(database, date(2026, 10, 6), channel="ch.inperson", **nowhere)
    found = sorted((row.code, row.count) for row in plan(database).channels)
    assert found == [("ch.inperson", 1), ("field", 1), ("unplaced", 1)]


def test_a_partner_met_twice_is_counted_once(database: Database) -> None:
    partner = makers.write_partner(database)
    for day in (5, 14):
        hold(database, date(2026, 10, day), attendances=((partner, True),))
    (row,) = plan(database).categories
    assert (row.partners, row.meetings) == (1, 2)


def test_every_promise_that_is_not_kept_is_listed(database: Database) -> None:
    promised = tuple(CommitmentDraft(f"c{n}", "fr", "office") for n in range(9))
    hold(database, date(2026, 10, 14), commitments=promised)
    assert len(plan(database).promises) == 9
    hold(database, date(2026, 10, 15), commitments=promised[:1])
    told = plan(database)
    assert len(told.promises) == 10


def test_the_author_says_what_only_an_author_can(database: Database) -> None:
    said = AuthorWords(("Besoin d’une salle.",), "الحوار منتظم.")
    with database.read() as session:
        told = plan_period(session, OCTOBER, ISSUED_ON, said)
    assert [words.text for words in told.difficulties] == ["Besoin d’une salle."]
    assert told.assessment is not None
    assert (told.assessment.text, str(told.assessment.language)) == ("الحوار منتظم.", "ar")


def test_no_name_of_a_person_is_among_the_facts(database: Database) -> None:
    partner = makers.write_partner(database, is_named_after_person=True, name_fr="Maître Repère")
    makers.write_person(database, partner, name_fr="Prénom Repère")
    promised = CommitmentDraft("c", "fr", "partner", partner=partner)
    hold(database, date(2026, 10, 14), attendances=((partner, True),), commitments=(promised,))
    assert "Repère" not in repr(plan(database))
    with database.read() as session:
        assert session.query(Referral).count() == 0


def test_the_points_of_topics_not_raised_again_are_summed(database: Database) -> None:
    asked = {topic: PointDraft("request", topic, "س", "ar") for topic in ("tp.1.1", "tp.6.1")}
    hold(database, date(2026, 9, 1), points=(*asked.values(), asked["tp.6.1"]))
    hold(database, date(2026, 10, 14), points=(asked["tp.1.1"],))
    (gone,) = plan(database).topics_apart
    assert (gone.now, gone.before, gone.change) == (0, 2, -2)


def test_thanks_are_no_topic_that_was_raised(database: Database) -> None:
    thanks = PointDraft("thanks", "tp.1.1", "س", "ar")
    hold(database, date(2026, 9, 1), points=(PointDraft("request", "tp.6.1", "س", "ar"),))
    hold(database, date(2026, 10, 14), points=(thanks, thanks, thanks))
    told = plan(database)
    assert not told.topics
    assert not told.signals.rising
    (_gone, thanked) = told.topics_apart
    assert (thanked.now, thanked.before, thanked.meetings) == (3, 0, 1)
