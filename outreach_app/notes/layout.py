"""The layout of a note: labels with their values, headings, tables, bullets."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from outreach_app.notes.cues import codes, cue, plain_words
from outreach_app.notes.keys import (
    column_of,
    label_of,
    owed_section,
    section_of,
    whole_label,
    whole_section,
)
from outreach_app.notes.lines import Line
from outreach_app.notes.text import WORD, Span, trimmed

_KEY = re.compile(r"\W*(?P<key>[^:\n]{2,60}?)\s?:\s*")
_SEPARATORS = re.compile(r"\s?[;؛]\s?|\s/\s|\.\s(?=\S)")
_COMMAS = re.compile(r",\s")
_SENTENCE_END = re.compile(
    r"(?<![^\W_]m)(?<![^\W_]n)(?<! dr)(?<! me)(?<! mm)(?<!tel)(?<!pers)(?<! m)(?<!no)"
    r"\.(?=\s|$)|[?!;](?=\s|$)"
)
_SIGNS = " \t|;،,.-*•>+:؛#=_"
_MAX_KEY, _MAX_HEADING = 6, 9  # words
_MAX_REST = 2  # words after a heading that do not belong to it
_MAX_ITEM, _MEDIAN_ITEM, _FEWEST_LINES = 18, 12, 4  # words, words, lines
_MIN_SENTENCE = 3  # characters
_MIN_COLUMNS = 2
_NUMBERED = ("1", "i", "a")  # a dash begins no heading
_TITLED_HEAD = re.compile(r"\W*(?P<key>[^.:\n]{3,30})\.\s+\S")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a note with one statement.

    `label` is its part of the head (`date`, `place`), `section` the heading it is under (`request`,
    `promise`); a row of a table has a number, and can give the owner and the due date.
    """

    span: Span
    label: str = ""
    section: str = ""
    is_item: bool = False
    row: int | None = None
    owner: Span | None = None
    due: Span | None = None


@dataclass(slots=True)
class Layout:
    """The pieces of a note, and the features of its form."""

    pieces: list[Piece] = field(default_factory=list)
    has_headings: bool = False
    is_telegraphic: bool = False
    rows: int = 0

    @property
    def has_table(self) -> bool:
        return self.rows > 1


class _Reading:
    """Reads the lines one after another: a heading applies until the next."""

    def __init__(self, text: str, folded: str, lines: list[Line]) -> None:
        self._text = text
        self._folded = folded
        self._lines = lines
        self._section = ""
        self._label = ""
        # by a line of its own: the following lines are the label's until the next
        self._is_headed = False
        self._columns: list[str] = []
        self.layout = Layout(is_telegraphic=_is_telegraphic(folded, lines))

    def read(self) -> None:
        for place, line in enumerate(self._lines):
            words = self._folded[line.span.start : line.span.end]
            separator = "\t" if "\t" in words.strip() else "|" if "|" in words else ""
            if separator and self._row(_cells(self._folded, line.span, separator)):
                continue
            self._columns = [] if not separator else self._columns
            if not self._titled(line) and not self._heading(place, line):
                self._body(line)

    def _row(self, cells: list[Span]) -> bool:
        """Read a row of a table; return False for another line."""
        if len(cells) < _MIN_COLUMNS:
            return False
        names = [column_of(self._words(cell)) for cell in cells]
        if len(cells) > _MIN_COLUMNS and sum(map(bool, names)) > 1 and "text" in names:
            self._columns = names
        elif self._columns and _MIN_COLUMNS <= len(cells) <= len(self._columns) + 1:
            self._table_row(dict(zip(self._columns, cells, strict=False)))
        elif not self._keyed(cells[0], Span(cells[1].start, cells[-1].end)):
            for cell in cells:
                self._titled(Line(cell, "-"))
        return True

    def _table_row(self, cells: Mapping[str, Span]) -> None:
        self.layout.rows += 1
        section = section_of(self._words(cells["kind"])) if "kind" in cells else ""
        point = Piece(cells.get("text", Span(0, 0)), "", section or "points", True)
        self._add(replace(point, row=self.layout.rows))
        if "answer" in cells:
            answer = Piece(cells["answer"], "", "action", True, self.layout.rows)
            self._add(replace(answer, owner=cells.get("owner"), due=cells.get("due")))

    def _titled(self, line: Line) -> bool:
        """Read «label : value»; return False for another line."""
        found = _KEY.match(self._folded, line.span.start, line.span.end)
        if found is None or len(found["key"].split()) > _MAX_KEY:
            return False
        return self._keyed(Span(*found.span("key")), Span(found.end(), line.span.end))

    def _keyed(self, key: Span, value: Span) -> bool:
        """Read a value of the head or of a section by its key; return False for an unknown key."""
        words = self._words(key)
        has_value = bool(self._words(value).strip())
        label, section = label_of(words), section_of(words)
        if label:
            self._label = "" if has_value else label
            self._is_headed = False
            self._section = ""
            if has_value:
                self._add(Piece(value, label=label))
        elif section and has_value:
            # «Saisine de la commune : ralentisseur»: the key says to whom.
            is_sent = section == "referral" and cue(*codes("rf.")).search(words)
            self._items(
                Span(key.start, value.end) if is_sent else value, owed_section(section, words)
            )
        else:
            return False
        return True

    def _items(self, value: Span, section: str) -> None:
        """Read what follows a section on its line: one item, or several with separators."""
        if section not in ("points", "answer") or len(self._words(value).split()) > _MAX_REST:
            self.layout.has_headings = True
            is_owed = section in ("promise", "promise_office", "promise_partner", "referral")
            # «accueil cordial, rien à signaler» as a whole reports nothing.
            commas = not is_owed and cue("nothing").search(self._words(value)) is None
            for span in _parted(self._folded, value, commas=commas):
                self._add(Piece(span, section=section, is_item=True))

    def _heading(self, place: int, line: Line) -> bool:
        """Read a heading; return False for another line."""
        words = self._words(line.span).strip()
        if len(words.split()) > _MAX_HEADING:
            return False
        following = self._lines[place + 1] if place + 1 < len(self._lines) else None
        is_led = words.endswith(":") or words.startswith("#")
        # «4. Remerciements …» after «3. …» is an item of a list, whatever follows.
        is_listed = place > 0 and line.is_bullet and self._lines[place - 1].mark == line.mark
        is_followed = following is not None and following.mark not in ("", line.mark)
        leads = is_led or (is_followed and not is_listed)
        bare = words.strip(" :.#*=_-")
        if label := whole_label(bare):
            self._section = ""
            self._label = label
            self._is_headed = True
            return True
        section = section_of(bare) if leads else whole_section(bare)
        if not section and leads and (is_led or line.mark in _NUMBERED):
            section = "" if cue("boilerplate").match(bare) else "points"
        if not section:
            return False
        self._section = section
        self._label = ""
        self.layout.has_headings = True
        return True

    def _body(self, line: Line) -> None:
        if self._label and self._label != "frame":
            self._add(Piece(line.span, label=self._label))
            self._label = self._label if line.is_bullet or self._is_headed else ""
            return
        titled = _TITLED_HEAD.match(self._folded, line.span.start, line.span.end)
        if titled is not None and (section := whole_section(titled["key"])):
            rest = Span(titled.end("key") + 1, line.span.end)
            for span in sentences(self._folded, rest):
                self._add(Piece(span, section=section))
        elif line.is_bullet or self._is_one_thing(line):
            self._add(Piece(line.span, section=self._section, is_item=True))
        else:
            for span in sentences(self._folded, line.span):
                self._add(Piece(span, section=self._section))

    def _is_one_thing(self, line: Line) -> bool:
        """Return whether a line without a bullet is one item, as the lines of a message are."""
        is_first = line.span == self._lines[0].span
        is_short = len(self._words(line.span).split()) <= _MAX_ITEM
        return self.layout.is_telegraphic and not is_first and is_short

    def _add(self, piece: Piece) -> None:
        span = trimmed(self._text, piece.span, _SIGNS)
        if self._text[span.end : span.end + 1] in ("?", "؟"):
            span = Span(span.start, span.end + 1)
        if span.start < span.end:
            self.layout.pieces.append(replace(piece, span=span))

    def _words(self, span: Span) -> str:
        return self._folded[span.start : span.end]


