"""The archive of what is to be destroyed: open formats in one ZIP, with the checksum of each file.

It is not encrypted: it is made to be read in fifty years by whoever keeps archives. Source: law
69-99, article 9.
"""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.errors import UnreadableFile
from outreach_app.foreign import open_regular
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.models import AccessRow, Identity, Record
from outreach_app.models.base import moment_text, snapshot
from outreach_app.queries.listed_records import ListedItem
from outreach_app.queries.records import get_own_office
from outreach_app.rights import Right, use_case
from outreach_app.rules.retention import UNARCHIVED
from outreach_app.transfer.csv_file import csv_of
from outreach_app.transfer.register.columns import noun_tables
from outreach_app.transfer.register.writing import row_without_names
from outreach_app.whole import write_whole

SUMS, RECORDS, LOG = "SHA256SUMS", "records.json", "access_log.csv"
_LOG_COLUMNS = ("n", "at", "account", "role", "act", "verb", "record", "count", "head")
_PORTION = 1 << 20  # bytes read at once
# One date for all: the same list makes the same bytes.
_DATE = (1980, 1, 1, 0, 0, 0)


@use_case(Right.RETENTION, is_logged=False)
def write_archive(
    session: Session, items: Sequence[ListedItem], papers: Mapping[str, bytes], path: Path
) -> int:
    """Write what stands on a list, as tables, as JSON and with its papers; return how many records.

    Names and contacts are left out, and what was never a record. The file is read back: each part
    against its checksum. Raises WriteFailed, and UnreadableFile (`archive_differs`).
    """
    records = [
        record
        for item in items
        if item.row.kind not in UNARCHIVED
        for record in item.tree
        if not isinstance(record, Identity)
    ]
    told = [
        {"noun": each.contract.entity, "uid": str(each.uid), "fields": snapshot(each)}
        for each in records
    ]
    parts = dict(papers)
    parts[RECORDS] = msgspec.json.format(msgspec.json.encode(told), indent=1)
    parts |= _tables(session, records)
    rows = _log_rows(session, items)
    if rows:
        parts[LOG] = csv_of(list(_LOG_COLUMNS), rows)
    write_whole(path, _zipped(parts))
    _require_whole(path, parts)
    return len(records) + len(rows)


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, as hex digits. Raises UnreadableFile."""
    made = sha256()
    with open_regular(path) as file:
        while portion := file.read(_PORTION):
            made.update(portion)
    return made.hexdigest()


def _tables(session: Session, records: Sequence[Record]) -> dict[str, bytes]:
    own = get_own_office(session)
    tables = {}
    for table in noun_tables():
        found = [record for record in records if isinstance(record, table.model)]
        rows = [
            dict(zip(table.headings, row_without_names(table, record, own), strict=True))
            for record in found
        ]
        if rows:
            tables[f"{table.name}.csv"] = csv_of(table.headings, rows)
    return tables


def _log_rows(session: Session, items: Iterable[ListedItem]) -> list[dict[str, str]]:
    last = max((item.last_row for item in items if item.last_row is not None), default=0)
    statement = select(AccessRow).where(AccessRow.n <= last, AccessRow.act != "cut")
    return [
        {
            "n": str(row.n),
            "at": moment_text(row.at),
            "account": str(row.account or ""),
            "role": row.role,
            "act": row.act,
            "verb": row.verb or "",
            "record": str(row.record or ""),
            "count": "" if row.count is None else str(row.count),
            "head": row.head.hex(),
        }
        for row in session.scalars(statement.order_by(AccessRow.n))
    ]


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    sums = "".join(f"{sha256(part).hexdigest()}  {name}\n" for name, part in sorted(parts.items()))
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in sorted({**parts, SUMS: sums.encode()}.items()):
            archive.writestr(zipfile.ZipInfo(name, _DATE), part, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def _require_whole(path: Path, parts: Mapping[str, bytes]) -> None:
    """Read an archive back from its disk, as `sha256sum --check` does."""
    try:
        with zipfile.ZipFile(path) as archive:
            lines = archive.read(SUMS).decode().splitlines()
            told = {
                name: digest for digest, _blank, name in (each.partition("  ") for each in lines)
            }
            read = {name: sha256(archive.read(name)).hexdigest() for name in parts}
            is_whole = told == read and set(archive.namelist()) == {*parts, SUMS}
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        is_whole = False
    if not is_whole:
        message = _(
            "The archive {file} does not read back as it was written, and nothing was noted of it."
            " Try another stick or folder."
        )
        message = message.format(file=isolate(path.name))
        raise UnreadableFile(message, code="archive_differs")
