"""Two records are merged only after the register with both is backed up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from outreach_app import backup, clock, restoring, startup
from outreach_app.queries.partners import list_partners
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.recorded import Recorded
from ui.duplicates.page import DuplicatesPage

MakePage = Callable[[], DuplicatesPage]


@pytest.fixture
def make_page(qtbot: QtBot, recorded: Recorded) -> MakePage:
    """Return the page, on the first of the written pairs."""

    def make() -> DuplicatesPage:
        page = DuplicatesPage(recorded.context)
        qtbot.addWidget(page)
        page.resize(1182, 736)
        page.show()
        qtbot.waitUntil(lambda: page.row is not None)
        return page

    return make


def write_pair(office: OpenOffice, number: int) -> None:
    for _time in range(2):
        makers.write_partner(
            office.database,
            name_ar=None,
            name_fr=f"Association {'Essaada' if number else 'Annakhil'}",
            phone=f"061234567{number}",
        )


def test_the_backup_holds_both(
    qtbot: QtBot, make_page: MakePage, recorded: Recorded, tmp_path: Path
) -> None:
    office = recorded.context.office
    write_pair(office, 0)
    page = make_page()
    page.merge.click()
    assert not page.merge.isEnabled()  # it is on its way
    qtbot.waitUntil(lambda: len(recorded.context.read(list_partners)) == 1)
    (file,) = backup.newest(office.folder)
    copy = tmp_path / "copy"
    copy.mkdir()
    restoring.restore(file, copy, makers.PASSPHRASE)
    with startup.opened(copy, makers.PASSPHRASE) as restored, restored.database.read() as session:
        assert len(list_partners(session)) == 2


def test_a_row_of_merges_needs_one_backup_until_it_is_old(
    qtbot: QtBot, make_page: MakePage, recorded: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = recorded.context.office
    write_pair(office, 0)
    write_pair(office, 1)
    page = make_page()
    page.merge.click()
    qtbot.waitUntil(lambda: len(recorded.context.read(list_partners)) == 3)
    qtbot.waitUntil(page.merge.isEnabled)
    page.merge.click()
    qtbot.waitUntil(lambda: len(recorded.context.read(list_partners)) == 2)
    (first,) = backup.newest(office.folder)
    later = backup.moment_of(first).replace(year=clock.now().year + 1)
    monkeypatch.setattr(clock, "now", lambda: later)
    write_pair(office, 0)
    page.refresh()
    qtbot.waitUntil(page.merge.isEnabled)
    page.merge.click()
    qtbot.waitUntil(lambda: len(backup.newest(office.folder)) == 2)


def test_a_stick_that_is_not_plugged_in_keeps_nobody_from_merging(
    qtbot: QtBot, make_page: MakePage, recorded: Recorded, tmp_path: Path
) -> None:
    office = recorded.context.office
    office.second_place = tmp_path / "no stick"
    write_pair(office, 0)
    page = make_page()
    page.merge.click()
    qtbot.waitUntil(lambda: len(recorded.context.read(list_partners)) == 1)
    assert len(backup.newest(office.folder)) == 1
    office.second_place = None  # closing would miss it too


def test_nothing_is_merged_where_no_backup_can_be_made(
    qtbot: QtBot, make_page: MakePage, recorded: Recorded
) -> None:
    office = recorded.context.office
    write_pair(office, 0)
    in_the_way = office.folder / backup.FOLDER
    in_the_way.touch()
    page = make_page()
    page.merge.click()
    qtbot.waitUntil(page.banner.isVisible)
    assert page.merge.isEnabled()
    assert len(recorded.context.read(list_partners)) == 2
    in_the_way.unlink()
