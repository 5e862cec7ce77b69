"""The head of a session in a note: day, hours, place, counts, kind, channel, next meeting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from outreach_app.notes.counts import Count, count_after, count_people, count_women, labelled_count
from outreach_app.notes.cues import codes, cue, opening
from outreach_app.notes.days import WrittenDay, due_day, written_days
from outreach_app.notes.hours import WrittenHour, bare_hours, labelled_hours, written_hours
from outreach_app.notes.layout import Layout, Piece
from outreach_app.notes.places import channel_of, place_in
from outreach_app.notes.proposals import HeadField, HeadProposal
from outreach_app.notes.roles import PROMISED
from outreach_app.notes.text import Span, words_of

_BEGINNING = 420  # characters in which hours need no label
_COUNTS_WITHIN = 900
_FIRST_LINE = 160  # where a number needs no word for people
# «Casablanca, le …»: the date of a paper, not of what it reports.
_LETTERHEAD = re.compile(r"\W*[^\W\d_]+(?: [^\W\d_]+)?,\s*(?:le|في)?\s*")
_LOOK_BACK = 60  # characters before a date that say what it is
_MAX_DAYS = 3  # to choose from
_PEOPLE = ("partners", "headcount", "women", "absent")


@dataclass(frozen=True, slots=True)
class _Note:
    """A note whose head is read: its text, folded, its layout, and today's date."""

    text: str
    folded: str
    layout: Layout
    today: date

    def labelled(self, label: str) -> Iterator[tuple[Piece, str]]:
        for piece in self.layout.pieces:
            if piece.label == label:
                yield piece, self.folded[piece.span.start : piece.span.end]

    def closings(self) -> Iterator[tuple[Piece, str]]:
        """Yield the pieces that say that the meeting ended: «La réunion a pris fin à 16h20»."""
        for piece in self.layout.pieces:
            words = self.folded[piece.span.start : piece.span.end]
            if opening("closing").match(words):
                yield piece, words

    def promises_on(self, span: Span) -> bool:
        """Return whether a place is in a table row, or under a heading of commitments."""
        return any(
            (piece.row is not None or piece.section in PROMISED)
            and (piece.span.meets(span) or (piece.due is not None and piece.due.meets(span)))
            for piece in self.layout.pieces
        )

    def beginning(self) -> Span:
        end = self.folded.find("\n", 150)
        return Span(0, max(end, min(350, len(self.folded))) if end > 0 else len(self.folded))


def read_head(
    text: str, folded: str, layout: Layout, sent: list[WrittenDay], today: date
) -> list[HeadProposal]:
    """Return the proposals for the head, in its order; `sent` are the dates of a chat's lines."""
    note = _Note(text, folded, layout, today)
    days = _days(note, sent)
    held_on = days[0].value if days and isinstance(days[0].value, date) else today
    people = [piece.span for piece in layout.pieces if piece.label in _PEOPLE]
    labelled = [piece for piece in layout.pieces if piece.label == "place"]
    place = place_in(text, folded, labelled, note.beginning(), people)
    kind = _kind(note)
    channel = channel_of(folded, place)
    return [
        *days,
        *_hours(note, days[0].span if days else None),
        *([HeadProposal(HeadField.PLACE, words_of(text, place), place)] if place else []),
        *([HeadProposal(HeadField.KIND, kind[0], kind[1])] if kind else []),
        *([HeadProposal(HeadField.CHANNEL, channel[0], channel[1])] if channel else []),
        *_counts(note),
        *_next(note, held_on),
    ]


def _days(note: _Note, sent: list[WrittenDay]) -> list[HeadProposal]:
    """Return the dates that may be the meeting's, most likely first."""
    for piece, words in note.labelled("date"):
        for day in written_days(words)[:1]:
            held_on = day.last_before(note.today)
            if held_on is not None:
                return [_day(held_on, day, piece.span.start)]
    weighed = sorted(_weighed_days(note), key=lambda one: -one[0])
    days = list({held_on: (held_on, day) for _weight, held_on, day in reversed(weighed)}.values())
    if days:
        best = max(weight for weight, _held_on, _day in weighed)
        close = {held_on for weight, held_on, _day in weighed if weight > best - 1}
        return [_day(d, day) for d, day in reversed(days) if d in close][:_MAX_DAYS]
    return [_day(d, day) for day in sent[:1] if (d := day.last_before(note.today)) is not None]


def _day(held_on: date, day: WrittenDay, moved: int = 0) -> HeadProposal:
    is_guessed = day.year is None
    return HeadProposal(HeadField.HELD_ON, held_on, day.span.moved(moved), is_guessed)


def _weighed_days(note: _Note) -> Iterator[tuple[float, date, WrittenDay]]:
    """Yield the past dates that are no deadline or next meeting, with how likely each is."""
    for day in written_days(note.folded):
        start = note.folded.rfind("\n", 0, day.span.start) + 1
        before = note.folded[max(start, day.span.start - _LOOK_BACK) : day.span.start]
        held_on = day.last_before(note.today)
        is_other = cue("next", "date.written").search(before) or cue("date.due").search(
            before[-25:]
        )
        if held_on is None or held_on > note.today or is_other or note.promises_on(day.span):
            continue
        cued = 2 * (cue("date.held").search(before) is not None)
        weight = cued + 2 * (day.year is not None) + 2 * (start < 120)
        weight -= cue("promise").search(before) is not None
        weight -= 2 * (_LETTERHEAD.fullmatch(before) is not None)
        if weight > 0:
            yield weight - day.span.start / 4000, held_on, day


