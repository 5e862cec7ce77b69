"""The section that moves headquarters' register between a file and a server."""

from outreach_app.database.address import ServerAddress
from outreach_app.database.address_parts import parts_of
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rights import Right
from ui.context import AppContext
from ui.program_requests import MoveRegister, ReachServer
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.layouts import column_in, row_of
from ui.widgets.translated import Translated


class PlaceSection(Translated):
    """Each button closes the register first: nobody writes while it moves."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._place = Label()
        self.move_away = Button(self._move_words, "hard-drives")
        self.reach = Button(lambda: _("Change the server access"), "pencil-simple")
        self.move_away.clicked.connect(lambda: context.open_page(MoveRegister()))
        self.reach.clicked.connect(lambda: context.open_page(ReachServer()))
        self._build()
        self.move_away.setVisible(context.may(Right.RESTORE))
        self.reach.setVisible(context.office.database.is_on_server)
        self.retranslate()

    def retranslate(self) -> None:
        place = self._context.office.database.place
        if not isinstance(place, ServerAddress):
            self._place.setText(_("In an encrypted file of this computer."))
            return
        parts = parts_of(place)
        words = _("On the server {server}, in the database {database}, as the user {user}.")
        self._place.setText(
            words.format(
                server=isolate(parts.server),
                database=isolate(parts.database),
                user=isolate(parts.user),
            )
        )

    def _move_words(self) -> str:
        if self._context.office.database.is_on_server:
            return _("Move into a file of this computer")
        return _("Move to a server")

    def _build(self) -> None:
        self._place.setWordWrap(True)
        column = column_in(self, 8)
        column.addWidget(self._place)
        column.addLayout(row_of(self.move_away, self.reach))
