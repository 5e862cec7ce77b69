"""A note read into the session being edited: pasted, or dropped as a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal, SignalInstance
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from outreach_app import clock
from outreach_app.database import StoreSession
from outreach_app.errors import UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.notes.partners import KnownPartner, PartnerIndex
from outreach_app.notes.reading import read_note
from outreach_app.queries.partners import PartnerRow, list_known_partners, list_partners_by_uid
from outreach_app.queries.records_naming_people import get_known_names
from outreach_app.rules.dates import parse_date
from outreach_app.rules.known_names import KnownNames
from outreach_app.transfer.foreign_files import read_note_file
from ui.context import AppContext
from ui.drafts.session_sheet import PresentPartner, SessionSheet
from ui.notes.dialog import NoteDialog
from ui.notes.filling import filled
from ui.notes.review import Review
from ui.notes.rows import Group, Row
from ui.notes.screening import screen_words
from ui.undone import undone_words
from ui.widgets.banner import Banner
from ui.widgets.keys import on_keys

NOTE_KEYS = "Ctrl+Shift+V"


class NoteEntry(QObject):
    """Reads a note for a session editor; `taken` carries the resulting sheet.

    `typed` returns the sheet on the screen, which one Undo restores. The note itself is neither
    stored nor logged.
    """

    taken = Signal(object)

    def __init__(
        self,
        context: AppContext,
        editor: QWidget,
        typed: Callable[[], SessionSheet],
        banner: Banner,
    ) -> None:
        super().__init__(editor)
        self._context = context
        self._editor = editor
        self._typed = typed
        self._banner = banner

    def listen(self, asked: SignalInstance) -> None:
        """Handle the paste keys, the `asked` signal, and files dropped on the editor."""
        asked.connect(self.paste)
        on_keys(self._editor, NOTE_KEYS, self.paste)
        for part in self._editor.findChildren(QWidget):
            part.setAcceptDrops(False)  # a field would insert the name of the file
        self._editor.setAcceptDrops(True)
        self._editor.installEventFilter(self)

    def paste(self) -> None:
        """Read the text on the clipboard."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.show_text(text)
        else:
            self._banner.show_notice(_nothing_copied())

    def show_text(self, text: str) -> None:
        """Show a note beside its proposals."""
        today = clock.today()
        known, names = self._context.read(_known_names)
        typed = self._typed()
        note = read_note(text, PartnerIndex(known), today, parse_date(typed.held_on))
        uids = {partner.uid for partner in note.partners}
        uids |= {promise.partner for promise in note.promises if promise.partner is not None}
        rows = self._context.read(lambda session: list_partners_by_uid(session, uids))
        partners = {uid: _present(row) for uid, row in rows.items()}
        review = Review(
            note,
            partners,
            typed,
            today,
            lambda group, said: screen_words(names, group, said),
        )
        dialog = NoteDialog(review, self._editor)
        dialog.confirmed.connect(self._take)
        dialog.paste_asked.connect(partial(self._paste_over, dialog, text))
        dialog.open()

    def _paste_over(self, dialog: NoteDialog, shown: str) -> None:
        """Show another note that was copied, instead of the one that is shown."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            dialog.banner.show_notice(_nothing_copied())
        elif text != shown:
            dialog.reject()
            self.show_text(text)

    def read_file(self, path: Path) -> None:
        """Read a file in the background, then show its text."""

        def failed(error: Exception) -> None:
            if not isinstance(error, UnreadableFile):
                raise error
            self._banner.show_error(error.message)

        self._context.tasks.start(
            self, lambda _progress: read_note_file(path), done=self.show_text, failed=failed
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent) or (path := _file_of(event.mimeData())) is None:
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.read_file(path)
        return True

    def _take(self, rows: tuple[Row, ...]) -> None:
        before = self._typed()
        self.taken.emit(filled(before, rows))
        after = self._typed()

        def put_back() -> None:
            if self._typed() == after:
                self.taken.emit(before)
                self._context.status(words())
            else:
                self._banner.show_notice(
                    _("Something was typed since. Remove by hand what came from the note.")
                )

        said = _taken_words(rows)
        words = undone_words(said)
        self._context.status(said, put_back)


def _nothing_copied() -> str:
    return _(
        "Nothing was copied. Copy the text of a note and try again, or drop its file"
        " here: text, Word, OpenDocument or a saved message."
    )


def _known_names(session: StoreSession) -> tuple[list[KnownPartner], KnownNames]:
    return list_known_partners(session), get_known_names(session)


def _present(row: PartnerRow) -> PresentPartner:
    return PresentPartner(row.uid, row.name, row.category)


def _file_of(dropped: QMimeData) -> Path | None:
    """Return the single dropped file; None for several, or if it is not a file."""
    urls = dropped.urls() if dropped.hasUrls() else []
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


def _taken_words(rows: tuple[Row, ...]) -> str:
    """Return what was taken, and how many commitments no point shows."""
    ticked = [row for row in rows if row.is_ticked]
    points = {row.span for row in ticked if row.group is Group.POINT}
    promised = [row for row in ticked if row.group in (Group.PROMISE, Group.REFERRAL)]
    loose = sum(row.answers not in points for row in promised)
    if not loose:
        return _("What was ticked is now in the session.")
    return _(
        "What was ticked is now in the session; without a point, saved with it: {number}."
    ).format(number=loose)
