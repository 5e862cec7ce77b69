"""The parts of a realised document: spans linked to their facts, in blocks."""

from dataclasses import dataclass
from enum import StrEnum

from outreach_app.i18n import Language
from outreach_app.summaries.prose.by_hand import ByHand, FillIns, NotesLines, Signature, Signatures
from outreach_app.summaries.prose.charts import (
    ColumnChart,
    Columns,
    Fill,
    Share,
    ShareBar,
    Tile,
    TileMap,
)
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.summaries.prose.spans import Span, Text, plain

__all__ = [
    "Addressee",
    "Assessment",
    "Bars",
    "Block",
    "ByHand",
    "Cell",
    "ColumnChart",
    "Columns",
    "CountChange",
    "Design",
    "Facts",
    "Fill",
    "FillIns",
    "Heading",
    "KeyFigures",
    "Letterhead",
    "Lines",
    "Mark",
    "Note",
    "NotesLines",
    "Paragraph",
    "Quotation",
    "Realised",
    "Remark",
    "Remarks",
    "Said",
    "Share",
    "ShareBar",
    "Signature",
    "Signatures",
    "Span",
    "Statement",
    "Table",
    "Text",
    "Tile",
    "TileMap",
    "Title",
    "plain",
]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Text as it was written, in its own language.

    `note` is the muted line below («النص الأصلي بالفرنسية», "traduit de l’arabe"), or None; `mark`
    follows the text and refers to a note of the page.
    """

    text: str
    language: Language
    fact: str
    note: str | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class CountChange:
    """The change of a count, after a mark up or down (`direction` 1, -1; 0 has none)."""

    text: Text
    direction: int


@dataclass(frozen=True, slots=True)
class Lines:
    """Texts one under the other, over a muted note, or None."""

    lines: tuple[Text, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """A count as a bar, with a thinner one below for the earlier count, None for none.

    `most` is the value of a full bar. The numbers are in columns of their own.
    """

    now: int
    before: int | None
    most: int


Said = Text | Quotation
Cell = Said | CountChange | Lines | Bars


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The official head: lines at the start side, place and date and the number at the end side."""

    lines: tuple[str, ...]
    place_and_date: Text
    number: Text


@dataclass(frozen=True, slots=True)
class Title:
    """The name of the document over what it is about; `is_ruled` where a short rule ends them."""

    title: str
    subtitle: Text
    is_ruled: bool = True


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels over values, four to a row; a fact without a value is simply not here."""

    items: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences; `is_strong` for one that may not be overlooked."""

    text: Text
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings, columns in reading order; `layout` selects the column widths.

    Without headings the first cell of a row is the label of the others. `more` is the muted last
    row ("et 4 autres points") if rows were cut, else empty; `total` the row of sums, empty if there
    is none.
    """

    layout: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    more: Text = ()
    total: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section; `number` is None for an unnumbered one."""

    number: int | None
    text: str


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The few large figures of a document, each over its label."""

    items: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A muted line that explains the block above it."""

    text: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """The author's opinion, set apart from the facts; `label` says so."""

    heading: Text
    label: str
    words: Quotation


@dataclass(frozen=True, slots=True)
class Statement:
    """The main statement of a document, in large type; `source` is its issuer and date."""

    words: Quotation
    source: Text


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who writes to whom: the sender, « à », the addressee, under each other."""

    sender: Text
    to: str
    addressee: Text


class Mark(StrEnum):
    """The sign for the status of a remark, always printed next to its word."""

    DONE = "done"
    RUNNING = "running"
    TRANSMITTED = "transmitted"
    LATE = "late"
    REFUSED = "refused"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark under its topic, the reactions, and its status.

    `said` is empty if only the topic can be shown.
    """

    topic: Text
    said: Said
    done: tuple[Said, ...]
    mark: Mark
    state: Text


@dataclass(frozen=True, slots=True)
class Remarks:
    """Remarks side by side with what was done, under two headings; `state_label` is for text."""

    headings: tuple[str, str]
    state_label: str
    rows: tuple[Remark, ...]


Block = (
    Letterhead
    | Title
    | Facts
    | KeyFigures
    | Heading
    | Paragraph
    | Table
    | Note
    | TileMap
    | ShareBar
    | ColumnChart
    | Remarks
    | Assessment
    | Statement
    | Addressee
    | ByHand
)


class Design(StrEnum):
    """The type sizes of a document."""

    SESSION = "session"
    NATIONAL = "national"
    LIST = "list"
    HAND_OUT = "hand_out"
    PERIOD = "period"
    NOTICE = "notice"
    POSTER = "poster"


@dataclass(frozen=True, slots=True)
class Realised:
    """A whole document in one language, in reading order; outputs add only number and page.

    `kind` is the lower-case word of the footer ("synthèse"), `level` how far it may go.
    """

    language: Language
    kind: str
    level: Circulation
    blocks: tuple[Block, ...]
    design: Design = Design.SESSION
