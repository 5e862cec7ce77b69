"""The tables of communication, with the code that reads and imports each."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from outreach_app.i18n import gettext as _
from outreach_app.progress import Progress
from outreach_app.services.imports import forget_batch
from outreach_app.transfer.communication_document import ENDING, read_document
from outreach_app.transfer.communication_file import awareness_of, remarks_of, rumours_of
from outreach_app.transfer.communication_import import (
    import_awareness,
    import_remarks,
    import_rumours,
)
from outreach_app.transfer.communication_tables import Table, table_of
from outreach_app.transfer.named_rows import NamedRow
from outreach_app.transfer.partners_file import read_rows
from outreach_app.transfer.publications_file import publications_of
from outreach_app.transfer.publications_import import import_publications
from outreach_app.transfer.readings_file import readings_of
from outreach_app.transfer.readings_import import import_readings
from outreach_app.transfer.reports import Importing, ImportReport, name_by_number

# The name of a record in each list of a JSON file.
_NOUNS: dict[Table, Callable[[], str]] = {
    Table.PUBLICATIONS: lambda: _("Publication"),
    Table.READINGS: lambda: _("Reading"),
    Table.RUMOURS: lambda: _("Rumour"),
    Table.REMARKS: lambda: _("Remark"),
    Table.AWARENESS: lambda: _("Awareness action"),
}


def read_communication(
    path: Path, today: date, table: Table | None = None
) -> tuple[Table, Importing]:
    """Return the table in a file, unless it is given, and the function that imports it.

    A platform's table was read `today`; a JSON file holds several tables. Raises UnreadableFile.
    """
    if path.suffix.lower() == ENDING:
        tables, failed = read_document(path)
        parts = [_numbered(each, rows, today) for each, rows in tables.items()]
        parts.append(lambda *_named: ImportReport(failed=failed))
        return Table.DOCUMENT, lambda session, *named: _import_all(session, parts, *named)
    table = table or table_of(path)
    return table, _importing(table, read_rows(path), today)


def _numbered(table: Table, rows: Sequence[NamedRow], today: date) -> Importing:
    """Return the importer of a list of a JSON file, which numbers refused records by position."""
    importing, items = _importing(table, rows, today), [cells for _line, cells in rows]

    def bring_in(session: Session, file_name: str, progress: Progress) -> ImportReport:
        report = importing(session, file_name, progress)
        name_by_number(report, _NOUNS[table](), items)
        return report

    return bring_in


def _importing(table: Table, rows: Sequence[NamedRow], today: date) -> Importing:
    if not rows:
        return lambda *_named: ImportReport()
    match table:
        case Table.RUMOURS:
            rumours = rumours_of(rows)
            return lambda session, *named: import_rumours(session, rumours, *named)
        case Table.REMARKS:
            remarks = remarks_of(rows)
            return lambda session, *named: import_remarks(session, remarks, *named)
        case Table.AWARENESS:
            actions = awareness_of(rows)
            return lambda session, *named: import_awareness(session, actions, *named)
        case Table.READINGS:
            readings = readings_of(rows, today)
            return lambda session, *named: import_readings(session, readings, *named)
        case _:
            published = publications_of(rows)
            return lambda session, *named: import_publications(session, published, *named)


def _import_all(
    session: Session, parts: Sequence[Importing], file_name: str, progress: Progress
) -> ImportReport:
    """Import every table of a file as one batch, which is undone as one."""
    whole = ImportReport()
    for importing in parts:
        report = importing(session, file_name, progress)
        if whole.batch is not None and report.batch is not None:
            forget_batch(session, whole.batch)  # the later one keeps what both brought
        whole.add(report)
    return whole
