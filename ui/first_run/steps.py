"""The steps of the first run one over the other, and which of them a choice takes."""

from PySide6.QtWidgets import QStackedWidget

from ui.first_run.office import OfficeStep
from ui.first_run.passphrase import PassphraseStep
from ui.first_run.recovery import RecoveryStep
from ui.first_run.server import ServerStep
from ui.first_run.start import StartStep
from ui.first_run.step import FirstRunStep
from ui.widgets.scroll_area import ScrollArea


class Steps(QStackedWidget):
    """Shows one step, which scrolls where the window is low."""

    def __init__(
        self,
        start: StartStep,
        server: ServerStep,
        office: OfficeStep,
        passphrase: PassphraseStep,
        recovery: RecoveryStep,
    ) -> None:
        super().__init__()
        self._start = start
        self.all: tuple[FirstRunStep, ...] = (start, server, office, passphrase, recovery)
        for step in self.all:
            area = ScrollArea(step)
            # It gives both a ground of its own, which is not the page's.
            step.setAutoFillBackground(False)
            area.viewport().setAutoFillBackground(False)
            self.addWidget(area)

    @property
    def step(self) -> FirstRunStep:
        """The current step."""
        return self.all[self.currentIndex()]

    def path(self) -> list[int]:
        """Return the indices of the steps that the choices made so far require."""
        if self._start.on_server.isChecked():
            return [0, 1]
        return [0, 1, 2, 3, 4] if self._start.asks_server() else [0, 2, 3, 4]

    def beside(self, steps: int) -> int:
        """Return the index of the step that is `steps` further along the path."""
        path = self.path()
        return path[path.index(self.currentIndex()) + steps]
