"""The months that the chart of a period report draws."""

from datetime import date

from outreach_app.database import Database
from outreach_app.rules.periods import Period
from tests.core.summaries.period.test_facts import hold, plan


def test_a_chart_has_all_months_of_its_period_and_none_before_the_register_or_to_come(
    database: Database,
) -> None:
    for month in (8, 9, 10):
        hold(database, date(2026, month, 14))
    half = Period(date(2026, 7, 1), date(2026, 12, 31))
    drawn = plan(database, half).months
    assert [(row.first.month, row.meetings) for row in drawn][:2] == [(7, 0), (8, 1)]
    assert [row.first.month for row in drawn] == [7, 8, 9, 10, 11]
    assert [row.first.month for row in plan(database).months] == [8, 9, 10]
    hold(database, date(2026, 2, 3))
    longer = plan(database, Period(date(2026, 1, 15), date(2026, 10, 20))).months
    assert [(row.first.month, row.meetings) for row in longer][:2] == [(1, 0), (2, 1)]
    assert len(longer) == 10


def test_months_of_a_period_without_a_name_count_its_own_days_alone(database: Database) -> None:
    for month, day in ((8, 14), (9, 4), (9, 16), (10, 6), (11, 3)):
        hold(database, date(2026, month, day))
    drawn = plan(database, Period(date(2026, 9, 10), date(2026, 11, 12))).months
    assert [(row.first.month, row.meetings) for row in drawn] == [(9, 1), (10, 1), (11, 1)]
