"""The JSON form of communication, `outreach-communication` version 1: to tables, and back.

An item holds the fields of its record, flat. Findings name their rumours by `uid`, which is only
valid within the file, and publications by reference. A remark holds its referral and its
commitment.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from outreach_app.errors import Problem, UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.transfer.communication_tables import Table
from outreach_app.transfer.json_file import lines_of_items, other_format, read_json
from outreach_app.transfer.named_rows import NamedRow, require_rows
from outreach_app.transfer.reports import FailedRow

FORMAT, VERSION = _KNOWN = "outreach-communication", 1
ENDING = ".json"
# The lists in import order: records that others name come first.
SECTIONS = {
    Table.PUBLICATIONS: "publications",
    Table.READINGS: "readings",
    Table.RUMOURS: "rumours",
    Table.REMARKS: "remarks",
    Table.AWARENESS: "awareness",
}
FINDINGS = "findings"
# Nested items, which are columns of the item's row in a table.
PARTS = ("referral", "commitment")
# A finding's fields for each rumour that it names, and their columns in the table.
FOUND = {
    "result": "result",
    "found_on": "found_on",
    "found_at": "found_at",
    "source": "source",
    "fact": "fact",
    "translation": "fact_translation",
    "publication": "rectification",
}
# Fields with another name in their table.
NAMES: dict[Table, dict[str, str]] = {
    Table.RUMOURS: {"text": "rumour", "is_urgent": "urgent"},
    Table.REMARKS: {"text": "remark", "received_through": "channel", "raised_by": "partner"},
    Table.READINGS: {"is_at_least": "at_least"},
    Table.PUBLICATIONS: {"uid": "reference"},
}
# The language of a text is judged by its letters.
_UNREAD = {"uid", "language"}
_LIST = "; "


def read_document(path: Path) -> tuple[dict[Table, list[NamedRow]], list[FailedRow]]:
    """Return the rows of each list of a file, and the findings that are of no rumour in it.

    Raises UnreadableFile.
    """
    text, whole = read_json(path)
    if not isinstance(whole, dict) or (whole.get("format"), whole.get("version")) != _KNOWN:
        raise other_format(path, FORMAT, "CSV, XLSX")
    _require_records(whole)
    rows = {
        table: list(_rows(text, whole, table)) for table, name in SECTIONS.items() if name in whole
    }
    uids = [_cell(item.get("uid")) for item in whole.get(SECTIONS[Table.RUMOURS], ())]
    heard = dict(zip(uids, rows.get(Table.RUMOURS, ()), strict=True))
    failed = list(_spread(text, whole, heard))
    require_rows(path.name, sum(map(len, rows.values())) + len(failed))
    return rows, failed


def _require_records(whole: Mapping[str, object]) -> None:
    """Raise UnreadableFile for items that are not records, by list and position."""
    for name in (*SECTIONS.values(), FINDINGS):
        items = whole.get(name, [])
        if not isinstance(items, list):
            raise UnreadableFile(
                _("“{name}” in this file is not a list.").format(name=isolate(name))
            )
        for place, item in enumerate(items, start=1):
            if not isinstance(item, dict):
                message = _("Item {place} of “{name}” in this file is not a record.")
                raise UnreadableFile(message.format(place=isolate(str(place)), name=isolate(name)))


def _rows(
    text: str, whole: Mapping[str, list[dict[str, object]]], table: Table
) -> Iterator[NamedRow]:
    name, names = SECTIONS[table], NAMES.get(table, {})
    for line, item in zip(lines_of_items(text, name), whole[name], strict=True):
        cells = dict(_cells(item))
        yield (
            line,
            {
                names.get(field, field): cell
                for field, cell in cells.items()
                if field in names or field not in _UNREAD
            },
        )


def _cells(item: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield the cells of an item; nested ones have joined names, e.g. `referral_to`."""
    for name, value in item.items():
        if name in PARTS and isinstance(value, dict):
            yield from ((f"{name}_{part}", _cell(each)) for part, each in value.items())
        else:
            yield name, _cell(value)


def _cell(value: object) -> str:
    if isinstance(value, list):
        return _LIST.join(map(_cell, value))
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value)


def _spread(
    text: str, whole: Mapping[str, list[dict[str, object]]], heard: Mapping[str, NamedRow]
) -> Iterator[FailedRow]:
    """Write the findings into the rows of the rumours that they name; yield those of no rumour."""
    if FINDINGS not in whole:
        return
    message = _("A finding names only rumours of this file, each by its {uid}.")
    refused = Problem("rumours", "no_such_rumour", message.format(uid=isolate("uid")))
    lines = lines_of_items(text, FINDINGS)
    for number, (line, finding) in enumerate(zip(lines, whole[FINDINGS], strict=True), start=1):
        named = finding.get("rumours")
        # A field that is not known is told as ignored, like those of other items.
        said = {
            FOUND.get(name, f"finding_{name}"): _cell(value)
            for name, value in finding.items()
            if name not in _UNREAD and name != "rumours"
        }
        uids = named if isinstance(named, list) else []
        if not uids or not all(isinstance(uid, str) and uid in heard for uid in uids):
            record = " ".join((_("Result of the verification"), isolate(str(number))))
            yield FailedRow(line, (refused,), {"rumours": _cell(named)} | said, record)
            continue
        for uid in uids:
            heard[uid][1].update(said)
