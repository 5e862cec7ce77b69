"""Conversion of blocks into the paragraphs and tables of a Word document."""

from collections.abc import Sequence
from dataclasses import dataclass

from outreach_app.documents.editable.figures import (
    column_chart,
    facts,
    key_figures,
    share_bar,
    tile_map,
)
from outreach_app.documents.editable.letterhead import letterhead
from outreach_app.documents.editable.markup import Border, Element, borders, element, twips
from outreach_app.documents.editable.page import Page
from outreach_app.documents.editable.rows import remarks, ruled_table
from outreach_app.documents.editable.tables import Cell, Frame, Row
from outreach_app.documents.editable.text import Look, runs
from outreach_app.documents.styles import MILLIMETRE, MUTED, RULE, TEAL, TEXT_WIDTH
from outreach_app.i18n import isolate
from outreach_app.summaries.prose import blocks
from outreach_app.summaries.prose.blocks import plain

EM_SPACE = "\u2003"
SHORT_RULE = 20 * MILLIMETRE
BAR_INDENT = 4 * MILLIMETRE
SIGNATURE_WIDTH, SIGNATURE_HEIGHT = 66 * MILLIMETRE, 22 * MILLIMETRE
NOTES, NOTES_PITCH = 4, 8.2 * MILLIMETRE


