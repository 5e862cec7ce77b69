"""A failure is a sentence; the traceback stays in the log."""

import logging
import sys

import pytest

from outreach_app.errors import NotFound
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


def test_a_bug_is_shown_without_its_words_and_logged(
    shown: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        sys.excepthook(ValueError, ValueError("column 3"), None)
    assert len(shown) == 1
    assert "column 3" not in shown[0]
    assert caplog.records[0].exc_info is not None
