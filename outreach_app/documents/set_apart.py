"""An opinion or a statement next to a bar."""

from dataclasses import replace

from outreach_app.documents.elements import Barred, Stack
from outreach_app.documents.flow import Element
from outreach_app.documents.glyphs import Fragment
from outreach_app.documents.paragraph import Setting
from outreach_app.documents.styles import MILLIMETRE, TEAL, TEXT_WIDTH, Style, Styles
from outreach_app.documents.table_composition import spoken_in
from outreach_app.documents.tagging import Step
from outreach_app.summaries.prose import blocks
from outreach_app.summaries.prose.blocks import plain

BAR, INDENT = 2.2, 4 * MILLIMETRE
WIDTH = TEXT_WIDTH - INDENT


def set_apart(
    block: blocks.Assessment | blocks.Statement, setting: Setting, styles: Styles, order: int
) -> Barred:
    """Return the block with a bar at the start side."""
    if isinstance(block, blocks.Assessment):
        parts = _assessment(block, setting, styles, order)
    else:
        parts = _statement(block, setting, styles, order)
    right_to_left = setting.is_right_to_left
    return Barred(
        Stack(parts, is_led=isinstance(block, blocks.Assessment)),
        indent=0.0 if right_to_left else INDENT,
        bar=TEXT_WIDTH - BAR / 2 if right_to_left else BAR / 2,
        thickness=BAR,
        colour=TEAL,
        above=3 * MILLIMETRE,
    )


def _assessment(
    block: blocks.Assessment, setting: Setting, styles: Styles, order: int
) -> tuple[Element, ...]:
    """Lay out the author's opinion: heading and label on one line, the text below."""
    notes = [block.label, *([block.words.note] if block.words.note else [])]
    heading, note = styles.assessment_heading, styles.note
    first = (
        _fragment(plain(block.heading) + "\u00a0 ", heading),
        _fragment(" · ".join(notes), note),
    )
    path = (Step("Sect", order), Step("H2", 0))
    under = (Step("Sect", order), Step("P", 1))
    words = replace(styles.body, above=0.0, below=0.0)
    return (
        setting.paragraph(first, heading, WIDTH, path),
        setting.quoted(
            block.words.text + block.words.mark, block.words.language, words, WIDTH, under
        ),
    )


def _statement(
    block: blocks.Statement, setting: Setting, styles: Styles, order: int
) -> tuple[Element, ...]:
    """Lay out the text, and below it its language and issuer."""
    words, section = block.words, Step("Sect", order)
    notes = [note for note in (words.note, plain(block.source)) if note]
    spoken = (section, spoken_in(Step("P", 0), words.language))
    return (
        setting.quoted(words.text, words.language, styles.statement, WIDTH, spoken),
        *(
            setting.paragraph(note, styles.note, WIDTH, (section, Step("P", place)))
            for place, note in enumerate(notes, start=1)
        ),
    )


def _fragment(text: str, style: Style) -> Fragment:
    return Fragment(text, style.face, style.size, style.colour)
