"""The inline confirmation that erases the name of a record (law 09-08)."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app import backup
from outreach_app.database import StoreSession
from outreach_app.errors import BackupFailed, OutreachError
from outreach_app.former_copies import still_named_aside, words_of_drafts
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.progress import Progress
from outreach_app.queries.drafts import count_drafts_of_all
from outreach_app.restoring import replace_backups
from outreach_app.rights import Right
from outreach_app.search import upkeep
from outreach_app.store_folder import list_set_aside
from ui.context import AppContext
from ui.errors import message_of
from ui.forms.editors import CheckEditor
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.labels import Label, note
from ui.widgets.progress_line import ProgressLine
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated

Erase = Callable[[StoreSession], tuple[str, ...]]


class ErasureStrip(Translated, Surface):
    """Hidden until `ask`. `erase` is the use case, which returns what it erased.

    `namesakes` are other records with the name, each with its text: ticked ones are
    of the same person.

    Emits `erased` once the name is erased, `finished` when nothing is left to do. There is no Undo:
    an erasure that can be undone is not one.
    """

    erased = Signal()
    finished = Signal()

    def __init__(
        self, context: AppContext, erase: Erase, namesakes: Sequence[tuple[UUID, str]] = ()
    ) -> None:
        super().__init__("win")
        self._context = context
        self._erase_name = erase
        self._what = Label(
            lambda: _(
                "The name and the contacts are erased for good, here and, with the next files, on "
                "the other computer and at headquarters. The organisation, the capacity and what "
                "was said stay. This cannot be undone."
            )
        )
        self.asks_who = note(lambda: _("Other records bear this name. Tick those of this person:"))
        self.namesakes = {uid: CheckEditor(partial(str, words)) for uid, words in namesakes}
        self.backups = note(tone="warn")
        self.aside = note(tone="warn")
        self.replace = CheckEditor(lambda: _("Make a backup now and delete the older ones"))
        self.failure = Banner()
        self.progress = ProgressLine(can_stop=False)
        self.erase = Button(lambda: _("Erase for good"), "eraser")
        self.retry = Button(lambda: _("Try again"), "arrow-clockwise")
        self.give_up = FlatButton(lambda: _("Cancel"))
        self._older: frozenset[str] | None = None
        self._build()
        self.erase.clicked.connect(self._erase)
        self.retry.clicked.connect(self._clean_up)
        self.give_up.clicked.connect(self.hide)
        self.hide()

    def ask(self) -> None:
        """Show what would be erased and what not, and ask for confirmation."""
        self.retranslate()
        self.show()
        self.give_up.setFocus()

    def also(self) -> list[UUID]:
        """Return the other records of the same person."""
        return [uid for uid, box in self.namesakes.items() if box.isChecked()]

    def retranslate(self) -> None:
        count = self._count_older()
        words = _(
            "Backups that still hold the name: {count}. Each is deleted automatically within "
            "about a year; you must destroy copies that you made elsewhere."
        )
        self.backups.setText(words.format(count=isolate(str(count))))
        self.backups.setVisible(count > 0)
        aside = still_named_aside(list_set_aside(self._context.office.folder))
        self.aside.setText(aside)
        self.aside.setVisible(bool(aside))
        self.replace.setVisible(count > 0 and self._context.may(Right.RESTORE))

    def _count_older(self) -> int:
        older = self._own_names() if self._older is None else self._older
        places = self._context.office.backup_places
        found = (file for place in places for file in backup.newest(place))
        return sum(file.name in older for file in found)

    def _own_names(self) -> frozenset[str]:
        """List the backups of this store: a second location may have another computer’s too."""
        return frozenset(file.name for file in backup.newest(self._context.office.folder))

    def _erase(self) -> None:
        said = _("The name and the contacts were erased.")
        try:
            names, drafts = self._context.write(self._erase_counting, said)
        except OutreachError as error:
            self.failure.show_error(error.message)
            return
        if drafts:
            self._context.status(" ".join((said, *words_of_drafts(drafts))))
        # Read once: the second location is searched for them after they are deleted here.
        self._older = self._own_names()
        self.erased.emit()
        self._context.changes.erased.emit(names)
        for widget in (self.erase, self.give_up):
            widget.hide()
        self.replace.setEnabled(False)
        self._clean_up()

    def _erase_counting(self, session: StoreSession) -> tuple[tuple[str, ...], int]:
        """Erase the name; return what was erased and how many drafts went with it."""
        before = count_drafts_of_all(session)
        names = self._erase_name(session)
        return names, before - count_drafts_of_all(session)

    def _clean_up(self) -> None:
        """Remove the remaining traces from the disk; the window may be closed in the meantime."""
        context, older = self._context, self._older or frozenset()
        is_replacing = self.replace.isChecked() and self._context.may(Right.RESTORE)
        self.failure.hide()
        self.retry.hide()
        self.progress.begin(_("Making a backup") if is_replacing else "")

        def work(_progress: Progress) -> None:
            upkeep.purge(context.office.database)
            if is_replacing:
                office = context.office
                replace_backups(office.database, office.back_up, older, office.backup_places)

        def end(_nothing: None) -> None:
            if _is_shown(self):
                self.finished.emit()

        def fail(error: Exception) -> None:
            words = _words(error)
            if _is_shown(self):
                self._fail(words)
            else:
                context.status(words)

        context.tasks.start(context.tasks, work, done=end, failed=fail)

    def _fail(self, message: str) -> None:
        """Report that the name is erased, but older backups remain."""
        self.progress.end()
        self.failure.show_error(message)
        self.retranslate()
        self.retry.show()
        self.retry.setFocus()

    def _build(self) -> None:
        self._what.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self.asks_who.setVisible(bool(self.namesakes))
        whose = (self.asks_who, *self.namesakes.values())
        backups = (self.backups, self.replace, self.aside)
        for widget in (self.failure, self._what, *whose, *backups, self.progress):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.erase)
        row.addWidget(self.retry)
        self.retry.hide()
        row.addWidget(self.give_up)
        row.addStretch(1)
        column.addLayout(row)


def _words(error: Exception) -> str:
    words = message_of(error)
    if isinstance(error, BackupFailed) and error.code == "no_second_place":
        return words + " " + _("The older backups there still hold the name.")
    return words


def _is_shown(strip: ErasureStrip) -> bool:
    return shiboken6.isValid(strip) and strip.isVisible()
