"""The fixed text of the notice, the extract and the proof: `resources/data_protection.tsv`.

Source: law 09-08, articles 5 (information), 7 (access), 8 (rectification), 9 (objection).
"""

import csv
import re
from dataclasses import dataclass
from functools import cache

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.vocabulary import RESOURCES

LAW = "09-08"
# Private-use characters: placeholders of facts while the text around them is formatted.
_FIRST_MARK = 0xE000


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one document ("notice", "extract", "proof") in one language."""

    document: str
    language: Language

    def one(self, key: str, **slots: str) -> str:
        """Return a text as it is set on paper, its slots filled."""
        found = _table()[f"{self.document}.{key}"][self.language.value]
        return typeset(found.format(law=LAW, **slots), self.language)

    def several(self, key: str, **slots: str) -> tuple[str, ...]:
        """Return the texts that are numbered under a key."""
        start = f"{self.document}."
        keys = [name for name in _table() if name.startswith(f"{start}{key}.")]
        return tuple(self.one(name.removeprefix(start), **slots) for name in keys)

    def dated(self, key: str, day: Span, **slots: str | Span) -> Text:
        """Return a text with a day in it, and the other facts of its slots."""
        return self.filled(key, day=day, **slots)

    def filled(self, key: str, **slots: str | Span) -> Text:
        """Return a text with the facts of its slots."""
        facts = {name: slot for name, slot in slots.items() if isinstance(slot, Span)}
        marks = {name: chr(_FIRST_MARK + place) for place, name in enumerate(facts)}
        fixed = {name: slot for name, slot in slots.items() if isinstance(slot, str)}
        parts = re.split("([\ue000-\uf8ff])", self.one(key, **marks, **fixed))
        spans = list(facts.values())
        return text(
            *(spans[ord(part) - _FIRST_MARK] if part in marks.values() else part for part in parts)
        )


@cache
def _table() -> dict[str, dict[str, str]]:
    with (RESOURCES / "data_protection.tsv").open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["key"]: row for row in rows}
