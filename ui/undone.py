"""What was undone and done again: later undos count it as no change of a record."""

from collections.abc import Callable, Collection

from outreach_app import i18n
from outreach_app.i18n import gettext as _
from ui.widgets.translated import Text


class Undone:
    """The versions of the acts that were undone, of their undoing, and of doing them again."""

    def __init__(self) -> None:
        self.versions: set[str] = set()
        self._is_undoing = False

    def note(self, versions: Collection[str]) -> None:
        """Keep the versions of a write if it belongs to an undoing."""
        if self._is_undoing:
            self.versions.update(versions)

    def way_back(self, undo: Callable[[], None], versions: Collection[str]) -> Callable[[], None]:
        """Return the undo of the write that gave these versions, which keeps all that it cancels.

        The undo of an undoing is the act again.
        """

        def take_back() -> None:
            self._is_undoing = True
            try:
                undo()
            finally:
                self._is_undoing = False
            self.versions.update(versions)

        return take_back


def undone_words(said: str, *, is_in_trash: bool = False) -> Text:
    """Return the words that name what was undone by what was said of it, and where it is now."""
    if is_in_trash:
        return _naming(
            said,
            lambda: _("Undone, and moved to the trash: “{act}”."),
            lambda: _("Undone, and moved to the trash."),
        )
    return _naming(said, lambda: _("Undone: “{act}”."), lambda: _("Undone."))


def redone_words(said: str) -> Text:
    """Return the words that name what was done again by what was said of it."""
    return _naming(said, lambda: _("Done again: “{act}”."), lambda: _("Done again."))


def _naming(said: str, named: Text, unnamed: Text) -> Text:
    """Return the words without the act after a change of language: it was said in the former."""
    language = i18n.current()

    def words() -> str:
        if i18n.current() is not language:
            return unnamed()
        return named().format(act=said.rstrip("."))

    return words
