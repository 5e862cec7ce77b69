"""The step that names the office: what every document will print at its head."""

from collections.abc import Iterator, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.rules.kinds import OfficeRole
from outreach_app.rules.text import is_in_letters_of
from outreach_app.services.offices import OfficeDraft, check_typed_office
from ui.first_run.cities import city_names
from ui.first_run.city_line import CityLine
from ui.first_run.roles import FIELDS, ROLES
from ui.first_run.step import FirstRunStep
from ui.languages import in_language
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.letterhead import Letterhead
from ui.widgets.line_field import LineField
from ui.widgets.translated import Retranslating

# Milliseconds after the last key before the previews are made again.
_PAUSE = 150
_ARABIC, _FRENCH = Language.ARABIC, Language.FRENCH
# The texts of documents, which have their own language, not the screen's.
_KINGDOM = {_ARABIC: "المملكة المغربية", _FRENCH: "Royaume du Maroc"}
_MINISTRY = {_ARABIC: "وزارة الداخلية", _FRENCH: "Ministère de l’Intérieur"}
_DIRECTORATE = {
    _ARABIC: "المديرية العامة للأمن الوطني",
    _FRENCH: "Direction générale de la Sûreté nationale",
}
_REQUIRED = ("name", "city", "chief_title")
_MINISTRY_LINE, _ADDED = "ministry", "added"  # beside the fields, in what `typed` returns
_LONG = ("chief_title", "recipient")  # each language has the whole width


