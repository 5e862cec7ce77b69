"""The queries of Today and the dashboard use indexes, without scanning old records."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy.orm import Session

from outreach_app.database import Database
from outreach_app.queries.communication import get_communication_figures
from outreach_app.queries.due import count_due
from outreach_app.queries.today import get_today
from outreach_app.rules.periods import Period
from tests.plans import planned
from tests.servers import ON_A_FILE

TODAY = date(2026, 11, 24)
MONTH = Period(date(2026, 11, 1), date(2026, 11, 30))
GROWING = ("meetings", "points", "commitments", "referrals", "attendances")


@ON_A_FILE
@pytest.mark.parametrize(
    "work",
    [
        lambda session: get_today(session, TODAY, 6),
        lambda session: count_due(session, TODAY),
        lambda session: get_communication_figures(session, MONTH),
    ],
    ids=["today", "due", "communication"],
)
def test_no_table_that_grows_is_read_whole(
    database: Database, work: Callable[[Session], object]
) -> None:
    def ask() -> None:
        with database.read() as session:
            work(session)

    steps = {step for plan in planned(database, ask).values() for step in plan}
    # All rows of an own office are as good as the whole table; an index of the deleted is short.
    whole = [f"SCAN {table}" for table in GROWING]
    whole += [f"SEARCH {table} USING INDEX ix_{table}_office_id" for table in GROWING]
    assert not [
        step for step in steps if step.startswith(tuple(whole)) and not step.endswith("_deleted")
    ]
