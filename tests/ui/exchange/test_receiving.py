"""Files are checked before import; each shows its result and what to do."""

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from outreach_app import i18n
from outreach_app.exchange.format import failures
from outreach_app.i18n import Language, isolate
from outreach_app.queries.bundles import get_exchange_state
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.offices import OfficeRow, WeekState
from tests import makers
from tests.ui.exchange.desk import Desk, Stick, enrol_others
from ui import languages
from ui.exchange.page import LOG, SEND
from ui.exchange.refusals import former_gap_words, refusal_words
from ui.headquarters.page import OfficesPage
from ui.requests import SendChanges
from ui.tables.table import Table

CODES = (
    "E_TOO_BIG", "E_NOT_BUNDLE", "E_HEADER", "E_TOO_COSTLY", "E_NOT_FOR_US_OR_DAMAGED",
    "E_CONTAINER", "E_SENDER_UNKNOWN", "E_SENDER_REVOKED", "E_SIGNATURE", "E_NEWER_VERSION",
    "E_MANIFEST", "E_RECIPIENT", "E_PAYLOAD_SIZE", "E_PAYLOAD_HASH", "E_RECORD", "E_CHAIN",
    "E_FORK", "E_CLOCK", "E_OWNER", "E_UNREADABLE", "W_IN_VAIN", "W_GAP", "W_CLOCK", "W_DUPLICATE",
    "W_ELSEWHERE", "W_UNSHOWN", "W_ODD", "W_IDENTITY", "W_TWICE", "W_UNUSUAL", "W_WAITING",
    "W_AUDIT_CUT", "W_AUDIT_NEW", "W_LETTER", "W_EARLY",
)  # fmt: skip


def cells(table: Table[Any], number: int) -> list[str]:
    """Return the texts of a row of a list."""
    model = table.model
    return [model.index(number, place).data() for place in range(model.columnCount())]


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_its_sentence_in_both_languages(code: str) -> None:
    arabic = refusal_words(code)
    i18n.use(Language.FRENCH)
    french = refusal_words(code)
    assert any("\u0600" <= sign <= "\u06ff" for sign in arabic)
    assert not any("\u0600" <= sign <= "\u06ff" for sign in french)
    assert len(french) > 40


@pytest.mark.parametrize("language", Language)
def test_the_way_out_of_a_fork_names_what_the_screen_shows(
    precinct_desk: Desk, qtbot: QtBot, language: Language
) -> None:
    languages.switch(language)
    buttons = (precinct_desk.page.stations.refused, precinct_desk.page.stations.renewal.go_on)
    sentences = (refusal_words("E_FORK"), failures.fork("", 1).message, refusal_words("W_LETTER"))
    qtbot.waitUntil(
        lambda: all(button.text().strip() in told for button in buttons for told in sentences)
    )


