"""The drafts that a strip shows, as a hand finds them."""

from ui.drafts.strip import DraftStrip
from ui.widgets.line_button import LineButton


def chips_of(strip: DraftStrip) -> list[LineButton]:
    """Return the chips in sight, the last draft first; those just taken away are hidden."""
    chips = strip.findChildren(LineButton)
    return [chip for chip in chips if not (chip.parentWidget() or chip).isHidden()]
