"""The closed bilingual lists: topics, kinds, types, destinations, statuses, frequent points."""

import csv
import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from outreach_app.i18n import AnyLanguage, Language, ScreenLanguage, isolate

RESOURCES = Path(__file__).parent.parent / "resources"
# Stored if a record must have a code and arrived with one that is in no list.
UNKNOWN = "?"
_MAX_SHOWN = 40

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
    "vr": "verification_results",
    "vs": "verification_sources",
    "rs": "reading_sources",
    "rk": "rumour_forms",
    "rh": "rumour_reaches",
    "rc": "circulation_channels",
    "rv": "remark_channels",
    "pb": "publication_kinds",
    "pc": "publication_channels",
    "dr": "decline_reasons",
}
LISTS = tuple(_FILES)
# Distinguishes the words of a topic from its label: `lx.6.1` holds words of `tp.6.1`. Headquarters
# edits them as a list; no record has such a code.
LEXICON = "lx"
# Frequent points: headquarters rewords the program's own, and adds what precincts propose.
PHRASES = "ph"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a catalogue; `code` is what the store keeps (`tp.3.1`)."""

    code: str
    ar: str
    fr: str
    en: str = ""

    def label(self, language: AnyLanguage) -> str:
        """Return its label; in French if it has no English one."""
        if language == ScreenLanguage.ENGLISH and self.en:
            return self.en.replace("'", "’")
        # Typographic apostrophes: the lists have typewriter ones.
        return self.ar if language == Language.ARABIC else self.fr.replace("'", "’")


@dataclass(frozen=True, slots=True)
class Phrase(Entry):
    """A frequent point, written in both languages, under the topic it belongs to."""

    kind: str = ""
    topic: str = ""


# What papers print for a code that is in no list: its readers know no codes.
_UNSPECIFIED = Entry(UNKNOWN, "غير محدد", "non précisé", "unspecified")


@dataclass(slots=True)
class _Overlay:
    """What headquarters added to the lists of the files, reworded or withdrew.

    `number` counts the changes.
    """

    entries: dict[str, Entry]
    withdrawn: frozenset[str]
    number: int = 0


_overlay = _Overlay({}, frozenset())


def overlay(entries: Collection[Entry], withdrawn: Collection[str]) -> None:
    """Put the entries of the open store over those of the files, replacing the former ones.

    A withdrawn code is no longer offered, but keeps its label: records may hold it.
    """
    _overlay.entries = {entry.code: entry for entry in entries}
    _overlay.withdrawn = frozenset(withdrawn)
    _overlay.number += 1
    for known in (_merged, catalogue, phrases):
        known.cache_clear()


def edition() -> int:
    """Return a counter that changes with every change of a list."""
    return _overlay.number


def topic_of(code: str) -> str:
    """Return the topic whose words a lexicon entry holds."""
    return f"tp{code.removeprefix(LEXICON)}"


@cache
def catalogue(prefix: str) -> dict[str, Entry]:
    """Return the entries of one list in order, by code; `prefix` is e.g. `tp`, `as`, `mt`."""
    return {
        code: entry for code, entry in _merged(prefix).items() if code not in _overlay.withdrawn
    }


@cache
def phrases() -> dict[str, Phrase]:
    """Return the phrase bank in order, by code: the program's own, then adopted ones."""
    return {code: row for code, row in catalogue(PHRASES).items() if isinstance(row, Phrase)}


@cache
def fingerprint() -> str:
    """Return a hash of the lists that come with the program."""
    files = sorted((RESOURCES / "catalogues").glob("*.tsv"))
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def label(code: str, language: AnyLanguage) -> str:
    """Return the label of a code in one language."""
    return entry(code).label(language)


def printed(code: str, language: AnyLanguage) -> str:
    """Return the label of a code on paper, where an unknown code is unspecified."""
    return (_list_of(code).get(code) or _UNSPECIFIED).label(language)


def entry(code: str) -> Entry:
    """Return the entry of a code; for an unknown code, one whose label says so."""
    return _list_of(code).get(code) or unknown(code)


def phrase(code: str) -> Phrase:
    """Return the frequent point of a code; for an unknown code, one whose label says so."""
    words = unknown(code)
    known = _merged(PHRASES).get(code)
    return known if isinstance(known, Phrase) else Phrase(code, words.ar, words.fr)


def unknown(code: str) -> Entry:
    """Return an entry for a code of no list, which another version may have written."""
    if code == UNKNOWN:
        return Entry(code, "غير معروف", "valeur inconnue", "unknown")
    shown = isolate(code if len(code) <= _MAX_SHOWN else f"{code[:_MAX_SHOWN]}…")
    return Entry(code, f"غير معروف ({shown})", f"valeur inconnue ({shown})", f"unknown ({shown})")


def rank(code: str) -> tuple[bool, bool, int, str]:
    """Return the sort key of a list's codes: offered, then withdrawn, then unknown ones."""
    codes = list(_list_of(code))
    is_unknown = code not in codes
    return is_unknown, code in _overlay.withdrawn, 0 if is_unknown else codes.index(code), code


def is_known(code: str, *prefixes: str) -> bool:
    """Return whether the code is an entry of one of these lists, offered or withdrawn."""
    prefix = code.partition(".")[0]
    return prefix in prefixes and code in _merged(prefix)


def is_of_file(code: str) -> bool:
    """Return whether the code is in a list that comes with the program."""
    prefix = code.partition(".")[0]
    return (prefix in _FILES or prefix in (LEXICON, PHRASES)) and code in _of_file(prefix)


def _list_of(code: str) -> dict[str, Entry]:
    prefix = code.partition(".")[0]
    return _merged(prefix) if prefix in _FILES else {}


@cache
def _merged(prefix: str) -> dict[str, Entry]:
    """Return every entry of a list, withdrawn ones included; new ones come last in their group."""
    entries = list(_of_file(prefix).values())
    for new in _overlay.entries.values():
        if new.code.partition(".")[0] == prefix:
            codes = [entry.code for entry in entries]
            if new.code in codes:
                entries[codes.index(new.code)] = new
            else:
                entries.insert(_place_of(new.code, codes), new)
    return {entry.code: entry for entry in entries}


def _place_of(code: str, codes: list[str]) -> int:
    group = code.rpartition(".")[0]
    places = [place for place, other in enumerate(codes) if f"{other}.".startswith(f"{group}.")]
    return places[-1] + 1 if places else len(codes)


@cache
def _of_file(prefix: str) -> Mapping[str, Entry]:
    if prefix == LEXICON:
        words = _rows(RESOURCES / "notes" / "topics.tsv")
        entries = [Entry(LEXICON + row["topic"][2:], row["ar"], row["fr"]) for row in words]
        return {entry.code: entry for entry in entries}
    if prefix == PHRASES:
        frequent = [Phrase(**row) for row in _rows(RESOURCES / "catalogues" / "phrases.tsv")]
        return {phrase.code: phrase for phrase in frequent}
    rows = _rows(RESOURCES / "catalogues" / f"{_FILES[prefix]}.tsv")
    return {row["code"]: Entry(**row) for row in rows}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
