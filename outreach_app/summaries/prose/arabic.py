"""Pieces of Moroccan administrative Arabic: dates, times, places, the verbs of the chief."""

import re
from datetime import date, time

from babel.dates import format_date

from outreach_app import vocabulary
from outreach_app.i18n import Language, isolate
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.quoting import quoted

# A place that was typed with its preposition keeps it: «بمقر الجماعة», «داخل المركز».
_HAS_PREPOSITION = re.compile(
    r"(?:(?:في|داخل|أمام|قرب|بجوار) "
    r"|ب(?:ال|مقر|قاعة|مركز|مدرسة|ثانوية|إعدادية|مؤسسة|ملعب|ساحة|فضاء|دار |حي ))"
)
_ARABIC_LETTER = re.compile("[\u0621-\u064a]")


def full_date(day: date) -> str:
    """«14 أكتوبر 2026», kept on one line; the first of a month is «فاتح»."""
    month = format_date(day, "MMMM", locale=Language.ARABIC.locale)
    number = "فاتح" if day.day == 1 else isolate(str(day.day))
    return f"{number}\u00a0{month}\u00a0{isolate(str(day.year))}"


def weekday_date(day: date) -> str:
    """«الأربعاء 14 أكتوبر 2026»."""
    weekday = format_date(day, "EEEE", locale=Language.ARABIC.locale)
    return f"{weekday} {full_date(day)}"


def short_date(day: date) -> str:
    """The date of a table cell, dd/MM/yyyy."""
    return isolate(day.strftime("%d/%m/%Y"))


def clock(moment: time) -> str:
    """«10:30»."""
    return isolate(moment.strftime("%H:%M"))


def label_span(code: str, fact: str) -> Span:
    """The words of a catalogue's entry."""
    return Span(vocabulary.label(code, Language.ARABIC), fact)


def at_place(place: Bilingual, path: str) -> Text:
    """«بمقر الدائرة الأمنية»; a name in the other language is quoted; empty without a place."""
    if not place.ar:
        name = quoted(place, path, Language.ARABIC)
        return text("بـ ", name) if name else ()
    if _HAS_PREPOSITION.match(place.ar):
        return (Span(place.ar, f"{path}.ar"),)
    starts_with_letter = _ARABIC_LETTER.match(place.ar) is not None
    return text("ب" if starts_with_letter else "بـ ", Span(place.ar, f"{path}.ar"))


def verb_of(title: str, masculine: str) -> str:
    """The past verb that agrees with its subject's title: «ترأست رئيسة الدائرة الأمنية»."""
    return f"{masculine}ت" if title.split(" ", maxsplit=1)[0].endswith("ة") else masculine