def _hours(note: _Note, day: Span | None) -> list[HeadProposal]:
    """Return the proposals for when the meeting began and ended."""
    hours = list(_labelled_hours(note)) or _hours_at_the_beginning(note, day)
    ends = [
        WrittenHour(hour.span.moved(piece.span.start), hour.time)
        for piece, words in (*note.labelled("end"), *note.closings())
        for hour in written_hours(words)[:1]
    ]
    found = list(zip((HeadField.STARTS_AT, HeadField.ENDS_AT), hours, strict=False))
    if ends and len(found) < 2:
        found.append((HeadField.ENDS_AT, ends[0]))
    return [HeadProposal(field, hour.time, hour.span) for field, hour in found]


def _labelled_hours(note: _Note) -> Iterator[WrittenHour]:
    """Yield the first labelled hours: the start, and the end if it follows."""
    for label in ("start", "date"):
        for piece, words in note.labelled(label):
            hours = labelled_hours(words)
            for hour in hours[:2]:
                yield WrittenHour(hour.span.moved(piece.span.start), hour.time)
            if hours:
                return


def _hours_at_the_beginning(note: _Note, day: Span | None) -> list[WrittenHour]:
    """Return the hours of the first sentence that has one and promises nothing."""
    for piece in note.layout.pieces:
        line = note.folded[piece.span.start : piece.span.end]
        is_dated = day is not None and piece.span.meets(day)
        is_first = note.layout.is_telegraphic and piece.span.start < _FIRST_LINE
        is_item = piece.is_item and not (is_dated or is_first)
        is_body = is_item or piece.section or piece.label == "next"
        if is_body or piece.span.start > _BEGINNING:
            continue
        hours = [h for h in written_hours(line) or bare_hours(line) if not _is_other(line, h)]
        # «يوم الاثنين ابتداء من الساعة العاشرة» is no deadline beside the meeting's own date.
        others = ("promise", "refer", *(() if is_dated else ("promise.due",)))
        if hours and not cue(*others).search(line[: hours[0].span.start]):
            moved = [WrittenHour(hour.span.moved(piece.span.start), hour.time) for hour in hours]
            return moved[: 1 + _are_joined(line, hours)]
    return []


def _is_other(line: str, hour: WrittenHour) -> bool:
    """Return whether an hour is not the meeting's: «entre 18h et 20h»."""
    words = cue("time.not").finditer(line[: hour.span.start])
    return any(hour.span.start - word.end() < 2 for word in words)


def _are_joined(line: str, hours: list[WrittenHour]) -> bool:
    """Return whether two hours are a start and an end."""
    if len(hours) < 2:
        return False
    between = line[hours[0].span.end : hours[1].span.start].strip(" ()")
    return between in ("-", "a", "الي", "الي الساعه", "حتي", "jusqu'a", "et", "/")


def _kind(note: _Note) -> tuple[str, Span] | None:
    spans = [piece.span for piece, _words in note.labelled("kind")]
    beginning = note.beginning()
    for piece in note.layout.pieces:
        is_body = piece.is_item or piece.section or piece.label == "next"
        if not is_body and piece.span.start < beginning.end:
            spans.append(piece.span)
    for span in spans:
        for code, pattern in codes("mt.").items():
            found = pattern.search(note.folded, span.start, span.end)
            if found is not None:
                return code, Span(*found.span())
    return None


def _counts(note: _Note) -> Iterator[HeadProposal]:
    people = _labelled_number(note, "headcount") or _said_number(note, HeadField.HEADCOUNT)
    if people is not None:
        yield HeadProposal(HeadField.HEADCOUNT, people.number, people.span)
    women = _labelled_number(note, "women") or _said_number(note, HeadField.WOMEN)
    if women is not None and (people is None or women.number <= people.number):
        yield HeadProposal(HeadField.WOMEN, women.number, women.span)


def _labelled_number(note: _Note, label: str) -> Count | None:
    for piece, words in note.labelled(label):
        counted = count_people(words) if label == "headcount" else None
        number = counted or labelled_count(words)
        if number is not None:
            return Count(number.number, number.span.moved(piece.span.start))
    return None


def _said_number(note: _Note, field: HeadField) -> Count | None:
    """Return a number that the first sentences state, or that follows its word."""
    is_people = field is HeadField.HEADCOUNT
    read = count_people if is_people else count_women
    start = 0
    for part in note.folded[:_COUNTS_WITHIN].replace("\n", ".").split("."):
        is_of_people = start < _FIRST_LINE or cue("speech", "persons").search(part)
        number = read(part) if is_of_people else None
        if number and not cue("promise", "refer").search(part[: number.span.start]):
            return Count(number.number, number.span.moved(start))
        start += len(part) + 1
    return count_after(note.folded[:_COUNTS_WITHIN], "count.people" if is_people else "women")


def _next(note: _Note, held_on: date) -> Iterator[HeadProposal]:
    """Yield the date of the next meeting, if it is after this one."""
    labelled = [piece.span for piece, _words in note.labelled("next")]
    said = [piece.span for piece in note.layout.pieces if not piece.label]
    for span in (*labelled, *said):
        words = note.folded[span.start : span.end]
        if span not in labelled and cue("next").search(words) is None:
            continue
        due = due_day(words, held_on)
        if due is not None and due[0] > held_on:
            is_guessed = all(day.year is None for day in written_days(words))
            place = due[1].moved(span.start)
            yield HeadProposal(HeadField.NEXT_ON, due[0], place, is_guessed)
            return
