"""Pieces of administrative French: articles, elision, dates, times, places."""

import re
from datetime import date, time
from enum import StrEnum

from babel.dates import format_date

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.summaries.prose.quoting import quoted

# Words that begin with h and refuse elision; Moroccan names of places among them.
ASPIRATED = frozenset(
    {"hajeb", "hall", "halle", "halles", "hameau", "hammam", "handicap", "hangar", "haouz"}
    | {"haras", "haut", "haute", "hauteurs", "hauts", "haut-commissariat", "hay", "héros"}
    | {"hoceima", "hoceïma", "huit", "huitième"}
)
_VOWELS = frozenset("aâàäeéèêëiîïoôöuûùüœæ")


class Gender(StrEnum):
    """What an article agrees with."""

    MASCULINE = "m"
    FEMININE = "f"
    PLURAL = "p"


_ARTICLES = {
    ("", Gender.MASCULINE): "le ",
    ("", Gender.FEMININE): "la ",
    ("", Gender.PLURAL): "les ",
    ("de", Gender.MASCULINE): "du ",
    ("de", Gender.FEMININE): "de la ",
    ("de", Gender.PLURAL): "des ",
    ("à", Gender.MASCULINE): "au ",
    ("à", Gender.FEMININE): "à la ",
    ("à", Gender.PLURAL): "aux ",
}

# Common nouns a place may start with, so that the sentence can give it its article.
_PLACES = {
    Gender.MASCULINE: "siège centre complexe lycée collège foyer théâtre stade marché parc jardin "
    "quartier local cercle club café restaurant hôtel hôpital hammam bureau commissariat musée "
    "douar souk terrain pavillon groupe conseil cinéma dispensaire institut",
    Gender.FEMININE: "salle maison école place mosquée bibliothèque médiathèque gare commune "
    "préfecture faculté chambre résidence coopérative direction pharmacie délégation "
    "plage cité kissaria annexe",
    Gender.PLURAL: "locaux bureaux jardins abords halles",
}
# Open places are met on, not at.
_OPEN_PLACES = frozenset({"place", "plage", "terrain"})
_PLACE_GENDERS = {word: gender for gender, words in _PLACES.items() for word in words.split()}
_TOWN = re.compile(
    r"(?:Sidi|Lalla|Moulay|Aïn|Ain|Aït|Ait|Ben|Beni|Béni|Bni|Bab|Derb|Hay|Oued|Oulad|Ouled|Ksar) "
)
_PREPOSITION = re.compile(r"(?:à|au|aux|dans|chez|sur|devant|en|près)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:Les |Le |La |L’)", re.IGNORECASE)
_AT = {"le ": "au ", "la ": "à la ", "les ": "aux ", "l’": "à l’"}


def elides(word: str) -> bool:
    """Whether « de » and « le » lose their vowel before this word: d'Anfa, but de Hay Hassani."""
    first = re.split(r"[ \u00a0'’]", word.lower(), maxsplit=1)[0]
    if first.startswith("h"):
        return first not in ASPIRATED
    return first[:1] in _VOWELS and first not in {"onze", "onzième"}


def de(words: str) -> str:
    """« de quartier », « d'associations »."""
    return f"d’{words}" if elides(words) else f"de {words}"


def with_article(words: str, gender: Gender, preposition: str = "") -> str:
    """The words with their article, contracted: « le », « du », « de l' », « au », « aux »."""
    if gender is not Gender.PLURAL and elides(words):
        return f"{preposition} l’{words}".strip()
    return f"{_ARTICLES[preposition, gender]}{words}"


def without_article(words: str) -> tuple[str, Gender]:
    """A title and its gender: "Le chef de…" gives "chef de…"; masculine where nothing says."""
    found = _ARTICLE.match(words)
    if found is None:
        return words[:1].lower() + words[1:], Gender.MASCULINE
    genders = {"le ": Gender.MASCULINE, "la ": Gender.FEMININE, "les ": Gender.PLURAL}
    return words[found.end() :], genders.get(found.group().lower(), Gender.MASCULINE)


def label(code: str) -> str:
    """The words of a catalogue's entry, as they are set on paper."""
    return typeset(vocabulary.label(code, Language.FRENCH), Language.FRENCH)


def full_date(day: date) -> str:
    """« 14 octobre 2026 », kept on one line; the first of a month is « 1er »."""
    month = format_date(day, "MMMM", locale=Language.FRENCH.locale)
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}\u00a0{month}\u00a0{day.year}"


def weekday_date(day: date) -> str:
    """« mercredi 14 octobre 2026 »."""
    weekday = format_date(day, "EEEE", locale=Language.FRENCH.locale)
    return f"{weekday} {full_date(day)}"


def short_date(day: date) -> str:
    """The date of a table cell, dd/MM/yyyy."""
    return day.strftime("%d/%m/%Y")


def clock(moment: time) -> str:
    """« 10 h 30 », « 9 h »."""
    minutes = f"\u00a0{moment.minute:02d}" if moment.minute else ""
    return f"{moment.hour}\u00a0h{minutes}"


def at_place(place: Bilingual, path: str) -> Text:
    """« au siège de… », « à Sidi Bernoussi »; what cannot be given an article stands in brackets.

    A name in the other language is quoted; empty without a place.
    """
    if not place.fr:
        name = quoted(place, path, Language.FRENCH)
        return text("(lieu\u00a0: ", name, ")") if name else ()
    lead, words = _led(typeset(place.fr, Language.FRENCH))
    name = Span(words, f"{path}.fr")
    return text("(lieu\u00a0: ", name, ")") if lead is None else text(lead, name)


def _led(name: str) -> tuple[str | None, str]:
    """What leads to a place, and its name as it then stands; None where nothing safe does."""
    bare = name[:1].lower() + name[1:]
    if _PREPOSITION.match(name):
        return "", bare
    noun = re.split(r"[ \u00a0,]", name.lower(), maxsplit=1)[0]
    gender = _PLACE_GENDERS.get(noun)
    if gender is not None and noun in _OPEN_PLACES:
        return f"sur {with_article(bare, gender).removesuffix(bare)}", bare
    if gender is not None:
        return with_article(bare, gender, "à").removesuffix(bare), bare
    article = _ARTICLE.match(name)
    if article is not None:
        return _AT[article.group().lower()], name[article.end() :]
    return ("à ", name) if _TOWN.match(name) else (None, name)
