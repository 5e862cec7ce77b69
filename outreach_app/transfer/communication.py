"""The tables of communication, each with what reads and imports it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from outreach_app.progress import Progress
from outreach_app.transfer.communication_file import (
    read_awareness,
    read_remarks,
    read_rumours,
)
from outreach_app.transfer.communication_import import (
    import_awareness,
    import_remarks,
    import_rumours,
)
from outreach_app.transfer.communication_tables import Table, table_of
from outreach_app.transfer.publications_file import read_publications
from outreach_app.transfer.publications_import import import_publications
from outreach_app.transfer.readings_file import read_readings
from outreach_app.transfer.readings_import import import_readings
from outreach_app.transfer.reports import ImportReport

Importing = Callable[[Session, str, Progress], ImportReport]


def read_communication(
    path: Path, today: date, table: Table | None = None
) -> tuple[Table, Importing]:
    """Return which table a file is, unless that is known, and what imports it under a name.

    A platform's table was read `today`. Raises UnreadableFile.
    """
    table = table or table_of(path)
    match table:
        case Table.RUMOURS:
            rumours = read_rumours(path)
            return table, lambda session, *named: import_rumours(session, rumours, *named)
        case Table.REMARKS:
            remarks = read_remarks(path)
            return table, lambda session, *named: import_remarks(session, remarks, *named)
        case Table.AWARENESS:
            actions = read_awareness(path)
            return table, lambda session, *named: import_awareness(session, actions, *named)
        case Table.READINGS:
            readings = read_readings(path, today)
            return table, lambda session, *named: import_readings(session, readings, *named)
        case Table.PUBLICATIONS:
            published = read_publications(path)
            return table, lambda session, *named: import_publications(session, published, *named)
