"""Pieces of administrative French: articles, elision, dates, times, who heads the unit."""

import re
from datetime import date, time
from enum import StrEnum

from babel.dates import format_date

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.rules.dates import UNKNOWN_DAY
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.summaries.prose.facts import OfficeFacts
from outreach_app.summaries.prose.quoting import in_guillemets

PAGE = Language.FRENCH
CHIEF = "Le chef de l’arrondissement de police"
_UNIT = "arrondissement de police"
# The end of a title that names the unit, in full or not: « chef d’arrondissement ».
_OF_UNIT = re.compile(r" (?:d|de l)[’']arrondissement(?: de police)?$", re.IGNORECASE)
# A name in full, with its unit: « 6e arrondissement de police ».
_HAS_UNIT = re.compile(r"(?:\w+ )?arrondissement\b", re.IGNORECASE)
_OTHER_UNIT = re.compile(r"arrondissement|district|commissariat|préfecture|service", re.IGNORECASE)

# Words that begin with h and refuse elision; Moroccan names of places among them.
ASPIRATED = frozenset(
    {"hajeb", "hall", "halle", "halles", "hameau", "hammam", "handicap", "hangar", "haouz"}
    | {"haras", "haut", "haute", "hauteurs", "hauts", "haut-commissariat", "hay", "héros"}
    | {"hoceima", "hoceïma", "huit", "huitième"}
)
_VOWELS = frozenset("aâàäeéèêëiîïoôöuûùüœæ")


class Gender(StrEnum):
    """The gender and number that an article agrees with."""

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
_ARTICLE = re.compile(r"(?:Les |Le |La |L’)", re.IGNORECASE)
# The services to which points are passed on (`rf.*`).
SERVICE_GENDERS = {
    "rf.commune": Gender.FEMININE,
    "rf.district_council": Gender.MASCULINE,
    "rf.caidat": Gender.MASCULINE,
    "rf.pachalik": Gender.MASCULINE,
    "rf.prefecture": Gender.FEMININE,
    "rf.province": Gender.FEMININE,
    "rf.gendarmerie": Gender.FEMININE,
    "rf.civilprot": Gender.FEMININE,
    "rf.auxforces": Gender.PLURAL,
    "rf.srm": Gender.FEMININE,
    "rf.education": Gender.FEMININE,
    "rf.health": Gender.FEMININE,
    "rf.prosecutor": Gender.MASCULINE,
    "rf.socialaid": Gender.FEMININE,
    "rf.traffic": Gender.MASCULINE,
    "rf.pj": Gender.MASCULINE,
    "rf.annexe": Gender.FEMININE,
    "rf.local_authority": Gender.FEMININE,
}


def elides(word: str) -> bool:
    """Return whether « de » and « le » lose their vowel before this word.

    « d’Anfa », but « de Hay Hassani ».
    """
    first = re.split(r"[ \u00a0'’]", word.lower(), maxsplit=1)[0]
    if first.startswith("h"):
        return first not in ASPIRATED
    return first[:1] in _VOWELS and first not in {"onze", "onzième"}


def de(words: str) -> str:
    """Return « de quartier », « d’associations »."""
    return f"d’{words}" if elides(words) else f"de {words}"


def of(words: Text) -> Text:
    """Return what is counted after « de »: « de 2 médias », « d’une entreprise », « d’élèves »."""
    if words and words[0].text == "des ":
        words = words[1:]
    if not words:
        return ()
    return text(de(words[0].text).removesuffix(words[0].text), words)


def that(words: Text) -> Text:
    """Return what « que » leads to: « qu’à une association », « que de 2 médias »."""
    return text("qu’" if elides(words[0].text) else "que ", words)


def with_article(words: str, gender: Gender, preposition: str = "") -> str:
    """Return the words with their article, contracted: « le », « du », « de l’ », « au »."""
    if gender is not Gender.PLURAL and elides(words):
        return f"{preposition} l’{words}".strip()
    return f"{_ARTICLES[preposition, gender]}{words}"


def without_article(words: str) -> tuple[str, Gender]:
    """Return a title and its gender; masculine where nothing says.

    "Le chef de…" gives "chef de…".
    """
    found = _ARTICLE.match(words)
    if found is None:
        return words[:1].lower() + words[1:], Gender.MASCULINE
    genders = {"le ": Gender.MASCULINE, "la ": Gender.FEMININE, "les ": Gender.PLURAL}
    return words[found.end() :], genders.get(found.group().lower(), Gender.MASCULINE)


def sentence_case(words: Text) -> Text:
    """Return the text with a capital first letter."""
    if not words:
        return ()
    first, *rest = words
    return (Span(first.text[:1].upper() + first.text[1:], first.fact), *rest)


def lower_case(line: Text) -> Text:
    """Begin a text in lower case, as inside a sentence."""
    first, *rest = line
    return (Span(first.text[:1].lower() + first.text[1:], first.fact), *rest)


