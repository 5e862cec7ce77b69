"""The opening of a store, as work for a background thread."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from outreach_app.progress import Progress

if TYPE_CHECKING:
    from outreach_app.startup import OpenOffice


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person answered to what an opening asks: nothing, until it asks."""

    is_date: bool = False
    is_older: bool = False
    second: UUID | None = None
    passphrase: str = ""


def open_register(
    folder: Path,
    file: Path | None,
    secret: str,
    account: UUID | None,
    answer: Answer,
    _progress: Progress,
) -> "OpenOffice":
    """Open a store, or a backup in its place. Raises what `startup.open_office` raises."""
    # They bring SQLAlchemy: only after the first paint.
    from outreach_app.older_stores import GoingOn  # noqa: PLC0415
    from outreach_app.readying import Confirmed  # noqa: PLC0415
    from outreach_app.startup import open_office, restore_over  # noqa: PLC0415

    if file is not None:
        return restore_over(file, folder, secret)
    going_on = GoingOn(answer.second, answer.passphrase) if answer.is_older else None
    return open_office(
        folder, secret, account, confirmed=Confirmed(is_date=answer.is_date, older=going_on)
    )
