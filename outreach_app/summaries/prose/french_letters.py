"""Small French counts in letters, as official prose has them."""

import re
from dataclasses import replace
from itertools import groupby

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.nouns import POINT_KINDS
from outreach_app.summaries.prose.numbers import digits

LETTERS = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    *("onze", "douze", "treize", "quatorze", "quinze", "seize"),
)
_COUNTS = re.compile(
    rf"headcount|women|bodies|reached\.associations|points|commitments|kinds_present\..*|{'|'.join(POINT_KINDS)}"
)
_COUNTED = re.compile(r"([0-9\u202f]+)(?=\u00a0)")
# The counts of a report; not its days, hours, quotes and titles, nor how far a topic rose.
_OF_REPORT = re.compile(
    r"(?:figures|topics|point_kinds|kinds)\..*\.(?:now|before|count|meetings)"
    r"|topics_apart\.thanks\.now|topics_first|kept|earlier.*|(?:unheld|left_open)\..*\.count"
    r"|given_up|planned_more"
    r"|(?:answered|waiting|referrals|promises)(?:_earlier)?|(?:women|participants)_noted|women_among"
    r"|signals\.(?:late|waiting|without_outcome|unverified|to_rectify|unanswered)"
    r"|communication\.(?:publications|rumours|remarks|awareness)\..*"
    r"(?<!code)(?<!share)(?<!_hours)(?<!days)"
    r"|communication\.engagement\.(?:read|published|interactions|top_interactions)"
)
# What is counted together within a sentence: in letters if all of it can be.
_TOGETHER = tuple(
    map(
        re.compile,
        (
            r"figures\.(?:participants|women)\..*|women_among",
            r"figures\.points\..*|point_kinds\..*",
            r"figures\.meetings\..*|(?:women|participants)_noted",
            r"communication\.awareness\.(?:associations|establishments|schools_noted)",
            r"communication\.awareness\.(?:talks|count|noted|pupils_noted|others\..*)",
            r"communication\.engagement\.(?:read|published)",
            r".*",
        ),
    )
)
# The parts of a sum: in figures throughout where some are.
_PARTS = re.compile(
    r"(?:point_kinds|earlier|unheld)\..*\.count|communication\..*\.(?:kinds|channels|others)\..*\.count"
)
_ONE = re.compile(r"une?(?= |$)")
_BEGINS = re.compile(r"[0-9\u202f]+(?=\u00a0|$)")


def in_letters(said: Text) -> Text:
    """Return a text, each sentence with its counts in letters unless one of them is over sixteen.

    Letters and figures side by side, « un … ; 17 … », are refused. One is in letters already.
    """
    return tuple(span for sentence in _sentences(said) for span in _sentence_in_letters(sentence))


def _sentence_in_letters(said: list[Span]) -> list[Span]:
    numbers = [int(found[1].replace("\u202f", "")) for span in said if (found := _figures_of(span))]
    if any(number >= len(LETTERS) for number in numbers):
        return said
    return [
        replace(span, text=LETTERS[int(found[1])] + span.text[found.end() :])
        if (found := _figures_of(span))
        else span
        for span in said
    ]


def sentences_in_letters(said: Text) -> Text:
    """Return a paragraph of a report, each sentence with its counts in letters if it can be."""
    return tuple(span for sentence in _sentences(said) for span in _begun(_in_letters(sentence)))


def _sentences(said: Text) -> list[list[Span]]:
    """Return the sentences of a paragraph; a quoted fact ends none."""
    sentences: list[list[Span]] = [[]]
    for is_fact, spans in groupby(said, key=lambda span: span.fact is not None):
        if is_fact:
            sentences[-1].extend(spans)
            continue
        head, stop, rest = "".join(span.text for span in spans).rpartition(". ")
        sentences[-1].append(Span(head + stop or rest))
        if stop:
            sentences.append([Span(rest)])
    return sentences


def _in_letters(sentence: list[Span]) -> list[Span]:
    """Return a sentence with each sum and its parts in letters, or in figures if one is large."""
    for group in _TOGETHER:
        places = [
            place
            for place, span in enumerate(sentence)
            if span.fact and _OF_REPORT.fullmatch(span.fact) and _group_of(span.fact) is group
        ]
        sentence = _alike(sentence, places)
    return sentence


def _begun(sentence: list[Span]) -> list[Span]:
    """Return a sentence whose first count, if it begins with it in letters, has a capital."""
    for place, span in enumerate(sentence):
        if span.text.strip():
            begun = replace(span, text=span.text[0].upper() + span.text[1:])
            return [*sentence[:place], begun, *sentence[place + 1 :]] if span.fact else sentence
    return sentence


def _group_of(fact: str) -> re.Pattern[str]:
    return next(group for group in _TOGETHER if group.fullmatch(fact))


def _alike(sentence: list[Span], places: list[int]) -> list[Span]:
    """Return a sentence whose counts at some places are all in letters, or all in figures."""
    found = {place: match for place in places if (match := _number(sentence[place]))}
    numbers = [int(match[0].replace("\u202f", "")) for match in found.values()]
    has_shares = any("%" in span.text for span in sentence)
    if numbers and not has_shares and all(2 <= number < len(LETTERS) for number in numbers):
        return [
            replace(span, text=LETTERS[int(found[place][0])] + span.text[found[place].end() :])
            if place in found
            else span
            for place, span in enumerate(sentence)
        ]
    parts = [place for place in places if _PARTS.fullmatch(sentence[place].fact or "")]
    if not any(place in found for place in parts):
        return sentence
    return [
        replace(span, text=_ONE.sub("1", span.text, count=1)) if place in parts else span
        for place, span in enumerate(sentence)
    ]


def spelled_out(said: Text) -> Text:
    """Return a list with all its counts in letters, or as it is where one is over sixteen."""
    counts = {place: found for place, span in enumerate(said) if (found := _number(span))}
    if any(int(found[0].replace("\u202f", "")) >= len(LETTERS) for found in counts.values()):
        return said
    return tuple(
        replace(span, text=LETTERS[int(counts[place][0])] + span.text[counts[place].end() :])
        if place in counts
        else span
        for place, span in enumerate(said)
    )


def in_words(counted: Span, number: int) -> Span:
    """Return a counted noun with its number spelled out, if possible."""
    if number >= len(LETTERS):
        return counted
    return replace(counted, text=_COUNTED.sub(LETTERS[number], counted.text, count=1))


def number_among(number: int, largest: int) -> str:
    """Return a number in letters where the largest of its sentence can be, else in figures.

    « un » of several is a pronoun.
    """
    return (
        LETTERS[number]
        if number == 1 or largest < len(LETTERS)
        else digits(number, Language.FRENCH)
    )


def _number(span: Span) -> re.Match[str] | None:
    """Return the figures with which a span of a fact begins."""
    return _BEGINS.match(span.text) if span.fact is not None else None


def _figures_of(span: Span) -> re.Match[str] | None:
    """Return the figures with which a count begins."""
    is_count = span.fact is not None and _COUNTS.fullmatch(span.fact)
    return _COUNTED.match(span.text) if is_count else None
