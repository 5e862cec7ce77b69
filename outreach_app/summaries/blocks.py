"""What a realised document is made of: spans that carry their fact, in blocks."""

from dataclasses import dataclass

from outreach_app.i18n import Language


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text; `fact` is the id of the fact it says, None for the sentence's own words."""

    text: str
    fact: str | None = None


Text = tuple[Span, ...]


def plain(text: Text) -> str:
    """The characters of a text, isolates included."""
    return "".join(span.text for span in text)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words given as they were written, in the language they were written in.

    `note` is the muted line under them («نص أصلي بالفرنسية», "traduction de l'auteur"), or None.
    """

    text: str
    language: Language
    fact: str
    note: str | None = None


Cell = Text | Quotation


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The official head: lines at the start side, place and date and the number at the end side."""

    lines: tuple[str, ...]
    place_and_date: Text
    number: Text


@dataclass(frozen=True, slots=True)
class Title:
    title: str
    subtitle: Text


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels over values, four to a row; a fact without a value is simply not here."""

    items: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings, columns in reading order; `layout` names the column widths to use.

    `more` is the muted last row ("et 4 autres points") where rows were cut, else an empty text.
    """

    layout: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    more: Text = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """The author's opinion, set apart from the facts; `label` says so."""

    heading: Text
    label: str
    words: Quotation


@dataclass(frozen=True, slots=True)
class Signature:
    """The place for ink: the title of whoever signs, no name."""

    title: str


Block = Letterhead | Title | Facts | Paragraph | Table | Assessment | Signature


@dataclass(frozen=True, slots=True)
class Realised:
    """A whole document in one language, in reading order; outputs add only number and page.

    `kind` is the lower-case word of the footer ("synthèse"), `level` its circulation level.
    """

    language: Language
    kind: str
    level: str
    blocks: tuple[Block, ...]
