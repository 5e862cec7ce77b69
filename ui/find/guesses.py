"""What else the words of Ctrl+K could mean: the meetings of a month, or fewer words."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.meeting_lists import MeetingFilter
from outreach_app.queries.search_results import (
    SearchResult,
    search_everything,
    search_headquarters,
)
from outreach_app.rules.quick_dates import find_month
from ui.context import AppContext
from ui.forms.periods import period_of, period_words
from ui.requests import NewPartner, ShowMeetings
from ui.widgets.commands import Command

_MOST = 3  # other searches that are offered
_TRIED = 8  # and tried at most, so that typing stays fluent
_LEAST = 3  # letters of a word that is searched for with its end left out


def month_of(typed: str, context: AppContext) -> Command | None:
    """Return the command that lists the meetings of the month named among the words, if any."""
    found = find_month(typed, clock.today())
    if found is None:
        return None
    first, others = found
    month = period_of("month", first)
    wanted = MeetingFilter(text=others, first_day=month.first, last_day=month.last)

    def words() -> str:
        return _("Meetings of the month: {month}").format(month=isolate(period_words(month)))

    def whole() -> str:
        return " · ".join(filter(None, (words(), others and isolate(others))))

    show = partial(context.open_page, ShowMeetings(wanted, words))
    return Command(whole, "calendar-blank", show)


def find_records(typed: str, context: AppContext) -> SearchResult:
    """Return what the words find, here or at headquarters."""
    search = search_headquarters if context.is_headquarters else search_everything
    return context.read(lambda store: search(store, typed))


def other_searches(typed: str, context: AppContext, search: Callable[[str], None]) -> list[Command]:
    """Return the commands that search for fewer words, or letters, by which anything is found."""

    def finds(words: str) -> bool:
        # A search that finds people is logged: it is offered for other records only.
        return any(row.kind != "person" for row in find_records(words, context).rows)

    tried = islice(_fewer(typed), _TRIED)
    return [_searching(words, search) for words in islice(filter(finds, tried), _MOST)]


def registration(name: str, context: AppContext) -> Command:
    """Return the command that registers a partner with a name that was not found."""
    return Command(
        lambda: _("Add the partner “{name}”").format(name=isolate(name)),
        "plus",
        lambda: context.open_page(NewPartner(name)),
    )


def _fewer(typed: str) -> Iterator[str]:
    """Yield the words without one of them, the last first; of a single word, its beginnings."""
    words = typed.split()
    if len(words) > 1:
        for place in reversed(range(len(words))):
            yield " ".join([*words[:place], *words[place + 1 :]])
    for word in words[:1] if len(words) == 1 else ():
        for length in range(len(word) - 1, _LEAST - 1, -1):
            yield word[:length]


def _searching(words: str, search: Callable[[str], None]) -> Command:
    return Command(
        lambda: _("Search for “{words}”").format(words=isolate(words)),
        "magnifying-glass",
        partial(search, words),
    )
