"""Keyboard movement between the bands of the session editor."""

from PySide6.QtCore import Qt

from ui.meetings.body_band import BodyBand
from ui.meetings.foot_band import FootBand
from ui.meetings.head_band import HeadBand


def go_to_next_band(head: HeadBand, body: BodyBand, foot: FootBand) -> None:
    """Focus the band after the focused one; after the last, the first."""
    focused = head.window().focusWidget()
    body.table.end_editing()
    if head.isAncestorOf(focused):
        body.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
    elif body.isAncestorOf(focused):
        foot.assessment.setFocus()
    else:
        head.held_on.setFocus()
