"""Builds the screens of the gate, a new one at each request."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from outreach_app.presets import Presets
from ui.files import Files
from ui.settings import Settings
from ui.tasks import Tasks
from ui.unlock.page import UnlockPage

if TYPE_CHECKING:
    # They bring SQLAlchemy, which loads after the first paint.
    from ui.first_run.page import FirstRunPage
    from ui.unlock.asking import AskingPage
    from ui.unlock.moving import MovingPage
    from ui.unlock.reaching import ReachingPage


@dataclass(frozen=True, slots=True)
class GateScreens:
    """Builds each screen with what they share; `tasks` is replaced when an office closes."""

    settings: Settings
    tasks: Callable[[], Tasks]
    files: Files
    presets: Presets

    def unlock(self) -> UnlockPage:
        """Ask for the passphrase of a store."""
        return UnlockPage(self.settings, self.tasks(), self.files)

    def first_run(self) -> "FirstRunPage":
        """Show the steps that create a store."""
        from ui.first_run.page import FirstRunPage  # noqa: PLC0415  see above

        page = FirstRunPage(self.settings, self.tasks(), files=self.files)
        page.fill(self.presets.office)
        return page

    def asking(self, folder: Path) -> "AskingPage":
        """Ask headquarters for help with a forgotten passphrase."""
        from ui.unlock.asking import AskingPage  # noqa: PLC0415  see above

        return AskingPage(folder, self.tasks(), self.files)

    def reaching(self, folder: Path) -> "ReachingPage":
        """Ask how the server of a register is reached."""
        from ui.unlock.reaching import ReachingPage  # noqa: PLC0415  see above

        return ReachingPage(folder, self.tasks(), self.files)

    def moving(self, folder: Path) -> "MovingPage":
        """Move a register to a server, or back into a file."""
        from ui.unlock.moving import MovingPage  # noqa: PLC0415  see above

        return MovingPage(folder, self.tasks(), self.files)
