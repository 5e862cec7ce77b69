"""The name of a file in a row: what tells it from others stays in sight."""

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.i18n import isolate_file
from ui.fonts import font
from ui.widgets.painted_row import shortened_file


@pytest.mark.parametrize(
    ("name", "width"),
    [
        ("2026-12-02-reponse-pour-Annakhil-13-1.outreach", 200),
        ("جلسة-التجار-في-الحي-2026-42.pdf", 140),
    ],
)
def test_the_end_of_a_files_name_is_kept(qtbot: QtBot, name: str, width: int) -> None:
    whole = isolate_file(name)
    assert shortened_file(whole, font(14), 1000) == whole
    cut = shortened_file(whole, font(14), width)
    assert "…" in cut
    assert cut.strip("\u2066\u2069").endswith(name.rpartition("-")[2])
    assert cut.count("\u2069") == cut.count("\u2066") + cut.count("\u2067")
