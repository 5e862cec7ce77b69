"""The log of files shows whose they are, can be filtered, and is exported as other lists."""

import pytest
from openpyxl import load_workbook

from outreach_app.i18n import isolate
from tests import makers
from tests.ui.exchange.desk import Desk, Stick, enrol_others
from ui.exchange.log_pane import LogPane
from ui.exchange.page import LOG

OWN = f"\u2068النخيل\u2069 {isolate('(13)')}"
OTHER = f"\u2068السلام\u2069 {isolate('(7)')}"


@pytest.fixture
def log(enrolled: tuple[Desk, Desk], stick: Stick) -> LogPane:
    """Return the log of headquarters: a precinct's file, an unknown one, and answers to two."""
    precinct, headquarters = enrolled
    enrol_others(headquarters, precinct, ["السلام"])
    makers.write_meeting(precinct.context.office.database)
    precinct.send()
    (stick.folder / "rapport.outreach").write_bytes(b"nothing of ours")
    headquarters.receive()
    stick.empty()
    headquarters.send()
    headquarters.page.tabs.setCurrentIndex(LOG)
    return headquarters.page.log


def ends(log: LogPane) -> list[str]:
    """Return the receiver or sender of each line."""
    model = log.table.model
    return sorted(model.index(number, 0).data() for number in range(model.rowCount()))


def choose(log: LogPane, kind: str) -> None:
    log.kind.set_value(kind)
    log.kind.activated.emit(log.kind.currentIndex())


def look_for(log: LogPane, desk: Desk, words: str, count: int) -> None:
    log.words.setText(words)
    desk.wait_until(lambda: log.table.model.rowCount() == count)


def test_an_answer_is_logged_with_whom_it_went_to(log: LogPane) -> None:
    sent = [f"إلى {OWN}", f"إلى {OTHER}"]
    assert ends(log) == sorted([*sent, f"من {OWN}", "من مرسِل غير معروف"])
    choose(log, "out")
    assert ends(log) == sorted(sent)
    choose(log, "in")
    assert ends(log) == sorted([f"من {OWN}", "من مرسِل غير معروف"])
    choose(log, "unaccepted")
    assert ends(log) == ["من مرسِل غير معروف"]


def test_the_files_of_an_office_are_found_by_its_name_and_number(
    log: LogPane, enrolled: tuple[Desk, Desk]
) -> None:
    desk = enrolled[1]
    look_for(log, desk, "النخيل", 2)
    assert ends(log) == sorted([f"إلى {OWN}", f"من {OWN}"])
    look_for(log, desk, "السلام 7", 1)
    look_for(log, desk, "RAPPORT", 1)
    look_for(log, desk, "المسيرة", 0)
    assert log.empty.title.text() == "لا شيء هنا"
    assert not log.export.isEnabled()


def test_the_log_goes_out_as_it_is_narrowed(
    log: LogPane, enrolled: tuple[Desk, Desk], stick: Stick
) -> None:
    desk = enrolled[1]
    choose(log, "out")
    before = len(desk.heard.said)
    desk.press(log.export)
    desk.wait_until(lambda: len(desk.heard.said) > before)
    rows = list(load_workbook(stick.folder / "own.xlsx").active.iter_rows(values_only=True))
    assert len(rows) == 3
    assert {"النخيل", "السلام"} == {
        name for name in ("النخيل", "السلام") for row in rows if name in str(row[0])
    }
