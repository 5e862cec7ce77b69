"""The rows that an import refused, as a file of the same kind with the reasons: to be corrected."""

import json
from collections.abc import Sequence
from pathlib import Path

from outreach_app import i18n
from outreach_app.errors import NotAllowed, reason_words
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.transfer.csv_file import write_csv
from outreach_app.transfer.meetings_file import FORMAT, VERSION
from outreach_app.transfer.reports import FailedRow, is_reasons, reasons_heading
from outreach_app.transfer.table_file import Sheet, write_table


def write_refused(path: Path, failed: Sequence[FailedRow]) -> None:
    """Write refused rows by the ending of the name, for the eyes of this user alone.

    Importing the corrected file ignores the reasons in it. Raises NotAllowed (`not_writable`).
    """
    write = {".xlsx": _write_xlsx, ".json": _write_json, ".csv": _write_csv}
    try:
        path.touch(mode=0o600)
        write.get(path.suffix.lower(), _write_cards)(path, failed)
        path.chmod(0o600)
    except OSError as error:
        message = _(
            "The file {file} cannot be written: {reason}. Close it in other programs,"
            " or choose another place."
        )
        message = message.format(file=isolate(path.name), reason=reason_words(error))
        raise NotAllowed(message, code="not_writable") from error


def _write_csv(path: Path, failed: Sequence[FailedRow]) -> None:
    rows = _rows(failed)
    write_csv(path, _names(rows), rows)


def _write_xlsx(path: Path, failed: Sequence[FailedRow]) -> None:
    rows = _rows(failed)
    names = _names(rows)
    cells = [[row.get(name, "") for name in names] for row in rows]
    write_table(path, Sheet(_("Refused rows"), names, cells, i18n.current()))


def _write_json(path: Path, failed: Sequence[FailedRow]) -> None:
    content = {
        "format": FORMAT,
        "version": VERSION,
        "meetings": [row.raw for row in failed],
        "reasons": [[problem.message for problem in row.problems] for row in failed],
    }
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")


def _write_cards(path: Path, failed: Sequence[FailedRow]) -> None:
    """Cards byte for byte, each with its reason in a property before its end."""
    cards = []
    for row in failed:
        if isinstance(row.raw, bytes):
            lines = row.raw.split(b"\r\n")
            is_whole = lines[-1].strip().upper().replace(b" ", b"") == b"END:VCARD"
            reason = f"X-REASONS;CHARSET=UTF-8:{_reasons(row)}".encode()
            lines.insert(len(lines) - is_whole, reason)
            cards.append(b"\r\n".join(lines) + b"\r\n")
    path.write_bytes(b"".join(cards))


def _rows(failed: Sequence[FailedRow]) -> list[dict[str, str]]:
    return [
        {str(name): str(value) for name, value in row.raw.items() if not is_reasons(str(name))}
        | {reasons_heading(): _reasons(row)}
        for row in failed
        if isinstance(row.raw, dict)
    ]


def _names(rows: Sequence[dict[str, str]]) -> list[str]:
    """Every column of the rows, the reasons last."""
    names = dict.fromkeys(name for row in rows for name in row if name != reasons_heading())
    return [*names, reasons_heading()]


def _reasons(row: FailedRow) -> str:
    return " ".join(dict.fromkeys(problem.message for problem in row.problems))
