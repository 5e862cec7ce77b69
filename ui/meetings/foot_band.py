"""The foot of a session: the assessment and the next meeting."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app.i18n import gettext as _
from ui.forms.editors import LineEditor, TextEditor
from ui.forms.number_editors import DateEditor, TimeEditor
from ui.meetings.band import Band
from ui.meetings.labelled import Labelled
from ui.meetings.session_sheet import SessionSheet


class FootBand(Band):
    """The reason for keeping sensitive words is asked for only where there are some."""

    def __init__(self) -> None:
        super().__init__()
        self.assessment = TextEditor(60)
        self.reason = LineEditor()
        self.next_on, self.next_at = DateEditor(), TimeEditor()
        self._build()
        self._connect()

    def show_sheet(self, sheet: SessionSheet) -> None:
        """Show the foot of a sheet."""
        self.assessment.setPlainText(sheet.assessment)
        self.reason.setText(sheet.sensitive_reason)
        self.next_on.setText(sheet.next_on)
        self.next_at.setText(sheet.next_at)
        self.ask_reason(is_asked=bool(sheet.sensitive_reason))

    def filled(self, sheet: SessionSheet) -> SessionSheet:
        """The sheet with what stands in this band."""
        return replace(
            sheet,
            assessment=self.assessment.toPlainText(),
            sensitive_reason=self.reason.text(),
            next_on=self.next_on.text(),
            next_at=self.next_at.text(),
        )

    def ask_reason(self, *, is_asked: bool) -> None:
        """Show or hide the reason for keeping sensitive words."""
        self.fields["sensitive_reason"].setVisible(is_asked)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 8, 24, 2)
        layout.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(12)
        layout.addLayout(row)
        for name, label, widget, width in (
            ("assessment", lambda: _("Assessment, apart from the facts"), self.assessment, 0),
            ("sensitive_reason", lambda: _("Why sensitive words are kept"), self.reason, 240),
            ("next_on", lambda: _("Next meeting"), self.next_on, 136),
            ("next_at", lambda: _("At"), self.next_at, 88),
        ):
            self.fields[name] = Labelled(label, widget, width)
            row.addWidget(self.fields[name], 0 if width else 1)
        layout.addWidget(self.problem_line)

    def _connect(self) -> None:
        self.assessment.textChanged.connect(self.edited)
        for line in (self.reason, self.next_on, self.next_at):
            line.textEdited.connect(self.edited)