@dataclass(frozen=True, slots=True)
class Converter:
    """Converts blocks on a page; `emblem` is the letterhead's image, None without one."""

    page: Page
    emblem: Element | None

    def converted(self, block: blocks.Block) -> list[Element]:
        """Return the elements of a block; none for a table without rows."""
        made: list[Element]
        match block:
            case blocks.Letterhead():
                made = letterhead(block, self.page, self.emblem)
            case blocks.Title() | blocks.Addressee():
                made = self._title(block)
            case blocks.Facts():
                made = facts(block, self.page)
            case blocks.KeyFigures() | blocks.TileMap() | blocks.ShareBar() | blocks.ColumnChart():
                made = self._figures(block)
            case blocks.Heading() | blocks.Paragraph() | blocks.Note():
                made = [self._line(block)]
            case blocks.Table() | blocks.Remarks():
                made = self._rows(block) if block.rows else []
            case blocks.Assessment() | blocks.Statement():
                made = self._set_apart(block)
            case blocks.Signature() | blocks.Signatures() | blocks.FillIns() | blocks.NotesLines():
                made = self._by_hand(block)
        return made

    def _figures(
        self,
        block: blocks.KeyFigures | blocks.TileMap | blocks.ShareBar | blocks.ColumnChart,
    ) -> list[Element]:
        match block:
            case blocks.KeyFigures():
                return key_figures(block, self.page)
            case blocks.TileMap():
                return tile_map(block, self.page)
            case blocks.ShareBar():
                return share_bar(block, self.page)
            case blocks.ColumnChart():
                return column_chart(block, self.page)

    def _rows(self, block: blocks.Table | blocks.Remarks) -> list[Element]:
        if isinstance(block, blocks.Table):
            return ruled_table(block, self.page)
        return remarks(block, self.page)

    def _line(self, block: blocks.Heading | blocks.Paragraph | blocks.Note) -> Element:
        match block:
            case blocks.Heading():
                number = ""
                if block.number is not None:
                    number = f"{isolate(str(block.number))}{EM_SPACE}"
                return self.page.paragraph(f"{number}{block.text}", "heading")
            case blocks.Paragraph():
                look = Look(is_bold=block.is_strong)
                return self.page.paragraph(plain(block.text), "body", look=look)
            case blocks.Note():
                return self.page.paragraph(block.text, "note")

    def _title(self, block: blocks.Title | blocks.Addressee) -> list[Element]:
        """Return title and subtitle, and an optional short rule, centred on the page."""
        if isinstance(block, blocks.Addressee):
            return self._addressee(block)
        indent = twips((TEXT_WIDTH - SHORT_RULE) / 2)
        rule = self.page.of_runs(
            (),
            "cell",
            borders("pBdr", (Border("top", 1.2, TEAL),)),
            element("spacing", before=85, after=120, line=60, lineRule="exact"),
            element("ind", start=indent, end=indent),
        )
        subtitle = plain(block.subtitle)
        return [
            self.page.paragraph(block.title, "title"),
            *([self.page.paragraph(subtitle, "subtitle")] if subtitle else []),
            *([rule] if block.is_ruled else []),
        ]

    def _set_apart(self, block: blocks.Assessment | blocks.Statement) -> list[Element]:
        """Return an opinion or a statement next to a bar at the start edge."""
        if isinstance(block, blocks.Statement):
            beside = self._beside_bar()
            notes = [note for note in (block.words.note, plain(block.source)) if note]
            stated = self.page.unquoted(block.words, "statement", *beside)
            return [stated, *(self.page.paragraph(note, "note", *beside) for note in notes)]
        heading = self.page.of_runs(
            [
                *self._runs(f"{plain(block.heading)}\u00a0", Look(is_bold=True)),
                *self._runs(f"({block.label})", Look(colour=MUTED)),
            ],
            "body",
            *self._beside_bar(),
        )
        words = block.words
        note = [self.page.paragraph(words.note, "note", *self._beside_bar())] if words.note else []
        return [heading, self.page.unquoted(words, "body", *self._beside_bar()), *note]

    def _beside_bar(self) -> tuple[Element | None, ...]:
        side = "right" if self.page.is_right_to_left else "left"
        bar = borders("pBdr", (Border(side, 2.2, TEAL, distance=BAR_INDENT),))
        return element("keepNext"), bar, element("ind", start=twips(BAR_INDENT))

    def _signature(self, block: blocks.Signature) -> Element:
        """Return the signer's title at the end edge, above room for ink."""
        return self.page.paragraph(
            block.title,
            "signature",
            element("spacing", before=twips(3 * MILLIMETRE), after=twips(SIGNATURE_HEIGHT)),
            element("ind", start=twips(TEXT_WIDTH - SIGNATURE_WIDTH)),
        )

    def _notes(self, block: blocks.NotesLines) -> list[Element]:
        """Return a label above dotted lines to write on."""
        line = twips(NOTES_PITCH)
        made = [self.page.paragraph(block.label, "label")]
        for _number in range(NOTES):
            spacing = element("spacing", before=0, after=0, line=line, lineRule="exact")
            # Word joins equal borders of neighbours into one box: the inner one separates the
            # lines.
            dotted = [Border(side, 0.5, RULE, is_dotted=True) for side in ("bottom", "between")]
            made.append(self.page.of_runs((), "cell", borders("pBdr", dotted), spacing))
        return made

    def _by_hand(self, block: blocks.ByHand) -> list[Element]:
        match block:
            case blocks.Signature():
                return [self._signature(block)]
            case blocks.Signatures():
                cells = [Cell((self.page.paragraph(each, "signature"),)) for each in block.titles]
                return self._side_by_side(cells, SIGNATURE_HEIGHT)
            case blocks.FillIns():
                dots = (Border("bottom", 0.5, RULE, is_dotted=True),)
                cells = [
                    Cell((self.page.paragraph(each, "cell"),), borders=dots)
                    for each in block.labels
                ]
                return self._side_by_side(cells, NOTES_PITCH)
            case blocks.NotesLines():
                return self._notes(block)

    def _side_by_side(self, cells: Sequence[Cell], height: float) -> list[Element]:
        widths = [TEXT_WIDTH / len(cells)] * len(cells)
        return self.page.table([Row(cells, height=height)], widths, Frame())

    def _addressee(self, block: blocks.Addressee) -> list[Element]:
        bold = Look(is_bold=True)
        return [
            self.page.paragraph(plain(block.sender), "subtitle"),
            self.page.paragraph(block.to, "subtitle"),
            self.page.paragraph(plain(block.addressee), "subtitle", look=bold),
        ]

    def _runs(self, text: str, look: Look) -> list[Element]:
        return runs(text, right_to_left=self.page.is_right_to_left, look=look)
