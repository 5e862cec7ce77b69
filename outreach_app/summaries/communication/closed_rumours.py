"""Tell what ended without a result, in Arabic and French: filed, answered, or acted on."""

from outreach_app.i18n import Language
from outreach_app.summaries.communication.plan import RumourFacts
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.french_letters import spelled_out

FACT = "communication.rumours.closed"
# How they ended, with the ending of the French participles.
_FILED = {
    Language.ARABIC: "دون نتيجة للتحقق",
    Language.FRENCH: "classée{0} sans résultat de vérification",
}
_FOLLOWED = {
    Language.ARABIC: "بتسجيل مآل، دون تسجيل نتيجة للتحقق",
    Language.FRENCH: "suivie{0} d’effet, sans résultat de vérification relevé",
}
_EITHER = {
    Language.ARABIC: "بالحفظ أو بتسجيل مآل، دون تسجيل نتيجة للتحقق",
    Language.FRENCH: "classée{0} ou suivie{0} d’effet, sans résultat de vérification relevé",
}


def closed(facts: RumourFacts, some: Text, language: Language) -> Text:
    """Return « La seconde a été classée sans résultat de vérification. »; `some` are these."""
    number = facts.closed
    if not number:
        return ()
    # All of them filed, all answered or acted on, or some of each.
    how = {0: _FILED, number: _FOLLOWED}.get(facts.followed, _EITHER)[language]
    if language is not Language.ARABIC:
        were = "a été" if number == 1 else "ont été"
        said = spelled_out(some)  # a number begins the sentence
        return sentence_case(text(said, f" {were} {how.format('s' * (number > 1))}."))
    if number == facts.count:
        them = {1: "ه", 2: "هما معا"}.get(number, "ها كلها")
        return text("وانتهى تتبع", Span(them, FACT), f" {how}.")
    return text("وانتهى تتبع ", some, f" {how}.")
