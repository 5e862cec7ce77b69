"""The archive of an elimination list: open formats in one ZIP, with the checksum of each file.

It must be readable for archivists in fifty years. Source: law 69-99, article 9.
"""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.models import AccessRow, Bundle, Identity, Record
from outreach_app.models.base import moment_text, snapshot
from outreach_app.queries.listed_records import ListedItem
from outreach_app.queries.records import get_own_office
from outreach_app.rights import Right, use_case
from outreach_app.rules.retention import UNARCHIVED
from outreach_app.summaries.prose.circulation import LEVEL_FILE, Circulation
from outreach_app.transfer.csv_file import csv_of
from outreach_app.transfer.register.columns import noun_tables
from outreach_app.transfer.register.writing import row_without_names
from outreach_app.untrusted_files import open_regular

SUMS, RECORDS, LOG = "SHA256SUMS", "records.json", "access_log.csv"
EXCHANGE = "exchange_files.csv"
_LOG_COLUMNS = ("n", "at", "account", "role", "act", "verb", "record", "count", "head")
_FILE_COLUMNS = (
    *("moved_at", "direction", "partner", "device", "file_name", "first", "last", "count"),
    *("status", "code", "has_names"),
)
_PORTION = 1 << 20  # bytes read at once
# One date for all: the same list gives the same bytes.
_DATE = (1980, 1, 1, 0, 0, 0)


@use_case(Right.RETENTION, is_logged=False)
def make_archive(
    session: Session, items: Sequence[ListedItem], papers: Mapping[str, bytes]
) -> tuple[bytes, int]:
    """Pack the records of a list as tables, as JSON and with its papers.

    Return the bytes and the number of records. Names and contacts are left out, and so is what was
    never a record.
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
    parts[LEVEL_FILE] = f"{Circulation.INTERNAL.both}\n".encode()
    rows = _log_rows(session, items)
    if rows:
        parts[LOG] = csv_of(list(_LOG_COLUMNS), rows)
    files = [bundle for item in items for bundle in item.bundles]
    if files:
        parts[EXCHANGE] = csv_of(list(_FILE_COLUMNS), [_file_row(file) for file in files])
    return _zipped(parts), len(records) + len(rows) + len(files)


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hex. Raises UnreadableFile."""
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


def _file_row(bundle: Bundle) -> dict[str, str]:
    told = {name: getattr(bundle, name) for name in _FILE_COLUMNS[1:]}
    words = {name: "" if value is None else str(value) for name, value in told.items()}
    return {"moved_at": moment_text(bundle.moved_at)} | words


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    sums = "".join(f"{sha256(part).hexdigest()}  {name}\n" for name, part in sorted(parts.items()))
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in sorted({**parts, SUMS: sums.encode()}.items()):
            archive.writestr(zipfile.ZipInfo(name, _DATE), part, zipfile.ZIP_DEFLATED)
    return content.getvalue()
