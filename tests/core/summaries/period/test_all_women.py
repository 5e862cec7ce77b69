"""Women who are all that came are told once, not as a part of themselves."""

from dataclasses import replace

from tests.core.summaries import reports
from tests.core.summaries.period.test_prose import AR, FR, prose
from tests.core.summaries.reports import MOCK_UP


def test_all_who_came_are_called_women_where_only_some_meetings_counted_them() -> None:
    figures = reports.figures(meetings=3, participants=4, women=4, points=1, commitments=1)
    figures = tuple(
        replace(row, is_partial=row.code in ("participants", "women")) for row in figures
    )
    some = replace(MOCK_UP, figures=figures, participants_noted=1, women_noted=1, women_among=4)
    assert "شاركت في أحدها 4 نساء (سُجل هذا العدد في لقاء واحد من أصل 3)" in prose(some, AR)
    assert "quatre participantes (nombre relevé pour une rencontre sur trois)" in prose(some, FR)
