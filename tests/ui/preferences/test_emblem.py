"""The emblem appears on the letterhead when chosen, and can be removed."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from outreach_app.queries.emblems import get_emblem
from tests import makers
from tests.ui.answers import Answers
from tests.ui.recorded import Recorded
from ui.preferences.office import OfficeScreen
from ui.widgets.letterhead import LetterheadSheet


@pytest.fixture
def answers() -> Answers:
    """Return answers that cancel until a path is set."""
    return Answers()


@pytest.fixture
def screen(qtbot: QtBot, recorded: Recorded, answers: Answers) -> OfficeScreen:
    screen = OfficeScreen(replace(recorded.context, files=answers))
    qtbot.addWidget(screen)
    screen.resize(1180, 700)
    screen.show()
    screen.begin()
    return screen


@pytest.fixture
def image(tmp_path: Path) -> Path:
    file = tmp_path / "emblem.png"
    file.write_bytes(makers.emblem_image())
    return file


def kept(recorded: Recorded) -> bytes | None:
    return recorded.context.read(get_emblem)


def middle_colour(sheet: LetterheadSheet) -> str:
    """Return the colour at the place of the emblem."""
    return sheet.grab().toImage().pixelColor(sheet.width() // 2, 40).name()


def test_a_chosen_one_is_kept_and_stands_on_both_letterheads(
    qtbot: QtBot, screen: OfficeScreen, recorded: Recorded, image: Path
) -> None:
    assert {middle_colour(sheet) for sheet in screen.sheets.values()} == {"#ffffff"}
    screen.emblem.use_file(image)
    qtbot.waitUntil(lambda: kept(recorded) is not None)
    for language in Language:
        assert middle_colour(screen.sheets[language]) == "#0f4c52"
    assert len(recorded.said) == 1


def test_it_is_removed_and_comes_back_with_undo(
    qtbot: QtBot, screen: OfficeScreen, recorded: Recorded, image: Path
) -> None:
    assert screen.emblem.remove.isHidden()
    screen.emblem.use_file(image)
    qtbot.waitUntil(screen.emblem.remove.isVisible)
    screen.emblem.remove.click()
    assert kept(recorded) is None
    assert middle_colour(screen.sheets[Language.FRENCH]) == "#ffffff"
    recorded.undo()
    assert kept(recorded) is not None
    assert middle_colour(screen.sheets[Language.FRENCH]) == "#0f4c52"


def test_the_pages_that_print_it_are_told(
    qtbot: QtBot, screen: OfficeScreen, recorded: Recorded, image: Path
) -> None:
    with qtbot.waitSignal(recorded.context.changes.happened) as told:
        screen.emblem.use_file(image)
    assert told.args == [frozenset({"office"})]


def test_what_is_wrong_with_a_file_is_said_and_the_former_one_stays(
    qtbot: QtBot, screen: OfficeScreen, recorded: Recorded, image: Path, tmp_path: Path
) -> None:
    screen.emblem.use_file(image)
    qtbot.waitUntil(lambda: kept(recorded) is not None)
    former = kept(recorded)
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF-1.7")
    screen.emblem.use_file(letter)
    qtbot.waitUntil(screen.emblem.problem.isVisible)
    assert "PNG" in screen.emblem.problem.text()
    assert not screen.emblem.advice.isVisible()
    assert kept(recorded) == former


def test_the_button_asks_which_image(
    qtbot: QtBot, screen: OfficeScreen, recorded: Recorded, answers: Answers, image: Path
) -> None:
    screen.emblem.choose.click()
    assert not recorded.said
    answers.path = image
    screen.emblem.choose.click()
    qtbot.waitUntil(lambda: kept(recorded) is not None)
