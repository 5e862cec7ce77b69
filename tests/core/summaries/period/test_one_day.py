"""A report calls a day what took one, and days what took several."""

from dataclasses import replace

from outreach_app.i18n import Language
from tests.core.summaries.period.test_prose import prose
from tests.core.summaries.reports import MOCK_UP, day


def test_a_report_of_one_day_calls_it_a_day() -> None:
    told = replace(MOCK_UP, first=day(10, 14), last=day(10, 14), as_of=day(10, 14))
    arabic = "ويغطي يوم 14 أكتوبر 2026. وقد حُصرت الوضعيات الواردة فيه في هذا التاريخ."
    assert arabic in prose(told, Language.ARABIC)
    french = "Il couvre la journée du 14 octobre 2026 ; les données y sont arrêtées à cette date."
    assert french in prose(told, Language.FRENCH)


def test_open_days_that_lasted_are_days_in_the_annex() -> None:
    met = replace(MOCK_UP.meetings[0], kind="mt.openday", held_on=day(10, 5))
    for last_on, said_ar, said_fr in (
        (None, "يوم للأبواب المفتوحة", "Journée portes ouvertes"),
        (day(10, 6), "يومان للأبواب المفتوحة", "Journées portes ouvertes"),
        (day(10, 8), "أيام للأبواب المفتوحة", "Journées portes ouvertes"),
    ):
        plan = replace(MOCK_UP, meetings=(replace(met, last_on=last_on),))
        assert said_ar in prose(plan, Language.ARABIC)
        assert said_fr in prose(plan, Language.FRENCH)