class OfficeStep(Retranslating, FirstRunStep):
    """Two columns of fields, Arabic and French; `previewed` asks for new previews."""

    previewed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._role = OfficeRole.PRECINCT
        self.number = LineField(lambda: _("Number of the precinct"))
        self.has_ministry = QCheckBox()
        self.fields = {
            (name, language): LineField(
                partial(self._label, name, language),
                language,
                is_required=name in _REQUIRED,
                line=CityLine(language) if name == "city" else None,
            )
            for name in FIELDS
            for language in Language
        }
        self._note = note(lambda: _("* required"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build()
        self._connect()
        self.show_role(OfficeRole.PRECINCT)
        self.retranslate()

    def show_role(self, role: OfficeRole) -> None:
        """Ask what an office of this role prints; a title that the person wrote stays."""
        former, self._role = ROLES[self._role], role
        asked = ROLES[role]
        for (name, language), field in self.fields.items():
            field.setVisible(name in asked.labels)
            field.line.setPlaceholderText(asked.examples.get(name, {}).get(language, ""))
            field.retranslate()
        for language in Language:
            line = self.fields["chief_title", language].line
            if line.text() in {"", former.chief_title[language]}:
                line.setText(asked.chief_title[language])
                line.setCursorPosition(0)
        self.number.setVisible(asked.has_number)
        self.previewed.emit()

    def retranslate(self) -> None:
        self.has_ministry.setText(_("Add the line of the Ministry of the Interior"))

    def fill(self, texts: Mapping[str, str]) -> None:
        """Fill in the given texts, by field and language (`city_ar`), the rest as it is."""
        lines = {name: field.line for name, field in self._named_fields()}
        for name, text in texts.items():
            if line := lines.get(name):
                line.setText(text)
                line.setCursorPosition(0)
        self.has_ministry.setChecked(texts.get(_MINISTRY_LINE, "") == _ADDED)

    def typed(self) -> dict[str, str]:
        """Return the texts of the fields as `fill` takes them; the title alone is none typed."""
        texts = {name: field.text() for name, field in self._named_fields() if field.text()}
        if all(name.startswith("chief_title") for name in texts):
            return {}
        return texts | ({_MINISTRY_LINE: _ADDED} if self.has_ministry.isChecked() else {})

    def title(self) -> str:
        return ROLES[self._role].title()

    def advice(self) -> str:
        return _(
            "This appears at the top of every document, in Arabic and in French; the addressee, of "
            "covering notes alone."
        )

    def begin(self) -> None:
        self.fields["name", _ARABIC].line.setFocus()

    def draft(self) -> OfficeDraft:
        """Return the office as it is typed."""

        def text(name: str, language: Language) -> str:
            return self.fields[name, language].text()

        return OfficeDraft(
            role=self._role,
            number=self.number.text() or None if ROLES[self._role].has_number else None,
            name_ar=text("name", _ARABIC),
            name_fr=text("name", _FRENCH),
            city_ar=text("city", _ARABIC),
            city_fr=text("city", _FRENCH),
            chief_title_ar=text("chief_title", _ARABIC),
            chief_title_fr=text("chief_title", _FRENCH),
            letterhead_ar="\n".join(self.letterhead(_ARABIC).lines),
            letterhead_fr="\n".join(self.letterhead(_FRENCH).lines),
            recipient_ar=text("recipient", _ARABIC) or None,
            recipient_fr=text("recipient", _FRENCH) or None,
        )

    def letterhead(self, language: Language) -> Letterhead:
        """Return the head of a document in one language; empty lines are left out."""
        role = ROLES[self._role]
        text = {name: self.fields[name, language].text() for name in role.labels}
        lines = (
            _KINGDOM[language],
            _MINISTRY[language] if self.has_ministry.isChecked() else "",
            _DIRECTORATE[language],
            text["command"],
            text.get("district", ""),
            f"{role.unit[language]} {text['name']}".strip(),
        )
        return Letterhead(tuple(filter(None, lines)), text["city"], text["recipient"])

    def check(self) -> bool:
        problems = {problem.field: problem.message for problem in check_typed_office(self.draft())}
        for language in Language:
            letterhead = problems.pop(f"letterhead_{language}", "")
            if letterhead and f"name_{language}" not in problems:
                problems[f"{self._line_in_other_letters(language)}_{language}"] = letterhead
        self.number.say(problems.get("number", ""))
        for (name, language), field in self.fields.items():
            field.say(problems.get(f"{name}_{language}", ""))
        wrong = [field for field in self.fields.values() if field.problem.text()]
        if wrong:
            wrong[0].line.setFocus()
        return not problems

    def _line_in_other_letters(self, language: Language) -> str:
        """Return the field to mark for a letterhead that cannot be printed."""
        typed = {name: self.fields[name, language].text() for name in ("district", "command")}
        wrong = [name for name, text in typed.items() if not is_in_letters_of(text, language)]
        return wrong[0] if wrong else "command"

    def _named_fields(self) -> Iterator[tuple[str, LineField]]:
        for (name, language), field in self.fields.items():
            yield f"{name}_{language}", field
        yield "number", self.number

    def _label(self, name: str, language: Language) -> str:
        # A field that this role does not ask keeps the words of the one that does.
        text = ROLES[self._role].labels.get(name) or ROLES[OfficeRole.PRECINCT].labels[name]
        return in_language(text(), language)

    def _connect(self) -> None:
        self._pause.timeout.connect(self.previewed)
        self.has_ministry.toggled.connect(lambda _is_on: self._pause.start())
        for field in self.fields.values():
            field.line.textChanged.connect(lambda _text: self._pause.start())
        for language in Language:
            line = self.fields["city", language].line
            line.editingFinished.connect(lambda language=language: self._pair_city(language))

    def _pair_city(self, language: Language) -> None:
        """Fill in the other name of a known city, unless the person wrote one."""
        other = self.fields["city", language.other].line
        name = city_names(language).get(self.fields["city", language].text())
        if name and not other.text():
            other.setText(name)

    def _build(self) -> None:
        layout = column_in(self, 8)
        fields = QWidget()
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for (name, language), field in self.fields.items():
            row, is_long, is_second = grid.rowCount(), name in _LONG, language is _FRENCH
            if is_second and not is_long:
                row -= 1
            # What is wrong under one field does not push the label of the other down.
            span, column = (2, 0) if is_long else (1, int(is_second))
            grid.addWidget(field, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.number, grid.rowCount(), 0)
        for widget in (fields, self.has_ministry, self._note):
            layout.addWidget(widget)
        layout.addStretch(1)
