"""The actions of a page that Ctrl+K begins from every page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from outreach_app.rights import Right
from ui.page import Page
from ui.widgets.buttons import Button
from ui.widgets.translated import Text


# No slots: the field `button` is a function of the page, whose class is not known here.
@dataclass(frozen=True)
class PageAction:
    """A button under “…” of a page; `words` say elsewhere what it does there."""

    words: Text
    icon: str
    button: Callable[[Any], Button]
    right: Right

    def begin(self, page: Page[Any]) -> None:
        """Press the button of the page, which is in sight."""
        self.button(page).click()
