"""Printing of rendered documents."""

from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter


def print_documents(documents: Iterable[bytes], printer: QPrinter) -> bool:
    """Print PDF files one after the other, each page over the whole sheet; return whether it did.

    The printer can refuse to begin, or to take the last page.
    """
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, pdf in enumerate(documents):
        if number:
            printer.newPage()
        _print_document(pdf, printer, painter)
    return painter.end() and printer.printerState() is not QPrinter.PrinterState.Error


def _print_document(pdf: bytes, printer: QPrinter, painter: QPainter) -> None:
    content = QByteArray(pdf)
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    sheet = printer.pageLayout().paintRectPixels(printer.resolution()).size()
    for page in range(document.pageCount()):
        if page:
            printer.newPage()
        painter.drawImage(0, 0, document.render(page, QSize(sheet)))
    document.close()
