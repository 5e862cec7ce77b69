"""Common drawing functions of controls: colours of the palette, flat boxes."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QGuiApplication, QPainter, QPalette, QPen

Role = QPalette.ColorRole


def draw_box(
    painter: QPainter, rect: QRect, fill: Role | None, line: Role, radius: float = 2
) -> None:
    begin(painter, QPen(ink(line), 1), Qt.BrushStyle.NoBrush if fill is None else ink(fill))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()


def begin(
    painter: QPainter,
    pen: QPen | Qt.PenStyle,
    brush: QColor | Qt.BrushStyle = Qt.BrushStyle.NoBrush,
) -> None:
    """Save the painter's state and set these; the caller restores it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(QBrush(brush))


def ink(role: Role) -> QColor:
    """Return a colour of the application’s palette: a style sheet gives some widgets their own."""
    return QGuiApplication.palette().color(role)
