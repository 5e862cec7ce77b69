"""The pages of the window, in the order of the rail."""

from collections.abc import Callable
from dataclasses import dataclass

from outreach_app.i18n import gettext as _
from ui.context import AppContext
from ui.follow_up.page import FollowUpPage
from ui.meetings.page import MeetingsPage
from ui.partners.page import PartnersPage
from ui.preferences.page import PreferencesPage
from ui.today.page import TodayPage
from ui.trash.page import TrashPage
from ui.widgets.page import Page
from ui.widgets.translated import Text


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page and its place in the rail; `factory` is called when it is first shown."""

    key: str
    title: Text
    icon: str
    factory: Callable[[AppContext], Page]


def _summaries(context: AppContext) -> Page:
    from ui.summaries.page import SummariesPage  # noqa: PLC0415  brings ReportLab: only when used

    return SummariesPage(context)


PAGES: tuple[PageEntry, ...] = (
    PageEntry("today", lambda: _("Today"), "sun-horizon", TodayPage),
    PageEntry("meetings", lambda: _("Meetings"), "chats", MeetingsPage),
    PageEntry("partners", lambda: _("Partners"), "handshake", PartnersPage),
    PageEntry("follow_up", lambda: _("Follow-up"), "check-square", FollowUpPage),
    PageEntry("summaries", lambda: _("Summaries"), "article", _summaries),
    PageEntry("trash", lambda: _("Trash"), "trash", TrashPage),
    PageEntry("preferences", lambda: _("Settings"), "gear-six", PreferencesPage),
)
