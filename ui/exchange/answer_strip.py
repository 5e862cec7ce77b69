"""The answer of headquarters to a precinct that forgot its passphrase."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app.errors import InvalidDraft, OutreachError
from outreach_app.exchange.exporting.answering import open_request, read_request, write_answer
from outreach_app.exchange.stations.escrow import Escrow
from outreach_app.exchange.stations.recovery import (
    ANSWER_SUFFIX,
    REQUEST_SUFFIX,
    HelpRequest,
    request_fingerprint,
)
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.stations import list_stations
from outreach_app.rights import Right
from outreach_app.rules.names import Bilingual
from outreach_app.second_person import SecondPerson
from ui.actions.second_person import SecondPersonForm
from ui.changes import Topic
from ui.context import AppContext
from ui.files import file_kind
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.labels import note, small_title
from ui.widgets.layouts import row_of
from ui.widgets.line_field import LineField
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated
from ui.words import either


class AnswerStrip(Translated, Surface):
    """The answer to a request for help, hidden until one is chosen; hiding clears what is typed."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("win")
        self._context = context
        self._request: HelpRequest | None = None
        self.who = small_title()
        self.typed = LineField(
            lambda: _("Fingerprint of the request, as it was read to you"), is_led=True
        )
        self.key = LineField(lambda: _("Recovery key of headquarters"), is_secret=True, is_led=True)
        self.second = SecondPersonForm(context, Right.ANSWER_RECOVERY)
        self.problem = note(tone="late")
        self.write = Button(lambda: _("Write the answer"), "floppy-disk")
        self.give_up = FlatButton(lambda: _("Cancel"))
        self._build()
        self._connect()
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self.problem.hide()
        if self._request is not None:
            self.who.setText(self._who_words(self._request))

    def begin(self) -> None:
        """Ask for the request file, the fingerprint and the recovery key. Raises UnreadableFile."""
        kinds = file_kind(_("Requests to headquarters"), REQUEST_SUFFIX)
        path = self._context.files.ask_file(self, _("Request of a precinct"), kinds)
        if path is not None:
            self._request = read_request(path)
            self._forget()
            self.retranslate()
            self.show()
            self.typed.line.setFocus()

    def _answer(self) -> None:
        request = self._request
        if request is None:
            return
        self.problem.hide()
        try:
            escrow = self._context.read(
                lambda session: open_request(session, request, self.typed.text(), self.key.text())
            )
        except InvalidDraft as error:
            self.typed.say(error.problems[0].message)
            self.typed.line.setFocus()
        except OutreachError as error:
            self._say(error.message)
        else:
            self.second.ask_where_set(partial(self._write, request, escrow))

    def _write(self, request: HelpRequest, escrow: Escrow, second: SecondPerson | None) -> None:
        office = isolate(either(Bilingual(escrow.card.name_ar, escrow.card.name_fr)))
        name = f"{request_fingerprint(request)[:5]}{ANSWER_SUFFIX}"
        kinds = file_kind(_("Answers of headquarters"), ANSWER_SUFFIX)
        # The sealed name is shown before anything is written: it must be the caller's.
        title = _("Answer that opens the register of {office}").format(office=office)
        path = self._context.files.ask_new_file(self, title, name, kinds)
        if path is None:
            return
        try:
            write_answer(self._context.office.database, request, escrow, path, second)
        except OutreachError as error:
            self._say(error.message)
            return
        words = _("The answer opens the register of {office}. Give it to nobody else.")
        self._context.status(words.format(office=office))
        self._give_up()
        self._context.changes.tell({Topic.BUNDLE})

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.show()

    def _give_up(self) -> None:
        self._request = None
        self.second.hide()
        self._forget()
        self.hide()

    def _forget(self) -> None:
        for field in (self.typed, self.key):
            field.line.clear()
            field.say("")

    def _who_words(self, request: HelpRequest) -> str:
        rows = self._context.read(list_stations)
        row = next((row for row in rows if str(row.office) == request.office), None)
        if row is None:
            return _(
                "Request of an office that is not enrolled here. Verify who is calling before you "
                "answer."
            )
        words = _("Request of {office}. Call it at the number you know; it reads you the digits.")
        return words.format(office=isolate(either(row.name)))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        self.who.setWordWrap(True)
        column.addWidget(self.who)
        fields = QHBoxLayout()
        fields.setSpacing(16)
        for field in (self.typed, self.key):
            fields.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(fields)
        column.addWidget(
            note(
                lambda: _(
                    "The recovery key was printed when this register was made. It is not kept."
                )
            )
        )
        column.addWidget(self.second)
        column.addWidget(self.problem)
        column.addLayout(row_of(self.write, self.give_up))

    def _connect(self) -> None:
        self.write.clicked.connect(self._answer)
        self.give_up.clicked.connect(self._give_up)
        for field in (self.typed, self.key):
            field.line.returnPressed.connect(self._answer)
