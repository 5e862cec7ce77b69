"""Unknown codes in a store, as another version's bundle might bring."""

from outreach_app.actors import Actor
from outreach_app.database import Database

ODD = "x.odd"
_COLUMNS = {
    "points": ("kind", "topic", "reaction", "phrase", "language", "reply_language", "state"),
    "commitments": ("owner", "status", "language"),
    "referrals": ("destination", "topic", "answer_language"),
    "partners": ("category", "type"),
    "people": ("language",),
    "replies": ("language",),
    "meetings": ("kind", "channel", "kinds_present", "assessment_language"),
}


def make_odd(database: Database) -> None:
    """Give every record unknown codes; of the meetings only the first has an unknown status."""
    with database.write(Actor.PROGRAM) as session:
        driver = session.connection().exec_driver_sql
        for table, columns in _COLUMNS.items():
            changes = ", ".join(f"{column} = '{ODD}'" for column in columns)
            driver(f"UPDATE {table} SET {changes}")  # noqa: S608
        driver(f"UPDATE meetings SET status = '{ODD}' WHERE id = (SELECT min(id) FROM meetings)")  # noqa: S608
