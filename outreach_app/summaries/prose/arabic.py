"""Pieces of Moroccan administrative Arabic: dates, times, places, who heads the unit."""

import re
from datetime import date, time

from babel.dates import format_date

from outreach_app import vocabulary
from outreach_app.i18n import Language, isolate
from outreach_app.rules.dates import UNKNOWN_DAY, date_words
from outreach_app.rules.names import Bilingual
from outreach_app.rules.territory import is_place
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.summaries.prose.facts import OfficeFacts
from outreach_app.summaries.prose.quoting import in_guillemets

PAGE = Language.ARABIC
CHIEF = "رئيس الدائرة الأمنية"
UNIT = "الدائرة الأمنية"
# What a title is of that needs no unit after it.
_OTHER_UNIT = re.compile("دائرة|مفوضية|منطقة|ولاية|مصلحة")
# A name in full, with its unit: «الدائرة الأمنية الثالثة».
_HAS_UNIT = re.compile(r"(?:ال)?دائرة\b")

_PREPOSITIONS = "في|على|عند|بين|أمام|خلف|وراء|قرب|قبالة|خارج|داخل|وسط|حول|فوق|تحت|ضمن|لدى|عبر"
# Common nouns a place may start with: «بقاعة…» was typed with its preposition.
_NOUNS = (
    "مقر|قاعة|مركز|مركب|مدرسة|ثانوية|إعدادية|كلية|معهد|مؤسسة|ملعب|ساحة|فضاء|دار|حي|شارع|زنقة|سوق|"
    "كيسارية|مقهى|فندق|مسجد|محطة|ملتقى|مدخل|محيط|باب|جوار|جانب|سيدي"
)
_HAS_PREPOSITION = re.compile(rf"(?:{_PREPOSITIONS}) |ب(?:ال|(?:{_NOUNS})\b)")
_ARABIC_LETTER = re.compile("[\u0621-\u064a]")
_FEMININE_VERBS = {"أجرى": "أجرت"}


def full_date(day: date) -> str:
    """Return «14 أكتوبر 2026», kept on one line; the first of a month is «فاتح»."""
    if day == UNKNOWN_DAY:
        return "(تاريخ غير معروف)"
    number = "فاتح" if day.day == 1 else isolate(str(day.day))
    return f"{number}\u00a0{month_name(day)}\u00a0{isolate(str(day.year))}"


def month_name(day: date) -> str:
    """Return «أكتوبر»."""
    return format_date(day, "MMMM", locale=PAGE.locale)


def weekday_date(day: date) -> str:
    """Return «الأربعاء 14 أكتوبر 2026»."""
    return full_date(day) if day == UNKNOWN_DAY else f"{weekday(day)} {full_date(day)}"


def weekday(day: date) -> str:
    """Return «الأربعاء»."""
    return format_date(day, "EEEE", locale=PAGE.locale)


def short_date(day: date) -> str:
    """Return the date of a table cell, dd/MM/yyyy; a dash if the day is unknown."""
    return date_words(day)


def clock(moment: time) -> str:
    """Return «10:30»."""
    return isolate(moment.strftime("%H:%M"))


def label_span(code: str, fact: str) -> Span:
    """Return the words of a catalogue's entry."""
    return Span(vocabulary.printed(code, PAGE), fact)


def quoted_label(code: str, fact: str) -> Span:
    """Return the words of a catalogue's entry in guillemets."""
    return Span(in_guillemets(vocabulary.printed(code, PAGE), PAGE), fact)


def chief(office: OfficeFacts) -> Span:
    """Return the title of the head of the office."""
    title = office.chief_title.ar
    return Span(title, "office.chief_title.ar") if title else Span(CHIEF)


def named_chief(office: OfficeFacts) -> Text:
    """Return the chief of a named unit: «رئيس الدائرة الأمنية النخيل».

    What the title already says of the name is said once: a name in full, or a title with it.
    """
    title = chief(office)
    words, name = title.text, office.name.ar or ""
    added = _added_by(name, words)
    if added != name:
        return text(title, text(" ", Span(added, "office.name.ar")) if added else ())
    if _HAS_UNIT.match(name):
        return text(title, " ب", Span(name, "office.name.ar"))
    if words.endswith("الدائرة"):
        words = f"{words} الأمنية"
    elif not _OTHER_UNIT.search(words):
        words = f"{words} ب{UNIT}"
    return text(Span(words, title.fact), named(office))


def _added_by(name: str, words: str) -> str:
    """Return what a name adds to words that end as it begins; all of it if they do not."""
    parts = name.split()
    for told in range(len(parts), 0, -1):
        if f" {words}".endswith(f" {' '.join(parts[:told])}"):
            return " ".join(parts[told:])
    return name


def named_unit(office: OfficeFacts) -> Text:
    """Return «الدائرة الأمنية النخيل», «الدائرة الأمنية رقم 3»; a name in full as it is."""
    name = office.name.ar
    if name and _HAS_UNIT.match(name):
        return text(Span(name, "office.name.ar"))
    return text(UNIT, named(office))


def unit_line(name: str | None, number: str | None) -> str:
    """Return the line of the unit as it is typed in a letterhead: «الدائرة الأمنية النخيل»."""
    if name and _HAS_UNIT.match(name):
        return name
    return f"{UNIT} {name}" if name else f"{UNIT} رقم {number}"


def named(office: OfficeFacts) -> Text:
    """Return the name that follows the unit: « النخيل»، « رقم 3»; empty for none."""
    if office.name.ar:
        return text(" ", Span(office.name.ar, "office.name.ar"))
    return text(" رقم ", Span(isolate(office.number), "office.number")) if office.number else ()


def verb_of(title: str, masculine: str) -> str:
    """Return the past verb that agrees with its subject's title: «ترأست رئيسة الدائرة الأمنية»."""
    is_feminine = title.split(" ", maxsplit=1)[0].endswith("ة")
    return feminine(masculine) if is_feminine else masculine


def feminine(verb: str) -> str:
    """Return the feminine of a past verb."""
    return _FEMININE_VERBS.get(verb, f"{verb}ت")


def joined_to(letter: str, words: Text) -> Text:
    """Return the words with a one-letter preposition: «لجمعية»، «لـ 12 جمعية»."""
    first = words[0].text.lstrip("\u2066") if words else ""
    return text(letter if _ARABIC_LETTER.match(first) else f"{letter}ـ\u00a0", words)


def at_place(place: Bilingual, path: str) -> Text:
    """Return «بمقر الدائرة الأمنية», «بسيدي البرنوصي بالدار البيضاء»; empty without Arabic."""
    if not place.ar:
        return ()
    fact = f"{path}.ar"
    # The sentence goes on after the place.
    whole = place.ar.rstrip(" .")
    name, _comma, city = whole.rpartition("،")
    if name and is_place(city.strip()):
        return text(_placed(name.strip(), fact), " ", _placed(city.strip(), fact))
    return _placed(whole, fact)


def to_place(place: Bilingual, path: str) -> Text:
    """Return «لحي النخيل», «للسوق الأسبوعي»; empty where the place has no single Arabic name."""
    name = (place.ar or "").rstrip(" .")
    if not name or "،" in name or _HAS_PREPOSITION.match(name):
        return ()
    named_place = typeset(name.removeprefix("ا") if name.startswith("ال") else name, PAGE)
    return joined_to("ل", (Span(named_place, f"{path}.ar"),))


def _placed(name: str, fact: str) -> Text:
    if _HAS_PREPOSITION.match(name) and not is_place(name):
        return (Span(typeset(name, PAGE), fact),)
    return joined_to("ب", (Span(typeset(name, PAGE), fact),))
