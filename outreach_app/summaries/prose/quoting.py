"""Words that are not the program's own: in guillemets, in their language, marked as such."""

import re

from outreach_app import vocabulary
from outreach_app.i18n import Language, isolate
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.blocks import Quotation, Span, Text
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.summaries.prose.facts import AlikeTitle, Noting, Words

ORIGINAL = {
    Language.ARABIC: "النص الأصلي بالفرنسية",
    Language.FRENCH: "texte original en arabe",
}
TRANSLATION = {
    Language.ARABIC: "مترجم عن الفرنسية",
    Language.FRENCH: "traduit de l’arabe",
}
# What nobody noted, of a masculine noun.
NOT_NOTED = {Language.ARABIC: "غير مدون", Language.FRENCH: "Non renseigné"}
# The guillemets of a quotation inside another, with the spaces that French puts there.
_INNER_START, _INNER_END = re.compile(r"«\s*"), re.compile(r"\s*»")
# One stop after a word: not an ellipsis, nor that of an abbreviation.
_LAST_STOP = re.compile(r"(?<=[^\W\d_]{4})\.\s*$")
# The mark after a translation on a page that explains translations in one note.
MARKS = {Noting.MARKED: "*", Noting.MARKED_TWICE: "**"}
MARKED = {
    Language.ARABIC: "ترجمة عن الفرنسية.",
    Language.FRENCH: "Traduction de l’arabe.",
}
# The note of a page on which all that is quoted is translated.
ALL_TRANSLATED = {
    Language.ARABIC: "النصوص الواردة بين مزدوجتين مترجمة عن الفرنسية.",
    Language.FRENCH: "Les textes entre guillemets sont traduits de l’arabe.",
}


def marked_note(noting: Noting, page: Language) -> str:
    """Return the note that explains the mark of translations."""
    return f"{MARKS[noting]} {MARKED[page]}"


def isolated(text: str, language: Language, page: Language) -> str:
    """Isolate a text in its own direction where the page runs the other way."""
    if language is page:
        return text
    return f"\u2067{text}\u2069" if language.is_right_to_left else isolate(text)


def in_guillemets(text: str, language: Language) -> str:
    """Put a text into the guillemets of its own language; those in it become inner ones."""
    text = _INNER_END.sub("”", _INNER_START.sub("“", text.strip()))
    return f"«{text}»" if language is Language.ARABIC else f"«\u00a0{text}\u00a0»"


def own_words(bilingual: Bilingual, path: str, page: Language) -> Span | None:
    """Write a name in the page's language, else in the other one, isolated; None without either."""
    found = bilingual.prefer(page)
    if found is None:
        return None
    text, language = found
    return Span(isolated(typeset(text, language), language, page), f"{path}.{language.value}")


def unstopped(title: Bilingual) -> Bilingual:
    """Return a title without the full stop typed after it: a sentence goes on, or none is there."""
    return Bilingual(*(words and _LAST_STOP.sub("", words) for words in (title.ar, title.fr)))


def quoted_own(bilingual: Bilingual, path: str, page: Language) -> Text:
    """Return a free title in guillemets, marked if it is in the other language; empty for none."""
    found = unstopped(bilingual).prefer(page)
    if found is None:
        return ()
    words, language = found
    said = isolated(in_guillemets(typeset(words, language), language), language, page)
    title = Span(said, f"{path}.{language.value}")
    if language is page:
        return (title, *_translated(bilingual, page))
    return (title, Span(f" ({ORIGINAL[page]})"))


def _translated(title: Bilingual, page: Language) -> Text:
    """Return the mark of a title whose words on a page were typed beside others alone."""
    if not isinstance(title, AlikeTitle) or title.translated_to is not page:
        return ()
    if title.noting is Noting.BESIDE:
        return text(f" ({TRANSLATION[page]})")
    return text(MARKS.get(title.noting, ""))


def own_title(bilingual: Bilingual, path: str, page: Language) -> Text:
    """Return a free title that stands alone: in guillemets and marked only in another language."""
    is_own = bool(bilingual.ar if page is Language.ARABIC else bilingual.fr)
    title = own_words(unstopped(bilingual), path, page)
    if is_own and title:
        return (title, *_translated(bilingual, page))
    return quoted_own(bilingual, path, page)


def as_written(words: str, fact: str, page: Language) -> Text:
    """Quote words that have no translation, marked if they are in the other language."""
    language = language_of(words)
    said = in_guillemets(typeset(words, language), language)
    note = "" if language is page else f" ({ORIGINAL[page]})"
    return text(Span(isolated(said, language, page), fact), note)


def quotation(words: Words, path: str, page: Language) -> Quotation:
    """Quote words for a page: as written, in their author's translation, or the original.

    What was picked from the phrase bank was said as well: it is quoted in the page's language.
    """
    phrase = vocabulary.phrases().get(words.phrase or "")
    if phrase is not None:
        return Quotation(typeset(phrase.label(page), page), page, f"{path}.phrase")
    if words.language is page:
        return Quotation(typeset(words.text, page), page, f"{path}.text")
    if words.translation:
        translation = typeset(words.translation, page)
        note = TRANSLATION[page] if words.noting is Noting.BESIDE else None
        mark = MARKS.get(words.noting, "")
        return Quotation(translation, page, f"{path}.translation", note, mark)
    original = typeset(words.text, words.language)
    return Quotation(original, words.language, f"{path}.text", ORIGINAL[page])


def inline(words: Words, path: str, page: Language) -> Text:
    """Write words inside a sentence, their note in brackets or their mark after them."""
    quote = quotation(words, path, page)
    said = isolated(in_guillemets(quote.text, quote.language), quote.language, page)
    after = f" ({quote.note})" if quote.note else quote.mark
    return (Span(said, quote.fact), *([Span(after)] if after else []))


def language_of(text: str) -> Language:
    """Guess the language of a text stored without one: Arabic from half of its letters up."""
    letters = [letter for letter in text if letter.isalpha()]
    arabic = sum("\u0600" <= letter <= "\u06ff" for letter in letters)
    return Language.ARABIC if 2 * arabic >= len(letters) else Language.FRENCH
