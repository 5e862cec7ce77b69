"""Parts that are put into a visible layout, laid out before they are painted."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLayout

_EXPLICIT = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


def show_laid_out(layout: QLayout) -> None:
    """Show the new widgets of a layout in their places.

    Qt shows them later, one by one, and lays them out later still: on a busy machine they are
    painted over each other in between.
    """
    for place in range(layout.count()):
        item = layout.itemAt(place)
        part = item.widget() if item is not None else None
        if part is not None and not part.testAttribute(_EXPLICIT):
            part.show()
    layout.activate()
    # The area that scrolls them gives them their height.
    QCoreApplication.sendPostedEvents(layout.parentWidget(), QEvent.Type.LayoutRequest.value)
