"""A failure is shown as a sentence; the traceback goes to the log."""

import errno
import logging
import os
import sys

import pytest

from outreach_app import i18n
from outreach_app.error_log import log_file
from outreach_app.errors import NotFound
from outreach_app.i18n import Language
from ui import errors


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    shown: list[str] = []
    errors.install(shown.append)
    return shown


def test_a_refusal_is_shown_in_its_own_words(
    shown: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    sys.excepthook(NotFound, NotFound("choose another"), None)
    assert shown == ["choose another"]
    assert not caplog.records


def test_a_bug_is_shown_without_its_words_which_are_kept_nowhere(
    shown: list[str], caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.ERROR):
        sys.excepthook(ValueError, ValueError("column 3"), None)
    assert len(shown) == 1
    assert "column 3" not in shown[0]
    assert "column 3" not in caplog.text
    assert "column 3" not in capfd.readouterr().err
    assert str(log_file()) in shown[0]


def test_what_the_system_refuses_is_told_with_what_to_do(shown: list[str]) -> None:
    i18n.use(Language.FRENCH)
    for number in (errno.ENOSPC, errno.EACCES):
        error = OSError(number, os.strerror(number), "/a/file")
        sys.excepthook(OSError, error, None)
        assert "/a/file" in shown[-1]
    assert "Videz la corbeille" in shown[0]
