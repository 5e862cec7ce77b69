"""Six golden national summaries in each language, as read and approved.

To change a text on purpose, write the new one to the file, and read it first.
"""

from datetime import date
from pathlib import Path

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.periods import Period
from outreach_app.summaries.national.prose import realise_national
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests.core.summaries import nations

GOLDEN = Path(__file__).parent / "golden"
FEW = {
    "REGION_02": nations.tally(2, 2, 11, 103, 2, 12, 7),
    "REGION_10": nations.tally(3, 1, 1, 3, 1, 2, 1),
    None: nations.tally(1, 0),
}
QUARTER = Period(date(2026, 7, 1), date(2026, 9, 30))
SUMMARIES = {
    "month": nations.plan(),
    "public-month": nations.plan(publishable=True),
    "public-few": nations.few_published(),
    "public-untold": nations.plan(FEW, period=QUARTER, publishable=True),
    "few-offices": nations.plan(
        FEW,
        period=QUARTER,
        late=(
            nations.late(0, None, None),
            nations.late(1, date(2026, 8, 20), 2),
            nations.late(2, date(2026, 8, 31), 1),
        ),
    ),
    "nobody-reported": nations.plan(
        {"REGION_02": nations.tally(7, 0)},
        topics=(),
        categories=(),
        channels=(),
        commands={},
        late=tuple(nations.late(number, date(2026, 9, 30), 1) for number in range(7)),
    ),
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", SUMMARIES)
def test_summary_reads_as_it_was_approved(name: str, language: Language) -> None:
    approved = (GOLDEN / f"{name}.{language.value}.txt").read_text(encoding="utf-8")
    document = realise_national(SUMMARIES[name], language, nations.ISSUED_ON)
    assert to_plain_text(document) == approved


def test_no_golden_file_is_left_behind() -> None:
    expected = {f"{name}.{language.value}.txt" for name in SUMMARIES for language in Language}
    assert {path.name for path in GOLDEN.iterdir()} == expected
