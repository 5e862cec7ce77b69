"""The time: UTC in the store, Africa/Casablanca for people."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

# UTC+1, and UTC in Ramadan; the tzdata package brings the rule to Windows.
CASABLANCA = ZoneInfo("Africa/Casablanca")


def now() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """Return a moment as the clock on the office wall shows it."""
    return moment.astimezone(CASABLANCA)
