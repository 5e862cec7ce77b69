"""The texts that name a person who objects, shown in turn with the name replaced."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from outreach_app.errors import InvalidDraft, OutreachError
from outreach_app.field_words import FIELD_WORDS
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.naming_texts import NamingText
from outreach_app.rules.dates import date_text
from outreach_app.services.anonymising import (
    AnonymousText,
    keep_text_of_another,
    list_texts_of_claim,
    put_capacity,
)
from ui.context import AppContext
from ui.forms.editors import TextEditor
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.fitting import Fitting
from ui.widgets.help_topic import explain_by
from ui.widgets.keys import on_keys
from ui.widgets.labels import Label, note, small_title
from ui.widgets.layouts import row_of
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated

_HEIGHT = 88


class NamingStrip(Fitting, Translated, Surface):
    """Hidden until `ask`; emits `finished` once no text of this office names the person.

    `of_others` are the texts of which the person says that they name somebody else.
    """

    finished = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__("win")
        explain_by(self, "objection")
        self._context = context
        self._claim: UUID | None = None
        self._texts: Sequence[NamingText] = ()
        self.of_others: list[NamingText] = []
        self.advice = note()
        self.about = note()
        self.place = small_title()
        self.before = Label(pixels=12, tone="muted")
        self.text = TextEditor(_HEIGHT)
        self.problem = note(tone="late")
        self.put = Button(lambda: _("Save this and show the next"), "check")
        self.keep = Button(lambda: _("This is another person: keep the text"), "user")
        self.give_up = FlatButton(lambda: _("Cancel"))
        self._build()
        self._connect()
        self.retranslate()
        self.hide()

    def ask(self, claim: UUID) -> None:
        """Show the first text that names the person, or finish at once if there is none."""
        self._claim, self.of_others = claim, []
        self._show_next(claim)

    def _show_next(self, claim: UUID) -> None:
        kept = {(each.uid, each.text) for each in self.of_others}
        named = self._context.read(lambda session: list_texts_of_claim(session, claim))
        self._texts = [each for each in named if (each.uid, each.text) not in kept]
        self.problem.hide()
        self.setVisible(bool(self._texts))
        if not self._texts:
            self.finished.emit()
            return
        self.text.setPlainText(self._texts[0].proposed)
        self.retranslate()
        self.text.setFocus()

    def retranslate(self) -> None:
        self.text.setAccessibleName(_("The text without the name"))
        if not self._texts:
            return
        shown = self._texts[0]
        words = _("{number} of {day}, {field}. Texts left: {count}.")
        field = FIELD_WORDS.get(shown.column)
        self.place.setText(
            words.format(
                number=isolate(shown.number or "—"),
                day=isolate(date_text(shown.day)),
                field=field() if field else shown.column,
                count=isolate(str(len(self._texts))),
            )
        )
        self.advice.setText(_advice_words(shown))
        self.about.setText(_about_words(shown))
        self.before.setText(shown.text)
        self.fit()

    def fit(self) -> None:
        """Keep the room of wrapped words, which the page would take from the buttons."""
        if (layout := self.layout()) is not None:
            self.setMinimumHeight(max(0, layout.totalHeightForWidth(self.width())))

    def _write(self) -> None:
        if self._claim is None or not self._texts:
            return
        read = self._texts[0]
        claim, draft = self._claim, AnonymousText(read, self.text.toPlainText())
        said = _written_words(read)
        try:
            self._context.write(lambda session: put_capacity(session, claim, draft), said)
        except InvalidDraft as error:
            self._say(error.problems[0].message)
            return
        except OutreachError as error:
            self._say(error.message)
            return
        self._show_next(claim)

    def _keep(self) -> None:
        """Leave the text as it is; the log says so, at once or when the name is erased."""
        if self._claim is None or not self._texts:
            return
        claim, shown = self._claim, self._texts[0]
        if shown.person:
            self.of_others.append(shown)
        else:
            said = _("The text was kept: it names another person.")
            try:
                self._context.write(
                    lambda session: keep_text_of_another(session, claim, shown.uid, shown.column),
                    said,
                )
            except OutreachError as error:
                self._say(error.message)
                return
        self._show_next(claim)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.show()

    def _build(self) -> None:
        self.before.setWordWrap(True)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        for widget in (self.advice, self.about, self.place, self.before, self.text, self.problem):
            column.addWidget(widget)
        column.addLayout(row_of(self.put, self.keep, self.give_up))

    def _connect(self) -> None:
        self.put.clicked.connect(self._write)
        self.keep.clicked.connect(self._keep)
        self.give_up.clicked.connect(self.hide)
        on_keys(self, "Esc", self.hide)


def _advice_words(text: NamingText) -> str:
    if text.person:
        return _(
            "Before the name is erased, each text that contains it is shown with the "
            "capacity instead. The original text is erased for good: here and, with the "
            "next files, on the other computer and at headquarters."
        )
    return _(
        "The name was erased, and these texts, typed before on another computer, still have it. "
        "Write the capacity instead. The original text is erased for good: here and, with the next "
        "files, on the other computer and at headquarters."
    )


def _written_words(text: NamingText) -> str:
    """Return what is said of a new text; after the erasure no rule can read it."""
    if text.person:
        return _("The text was written without the name.")
    return _(
        "The new text was written. This computer no longer knows the name: read the text once more."
    )


def _about_words(text: NamingText) -> str:
    """Return whom the request is about; after the erasure no register knows it."""
    if text.person:
        return _("The request is about {person}.").format(person=isolate(text.person))
    return _("The computer on which the text was typed found the name in it.")
