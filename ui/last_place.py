"""Where a person was when the register was locked, for who unlocks it with the same account."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from outreach_app.errors import OutreachError

if TYPE_CHECKING:  # they bring SQLAlchemy: only after the first paint
    from outreach_app.startup import OpenOffice
    from ui.requests import Request
    from ui.shell import Shell


class LastPlace:
    """Kept in memory only, until the register is opened again, by whichever account."""

    def __init__(self) -> None:
        self._of: tuple[Path, UUID] | None = None
        self._request: Request | None = None

    def keep(self, office: "OpenOffice", shell: "Shell") -> None:
        """Keep where the person is, once everything typed is saved."""
        with suppress(OutreachError):  # a register that cannot be read is locked all the same
            self._request = shell.way_back()
            self._of = _desk(office)

    def return_to(self, office: "OpenOffice", shell: "Shell") -> None:
        """Show it again to the same account; what is no more is left."""
        request, self._request = self._request, None
        if request is not None and self._of == _desk(office):
            with suppress(OutreachError):
                shell.open_page(request)


def _desk(office: "OpenOffice") -> tuple[Path, UUID]:
    return office.folder, office.account.uid
