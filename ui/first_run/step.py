"""The base class of the steps of the first run."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class FirstRunStep(QWidget):
    """One screen of the first run; emits `changed` when the page must update."""

    changed = Signal()

    def title(self) -> str:
        raise NotImplementedError

    def advice(self) -> str:
        """Return what the step is for, in a sentence."""
        raise NotImplementedError

    def check(self) -> bool:
        """Show what is wrong; return whether the step is complete."""
        raise NotImplementedError

    def begin(self) -> None:
        """Focus the first field of the step."""
        raise NotImplementedError
