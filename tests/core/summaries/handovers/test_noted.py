"""How many meetings noted a number, in a handover file, is counted by what they were."""

from dataclasses import replace

import pytest

from outreach_app.i18n import Language
from tests.core.summaries.given_handover import HANDOVER
from tests.core.summaries.handovers.test_handover import written


@pytest.mark.parametrize(
    ("noted", "of_meetings", "of_all"),
    [
        (1, "لقاء واحد من أصل 12", "واحد من أصل 12"),
        (2, "لقاءين من أصل 12", "اثنين من أصل 12"),
        (3, "3 لقاءات من أصل 12", "3 من أصل 12"),
        (10, "10 لقاءات من أصل 12", "10 من أصل 12"),
        (11, "11 لقاء من أصل 12", "11 من أصل 12"),
    ],
)
def test_arabic_counts_what_noted_a_number_by_what_it_was(
    noted: int, of_meetings: str, of_all: str
) -> None:
    year = replace(HANDOVER.year, meetings=12, women=30, women_noted=noted)
    for are_meetings, said in ((True, of_meetings), (False, of_all)):
        plan = replace(HANDOVER, year=replace(year, are_meetings=are_meetings))
        assert f"(سُجل العدد في {said})" in written(plan, Language.ARABIC)
