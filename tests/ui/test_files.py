"""One place opens the dialogs of the system, so that a test can answer in its place."""

from pathlib import Path

import ui

CODE = Path(ui.__file__).parent


def test_no_page_opens_a_dialog_of_the_system_by_itself() -> None:
    openers = {path for path in CODE.rglob("*.py") if "QFileDialog" in path.read_text("utf-8")}
    assert openers == {CODE / "files.py"}
