"""Conversion of the blocks of a realised document into page elements."""

from dataclasses import dataclass, replace

from outreach_app.documents.columns import fitted, from_start
from outreach_app.documents.columns_chart import column_chart
from outreach_app.documents.elements import Rule, Stack, Tied
from outreach_app.documents.flow import Element
from outreach_app.documents.handwriting import addressee, by_hand
from outreach_app.documents.key_figures import key_figures
from outreach_app.documents.letterhead import Emblem, decode_emblem, letterhead
from outreach_app.documents.paragraph import Setting, ShapedParagraph
from outreach_app.documents.remarks import remarks
from outreach_app.documents.set_apart import set_apart
from outreach_app.documents.shares import share_bar
from outreach_app.documents.styles import (
    BODY_ROOM,
    MILLIMETRE,
    RULE,
    TEAL,
    TEXT_WIDTH,
    Styles,
    styles,
)
from outreach_app.documents.table import Announced, RuledTable
from outreach_app.documents.table_composition import table
from outreach_app.documents.tagging import Path, Step
from outreach_app.documents.tiles import tile_map
from outreach_app.i18n import isolate
from outreach_app.summaries.prose import blocks
from outreach_app.summaries.prose.blocks import Design, plain

EM_SPACE = "\u2003"
FACTS_IN_ROW = 4
FACTS_GAP, FACTS_ROW_GAP = 4 * MILLIMETRE, 0.8 * MILLIMETRE
SHORT_RULE = 20 * MILLIMETRE
# A last section, or end with its signature, of at most this height is kept with the one before.
SHORT_SECTION = 30 * MILLIMETRE
# The number of table rows that move to the last page with the signature.
ROWS_WITH_SIGNATURE = 3
_KEPT_WITH_SIGNATURE = (blocks.Assessment, blocks.Paragraph, blocks.FillIns)
_TOTALS = [blocks.FillIns, blocks.Note, blocks.Signature]


def compose(
    document: blocks.Realised, emblem: bytes | None = None, gaps: float = 1.0
) -> tuple[Element, ...]:
    """Return the elements of a document in reading order; a table without rows has none.

    `emblem` is the image of the letterhead, a PNG, or None if the office has none; `gaps` scales
    the space within the rows of remarks.
    A table is kept with the paragraph before it, a note with its table, anything with the heading
    above it, a short last section with the one before it. A signature is kept with the assessment
    before it, and both with the end of the element before them.
    """
    setting = Setting(document.language)
    of_design = styles(document.language, document.design)
    image = decode_emblem(emblem) if emblem else None
    composer = Composer(setting, of_design, document.design, image, gaps)
    made: list[Element] = []
    last: blocks.Block | None = None
    for order, block in enumerate(document.blocks):
        element = composer.element(block, order)
        if element is None:
            continue
        made += [element] if last is None else _keep_together((last, made.pop()), (block, element))
        last = block
    return tuple(_keep_closing_together(made, document))


def _keep_closing_together(made: list[Element], document: blocks.Realised) -> list[Element]:
    """Keep a short end with what precedes it: a last section, or what is above the signature.

    An assessment, a closing phrase and a line to fill in with their signature are kept with it at
    any height; a hand-out's closing lines are kept with the end of its last table. Lines to write
    on come after all that.
    """
    kinds = [type(block) for block in document.blocks]
    if kinds[-1] is blocks.NotesLines and len(made) > 1:
        signed = replace(document, blocks=document.blocks[:-1])
        return [*_keep_closing_together(made[:-1], signed), made[-1]]
    if kinds[-3:] == _TOTALS:
        *others, totals, end = made
        made = [*others, Tied(totals, end, BODY_ROOM)]
    if len(made) < 2:
        return made
    *others, end = made
    if isinstance(document.blocks[-2], blocks.Heading) and end.height <= SHORT_SECTION:
        return [*others[:-1], Tied(others[-1], end, BODY_ROOM)]
    is_of_whole = kinds[-1] is blocks.Signature and kinds[-2] in _KEPT_WITH_SIGNATURE
    is_kept = is_of_whole or kinds[-3:] == _TOTALS or kinds[-1] is blocks.Signatures
    is_signed = kinds[-1] is blocks.Signature
    is_hand_out = lacks_rows = document.design is Design.HAND_OUT
    while others and (is_kept or (is_signed and (lacks_rows or end.height <= SHORT_SECTION))):
        before = others.pop()
        lacks_rows = lacks_rows and not isinstance(before, RuledTable | Announced)
        # The rows of a hand-out are high: its two are more than three of a table.
        kept = before if is_hand_out else _keep_rows_on_last_page(before)
        end, is_kept = Tied(kept, end, BODY_ROOM), False
    return [*others, end]


