"""The shell: pages built once, when first shown; keys, language, Undo, office."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app import accounts, i18n
from outreach_app.actors import Actor, Role, role_words
from outreach_app.errors import NotAllowed
from outreach_app.i18n import ScreenLanguage
from outreach_app.services.offices import change_office
from outreach_app.startup import OpenOffice
from tests import makers
from ui.changes import Topic
from ui.context import AppContext
from ui.page import Page
from ui.pages import PRECINCT_PAGES, PageEntry
from ui.requests import (
    LogSession,
    NewEntry,
    NewPartner,
    OpenMeeting,
    OpenPartner,
    OpenPrecinct,
    PlanMeeting,
)
from ui.settings import Settings
from ui.shell import Shell
from ui.tasks import Tasks
from ui.widgets.page_header import PageHeader
from ui.widgets.search_box import NARROW, WIDE, SearchBox

CTRL = Qt.KeyboardModifier.ControlModifier


class Sheet(Page[OpenPartner]):
    """A page that records its requests."""

    made = 0

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        Sheet.made += 1
        self.context = context
        self.record: UUID | None = None
        self.searches = 0
        self.language = ""

    def retranslate(self) -> None:
        self.language = i18n.current().value

    def take(self, request: OpenPartner) -> None:
        self.record = request.uid

    def search(self) -> None:
        self.searches += 1


ENTRIES = tuple(
    PageEntry(key, lambda: f"Page {i18n.current().value}", "chats", Sheet, takes)
    for key, takes in (("first", ()), ("second", OpenMeeting), ("third", OpenPartner))
)


@pytest.fixture
def shell(qtbot: QtBot, office: OpenOffice, settings: Settings, tasks: Tasks) -> Shell:
    Sheet.made = 0
    shell = Shell(office, settings, tasks, ENTRIES)
    qtbot.addWidget(shell)
    shell.resize(1366, 768)
    shell.show()
    shell.activateWindow()
    return shell


def sheet(shell: Shell) -> Sheet:
    assert isinstance(shell.page, Sheet)
    return shell.page


def test_pages_are_built_when_they_are_first_shown_and_kept(shell: Shell) -> None:
    assert Sheet.made == 1
    first = shell.page
    shell.show_page("second")
    assert Sheet.made == 2
    shell.show_page("first")
    assert shell.page is first
    assert Sheet.made == 2


def test_a_page_leads_to_a_record_of_another(shell: Shell) -> None:
    uid = uuid4()
    sheet(shell).context.open_page(OpenPartner(uid))
    assert sheet(shell).record == uid
    assert shell._key == "third"
    with pytest.raises(LookupError):
        shell.open_page(OpenPrecinct(uid))
    with pytest.raises(KeyError):
        shell.show_page("no such page")


def test_no_form_begins_that_the_account_cannot_save(shell: Shell, office: OpenOffice) -> None:
    """Whatever leads to it: a key, a row that was found, a link that was drawn before."""
    office.database.actor = Actor.READER
    for request in (LogSession(), PlanMeeting(), NewPartner(), NewEntry("rumour")):
        with pytest.raises(NotAllowed):
            shell.open_page(request)
    assert shell._key == "first"


def test_keys_go_to_pages(shell: Shell) -> None:
    first = shell.page
    QTest.keyClick(shell, Qt.Key.Key_2, CTRL)
    assert shell.page is not first
    QTest.keyClick(shell, Qt.Key.Key_1, CTRL)
    assert shell.page is first


def test_tab_stays_beside_the_rail_until_its_key_leads_there(shell: Shell) -> None:
    line = QLineEdit(shell.page)
    line.show()
    shell.show_page("first")
    line.setFocus()
    for _step in range(10):
        focused = shell.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert not shell.rail.isAncestorOf(shell.focusWidget())
    QTest.keyClick(shell, Qt.Key.Key_0, CTRL)
    for _step in range(5):
        focused = shell.focusWidget()
        assert focused is not None
        assert shell.rail.isAncestorOf(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    QTest.keyClick(shell, Qt.Key.Key_0, CTRL)
    assert shell.page.isAncestorOf(shell.focusWidget())


def test_ctrl_k_searches_the_page_until_a_search_is_set(shell: Shell) -> None:
    QTest.keyClick(shell, Qt.Key.Key_K, CTRL)
    assert sheet(shell).searches == 1
    searched: list[str] = []
    shell.set_search(lambda: searched.append("everything"))
    QTest.keyClick(shell, Qt.Key.Key_K, CTRL)
    assert searched == ["everything"]
    assert sheet(shell).searches == 1


def test_every_page_has_the_search_in_sight(
    qtbot: QtBot, office: OpenOffice, settings: Settings, tasks: Tasks
) -> None:
    shell = Shell(office, settings, tasks)
    qtbot.addWidget(shell)
    shell.resize(1366, 768)
    shell.show()
    searched: list[str] = []
    shell.set_search(lambda: searched.append(shell._key))
    for entry in PRECINCT_PAGES:
        shell.show_page(entry.key)
        (box,) = (it for it in shell.page.findChildren(SearchBox) if it.isVisible())
        assert box.width() == WIDE, entry.key
        box.click()
    assert searched == [entry.key for entry in PRECINCT_PAGES]
    header = shell.page.findChildren(PageHeader)[0]
    header.resize(header.minimumSizeHint())
    assert header.search.width() == NARROW


def test_the_language_switches_live_and_is_remembered(
    qtbot: QtBot, shell: Shell, settings: Settings
) -> None:
    assert shell.rail.register.office.text().endswith("النخيل")
    shell.rail.language.click()
    qtbot.waitUntil(lambda: sheet(shell).language == "fr")
    assert shell.rail.register.office.text().endswith("Annakhil")
    assert shell.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert shell.rail.x() == 0
    assert settings.language is ScreenLanguage.FRENCH
    shell.rail.language.click()
    qtbot.waitUntil(lambda: sheet(shell).language == "ar")
    qtbot.waitUntil(lambda: shell.rail.x() > 0)


def test_the_rail_has_one_width_in_both_languages(qtbot: QtBot, shell: Shell) -> None:
    width = shell.rail.width()
    shell.rail.language.click()
    qtbot.waitUntil(lambda: sheet(shell).language == "fr")
    assert shell.rail.width() == width == 184


def test_what_a_page_did_is_said_and_undone(shell: Shell) -> None:
    undone: list[str] = []
    sheet(shell).context.status("Deleted", lambda: undone.append("undone"))
    assert shell.status.message == "Deleted"
    QTest.keyClick(shell, Qt.Key.Key_Z, CTRL)
    assert undone == ["undone"]


def test_a_sample_says_so_in_the_rail(qtbot: QtBot, shell: Shell, office: OpenOffice) -> None:
    assert not shell.rail.register.sample.isVisible()
    with office.database.write(Actor.CHIEF) as session:
        change_office(session, replace(makers.office_draft(), is_sample=True))
    shell.retranslate()
    assert shell.rail.register.sample.isVisible()
    shell.resize(1024, 700)
    mark = shell.rail.register.sample_mark  # there is no space for text
    qtbot.waitUntil(mark.isVisible)
    assert mark.toolTip()


def test_the_open_account_is_named_beside_others_in_the_rail(
    qtbot: QtBot, shell: Shell, office: OpenOffice
) -> None:
    block = shell.rail.register
    assert not block.account.isVisible()
    accounts.add_account(office.database, office.folder, Role.SECRETARY)
    shell.changes.tell({Topic.OFFICE})
    assert role_words(Role.CHIEF) in block.account.text()
    assert block.account.isVisible()
    shell.resize(1024, 700)
    qtbot.waitUntil(block.account_mark.isVisible)
    assert role_words(Role.CHIEF) in block.account_mark.toolTip()


def test_a_replaced_store_is_told(
    qtbot: QtBot, office: OpenOffice, settings: Settings, tasks: Tasks
) -> None:
    office.notice = "The store was damaged."
    shell = Shell(office, settings, tasks, ENTRIES)
    qtbot.addWidget(shell)
    assert shell.banner.words.strip("\u2068\u2069") == "The store was damaged."


def test_every_page_of_the_program_opens(
    qtbot: QtBot, office: OpenOffice, settings: Settings, tasks: Tasks
) -> None:
    shell = Shell(office, settings, tasks)
    qtbot.addWidget(shell)
    for entry in PRECINCT_PAGES:
        shell.show_page(entry.key)
        assert entry.title()
