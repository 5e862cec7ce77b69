"""The base class of the wizard's steps."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.labels import note
from ui.widgets.translated import Text, Translated


class WizardStep(Translated):
    """One screen of the wizard, under its title and a sentence that explains it."""

    def title(self) -> str:
        raise NotImplementedError

    def advice(self) -> str:
        raise NotImplementedError

    def begin(self) -> None:
        """Focus the first field of the step."""
        raise NotImplementedError


def labelled(row: QHBoxLayout, text: Text, *widgets: QWidget) -> None:
    """Add widgets to a row, after a label."""
    label = note(text)
    label.setWordWrap(False)
    label.setBuddy(widgets[0])
    row.addWidget(label)
    for widget in widgets:
        row.addWidget(widget)
