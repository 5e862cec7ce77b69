"""The export of the partners shown, and their people, as contact cards."""

from pathlib import Path

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.progress import Progress
from outreach_app.queries.partners import PartnerRow
from outreach_app.rights import Right
from outreach_app.transfer.vcard_out import write_vcards
from ui.context import AppContext
from ui.files import file_kind
from ui.table_export import FileButton, Write
from ui.tables.table import Table


class VcardsButton(FileButton):
    """Writes one file of contact cards, of all partners or the selected ones.

    The status line shows how many.
    """

    def __init__(self, context: AppContext, table: Table[PartnerRow]) -> None:
        super().__init__(context, lambda: _("Contact cards"), "address-book", Right.NAMES_OUT)
        self._table = table
        self._model = table.model
        self._model.modelReset.connect(self._follow)
        self._follow()

    def _kinds(self) -> str:
        return file_kind(_("Contact cards"), ".vcf")

    def _name(self) -> str:
        return _("Partners") + ".vcf"

    def _has_something(self) -> bool:
        return self._model.rowCount() > 0

    def _prepare(self) -> Write:
        model, context = self._model, self._context
        chosen = self._table.chosen_rows()

        def write(path: Path, progress: Progress) -> str:
            rows = chosen if len(chosen) > 1 else model.all_rows()
            partners = [row.uid for row in rows]
            count = context.read(lambda session: write_vcards(session, path, partners, progress))
            return _("Cards written: {count}").format(count=isolate(str(count)))

        return write
