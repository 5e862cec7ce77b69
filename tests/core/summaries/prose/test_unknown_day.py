"""A day that cannot be, in a signed file, is printed as unknown and not as the first of 1900."""

from types import ModuleType

import pytest

from outreach_app.rules.dates import UNKNOWN_DAY
from outreach_app.summaries.prose import arabic, french


@pytest.mark.parametrize(("language", "unknown"), [(arabic, "غير معروف"), (french, "inconnue")])
def test_no_document_prints_an_unknown_day(language: ModuleType, unknown: str) -> None:
    assert unknown in language.full_date(UNKNOWN_DAY)
    assert language.weekday_date(UNKNOWN_DAY) == language.full_date(UNKNOWN_DAY)
    assert language.short_date(UNKNOWN_DAY) == "—"
