"""Retention: records past their retention period, elimination lists, and their next steps."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, isolate_file
from outreach_app.issuing import sealing
from outreach_app.issuing.eliminations import destroy_elimination, former_copies_of
from outreach_app.progress import Progress
from outreach_app.queries.retention import EliminationRow, EliminationState
from outreach_app.rights import Right
from outreach_app.search import upkeep
from outreach_app.services.eliminations import withdraw_elimination
from ui.changes import Topic
from ui.context import AppContext
from ui.errors import message_of
from ui.files import file_kind
from ui.retention.archivist_form import ArchivistForm
from ui.retention.columns import due_table, lists_table
from ui.retention.destroy_form import SUFFIX, DestroyForm, Destruction
from ui.retention.empty_states import Silences
from ui.retention.terms_form import TermsForm
from ui.retention.work import (
    Issue,
    Retention,
    archive_list,
    issue_certificate,
    issue_list,
    make_list,
    read_retention,
)
from ui.table_export import logged_copies
from ui.tables.table import select_row
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, primary_button
from ui.widgets.flow_layout import in_a_row
from ui.widgets.help_topic import explain_by
from ui.widgets.labels import note, section_title, small_title
from ui.widgets.layouts import row_of
from ui.widgets.menus import open_menu_of
from ui.widgets.page_header import MARGIN
from ui.widgets.progress_line import ProgressLine
from ui.widgets.translated import Translated

_STATE = EliminationState


class RetentionScreen(Translated):
    """Due records above, lists below; a list is issued, archived, then carried out by two."""

    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        explain_by(self, "retention")
        self._context = context
        self._is_busy = False
        self._asked = 0
        self.silences = Silences()
        self.due = due_table(self.silences.due, context.settings)
        self.lists = lists_table(self.silences.lists, context.settings)
        self.due.taken, self.lists.taken = logged_copies(context), logged_copies(context)
        self.failure = Banner()
        self.told = note(tone="ok")
        self.held = note(tone="warn")
        self.progress = ProgressLine(can_stop=False)
        self.terms = TermsForm(context)
        self.archivist = ArchivistForm(context)
        self.asking = DestroyForm(context)
        self._make_buttons()
        self._build()
        self._connect()

    def begin(self) -> None:
        """Reload both lists and close any open form."""
        self.failure.hide()
        self.told.setText("")
        for form in (self.terms, self.archivist, self.asking):
            form.hide()
        self.refresh()
        self.due.take_focus()

    def refresh(self) -> None:
        """Reload due records and lists beside the window; the chosen one stays chosen."""
        self._asked += 1
        self._context.tasks.start(
            self,
            lambda _progress: self._context.read(read_retention),
            done=partial(self._show, self._asked),
        )

    def _show(self, asked: int, found: Retention) -> None:
        if asked != self._asked:
            return  # a later question is on its way
        chosen, is_in_list = self.lists.row, self.due.isAncestorOf(self.focusWidget())
        self.due.model.show_rows(found.due)
        self.lists.model.show_rows(found.lists)
        is_open = any(row.state is not _STATE.DESTROYED for row in found.lists)
        has_due, coming = bool(found.due), found.coming
        self.silences.tell(has_due=has_due, has_open_list=is_open, coming=coming)
        select_row(self.lists, lambda row: chosen is not None and row.uid == chosen.uid)
        words = _("Past their retention period, and kept because of an open commitment: {count}.")
        self.held.setText(words.format(count=isolate(str(found.held_back))))
        self.held.setVisible(found.held_back > 0)
        if is_in_list:
            self.due.take_focus()
        self._offer()

    def retranslate(self) -> None:
        self.told.setText("")
        self.refresh()

    def _offer(self) -> None:
        """Show the next step of the chosen list."""
        row = self.lists.row
        state = row.state if row is not None else None
        may_destroy = self._context.may(Right.DESTROY)
        self.make.setVisible(bool(self.due.model.rowCount()))
        self.issue.setVisible(state in (_STATE.PROPOSED, _STATE.ISSUED, _STATE.ARCHIVED))
        can_archive = row is not None and row.needs_archive
        self.archive.setVisible(can_archive and state in (_STATE.ISSUED, _STATE.ARCHIVED))
        is_ready = state is _STATE.ARCHIVED or (
            row is not None and state is _STATE.ISSUED and not row.needs_archive
        )
        self.destroy_it.setVisible(is_ready and may_destroy)
        self.certify.setVisible(state is _STATE.DESTROYED)
        self.withdraw.setVisible(row is not None and state is not _STATE.DESTROYED)

    def _make(self) -> None:
        database = self._context.office.database
        self.lists.model.show_rows(())  # the new one is chosen
        self._start(_("Making the list"), lambda _progress: make_list(database))

    def _withdraw(self, row: EliminationRow) -> None:
        self._context.write(
            lambda session: withdraw_elimination(session, row.uid),
            _("The list was withdrawn. Nothing was destroyed."),
        )
        self.refresh()

    def _issue(self, row: EliminationRow) -> None:
        self._write_papers(_("Issue the list"), row.uid, issue_list)

    def _certify(self, row: EliminationRow) -> None:
        self._write_papers(_("Certificate"), row.uid, issue_certificate)

    def _write_papers(self, title: str, uid: UUID, issue: Issue) -> None:
        folder = self._context.files.ask_folder(self, title)
        if folder is not None:
            database = self._context.office.database
            said = _("The papers are in {file}.").format
            self._start(
                title, lambda progress: said(file=isolate(issue(database, uid, folder, progress)))
            )

    def _archive(self, row: EliminationRow) -> None:
        if not self._context.read(sealing.find_archivist):
            self.archivist.ask(is_missing=True)
            return
        name = f"archive-{row.number.replace('/', '-')}{sealing.SUFFIX}"
        kinds = file_kind(_("Archives of lists"), SUFFIX)
        path = self._context.files.ask_new_file(self, _("Write the archive"), name, kinds)
        if path is None:
            return
        database = self._context.office.database

        def work(progress: Progress) -> str:
            file = archive_list(database, row.uid, path, progress)
            said = _("Written, sealed and read back: {file}. Hand it to the archives.")
            return said.format(file=isolate_file(file))

        self.asking.archive = path
        self._start(_("Writing the archive"), work)

    def _destroy(self, asked: Destruction) -> None:
        office = self._context.office
        database = office.database
        places = office.backup_places

        def work(_progress: Progress) -> str:
            done = destroy_elimination(
                database, asked.row.uid, asked.archive, asked.agreement, asked.second, places
            )
            upkeep.purge(database)
            erased.extend(done.names)
            said = _("Destroyed: {count}. Issue the certificate.")
            former = former_copies_of(done, office.folder, places).words_of_destroyed()
            return "\n".join((said.format(count=isolate(str(done.count))), *former))

        erased: list[str] = []
        self._start(_("Destroying what is on the list"), work, erased)

    def _start(
        self, what: str, work: Callable[[Progress], str], erased: Sequence[str] = ()
    ) -> None:
        """Start work that returns the sentence to show once it is done."""
        if self._is_busy:
            return
        self._is_busy = True
        self.failure.hide()
        self.told.setText("")
        self.progress.begin(what)
        self._context.tasks.start(
            self,
            work,
            done=lambda said: self._end(said, erased),
            failed=self._fail,
        )

    def _end(self, said: str, erased: Sequence[str]) -> None:
        self._is_busy = False
        self.progress.end()
        self._context.changes.tell(set(Topic))
        if erased:
            self._context.changes.erased.emit(tuple(erased))
        self.refresh()
        self.told.setText(said)

    def _fail(self, error: Exception) -> None:
        self._is_busy = False
        self.progress.end()
        self.refresh()
        self.failure.show_error(message_of(error))

    def _with_row(self, do: Callable[[EliminationRow], None]) -> None:
        if self.lists.row is not None and not self._is_busy:
            do(self.lists.row)

    def _make_buttons(self) -> None:
        self.make = primary_button(lambda: _("Make a list of what is due"), "plus")
        self.issue = Button(lambda: _("Issue the list"), "file-pdf")
        self.archive = Button(lambda: _("Write the archive"), "archive")
        self.destroy_it = Button(lambda: _("Destroy"), "trash")
        self.certify = Button(lambda: _("Certificate"), "shield-check")
        self.withdraw = Button(lambda: _("Withdraw the list"), "x")
        self.change_terms = Button(lambda: _("Retention periods"), "pencil-simple")
        self.change_archivist = Button(lambda: _("Archivist’s key"), "lock-simple")
        self.back = Button(lambda: _("Back"))

    def _connect(self) -> None:
        self.make.clicked.connect(self._make)
        for button, do in (
            (self.issue, self._issue),
            (self.archive, self._archive),
            (self.destroy_it, self.asking.ask),
            (self.certify, self._certify),
            (self.withdraw, self._withdraw),
        ):
            button.clicked.connect(partial(self._with_row, do))
        self.change_terms.clicked.connect(self.terms.ask)
        self.change_archivist.clicked.connect(self.archivist.ask)
        for form in (self.terms, self.archivist):
            form.ended.connect(self.failure.hide)
            form.ended.connect(self.refresh)
        self.asking.agreed.connect(self._destroy)
        self.back.clicked.connect(self.closed)
        self.lists.chosen.connect(lambda _row: self._offer())
        ways = (self.issue, self.archive, self.certify, self.withdraw, self.destroy_it)
        self.lists.menu_asked.connect(partial(open_menu_of, ways, self.lists))
        self.due.menu_asked.connect(partial(open_menu_of, (self.make,), self.due))

    def _build(self) -> None:
        for button in (self.change_terms, self.change_archivist):
            button.offer(is_allowed=self._context.may(Right.OFFICE))
        head = row_of(section_title(lambda: _("Retention")))
        head.addWidget(self.change_archivist)
        head.addWidget(self.change_terms)
        head.addWidget(self.back)
        advice = note(
            lambda: _(
                "Nothing is destroyed because of its date alone: a list is issued, its archive is "
                "written, sealed to the archivist and read back, and two people destroy what is "
                "on it."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        column.setSpacing(8)
        column.addLayout(head)
        forms = (self.terms, self.archivist, self.asking)
        for widget in (advice, *forms, self.progress, self.told):
            column.addWidget(widget)
        column.addWidget(self.due, 3)
        column.addWidget(self.held)
        column.addWidget(in_a_row(self.make))
        title = small_title(lambda: _("Elimination lists"))
        ways = (self.issue, self.archive, self.destroy_it, self.certify, self.withdraw)
        column.addWidget(in_a_row(title, *ways))
        column.addWidget(self.lists, 2)
        column.addWidget(self.failure)
