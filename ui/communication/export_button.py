"""The export of all communication of this office as one file, which can be imported again."""

from pathlib import Path

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate_file
from outreach_app.progress import Progress
from outreach_app.rights import Right
from outreach_app.transfer.communication_document import ENDING
from outreach_app.transfer.communication_out import write_communication
from ui.context import AppContext
from ui.files import file_kind
from ui.table_export import FileButton, Write


class CommunicationButton(FileButton):
    """Asks for a file, and writes all communication records to it."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, lambda: _("Export all communication"), "export", Right.NAMES_OUT)

    def _kinds(self) -> str:
        return file_kind(_("The communication as JSON"), ENDING)

    def _name(self) -> str:
        return _("Communication") + ENDING

    def _prepare(self) -> Write:
        database = self._context.office.database

        def write(path: Path, _progress: Progress) -> str:
            with database.read() as session:
                write_communication(session, path)
            said = _("Written: {file}.").format(file=isolate_file(path.name))
            warning = _(
                "These files are not encrypted and name people. Keep them where nobody else can "
                "read them."
            )
            return f"{said} {warning}"

        return write
