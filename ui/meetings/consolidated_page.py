"""The meetings of all precincts at headquarters: a list with details beside it, to be reviewed."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from outreach_app.i18n import gettext as _
from outreach_app.queries.meeting_lists import MeetingFilter
from outreach_app.queries.meetings import MeetingRow
from outreach_app.queries.offices import list_office_places
from outreach_app.rights import Right
from ui.changes import EVERYTHING, Topic
from ui.context import AppContext
from ui.forms.territories import Precincts
from ui.forms.territory_choice import TerritoryChoice
from ui.meetings.columns import DAY, EXPORTED_COLUMNS, NUMBER, STANDING, SUBJECT
from ui.meetings.list_pane import MeetingListPane
from ui.page import Page
from ui.requests import MeetingListRequest, OpenMeeting, ShowMeetings
from ui.saved_filters.list_filter import RelativeField
from ui.tables.columns import Column
from ui.widgets.keys import on_keys
from ui.widgets.layouts import column_in
from ui.widgets.narrowing_line import Narrowing
from ui.widgets.shortcuts import DETAILS, Shortcut
from ui.words import review_words


class ConsolidatedPage(Page[MeetingListRequest]):
    """Headquarters accepts or questions meetings; only their precinct changes them."""

    topics = EVERYTHING - {Topic.DRAFT}  # a question being typed changes no meeting

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._precincts = Precincts(lambda: context.read(list_office_places))
        self.territory = TerritoryChoice(self._precincts.choices)
        self.list = MeetingListPane(
            context,
            "meetings.consolidated",
            *self._columns(),
            lambda: _("Import the files of the precincts, or clear the filters."),
            RelativeField(self._within, self.territory),
        )
        self._build()
        self.territory.activated.connect(self.list.refresh)
        self.retranslate()
        self.list.refresh()

    def take(self, request: MeetingListRequest) -> None:
        match request:
            case OpenMeeting(uid):
                self.list.show_record(uid)
            case ShowMeetings(wanted, words):
                self.list.filters.narrow(Narrowing(wanted, words))

    def refresh(self) -> None:
        self._precincts.refresh()
        self.territory.retranslate()
        self.list.refresh()

    def search(self) -> None:
        self.list.filters.text.setFocus()

    def shortcuts(self) -> Sequence[Shortcut]:
        return (
            Shortcut("F7", lambda: _("Accept the meeting"), Right.ANSWER),
            Shortcut("F8", lambda: _("Question it, in words"), Right.ANSWER),
            DETAILS,
            Shortcut("F4", lambda: _("Show its history")),
        )

    def retranslate(self) -> None:
        self.territory.setAccessibleName(_("Territory"))

    def _within(self, wanted: MeetingFilter, territory: str) -> MeetingFilter:
        return replace(wanted, offices=self._precincts.within(territory))

    def _columns(self) -> tuple[Sequence[Column[MeetingRow]], Sequence[Column[MeetingRow]]]:
        """Return the columns of the screen and of the export, each with the precinct."""
        office: Column[MeetingRow] = Column(
            lambda: _("Its precinct"),
            lambda row: self._precincts.name(row.office),
            width=168,
            firm=144,
        )
        review: Column[MeetingRow] = Column(
            lambda: _("Review"), lambda row: review_words(row.review) if row.review else ""
        )
        exported = (office, *EXPORTED_COLUMNS, review)
        # Like subjects of one precinct are told apart by their numbers, in a narrow window too.
        subject, number = replace(SUBJECT, least=168), replace(NUMBER, firm=72, leaves=0)
        return (subject, office, DAY, number, STANDING), exported

    def _build(self) -> None:
        on_keys(self, "Ctrl+F", self.search)
        on_keys(self, "F4", self.list.show_history)
        for keys in ("F7", "F8"):
            on_keys(self, keys, partial(self.list.do_by_keys, keys))
        header = self.make_header(lambda: _("Meetings"))
        header.add_action(self.list.export)
        header.add_trailing(self.territory)
        column = column_in(self)
        column.addWidget(header)
        column.addWidget(self.list, 1)
