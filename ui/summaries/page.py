"""The page of documents: choose one, see it, save it, print it."""

from datetime import date
from uuid import UUID

from outreach_app.i18n import gettext as _
from ui.context import AppContext
from ui.summaries.choices import Choices
from ui.summaries.document_page import DocumentPage, Wanted
from ui.summaries.preview import Preview
from ui.summaries.ways_out import WaysOut

_TOPICS = {
    *("meeting", "point", "commitment", "referral", "partner", "identity", "attendance", "office"),
    "issue",
}


class SummariesPage(DocumentPage):
    """The summary of a session, the sheet of a partner, the programme of a month."""

    def __init__(self, context: AppContext, ways_out: WaysOut = WaysOut()) -> None:  # noqa: B008 - frozen
        advice = Preview(
            lambda: _("No document to show yet"),
            lambda: _("Choose what it is about: it is shown here before it is given out."),
        )
        super().__init__(context, ways_out, lambda: _("Summaries"), advice)
        self.choices = Choices(context)
        self._build(self.choices)
        self._connect()
        self.choices.changed.connect(self.show_preview)
        context.changes.happened.connect(self._refresh)
        self._enable()

    def show_record(self, uid: UUID) -> None:
        """Show the summary of a meeting or the sheet of a partner."""
        self.choices.choose(uid)

    def begin(self, what: str) -> None:
        """Show the "programme" of the month of the day behind the word."""
        _verb, _space, day = what.partition(" ")
        self.choices.choose_programme(date.fromisoformat(day))

    def search(self) -> None:
        self.choices.search()

    def wanted(self) -> Wanted | None:
        return self.choices.wanted()

    def _refresh(self, topics: frozenset[str]) -> None:
        if topics & _TOPICS:
            self.choices.refresh()
        if topics & (_TOPICS - {"issue"}):
            self.show_preview()
