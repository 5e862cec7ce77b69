"""The receivers of an export: headquarters, the second computer, the precincts or one of them."""

from collections.abc import Iterable
from uuid import UUID

from outreach_app.database import StoreSession
from outreach_app.exchange.exporting.planning import ExportPlan, Receiver, plan_answers, plan_export
from outreach_app.i18n import gettext as _
from outreach_app.queries.stations import StationRow, list_stations
from outreach_app.rules.ordering import order_key
from ui.context import AppContext
from ui.exchange.words import office_words
from ui.forms.choice_editor import Choice, ChoiceEditor


class ReceiverEditor(ChoiceEditor):
    """The receiver of an export; at headquarters all precincts, or one by the uid of its office."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        super().__init__(self._receivers)

    @property
    def receiver(self) -> Receiver:
        return Receiver.PRECINCT if self._context.is_headquarters else Receiver(self.currentData())

    def refresh(self) -> None:
        """Reload the precincts; if the chosen one is gone, all are chosen."""
        self.retranslate()
        if self.currentIndex() < 0:
            self.setCurrentIndex(0)

    def plan(self, session: StoreSession, *, is_full: bool) -> list[ExportPlan]:
        """Plan the export for the chosen receiver. Raises NotFound."""
        if self.receiver is Receiver.PRECINCT:
            chosen = self.currentData()
            return plan_answers(session, UUID(chosen) if self.currentIndex() else None)
        return [plan_export(session, self.receiver, is_full=is_full)]

    def _receivers(self) -> list[Choice]:
        if not self._context.is_headquarters:
            return [
                Choice(Receiver.HEADQUARTERS.value, _("For headquarters")),
                Choice(Receiver.SIBLING.value, _("For the office's second computer")),
            ]
        precincts = _precincts(self._context.read(list_stations))
        return [Choice(Receiver.PRECINCT.value, _("Answers to all the precincts")), *precincts]


def _precincts(stations: Iterable[StationRow]) -> list[Choice]:
    """List the precincts that can be answered, sorted by name ignoring accents."""
    offices = {row.office: row for row in stations if row.can_be_answered}
    choices = [Choice(str(uid), office_words(row)) for uid, row in offices.items()]
    return sorted(choices, key=lambda choice: order_key(choice.words))
