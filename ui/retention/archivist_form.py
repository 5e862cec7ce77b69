"""The inline form of the key that archives are sealed to: an existing or a new one."""

from PySide6.QtWidgets import QVBoxLayout

from outreach_app.i18n import gettext as _
from outreach_app.issuing import sealing
from ui.actions.inline_form import InlineForm
from ui.actions.undoable import write_undoable
from ui.changes import Topic
from ui.context import AppContext
from ui.files import file_kind
from ui.widgets.buttons import Button
from ui.widgets.labels import note
from ui.widgets.layouts import row_of
from ui.widgets.line_field import LineField

_KIND = ".txt"


class ArchivistForm(InlineForm):
    """The key is typed, read from a file, or created, which writes its secret half to a file."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(lambda: _("Save"), "floppy-disk")
        self._context = context
        self.key = LineField(lambda: _("Key that archives are sealed to"), is_led=True)
        self.choose = Button(lambda: _("Choose its file"), "folder-open")
        self.make = Button(lambda: _("Create a key"), "plus")
        self._why = note(_why, tone="warn")
        self._build()
        self.choose.clicked.connect(self._choose)
        self.make.clicked.connect(self._make)

    def ask(self, *, is_missing: bool = False) -> None:
        """Show the current key, and why it is asked for if something waits for one."""
        self._why.setVisible(is_missing)
        self.key.line.setText(self._context.read(sealing.find_archivist) or "")
        self.key.line.setCursorPosition(0)
        self.say_problem("")
        self.show()
        self.key.line.setFocus()

    def give(self) -> None:
        key = self.key.text()

        def save() -> None:
            write_undoable(
                self._context,
                lambda session: sealing.change_archivist(session, key),
                _("Archives are sealed to this key from now on."),
            )

        if self._try(save):
            self.end()

    def _choose(self) -> None:
        path = self._context.files.ask_file(
            self, _("Choose its file"), file_kind(_("Keys of archivists"), _KIND)
        )
        if path is not None:
            self._try(lambda: self.key.line.setText(sealing.read_public_key(path)))

    def _make(self) -> None:
        kinds = file_kind(_("Keys of archivists"), _KIND)
        path = self._context.files.ask_new_file(
            self, _("Create a key"), f"archivist-key{_KIND}", kinds
        )
        database = self._context.office.database
        if path is not None and self._try(lambda: sealing.make_archivist_key(database, path)):
            self._context.changes.tell({Topic.OFFICE})
            self._context.status(
                _("The key was created. The archivist keeps two copies of its file.")
            )
            self.end()

    def _build(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._why)
        column.addWidget(
            note(
                lambda: _(
                    "The archivist keeps the secret half, on USB sticks in two places: without it "
                    "nobody can open an archive, not even this program."
                )
            )
        )
        column.addWidget(self.key)
        column.addLayout(row_of(self.choose, self.make))
        self._frame(column, self.key.line)


def _why() -> str:
    return _(
        "The archive is sealed to the archivist’s key, and none was chosen yet. Type the key, "
        "choose its file or create one; then write the archive again."
    )
