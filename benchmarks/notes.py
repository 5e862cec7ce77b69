"""Measure how well notes are read: `benchmarks.notes FOLDER [--today 2026-11-20] [--verbose]`.

The folder holds `partners.tsv` and annotated notes, several a file. A note begins with a line
`## NAME LANGUAGE STYLE`, then its text, a line `==`, and what a person finds in it:

    D 2026-10-14          the day it was held        S 10:30 / E 12:00    start, end
    L the place           K mt.periodic  its kind    H ch.office          its channel
    N 14/6                how many came, women among them; `-` where it is not said
    P #3                  a partner present, by its number in partners.tsv
    p KIND TOPIC | words  a point                    x 2026-11-11         the next meeting
    c OWNER DUE | words   a promise: office, partner or authority; DUE a day or `-`
    r rf.commune TOPIC    a referral
"""

import argparse
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from outreach_app.notes.partners import KnownPartner, PartnerIndex
from outreach_app.notes.proposals import ReadNote
from outreach_app.notes.reading import read_note
from outreach_app.notes.text import WORD, folded

_ALIKE, _PLACE_ALIKE = 0.5, 0.6  # shared words of two texts that count as the same
_HEAD = {"D": "held_on", "S": "starts_at", "E": "ends_at", "K": "kind", "H": "channel"}
GoldT = TypeVar("GoldT")
FoundT = TypeVar("FoundT")


@dataclass(slots=True)
class Annotated:
    """A note and what a person found in it."""

    name: str
    style: str
    text: str
    head: dict[str, str] = field(default_factory=dict)
    partners: set[int] = field(default_factory=set)
    points: list[tuple[str, str, str]] = field(default_factory=list)
    promises: list[tuple[str, str, str]] = field(default_factory=list)
    referrals: set[tuple[str, str]] = field(default_factory=set)


