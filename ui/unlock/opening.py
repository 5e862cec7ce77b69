"""What opens a store away from the screen."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from outreach_app.progress import Progress

if TYPE_CHECKING:
    from outreach_app.startup import OpenOffice


def open_register(
    folder: Path,
    file: Path | None,
    secret: str,
    account: UUID | None,
    is_date_confirmed: bool,
    _progress: Progress,
) -> "OpenOffice":
    """Open a store, or a backup in its place. Raises what `startup.open_office` raises."""
    # They bring SQLAlchemy: only after the first paint.
    from outreach_app.startup import open_office, restore_over  # noqa: PLC0415

    if file is not None:
        return restore_over(file, folder, secret)
    return open_office(folder, secret, account, is_date_confirmed=is_date_confirmed)
