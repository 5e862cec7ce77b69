"""The rectifications that a meeting opens with, as the programme prints them."""

from sqlalchemy.orm import Session

from outreach_app.i18n import Language
from outreach_app.models import Meeting
from outreach_app.queries.rumours_to_tell import list_rumours_to_tell
from outreach_app.summaries.prose.blocks import Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.prose.quoting import inline
from outreach_app.summaries.prose.store_words import written

# To one partner, and to several.
_LEADS = {
    Language.ARABIC: (
        "يتعين تبليغ الشريك بيان الحقيقة بشأن إشاعة ",
        "يتعين تبليغ الشركاء بيان الحقيقة بشأن إشاعة ",
    ),
    Language.FRENCH: ("La mise au point relative à la rumeur ",) * 2,
}


def words_to_tell(session: Session, meeting: Meeting) -> tuple[Words, ...]:
    """Return the text of each rumour to explain at the opening.

    A rumour that was recorded twice in the same words is announced once.
    """
    rows = list_rumours_to_tell(session, meeting)
    different = {_compared(row.text): row for row in reversed(rows)}
    return tuple(
        written(row.text, row.language, row.translation) for row in reversed(different.values())
    )


def _compared(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".")


def to_be_told(words: Words, path: str, language: Language, *, to_several: bool) -> Text:
    """Return « La mise au point relative à la rumeur « … » », what leads to when."""
    return text(_LEADS[language][to_several], inline(words, path, language))
