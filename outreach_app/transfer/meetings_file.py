"""Meetings files: the JSON format `outreach-meetings` version 1, and CSV of its plain fields."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from outreach_app.errors import Problem, UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, isolate_file
from outreach_app.transfer.foreign_files import WORKBOOK_SUFFIXES
from outreach_app.transfer.json_file import lines_of_items, other_format, read_json
from outreach_app.transfer.meeting_entries import FileMeeting, read_entry
from outreach_app.transfer.meeting_leftovers import without_unplaced, without_wrong
from outreach_app.transfer.meetings_table import TableReading, meetings_of
from outreach_app.transfer.named_rows import NamedRow, require_rows
from outreach_app.transfer.partners_file import read_rows
from outreach_app.untrusted_files import open_regular

FORMAT, VERSION = "outreach-meetings", 1
JSON = ".json"
TABLES = (".csv", *WORKBOOK_SUFFIXES)
SUFFIXES = (JSON, *TABLES)
_MAX_REFUSED = 1_000  # rows, if none before was good


def read_meetings(path: Path) -> list[FileMeeting]:
    """Read every meeting of a file. Raises UnreadableFile if it is not a meetings file.

    A file is given up, whatever its form, if its first thousand rows are all refused.
    """
    entries: list[FileMeeting] = []
    count, read = _json_entries(path) if path.suffix.lower() == JSON else _table_entries(path)
    require_rows(path.name, count)
    for entry in read:
        entries.append(entry)
        if len(entries) == _MAX_REFUSED and all(entry.problems for entry in entries):
            raise _hopeless(entries[0], count - _MAX_REFUSED)
    return entries


def table_meetings(
    rows: Sequence[NamedRow], reading: TableReading | None = None
) -> Iterator[FileMeeting]:
    """Read the rows of a table as meetings. Raises UnreadableFile if no column is the date.

    A value that a meeting can lack does not refuse its row: it is left out, to be completed.
    """
    usual = reading.usual if reading else {}
    lines: dict[object, int] = {}
    for (line, raw), values in meetings_of(rows, reading):
        kept, left = without_unplaced(values)
        entry = read_entry(raw, kept, line)
        while sound := without_wrong(kept, entry.problems, usual):
            kept, wrong = sound
            left += wrong
            entry = read_entry(raw, kept, line)
        left += _says_nothing(entry)
        entry = replace(entry, to_complete=tuple(left), is_guessed=True)
        first = lines.setdefault((entry.draft, entry.partners), line) if entry.draft else line
        yield entry if first == line else _same_as(first, entry)


def _says_nothing(entry: FileMeeting) -> list[Problem]:
    """Return a problem for a row of which nothing but its day and its kind is known."""
    draft = entry.draft
    if draft is None or entry.partners or draft.reference or draft.points or draft.assessment:
        return []
    if draft.subject_ar or draft.subject_fr or draft.headcount:
        return []
    message = _("There is nothing but a date: say what it was about, and with whom.")
    return [Problem("partners", "only_day", message)]


def _same_as(first: int, entry: FileMeeting) -> FileMeeting:
    """Refuse a row that the file has before: one meeting is not counted twice."""
    message = _("The same as line {line}: it is not taken a second time.")
    problem = Problem("held_on", "same_row", message.format(line=isolate(str(first))))
    return replace(entry, draft=None, problems=(problem,), to_complete=())


def _hopeless(first: FileMeeting, left: int) -> UnreadableFile:
    message = _(
        "Nothing was imported: the first {count} rows are all refused, and the rest were not "
        "checked: {left}. Line {line}, {field}: {reason}"
    )
    problem = first.problems[0]
    text = message.format(
        count=isolate(str(_MAX_REFUSED)),
        left=isolate(str(left)),
        line=isolate(str(first.line)),
        field=isolate(problem.field or ""),
        reason=problem.message,
    )
    return UnreadableFile(text, first.line)


def _table_entries(path: Path) -> tuple[int, Iterator[FileMeeting]]:
    if path.suffix.lower() not in TABLES:
        message = _(
            "The file {file} is neither JSON, CSV, XLSX, XLS nor ODS. Save meetings as one of "
            "these."
        )
        with open_regular(path):  # one that is not there is not told by its name
            raise UnreadableFile(message.format(file=isolate_file(path.name)))
    rows = read_rows(path)
    return len(rows), table_meetings(rows)


def _json_entries(path: Path) -> tuple[int, Iterator[FileMeeting]]:
    text, whole = read_json(path)
    if (
        not isinstance(whole, dict)
        or (whole.get("format"), whole.get("version")) != (FORMAT, VERSION)
        or not isinstance(whole.get("meetings"), list)
    ):
        raise other_format(path, FORMAT, "CSV, XLSX")
    items = whole["meetings"]
    lines = lines_of_items(text, "meetings")
    return len(items), (
        read_entry(item, item, line) for line, item in zip(lines, items, strict=True)
    )
