"""One conflict: both values of each field, with who, when and where, to choose from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QWidget

from outreach_app.clock import moment_words
from outreach_app.database import StoreSession
from outreach_app.exchange.importing.oddities import OddityRow
from outreach_app.field_words import FIELD_WORDS
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.noun_words import one_noun_words
from outreach_app.queries.conflicts import DELETED, ConflictField, ConflictRow, ConflictSide
from outreach_app.queries.meeting_lists import find_meeting_id
from outreach_app.queries.meetings import list_meetings_by_id
from outreach_app.queries.partners import list_partners_by_id
from outreach_app.queries.records import find_place
from outreach_app.rules.dates import date_words
from ui.history.fields import value_words
from ui.history.history_list import actor_words
from ui.record_lines import meeting_title
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.labels import Label, note, small_title
from ui.widgets.menus import offer_menu_around
from ui.widgets.surfaces import Card
from ui.words import apart, either, labelled_words

_STANDS, _REPLACED = 0, 1


class ConflictCard(Card):
    """A conflict to settle. `settled` carries the names of the fields whose former value returns.

    `meeting_asked` carries the meeting concerned. Rebuilt when the language changes.
    """

    settled = Signal(object)
    meeting_asked = Signal(object)

    def __init__(self, row: ConflictRow, title: str) -> None:
        super().__init__()
        self.row = row
        self.title = title
        self.choices = {field.name: QButtonGroup(self) for field in row.fields}
        self.settle = Button(lambda: _("Keep the selected values"), "check")
        self.opening = FlatButton(lambda: _("Open the meeting"), "chats")
        self._build()
        self.settle.clicked.connect(lambda: self.settled.emit(self.restored))
        self.opening.clicked.connect(lambda: self.meeting_asked.emit(self.row.meeting))
        offer_menu_around(self, self.settle, self.opening)

    @property
    def restored(self) -> list[str]:
        """The names of the fields whose former value is chosen."""
        return [name for name, group in self.choices.items() if group.checkedId() == _REPLACED]

    def choose_as(self, former: "ConflictCard") -> None:
        """Copy the choices of the previous card for the fields that did not change."""
        for field in self.row.fields:
            if field in former.row.fields and field.name in former.restored:
                self.choices[field.name].button(_REPLACED).setChecked(True)

    def stops(self) -> list[QWidget]:
        """List the widgets that the cursor visits, in order."""
        sides = [button for group in self.choices.values() for button in group.buttons()]
        return [*sides, self.settle, self.opening]

    def take_focus(self) -> None:
        """Focus the chosen value of the first field."""
        chosen = (group.checkedButton() for group in self.choices.values())
        (next(chosen, None) or self.settle).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(8)
        self.body.addWidget(_with_text(small_title(), self.title))
        for field in self.row.fields:
            self.body.addWidget(self._sides(field))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.settle)
        buttons.addWidget(self.opening)
        if self.row.meeting is None:
            self.opening.hide()
        buttons.addStretch(1)
        self.body.addLayout(buttons)

    def _sides(self, field: ConflictField) -> QWidget:
        block = QWidget()
        grid = QGridLayout(block)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        sides = ((_("Current value"), field.kept), (_("Replaced value"), field.lost))
        for side, (title, value) in enumerate(sides):
            button = QRadioButton(title)
            button.setChecked(side == _STANDS)
            words, origin = _values(field, value), _origin(value)
            button.setAccessibleDescription(f"{words} · {origin}")
            self.choices[field.name].addButton(button, side)
            for place, widget in enumerate(
                (button, _with_text(Label(), words), _with_text(note(), origin))
            ):
                # The first line stays beside the button, however many there are.
                widget.setMinimumHeight(button.sizeHint().height())
                grid.addWidget(widget, side, place, Qt.AlignmentFlag.AlignTop)
        grid.setColumnMinimumWidth(0, 128)
        for place in (1, 2):
            grid.setColumnStretch(place, 1)
        return block


def title_of(session: StoreSession, row: ConflictRow | OddityRow) -> str:
    """Return the title of a conflict or an oddity: its noun and the name that people know."""
    noun, name = one_noun_words(row.entity), _name_of(session, row)
    return f"{noun} · {name}" if name else noun


def _name_of(session: StoreSession, row: ConflictRow | OddityRow) -> str:
    """Return the meeting or the partner that a record belongs to; "" if neither is known."""
    if row.meeting is not None:
        record = find_meeting_id(session, row.meeting)
        meeting = list_meetings_by_id(session, [record])[record] if record else None
        if meeting is None:
            return ""
        title = meeting_title(meeting)
        return f"{date_words(meeting.held_on)} · {apart(title)}"
    place = find_place(session, row.record)
    if place is not None and place[0] == "partner":
        partner = list_partners_by_id(session, [place[1]])[place[1]]
        return apart(either(partner.name))
    return ""


def _values(field: ConflictField, side: ConflictSide) -> str:
    if field.name == DELETED:
        return _("Deleted") if side.values[DELETED] else _("Not deleted")
    named = {name: value for name, value in side.values.items() if name in FIELD_WORDS}
    shown = [
        labelled_words(FIELD_WORDS[name](), apart(words))
        for name, value in named.items()
        if (words := value_words(name, value))
    ]
    nothing = [labelled_words(FIELD_WORDS[name](), "—") for name in named]
    return " · ".join(shown or nothing)


def _origin(side: ConflictSide) -> str:
    where = _("this computer") if side.is_this_computer else _("the other computer")
    if side.letter:
        where = f"{where} ({isolate(side.letter)})"
    return " · ".join((actor_words(side.by), where, moment_words(side.at)))


def _with_text(label: Label, words: str) -> Label:
    label.setText(words)
    label.setWordWrap(True)
    return label
