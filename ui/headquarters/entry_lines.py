"""The lines of the catalogue, as all stores have them after an exchange."""

from collections.abc import Sequence
from dataclasses import dataclass

from outreach_app.i18n import Language, current, isolate
from outreach_app.i18n import gettext as _
from outreach_app.queries.catalogue_entries import CatalogueEntryRow
from outreach_app.vocabulary import LEXICON, PHRASES, catalogue, is_of_file, topic_of
from ui.forms.choice_editor import capitalised
from ui.tables.columns import Column, Icon
from ui.words import code_words, phrase_words


@dataclass(frozen=True, slots=True)
class EntryLine:
    """A code with its words; `entry` is headquarters’ own wording, None if there is none."""

    code: str
    ar: str
    fr: str
    entry: CatalogueEntryRow | None

    @property
    def is_withdrawn(self) -> bool:
        return self.entry is not None and self.entry.is_withdrawn


def entry_lines(prefix: str, rows: Sequence[CatalogueEntryRow]) -> list[EntryLine]:
    """Return the entries of one list in order, then the withdrawn ones."""
    said = {row.code: row for row in rows if not row.is_withdrawn}
    offered = catalogue(prefix)
    lines = [EntryLine(row.code, row.ar, row.fr, said.get(row.code)) for row in offered.values()]
    gone = {row.code: row for row in rows if row.is_withdrawn and row.code not in offered}
    return lines + [
        EntryLine(row.code, row.ar, row.fr, row)
        for row in gone.values()
        if row.code.partition(".")[0] == prefix
    ]


def next_code(prefix: str, beside: EntryLine | None) -> str:
    """Propose a code for a new entry: a topic’s is the next one of the axis."""
    axis = beside.code if beside is not None and prefix == "tp" else ""
    if not axis:
        return f"{prefix}."
    axis = ".".join(axis.split(".")[:2])
    numbers = [int(code.rpartition(".")[2]) for code in catalogue(prefix) if _is_under(code, axis)]
    return f"{axis}.{max(numbers, default=0) + 1}"


def _is_under(code: str, axis: str) -> bool:
    return code.startswith(f"{axis}.")


def _origin_words(line: EntryLine) -> str:
    if line.entry is None:
        return _("Of the program")
    if line.is_withdrawn:
        return _("Withdrawn")
    if is_of_file(line.code):
        return _("Reworded")
    return _("Of a precinct") if line.code.startswith(f"{PHRASES}.") else _("Added")


def _origin_icon(line: EntryLine) -> Icon:
    if line.entry is None:
        return Icon("books", "muted")
    if line.is_withdrawn:
        return Icon("minus-circle", "warn")
    return Icon("pencil-simple", "info") if is_of_file(line.code) else Icon("plus", "ok")


def _title(language: Language) -> str:
    return _("In Arabic") if language is Language.ARABIC else _("In French")


def _words(line: EntryLine, language: Language) -> str:
    return line.ar if language is Language.ARABIC else capitalised(line.fr)


def title_of(code: str) -> str:
    """Return the title of an entry: its own words, or the topic whose words it contains."""
    if code.startswith(f"{PHRASES}."):
        return phrase_words(code)
    return code_words(topic_of(code) if code.startswith(f"{LEXICON}.") else code)


# The language of the screen comes first.
ENTRY_COLUMNS: tuple[Column[EntryLine], ...] = (
    Column(
        lambda: _title(current()), lambda line: _words(line, current()), least=212, sort_key="own"
    ),
    Column(
        lambda: _title(current().other),
        lambda line: _words(line, current().other),
        width=400,
        sort_key="other",
    ),
    Column(
        lambda: _("Code"),
        lambda line: isolate(line.code),
        width=136,
        sort_key="code",
        by=lambda line: line.code,
    ),
    Column(lambda: _("Origin"), _origin_words, icon=_origin_icon, width=176, sort_key="origin"),
)
