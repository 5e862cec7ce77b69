"""The rows that an import refused, as a file of the same kind with the reasons, to be corrected."""

import json
from collections.abc import Sequence
from pathlib import Path

from outreach_app import i18n
from outreach_app.atomic_files import write_whole
from outreach_app.i18n import gettext as _
from outreach_app.rules.identifiers import cover_identity_numbers
from outreach_app.transfer.csv_file import csv_of
from outreach_app.transfer.meetings_file import FORMAT, VERSION
from outreach_app.transfer.reports import FailedRow, is_reasons, reasons_heading
from outreach_app.transfer.table_file import Sheet, workbook_of


def write_refused(path: Path, failed: Sequence[FailedRow]) -> None:
    """Write refused rows in the form of the name's suffix, readable for this user only.

    Identity-card numbers are covered: they may not be kept, least of all in the clear. Importing
    the corrected file ignores the reasons in it. Raises WriteFailed.
    """
    forms = {".xlsx": _xlsx, ".json": _json}
    has_cards = any(isinstance(row.raw, tuple) for row in failed)  # which have no other form
    form = _cards if has_cards else forms.get(path.suffix.lower(), _csv)
    write_whole(path, form(failed))


def _csv(failed: Sequence[FailedRow]) -> bytes:
    rows = _rows(failed)
    return csv_of(_names(rows), rows)


def _xlsx(failed: Sequence[FailedRow]) -> bytes:
    rows = _rows(failed)
    names = _names(rows)
    cells = [[row.get(name, "") for name in names] for row in rows]
    return workbook_of([Sheet(_("Refused rows"), names, cells, i18n.current())])


def _json(failed: Sequence[FailedRow]) -> bytes:
    content = {
        "format": FORMAT,
        "version": VERSION,
        "meetings": [_covered(row.raw) for row in failed],
        "reasons": [[problem.message for problem in row.problems] for row in failed],
    }
    return json.dumps(content, indent=1).encode()


def _cards(failed: Sequence[FailedRow]) -> bytes:
    """Return the cards as they were read, each with its reason in a property before its end."""
    cards = []
    for row in failed:
        if isinstance(row.raw, tuple):
            lines = [_covered_line(line) for line in row.raw]
            lines.insert(len(lines) - (lines[-1] == "END:VCARD"), f"X-REASONS:{_reasons(row)}")
            cards += [f"{line}\r\n" for line in lines]
    return "".join(cards).encode(errors="surrogateescape")


def _rows(failed: Sequence[FailedRow]) -> list[dict[str, str]]:
    return [
        {
            cover_identity_numbers(str(name)): cover_identity_numbers(str(value))
            for name, value in row.raw.items()
            if not is_reasons(str(name))
        }
        | {reasons_heading(): _reasons(row)}
        for row in failed
        if isinstance(row.raw, dict)
    ]


def _covered_line(line: str) -> str:
    """Return a line of a card; one that divides a number between its parts is one part."""
    covered = cover_identity_numbers(line)
    whole = covered.replace(";", " ")
    return covered if cover_identity_numbers(whole) == whole else cover_identity_numbers(whole)


def _covered(value: object) -> object:
    """Return a JSON value with the identity-card numbers in its texts covered."""
    match value:
        case str():
            return cover_identity_numbers(value)
        case list():
            return [_covered(item) for item in value]
        case dict():
            return {name: _covered(item) for name, item in value.items()}
        case _:
            return value


def _names(rows: Sequence[dict[str, str]]) -> list[str]:
    """Return every column of the rows, the reasons last."""
    names = dict.fromkeys(name for row in rows for name in row if name != reasons_heading())
    return [*names, reasons_heading()]


def _reasons(row: FailedRow) -> str:
    return " ".join(dict.fromkeys(problem.message for problem in row.problems))
