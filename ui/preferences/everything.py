"""Export of the whole register as tables for other programs."""

from pathlib import Path

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.progress import Progress
from outreach_app.rights import Right
from outreach_app.transfer.register.writing import write_register
from ui.context import AppContext
from ui.table_export import FileButton, Write


class EverythingButton(FileButton):
    """Asks for a folder, and writes into a new one of today in it."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, lambda: _("Export everything"), "export", Right.NAMES_OUT)

    def _ask(self) -> Path | None:
        folder = self._context.files.ask_folder(self, self._text())
        today = clock.local(clock.now())
        return folder / f"outreach-{today:%Y-%m-%d}" if folder else None

    def _prepare(self) -> Write:
        office = self._context.office

        def write(folder: Path, progress: Progress) -> str:
            with office.database.read() as session:
                written = write_register(session, folder, progress)
            records = isolate(str(sum(written.rows.values())))
            said = _("Written to {folder}. Records: {records}.")
            warning = _(
                "These files are not encrypted and name people. Keep them where nobody else can "
                "read them."
            )
            return f"{said.format(folder=isolate(str(folder)), records=records)} {warning}"

        return write
