"""A form: a list of fields that reads and writes a draft and shows errors at the fields."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Generic, Protocol, TypeVar, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from outreach_app.errors import InvalidDraft, Problem
from ui.forms.field_box import GAP, FieldBox
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.translated import Text, Translated
from ui.words import problem_words

_WIDTH = 720
_ACROSS = 12
_PAUSE = 50  # ms between two looks at the mouse


class Draft(Protocol):
    """Any frozen dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


DraftT = TypeVar("DraftT", bound=Draft)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a draft. `editor` makes a widget that is an Editor; `width` in px, 0 for all."""

    name: str
    label: Text
    editor: Callable[[], QWidget]
    help: Text | None = None
    is_required: bool = False
    width: int = 0


class Form(Translated, Generic[DraftT]):
    """Rows of fields, each row a tuple. `check` is the function that the service calls too.

    A problem is said under its row, in room kept for one line, so that nothing moves. It appears
    once its field is left, and not while the mouse is pressed. One whose field is not in sight is
    said under all of them.
    """

    edited = Signal()

    def __init__(
        self,
        rows: Sequence[Sequence[Field]],
        draft: DraftT,
        check: Callable[[DraftT], Sequence[Problem]],
    ) -> None:
        super().__init__()
        self._draft = self._empty = draft
        self._check = check
        self._touched: set[str] = set()
        self._boxes: dict[str, FieldBox] = {}
        self._elsewhere = note(tone="late")
        self._is_waiting = False  # some problem is not shown yet
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._show_new_problems)
        app = cast("QApplication", QApplication.instance())
        app.focusChanged.connect(self._note_focus)
        self._build(rows)
        self.show_draft(draft)

    def field(self, name: str) -> FieldBox:
        """Return one field’s box, to join it with another."""
        return self._boxes[name]

    def show_draft(self, draft: DraftT) -> None:
        """Show another draft, with no errors yet."""
        self._draft = draft
        self._touched.clear()
        self._elsewhere.hide()
        for name, box in self._boxes.items():
            box.show_value(getattr(draft, name))

    def draft(self) -> DraftT:
        """Return what the form holds. Raises InvalidDraft, each problem shown in its place."""
        draft, problems = self._read_values()
        self.refuse(problems)
        if problems:
            sentences = dict.fromkeys(problem.message for problem in problems)
            raise InvalidDraft(" ".join(sentences), problems)
        return draft

    def begin(self) -> None:
        """Focus the first field in sight."""
        next(box for box in self._boxes.values() if box.isVisibleTo(self)).focus()

    def go_on(self) -> None:
        """Focus the last field in sight that differs from an empty form, or else the first."""
        filled = [
            box
            for name, box in self._boxes.items()
            if box.isVisibleTo(self) and getattr(self._draft, name) != getattr(self._empty, name)
        ]
        if filled:
            filled[-1].focus()
        else:
            self.begin()

    def confirm(self, **values: object) -> None:
        """Set values that no field holds, as confirmed by the user, from the next draft on."""
        self._draft = replace(self._draft, **values)

    def typed(self) -> DraftT:
        """Return what can be read of the form, valid or not: to keep it while it is typed."""
        return self._read_values()[0]

    def refuse(self, problems: Sequence[Problem]) -> None:
        """Show every problem of what was to be saved, and focus the first field that has one."""
        self._touched.update(self._boxes)
        self._is_waiting = False
        for name, message in self._messages(problems).items():
            self._boxes[name].show_problem(message)
        seen = {name for name, box in self._boxes.items() if box.isVisibleTo(self)}
        others = [problem_words(each) for each in problems if each.field not in seen]
        self._elsewhere.setText(" ".join(dict.fromkeys(others)))
        self._elsewhere.setVisible(bool(others))
        self._focus_first(problems)

    def retranslate(self) -> None:
        self._show_new_problems()

    def _read_values(self) -> tuple[DraftT, list[Problem]]:
        """Return the draft with what can be read, and everything that is wrong."""
        values, problems = {}, []
        for name, box in self._boxes.items():
            try:
                values[name] = box.editor.value()
            except ValueError as error:
                problems.append(Problem(name, "unreadable", str(error)))
        draft = replace(self._draft, **values)
        return draft, [*problems, *self._check(draft)]

    def _note_edit(self, name: str) -> None:
        self._touched.add(name)
        self._show_new_problems()
        self.edited.emit()

    def _note_focus(self) -> None:
        for box in self._boxes.values():
            if box.problem:
                box.place_problems()
        if self._is_waiting:
            self._pause.start()

    def _messages(self, problems: Sequence[Problem]) -> dict[str, str]:
        """Return what to show under each field; "" for nothing."""
        messages = dict.fromkeys(self._boxes, "")
        for problem in reversed(problems):  # the first of a field is shown
            if problem.field in self._touched:
                messages[problem.field] = problem_words(problem)
        return messages

    def _show_new_problems(self) -> None:
        """Show the problems of what is typed, except those that must wait."""
        is_clicking = bool(QApplication.mouseButtons().value or QApplication.activePopupWidget())
        self._is_waiting = False
        self._elsewhere.hide()
        for name, message in self._messages(self._read_values()[1]).items():
            box = self._boxes[name]
            if message and not box.problem and (is_clicking or box.is_entered):
                self._is_waiting = True
            else:
                box.show_problem(message)
        if self._is_waiting and is_clicking:
            self._pause.start()

    def _focus_first(self, problems: Sequence[Problem]) -> None:
        wrong = {problem.field for problem in problems}
        for name, box in self._boxes.items():
            if name in wrong:
                box.focus()
                return

    def _build(self, rows: Sequence[Sequence[Field]]) -> None:
        self.setMaximumWidth(_WIDTH)
        column = column_in(self, GAP)
        for fields in rows:
            row = QHBoxLayout()
            row.setSpacing(_ACROSS)
            for field in fields:
                row.addWidget(self._make_box(field), 0 if field.width else 1)
            if all(field.width for field in fields):
                row.addStretch(1)
            column.addLayout(row)
            boxes = [self._boxes[field.name] for field in fields]
            for box in boxes:  # the whole row is wide enough where a narrow field is not
                column.addWidget(box.keep_room(boxes))
        self._elsewhere.hide()
        column.addWidget(self._elsewhere)

    def _make_box(self, field: Field) -> FieldBox:
        widget = field.editor()
        box = FieldBox(field.label, widget, field.help, is_required=field.is_required)
        if field.width:
            box.setFixedWidth(field.width)
        box.editor.edited.connect(lambda *_value: self._note_edit(field.name))
        self._boxes[field.name] = box
        return box
