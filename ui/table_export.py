"""Export of a list to a file: the rows that the filters show, or the selected ones, in order."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Generic, TypeVar

from outreach_app import i18n, rights
from outreach_app.access_log import Act
from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, isolate_file
from outreach_app.progress import Progress
from outreach_app.queries.rows_with_partners import names_people, without_people
from outreach_app.rights import Right
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.taken_out import note_taken_out, taken_out
from outreach_app.transfer.table_file import Sheet, write_table
from ui.context import AppContext
from ui.files import file_kind
from ui.tables.columns import Column
from ui.tables.columns_dialog import ColumnsDialog
from ui.tables.rows_model import RowsModel
from ui.widgets.buttons import Button
from ui.widgets.progress_line import ProgressLine
from ui.widgets.translated import Text

RowT = TypeVar("RowT")
Write = Callable[[Path, Progress], str]


def logged_copies(context: AppContext) -> Callable[[Sequence[RowT]], Sequence[RowT]]:
    """Return the rule by which rows without names are copied: each time is a row of the log."""

    def taken(rows: Sequence[RowT]) -> Sequence[RowT]:
        try:
            if rows:
                note_taken_out(context.office.database, Act.TABLE, verb="copy_rows")
        except OutreachError as error:
            context.refuse(error)
            return ()
        return rows

    return taken


class FileButton(Button):
    """Asks where to, and writes the file away from the screen.

    What a kind of file shares with no other is in `_kinds`, `_name` and `_prepare`. The page puts
    `progress` under its header: it shows how far a long one is, and stops it.
    """

    def __init__(
        self, context: AppContext, text: Text, icon_name: str, right: Right = Right.ISSUE
    ) -> None:
        super().__init__(text, icon_name)
        self._context = context
        self._right = right
        self.offer(is_allowed=context.may(right))
        self._running: Progress | None = None
        self.progress = ProgressLine()
        self.progress.stopped.connect(self._stop)
        self.clicked.connect(self._export)

    def _kinds(self) -> str:
        """Return the kinds of file to choose from, the first of them by default."""
        raise NotImplementedError

    def _name(self) -> str:
        """Return the name that is proposed."""
        raise NotImplementedError

    def _prepare(self) -> Write:
        """Return the work that writes the file in another thread and then reports it."""
        raise NotImplementedError

    def _logged(self, path: Path) -> AbstractContextManager[None]:
        """Return the log rows of the file, before and after it; the use case may write its own."""
        return nullcontext()

    def _has_something(self) -> bool:
        """Return whether there is anything to write."""
        return True

    def _follow(self) -> None:
        self.setEnabled(self._running is None and self._has_something())

    def _ask(self) -> Path | None:
        """Ask where to write; return None if the user cancels."""
        return self._context.files.ask_new_file(self, self._text(), self._name(), self._kinds())

    def _export(self) -> None:
        database = self._context.office.database
        rights.require(database, self._right)
        path = self._ask()
        if path is None:
            return
        write = self._prepare()

        def run(progress: Progress) -> str:
            with self._logged(path):
                return write(path, progress)

        self.progress.begin(_("Writing {file}").format(file=isolate_file(path.name)))
        self._running = self._context.tasks.start(
            self,
            run,
            done=self._end,
            failed=self._fail,
            progressed=self.progress.advance,
            cancelled=lambda: self._end(_("Nothing was written.")),
        )
        self._follow()

    def _stop(self) -> None:
        if self._running is not None:
            self._running.cancel()

    def _end(self, said: str) -> None:
        self._rest()
        self._context.notice(said)

    def _fail(self, error: Exception) -> None:
        self._rest()
        if not isinstance(error, OutreachError):
            raise error
        self._context.refuse(error)

    def _rest(self) -> None:
        self._running = None
        self.progress.end()
        self._follow()


class SheetButton(FileButton):
    """Writes rows of words as a workbook, or as CSV that opens right in Excel."""

    def __init__(self, context: AppContext, title: Text, right: Right = Right.ISSUE) -> None:
        super().__init__(context, lambda: _("Export"), "export", right)
        self._title = title

    def _kinds(self) -> str:
        return ";;".join(
            (file_kind(_("Excel workbook"), ".xlsx"), file_kind(_("CSV for Excel"), ".csv"))
        )

    def _name(self) -> str:
        return f"{self._title()} - {self._circulation.words(i18n.current())}.xlsx"

    @property
    def _has_names(self) -> bool:
        """Return whether names may be exported; if so, the access log records it."""
        return self._right is Right.NAMES_OUT

    def _logged(self, path: Path) -> AbstractContextManager[None]:
        return taken_out(self._context.office.database, self._act, to=path)

    @property
    def _act(self) -> Act:
        return Act.NAMES_OUT if self._has_names else Act.TABLE

    @property
    def _circulation(self) -> Circulation:
        return Circulation.RESTRICTED if self._has_names else Circulation.INTERNAL


class ExportButton(SheetButton, Generic[RowT]):
    """Writes what a list shows, or the rows chosen in it where they are several.

    The status line shows the number of exported rows. If `columns` are given, which are exported is
    asked first: a list on the screen has room for a few only.
    """

    def __init__(
        self,
        context: AppContext,
        title: Text,
        model: RowsModel[RowT],
        columns: Sequence[Column[RowT]] = (),
        *,
        chosen: Callable[[], Sequence[RowT]] = tuple,
        right: Right = Right.ISSUE,
    ) -> None:
        super().__init__(context, title, right)
        self._model = model
        self._chosen = chosen
        self._columns = columns
        self._left_out: list[int] = []
        model.modelReset.connect(self._follow)
        self._follow()

    def take(self, rows: Sequence[RowT]) -> Sequence[RowT]:
        """Return the rows as the account may copy them, which is logged; none if it may not.

        Who may not take names out gets the professions of practices named after a person.
        """
        database, has_names = self._context.office.database, self._has_names
        if not rows:
            return rows
        try:
            if has_names:
                rights.require(database, self._right)
            elif self._context.may(Right.NAMES_OUT):
                has_names = any(map(names_people, rows))
            else:
                rows = list(map(without_people, rows))
            act = Act.NAMES_OUT if has_names else Act.TABLE
            note_taken_out(database, act, verb="copy_rows")
        except OutreachError as error:
            self._context.refuse(error)
            return ()
        return rows

    def _has_something(self) -> bool:
        return self._model.rowCount() > 0

    def _export(self) -> None:
        if not self._columns:
            super()._export()
            return
        dialog = ColumnsDialog(self._columns, self._left_out, self.window())
        dialog.accepted.connect(lambda: self._export_chosen(dialog.left_out()))
        dialog.open()

    def _export_chosen(self, left_out: list[int]) -> None:
        self._left_out = left_out
        super()._export()

    def _prepare(self) -> Write:
        title, language, model = self._title(), i18n.current(), self._model
        circulation = self._circulation.words(language)
        every = self._columns or model.columns
        columns = [column for place, column in enumerate(every) if place not in self._left_out]
        headings = [column.title() for column in columns]
        chosen = self._chosen()
        is_several = len(chosen) > 1
        # An internal table has no names of people.
        outside = (lambda row: row) if self._has_names else without_people

        def write(path: Path, progress: Progress) -> str:
            rows = []
            total = len(chosen) if is_several else model.rowCount()
            for row in map(outside, chosen if is_several else model.all_rows()):
                rows.append([column.text(row) for column in columns])
                progress.step(len(rows), max(total, len(rows)))
            write_table(path, Sheet(title, headings, rows, language, circulation))
            return _("Exported: {count} rows.").format(count=isolate(str(len(rows))))

        return write
