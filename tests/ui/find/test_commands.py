"""Ctrl+K leads to what the rail does not."""

from pytestqt.qtbot import QtBot

from outreach_app.i18n import gettext as _
from outreach_app.startup import OpenOffice
from ui.communication.page import CommunicationPage
from ui.find.entries import commands_named
from ui.partners.page import PartnersPage
from ui.preferences.page import PreferencesPage
from ui.settings import Settings
from ui.shell import Shell
from ui.summaries.page import SummariesPage
from ui.tasks import Tasks


def test_the_screens_of_the_settings_are_commands(
    qtbot: QtBot, office: OpenOffice, settings: Settings, tasks: Tasks
) -> None:
    shell = Shell(office, settings, tasks)
    qtbot.addWidget(shell)
    for name in (_("Retention"), _("Backups"), _("Accounts")):
        (command,) = commands_named(shell.commands(), name)
        command.do()
        assert isinstance(shell.page, PreferencesPage)
        assert shell.page.open_screen is not None
        assert shell.page.open_screen.isVisibleTo(shell)
        shell.page.leave()


def test_documents_forms_and_duplicates_are_commands(
    qtbot: QtBot, office: OpenOffice, settings: Settings, tasks: Tasks
) -> None:
    shell = Shell(office, settings, tasks)
    qtbot.addWidget(shell)
    for typed, page in {
        "تسليم": SummariesPage,
        "برنامج": SummariesPage,
        "حملة": CommunicationPage,
        "أبواب": CommunicationPage,
        "مكررة": PartnersPage,
    }.items():
        (command,) = commands_named(shell.commands(), typed)
        command.do()
        assert isinstance(shell.page, page), typed
        if isinstance(shell.page, SummariesPage):
            assert shell.page.choices.kinds.currentText() == command.words()
        if isinstance(shell.page, CommunicationPage):
            shown = shell.page.awareness_form.form.field("kind").editor.value()
            assert shown == {"حملة": "mt.awareness", "أبواب": "mt.openday"}[typed]
