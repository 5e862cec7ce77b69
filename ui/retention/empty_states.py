"""The empty states of the retention lists."""

from outreach_app.i18n import gettext as _
from outreach_app.queries.records_past_term import DueRow
from outreach_app.rules.dates import date_words
from ui.retention.columns import what_words
from ui.widgets.empty_state import EmptyState


class Silences:
    """The text of an empty list, and the next step."""

    def __init__(self) -> None:
        self._is_read = self._has_due = self._has_open_list = False
        self._coming: DueRow | None = None
        self.due = EmptyState("hourglass", self._why_nothing_due, self._next_step)
        self.lists = EmptyState("article", lambda: _("No list was made yet"), self._first_step)

    def tell(self, *, has_due: bool, has_open_list: bool, coming: DueRow | None) -> None:
        """Update by what is due or comes next, and whether a list waits to be carried out."""
        self._is_read = True
        self._has_due = has_due
        self._has_open_list = has_open_list
        self._coming = coming
        for empty in (self.due, self.lists):
            empty.title.retranslate()
            empty.advice.retranslate()

    def _why_nothing_due(self) -> str:
        if not self._is_read:
            return _("Looking for what is past its retention period")
        if self._has_open_list:
            return _("All that is due is on a list")
        return _("Nothing is kept past its retention period")

    def _next_step(self) -> str:
        if not self._is_read:
            return ""
        if self._has_open_list:
            return _("Choose the list below: its next step is shown above it.")
        said = _("Nothing to do. What becomes due is listed here; it is kept until then.")
        if self._coming is None:
            return said
        first = _("First comes, on {day}: {what}.").format(
            day=date_words(self._coming.due_on), what=what_words(self._coming)
        )
        return f"{said}\n{first}"

    def _first_step(self) -> str:
        if self._has_due:
            return _("Make one of what is due. Making it destroys nothing.")
        return _("A list is made of what is due, and nothing is due for now.")
