"""What settled a matter of which nothing had come at first."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SinceFacts:
    """What settled a matter when it was raised again, on the day `raised_on`.

    `code` is a reaction (`out.*`), the service that answered (`rf.*`) or that a commitment was kept
    (`cst.done`), each on `came_on` if that was noted; None if a reply was recorded.
    """

    raised_on: date
    code: str | None = None
    came_on: date | None = None
