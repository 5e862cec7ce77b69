"""A national summary says what its figures hold and lack, and ranks only what can be ranked."""

from dataclasses import replace
from datetime import date

import pytest

from outreach_app.i18n import Language
from outreach_app.queries.awareness import Reached
from outreach_app.queries.national_counts import Tally
from outreach_app.summaries.national.facts import plan_national
from tests.core.summaries import nations
from tests.core.summaries.national_reading import prose, written

AR, FR = Language.ARABIC, Language.FRENCH


def test_what_awareness_actions_reached_is_told_among_the_participants() -> None:
    tally = Tally(offices=10, reported=10, sessions=11, participants=313)
    plan = nations.plan(
        {"REGION_09": tally},
        awareness=Reached(2, 0, 0, 285, 0),
        talks=Reached(0, 0, 0, 0, 0),
        actions={"mt.awareness": 1, "mt.openday": 1},
    )
    assert "Parmi ces séances figurent 2 actions de sensibilisation, dont les 285" in prose(
        plan, FR
    )
    assert "عمليتان تحسيسيتان، احتُسب المستفيدون منهما، وعددهم 285، ضمن المشاركين." in prose(
        plan, AR
    )


def test_everything_is_told_as_of_the_day_of_the_paper() -> None:
    assert nations.plan().communication.until == nations.plan().as_of
    # What was read of publications is told as of the day it was read.
    told = prose(nations.plan(), FR).partition("ont relevé")[2]
    assert "31 octobre 2026" not in told


def test_topics_raised_a_few_times_are_all_told_and_not_ranked() -> None:
    few = tuple(
        nations.topic(code, 1, 0, "REGION_09")
        for code in ("tp.1.1", "tp.6.1", "tp.8.4", "tp.5.1", "tp.5.2", "tp.8.1")
    )
    plan = nations.plan(topics=few)
    assert len(plan.main) == 6
    words = written(plan, FR)
    assert "Préoccupations relevées" in words
    assert "Principales" not in words
    assert "Région concernée : Oriental" in words
    assert "Principales préoccupations" in written(nations.plan(), FR)


@pytest.mark.parametrize(
    ("start", "is_told"), [(date(2026, 9, 3), False), (date(2026, 9, 20), True)]
)
def test_a_period_before_that_is_hardly_recorded_is_said_and_not_compared_in_words(
    start: date, *, is_told: bool
) -> None:
    figures = replace(nations.figures(), recorded_from=start)
    plan = plan_national(nations.OFFICE, figures, nations.DUE_ON)
    assert (
        "Le registre n’est tenu que depuis le 20 septembre 2026" in written(plan, FR)
    ) is is_told
    assert ("لم يُمسك السجل إلا ابتداء من 20 شتنبر 2026" in written(plan, AR)) is is_told
    assert ("séances de dialogue (contre " in prose(plan, FR)) is not is_told
    for publishable in (False, True):
        plan = plan_national(nations.OFFICE, figures, nations.DUE_ON, publishable=publishable)
        changes = [row.change for row in plan.main] + [row.change for row in plan.channels]
        assert all(change is None for change in changes) is is_told
        assert not (is_told and plan.rising)
