"""The requests to import records, which begin by asking for a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportMeetings:
    """Ask for a file of meetings, to import them."""


@dataclass(frozen=True, slots=True)
class ImportPartners:
    """Open the wizard that imports partners, with an import that was begun by its draft's key."""

    begun: str = ""
