"""The version, the components used, and a report for technical support."""

from PySide6.QtWidgets import QWidget

from outreach_app import __version__, error_log, parts
from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.updates import read_update, update_words
from ui.context import AppContext
from ui.files import file_kind
from ui.preferences.text_dialog import ShownText, TextDialog
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, note
from ui.widgets.layouts import column_in, row_of


class AboutSection(QWidget):
    """Nothing is sent: a report is a file, which is read here before it is written."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.version = Label(_version_words, pixels=12, tone="muted")
        self.licences = Button(lambda: _("Licences"), "file-text")
        self.report = Button(lambda: _("Report a problem"), "lifebuoy")
        self.update_file = Button(lambda: _("Check an update file"), "shield-check")
        self.said = note(tone="text")
        self._build()
        self.licences.clicked.connect(self._show_licences)
        self.report.clicked.connect(self._show_report)
        self.update_file.clicked.connect(self._check_update)

    def _build(self) -> None:
        column = column_in(self, 8)
        column.addWidget(self.version)
        column.addLayout(row_of(self.licences, self.report, self.update_file))
        column.addWidget(self.said)

    def _check_update(self) -> None:
        """Show whether a package is genuine, without opening or installing it."""
        kind = file_kind(_("Packages"), ".deb", ".exe", ".msi")
        path = self._context.files.ask_file(self, _("Check an update file"), kind)
        if path is None:
            return
        try:
            self.said.setText(update_words(read_update(path)))
        except OutreachError as error:
            self.said.setText(error.message)

    def _show_licences(self) -> None:
        advice = _("What the program is made of, with the licence of each part.")
        self._show(ShownText(_("Licences"), advice, parts.licences(), "outreach-licences.txt"))

    def _show_report(self) -> None:
        advice = _(
            "This is all that the report contains: no data of the register, no names, none of "
            "your files. Save it, and give it to the person who helps you."
        )
        report = ShownText(_("Report a problem"), advice, error_log.report(), "outreach-report.txt")
        self._show(report)

    def _show(self, shown: ShownText) -> None:
        TextDialog(shown, self._context.files, self.window()).open()


def _version_words() -> str:
    """Return the name that the window bears, and the version."""
    return " ".join((_("Community-outreach register"), isolate(__version__)))
