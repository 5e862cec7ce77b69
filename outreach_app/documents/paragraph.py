"""A paragraph of laid-out lines, which can be split between lines and drawn."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from outreach_app.documents.faces import load
from outreach_app.documents.glyphs import Alignment, Fragment, Line, Word
from outreach_app.documents.styles import Style
from outreach_app.documents.tagging import Path, TaggedCanvas
from outreach_app.documents.text_layout import lay_out, natural_width
from outreach_app.documents.words import ORDINAL, UNSEEN
from outreach_app.i18n import Language

# The elements in the outline, from the highest.
HEADINGS = ("H1", "H2")
# The minimum number of lines before and after a page break.
WIDOW = 2
SUPERSCRIPT_SIZE = 0.66
SUPERSCRIPT_RISE = 0.3
# More than a line needs, so that rounding does not break it.
ROUNDING = 0.1


@dataclass(frozen=True, slots=True)
class ShapedParagraph:
    """Lines in one style, part of one structure element (`path` None: an artifact)."""

    lines: tuple[Line, ...]
    style: Style
    path: Path | None

    @property
    def above(self) -> float:
        return self.style.above

    @property
    def below(self) -> float:
        return self.style.below

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    @property
    def text(self) -> str:
        """The text as readers extract it."""
        return "".join(line.text for line in self.lines).strip()

    def split(self, room: float) -> "tuple[ShapedParagraph, ShapedParagraph] | None":
        """Split between lines, with at least two on either side."""
        count = len(self.lines)
        kept = min(int(room // self.style.leading), count - WIDOW)
        if kept < WIDOW:
            return None
        return (
            replace(self, lines=self.lines[:kept]),
            replace(self, lines=self.lines[kept:]),
        )

    def as_artifact(self) -> "ShapedParagraph":
        """Return the paragraph as an artifact, for a repeated heading."""
        return replace(self, path=None)

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the words in reading order; the line box centres the face's ascent and descent."""
        if not self.lines:
            if self.path:
                canvas.place(self.path)
            return
        if self.path and self.path[-1].tag in HEADINGS:
            canvas.outline(self.text, HEADINGS.index(self.path[-1].tag), top)
        file, leading = load(self.style.face), self.style.leading
        baseline = top - (leading + (file.ascent + file.descent) * self.style.size / 1000) / 2
        operators = []
        for number, line in enumerate(self.lines):
            for colour, words in groupby(line.words, lambda word: word.style.colour):
                operators.append(" ".join(f"{part:.3f}" for part in colour) + " rg")
                operators += [
                    _word_operators(canvas, word, left, baseline - number * leading)
                    for word in words
                ]
        canvas.write("\n".join(operators), self.path)


def _word_operators(canvas: TaggedCanvas, word: Word, left: float, baseline: float) -> str:
    """Return one word as its own text object: readers preserve the order of these.

    Its characters are from left to right; a word of the other direction is marked as reversed.
    """
    style, font = word.style, canvas.font(word.style.face)
    shown = font.show(word.cells)
    if word.is_right_to_left and len(word.cells) > 1:
        shown = f"/ReversedChars BMC {shown} EMC"
    return (
        f"BT /{font.resource} {style.size:g} Tf"
        f" 1 0 0 1 {left + word.left:.2f} {baseline + style.rise:.2f} Tm {shown} ET"
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """The language of a page, which determines the side lines start from."""

    language: Language

    @property
    def is_right_to_left(self) -> bool:
        return self.language.is_right_to_left

    def paragraph(
        self, text: str | tuple[Fragment, ...], style: Style, width: float, path: Path
    ) -> ShapedParagraph:
        """Lay out a paragraph in the page's own direction."""
        parts = fragments(text, style, self.language) if isinstance(text, str) else text
        lines = lay_out(
            parts, width, right_to_left=self.is_right_to_left, alignment=style.alignment
        )
        return ShapedParagraph(lines, style, path)

    def quoted(
        self,
        text: str,
        language: Language,
        style: Style,
        width: float,
        path: Path,
        *,
        is_wide: bool = False,
    ) -> ShapedParagraph:
        """Lay out text in its own direction, from the start edge of the page.

        Across the full width it starts at the edge of its own language.
        """
        at_own_edge = is_wide or language is self.language
        alignment = style.alignment if at_own_edge else Alignment.END
        lines = lay_out(
            fragments(text, style, language),
            width,
            right_to_left=language.is_right_to_left,
            alignment=alignment,
        )
        return ShapedParagraph(lines, style, path)

    def listed(self, parts: Iterable[str]) -> str:
        """Return texts joined to one, for a screen reader."""
        return ("؛ " if self.is_right_to_left else "\u00a0; ").join(parts).translate(UNSEEN)

    def natural_width(self, text: str, style: Style) -> float:
        """Return the width in points of the text on one line."""
        parts = fragments(text, style, self.language)
        return natural_width(parts, right_to_left=self.is_right_to_left) + ROUNDING


def fragments(text: str, style: Style, language: Language) -> tuple[Fragment, ...]:
    """Return the text in its style, with the letters of French ordinals raised."""
    if language is not Language.FRENCH:
        return (Fragment(text, style.face, style.size, style.colour),)
    parts = []
    end = 0
    for found in ORDINAL.finditer(text):
        parts.append(Fragment(text[end : found.start(2)], style.face, style.size, style.colour))
        parts.append(_superscript(found[2], style))
        end = found.end()
    parts.append(Fragment(text[end:], style.face, style.size, style.colour))
    return tuple(parts)


def _superscript(text: str, style: Style) -> Fragment:
    size = round(SUPERSCRIPT_SIZE * style.size, 2)
    return Fragment(text, style.face, size, style.colour, rise=SUPERSCRIPT_RISE * style.size)
