"""A forgotten passphrase at the precinct: requested, answered and replaced, in both windows."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app import startup
from outreach_app.i18n import Language
from outreach_app.startup import OpenOffice
from tests import makers
from tests.core.exchange.helping import enrol_each_other
from tests.ui.exchange.desk import Desk, Stick, StickFiles
from ui import languages
from ui.exchange.page import LOG, STATIONS
from ui.tasks import Tasks
from ui.unlock.asking import AskingPage

NEW = "another invented passphrase"
SIGNS = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))


@pytest.fixture
def asking(
    office: OpenOffice,
    headquarters: OpenOffice,
    tmp_path: Path,
    tasks: Tasks,
    stick: Stick,
    qtbot: QtBot,
) -> AskingPage:
    """Return the locked window of the precinct; its store is a copy, as the first stays open."""
    enrol_each_other(office, headquarters)
    office.database.checkpoint()
    left_out = shutil.ignore_patterns("*.lock", "*.open", ".*", "backups")
    folder = Path(shutil.copytree(office.folder, tmp_path / "locked", ignore=left_out))
    page = AskingPage(folder, tasks, StickFiles(stick))
    qtbot.addWidget(page)
    page.show()
    page.setFocus()
    return page


def press_enter(page: AskingPage) -> None:
    focused = page.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)


def digits_on(page: AskingPage) -> str:
    """Return the digits as shown, with isolates."""
    return page.fingerprint.text()[1:-1]


def answer(headquarters: Desk, stick: Stick, digits: str, key: str) -> None:
    """Answer as headquarters, with the stick and the telephone."""
    headquarters.page.tabs.setCurrentIndex(STATIONS)
    pane = headquarters.page.stations
    headquarters.files.card = stick.folder / "own.outreach-request"
    headquarters.press(pane.forgotten)
    QTest.keyClicks(pane.answering.typed.line, digits)
    QTest.keyClicks(pane.answering.key.line, key)
    headquarters.press(pane.answering.write)


def test_headquarters_answers_and_a_new_passphrase_is_chosen(
    asking: AskingPage, headquarters_desk: Desk, stick: Stick, recovery_key: str, qtbot: QtBot
) -> None:
    headquarters = headquarters_desk
    assert not asking.fingerprint.isVisible()
    press_enter(asking)
    assert asking.write_again.isVisible()
    answer(headquarters, stick, digits_on(asking), recovery_key)
    assert "النخيل" in headquarters.heard.said[-1]
    assert "النخيل" in headquarters.files.titles[-1]

    cast("StickFiles", asking._files).card = stick.folder / "own.outreach-answer"
    press_enter(asking)
    assert asking.fields.isVisible()
    QTest.keyClicks(asking.fields.first.line, NEW)
    QTest.keyClicks(asking.fields.again.line, f"{NEW}.")
    press_enter(asking)
    assert asking.fields.again.problem.isVisible()
    QTest.keyClick(asking.fields.again.line, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(asking.opened) as opened:
        press_enter(asking)
    cast("list[OpenOffice]", opened.args)[0].close()
    with startup.opened(asking._folder, NEW):
        pass


def test_both_logs_tell_of_it(
    asking: AskingPage,
    headquarters_desk: Desk,
    stick: Stick,
    recovery_key: str,
    make_desk: Callable[[OpenOffice], Desk],
    qtbot: QtBot,
) -> None:
    headquarters = headquarters_desk
    asking.write.click()
    answer(headquarters, stick, digits_on(asking), recovery_key)
    assert {"إلى النخيل (13)", "own.outreach-answer", "نُسيت"} <= first_of_log(headquarters)
    cast("StickFiles", asking._files).card = stick.folder / "own.outreach-answer"
    asking.choose.click()
    for field in (asking.fields.first, asking.fields.again):
        field.line.setText(NEW)
    with qtbot.waitSignal(asking.opened) as opened:
        asking.open.click()
    office = cast("list[OpenOffice]", opened.args)[0]
    said = first_of_log(make_desk(office))
    office.close()
    assert {"من المصالح المركزية", "own.outreach-answer", "نُسيت"} <= said


def first_of_log(desk: Desk) -> set[str]:
    """Return the log's last line, and the start of its report, without isolates."""
    desk.page.tabs.setCurrentIndex(LOG)
    log = desk.page.log
    log.table.select(0)
    words = {str(log.table.model.index(0, column).data()) for column in range(5)}
    said = {word.translate(SIGNS) for word in words}
    return said | {log.report.text().split()[0]}


@pytest.mark.parametrize("language", Language)
def test_the_digits_that_are_heard_stand_where_the_screen_begins(
    headquarters_desk: Desk, language: Language
) -> None:
    languages.switch(language)
    line = headquarters_desk.page.stations.answering.typed.line
    edge = (
        Qt.AlignmentFlag.AlignRight if language is Language.ARABIC else Qt.AlignmentFlag.AlignLeft
    )
    headquarters_desk.wait_until(lambda: bool(line.alignment() & edge))
    assert line.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_headquarters_answers_only_whom_it_heard_and_keeps_no_key(
    asking: AskingPage, headquarters_desk: Desk, stick: Stick, recovery_key: str
) -> None:
    headquarters = headquarters_desk
    strip = headquarters.page.stations.answering
    asking.write.click()
    digits = digits_on(asking)
    answer(headquarters, stick, digits[:-7], recovery_key)
    assert "النخيل" in strip.who.text()
    assert "35" in strip.typed.problem.text()
    answer(headquarters, stick, digits, recovery_key[:-1])
    assert strip.problem.isVisible()
    assert not (stick.folder / "own.outreach-answer").exists()
    headquarters.press(strip.give_up)
    assert not strip.isVisible()
    assert not strip.key.text()


def test_what_is_no_request_is_said_and_a_precinct_is_not_asked_for_one(
    enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    precinct, headquarters = enrolled
    headquarters.page.tabs.setCurrentIndex(STATIONS)
    headquarters.files.card = stick.folder / "own.outreach-card"
    headquarters.press(headquarters.page.stations.forgotten)
    assert headquarters.page.stations.failure.isVisible()
    assert not headquarters.page.stations.answering.isVisible()
    precinct.page.tabs.setCurrentIndex(STATIONS)
    assert not precinct.page.stations.forgotten.isVisible()


def test_a_wrong_answer_is_said_and_the_request_waits_on(asking: AskingPage, stick: Stick) -> None:
    asking.write.click()
    digits = digits_on(asking)
    cast("StickFiles", asking._files).card = stick.folder / "own.outreach-request"
    asking.choose.click()
    assert asking.message.isVisible()
    assert not asking.fields.isVisible()
    again = AskingPage(asking._folder, asking._tasks, asking._files)
    assert digits_on(again) == digits
    again.deleteLater()


def test_a_store_that_no_headquarters_can_open_says_what_is_left(
    store: Path, tasks: Tasks, stick: Stick, qtbot: QtBot
) -> None:
    page = AskingPage(store, tasks, StickFiles(stick))
    qtbot.addWidget(page)
    page.show()
    page.write.click()
    assert page.message.isVisible()
    assert page.write.isVisible()
    assert not list(stick.folder.iterdir())
    with startup.opened(store, makers.PASSPHRASE):
        pass
