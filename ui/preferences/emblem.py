"""The office's own image for the head of its documents: chosen from a file, removed again."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal

from outreach_app.i18n import gettext as _
from outreach_app.progress import Progress
from outreach_app.queries.emblems import get_emblem
from outreach_app.services.emblems import set_emblem
from outreach_app.transfer.foreign_files import read_emblem
from ui.changes import Topic
from ui.context import AppContext
from ui.errors import message_of
from ui.files import file_kind
from ui.undone import undone_words
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, note
from ui.widgets.layouts import column_in, row_of
from ui.widgets.translated import Translated

_ENDINGS = (".png", ".jpg", ".jpeg")


class EmblemSection(Translated):
    """A choice is kept at once, and can be undone; `changed` carries the image or None."""

    changed = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._emblem: bytes | None = None
        self.choose = Button(lambda: _("Choose the emblem"), "image")
        self.remove = Button(lambda: _("Remove the emblem"), "x")
        self.advice = note(
            lambda: _(
                "A PNG or JPEG image of your own. It is kept on this computer, in the register,"
                " and printed at the head of every document."
            )
        )
        self.problem = Label(pixels=12, tone="late")
        self._build()
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(lambda: self._keep(None, _("The emblem was removed.")))

    def begin(self) -> None:
        """Show the emblem that is kept."""
        self._say("")
        self._show(self._context.read(get_emblem))

    def use_file(self, file: Path) -> None:
        """Save the image of a file, or show what is wrong with it."""
        self._say("")

        def read(_progress: Progress) -> bytes:
            return read_emblem(file)

        def keep(emblem: bytes) -> None:
            self._keep(emblem, _("The emblem was changed."))

        self._context.tasks.start(
            self, read, done=keep, failed=lambda error: self._say(message_of(error))
        )

    def retranslate(self) -> None:
        self._say("")

    def _ask(self) -> None:
        kinds = file_kind(_("Images"), *_ENDINGS)
        file = self._context.files.ask_file(self, _("Choose the emblem"), kinds)
        if file is not None:
            self.use_file(file)

    def _keep(self, emblem: bytes | None, said: str) -> None:
        former = self._emblem
        words = undone_words(said)
        self._write(emblem, said, lambda: self._write(former, words()))

    def _write(
        self, emblem: bytes | None, said: str, take_back: Callable[[], None] | None = None
    ) -> None:
        self._context.write(lambda session: set_emblem(session, emblem), said, take_back)
        # It is not journaled, so the write notifies no page.
        self._context.changes.tell({Topic.OFFICE})
        self._show(emblem)

    def _show(self, emblem: bytes | None) -> None:
        self._emblem = emblem
        self.remove.setVisible(emblem is not None)
        self.changed.emit(emblem)

    def _build(self) -> None:
        column = column_in(self, 8)
        column.addLayout(row_of(self.choose, self.remove))
        self.problem.setWordWrap(True)
        for words in (self.advice, self.problem):
            column.addWidget(words)

    def _say(self, problem: str) -> None:
        """Show what is wrong with a file, in place of the list of accepted formats."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.advice.setVisible(not problem)
