"""Printing of the recovery code."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from outreach_app import i18n
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from ui.fonts import FAMILY


def ask_for_printer(parent: QWidget) -> QPrinter | None:
    """Ask for a printer, which is no file; return None if the person cancels."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    # The code would lie beside the register that it opens.
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, on=False)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def print_code(printer: QPrinter, code: str, office: str, key: str) -> bool:
    """Print the code, and headquarters' key if there is one; return whether it was printed."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    page = QRectF(painter.viewport())
    is_right_to_left = i18n.current().is_right_to_left
    direction = Qt.LayoutDirection
    painter.setLayoutDirection(direction.RightToLeft if is_right_to_left else direction.LeftToRight)
    font = painter.font()
    font.setFamily(FAMILY)
    advice = _("Keep this page in a safe place, away from the computer.")
    of_key = ((_("Recovery key of headquarters"), 14), (isolate(key), 9)) if key else ()
    of_code = ((_("Recovery code"), 18), (isolate(code), 16))
    lines = ((office, 14), *of_code, *of_key, (advice, 12))
    for place, (text, points) in enumerate(lines):
        font.setPointSize(points)
        painter.setFont(font)
        top = page.height() * (0.08 + 0.06 * place)
        box = QRectF(0, top, page.width(), page.height() * 0.06)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)
    return painter.end()
