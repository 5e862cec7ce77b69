"""Pieces of administrative French."""

from datetime import date, time

import pytest

from outreach_app import vocabulary
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.blocks import plain
from outreach_app.summaries.prose.french import (
    Gender,
    at_place,
    clock,
    de,
    elides,
    full_date,
    weekday_date,
    with_article,
    without_article,
)
from outreach_app.summaries.session.french_outcomes import BODY_GENDERS, body


def test_dates_are_in_full_and_kept_on_one_line() -> None:
    assert full_date(date(2026, 10, 14)) == "14\u00a0octobre\u00a02026"
    assert weekday_date(date(2026, 7, 1)) == "mercredi 1er\u00a0juillet\u00a02026"


@pytest.mark.parametrize(
    ("moment", "words"),
    [(time(10, 30), "10 h 30"), (time(9, 5), "9 h 05"), (time(14, 0), "14 h"), (time(0), "0 h")],
)
def test_times(moment: time, words: str) -> None:
    assert clock(moment) == words.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("words", "is_elided"),
    [
        ("associations", True),
        ("Anfa", True),
        ("élèves", True),
        ("hôpital", True),
        ("huissiers de justice", True),
        ("Hay Hassani", False),
        ("Haouz", False),
        ("Hoceïma", False),
        ("onze", False),
        ("Youssoufia", False),
        ("quartier", False),
    ],
)
def test_elision(words: str, is_elided: bool) -> None:
    assert elides(words) is is_elided
    assert de(words) == (f"d’{words}" if is_elided else f"de {words}")


@pytest.mark.parametrize(
    ("words", "gender", "bare", "of", "to"),
    [
        ("caïdat", Gender.MASCULINE, "le caïdat", "du caïdat", "au caïdat"),
        ("commune", Gender.FEMININE, "la commune", "de la commune", "à la commune"),
        ("hôpital", Gender.MASCULINE, "l’hôpital", "de l’hôpital", "à l’hôpital"),
        ("hammam", Gender.MASCULINE, "le hammam", "du hammam", "au hammam"),
        ("annexe", Gender.FEMININE, "l’annexe", "de l’annexe", "à l’annexe"),
        ("abords", Gender.PLURAL, "les abords", "des abords", "aux abords"),
        ("Forces", Gender.PLURAL, "les Forces", "des Forces", "aux Forces"),
    ],
)
def test_articles_contract(words: str, gender: Gender, bare: str, of: str, to: str) -> None:
    assert with_article(words, gender) == bare
    assert with_article(words, gender, "de") == of
    assert with_article(words, gender, "à") == to


def test_every_service_has_its_article() -> None:
    assert list(BODY_GENDERS) == list(vocabulary.catalogue("rf"))
    said = [plain(body(code, "to", "de")) for code in ("rf.prosecutor", "rf.socialaid", "rf.srm")]
    assert said == [
        "du ministère public (parquet)",
        "de l’Entraide nationale",
        "de la société régionale multiservices (SRM)",
    ]


@pytest.mark.parametrize(
    ("title", "words", "gender"),
    [
        ("Le chef de l’arrondissement", "chef de l’arrondissement", Gender.MASCULINE),
        ("La cheffe de l’arrondissement", "cheffe de l’arrondissement", Gender.FEMININE),
        ("Chef de l’arrondissement", "chef de l’arrondissement", Gender.MASCULINE),
    ],
)
def test_title_without_its_article(title: str, words: str, gender: Gender) -> None:
    assert without_article(title) == (words, gender)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("Siège de l'arrondissement de police", "au siège de l’arrondissement de police"),
        ("Salle des fêtes", "à la salle des fêtes"),
        ("Hôtel de ville", "à l’hôtel de ville"),
        ("Hammam Salam", "au hammam Salam"),
        ("École Ibn Sina", "à l’école Ibn Sina"),
        ("Locaux de l'association", "aux locaux de l’association"),
        ("Place Mohammed V", "sur la place Mohammed V"),
        ("Le Maârif", "au Maârif"),
        ("L'Oasis", "à l’Oasis"),
        ("La Villette", "à la Villette"),
        ("Sidi Bernoussi, Casablanca", "à Sidi Bernoussi, Casablanca"),
        ("Hay Hassani", "à Hay Hassani"),
        ("Dans les locaux de l'école", "dans les locaux de l’école"),
        ("Tanja Marina Bay", "(lieu\u00a0: Tanja Marina Bay)"),
    ],
)
def test_place_takes_its_article(place: str, words: str) -> None:
    assert plain(at_place(Bilingual(None, place), "place")) == words


def test_place_in_arabic_is_quoted() -> None:
    place = Bilingual("دار الشباب", None)
    assert plain(at_place(place, "place")) == "(lieu\u00a0: \u2067«دار الشباب»\u2069)"
    assert at_place(Bilingual(None, None), "place") == ()