def _keep_signature_with_previous(before: tuple[blocks.Block, Element], signature: Element) -> Tied:
    """Keep a signature with the element before it: an assessment is not split."""
    if isinstance(before[0], blocks.Assessment):
        return Tied(before[1], signature, BODY_ROOM, is_whole=True)
    return Tied(_keep_rows_on_last_page(before[1]), signature, BODY_ROOM)


def _keep_rows_on_last_page(element: Element) -> Element:
    """Return an element; if it is a table, some of its rows stay on the last page."""
    if isinstance(element, RuledTable | Announced):
        return element.keeping(ROWS_WITH_SIGNATURE)
    return element


def _keep_together(
    before: tuple[blocks.Block, Element], after: tuple[blocks.Block, Element]
) -> list[Element]:
    """Return both elements, joined if they belong together and fit on one page."""
    block, element = after
    announces = isinstance(before[0], blocks.Heading | blocks.Paragraph)
    if announces and isinstance(element, RuledTable):
        announced = Announced(before[1], element)
        return [announced] if announced.minimum <= BODY_ROOM else [before[1], element]
    if isinstance(block, blocks.Note) and isinstance(before[1], RuledTable | Announced):
        return [before[1].with_note(element)]
    if isinstance(block, blocks.Signature):
        return [_keep_signature_with_previous(before, element)]
    explains = isinstance(before[0], blocks.Paragraph) and isinstance(block, blocks.ShareBar)
    if explains or isinstance(before[0], blocks.Heading):
        return [_unbreakable(before[1], element, above=before[1].above)]
    return [before[1], element]


def _unbreakable(*parts: Element, above: float = 0.0, below: float = 0.0) -> Stack:
    """Return a stack without page breaks inside, unless it is higher than a page."""
    stack = Stack(parts, above, below)
    return replace(stack, is_whole=stack.height <= BODY_ROOM)


