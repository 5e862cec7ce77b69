"""The request to import meetings, which begins by asking for a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportMeetings:
    """Ask for a file of meetings, to import them."""
