"""The page of an editable copy: its direction, and paragraphs in its styles."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from outreach_app.documents.editable.markup import Element, element, paragraph_properties
from outreach_app.documents.editable.styles import style_id
from outreach_app.documents.editable.tables import Frame, Row, table
from outreach_app.documents.editable.text import PLAIN, Look, runs
from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Quotation
from outreach_app.summaries.prose.quoting import in_guillemets

# The height of the line between two tables, which Word would otherwise join, in twips.
SPACER = 80


@dataclass(frozen=True, slots=True)
class Page:
    """Builds paragraphs and tables in the language of a document."""

    language: Language

    @property
    def is_right_to_left(self) -> bool:
        return self.language.is_right_to_left

    def paragraph(
        self, text: str, style: str, *properties: Element | None, look: Look = PLAIN
    ) -> Element:
        """Return a paragraph in the page's own language; `style` is a field of `Styles`."""
        words = runs(text, right_to_left=self.is_right_to_left, look=look)
        return self.of_runs(words, style, *properties)

    def of_runs(self, words: Iterable[Element], style: str, *properties: Element | None) -> Element:
        """Return a paragraph of existing runs, in the page's direction."""
        return self._paragraph(words, style, self.language, properties)

    def quoted(
        self, quotation: Quotation, style: str, *properties: Element | None, is_wide: bool = False
    ) -> list[Element]:
        """Return text in its own direction between guillemets, above its note.

        In a column it starts at the start edge of the page.
        """
        language = quotation.language
        said = in_guillemets(quotation.text, language) + quotation.mark
        words = runs(said, right_to_left=language.is_right_to_left)
        at_own_edge = is_wide or language is self.language
        edge = None if at_own_edge else element("jc", val="end")
        made = [self._paragraph(words, style, language, (*properties, edge))]
        if quotation.note:
            made.append(self.paragraph(quotation.note, "note", *properties))
        return made

    def unquoted(self, quotation: Quotation, style: str, *properties: Element | None) -> Element:
        """Return text in its own direction, without guillemets and note."""
        language = quotation.language
        words = runs(quotation.text + quotation.mark, right_to_left=language.is_right_to_left)
        return self._paragraph(words, style, language, properties)

    def table(
        self, rows: Iterable[Row], widths: Sequence[float], frame: Frame, *, mirrors: bool = True
    ) -> list[Element]:
        """Return a table and the line that separates it from the next element.

        `mirrors` is False for geography, which is never mirrored.
        """
        is_mirrored = mirrors and self.is_right_to_left
        return [table(rows, widths, frame, right_to_left=is_mirrored), self.spacer()]

    def spacer(self) -> Element:
        """Return a thin empty line."""
        spacing = element("spacing", before=0, after=0, line=SPACER, lineRule="exact")
        return self.of_runs((), "cell", spacing)

    def _paragraph(
        self,
        words: Iterable[Element],
        style: str,
        language: Language,
        properties: Sequence[Element | None],
    ) -> Element:
        named = element("pStyle", val=style_id(style))
        direction = element("bidi", val=int(language.is_right_to_left))
        return element("p", paragraph_properties(named, direction, *properties), *words)
