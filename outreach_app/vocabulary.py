"""The closed bilingual lists: topics, kinds, types, destinations, statuses, frequent points."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from outreach_app.i18n import Language

RESOURCES = Path(__file__).parent.parent / "resources"

_FILES = {
    "tp": "topics",
    "as": "association_types",
    "pr": "professions",
    "mt": "meeting_kinds",
    "ch": "channels",
    "rf": "referral_destinations",
    "cst": "commitment_statuses",
    "out": "reactions",
    "pt": "partner_categories",
    "st": "statuses",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a catalogue; `code` is what the store keeps (`tp.3.1`)."""

    code: str
    ar: str
    fr: str

    def label(self, language: Language) -> str:
        return self.ar if language is Language.ARABIC else self.fr


@dataclass(frozen=True, slots=True)
class Phrase:
    """A frequent point, written in both languages, under the topic it belongs to."""

    code: str
    kind: str
    topic: str
    ar: str
    fr: str

    def label(self, language: Language) -> str:
        return self.ar if language is Language.ARABIC else self.fr


@cache
def catalogue(prefix: str) -> dict[str, Entry]:
    """The entries of one list in their order, by code; `prefix` as in `tp`, `as`, `mt`."""
    rows = _rows(RESOURCES / "catalogues" / f"{_FILES[prefix]}.tsv")
    return {row["code"]: Entry(**row) for row in rows}


@cache
def phrases() -> dict[str, Phrase]:
    """The phrase bank in its order, by code."""
    return {row["code"]: Phrase(**row) for row in _rows(RESOURCES / "catalogues" / "phrases.tsv")}


def label(code: str, language: Language) -> str:
    """The words of a code in one language. Raises KeyError for a code of no list."""
    return entry(code).label(language)


def entry(code: str) -> Entry:
    """The entry of a code. Raises KeyError for a code of no list."""
    return catalogue(code.partition(".")[0])[code]


def is_known(code: str, *prefixes: str) -> bool:
    """Whether the code is an entry of one of these lists."""
    prefix = code.partition(".")[0]
    return prefix in prefixes and code in catalogue(prefix)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
