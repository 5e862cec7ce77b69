"""The requests to import records."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportMeetings:
    """Open the wizard that imports meetings, with an import that was begun by its draft's key."""

    begun: str = ""


@dataclass(frozen=True, slots=True)
class ImportPartners:
    """Open the wizard that imports partners, with an import that was begun by its draft's key."""

    begun: str = ""
