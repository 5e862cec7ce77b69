"""Readings files: CSV and XLSX under headings in three languages, or as platforms offer them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from outreach_app.errors import Problem, UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.folding import fold_words
from outreach_app.rules.validation import Checks
from outreach_app.services.readings import ReadingDraft
from outreach_app.transfer.mappings import Headings, guess_mapping, heading_words
from outreach_app.transfer.named_rows import NamedRow, headings_of
from outreach_app.transfer.partner_entries import code_of
from outreach_app.transfer.partners_file import read_rows
from outreach_app.transfer.platforms import Platform, fields_of, platform_of
from outreach_app.transfer.reading import YES, RowReader

HEADINGS: Headings = {
    "publication": ("publication", "reference", "référence", "address", "link", "lien", "url",
                    "المادة", "المادة الإعلامية", "المرجع", "الرابط"),
    "account": ("account", "compte", "compte officiel", "page", "الصفحة", "الصفحة الرسمية"),
    "read_on": ("read_on", "date", "date du relevé", "relevé le", "التاريخ", "تاريخ القياس"),
    "read_at": ("read_at", "heure", "hour", "time", "الساعة"),
    "views": ("views", "vues", "المشاهدات", "عدد المشاهدات", "nombre de vues"),
    "reactions": ("reactions", "réactions", "likes", "j'aime", "الإعجابات", "عدد الإعجابات"),
    "comments": ("comments", "commentaires", "التعليقات", "عدد التعليقات"),
    "shares": ("shares", "partages", "التقاسم"),
    "interactions": ("interactions", "التفاعلات", "total"),
    "followers": ("followers", "abonnés", "المنخرطون", "المنخرطين", "المتابعون", "المتابعين",
                  "عدد المتابعين", "subscribers"),
    "at_least": ("at_least", "plus de", "au moins", "أزيد من"),
    "source": ("source", "المصدر"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadingEntry:
    """One row; `names` is the reference or address of its publication, None for an account.

    With `problems` it cannot be imported.
    """

    raw: dict[str, str]
    line: int
    names: str | None
    draft: ReadingDraft
    problems: tuple[Problem, ...]
    not_taken: frozenset[str]


def read_readings(
    path: Path, today: date, mapping: Mapping[str, str] | None = None
) -> list[ReadingEntry]:
    """Return every row of a file. Raises UnreadableFile as `readings_of` does."""
    return readings_of(read_rows(path), today, mapping)


def readings_of(
    rows: Sequence[NamedRow], today: date, mapping: Mapping[str, str] | None = None
) -> list[ReadingEntry]:
    """Read the rows of a table; a platform's was read `today`, and its rows of sums are ignored.

    Raises UnreadableFile if no column names a publication or an account.
    """
    headings = headings_of(rows)
    platform = platform_of(headings) if mapping is None else None
    if platform is not None:
        fields: Mapping[str, str] = fields_of(platform, headings)
    else:
        fields = mapping if mapping is not None else guess_mapping(headings, HEADINGS)
    if not {"publication", "account"} & set(fields.values()):
        message = _(
            "No column names a publication or an official account. Name one column {publication} "
            "or {account}."
        )
        names = (heading_words(field, HEADINGS) for field in ("publication", "account"))
        publication, account = map(isolate, names)
        raise UnreadableFile(message.format(publication=publication, account=account))
    entries = [_entry(line, row, fields, platform, today) for line, row in rows]
    return [entry for entry in entries if platform is None or not _is_sum(entry)]


def _entry(
    line: int,
    row: dict[str, str],
    fields: Mapping[str, str],
    platform: Platform | None,
    today: date,
) -> ReadingEntry:
    checks = Checks()
    reader = RowReader({fields[name]: row[name] for name in row if name in fields}, checks)
    names, account = reader.line("publication"), code_of(reader.line("account"), "pc")
    if names is not None and platform is not None:
        names = platform.address.format(names)
    mark = "," if platform is not None else ""  # platforms write numbers in English form
    draft = ReadingDraft(
        read_on=today if platform is not None else reader.day("read_on"),
        account=account,
        read_at=reader.hour("read_at"),
        source="rs.platform" if platform is not None else _source(reader),
        is_at_least=is_yes(reader.line("at_least")),
        views=reader.count("views", mark),
        reactions=reader.count("reactions", mark),
        comments=reader.count("comments", mark),
        shares=reader.count("shares", mark),
        interactions=reader.count("interactions", mark),
        followers=reader.count("followers", mark),
    )
    not_taken = frozenset(
        name
        for name, value in row.items()
        if platform is None and name not in fields and value.strip()
    )
    return ReadingEntry(row, line, names, draft, tuple(checks.problems), not_taken)


def is_yes(words: str | None) -> bool:
    """Return whether a cell says yes, in any of the languages of files."""
    return fold_words(words or "") in YES


def _source(reader: RowReader) -> str | None:
    return code_of(reader.line("source"), "rs") or "rs.page"


def _is_sum(entry: ReadingEntry) -> bool:
    """Return whether a row of a platform's table is the sum of the others."""
    return entry.names is None or entry.names.casefold().endswith("/total")
