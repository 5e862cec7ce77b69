"""The free texts that are translated together, and the draft of their translations."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from uuid import UUID

from outreach_app.database import StoreSession
from outreach_app.issuing.translations import list_translations
from outreach_app.queries.translations import TranslationRow, list_untranslated


@dataclass(frozen=True, slots=True)
class Texts:
    """What `read` returns, raising NotFound; `form` is the key of what is typed for them.

    One draft serves those of all documents (`is_shared`): it may have texts of others.
    """

    form: str
    read: Callable[[StoreSession], list[TranslationRow]]
    is_shared: bool = False


def texts_of_meeting(meeting: UUID) -> Texts:
    """Return the texts in the summary of a meeting."""
    return Texts(
        f"translations-{meeting}", lambda session: list_translations(session, str(meeting))
    )


def texts_in_words(words: Collection[str]) -> Texts:
    """Return the texts of any meeting that a document shows in these words, not translated."""
    return Texts(
        "translations-texts", lambda session: list_untranslated(session, words), is_shared=True
    )
