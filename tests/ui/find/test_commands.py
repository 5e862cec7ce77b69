"""Ctrl+K leads to what the rail does not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app.i18n import gettext as _
from outreach_app.queries.partners import list_partners
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.commanded import words_of
from tests.ui.recorded import type_words
from ui.communication.page import CommunicationPage
from ui.duplicates.page import DuplicatesPage
from ui.exchange.page import SEND, ExchangePage
from ui.find.entries import commands_named
from ui.find.overlay import FindOverlay
from ui.partners.page import PartnersPage
from ui.preferences.page import PreferencesPage
from ui.settings import Settings
from ui.shell import Shell
from ui.summaries.page import SummariesPage
from ui.tasks import Tasks
from ui.widgets.page_header import PageHeader

# Actions under “…” that Ctrl+K does not begin from another page, and why.
_ONLY_THERE = {
    "Save for Word": "the document is chosen on the page",
    "Open the folder": "nothing was saved before the page was shown",
}


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


@pytest.mark.parametrize("role", ["office", "headquarters"])
def test_the_parts_of_the_exchange_are_commands(
    qtbot: QtBot, request: pytest.FixtureRequest, settings: Settings, tasks: Tasks, role: str
) -> None:
    shell = Shell(request.getfixturevalue(role), settings, tasks)
    qtbot.addWidget(shell)
    page, *parts = commands_named(shell.commands(), "التبادل")
    assert page.words() == "التبادل"
    assert len(parts) == 4
    to_send = next(it for it in parts if it.words() == "التبادل: الملفات المراد إرسالها")
    to_send.do()
    assert isinstance(shell.page, ExchangePage)
    assert shell.page.tabs.currentIndex() == SEND


@pytest.mark.parametrize("role", ["office", "headquarters"])
def test_what_is_under_more_on_a_page_is_begun_from_everywhere(
    qtbot: QtBot, request: pytest.FixtureRequest, settings: Settings, tasks: Tasks, role: str
) -> None:
    shell = Shell(request.getfixturevalue(role), settings, tasks)
    qtbot.addWidget(shell)
    named = words_of(shell.commands())
    assert len(set(named)) == len(named)
    for entry in shell._entries.values():
        shell.show_page(entry.key)
        begun = {action.button(shell.page) for action in entry.actions}
        for button in (it for head in shell.findChildren(PageHeader) for it in head._rest):
            if shell.page.isAncestorOf(button) and button.accessibleName() not in named:
                is_there = button.accessibleName() in map(_, _ONLY_THERE)
                assert button in begun or is_there, (entry.key, button.accessibleName())


def test_two_partners_that_nothing_likens_are_merged_by_hand_from_ctrl_k(
    qtbot: QtBot, office: OpenOffice, settings: Settings, tasks: Tasks
) -> None:
    makers.write_partner(office.database, name_ar="جمعية الأمل", name_fr=None, phone="0522000001")
    makers.write_partner(office.database, name_ar="نادي الشباب", name_fr=None, phone="0522000002")
    makers.write_partner(office.database, name_ar="مخبزة السلام", name_fr=None, phone=None)
    shell = Shell(office, settings, tasks)
    qtbot.addWidget(shell)
    shell.offer_search()
    shell.resize(1366, 768)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    shell.show_page("partners")
    partners = shell.page
    assert isinstance(partners, PartnersPage)
    view = partners.list.table.view
    view.selectAll()
    assert _("Merge them") not in words_of(partners.commands())  # three
    partners.list.table.select(0)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    pair = [row.uid for row in partners.list.table.chosen_rows()]
    (find,) = shell.findChildren(FindOverlay)
    QTest.keyClick(view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(find.isVisible)
    type_words(find.line, f"> {_('Merge them')}")
    QTest.keyClick(find.line, Qt.Key.Key_Return)
    (page,) = shell.findChildren(DuplicatesPage)
    qtbot.waitUntil(lambda: page.row is not None)
    assert page.list.count() == 1
    assert _("Chosen by hand") in page.list.item(0).text()
    QTest.keyClick(page.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.row is None)
    assert len(shell.context.read(list_partners)) == 2
    shell.status.undo()
    qtbot.waitUntil(lambda: page.row is not None)  # both are there again, side by side
    assert {row.uid for row in shell.context.read(list_partners)} > set(pair)
