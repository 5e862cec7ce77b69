"""What was undone: later undos count it as no change of a record."""

from collections.abc import Callable, Collection

from outreach_app import i18n
from outreach_app.i18n import gettext as _
from ui.widgets.translated import Text


class Undone:
    """The versions of the acts that were undone, and of their undoing."""

    def __init__(self) -> None:
        self.versions: set[str] = set()
        self._is_undoing = False

    def note(self, versions: Collection[str]) -> None:
        """Keep the versions of a write if it belongs to an undoing."""
        if self._is_undoing:
            self.versions.update(versions)

    def way_back(self, undo: Callable[[], None], versions: Collection[str]) -> Callable[[], None]:
        """Return an undo of the act that gave these versions, which keeps all that it cancels."""

        def take_back() -> None:
            self._is_undoing = True
            try:
                undo()
            finally:
                self._is_undoing = False
            self.versions.update(versions)

        return take_back


def undone_words(said: str) -> Text:
    """Return the words that name what was undone by what was said of it.

    They do not name it after a change of language, for what was said is in the former one.
    """
    language = i18n.current()

    def words() -> str:
        if i18n.current() is not language:
            return _("Undone.")
        return _("Undone: {act}").format(act=said)

    return words
