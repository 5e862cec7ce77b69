"""The names of Moroccan cities in both languages."""

import csv
from functools import cache

from outreach_app.i18n import Language
from outreach_app.vocabulary import RESOURCES

_KINDS = ("prefecture", "province", "commune urbain")


@cache
def city_names(language: Language) -> dict[str, str]:
    """Map each name in this language to the one in the other."""
    with (RESOURCES / "places.tsv").open(encoding="utf-8", newline="") as file:
        rows = [
            row
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["kind"] in _KINDS
        ]
    # The larger place wins where two have one name.
    rows.sort(key=lambda row: _KINDS.index(row["kind"]), reverse=True)
    return {row[language]: row[language.other] for row in rows}
