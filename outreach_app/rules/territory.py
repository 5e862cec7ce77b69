"""The location of an office: the region of its city, the command on its letterhead."""

import csv
import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from outreach_app.rules.folding import fold_words
from outreach_app.vocabulary import RESOURCES, Entry

# As numbered by decree, from north to south; `resources/places.tsv` names them.
REGIONS = (
    "REGION_12",
    "REGION_09",
    "REGION_05",
    "REGION_10",
    "REGION_01",
    "REGION_02",
    "REGION_08",
    "REGION_04",
    "REGION_11",
    "REGION_06",
    "REGION_07",
    "REGION_03",
)
# The largest place of a name comes first: a city, then its province, then a rural commune.
_KINDS = ("commune urbain", "prefecture", "province", "commune rural")
_COMMAND = re.compile(
    r"(?:ولاية (?:ال)?أمن|الأمن (?:الجهوي|الإقليمي)|المنطقة الإقليمية للأمن"
    r"|Préfecture de police|Sûreté (?:régionale|provinciale|préfectorale))\b",
    re.IGNORECASE,
)
_DISTRICT = re.compile(
    r"(?:منطقة أمن|المنطقة الأمنية|مفوضية|District de police|Commissariat)\b", re.IGNORECASE
)


def region(code: str) -> Entry:
    """Return the names of a region. Raises KeyError for another code."""
    row = _places()[code]
    return Entry(code, row["ar"], row["fr"])


@lru_cache(maxsize=2048)  # one per office; looked up on every repaint
def region_of_city(*names: str) -> str | None:
    """Return the code of a city's region, by any of the city's names; None if unknown."""
    known = _regions_by_name()
    return next((known[fold_words(name)] for name in names if fold_words(name) in known), None)


def is_place(name: str) -> bool:
    """Return whether a city, a commune, a province or a region has that name."""
    return fold_words(name) in _place_names()


def command_of(letterhead: Sequence[str]) -> str | None:
    """Return the letterhead's line that names the command (ولاية أمن…, préfecture de police…)."""
    return _first_of(_COMMAND, tuple(letterhead))


def district_of(letterhead: Sequence[str]) -> str | None:
    """Return the letterhead's line that names the district, or a small town's commissariat."""
    return _first_of(_DISTRICT, tuple(letterhead))


@lru_cache(maxsize=4096)  # two letterheads per office; looked up on every repaint
def _first_of(pattern: re.Pattern[str], letterhead: tuple[str, ...]) -> str | None:
    return next((line for line in letterhead if pattern.match(line)), None)


@cache
def _places() -> dict[str, dict[str, str]]:
    path = RESOURCES / "places.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["id"]: row for row in rows}


@cache
def _place_names() -> frozenset[str]:
    return frozenset(
        fold_words(row[language]) for row in _places().values() for language in ("ar", "fr")
    )


@cache
def _regions_by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in sorted(_cities(_places().values()), key=lambda row: _KINDS.index(row["kind"])):
        for name in (row["ar"], row["fr"]):
            found.setdefault(fold_words(name), _region_above(row))
    return found


def _cities(rows: Iterable[dict[str, str]]) -> Iterable[dict[str, str]]:
    return (row for row in rows if row["kind"] in _KINDS)


def _region_above(row: dict[str, str]) -> str:
    while row["parent"]:
        row = _places()[row["parent"]]
    return row["id"]
