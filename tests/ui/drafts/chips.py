"""The draft chips of a strip."""

from ui.drafts.strip import DraftStrip
from ui.widgets.line_button import LineButton


def chips_of(strip: DraftStrip) -> list[LineButton]:
    """Return the visible chips, the last draft first; those just removed are hidden."""
    chips = strip.findChildren(LineButton)
    return [chip for chip in chips if not (chip.parentWidget() or chip).isHidden()]
