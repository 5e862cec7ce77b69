"""Publications files: CSV and XLSX under headings in Arabic, French or English."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from outreach_app.errors import Problem, UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.folding import fold_words, stem
from outreach_app.rules.validation import Checks
from outreach_app.services.publications import PublicationDraft, check_publication
from outreach_app.transfer.mappings import KIND, Headings, guess_mapping, heading_words
from outreach_app.transfer.named_rows import NamedRow, headings_of
from outreach_app.transfer.partner_entries import by_script, code_of
from outreach_app.transfer.partners_file import read_rows
from outreach_app.transfer.reading import RowReader
from outreach_app.transfer.reports import is_reasons
from outreach_app.vocabulary import is_known

# The usual headings for each field, in the three languages of files.
HEADINGS: Headings = {
    "reference": ("reference", "référence", "المرجع", "رقم", "id", "uid"),
    "kind": (*KIND, "genre", "نوع المادة"),
    "published_on": ("published_on", "date", "publié le", "publiée le", "date de publication",
                     "التاريخ", "تاريخ النشر"),
    "published_at": ("published_at", "heure", "hour", "time", "الساعة"),
    "since_on": ("since_on", "depuis le", "comptées depuis le", "من", "منذ", "تُحتسب منذ"),
    "title_ar": ("title_ar", "العنوان", "العنوان بالعربية", "titre en arabe", "titre arabe"),
    "title_fr": ("title_fr", "titre", "title", "intitulé", "objet", "titre en français",
                 "titre français", "العنوان بالفرنسية"),
    "text_ar": ("text_ar", "النص", "النص بالعربية", "texte en arabe"),
    "text_fr": ("text_fr", "texte", "text", "texte en français", "النص بالفرنسية"),
    "channels": ("channels", "channel", "canal", "canaux", "support", "supports", "القناة",
                 "القنوات", "قنوات النشر"),
    "topic": ("topic", "thématique", "thème", "الموضوع"),
    "address": ("address", "link", "lien", "url", "adresse", "permalink", "الرابط"),
    "issuer": ("issuer", "émetteur", "émise par", "الجهة المصدرة"),
    "count": ("count", "nombre", "total", "العدد", "المجموع"),
}  # fmt: skip
# Other words for kinds than those of the list; plurals are found by their stem.
_KINDS = {"تصويب": "pb.rectification", "rectification": "pb.rectification", "تغريدة": "pb.post"}


@dataclass(frozen=True, slots=True)
class PublicationEntry:
    """One row; with `problems` it cannot be imported. `not_taken` are columns that are no field."""

    raw: dict[str, str]
    line: int
    draft: PublicationDraft
    problems: tuple[Problem, ...]
    not_taken: frozenset[str]


def read_publications(
    path: Path, mapping: Mapping[str, str] | None = None
) -> list[PublicationEntry]:
    """Return every row of a file. Raises UnreadableFile as `publications_of` does."""
    return publications_of(read_rows(path), mapping)


def publications_of(
    rows: Sequence[NamedRow], mapping: Mapping[str, str] | None = None
) -> list[PublicationEntry]:
    """Read the rows of a table; without a mapping the headings decide.

    Raises UnreadableFile if no column is a kind or a day.
    """
    fields = mapping if mapping is not None else guess_mapping(headings_of(rows), HEADINGS)
    missing = {"kind", "published_on"} - set(fields.values())
    if missing:
        message = _(
            "No column gives the kind of a publication or the day it came out. Name these two "
            "columns {kind} and {day}."
        )
        kind, day = (heading_words(field, HEADINGS) for field in ("kind", "published_on"))
        raise UnreadableFile(message.format(kind=isolate(kind), day=isolate(day)))
    return [_entry(line, row, fields) for line, row in rows]


def _entry(line: int, row: dict[str, str], mapping: Mapping[str, str]) -> PublicationEntry:
    checks = Checks()
    reader = RowReader({mapping[name]: row[name] for name in row if name in mapping}, checks)
    title_ar, title_fr = by_script(reader.line("title_ar"), reader.line("title_fr"))
    text_ar, text_fr = by_script(reader.words("text_ar"), reader.words("text_fr"))
    draft = PublicationDraft(
        kind=_kind(reader.required("kind")),
        published_on=reader.day("published_on"),
        published_at=reader.hour("published_at"),
        since_on=reader.day("since_on"),
        title_ar=title_ar,
        title_fr=title_fr,
        text_ar=text_ar,
        text_fr=text_fr,
        topic=code_of(reader.line("topic"), "tp"),
        channels=_channels(reader.line("channels")),
        address=reader.line("address"),
        issuer=reader.line("issuer"),
        reference=reader.line("reference"),
        count=1 if reader.line("count") is None else reader.count("count"),
    )
    unread = {problem.field for problem in checks.problems}
    found = [problem for problem in check_publication(draft) if problem.field not in unread]
    not_taken = frozenset(
        name
        for name, value in row.items()
        if name not in mapping and value.strip() and not is_reasons(name)
    )
    return PublicationEntry(row, line, draft, (*checks.problems, *found), not_taken)


def _kind(words: str) -> str:
    """Return the code for words of a kind, singular or plural; else the words."""
    code = code_of(words, "pb") or words
    if is_known(code, "pb"):
        return code
    singular = " ".join(stem(word) for word in fold_words(words).split())
    for known, kind in _KINDS.items():
        if singular == stem(fold_words(known)):
            return kind
    return code_of(singular, "pb") or words


def _channels(words: str | None) -> tuple[str, ...]:
    parts = (part.strip() for part in (words or "").replace("؛", ";").split(";"))
    return tuple(dict.fromkeys(code_of(part, "pc") or part for part in parts if part))
