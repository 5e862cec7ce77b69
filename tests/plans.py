"""How the store goes about the questions of a piece of work: by which index, or row by row."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import event

from outreach_app.database import Database


def planned(database: Database, work: Callable[[], object]) -> dict[str, list[str]]:
    """Return the steps of the plan of each question that the work asks, by its statement."""
    asked: dict[str, Any] = {}

    def note(*call: Any) -> None:
        asked[call[2]] = call[3]

    event.listen(database.engine, "before_cursor_execute", note)
    work()
    event.remove(database.engine, "before_cursor_execute", note)
    with database.engine.connect() as connection:
        return {
            statement: [
                step
                for *_, step in connection.exec_driver_sql(
                    f"EXPLAIN QUERY PLAN {statement}", values
                )
            ]
            for statement, values in asked.items()
            if "FROM" in statement
        }
