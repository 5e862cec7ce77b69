"""The rectifications that the partners of a meeting were not told, as the programme prints."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from outreach_app.i18n import Language
from outreach_app.models import Meeting
from outreach_app.queries.rumours_to_tell import list_rumours_to_tell
from outreach_app.summaries.prose.blocks import Text
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.prose.quoting import inline
from outreach_app.summaries.prose.store_words import written

# About one rumour, two, more; in Arabic, whom to tell.
_LEADS = {
    Language.ARABIC: (
        "{whom} بيان الحقيقة بشأن إشاعة ",
        "{whom} بياني الحقيقة بشأن الإشاعتين ",
        "{whom} بيانات الحقيقة بشأن الإشاعات ",
    ),
    Language.FRENCH: (
        "La mise au point relative à la rumeur ",
        *("Les mises au point relatives aux rumeurs ",) * 2,
    ),
}
# Of several some, or all: which ones is not said.
_WHOM = (
    "لم يُسجل بعد تبليغ الشريك المدعو",
    "لا يزال من بين الشركاء المدعوين أعلاه من لم يُسجل تبليغه",
)


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


def to_be_told(rumours: Mapping[str, Words], language: Language, *, to_several: bool) -> Text:
    """Return « La mise au point relative à la rumeur « … » », what leads to when.

    The rumours are given by the names of their facts.
    """
    lead = _LEADS[language][min(len(rumours), 3) - 1]
    lead = lead.format(whom=_WHOM[to_several])
    titles = [text(inline(words, path, language)) for path, words in rumours.items()]
    return text(lead, listed(titles, language))
