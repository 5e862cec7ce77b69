"""The backups there are: when each was made, what it holds, and whether it could be restored."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app import backup
from outreach_app.backup_file import OTHER_KEY, has_other_key
from outreach_app.errors import BackupFailed
from outreach_app.i18n import current, isolate
from outreach_app.i18n import gettext as _
from outreach_app.progress import Progress
from outreach_app.reading_backups import open_copy
from outreach_app.rights import Right
from outreach_app.summaries.prose.numbers import digits
from ui.context import AppContext
from ui.errors import message_of
from ui.preferences.backup_rows import BACKUP_COLUMNS, BackupRow, Unopened, count_each
from ui.preferences.put_back_strip import PutBackStrip
from ui.program_requests import ReadBackup, RestoreBackup
from ui.table_export import logged_copies
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table, select_row
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, FlatButton, primary_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.help_topic import explain_by
from ui.widgets.labels import Label, note, section_title
from ui.widgets.menus import open_menu_of
from ui.widgets.page_header import MARGIN
from ui.widgets.progress_line import ProgressLine
from ui.widgets.translated import Translated

T = TypeVar("T")


class BackupsScreen(Translated):
    """The newest first, those of the second place after; a check never touches the register."""

    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        explain_by(self, "backups")
        self._context = context
        self._work: Progress | None = None
        self._found: dict[Path, int | Unopened] = {}
        self._counting: Progress | None = None
        self._rows: list[BackupRow] = []
        self._told_of: Path | None = None
        self.table: Table[BackupRow] = Table(
            "backups",
            lambda: _("Backups"),
            RowsModel(BACKUP_COLUMNS),
            EmptyState(
                "archive",
                lambda: _("There is no backup yet"),
                lambda: _("One is made on closing. You can make one now."),
            ),
            context.settings,
        )
        self.table.taken = logged_copies(context)
        self.failure = Banner()
        self.place = Label()
        self.choose = Button(lambda: _("Choose the second location"), "folder-open")
        self.forget = Button(lambda: _("No second location"), "x")
        self.make = primary_button(lambda: _("Back up now"), "floppy-disk")
        self.read = Button(lambda: _("Open to read"), "eye")
        self.check = Button(lambda: _("Test a restore"), "check-circle")
        self.put_back = Button(lambda: _("Replace the register with it"), "arrow-counter-clockwise")
        self.asking = PutBackStrip()
        self.show_folder = FlatButton(lambda: _("Open the folder"), "folder-open")
        self.back = Button(lambda: _("Back"))
        self.result = note(tone="ok")
        self.progress = ProgressLine(can_stop=False)
        self._build()
        self._connect()
        self.retranslate()

    def begin(self) -> None:
        """List the backups."""
        self._say_nothing()
        self.refresh()
        self._count()
        self.table.take_focus()

    def refresh(self, chosen: Path | None = None) -> None:
        """Read both folders again, and choose a backup; by default the present one stays chosen."""
        chosen, second = chosen or self.chosen(), self._context.settings.backup_folder
        places = [(self._context.office.folder, False)]
        if second:
            places.append((Path(second), True))
        self._rows = [
            BackupRow(file, is_second, self._found.get(file))
            for place, is_second in places
            for file in backup.newest(place)
        ]
        self.table.model.show_rows(self._rows)
        files = [row.file for row in self._rows]
        if files:
            select_row(self.table, lambda row: row.file == chosen)
        self.read.setEnabled(bool(files))
        self.check.setEnabled(bool(files))
        self.put_back.setEnabled(bool(files) and self._context.may(Right.RESTORE))
        words = _("Second location: {folder}") if second else _("There is no second location yet.")
        self.place.setText(words.format(folder=isolate(second)))
        self.forget.setVisible(bool(second))

    def retranslate(self) -> None:
        self.refresh()

    def chosen(self) -> Path | None:
        """Return the backup that is selected."""
        row = self.table.row
        return row.file if row else None

    def _keep_to(self, row: BackupRow | None) -> None:
        """Drop what was asked or said about another backup."""
        file = row.file if row else None
        self.asking.keep_to(file)
        if file not in (None, self._told_of):
            self._say_nothing()

    def _count(self) -> None:
        """Show the content of each backup as it is counted in the background."""
        files, office = [row.file for row in self._rows], self._context.office
        self._counting = self._context.tasks.start(
            self,
            lambda progress: count_each(files, office, self._found, progress),
            done=lambda _nothing: self.refresh(),
            progressed=lambda _done, _total, _what: self.refresh(),
        )

    def _leave(self) -> None:
        """Leave the screen, or first what is asked in it."""
        if self.asking.isVisible():
            self.asking.end()
            return
        if self._counting is not None:
            self._counting.cancel()
        self.closed.emit()

    def _make(self) -> None:
        self._start(
            _("Making a backup"),
            lambda _progress: self._context.office.back_up(),
            self._tell_made,
        )

    def _tell_made(self, file: Path) -> None:
        self.refresh(file)
        self._count()
        self._say(_("The backup was made and opened again: it is intact."), file)

    def _check(self) -> None:
        file, office = self.chosen(), self._context.office
        if file is None:
            return

        def tell(records: int) -> None:
            words = _("This backup can be restored. Records: {records}. The register is untouched.")
            self._found[file] = records
            self.refresh()
            self._say(words.format(records=digits(records, current())), file)

        self._start(
            _("Restoring into a temporary folder"),
            lambda _progress: backup.verify(file, office.database.key, office.folder),
            tell,
        )

    def _open_to_read(self) -> None:
        file, office = self.chosen(), self._context.office
        if file is not None:
            self._start(
                _("Opening a copy of the backup to read it"),
                lambda _progress: open_copy(office, file),
                lambda copy: self._context.open_page(ReadBackup(copy)),
            )

    def _ask_to_put_back(self) -> None:
        """Show what a backup would replace, and ask for confirmation."""
        row = self.table.row
        if row is not None:
            database = self._context.office.database
            is_other = has_other_key(row.file, database.key)
            self._say_nothing()
            self.asking.ask_about(row, backup.count_records(database), has_other_key=is_other)

    def _put_back(self, file: Path) -> None:
        if self._counting is not None:
            self._counting.cancel()
        self._context.open_page(RestoreBackup(file))

    def _start(self, what: str, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        if self._work is not None:
            return
        self._say_nothing()
        self.progress.begin(what)

        def end(result: T) -> None:
            self._end()
            done(result)

        self._work = self._context.tasks.start(self, work, done=end, failed=self._fail)

    def _end(self) -> None:
        self._work = None
        self.progress.end()
        self.refresh()

    def _fail(self, error: Exception) -> None:
        self._end()
        self._told_of = self.chosen()
        if isinstance(error, BackupFailed) and error.code == OTHER_KEY:
            self.failure.show_notice(message_of(error))
        else:
            self.failure.show_error(message_of(error))

    def _say(self, words: str, file: Path) -> None:
        self._told_of = file
        self.result.setText(words)

    def _say_nothing(self) -> None:
        self.failure.hide()
        self.result.setText("")

    def _choose_place(self) -> None:
        chosen = self._context.files.ask_folder(self, _("Second location of the backups"))
        if chosen is not None:
            self._keep_place(str(chosen))

    def _keep_place(self, folder: str) -> None:
        self._say_nothing()
        self._context.settings.backup_folder = folder
        self._context.settings.save()
        self._context.office.second_place = Path(folder) if folder else None
        self.refresh()

    def _open_folder(self) -> None:
        folder = self._context.office.folder / backup.FOLDER
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _connect(self) -> None:
        self.make.clicked.connect(self._make)
        self.read.clicked.connect(self._open_to_read)
        self.table.opened.connect(lambda _row: self._open_to_read())
        ways = (self.read, self.check, self.show_folder, self.put_back)
        self.table.menu_asked.connect(partial(open_menu_of, ways, self.table))
        self.check.clicked.connect(self._check)
        self.put_back.clicked.connect(self._ask_to_put_back)
        self.table.chosen.connect(self._keep_to)
        self.asking.confirmed.connect(self._put_back)
        self.asking.given_up.connect(self.table.take_focus)
        self.choose.clicked.connect(self._choose_place)
        self.forget.clicked.connect(lambda: self._keep_place(""))
        self.show_folder.clicked.connect(self._open_folder)
        self.back.clicked.connect(self._leave)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(section_title(lambda: _("Backups")))
        head.addStretch(1)
        head.addWidget(self.back)
        advice = note(
            lambda: _(
                "One is made on closing and every 30 minutes, if anything changed. Kept: all of"
                " the last day, then one for each of 7 days, 4 weeks and 12 months."
            )
        )
        hands = QWidget()
        flow = FlowLayout(hands, margin=0, gap=8)
        for button in (self.make, self.read, self.check, self.put_back, self.show_folder):
            flow.addWidget(button)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.place, 1)
        second.addWidget(self.choose)
        second.addWidget(self.forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        column.setSpacing(8)
        column.addLayout(head)
        for widget in (advice, hands, self.table):
            column.addWidget(widget, 1 if widget is self.table else 0)
        for widget in (self.asking, self.progress, self.result, self.failure):
            column.addWidget(widget)
        column.addLayout(second)
