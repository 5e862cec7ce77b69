"""The words of a box have the direction of the box."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionComboBox


def test_a_path_is_drawn_from_left_to_right_in_a_window_that_runs_from_right_to_left() -> None:
    option, image = QStyleOptionComboBox(), QImage(200, 30, QImage.Format.Format_ARGB32)
    option.rect = QRect(0, 0, 200, 30)
    option.direction, option.currentText = Qt.LayoutDirection.LeftToRight, "/home/documents"
    painter = QPainter(image)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    label = QStyle.ControlElement.CE_ComboBoxLabel
    QApplication.style().drawControl(label, option, painter)
    drawn = painter.layoutDirection()
    painter.end()
    assert drawn is option.direction
