"""Uids as the library makes them, but by the clock that a test sets."""

import itertools
from uuid import UUID

import pytest
import uuid_utils.compat

from outreach_app import clock


def follow_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Date each new uid by the clock of the program: of some records it tells when they came."""
    numbers = itertools.count()

    def new() -> UUID:
        milliseconds = int(clock.now().timestamp() * 1000)
        return UUID(int=milliseconds << 80 | 7 << 76 | 2 << 62 | next(numbers))

    monkeypatch.setattr(uuid_utils.compat, "uuid7", new)
