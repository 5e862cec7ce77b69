"""What is said beside the number of women where it contradicts the name of a partner present."""

from collections.abc import Sequence
from uuid import UUID

from outreach_app.queries.partners import PartnerRow, list_partners_by_uid
from outreach_app.summaries.prose.bodies import are_people, is_woman
from outreach_app.summaries.session.at_odds import at_odds_words
from outreach_app.summaries.session.genders import genders_at_odds
from ui.context import AppContext
from ui.words import either


class WomenAtOdds:
    """Finds the first partner whose name the women counted contradict; nothing is refused for it.

    The names are read again when other partners are present.
    """

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._read: tuple[UUID, ...] = ()
        self._rows: list[PartnerRow] = []

    def words(self, present: Sequence[UUID], headcount: str, women: str) -> str:
        """Return the notice for these counts as typed; "" if they fit all names."""
        if not (headcount.isdecimal() and women.isdecimal()):
            return ""
        rows = self._present(tuple(present))
        called = [_calls_woman(row) for row in rows]
        odd = genders_at_odds(called, int(headcount), int(women))
        for row, gender in zip(rows, called, strict=True):
            if gender in odd:
                return at_odds_words(either(row.name))
        return ""

    def _present(self, present: tuple[UUID, ...]) -> list[PartnerRow]:
        if present != self._read:
            with self._context.office.database.read() as session:
                found = list_partners_by_uid(session, present)
            self._read, self._rows = present, [found[uid] for uid in present if uid in found]
        return self._rows


def _calls_woman(row: PartnerRow) -> bool | None:
    """Return whether a name as entered calls a woman; None where it does not, or of a body."""
    code = row.type or row.category
    return is_woman(code, row.name.ar, row.name.fr) if are_people(code) else None
