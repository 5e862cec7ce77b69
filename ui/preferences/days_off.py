"""Days off beyond the public holidays: added, removed, and taken back."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.i18n import Language, current, isolate
from outreach_app.i18n import gettext as _
from outreach_app.rules.text import clean_line
from outreach_app.rules.working_days import Holiday
from ui.context import AppContext
from ui.fonts import fix_width
from ui.forms.date_editor import DateEditor
from ui.forms.field_box import FieldBox
from ui.undone import undone_words
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import Label, note
from ui.widgets.layouts import column_in, row_in
from ui.widgets.line_field import LineField
from ui.widgets.translated import Translated
from ui.words import day_words

_MAX_NAME = 60
_DAY, _NAME = 200, 280


class DaysOffSection(Translated):
    """`changed` notifies the pages that show the days; a name in one language serves for both."""

    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._settings = context.settings
        self.day = DateEditor()
        self.day_box = FieldBox(lambda: _("Day"), self.day, None, is_required=True)
        self.names = {
            Language.ARABIC: LineField(lambda: _("Name in Arabic"), Language.ARABIC),
            Language.FRENCH: LineField(lambda: _("Name in French"), Language.FRENCH),
        }
        self.add = Button(lambda: _("Add the day off"), "plus")
        self._lines = QVBoxLayout()
        self._build()
        self._connect()
        self.retranslate()

    def store(self) -> None:
        """Add what is typed, or show the error under each field."""
        day, names = self._typed_day(), self._typed_names()
        if day is None or names is None:
            return
        holiday = Holiday(day, *names)
        self._add_holiday(holiday)
        self._say(_("The day off was added."), partial(self._drop, holiday))
        for editor in (self.day, *(field.line for field in self.names.values())):
            editor.clear()
        self.day.setFocus()

    def remove(self, holiday: Holiday) -> None:
        """Remove a day off."""
        self._drop(holiday)
        self._say(_("The day off was removed."), partial(self._add_holiday, holiday))
        self.day.setFocus()

    def retranslate(self) -> None:
        self.day_box.show_problem("")
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for holiday in self._settings.days_off:
            self._lines.addWidget(self._line(holiday))

    def _typed_day(self) -> date | None:
        """Return the typed day; show the error and return None if it cannot be added."""
        try:
            day = self.day.value()
        except ValueError as error:
            self.day_box.show_problem(str(error))
            return None
        if not isinstance(day, date):
            self.day_box.show_problem(
                _("A date from 1900 to 2099 is needed. Type it as 05/01/2026.")
            )
            return None
        if any(day == each.day for each in self._settings.days_off):
            self.day_box.show_problem(_("This day is off already. Remove it to rename it."))
            return None
        self.day_box.show_problem("")
        return day

    def _typed_names(self) -> tuple[str, str] | None:
        """Return the Arabic and French names; show the error and return None if both are empty."""
        arabic, french = (clean_line(field.text()) for field in self.names.values())
        is_missing = not arabic and not french
        words = _("A name is required, in Arabic or in French.") if is_missing else ""
        self.names[current()].say(words)
        if is_missing:
            return None
        return arabic or french, french or arabic

    def _add_holiday(self, holiday: Holiday) -> None:
        self._keep((*self._settings.days_off, holiday))

    def _drop(self, holiday: Holiday) -> None:
        self._keep(tuple(each for each in self._settings.days_off if each != holiday))

    def _say(self, said: str, way_back: Callable[[], None]) -> None:
        words = undone_words(said)

        def take_back() -> None:
            way_back()
            self._context.status(words())

        self._context.status(said, take_back)

    def _keep(self, days_off: tuple[Holiday, ...]) -> None:
        self._settings.days_off = tuple(sorted(days_off, key=lambda each: each.day))
        self._settings.save()
        self.retranslate()
        self.changed.emit()

    def _line(self, holiday: Holiday) -> QWidget:
        widget = QWidget()
        row = row_in(widget, 8)
        words = Label()
        words.setText(f"{day_words(holiday.day)} · {isolate(holiday.label(current()))}")
        cross = IconButton(lambda: _("Remove {day}").format(day=day_words(holiday.day)), "x")
        cross.clicked.connect(partial(self.remove, holiday))
        row.addWidget(words)
        row.addWidget(cross)
        row.addStretch(1)
        return widget

    def _build(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(8)
        fix_width(self.day_box, _DAY)
        fields.addWidget(self.day_box)
        for field in self.names.values():
            field.setFixedWidth(_NAME)
            field.line.setMaxLength(_MAX_NAME)
            fields.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        fields.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        column = column_in(self, 8)
        self._lines.setSpacing(4)
        column.addWidget(
            note(
                lambda: _(
                    "In addition to the public holidays: for example a day declared by circular."
                )
            )
        )
        column.addLayout(self._lines)
        column.addLayout(fields)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.add.clicked.connect(self.store)
        for editor in (self.day, *(field.line for field in self.names.values())):
            editor.returnPressed.connect(self.store)
