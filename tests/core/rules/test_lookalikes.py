"""Names in letters of one shape look the same; no two places of the country do."""

import csv

import pytest

from outreach_app.rules.folding import fold_words
from outreach_app.rules.lookalikes import look_of
from outreach_app.vocabulary import RESOURCES


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Annakhil", "AnnakhiI"),
        ("Annakhil", "Annakhi1"),
        ("Annakhil", "ANNAKHlL"),
        ("Annakhil", "An nakhil"),
        ("Annakhil", "\u0410nn\u0430khil"),
        ("Assalam", "Assalarn"),
        ("Wifaq", "VVifaq"),
        ("Oued", "0ued"),
        ("Dahab", "clahab"),
        ("النخيل", "\u0661لنخيل"),
        ("الزهراء", "الز\u0665راء"),
        ("النخيل", "النـخـیل"),
    ],
)
def test_letters_of_one_shape_are_one(name: str, other: str) -> None:
    assert look_of(name) == look_of(other)


def test_names_of_other_letters_differ() -> None:
    names = ("Annakhil", "Annakhl", "Annakhil 1", "Annakhil 2", "النخيل", "النخل", "النخيل ٢")
    assert len({look_of(name) for name in names}) == len(names)


def test_no_two_places_of_the_country_look_the_same() -> None:
    with (RESOURCES / "places.tsv").open(encoding="utf-8") as file:
        names = {row[key] for row in csv.DictReader(file, delimiter="\t") for key in ("ar", "fr")}
    spelled = {fold_words(name).replace(" ", "") for name in names}
    assert len(names) > 1_800
    assert len({look_of(name) for name in names}) == len(spelled)
