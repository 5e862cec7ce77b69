"""Printing of rendered documents."""

from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter


def print_documents(documents: Iterable[bytes], printer: QPrinter) -> None:
    """Print PDF files one after the other, each page over the whole sheet."""
    printer.setFullPage(True)
    painter = QPainter(printer)
    for number, pdf in enumerate(documents):
        if number:
            printer.newPage()
        _print_document(pdf, printer, painter)
    painter.end()


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
