"""What a rectification begins with: the rumour, and what is established about it."""

from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.i18n import Language
from outreach_app.queries.rumours import get_rumour
from outreach_app.rules.rumours import RECTIFICATION
from outreach_app.services.publications import PublicationDraft

_TITLES = {
    Language.ARABIC: "بيان حقيقة بشأن إشاعة «{words}»",
    Language.FRENCH: "Mise au point relative à la rumeur «\u00a0{words}\u00a0»",
}
_MOST = 90  # characters of a rumour in a title


def prepare_rectification(session: Session, rumour: UUID) -> PublicationDraft:
    """Return a draft with a title and a text in each language in which they are recorded.

    It is a proposal that a person edits: only published it is a rectification. Raises NotFound.
    """
    row = get_rumour(session, rumour)
    found = row.finding
    titles = {
        language: _title(language, words)
        for language, words in _in_both(row.text, row.language, row.translation).items()
    }
    texts = _in_both(found.text, found.language, found.translation) if found else {}
    return PublicationDraft(
        RECTIFICATION,
        None,
        title_ar=titles.get(Language.ARABIC),
        title_fr=titles.get(Language.FRENCH),
        text_ar=texts.get(Language.ARABIC),
        text_fr=texts.get(Language.FRENCH),
        topic=row.topic or None,
    )


def _in_both(
    words: str | None, language: str | None, translation: str | None
) -> dict[Language, str]:
    """Return the words of a record under their language, and their translation."""
    said = {each: words if each.value == language else translation for each in Language if language}
    return {each: text for each, text in said.items() if text}


def _title(language: Language, words: str) -> str:
    line = " ".join(words.split()).rstrip(".")
    if len(line) > _MOST:
        line = line[:_MOST].rsplit(" ", 1)[0] + "…"
    return _TITLES[language].format(words=line)
