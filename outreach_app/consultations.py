"""The log rows of looking for names: each search, and each list of people.

An account that may not see names finds none; that it looked for one is a row all the same. It is
shown no people, so a list of them is none.
"""

from datetime import datetime, timedelta
from weakref import WeakKeyDictionary

from outreach_app import clock
from outreach_app.access_log import Act
from outreach_app.database import Database
from outreach_app.errors import StoreFailed
from outreach_app.rights import Right, may
from outreach_app.rows_apart import NotLogged, note_apart
from outreach_app.rules.folding import fold_words

_AGAIN = timedelta(minutes=10)  # the same search within this time is the same consultation


class _Searches:
    """The searches of an open store that were logged lately, by their words, and the latest."""

    def __init__(self) -> None:
        self.latest = ""
        self._moments: dict[str, datetime] = {}

    def has(self, words: str) -> bool:
        """Return whether these words are a search that was logged, or go on with the latest.

        Who types letter by letter makes one search; so does who deletes what was typed.
        """
        lately = clock.now() - _AGAIN
        self._moments = {each: at for each, at in self._moments.items() if at > lately}
        return words in self._moments or (
            self.latest in self._moments
            and (words.startswith(self.latest) or self.latest.startswith(words))
        )

    def add(self, words: str) -> None:
        """Remember a search; shorter words than the latest do not replace it."""
        if not (self.latest.startswith(words) and self.latest in self._moments):
            self._moments[words] = clock.now()
            self.latest = words


_searches: WeakKeyDictionary[Database, _Searches] = WeakKeyDictionary()


def note_search(database: Database, words: str) -> None:
    """Log that people were searched for; never the words. Call it before anything is shown.

    One row for each distinct search in ten minutes. Raises NotLogged.
    """
    folded = fold_words(words)
    if folded:
        searches = _searches.setdefault(database, _Searches())
        if not searches.has(folded):
            _note(database, Act.SEARCH)
        searches.add(folded)


def note_names_listed(database: Database) -> None:
    """Log that people are listed with their names. Call it before they are; raises NotLogged."""
    if may(database.actor, Right.NAMES):
        _note(database, Act.NAMES_LISTED)


def _note(database: Database, act: Act) -> None:
    try:
        note_apart(database, act)
    except StoreFailed as error:
        raise NotLogged(error) from error
