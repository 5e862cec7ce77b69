"""Three golden period reports in each language, as read and approved.

To change a text on purpose, write the new one to the file, and read it first.
"""

from pathlib import Path

import pytest

from outreach_app.i18n import Language
from outreach_app.summaries.period.prose import realise_period
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests.core.summaries.reports import ISSUED_ON, REPORTS

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", REPORTS)
def test_report_reads_as_it_was_approved(name: str, language: Language) -> None:
    approved = (GOLDEN / f"{name}.{language.value}.txt").read_text(encoding="utf-8")
    assert to_plain_text(realise_period(REPORTS[name], language, ISSUED_ON)) == approved


def test_no_golden_file_is_left_behind() -> None:
    expected = {f"{name}.{language.value}.txt" for name in REPORTS for language in Language}
    assert {path.name for path in GOLDEN.iterdir()} == expected
