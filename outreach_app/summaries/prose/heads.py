"""The common head and foot of documents: letterhead, number, signer."""

from datetime import date

from outreach_app.i18n import Language, isolate
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Letterhead, Signature, Span, Text, plain
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.summaries.prose.facts import OfficeFacts
from outreach_app.summaries.prose.quoting import own_words


def letterhead(office: OfficeFacts, number: str, issued_on: date, language: Language) -> Letterhead:
    """Return the lines of the office, place and day of issue, and the number.

    Spans name the facts `office.city`, `issued_on` and `number`.
    """
    is_arabic = language is Language.ARABIC
    city = own_words(office.city, "office.city", language)
    day = Span((arabic if is_arabic else french).full_date(issued_on), "issued_on")
    if city:
        dated = text(city, "، في " if is_arabic else ", le ", day)
    else:
        dated = text("في " if is_arabic else "Le ", day)
    return Letterhead(
        tuple(typeset(line, language) for line in office.letterhead(language)),
        dated,
        numbered(number, language),
    )


def numbered(number: str, language: Language) -> Text:
    """Return « N° : A-14/2026 »."""
    is_arabic = language is Language.ARABIC
    shown = isolate(number) if is_arabic else number
    return text("عدد: " if is_arabic else "N°\u00a0: ", Span(shown, "number"))


def head_title(office: OfficeFacts, language: Language) -> str:
    """Return the title of the head of the office without its article: « cheffe de l’… »."""
    is_arabic = language is Language.ARABIC
    return arabic.chief(office).text if is_arabic else french.chief(office)[-1].text


def of_chief(office: OfficeFacts, language: Language) -> str:
    """Return whose decision something is: «رئيسة الدائرة الأمنية», « de la cheffe de l’… »."""
    is_arabic = language is Language.ARABIC
    return arabic.chief(office).text if is_arabic else plain(french.chief(office, "de"))


def signed(office: OfficeFacts, language: Language) -> Signature:
    """Return the place where the head of the office signs."""
    if language is Language.ARABIC:
        return Signature(arabic.chief(office).text)
    return Signature(plain(french.sentence_case(french.chief(office))))
