"""If the access log cannot be written, the page of partners shows everything but people."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from outreach_app import startup
from outreach_app.errors import StoreFailed
from tests import disks, makers
from tests.ui.recorded import Recorded, type_words
from ui.find.overlay import FindOverlay
from ui.partners.page import PartnersPage


def test_nobody_is_shown_or_found_by_name_until_the_log_can_tell_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with disks.small_disk(tmp_path / "disk", 8) as disk:
        makers.create_store(disk / "store", makers.office_draft())
        with startup.opened(disk / "store", makers.PASSPHRASE) as office:
            partner = makers.write_partner(office.database, name_ar="جمعية الأمل")
            makers.write_person(office.database, partner, name_ar="سعيد الزهراوي")
            recorded = Recorded(office, tmp_path)
            ballast = disks.fill(disk)
            with pytest.raises(StoreFailed):
                disks.use_up(office.database)
            _look(qtbot, recorded, partner_name="جمعية الأمل")
            ballast.unlink()
            page = PartnersPage(recorded.context)
            qtbot.addWidget(page)
            page.show()
            page.refresh()
            assert len(page.details.people.cards) == 1
            recorded.close()


def _look(qtbot: QtBot, recorded: Recorded, partner_name: str) -> None:
    page, window = PartnersPage(recorded.context), QWidget()
    qtbot.addWidget(page)
    qtbot.addWidget(window)
    page.show()
    page.refresh()
    assert partner_name in page.details.name.text()
    assert not page.details.people.cards
    said = [label.text() for label in page.details.people.findChildren(QLabel)]
    assert any("سجل الاطلاع" in words for words in said)
    window.show()
    overlay = FindOverlay(recorded.context, window)
    overlay.appear()
    type_words(overlay.line, "الزهراوي")
    qtbot.waitUntil(lambda: "سجل الاطلاع" in overlay.advice.text())
