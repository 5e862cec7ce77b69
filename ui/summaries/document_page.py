"""A page that previews a document, saves it and prints it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.documents.requests import RenderedDocument
from outreach_app.documents.worker import DocumentWorker
from outreach_app.errors import OutreachError
from outreach_app.i18n import Language, isolate_file
from outreach_app.i18n import gettext as _
from outreach_app.issuing.files import (
    FileFormat,
    FilesWanted,
    PreparedDocument,
    WrittenFile,
    give_document,
    note_not_printed,
    render_document,
    replaced_words,
    write_documents,
)
from outreach_app.progress import Progress
from outreach_app.rights import Right
from ui.changes import Topic
from ui.context import AppContext
from ui.errors import message_of
from ui.page import Page, RequestT
from ui.summaries.missing_texts import NOTHING_MISSING, MissingTexts, find_missing
from ui.summaries.outputs import WaysOut
from ui.summaries.preview import Preview
from ui.summaries.printing import print_documents
from ui.summaries.untranslated_strip import UntranslatedStrip
from ui.summaries.verifying import ask_and_verify
from ui.translations.dialog import TranslationsDialog
from ui.translations.shortcuts import TRANSLATE_KEYS
from ui.translations.texts import texts_of_meeting
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, primary_button
from ui.widgets.keys import on_keys
from ui.widgets.layouts import column_in
from ui.widgets.progress_line import ProgressLine
from ui.widgets.translated import Text

T = TypeVar("T")
Rendered = tuple[RenderedDocument, ...]
Given = tuple[PreparedDocument[Any], Rendered]  # what is printed, and its pages


@dataclass(frozen=True, slots=True)
class Wanted:
    """The chosen document: two are equal if `key` and languages are.

    `prepare` reads its facts for every display, save and print. `meeting` is the session
    whose texts can be translated for it, if it is about one.
    """

    key: object
    languages: tuple[Language, ...]
    prepare: Callable[[], PreparedDocument[Any]] = field(compare=False)
    meeting: UUID | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Seen:
    """A document as shown, and what is not translated in it."""

    rendered: Rendered
    missing: MissingTexts


class DocumentPage(Page[RequestT]):
    """A preview issues nothing: an edition is recorded when the document is saved or printed."""

    def __init__(
        self, context: AppContext, ways_out: WaysOut, title: Text, preview: Preview
    ) -> None:
        super().__init__(context)
        self._ways_out = ways_out
        self._title = title
        self._worker = DocumentWorker()
        self._previewing: Progress | None = None
        self._shown: Wanted | None = None
        self._giving: Progress | None = None
        self._missing = NOTHING_MISSING
        self._folder: Path | None = None
        self.save = primary_button(lambda: _("Save as PDF"), "file-pdf", "Ctrl+E")
        self.save_copy = Button(lambda: _("Save for Word"), "note-pencil", "Ctrl+Shift+E")
        self.print = Button(lambda: _("Print"), "printer", "Ctrl+P")
        self.open_folder = Button(lambda: _("Open the folder"), "folder-open")
        self.verify = Button(lambda: _("Verify a file"), "shield-check")
        for button in (self.save, self.save_copy, self.print):
            button.offer(is_allowed=context.may(Right.ISSUE))
        self.banner = Banner()
        self.progress = ProgressLine()
        self.untranslated = UntranslatedStrip()
        self.preview = preview

    def wanted(self) -> Wanted | None:
        """Return the chosen document; None if there is none."""
        raise NotImplementedError

    def close_worker(self) -> None:
        """End the rendering process; the page renders no more."""
        self._stop()
        self._worker.close()

    def show_preview(self) -> None:
        """Render the chosen document and show it."""
        wanted = self.wanted()
        if self._previewing is not None:
            self._previewing.cancel()
        if wanted is None:
            self._show_documents({})
            return
        if wanted != self._shown:
            self._shown = None
            self.preview.await_documents()

        def show(seen: Seen) -> None:
            # A document that is no longer chosen may still arrive.
            if wanted == self.wanted():
                self.progress.end()
                self._show_documents(dict(zip(wanted.languages, seen.rendered, strict=True)))
                self._shown = wanted
                self._show_missing(seen.missing)

        def fail(error: Exception) -> None:
            self._show_documents({})
            self._fail(error)

        worker, context = self._worker, self._context

        def preview(progress: Progress) -> Seen:
            document, languages = wanted.prepare(), wanted.languages
            missing = find_missing(context, document.plan, languages, wanted.meeting)
            return Seen(render_document(document, languages, worker, progress), missing)

        self._previewing = self._start(preview, show, fail)

    def _save(self, *formats: FileFormat) -> None:
        wanted, worker, database = self.wanted(), self._worker, self._context.office.database
        folder = self._context.files.ask_folder(self, _("Folder for the summary"))
        if folder is None or wanted is None:
            return

        def write(progress: Progress) -> list[WrittenFile]:
            files = FilesWanted(folder, wanted.languages, formats)
            return write_documents(database, [wanted.prepare()], files, worker, progress)

        def say(files: list[WrittenFile]) -> None:
            self._folder = folder
            self._enable()
            names = " · ".join(isolate_file(file.path.name) for file in files if not file.replaced)
            saved = _("Saved: {name}").format(name=names) if names else ""
            said = " · ".join(filter(None, (saved, replaced_words(files))))
            self._say_given(said, [file.path for file in files])

        self._giving = self._start(write, say, self._fail)

    def _print(self) -> None:
        wanted, worker, database = self.wanted(), self._worker, self._context.office.database
        printer = self._ways_out.ask_printer(self)
        if printer is None or wanted is None:
            return

        def give(progress: Progress) -> Given:
            given = wanted.prepare()
            return given, give_document(database, given, wanted.languages, worker, progress)

        def put_on_paper(made: Given) -> None:
            given, rendered = made
            if print_documents([document.pdf for document in rendered], printer):
                self._say_given(_("Sent to the printer."))
            else:
                note_not_printed(database, given)
                self.progress.end()
                self.banner.show_error(_("The printer did not print the document. Try again."))

        self._giving = self._start(give, put_on_paper, self._fail)

    def _start(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> Progress:
        self.banner.hide()
        self.progress.begin(_("The document is being made"))

        def advance(done: int, total: int, _title: str) -> None:
            self.progress.advance(done, total, "")  # a title is in the language of its document

        return self._context.tasks.start(self, work, done=done, failed=failed, progressed=advance)

    def _show_documents(self, documents: dict[Language, RenderedDocument]) -> None:
        self._shown = None
        self.preview.show_documents(documents)
        self._show_missing(NOTHING_MISSING)
        self._enable()

    def _show_missing(self, missing: MissingTexts) -> None:
        self._missing = missing
        can_translate = missing.texts is not None
        self.untranslated.show_missing(missing.numbers, can_translate=can_translate)

    def _say_given(self, said: str, files: Sequence[Path] = ()) -> None:
        """Report what was given, and offer the file itself, or the folder of several."""
        self.progress.end()
        self._context.changes.tell({Topic.ISSUE})
        if len(files) == 1:
            open_it = partial(self._ways_out.open_path, files[0])
            self._context.notice(said, go_on=open_it, onward=lambda: _("Open the file"))
        else:
            go_on = self._open_folder if files else None
            self._context.notice(said, go_on=go_on, onward=lambda: _("Open the folder"))

    def _fail(self, error: Exception) -> None:
        self.progress.end()
        self.banner.show_error(message_of(error))

    def _give_up(self) -> None:
        """Stop as the person asks; a document that is not there is no longer awaited."""
        self._stop()
        if self._shown is None:
            self._show_documents({})

    def _stop(self) -> None:
        for progress in (self._previewing, self._giving):
            if progress is not None:
                progress.cancel()
        self.progress.end()

    def _enable(self) -> None:
        has_document = self.preview.page_count > 0
        self.save.setEnabled(has_document)
        self.save_copy.setEnabled(has_document)
        self.print.setEnabled(has_document)
        self.open_folder.setEnabled(self._folder is not None)

    def _open_folder(self) -> None:
        if self._folder is not None:
            self._ways_out.open_path(self._folder)

    def _translate(self) -> None:
        """Open the translations of the chosen session, or of what is missing in a document."""
        wanted, texts = self.wanted(), self._missing.texts
        if wanted is not None and wanted.meeting is not None:
            texts = texts_of_meeting(wanted.meeting)
        if texts is None:
            return
        try:
            TranslationsDialog(self._context, texts, self).open()
        except OutreachError as error:
            self.banner.show_error(error.message)

    def _build(self, choices: QWidget) -> None:
        header = self.make_header(self._title)
        header.add_action(self.save, "Ctrl+E")
        header.add_action(self.print, "Ctrl+P")
        header.add_rest(self.save_copy, self.open_folder, self.verify)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(choices)
        # What comes late is over the preview alone: a choice must not move under the mouse.
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.progress)
        beside.addWidget(self.untranslated)
        beside.addWidget(self.preview, 1)
        body.addLayout(beside, 1)
        column = column_in(self)
        column.addWidget(header)
        column.addLayout(body, 1)
        column.addWidget(self.banner)

    def _connect(self) -> None:
        self.progress.stopped.connect(self._give_up)
        self.save.clicked.connect(lambda: self._save(FileFormat.PDF))
        self.save_copy.clicked.connect(lambda: self._save(FileFormat.DOCX))
        self.print.clicked.connect(self._print)
        self.open_folder.clicked.connect(self._open_folder)
        self.verify.clicked.connect(
            lambda: ask_and_verify(self._context, self, self.banner, self._fail)
        )
        self.untranslated.translate_asked.connect(self._translate)
        self.untranslated.issue_asked.connect(lambda: self._save(FileFormat.PDF))
        if self._context.may(Right.RECORD):
            on_keys(self, TRANSLATE_KEYS, self._translate)
        self.destroyed.connect(self._worker.close)
        if (application := QCoreApplication.instance()) is not None:
            application.aboutToQuit.connect(self.close_worker)
