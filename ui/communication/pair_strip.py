"""The question to headquarters above its rumours: whether two are the same."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from outreach_app import clock
from outreach_app.database import StoreSession
from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.rumour_pairs import RumourPair, list_rumour_pairs
from outreach_app.queries.rumours import RumourRow
from outreach_app.rights import Right
from outreach_app.services.findings import join_rumours
from outreach_app.services.merging import tell_apart
from ui.actions.undoable import write_undoable
from ui.communication.words import rumour_words
from ui.context import AppContext
from ui.forms.territories import Precincts
from ui.moments import when_words
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, note, small_title
from ui.widgets.layouts import row_of
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated
from ui.words import apart


class PairStrip(Translated, Surface):
    """The most similar rumours of two precincts, hidden if there are none; a person decides."""

    def __init__(self, context: AppContext, precincts: Precincts) -> None:
        super().__init__("hover")
        self._context = context
        self._precincts = precincts
        self.pairs: list[RumourPair] = []
        self.title = small_title()
        self.problem = note(tone="late")
        self.first = Label()
        self.second = Label()
        self.same = Button(lambda: _("The same rumour"), "git-merge")
        self.other = Button(lambda: _("Another rumour"))
        self._build()
        self.same.clicked.connect(self._join)
        self.other.clicked.connect(self._tell_apart)
        self.hide()

    def refresh(self) -> None:
        """Look for pairs again if this is headquarters."""
        self.pairs = []
        if self._context.is_headquarters and self._context.may(Right.RECORD):
            self.pairs = self._context.read(
                lambda session: list_rumour_pairs(session, clock.today())
            )
        self.problem.hide()
        self.setVisible(bool(self.pairs))
        self.retranslate()

    def retranslate(self) -> None:
        number = isolate(str(len(self.pairs)))
        self.title.setText(
            _("Is it the same rumour? Pairs to review: {number}").format(number=number)
        )
        if self.pairs:
            self.first.setText(self._words(self.pairs[0].first))
            self.second.setText(self._words(self.pairs[0].second))

    def _words(self, row: RumourRow) -> str:
        """Return where, when and what was heard; the precinct's name determines the direction."""
        heard = when_words(row.heard_on, row.heard_at)
        return f"{self._precincts.name(row.office)} · {heard} · {apart(rumour_words(row))}"

    def _join(self) -> None:
        first, second = self.pairs[0].first.uid, self.pairs[0].second.uid
        said = _("The two are followed as one rumour.")
        self._write(lambda session: join_rumours(session, (first, second)), said)

    def _tell_apart(self) -> None:
        first, second = self.pairs[0].first.uid, self.pairs[0].second.uid
        said = _("The two are different rumours.")
        self._write(lambda session: tell_apart(session, first, second), said)

    def _write(self, use_case: Callable[[StoreSession], object], said: str) -> None:
        """Write, with one Undo; the page then looks for pairs again."""
        try:
            write_undoable(self._context, use_case, said)
        except OutreachError as error:
            self.problem.setText(error.message)
            self.problem.show()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(4)
        for label in (self.title, self.first, self.second, self.problem):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(4)
        column.addLayout(row_of(self.same, self.other))
