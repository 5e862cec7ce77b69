"""The error log contains the location of an error, and no user input."""

import sys
from collections.abc import Iterator

import pytest

from outreach_app import error_log


@pytest.fixture
def begun() -> Iterator[None]:
    error_log.begin()
    yield
    for handler in list(error_log._log.handlers):
        handler.close()
        error_log._log.removeHandler(handler)


def test_an_error_is_noted_by_its_kind_and_place_without_its_words(begun: None) -> None:
    try:
        int("Khalid Idrissi")
    except ValueError as error:
        error_log.note_error(error, sys.exc_info()[2])
    report = error_log.report()
    assert "ValueError" in report
    assert "tests/core/test_error_log.py:" in report
    assert "Khalid" not in report
    assert report.startswith("outreach ")


def test_the_log_does_not_grow_for_ever(begun: None) -> None:
    for _time in range(3000):
        error_log.note_error(ValueError(), None)
        error_log._log.info("x" * 300)
    files = list(error_log.log_file().parent.iterdir())
    assert len(files) <= 1 + error_log._KEPT
    assert (
        sum(file.stat().st_size for file in files) <= (1 + error_log._KEPT) * error_log._MAX_BYTES
    )
