"""The time: UTC in the store, Africa/Casablanca for people."""

import os
import zoneinfo
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time

# Morocco's hour changes by decree. The rules are those of the pinned tzdata on every computer, in
# this process and its children: a system's own may be older, and two offices would then read one
# moment an hour apart.
os.environ["PYTHONTZPATH"] = ""
zoneinfo.reset_tzpath(())
zoneinfo.ZoneInfo.clear_cache()
CASABLANCA = zoneinfo.ZoneInfo("Africa/Casablanca")
_ELSEWHEN: ContextVar[datetime | None] = ContextVar("elsewhen", default=None)


def now() -> datetime:
    """Return this moment in UTC."""
    return _ELSEWHEN.get() or datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """Return a moment as the clock on the office wall shows it."""
    return moment.astimezone(CASABLANCA)


def moment_of(day: date, at: time) -> datetime:
    """Return the moment in UTC of a day and an hour on the office wall."""
    return datetime.combine(day, at, CASABLANCA).astimezone(UTC)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let it be another moment meanwhile: a sample lives through its year."""
    token = _ELSEWHEN.set(moment)
    try:
        yield
    finally:
        _ELSEWHEN.reset(token)
