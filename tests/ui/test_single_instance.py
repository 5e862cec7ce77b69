"""A second start raises the first window instead of opening another."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from ui.single_instance import SingleInstance


def test_the_second_asks_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    qtbot.waitUntil(lambda: first._server is not None)  # once its window is painted
    with qtbot.waitSignal(first.asked):
        assert not second.claim()


def test_the_first_gets_the_files_of_the_second(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    files = [Path("/media/stick/النخيل.outreach"), Path("/media/stick/2.outreach")]
    assert first.claim()
    qtbot.waitUntil(lambda: first._server is not None)  # once its window is painted
    with qtbot.waitSignal(first.asked) as asked:
        assert not second.claim(files)
    assert asked.args == [files]


def test_another_store_has_a_window_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    first, other = SingleInstance(tmp_path / "a"), SingleInstance(tmp_path / "b")
    assert first.claim()
    assert other.claim()
