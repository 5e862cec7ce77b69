"""A report of one day calls it a day."""

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