class Scores:
    """True positives, false positives and misses, by field."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, what: str, right: int, found: int, wanted: int) -> None:
        self.counts[what].update(right=right, found=found, wanted=wanted)

    def lines(self) -> Iterator[str]:
        yield f"{'':28}{'P':>6}{'R':>6}   right found wanted"
        for what, count in self.counts.items():
            right, found, wanted = count["right"], count["found"], count["wanted"]
            precision, recall = right / max(1, found), right / max(1, wanted)
            yield f"{what:28}{precision:6.2f}{recall:6.2f}   {right} {found} {wanted}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--today", type=date.fromisoformat, default=date(2026, 11, 20))
    parser.add_argument("--verbose", action="store_true")
    asked = parser.parse_args()
    index = PartnerIndex(_partners(asked.folder / "partners.tsv"))
    scores, seconds, is_open = Scores(), [], Counter[str]()
    notes = [n for file in sorted(asked.folder.glob("*.txt")) for n in annotated(file)]
    for note in notes:
        start = time.process_time()
        read = read_note(note.text, index, asked.today)
        seconds.append(time.process_time() - start)
        is_open[note.style] += read.is_structured
        wrong = list(_score(note, read, scores))
        if asked.verbose:
            print(*(f"{note.name} {line}" for line in wrong), sep="\n")
    styles = Counter(note.style for note in notes)
    print(*scores.lines(), sep="\n")
    print("gate open:", ", ".join(f"{s} {is_open[s]}/{n}" for s, n in sorted(styles.items())))
    first, *others = (each * 1e3 for each in seconds)
    usual, most = sorted(others)[len(others) // 2], max(others)
    print(
        f"{len(notes)} notes, ms of the processor a note: median {usual:.0f}, most {most:.0f};"
        f" the first, which loads the lists, {first:.0f}"
    )


def annotated(file: Path) -> Iterator[Annotated]:
    """Yield the notes of a file. Raises ValueError for an unknown line."""
    for block in re.split(r"(?m)^(?=## )", file.read_text(encoding="utf-8")):
        if block.strip():
            first, rest = block.split("\n", 1)
            text, _sign, found = rest.partition("\n==\n")
            _marks, name, _language, style = first.split()
            note = Annotated(name, style, text)
            for line in filter(str.strip, found.split("\n")):
                _annotate(note, *line.split(" ", 1))
            yield note


def _annotate(note: Annotated, sign: str, value: str) -> None:
    words = value.partition(" | ")[2]
    codes = value.partition(" | ")[0].split()
    if sign in _HEAD:
        note.head[_HEAD[sign]] = value
    elif sign in ("L", "x"):
        note.head["place" if sign == "L" else "next_on"] = value
    elif sign == "N":
        for name, number in zip(("headcount", "women"), value.split("/"), strict=False):
            if number != "-":
                note.head[name] = number
    elif sign == "P":
        note.partners.add(int(value.removeprefix("#")))
    elif sign in ("p", "c"):
        (note.points if sign == "p" else note.promises).append((codes[0], codes[1], words))
    elif sign == "r":
        note.referrals.add((codes[0], codes[1]))
    elif sign != "T":  # a kind of partner, not one of the store's
        raise ValueError(f"{note.name}: {sign} {value}")


def _partners(file: Path) -> Iterator[KnownPartner]:
    for line in file.read_text(encoding="utf-8").splitlines():
        number, _kind, *names = line.split("\t")
        yield KnownPartner(UUID(int=int(number)), tuple(names))


def _score(note: Annotated, read: ReadNote, scores: Scores) -> Iterator[str]:
    """Add a note to the scores; yield its errors."""
    yield from _score_head(note, read, scores)
    present = {partner.uid.int for partner in read.partners}
    scores.add("partners", len(present & note.partners), len(present), len(note.partners))
    if present != note.partners:
        yield f"partners {present - note.partners} too many, {note.partners - present} missed"
    yield from _score_points(note, read, scores)
    yield from _score_promises(note, read, scores)
    sent = {(row.destination, row.topic or "") for row in read.referrals}
    to, wanted_to = {row[0] for row in sent}, {row[0] for row in note.referrals}
    scores.add("referrals", len(to & wanted_to), len(to), len(wanted_to))
    scores.add("referrals, topic too", len(sent & note.referrals), len(sent), len(note.referrals))
    if sent != note.referrals:
        yield f"referrals {sent - note.referrals} too many, {note.referrals - sent} missed"


def _score_head(note: Annotated, read: ReadNote, scores: Scores) -> Iterator[str]:
    found: dict[str, str] = {}
    for proposal in reversed(read.head):
        found[proposal.field] = str(proposal.value)
    for name in ("starts_at", "ends_at"):
        found |= {name: found[name][:5]} if name in found else {}
    for name in sorted(found.keys() | note.head.keys()):
        value, wanted = found.get(name, ""), note.head.get(name, "")
        is_right = likeness(value, wanted) >= _PLACE_ALIKE if name == "place" else value == wanted
        scores.add(name, int(is_right), int(bool(value)), int(bool(wanted)))
        if not is_right:
            yield f"{name}: {value!r} for {wanted!r}"


def _score_points(note: Annotated, read: ReadNote, scores: Scores) -> Iterator[str]:
    pairs = _matched(note.points, read.points, lambda g: g[2], lambda p: read.words(p.span))
    found, wanted = len(read.points), len(note.points)
    scores.add("points", len(pairs), found, wanted)
    both = [(note.points[i], read.points[j]) for i, j in pairs]
    scores.add("points, kind too", sum(g[0] == p.kind for g, p in both), found, wanted)
    scores.add("points, topic too", sum([g[1]] == [*p.topics[:1]] for g, p in both), found, wanted)
    scores.add("topic in three", sum(g[1] in p.topics for g, p in both), len(both), len(both))
    filled = [(g, p) for g, p in both if p.is_topic_sure]
    scores.add("topic filled in", sum(g[1] == p.topics[0] for g, p in filled), len(filled), wanted)
    sure = sum(p.is_sure and read.is_structured for p in read.points)
    right = sum(p.is_sure and read.is_structured for _g, p in both)
    scores.add("points ticked", right, sure, wanted)
    for gold, point in both:
        if (gold[0], gold[1]) != (point.kind, next(iter(point.topics), "")):
            yield f"point {gold[:2]} as {point.kind} {point.topics}: {gold[2][:60]}"
    yield from _apart(pairs, note.points, read.points, "point", lambda p: read.words(p.span))


def _score_promises(note: Annotated, read: ReadNote, scores: Scores) -> Iterator[str]:
    pairs = _matched(note.promises, read.promises, lambda g: g[2], lambda p: read.words(p.span))
    found, wanted = len(read.promises), len(note.promises)
    scores.add("promises", len(pairs), found, wanted)
    both = [(note.promises[i], read.promises[j]) for i, j in pairs]
    told = [(g, (p.owner, str(p.due_on or "-"))) for g, p in both]
    scores.add("promises, owner too", sum(g[0] == p[0] for g, p in told), found, wanted)
    whole = sum(g[:2] == p for g, p in told)
    scores.add("promises, owner and day too", whole, found, wanted)
    for gold, promise in told:
        if gold[:2] != promise:
            yield f"promise {gold[:2]} as {promise}: {gold[2][:60]}"
    yield from _apart(pairs, note.promises, read.promises, "promise", lambda p: read.words(p.span))


def _apart(
    pairs: Sequence[tuple[int, int]],
    golds: Sequence[GoldT],
    found: Sequence[FoundT],
    what: str,
    words: Callable[[FoundT], str],
) -> Iterator[str]:
    for place, gold in enumerate(golds):
        if place not in {i for i, _j in pairs}:
            yield f"{what} missed: {gold}"
    for place, one in enumerate(found):
        if place not in {j for _i, j in pairs}:
            yield f"{what} too many: {words(one)[:90]}"


def _matched(
    golds: Sequence[GoldT],
    found: Sequence[FoundT],
    gold_words: Callable[[GoldT], str],
    words: Callable[[FoundT], str],
) -> list[tuple[int, int]]:
    """Pair similar items, the most similar first."""
    alike = sorted(
        (
            (likeness(gold_words(gold), words(one)), i, j)
            for i, gold in enumerate(golds)
            for j, one in enumerate(found)
        ),
        reverse=True,
    )
    pairs: list[tuple[int, int]] = []
    for share, i, j in alike:
        is_free = all(i != a and j != b for a, b in pairs)
        if share >= _ALIKE and is_free:
            pairs.append((i, j))
    return pairs


def likeness(one: str, other: str) -> float:
    """Return the share of words that two texts have in common, from 0 to 1."""
    a, b = (Counter(WORD.findall(folded(text))) for text in (one, other))
    return 2 * (a & b).total() / max(1, a.total() + b.total())


if __name__ == "__main__":
    main()