def test_trying_brings_nothing_and_importing_does(
    enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    precinct, headquarters = enrolled
    makers.write_meeting(precinct.context.office.database)
    precinct.send()
    headquarters.try_files()
    pane = headquarters.page.receive
    assert headquarters.statuses() == [("imported", None)]
    assert cells(pane.table, 0)[-1] == "قابل للاستيراد"
    columns = pane.table.view.horizontalHeader()
    assert columns.sectionSize(1) > columns.sectionSize(0)  # the name of a file is the longest
    assert pane.count.text().startswith("ملفات قابلة للاستيراد: \u20661\u2069 · تغييرات جديدة")
    for told in ("النخيل", stick.bundles()[0].name, isolate(str(pane._summary.new))):
        assert told in pane.title.text()  # in the list a long name is cut
    assert headquarters.context.read(list_meetings) == []
    headquarters.receive()
    assert cells(pane.table, 0)[-1] == "مستورد"
    assert len(headquarters.context.read(list_meetings)) == 1
    headquarters.receive()
    assert headquarters.statuses() == [("duplicate", "W_DUPLICATE")]
    assert pane.count.text() == "ملفات لا جديد فيها: \u20661\u2069"


def test_files_of_several_senders_are_counted_by_office(
    enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    precinct, headquarters = enrolled
    makers.write_meeting(precinct.context.office.database)
    precinct.send()
    headquarters.try_files()
    tables = headquarters.page.receive.tables
    assert not tables.groups.isVisible()  # for a single one the list of files is enough
    for name in ("x", "y"):
        (stick.folder / f"{name}.outreach").write_bytes(b"nothing of ours")
    headquarters.try_files()
    new = isolate(str(headquarters.page.receive._summary.new))
    lines = [cells(tables.groups, number) for number in range(3)]
    two = isolate("2")
    assert lines == [
        ["جميع الملفات", isolate("3"), new, "", "", two],
        [f"النخيل ({isolate('13')}) · الدار البيضاء", isolate("1"), new, "", "", ""],
        ["مرسِل غير معروف", two, "", "", "", two],
    ]
    tables.groups.select(2)
    assert headquarters.statuses() == [("refused", "E_NOT_BUNDLE")] * 2
    assert headquarters.page.receive.advice.text() == refusal_words("E_NOT_BUNDLE")
    tables.groups.select(0)
    assert len(headquarters.statuses()) == 3


def test_the_answers_to_other_precincts_are_shown_quietly(
    enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    precinct, headquarters = enrolled
    enrol_others(headquarters, precinct, ["السلام", "المسيرة"])
    headquarters.send()
    assert len(stick.bundles()) == 3
    precinct.receive()
    pane = precinct.page.receive
    assert sorted(precinct.statuses()) == [("elsewhere", "W_ELSEWHERE")] * 2 + [("imported", None)]
    assert f"ملفات موجهة إلى حواسيب أخرى: {isolate('2')}" in pane.count.text()
    assert "مرفوضة" not in pane.count.text()
    groups = pane.tables.groups
    last = cells(groups, groups.model.rowCount() - 1)
    assert last == ["إلى حواسيب أخرى", isolate("2"), "", "", "", ""]
    groups.select(groups.model.rowCount() - 1)
    assert cells(pane.table, 0)[-1] == "موجه إلى حاسوب آخر"
    assert pane.advice.text() == refusal_words("W_ELSEWHERE")
    precinct.page.tabs.setCurrentIndex(LOG)
    assert precinct.page.log.table.model.rowCount() == 1


def test_a_bad_file_stops_no_other_and_says_what_to_do_in_the_language_of_the_screen(
    enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    precinct, headquarters = enrolled
    makers.write_meeting(precinct.context.office.database)
    precinct.send()
    (good,) = stick.bundles()
    damaged = bytearray(good.read_bytes())
    damaged[-1] ^= 1
    (stick.folder / "0-damaged.outreach").write_bytes(damaged)
    headquarters.receive()
    pane = headquarters.page.receive
    assert headquarters.statuses() == [("refused", "E_NOT_FOR_US_OR_DAMAGED"), ("imported", None)]
    pane.table.select(0)
    arabic = pane.advice.text()
    languages.switch(Language.FRENCH)
    headquarters.page.retranslate()
    pane.retranslate()
    assert "Copiez" in pane.advice.text()
    assert arabic != pane.advice.text()


def test_the_log_keeps_the_report_of_every_file(enrolled: tuple[Desk, Desk], stick: Stick) -> None:
    precinct, headquarters = enrolled
    (stick.folder / "x.outreach").write_bytes(b"nothing of ours")
    headquarters.try_files()
    headquarters.page.tabs.setCurrentIndex(LOG)
    assert headquarters.page.log.table.model.rowCount() == 0  # it was only checked
    makers.write_meeting(precinct.context.office.database)
    precinct.send()
    headquarters.receive()
    headquarters.page.tabs.setCurrentIndex(LOG)
    log = headquarters.page.log
    reports = []
    for number in range(log.table.model.rowCount()):
        log.table.select(number)
        reports.append(log.report.text())
    assert refusal_words("E_NOT_BUNDLE") in reports
    assert len(reports) == 2


def of_the_precinct(offices: OfficesPage) -> OfficeRow:
    """Return headquarters' data about the precinct."""
    line = offices.table.model.row(1)
    assert line is not None
    assert line.office is not None
    return line.office


def send_and_lose(precinct: Desk, stick: Stick) -> Path:
    """Write five meetings in files of which two are lost; return the file after both."""
    for number in range(5):
        makers.write_meeting(precinct.context.office.database, reference=str(number))
    precinct.send()
    _first, lost, _third, lost_too, after, *_rest = stick.bundles()
    lost.unlink()
    lost_too.unlink()
    return after


def _unacknowledged(precinct: Desk) -> str:
    return isolate(str(precinct.context.read(get_exchange_state).unacknowledged))


def test_a_file_lost_in_between_is_said_to_be_missing_until_it_is_sent_again(
    enrolled: tuple[Desk, Desk], stick: Stick, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    precinct, headquarters = enrolled
    monkeypatch.setattr("outreach_app.exchange.exporting.bundles.MAX_EVENTS", 5)
    after = send_and_lose(precinct, stick)
    headquarters.receive()
    pane, log = headquarters.page.receive, headquarters.page.log
    names = [row.path.name for row in pane._summary.files]
    gap = "مستورد، قبله انقطاع"
    said = ["مستورد", gap, gap]
    assert [cells(pane.table, number)[-1] for number in range(3)] == said
    headquarters.page.tabs.setCurrentIndex(LOG)
    assert [cells(log.table, number)[-1] for number in reversed(range(len(names)))][:3] == said
    assert "انقطاعات: \u20662\u2069" in pane.count.text()
    pane.table.select(names.index(after.name))
    offices = OfficesPage(headquarters.context)
    qtbot.addWidget(offices)
    offices.table.select(1)
    assert of_the_precinct(offices).weeks[-1] is WeekState.GAP
    for words in (pane.advice.text(), offices.strip.facts.text()):
        assert all(f"\u2066{missing}\u2069" in words for missing in ("6–10", "16–20"))
    offices.strip.answer.click()
    assert isinstance(headquarters.heard.requests[-1], SendChanges)
    stick.empty()
    headquarters.send()
    precinct.receive()
    precinct.page.tabs.setCurrentIndex(SEND)
    assert _unacknowledged(precinct) in precinct.page.send.state.text()
    stick.empty()
    precinct.send()
    headquarters.receive()
    assert {status for status, _code in headquarters.statuses()} <= {"imported", "duplicate"}
    headquarters.page.tabs.setCurrentIndex(LOG)
    offices.refresh()
    assert of_the_precinct(offices).missing == ()
    assert len(headquarters.context.read(list_meetings)) == 5
    assert gap not in [cells(log.table, number)[-1] for number in range(len(names))]
    log.table.select(log.table.model.rowCount() - 2)  # the log still shows that there was one
    assert former_gap_words() in log.report.text()


def test_a_gap_that_a_later_file_fills_is_none(
    enrolled: tuple[Desk, Desk], stick: Stick, monkeypatch: pytest.MonkeyPatch
) -> None:
    precinct, headquarters = enrolled
    for number in range(2):
        makers.write_meeting(precinct.context.office.database, reference=str(number))
    monkeypatch.setattr("outreach_app.exchange.exporting.bundles.MAX_EVENTS", 5)
    precinct.send()
    first = stick.bundles()[0]
    first.rename(first.with_name("z.outreach"))
    headquarters.receive()
    pane = headquarters.page.receive
    assert {cells(pane.table, number)[-1] for number in range(len(stick.bundles()))} == {"مستورد"}
    pane.table.select(0)
    assert pane.advice.text() == former_gap_words()


def test_after_an_import_headquarters_is_offered_to_answer_and_no_long_name_widens_the_page(
    enrolled: tuple[Desk, Desk],
) -> None:
    precinct, headquarters = enrolled
    makers.write_meeting(precinct.context.office.database)
    precinct.send()
    pane = headquarters.page.receive
    assert pane.answer.isHidden()
    headquarters.receive()
    assert not pane.answer.isHidden()
    width = pane.minimumSizeHint().width()
    pane.title.setText("Arrondissement de police " * 20)
    assert pane.minimumSizeHint().width() == width
    pane.answer.click()
    assert headquarters.page.tabs.currentIndex() == SEND
    assert pane.isHidden()
