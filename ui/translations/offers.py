"""Suggested translations of a text: a known one, a frequent point's, or a similar text's."""

from collections.abc import Iterable, Mapping

from outreach_app.i18n import gettext as _
from outreach_app.notes.likeness import LikePhrase, like_phrase
from outreach_app.queries.translations import TranslationRow
from outreach_app.rules.kinds import TextKind
from ui.translations.line import TranslationLine


def like_phrases(rows: Iterable[TranslationRow]) -> dict[str, LikePhrase]:
    """Return the frequent points close to the words of these rows: only points have some."""
    points = {row.words: row.language for row in rows if row.kind is TextKind.POINT}
    found = {words: like_phrase(words, language) for words, language in points.items()}
    return {words: like for words, like in found.items() if like is not None}


def offer_found(
    line: TranslationLine, known: Mapping[str, str], like: Mapping[str, LikePhrase]
) -> None:
    """Offer known translations; show similar ones only for reference."""
    words, language = line.row.words, line.row.language
    if words in known:
        line.show_offer(known[words], _("Known translation"))
    elif words in like and like[words].is_same:
        line.show_offer(like[words].phrase.label(language.other), _("Frequent point"))
    elif words in like:
        line.show_similar(like[words])
