"""The common layout of the two screens of proposals."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.banner import Banner
from ui.widgets.labels import note, section_title
from ui.widgets.page_header import MARGIN
from ui.widgets.surfaces import Hairline, Surface
from ui.widgets.translated import Text


def laid_out(
    title: Text, advice: Text, failure: Banner, table: QWidget, strip: QWidget
) -> QVBoxLayout:
    """Return a layout of title, advice, a list that grows, and the strip for a row."""
    head = Surface()
    top = QVBoxLayout(head)
    top.setContentsMargins(MARGIN, 0, MARGIN, 8)
    top.setSpacing(8)
    for words in (section_title(title), note(advice)):
        top.addWidget(words)
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    column.addWidget(table, 1)
    column.addWidget(Hairline())
    column.addWidget(strip)
    column.addWidget(failure)
    return column
