"""The places of ink in what a widget shows."""

from PySide6.QtGui import QImage, QPixmap


def ends_of_lines(shown: QPixmap) -> list[tuple[int, int]]:
    """Return the first and the last column with ink of each line."""
    image = shown.toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    ground = image.pixelColor(0, 0).value()
    lines: list[list[int]] = [[]]
    for row in range(image.height()):
        inked = [x for x in range(image.width()) if image.pixelColor(x, row).value() != ground]
        if inked:
            lines[-1] += inked
        elif lines[-1]:
            lines.append([])
    return [(min(line), max(line)) for line in lines if line]
