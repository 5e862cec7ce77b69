"""The page of documents: choose one, preview it, save it, print it."""

from collections.abc import Sequence
from pathlib import Path

from outreach_app.i18n import gettext as _
from outreach_app.issuing.files import FilesWanted
from outreach_app.issuing.many_hand_outs import SheetsWritten, write_partner_sheets
from outreach_app.progress import Progress
from ui.changes import Topic
from ui.context import AppContext
from ui.requests import (
    DocumentRequest,
    ShowDocument,
    ShowHandOut,
    ShowProgramme,
    ShowSummary,
)
from ui.summaries.choices import Choices
from ui.summaries.document_page import DocumentPage, Wanted
from ui.summaries.outputs import WaysOut
from ui.summaries.preview import Preview
from ui.summaries.without_dialog import WithoutDialog, written_words
from ui.translations.shortcuts import TRANSLATING
from ui.widgets.shortcuts import Shortcut


class SummariesPage(DocumentPage[DocumentRequest]):
    """The documents of a precinct, one chosen at a time."""

    # A new edition changes only the choices, which `_say_given` reloads.
    topics = frozenset(
        {
            Topic.MEETING,
            Topic.POINT,
            Topic.COMMITMENT,
            Topic.REFERRAL,
            Topic.RUMOUR,
            Topic.FINDING,
            Topic.PUBLICATION,
            Topic.PARTNER,
            Topic.IDENTITY,
            Topic.ATTENDANCE,
            Topic.OFFICE,
        }
    )

    def __init__(self, context: AppContext, ways_out: WaysOut = WaysOut()) -> None:  # noqa: B008 - frozen
        advice = Preview(
            lambda: _("No document to show yet"),
            lambda: _("Choose what it is about: it is shown here before it is issued."),
        )
        super().__init__(context, ways_out, lambda: _("Summaries"), advice)
        self.choices = Choices(context)
        self._build(self.choices)
        self._connect()
        self.choices.changed.connect(self.show_preview)
        self.choices.partner.every.clicked.connect(self._save_every)
        self._enable()
        if self.wanted() is not None:  # the kind that the page was left on needs no choice
            self.show_preview()

    def take(self, request: DocumentRequest) -> None:
        match request:
            case ShowSummary(meeting):
                self.choices.choose_meeting(meeting)
            case ShowHandOut((partner,)):
                self.choices.choose_partner(partner)
            case ShowHandOut(partners):
                self.choices.choose_partners(partners)
            case ShowProgramme(day):
                self.choices.choose_programme(day)
            case ShowDocument(kind, record):
                self.choices.choose(kind, record)

    def refresh(self) -> None:
        self.choices.refresh()
        self.show_preview()

    def search(self) -> None:
        self.choices.search()

    def shortcuts(self) -> Sequence[Shortcut]:
        return TRANSLATING

    def wanted(self) -> Wanted | None:
        return self.choices.wanted()

    def _say_given(self, said: str, files: Sequence[Path] = ()) -> None:
        super()._say_given(said, files)
        self.choices.refresh()

    def _save_every(self) -> None:
        """Save the sheet of every partner that is listed, and say who gets none and why."""
        panel, languages = self.choices.partner, self.choices.chosen_languages
        partners, months = panel.listed(), panel.months()
        worker, database = self._worker, self._context.office.database
        folder = self._context.files.ask_folder(self, _("Folder for the sheets"))
        if folder is None:
            return

        def write(progress: Progress) -> SheetsWritten:
            wanted = FilesWanted(folder, languages)
            return write_partner_sheets(database, partners, wanted, worker, progress, months)

        def say(written: SheetsWritten) -> None:
            self._folder = folder
            self._enable()
            said = written_words(written, folder)
            self._say_given(said, [file.path for file in written.files])
            if written.without:
                WithoutDialog(self._context, written.without, said, self).open()

        self._giving = self._start(write, say, self._fail)