@dataclass(frozen=True, slots=True)
class Composer:
    """Builds elements with one language's setting and styles; `order` numbers the blocks."""

    setting: Setting
    styles: Styles
    design: Design
    emblem: Emblem | None
    gaps: float

    def element(self, block: blocks.Block, order: int) -> Element | None:
        """Return the element of one block; None for a table without rows."""
        made: Element | None
        match block:
            case blocks.Letterhead():
                made = letterhead(block, self.setting, self.styles, order, self.emblem)
            case blocks.Title() | blocks.Addressee():
                made = self.title(block, order)
            case blocks.Facts():
                made = self.facts(block, order)
            case blocks.KeyFigures() | blocks.TileMap() | blocks.ShareBar() | blocks.ColumnChart():
                made = self.figures(block, order)
            case blocks.Heading() | blocks.Note():
                made = self.line(block, order)
            case blocks.Paragraph():
                made = self.paragraph(block, order)
            case blocks.Table() | blocks.Remarks():
                made = self.table(block, order) if block.rows else None
            case blocks.Assessment() | blocks.Statement():
                made = set_apart(block, self.setting, self.styles, order)
            case blocks.Signature() | blocks.Signatures() | blocks.FillIns() | blocks.NotesLines():
                made = by_hand(block, self.setting, self.styles, order)
        return made

    def paragraph(self, block: blocks.Paragraph, order: int) -> ShapedParagraph:
        """Lay out sentences, justified across the text width."""
        path, style = (Step("P", order),), self.styles.body
        if block.is_strong:
            style = replace(self.styles.total, above=style.above, below=style.below)
        return self.setting.paragraph(plain(block.text), style, TEXT_WIDTH, path)

    def table(self, block: blocks.Table | blocks.Remarks, order: int) -> RuledTable:
        """Lay out rows under headings."""
        if isinstance(block, blocks.Table):
            return table(block, self.setting, self.styles, order)
        return remarks(block, self.setting, self.design, order, self.gaps)

    def figures(
        self,
        block: blocks.KeyFigures | blocks.TileMap | blocks.ShareBar | blocks.ColumnChart,
        order: int,
    ) -> Element:
        """Lay out figures other than tables."""
        match block:
            case blocks.KeyFigures():
                return key_figures(block, self.setting, self.styles, order)
            case blocks.TileMap():
                return tile_map(block, self.setting, self.styles, order)
            case blocks.ShareBar():
                return share_bar(block, self.setting, self.styles.bar, order)
            case blocks.ColumnChart():
                return column_chart(block, self.setting, self.styles, order)

    def line(self, block: blocks.Heading | blocks.Note, order: int) -> ShapedParagraph:
        """Lay out the numbered heading of a section, or a muted note."""
        if isinstance(block, blocks.Note):
            path = (Step("P", order),)
            return self.setting.paragraph(block.text, self.styles.note, TEXT_WIDTH, path)
        words = block.text
        if block.number is not None:
            words = f"{isolate(str(block.number))}{EM_SPACE}{words}"
        path = (Step("H2", order),)
        return self.setting.paragraph(words, self.styles.heading, TEXT_WIDTH, path)

    def title(self, block: blocks.Title | blocks.Addressee, order: int) -> Stack:
        """Lay out title, subtitle and an optional short rule, centred on the page."""
        if isinstance(block, blocks.Addressee):
            return addressee(block, self.setting, self.styles, order)
        setting, gap = self.setting, 1.5 * MILLIMETRE
        heading = (_block(order), Step("H1", 0))
        left = (TEXT_WIDTH - SHORT_RULE) / 2
        subtitle = plain(block.subtitle)
        rule = Rule(SHORT_RULE, 1.2, TEAL, left=left, above=gap)
        parts = (
            setting.paragraph(block.title, self.styles.title, TEXT_WIDTH, heading),
            setting.paragraph(subtitle, self.styles.subtitle, TEXT_WIDTH, _part(order, 1)),
            *((rule,) if block.is_ruled else ()),
        )
        return _unbreakable(*parts, above=3.2 * MILLIMETRE, below=3.6 * MILLIMETRE)

    def facts(self, block: blocks.Facts, order: int) -> Stack:
        """Lay out labels above values between two rules, in columns across the width."""
        items = list(enumerate(block.items))
        rows = [items[at : at + FACTS_IN_ROW] for at in range(0, len(items), FACTS_IN_ROW)]
        columns = [
            max(self._fact_width(row[place][1]) for row in rows if place < len(row))
            for place in range(len(rows[0]))
        ]
        widths = fitted(columns, TEXT_WIDTH - FACTS_GAP * (len(columns) - 1))
        space = (TEXT_WIDTH - sum(widths)) / max(len(widths) - 1, 1)
        parts: list[Element] = [Rule(TEXT_WIDTH, 1.0, TEAL, below=1.8 * MILLIMETRE)]
        for row in rows:
            cells = [
                (width, self._fact(item, width, order, number))
                for (number, item), width in zip(row, widths, strict=False)
            ]
            parts.append(from_start(cells, self.setting, space, above=FACTS_ROW_GAP))
        parts.append(Rule(TEXT_WIDTH, 0.6, RULE, above=1.8 * MILLIMETRE))
        return _unbreakable(*parts, above=3 * MILLIMETRE, below=3 * MILLIMETRE)

    def _fact_width(self, item: tuple[str, blocks.Text]) -> float:
        label, value = item
        return max(
            self.setting.natural_width(label, self.styles.label),
            self.setting.natural_width(plain(value), self.styles.cell),
        )

    def _fact(self, item: tuple[str, blocks.Text], width: float, order: int, number: int) -> Stack:
        label, value = item
        paths = _part(order, 2 * number), _part(order, 2 * number + 1)
        return Stack(
            (
                self.setting.paragraph(label, self.styles.label, width, paths[0]),
                self.setting.paragraph(plain(value), self.styles.cell, width, paths[1]),
            )
        )


def _block(order: int) -> Step:
    return Step("Div", order)


def _part(order: int, number: int) -> Path:
    return _block(order), Step("P", number)
