"""The running head and the footer of pages."""

from dataclasses import dataclass, replace

from outreach_app.documents.glyphs import Alignment
from outreach_app.documents.imprint import WORDINGS, Wording, head_of, issued_line
from outreach_app.documents.paragraph import Setting
from outreach_app.documents.requests import Issue
from outreach_app.documents.styles import (
    FOOTER_RULE,
    HEAD_GAP,
    LATER_TOP,
    MARGIN,
    MILLIMETRE,
    PAGE_HEIGHT,
    RULE,
    TEXT_WIDTH,
    Style,
    styles,
)
from outreach_app.documents.tagging import TaggedCanvas
from outreach_app.summaries.prose.blocks import Realised

RULE_THICKNESS = 0.5
FOOTER_GAP = 1.8 * MILLIMETRE
# Between the three texts of the footer.
FOOTER_SPACE = 3 * MILLIMETRE


@dataclass(frozen=True, slots=True)
class Furniture:
    """Draws the running head and the footer on one document's pages."""

    document: Realised
    issue: Issue
    title: str

    def draw(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Draw them on a page; the first page has no running head."""
        if page > 1:
            self._draw_head(canvas)
        self._draw_footer(canvas, page, pages)

    def _draw_head(self, canvas: TaggedCanvas) -> None:
        style, top = styles(self.document.language).label, PAGE_HEIGHT - LATER_TOP
        half = TEXT_WIDTH / 2
        self._draw_line(canvas, head_of(self.document), style, (0.0, half), top)
        at_end = replace(style, alignment=Alignment.END)
        self._draw_line(canvas, self.title, at_end, (half, half), top)
        _rule(canvas, top - style.leading - HEAD_GAP)

    def _draw_footer(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        of_language = styles(self.document.language)
        level = self.document.level.words(self.document.language)
        muted, bold = of_language.footer, of_language.footer_level
        count = self._wording.page.format(page=page, pages=pages)
        level_width, count_width = self._width(level, bold), self._width(count, muted)
        room = TEXT_WIDTH - level_width - count_width - 2 * FOOTER_SPACE
        centred = replace(muted, alignment=Alignment.CENTRE)
        top = PAGE_HEIGHT - FOOTER_RULE - FOOTER_GAP
        _rule(canvas, PAGE_HEIGHT - FOOTER_RULE)
        self._draw_line(canvas, level, bold, (0.0, level_width), top)
        middle = (level_width + FOOTER_SPACE, room)
        line = issued_line(self.document.language, self.document.kind, self.issue)
        self._draw_line(canvas, line, centred, middle, top)  # in two lines if it is too long
        self._draw_line(canvas, count, muted, (TEXT_WIDTH - count_width, count_width), top)
        if self.issue.is_sample:  # above the rule: below it the line of the issue may take two
            mark = replace(bold, alignment=Alignment.CENTRE)
            above = PAGE_HEIGHT - FOOTER_RULE + mark.leading
            self._draw_line(canvas, self._wording.sample, mark, (0.0, TEXT_WIDTH), above)

    @property
    def _wording(self) -> Wording:
        return WORDINGS[self.document.language]

    @property
    def _setting(self) -> Setting:
        return Setting(self.document.language)

    def _width(self, text: str, style: Style) -> float:
        return self._setting.natural_width(text, style)

    def _draw_line(
        self,
        canvas: TaggedCanvas,
        text: str,
        style: Style,
        place: tuple[float, float],
        top: float,
    ) -> None:
        """Draw an artifact; `place` is its distance from the start edge, and its width."""
        distance, width = place
        if self._setting.is_right_to_left:
            distance = TEXT_WIDTH - distance - width
        line = self._setting.paragraph(text, style, width, ()).as_artifact()
        line.draw(canvas, MARGIN + distance, top)


def _rule(canvas: TaggedCanvas, height: float) -> None:
    canvas.rule((MARGIN, height), (MARGIN + TEXT_WIDTH, height), RULE_THICKNESS, RULE)
