"""A national summary in Arabic names one or two that were held by what they were."""

from typing import Any

import pytest

from outreach_app.i18n import Language
from outreach_app.queries.awareness import Reached
from outreach_app.queries.national_counts import Tally
from tests.core.summaries.national.test_scope import without_calls
from tests.core.summaries.national_reading import prose


@pytest.mark.parametrize(
    ("sessions", "actions", "held"),
    [
        (1, 0, "جلسة حوار واحدة (مقابل لقاءات وأنشطة خلال"),
        (1, 1, "عملية تحسيسية واحدة (مقابل لقاءات وأنشطة خلال"),
        (2, 0, "جلستي حوار (مقابل لقاءات وأنشطة خلال"),
        (2, 1, "جلسة حوار واحدة وعملية تحسيسية واحدة (مقابل لقاءات وأنشطة خلال"),
        (2, 2, "عمليتين تحسيسيتين (مقابل لقاءات وأنشطة خلال"),
        (3, 1, "3 لقاءات وأنشطة (مقابل خلال"),
        (10, 4, "10 لقاءات وأنشطة (مقابل خلال"),
        (11, 4, "11 لقاء ونشاطا (مقابل خلال"),
        (12, 5, "12 لقاء ونشاطا (مقابل خلال"),
    ],
)
def test_arabic_names_one_or_two_by_what_they_were(sessions: int, actions: int, held: str) -> None:
    tally = Tally(offices=10, reported=10, sessions=sessions, participants=28)
    reached = Reached(actions, 0, 0, 0, 0)
    made: dict[str, Any] = {"awareness": reached, "talks": Reached(0, 0, 0, 0, 0), "actions": {}}
    plan = without_calls({"REGION_09": tally}, actions_before=4, **made)

    told = prose(plan, Language.ARABIC).replace("مقابل 2103 ", "مقابل ")
    assert f"ونظمت الدوائر الأمنية المعنية بهذه التقارير {held}" in told
    assert told.count("جلسة حوار واحدة") == (sessions - actions == 1)
