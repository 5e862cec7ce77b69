"""What a new user tries first: every list has a first step, Esc leads back."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from outreach_app import backup
from outreach_app.i18n import Language
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.partners import list_partners
from tests import makers
from tests.journeys.desk import CONTROL, Desk, Key, page_of
from ui.agenda.page import AgendaPage
from ui.communication.page import CommunicationPage
from ui.help.dialog import HelpDialog
from ui.history.dialog import HistoryDialog
from ui.meetings.points_table import PointsTable
from ui.preferences.page import PreferencesPage
from ui.summaries.page import SummariesPage
from ui.unlock.page import UnlockPage
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState

# The beginning of a word of the topic, without its article.
TOPIC = {Language.ARABIC: "إنا", Language.FRENCH: "écl"}
WORDS = {Language.ARABIC: "الزقاق مظلم", Language.FRENCH: "Ruelle sombre"}


def test_every_list_of_a_new_register_has_a_sentence_and_a_button(desk: Desk, store: Path) -> None:
    desk.start(store)
    desk.unlock()
    found = {}
    for key in ("meetings", "partners", "follow_up", "communication"):
        desk.go(key)
        tabs = getattr(desk.shell.page, "tabs", None)
        for place in range(tabs.count() if tabs else 1):
            if tabs:
                tabs.setCurrentIndex(place)
                QApplication.processEvents()
            shown = [it for it in desk.shell.page.findChildren(EmptyState) if it.isVisible()]
            steps = [it for empty in shown for it in empty.findChildren(Button) if it.isVisible()]
            assert all(empty.title.text() and empty.advice.text() for empty in shown), key
            found[key, place] = (len(shown) > 0, len(steps) > 0)
    assert not [place for place, steps in found.items() if steps != (True, True)]


def test_escape_leads_out_of_every_part_and_the_focus_stays_in_the_page(
    desk: Desk, register: Path
) -> None:
    desk.start(register)
    desk.unlock()
    desk.go("communication")
    for keys in (Key.Key_F12, Key.Key_F11, Key.Key_F12):
        desk.press(keys)
        form = page_of(desk, CommunicationPage).beside.form
        assert form is not None
        assert form.isVisible()
        desk.press(Key.Key_Escape)
        assert not form.isVisible()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert desk.shell.page.isAncestorOf(focused)
    desk.press(Key.Key_F1)
    (help_,) = desk.window.findChildren(HelpDialog)
    assert_escape_closes(desk, help_)
    desk.go("meetings")  # whose list has the focus at once
    desk.press(Key.Key_F4)
    (history,) = desk.meetings.findChildren(HistoryDialog)
    assert_escape_closes(desk, history)
    desk.go("partners")
    desk.partners.search()
    desk.press(Key.Key_K, CONTROL)
    assert QApplication.focusWidget() is not desk.partners.list.words
    desk.press(Key.Key_Escape)
    assert QApplication.focusWidget() is desk.partners.list.words
    desk.partners.review_duplicates()
    desk.press(Key.Key_Escape)
    assert desk.partners.list.isVisible()
    desk.shell.show_page("preferences")  # Ctrl has nine numbers
    page = page_of(desk, PreferencesPage)
    for way in (page.show_backups, page.change_office):
        way.click()
        assert not way.isVisible()
        desk.press(Key.Key_Escape)
        assert way.isVisible(), way.accessibleName()


def test_a_session_costs_few_keys_and_its_open_cell_is_saved(
    desk: Desk, register: Path, language: Language
) -> None:
    desk.start(register)
    desk.unlock()
    before = desk.keyboard.pressed
    desk.go("meetings")
    desk.press(Key.Key_N, CONTROL)
    editor = desk.meetings.editor
    desk.reach(editor.head.attendance)
    desk.type("nakh")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_F6)
    for place in range(4):
        desk.type(TOPIC[language])
        desk.press(Key.Key_Return)
        desk.type(f"{WORDS[language]} {place}")
        if place < 3:
            desk.press(Key.Key_Return, times=2)
    desk.press(Key.Key_Return, CONTROL)  # the last words are in an open cell
    assert desk.keyboard.pressed - before <= 42
    desk.wait(lambda: isinstance(desk.shell.page, SummariesPage))
    with desk.shell.context.office.database.read() as session:
        (meeting,) = (row for row in list_meetings(session, 3) if row.number.startswith("03"))
    assert meeting.is_held


def test_a_backup_takes_the_place_of_the_register_and_nothing_is_lost(
    desk: Desk, register: Path
) -> None:
    desk.start(register)
    desk.unlock()
    office = desk.shell.context.office
    kept = office.back_up()
    makers.write_partner(office.database, name_ar="كُتبت بعد النسخة", name_fr=None, phone=None)
    before = len(desk.shell.context.read(list_partners))
    desk.shell.show_page("preferences")  # Ctrl has nine numbers
    page = page_of(desk, PreferencesPage)
    page.show_backups.click()
    desk.wait(lambda: all(row.records for row in page.backups._rows))
    page.backups.put_back.click()
    assert "1" in page.backups.asking.words.text()
    desk.press(Key.Key_Escape)
    assert not page.backups.asking.isVisible()
    page.backups.put_back.click()
    page.backups.asking.confirm.click()
    desk.wait(lambda: isinstance(desk.program.gate.currentWidget(), UnlockPage))
    gate = desk.program.gate.currentWidget()
    assert isinstance(gate, UnlockPage)
    assert gate.backup.file == kept
    assert gate.backup.keep.isVisible()
    desk.unlock()
    assert len(desk.shell.context.read(list_partners)) == before - 1
    # What was recorded later is in the newest backup beside the register.
    newest = backup.newest(register)[0]
    assert newest != kept
    assert list(register.parent.glob(f"{register.name}*"))


def test_planning_opens_the_week_with_a_form_and_no_points(desk: Desk, register: Path) -> None:
    desk.start(register)
    desk.unlock()
    desk.go("agenda")
    desk.press(Key.Key_N, CONTROL)
    page = page_of(desk, AgendaPage)
    assert page.schedule.isVisible()
    assert page.week.isVisible()
    assert not page.schedule.findChildren(PointsTable)
    desk.type("nakh")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Return, CONTROL)
    with desk.shell.context.office.database.read() as session:
        (planned,) = (row for row in list_meetings(session) if row.status == "planned")
    assert planned.held_on >= date(2000, 1, 1)


def assert_escape_closes(desk: Desk, dialog: QDialog) -> None:
    dialog.activateWindow()  # as a window manager does
    QApplication.processEvents()
    desk.press(Key.Key_Escape)
    assert not dialog.isVisible()
