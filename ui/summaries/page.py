"""The page of summaries: choose a session, see its document, save it, print it."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app.documents.render import RenderedDocument
from outreach_app.documents.worker import DocumentWorker
from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from outreach_app.issuing import (
    WrittenFile,
    issue_session_summary,
    preview_session_summary,
    render_session_summary,
    write_session_summaries,
)
from outreach_app.progress import Progress
from ui.context import AppContext
from ui.errors import message_of
from ui.summaries.choices import Choices
from ui.summaries.preview import Preview
from ui.summaries.printing import print_documents
from ui.summaries.ways_out import WaysOut
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, primary_button
from ui.widgets.page import Page
from ui.widgets.page_header import PageHeader
from ui.widgets.progress_line import ProgressLine

T = TypeVar("T")

_TOPICS = {"meeting", "point", "commitment", "referral", "partner", "attendance", "issue"}


class SummariesPage(Page):
    """Looking gives nothing out: an edition is recorded when its document is saved or printed."""

    def __init__(self, context: AppContext, ways_out: WaysOut = WaysOut()) -> None:  # noqa: B008 - frozen
        super().__init__()
        self._context = context
        self._ways_out = ways_out
        self._worker = DocumentWorker()
        self._previewing: Progress | None = None
        self._giving: Progress | None = None
        self._folder: Path | None = None
        self.save = primary_button(lambda: _("Save as PDF"), "file-pdf", "Ctrl+E")
        self.print = Button(lambda: _("Print"), "printer", "Ctrl+P")
        self.open_folder = Button(lambda: _("Open the folder"), "folder-open")
        self.banner = Banner()
        self.progress = ProgressLine()
        self.choices = Choices(context)
        self.preview = Preview()
        self._build()
        self._connect()
        self._enable()

    def show_record(self, uid: UUID) -> None:
        """Show the summary of one meeting."""
        self.choices.choose(uid)

    def search(self) -> None:
        self.choices.words.setFocus()

    def retranslate(self) -> None:
        """Every part of the page follows the language by itself."""

    def close_worker(self) -> None:
        """End the process that renders; the page renders no more."""
        self._stop()
        self._worker.close()

    def _show_preview(self) -> None:
        wanted = self._wanted()
        meeting, languages = wanted
        if meeting is None:
            return

        def render(progress: Progress) -> tuple[RenderedDocument, ...]:
            summary = preview_session_summary(self._context.office.database, str(meeting))
            return render_session_summary(summary, languages, self._worker, progress)

        def show(rendered: tuple[RenderedDocument, ...]) -> None:
            # One that is no longer wanted may still arrive.
            if wanted == self._wanted():
                self.progress.end()
                self._show_documents(dict(zip(languages, rendered, strict=True)))

        def fail(error: Exception) -> None:
            self._show_documents({})
            self._fail(error)

        if self._previewing is not None:
            self._previewing.cancel()
        self._previewing = self._start(render, show, fail)

    def _save(self) -> None:
        meeting, languages = self._wanted()
        folder = self._ways_out.ask_folder(self)
        if folder is None or meeting is None:
            return

        def write(progress: Progress) -> list[WrittenFile]:
            issued = [issue_session_summary(self._context.office.database, str(meeting))]
            pdf = ("pdf",)
            return write_session_summaries(issued, languages, pdf, folder, self._worker, progress)

        def say(files: list[WrittenFile]) -> None:
            self._folder = folder
            self._enable()
            names = " · ".join(isolate(file.path.name) for file in files)
            self._say_given(_("Saved: {name}").format(name=names))

        self._giving = self._start(write, say, self._fail)

    def _print(self) -> None:
        meeting, languages = self._wanted()
        printer = self._ways_out.ask_printer(self)
        if printer is None or meeting is None:
            return

        def render(progress: Progress) -> tuple[RenderedDocument, ...]:
            issued = issue_session_summary(self._context.office.database, str(meeting))
            return render_session_summary(issued, languages, self._worker, progress)

        def put_on_paper(rendered: tuple[RenderedDocument, ...]) -> None:
            print_documents([document.pdf for document in rendered], printer)
            self._say_given(_("Sent to the printer."))

        self._giving = self._start(render, put_on_paper, self._fail)

    def _wanted(self) -> tuple[UUID | None, tuple[Language, ...]]:
        return self.choices.meeting, self.choices.wanted_languages

    def _start(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> Progress:
        self.banner.hide()
        self.progress.begin(_("The document is being made"))
        advance = self.progress.advance
        return self._context.tasks.start(self, work, done=done, failed=failed, progressed=advance)

    def _show_documents(self, documents: dict[Language, RenderedDocument]) -> None:
        self.preview.show_documents(documents)
        self._enable()

    def _say_given(self, said: str) -> None:
        self.progress.end()
        self._context.changes.happened.emit(frozenset({"issue"}))
        self._context.status(said)

    def _fail(self, error: Exception) -> None:
        self.progress.end()
        self.banner.show_error(message_of(error))

    def _stop(self) -> None:
        for progress in (self._previewing, self._giving):
            if progress is not None:
                progress.cancel()
        self.progress.end()

    def _enable(self) -> None:
        has_document = self.preview.document.pageCount() > 0
        self.save.setEnabled(has_document)
        self.print.setEnabled(has_document)
        self.open_folder.setVisible(self._folder is not None)

    def _open_folder(self) -> None:
        if self._folder is not None:
            self._ways_out.open_folder(self._folder)

    def _refresh(self, topics: frozenset[str]) -> None:
        if topics & _TOPICS:
            self.choices.refresh()
        if topics & (_TOPICS - {"issue"}):
            self._show_preview()

    def _build(self) -> None:
        header = PageHeader(lambda: _("Summaries"))
        header.add_action(self.save, "Ctrl+E")
        header.add_action(self.print, "Ctrl+P")
        header.add_action(self.open_folder)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.choices)
        body.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (header, self.banner, self.progress):
            column.addWidget(widget)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self.choices.changed.connect(self._show_preview)
        self.progress.stopped.connect(self._stop)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        self.open_folder.clicked.connect(self._open_folder)
        self._context.changes.happened.connect(self._refresh)
        self.destroyed.connect(self._worker.close)
        if (application := QCoreApplication.instance()) is not None:
            application.aboutToQuit.connect(self.close_worker)
