"""The free texts that a document shows in the other language, and those to translate."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from outreach_app.i18n import Language
from outreach_app.rights import Right
from outreach_app.summaries.prose.free_texts import untranslated
from ui.context import AppContext
from ui.translations.texts import Texts, texts_in_words, texts_of_meeting


@dataclass(frozen=True, slots=True)
class MissingTexts:
    """The number of untranslated texts by language; `texts` if some can be translated here."""

    numbers: Mapping[Language, int]
    texts: Texts | None = None


NOTHING_MISSING = MissingTexts({})


def find_missing(
    context: AppContext, plan: object, languages: tuple[Language, ...], meeting: UUID | None
) -> MissingTexts:
    """Return what a document lacks in its languages; `meeting` is the one that it tells, if any.

    The words that the author of a report adds are no records: they are typed in the report.
    """
    if not context.may(Right.ISSUE):
        return NOTHING_MISSING
    missing = {page: untranslated(plan, page) for page in languages}
    numbers = {page: len(words) for page, words in missing.items()}
    words = frozenset().union(*missing.values())
    if not words or context.is_headquarters or not context.may(Right.RECORD):
        return MissingTexts(numbers)
    texts = texts_in_words(words) if meeting is None else texts_of_meeting(meeting)
    can_translate = meeting is not None or bool(context.read(texts.read))
    return MissingTexts(numbers, texts if can_translate else None)
