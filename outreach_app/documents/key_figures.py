"""The large figures of a document, in columns between two rules."""

from outreach_app.documents.columns import fitted, from_start
from outreach_app.documents.elements import Rule, Stack
from outreach_app.documents.paragraph import Setting
from outreach_app.documents.styles import MILLIMETRE, RULE, TEAL, TEXT_WIDTH, Styles
from outreach_app.documents.tagging import Step
from outreach_app.summaries.prose import blocks
from outreach_app.summaries.prose.blocks import plain

GAP = 4 * MILLIMETRE
INSIDE = 2 * MILLIMETRE


def key_figures(block: blocks.KeyFigures, setting: Setting, styles: Styles, order: int) -> Stack:
    """Lay out the figures above their labels across the full width, without page breaks."""
    texts = [(plain(value), label) for label, value in block.items]
    natural = [
        max(
            setting.natural_width(value, styles.key_figure),
            setting.natural_width(label, styles.label),
        )
        for value, label in texts
    ]
    widths = fitted(natural, TEXT_WIDTH - GAP * (len(natural) - 1))
    space = (TEXT_WIDTH - sum(widths)) / max(len(widths) - 1, 1)
    cells = []
    for number, ((value, label), width) in enumerate(zip(texts, widths, strict=True)):
        paths = [(Step("Div", order), Step("P", 2 * number + part)) for part in (0, 1)]
        large = setting.paragraph(value, styles.key_figure, width, paths[0])
        under = setting.paragraph(label, styles.label, width, paths[1])
        cells.append((width, Stack((large, under))))
    return Stack(
        (
            Rule(TEXT_WIDTH, 1.0, TEAL, below=INSIDE),
            from_start(cells, setting, space),
            Rule(TEXT_WIDTH, 0.6, RULE, above=INSIDE),
        ),
        below=3 * MILLIMETRE,
        is_whole=True,
    )
