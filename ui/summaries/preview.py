"""Preview rendered documents, read from memory: no file is written."""

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QEvent, QIODevice, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QPalette, QShortcut
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QTabBar, QWidget

from outreach_app.documents.failures import lacking
from outreach_app.documents.requests import RenderedDocument
from outreach_app.i18n import Language, current, isolate
from outreach_app.i18n import gettext as _
from ui.style import tint
from ui.summaries.find_line import FindLine
from ui.widgets.buttons import IconButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Text, Translated

_ZOOM_STEP = 1.25
_POINTS_AN_INCH = 72


class _Pages(QPdfView):
    """The pages on a background of the palette; a page itself stays white."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        tint(self, QPalette.ColorRole.Dark, "paper")


class Preview(Translated, Surface):
    """Shows one document at a time; with two, a tab for each language.

    `title` and `advice` are shown while there is none, a note while one is being made. Characters
    that the document shows as an empty box are listed above it.
    """

    def __init__(self, title: Text, advice: Text) -> None:
        Surface.__init__(self, "paper")
        self._documents: dict[Language, RenderedDocument] = {}
        self.document = QPdfDocument(self)
        self.view = _Pages(self)
        self.tabs = QTabBar()
        self.pages = note()
        self.lacking = note()
        self._larger = IconButton(lambda: _("Larger"), "magnifying-glass-plus")
        self._smaller = IconButton(lambda: _("Smaller"), "magnifying-glass-minus")
        self._fit = IconButton(lambda: _("Fit to width"), "arrows-out-line-horizontal")
        self.finder = FindLine(self.view)
        self._empty = EmptyState("article", title, advice)
        self._awaited = note(lambda: _("The document is being made"))
        self._may_be_former = False  # whether the next page may be of the former document
        self._renderers = self.view.findChildren(QPdfPageRenderer)
        self._build()
        self._connect()
        self.retranslate()

    def show_documents(self, documents: dict[Language, RenderedDocument]) -> None:
        """Show the documents, that of the screen's language first; without any, show advice."""
        self._documents = documents
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for language in documents:
            place = self.tabs.addTab(language_name(language))
            self.tabs.setTabData(place, language.value)
            if language is current():
                self.tabs.setCurrentIndex(place)
        self.tabs.blockSignals(False)
        self.tabs.setVisible(len(documents) > 1)
        self._show_current()

    def await_documents(self) -> None:
        """Take away the documents that are no longer chosen, while others are being made."""
        self.show_documents({})
        self._layers.setCurrentWidget(self._awaited)

    def retranslate(self) -> None:
        self.view.setAccessibleName(_("Preview of the summary"))
        self.tabs.setAccessibleName(_("Language of the preview"))
        for place in range(self.tabs.count()):
            self.tabs.setTabText(place, language_name(Language(self.tabs.tabData(place))))
        self._count_pages()

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self.document.pageCount() if self._documents else 0

    def _show_current(self) -> None:
        self._layers.setCurrentIndex(1 if self._documents else 0)
        if self._documents:
            language = Language(self.tabs.tabData(self.tabs.currentIndex()))
            self._replace(self._documents[language].pdf)
        self._count_pages()

    def _replace(self, pdf: bytes) -> None:
        """Give the view a document of its own, never the same one closed and loaded again.

        What the view's thread is to draw while a document is closed it never answers, and the
        view waits for ever instead of requesting the page of that size again.
        """
        former, self.document = self.document, QPdfDocument(self)
        read = QBuffer(self.document)
        read.setData(QByteArray(pdf))
        read.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(read)
        self.view.setDocument(self.document)
        self.finder.follow()
        former.deleteLater()
        for renderer in self._renderers:  # take what the thread has drawn of the former one
            QCoreApplication.sendPostedEvents(renderer, QEvent.Type.MetaCall)
        self._draw_anew()
        self._may_be_former = True

    def _count_pages(self) -> None:
        words = _("Pages: {count}").format(count=isolate(str(self.page_count)))
        self.pages.setText(words if self._documents else "")
        shown = self._documents.values()
        characters = "".join(sorted({each for document in shown for each in document.lacking}))
        self.lacking.setText(lacking(characters) if characters else "")
        self.lacking.setVisible(bool(characters))

    def _zoom(self, factor: float) -> None:
        if self.view.zoomMode() == QPdfView.ZoomMode.FitToWidth and self.page_count:
            points = self.document.pagePointSize(0).width()
            self.view.setZoomFactor(self.view.viewport().width() / (points * _pixels_a_point()))
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(self.view.zoomFactor() * factor)

    def _ask_anew(self, page: int, drawn: QSize) -> None:
        """Request a page again that was drawn for a former size or of a former document.

        The view keeps what its thread drew last, even if requested before a resize, and would
        then stretch it. The thread draws one page at a time: only the first that arrives after
        a document was replaced may be of the former one.
        """
        may_be_former, self._may_be_former = self._may_be_former, False
        if may_be_former or drawn.width() != self._width_of(page):
            self._draw_anew()

    def _draw_anew(self) -> None:
        """Empty the view's cache of pages, which a change of its layout does."""
        spacing = self.view.pageSpacing()
        self.view.setPageSpacing(spacing + 1)
        self.view.setPageSpacing(spacing)

    def _width_of(self, page: int) -> int:
        """Return how many pixels of the screen a page is wide, rounded as the view rounds."""
        size = self.document.pagePointSize(page)
        if self.view.zoomMode() == QPdfView.ZoomMode.FitToWidth:
            margins = self.view.documentMargins()
            width = self.view.viewport().width() - margins.left() - margins.right()
            shown = QSize(width, 1)
        else:
            shown = (size * (_pixels_a_point() * self.view.zoomFactor())).toSize()
        return (shown * self.view.devicePixelRatioF()).width()

    def _build(self) -> None:
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setFrameShape(QPdfView.Shape.NoFrame)
        # A page that needs the bar only without it would show and hide it for ever.
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.view.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.tabs.setDrawBase(False)
        shown = QWidget()
        column = column_in(shown)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 4, 16, 4)
        bar.setSpacing(16)
        bar.addWidget(self.tabs)
        bar.addWidget(self.pages)
        bar.addStretch(1)
        for button in (self._smaller, self._fit, self._larger):
            bar.addWidget(button)
        self.lacking.setContentsMargins(16, 0, 16, 4)
        self.lacking.hide()
        column.addLayout(bar)
        column.addWidget(self.lacking)
        column.addWidget(self.finder)
        column.addWidget(self.view, 1)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._empty)
        self._layers.addWidget(shown)
        self._awaited.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._layers.addWidget(self._awaited)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_current)
        QShortcut(QKeySequence.StandardKey.Find, self.view).activated.connect(self.finder.begin)
        self._larger.clicked.connect(lambda: self._zoom(_ZOOM_STEP))
        self._smaller.clicked.connect(lambda: self._zoom(1 / _ZOOM_STEP))
        fitted = QPdfView.ZoomMode.FitToWidth
        self._fit.clicked.connect(lambda: self.view.setZoomMode(fitted))
        for renderer in self._renderers:
            renderer.pageRendered.connect(self._ask_anew)


def _pixels_a_point() -> float:
    """Return how many pixels the view gives a point at a zoom of one."""
    return QGuiApplication.primaryScreen().logicalDotsPerInch() / _POINTS_AN_INCH


def language_name(language: Language) -> str:
    """Return the word for a language, in the current one."""
    return _("Arabic") if language is Language.ARABIC else _("French")