def label(code: str) -> str:
    """Return the words of a catalogue's entry, as they are set on paper."""
    return typeset(vocabulary.printed(code, PAGE), PAGE)


def label_span(code: str, fact: str) -> Span:
    """Return the words of a catalogue's entry, with what they say."""
    return Span(label(code), fact)


def quoted_label(code: str, fact: str) -> Span:
    """Return the words of a catalogue's entry in guillemets, with a capital."""
    words = label(code)
    return Span(in_guillemets(words[:1].upper() + words[1:], PAGE), fact)


def service(code: str, fact: str, preposition: str = "") -> Text:
    """Return a service with its article: « la commune », « du caïdat »."""
    words = label(code)
    gender = SERVICE_GENDERS.get(code, Gender.MASCULINE)
    lead = with_article(words, gender, preposition).removesuffix(words)
    return text(lead, Span(words, fact))


def chief(office: OfficeFacts, preposition: str = "") -> Text:
    """Return the title of the head of the office with its article: « le chef de… », « du… »."""
    title = office.chief_title.fr
    words, gender = without_article(typeset(title or CHIEF, PAGE))
    lead = with_article(words, gender, preposition).removesuffix(words)
    return text(lead, Span(words, "office.chief_title.fr" if title else None))


def named_chief(office: OfficeFacts) -> Text:
    """Return the chief of a named unit, or of a numbered one: « le chef du 3e arrondissement ».

    What the title already says of the name is said once: a name in full, or a title with it.
    """
    *lead, title = chief(office)
    name = typeset(office.name.fr or "", PAGE)
    if name and re.search(rf"\b{re.escape(name)}$", title.text, re.IGNORECASE):
        return text(*lead, title)
    role = _OF_UNIT.sub("", title.text)
    if _HAS_UNIT.match(name):
        return text(*lead, Span(role, title.fact), " ", _unit_in_full(name, "de"))
    if office.number and not office.name.fr:
        numbered = Span(_ordinal(office.number), "office.number")
        return text(*lead, Span(role, title.fact), " du ", numbered, f" {_UNIT}")
    of = "" if _OTHER_UNIT.search(role) else f" de l’{_UNIT}"
    head = text(*lead, Span(f"{role}{of}", title.fact))
    if not office.name.fr:
        return head
    return text(head, " ", Span(name, "office.name.fr"))


UNIT = f"l’{_UNIT}"


def named_unit(office: OfficeFacts) -> Text:
    """Return « l’arrondissement de police Annakhil », « le 3e arrondissement de police »."""
    name = typeset(office.name.fr or "", PAGE)
    if _HAS_UNIT.match(name):
        return _unit_in_full(name)
    if name:
        return text(f"l’{_UNIT} ", Span(name, "office.name.fr"))
    if office.number:
        return text("le ", Span(_ordinal(office.number), "office.number"), f" {_UNIT}")
    return text(UNIT)


def _unit_in_full(name: str, preposition: str = "") -> Text:
    """Return a name that has its unit, with its article: « le 6e arrondissement de police »."""
    words = name[:1].lower() + name[1:]
    lead = with_article(words, Gender.MASCULINE, preposition).removesuffix(words)
    return text(lead, Span(words, "office.name.fr"))


def unit_line(name: str | None, number: str | None) -> str:
    """Return the line of the unit as in a letterhead: « Arrondissement de police Annakhil »."""
    if name and _HAS_UNIT.match(name):
        return name
    return f"{_UNIT.capitalize()} {name}" if name else f"{_ordinal(number or '')} {_UNIT}"


def full_date(day: date) -> str:
    """Return « 14 octobre 2026 », kept on one line; the first of a month is « 1er »."""
    if day == UNKNOWN_DAY:
        return "(date inconnue)"
    return f"{day_and_month(day)}\u00a0{day.year}"


def day_and_month(day: date) -> str:
    """Return « 14 octobre », kept on one line."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}\u00a0{month_name(day)}"


def month_name(day: date) -> str:
    """Return « octobre »."""
    return format_date(day, "MMMM", locale=PAGE.locale)


def weekday_date(day: date) -> str:
    """Return « mercredi 14 octobre 2026 »."""
    return full_date(day) if day == UNKNOWN_DAY else f"{weekday(day)} {full_date(day)}"


def weekday(day: date) -> str:
    """Return « mercredi »."""
    return format_date(day, "EEEE", locale=PAGE.locale)


def short_date(day: date) -> str:
    """Return the date of a table cell, dd/MM/yyyy; a dash if the day is unknown."""
    return day.strftime("%d/%m/%Y") if day != UNKNOWN_DAY else "—"


def clock(moment: time) -> str:
    """Return « 10 h 30 », « 9 h »."""
    minutes = f"\u00a0{moment.minute:02d}" if moment.minute else ""
    return f"{moment.hour}\u00a0h{minutes}"


def _ordinal(number: str) -> str:
    return "1er" if number == "1" else f"{number}e"
