"""Pieces of administrative French."""

from dataclasses import replace
from datetime import date, time

import pytest

from outreach_app import vocabulary
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose import arabic
from outreach_app.summaries.prose.blocks import Span, plain
from outreach_app.summaries.prose.french import (
    SERVICE_GENDERS,
    Gender,
    clock,
    de,
    elides,
    full_date,
    named_chief,
    named_unit,
    of,
    service,
    weekday_date,
    with_article,
    without_article,
)
from tests.core.summaries.plans import OFFICE


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
    assert list(SERVICE_GENDERS) == list(vocabulary.catalogue("rf"))
    said = [
        plain(service(code, "to", "de")) for code in ("rf.prosecutor", "rf.socialaid", "rf.srm")
    ]
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


def test_unit_without_a_name_is_told_by_its_number() -> None:
    for number, words in (("3", "3e"), ("1", "1er")):
        numbered = replace(OFFICE, name=Bilingual(None, None), number=number)
        assert plain(named_chief(numbered)) == f"le chef du {words} arrondissement de police"
        assert plain(named_unit(numbered)) == f"le {words} arrondissement de police"
    assert plain(named_unit(OFFICE)) == "l’arrondissement de police Annakhil"


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Chef d’arrondissement", "le chef de l’arrondissement de police Annakhil"),
        ("La cheffe de l'arrondissement", "la cheffe de l’arrondissement de police Annakhil"),
        (
            "Commissaire",
            "le commissaire de l’arrondissement de police Annakhil",
        ),
        ("Chef du service de proximité", "le chef du service de proximité Annakhil"),
    ],
)
def test_the_name_of_a_unit_follows_its_noun_whatever_the_title(title: str, named: str) -> None:
    assert plain(named_chief(replace(OFFICE, chief_title=Bilingual(None, title)))) == named


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("رئيس الدائرة الأمنية", "رئيس الدائرة الأمنية النخيل"),
        ("رئيسة الدائرة", "رئيسة الدائرة الأمنية النخيل"),
        ("العميد المركزي", "العميد المركزي بالدائرة الأمنية النخيل"),
    ],
)
def test_so_it_does_in_arabic(title: str, named: str) -> None:
    assert plain(arabic.named_chief(replace(OFFICE, chief_title=Bilingual(title, None)))) == named


@pytest.mark.parametrize(
    ("title", "name", "who", "unit"),
    [
        (
            "Le chef de l'arrondissement de police",
            "6e arrondissement de police",
            "le chef du 6e arrondissement de police",
            "le 6e arrondissement de police",
        ),
        (
            "Le chef de l'arrondissement de police",
            "Arrondissement de police Annakhil",
            "le chef de l’arrondissement de police Annakhil",
            "l’arrondissement de police Annakhil",
        ),
        (
            "La cheffe du 3e arrondissement de police",
            "3e arrondissement de police",
            "la cheffe du 3e arrondissement de police",
            "le 3e arrondissement de police",
        ),
        (
            "Le chef de l’arrondissement de police Annakhil",
            "Annakhil",
            "le chef de l’arrondissement de police Annakhil",
            "l’arrondissement de police Annakhil",
        ),
    ],
)
def test_a_unit_named_in_full_is_not_told_twice(title: str, name: str, who: str, unit: str) -> None:
    office = replace(OFFICE, chief_title=Bilingual(None, title), name=Bilingual(None, name))
    assert plain(named_chief(office)) == who
    assert plain(named_unit(office)) == unit


@pytest.mark.parametrize(
    ("title", "name", "who"),
    [
        ("رئيس الدائرة الأمنية", "الدائرة الأمنية الثالثة", "رئيس الدائرة الأمنية الثالثة"),
        ("رئيس الدائرة", "الدائرة الأمنية الثالثة", "رئيس الدائرة الأمنية الثالثة"),
        ("رئيس الدائرة الأمنية الثالثة", "الثالثة", "رئيس الدائرة الأمنية الثالثة"),
        ("العميد", "الدائرة الأمنية الثالثة", "العميد بالدائرة الأمنية الثالثة"),
    ],
)
def test_nor_is_it_in_arabic(title: str, name: str, who: str) -> None:
    office = replace(OFFICE, chief_title=Bilingual(title, None), name=Bilingual(name, None))
    assert plain(arabic.named_chief(office)) == who
    assert plain(arabic.named_unit(office)) == "الدائرة الأمنية الثالثة"


@pytest.mark.parametrize(
    ("words", "after_of"),
    [
        (("2 médias",), "de 2 médias"),
        (("une entreprise",), "d’une entreprise"),
        (("des ", "associations"), "d’associations"),
        (("des ", "coopératives"), "de coopératives"),
    ],
)
def test_what_is_counted_after_de(words: tuple[str, ...], after_of: str) -> None:
    assert plain(of(tuple(map(Span, words)))) == after_of