def layout_of(text: str, folded: str, lines: list[Line]) -> Layout:
    """Return the pieces of a note in order, and the features of its form."""
    reading = _Reading(text, folded, lines)
    reading.read()
    return reading.layout


def sentences(folded: str, span: Span) -> Iterator[Span]:
    """Yield the sentences of a place, also split before connectives that start a new item."""
    start = span.start
    for cut in sorted((*_ends(folded, span), *_new_things(folded, span))):
        if cut.start - start > _MIN_SENTENCE:
            yield Span(start, cut.start)
            start = cut.end
    if span.end - start >= _MIN_SENTENCE:
        yield Span(start, span.end)


def _ends(folded: str, span: Span) -> Iterator[Span]:
    for end in _SENTENCE_END.finditer(folded, span.start, span.end):
        yield Span(end.start() + (end[0] in "?!"), end.end())


def _new_things(folded: str, span: Span) -> Iterator[Span]:
    """Yield the white space before a word that begins another item in Arabic prose."""
    for word in WORD.finditer(folded, span.start + 1, span.end):
        if word[0] in _splitting() or any(word[0].startswith(stem) for stem in _split_stems()):
            yield Span(word.start(), word.start())


def _splitting() -> frozenset[str]:
    return frozenset(word for word in plain_words("split") if "*" not in word)


def _split_stems() -> tuple[str, ...]:
    return tuple(word[:-1] for word in plain_words("split") if word.endswith("*"))


def _parted(folded: str, span: Span, *, commas: bool) -> Iterator[Span]:
    cuts = list(_SEPARATORS.finditer(folded, span.start, span.end))
    if not cuts and commas:
        cuts = list(_COMMAS.finditer(folded, span.start, span.end))
    start = span.start
    for cut in cuts:
        yield Span(start, cut.start())
        start = cut.end()
    yield Span(start, span.end)


def _cells(folded: str, span: Span, separator: str) -> list[Span]:
    cells, start = [], span.start
    for cell in folded[span.start : span.end].split(separator):
        if cell.strip() or separator == "\t":
            cells.append(Span(start, start + len(cell)))
        start += len(cell) + 1
    return cells


def _is_telegraphic(folded: str, lines: list[Line]) -> bool:
    """Return whether the lines of a note are short and have no bullets."""
    counts = sorted(len(folded[line.span.start : line.span.end].split()) for line in lines)
    is_short = len(lines) >= _FEWEST_LINES and counts[len(lines) // 2] <= _MEDIAN_ITEM
    return is_short and not any(line.is_bullet for line in lines)
