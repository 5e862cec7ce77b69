"""The time: UTC in the store, Africa/Casablanca for people."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from outreach_app.i18n import isolate

CASABLANCA = ZoneInfo("Africa/Casablanca")  # by the tzdata that comes with the program
_ELSEWHEN: ContextVar[datetime | None] = ContextVar("elsewhen", default=None)


def now() -> datetime:
    """Return the current moment in UTC."""
    return _ELSEWHEN.get() or datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """Return a moment in local time."""
    return moment.astimezone(CASABLANCA)


def today() -> date:
    """Return the current day in local time."""
    return local(now()).date()


def moment_words(moment: datetime) -> str:
    """Return a local day and hour; the day is read first in every language.

    Each is isolated by itself: isolated together, they would run from left to right in Arabic.
    """
    then = local(moment)
    return f"{isolate(f'{then:%d/%m/%Y}')} {isolate(f'{then:%H:%M}')}"


def moment_of(day: date, at: time) -> datetime:
    """Return the UTC moment of a local day and time."""
    return datetime.combine(day, at, CASABLANCA).astimezone(UTC)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Set the current moment for the block, in this context; samples simulate a year with it."""
    token = _ELSEWHEN.set(moment)
    try:
        yield
    finally:
        _ELSEWHEN.reset(token)
