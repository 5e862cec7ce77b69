"""Tell what ended without a result, in Arabic and French: filed, answered, or acted on."""

from outreach_app.i18n import Language
from outreach_app.summaries.communication.plan import RumourFacts
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.french_letters import spelled_out

FACT = "communication.rumours.closed"


def closed(facts: RumourFacts, some: Text, language: Language) -> Text:
    """Return « La seconde a été classée sans résultat de vérification. »; `some` are these."""
    number = facts.closed
    if not number:
        return ()
    are_filed = not facts.followed
    if language is not Language.ARABIC:
        were = "a été classée" if number == 1 else "ont été classées"
        acted_on = f"{were} ou suivie{'s' * (number > 1)} d’effet,"
        end = " sans résultat de vérification" + " relevé" * (not are_filed)
        said = spelled_out(some)  # a number begins the sentence
        return sentence_case(text(said, f" {were if are_filed else acted_on}{end}."))
    end = " دون نتيجة للتحقق." if are_filed else " بالحفظ أو بتسجيل مآل، دون تسجيل نتيجة للتحقق."
    if number == facts.count:
        them = {1: "ه", 2: "هما معا"}.get(number, "ها كلها")
        return text("وانتهى تتبع", Span(them, FACT), end)
    return text("وانتهى تتبع ", some, end)
