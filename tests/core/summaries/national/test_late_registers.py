"""A national summary compares no period in which many offices recorded no meeting yet."""

from dataclasses import replace
from datetime import date

import pytest

from outreach_app.i18n import Language
from outreach_app.queries.national_counts import Tally
from outreach_app.summaries.national.facts import plan_national
from outreach_app.summaries.national.plan import NationalPlan
from tests.core.summaries import nations
from tests.core.summaries.national_reading import prose, written

AR, FR = Language.ARABIC, Language.FRENCH


def recorded_by(late: int, *, publishable: bool = False) -> NationalPlan:
    """Return a month of ten offices, of which some recorded no meeting of the month before."""
    starts = (*[date(2025, 1, 7)] * (10 - late), *[date(2026, 10, 2)] * late)
    regions: dict[str | None, Tally] = {"REGION_06": nations.tally(10, 10, 60, 900, 80, 90, 30)}
    return nations.plan(regions, publishable=publishable, recorded_from=starts)


@pytest.mark.parametrize(
    ("late", "french", "arabic"),
    [
        (
            1,
            "L’un des arrondissements de police dont le rapport est reçu n’a",
            "لم تسجل إحدى الدوائر الأمنية التي وردت تقاريرها أي لقاء",
        ),
        (
            3,
            "Parmi les arrondissements de police dont le rapport est reçu, 3 n’ont",
            "لم تسجل 3 دوائر أمنية من بين التي وردت تقاريرها أي لقاء",
        ),
        (
            10,
            "Les arrondissements de police dont le rapport est reçu n’ont",
            "لم تسجل الدوائر الأمنية التي وردت تقاريرها أي لقاء",
        ),
    ],
)
def test_offices_that_had_no_register_before_are_told_and_not_compared(
    late: int, french: str, arabic: str
) -> None:
    plan = recorded_by(late)
    assert f"{french} enregistré aucune rencontre avant le 2 octobre 2026 ;" in written(plan, FR)
    assert f"{arabic} قبل 2 أكتوبر 2026؛ لذا" in written(plan, AR)
    assert "actions et échanges (contre" not in prose(plan, FR)
    assert "اتصالا (مقابل" not in prose(plan, AR)
    assert {row.change for row in plan.main} == {row.change for row in plan.channels} == {None}
    # What the others recorded is shown, as a part.
    assert (None in {row.before for row in plan.main}) is (late == 10)


def test_offices_without_any_meeting_begin_late_as_well() -> None:
    """Seven of ten that began late are all of them, where the others recorded no meeting yet."""
    regions: dict[str | None, Tally] = {"REGION_06": nations.tally(10, 10, 60, 900, 80, 90, 30)}
    plan = nations.plan(regions, recorded_from=(date(2026, 10, 2),) * 7)
    assert "Les arrondissements de police dont le rapport est reçu n’ont" in written(plan, FR)
    assert "لم تسجل الدوائر الأمنية التي وردت تقاريرها أي لقاء" in written(plan, AR)


def test_few_offices_without_a_register_before_change_no_sum_that_is_compared() -> None:
    starts = (*[date(2025, 1, 7)] * 39, date(2026, 10, 2))
    plan = nations.plan(recorded_from=starts)
    assert plan.before_from is None
    assert "actions et échanges (contre" in prose(plan, FR)


def test_the_public_reads_no_small_number_of_offices_that_began_late() -> None:
    plan = recorded_by(3, publishable=True)
    some = "Une partie des arrondissements de police dont le rapport est reçu n’a enregistré aucune"
    assert some in written(plan, FR)
    assert "لم تسجل بعض الدوائر الأمنية التي وردت تقاريرها أي لقاء قبل" in written(plan, AR)
    assert "est reçu, 5 n’ont" in written(recorded_by(5, publishable=True), FR)
    assert "ces arrondissements" not in written(plan, FR)


@pytest.mark.parametrize(
    ("start", "is_told"), [(date(2026, 9, 8), False), (date(2026, 9, 20), True)]
)
def test_a_period_before_that_is_hardly_recorded_is_said_and_not_compared_in_words(
    start: date, *, is_told: bool
) -> None:
    reported = nations.figures().total.reported
    figures = replace(nations.figures(), recorded_from=(start,) * reported)
    plan = plan_national(nations.OFFICE, figures, nations.DUE_ON)
    assert (
        "reçu n’ont enregistré aucune rencontre avant le 20 septembre 2026" in written(plan, FR)
    ) is is_told
    assert ("وردت تقاريرها أي لقاء قبل 20 شتنبر 2026" in written(plan, AR)) is is_told
    assert ("actions et échanges (contre " in prose(plan, FR)) is not is_told
    for publishable in (False, True):
        plan = plan_national(nations.OFFICE, figures, nations.DUE_ON, publishable=publishable)
        changes = [row.change for row in plan.main] + [row.change for row in plan.channels]
        assert all(change is None for change in changes) is is_told
        assert not (is_told and plan.rising)


def test_a_few_registers_that_begin_late_are_told_beside_the_comparison() -> None:
    first, late = date(2026, 1, 2), date(2026, 9, 20)
    figures = nations.figures()
    others = (first,) * (figures.total.reported - 1)
    figures = replace(figures, recorded_from=(*others, late))
    plan = plan_national(nations.OFFICE, figures, nations.DUE_ON)
    french, arabic = written(plan, FR), written(plan, AR)
    assert "L’un des arrondissements de police dont le rapport est reçu n’a enregistré" in french
    assert "la comparaison avec la période précédente n’a donc qu’une valeur indicative." in french
    assert "لم تسجل إحدى الدوائر الأمنية التي وردت تقاريرها أي لقاء قبل 20 شتنبر 2026" in arabic
    assert "؛ لذا تبقى المقارنة بالفترة السابقة على سبيل الاستئناس." in arabic
    assert "(contre " in prose(plan, FR)
