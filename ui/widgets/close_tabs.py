"""Tabs that move closer together before one of them is cut."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabBar

from ui.flat_fusion.tabs import TAB_GAP

_LEAST_GAP = 8


class CloseTabs(QTabBar):
    """The style draws the words at the leading side of a tab, and its gap after them."""

    def __init__(self) -> None:
        super().__init__(drawBase=False, expanding=False)

    def tabSizeHint(self, index: int) -> QSize:
        wanted = super().tabSizeHint(index)
        shown = [place for place in range(self.count()) if self.isTabVisible(place)]
        missing = sum(super(CloseTabs, self).tabSizeHint(it).width() for it in shown) - self.width()
        if missing <= 0 or index == shown[-1]:
            return wanted
        spared = min(-(-missing // (len(shown) - 1)), TAB_GAP - _LEAST_GAP)
        return QSize(wanted.width() - spared, wanted.height())
