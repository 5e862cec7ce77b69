"""The time: UTC in the store, Africa/Casablanca for people."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

CASABLANCA = ZoneInfo("Africa/Casablanca")  # by the rules that the program brings
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
