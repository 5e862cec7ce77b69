"""Background work always ends on the window's thread."""

import threading
from collections.abc import Callable
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from outreach_app import i18n
from outreach_app.errors import NotFound
from outreach_app.i18n import Language
from outreach_app.progress import Progress
from ui.tasks import Tasks

MAX_SECONDS = 120


class Ending:
    """Records how a task ended and on which thread."""

    def __init__(self) -> None:
        self.said: list[object] = []
        self.threads: set[threading.Thread] = set()

    def __call__(self, *values: object) -> None:
        self.said.append(values[0] if values else "cancelled")
        self.threads.add(threading.current_thread())


def wait(qtbot: QtBot, condition: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(condition()))


def never(*_values: object) -> None:
    pytest.fail("this must not be called")


@pytest.fixture
def owner() -> QObject:
    return QObject()


def test_done(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    ending, working = Ending(), []

    def work(_progress: Progress) -> int:
        working.append(threading.current_thread())
        return 42

    tasks.start(owner, work, done=ending, failed=never, cancelled=never)
    wait(qtbot, lambda: ending.said)
    assert ending.said == [42]
    assert ending.threads == {threading.main_thread()}
    assert working != [threading.main_thread()]


def test_what_nobody_expected_is_told_and_where_it_came_up_is_noted(
    qtbot: QtBot, tasks: Tasks, owner: QObject, caplog: pytest.LogCaptureFixture
) -> None:
    ending = Ending()

    def work(_progress: Progress) -> None:
        raise ZeroDivisionError

    tasks.start(owner, work, done=never, failed=ending)
    wait(qtbot, lambda: ending.said)
    assert "ZeroDivisionError" in caplog.text


def test_failed(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    ending, error = Ending(), NotFound("gone")

    def work(_progress: Progress) -> None:
        raise error

    tasks.start(owner, work, done=never, failed=ending, cancelled=never)
    wait(qtbot, lambda: ending.said)
    assert ending.said == [error]
    assert ending.threads == {threading.main_thread()}


def test_a_failure_nobody_takes_reaches_the_excepthook(
    qtbot: QtBot, tasks: Tasks, owner: QObject
) -> None:
    error = ValueError("a bug")

    def work(_progress: Progress) -> None:
        raise error

    with qtbot.captureExceptions() as exceptions:
        tasks.start(owner, work, done=never)
        wait(qtbot, lambda: exceptions)
    assert [caught for _kind, caught, _trace in exceptions] == [error]


def test_cancelled(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    ending, started, may_go_on = Ending(), threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        may_go_on.wait(MAX_SECONDS)
        progress.step(1, 2)

    progress = tasks.start(owner, work, done=never, failed=never, cancelled=ending)
    assert started.wait(MAX_SECONDS)
    progress.cancel()
    may_go_on.set()
    wait(qtbot, lambda: ending.said)
    assert ending.threads == {threading.main_thread()}


def test_progress_tells_the_last_step_and_does_not_flood(
    qtbot: QtBot, tasks: Tasks, owner: QObject
) -> None:
    ending, reports = Ending(), []

    def work(progress: Progress) -> None:
        for done in range(1, 10_001):
            progress.step(done, 10_000, "rows")

    def progressed(done: int, total: int, what: str) -> None:
        assert threading.current_thread() is threading.main_thread()
        reports.append((done, total, what))

    tasks.start(owner, work, done=ending, progressed=progressed)
    wait(qtbot, lambda: ending.said)
    assert reports[-1] == (10_000, 10_000, "rows")
    assert len(reports) < 200


def test_an_owner_that_is_gone_is_not_called(qtbot: QtBot, tasks: Tasks) -> None:
    owner, window, may_go_on, after = QObject(), QObject(), threading.Event(), Ending()
    tasks.start(owner, lambda _progress: may_go_on.wait(MAX_SECONDS), done=never)
    owner.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(owner))
    may_go_on.set()
    tasks.start(window, lambda _progress: 1, done=after)
    wait(qtbot, lambda: after.said)


def test_work_speaks_the_language_of_the_window(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    i18n.use(Language.FRENCH)
    ending = Ending()
    tasks.start(owner, lambda _progress: i18n.current(), done=ending)
    wait(qtbot, lambda: ending.said)
    assert ending.said == [Language.FRENCH]


def test_many_tasks_do_not_crash(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    ending = Ending()
    for number in range(500):
        tasks.start(owner, partial(_first, number), done=ending)
    wait(qtbot, lambda: len(ending.said) == 500)
    assert sorted(ending.said, key=str) == sorted(range(500), key=str)


def _first(number: int, _progress: Progress) -> int:
    return number


def test_nothing_begins_once_stopped(qtbot: QtBot, owner: QObject) -> None:
    tasks = Tasks()
    tasks.stop()
    tasks.start(owner, never, done=never, failed=never, cancelled=never)
    qtbot.wait(20)
