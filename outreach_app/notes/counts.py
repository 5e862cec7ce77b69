"""The number of people that a folded note states, with the place of each number."""

import re
from dataclasses import dataclass

from outreach_app.notes.cues import any_of, cue, opening, values
from outreach_app.notes.text import Span

_MAX = 2_000  # of one meeting; a larger number is not a number of people
_NUMBER = any_of("number")
_NUMBERS = rf"(?:{_NUMBER})(?:[ -](?:et[ -]|و)?(?:{_NUMBER}))*"
_COUNTED = re.compile(
    rf"(?<![\w/:.,])و?(?P<number>\d{{1,4}}|{_NUMBERS})(?![^\W_])\)?\s?(?:ديال |d')?"
)
_BRACKETED = re.compile(rf"(?<=\()(?P<number>\d{{1,3}}|{_NUMBERS})(?=[\s)])")
_JOINED = re.compile(rf"\s(?:et |و)(?P<number>\d{{1,3}}|{_NUMBERS})\s")
_LED = re.compile(rf"\s?(?:\(|:|=)?\s?(?P<number>\d{{1,4}}|{_NUMBERS})(?![\w/:]|\.\d|\s?(?:h|/))")
_HALF = re.compile(r"نصفهم (?:من )?(?:ال)?نساء|dont la moitie (?:de|sont des) femmes")
_BOTH = re.compile(
    r"(?P<men>\d{1,4}) (?:ذكور|رجال|hommes)(?: و ?| et |, ?)(?P<women>\d{1,4}) (?:اناث|نساء|femmes)"
)
_SAID = (("women.none", 0), ("women.one", 1), ("women.two", 2))


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people, and where it is stated."""

    number: int
    span: Span


def count_people(folded: str) -> Count | None:
    """Return how many people a text says were there: «14 personnes», «حضره 25 شخصا»."""
    both = _BOTH.search(folded)
    if both is not None:
        return Count(int(both["men"]) + int(both["women"]), Span(*both.span()))
    return count_after(folded, "count.total") or _count_before(folded, "persons")


def count_women(folded: str) -> Count | None:
    """Return how many of them were women, in figures or in words."""
    both = _BOTH.search(folded)
    if both is not None:
        return Count(int(both["women"]), Span(*both.span("women")))
    for name, number in _SAID:
        if (found := cue(name).search(folded)) is not None:
            return Count(number, Span(*found.span()))
    half, people = _HALF.search(folded), count_people(folded)
    if half is not None and people is not None:
        return Count(people.number // 2, Span(*half.span()))
    return _count_before(folded, "women")


def labelled_count(folded: str) -> Count | None:
    """Return the number that begins a label's value, or the one in brackets: «Club (4)».

    An official and others are added up: «le proviseur et trois professeurs» is 4.
    """
    start = len(folded) - len(folded.lstrip())
    if (both := _JOINED.search(folded)) and opening("title.office").match(folded):
        number = _number(both["number"])
        return Count(number + 1, Span(start, both.end("number"))) if number else None
    found = _COUNTED.match(folded, start) or _BRACKETED.search(folded)
    if found is None or (number := _number(found["number"])) is None:
        return None
    return Count(number, Span(*found.span("number")))


def count_after(folded: str, name: str) -> Count | None:
    """Return the number that follows a cue: «femmes : 6»."""
    for found in cue(name).finditer(folded):
        led = _LED.match(folded, found.end())
        if led is not None and (number := _number(led["number"])) is not None:
            return Count(number, Span(*led.span("number")))
    return None


def _count_before(folded: str, name: str) -> Count | None:
    """Return the number that precedes one of these words."""
    for found in _COUNTED.finditer(folded):
        # «3) Présents» numbers the items of a list.
        is_numbering = ")" in found[0] and folded[: found.start()][-1:] != "("
        if is_numbering or cue(name).match(folded, found.end()) is None:
            continue
        number = _number(found["number"])
        # «أحد الأساتذة», «une mère» is somebody, and not a count.
        if number is not None and (number > 1 or found["number"].isdecimal()):
            return Count(number, Span(*found.span()))
    return None


def _number(said: str) -> int | None:
    if said.isdecimal():
        return int(said) if int(said) < _MAX else None
    known, total = values("number"), 0
    words = re.split(r"[ -]", said.replace("quatre-vingts", "octante"))
    for word in (word if word in known else word.removeprefix("و") for word in words):
        if word == "vingt" and total == 4:  # quatre-vingt
            total = 80
        elif word in known:
            total += known[word]
        elif word != "et":
            return None
    return total if 0 < total < _MAX else None
