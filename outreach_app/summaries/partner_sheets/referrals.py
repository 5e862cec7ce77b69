"""What a partner sheet says of a point that was passed on."""

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.summaries.hand_outs.plan import ReferralFacts
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.summaries.prose.quoting import inline

AR = Language.ARABIC


def told_referral(row: ReferralFacts, path: str, language: Language) -> Text:
    """Return « Saisine de la commune le … ; réponse reçue le … : « … » »."""
    day = (arabic if language is AR else french).short_date
    if language is AR:
        to = typeset(vocabulary.label(row.to, language), language)
        sent = text("أُحيلت على ", Span(to, f"{path}.to"))
        on, answered = " يوم ", "، وورد الجواب يوم "
    else:
        sent = text("Saisine ", french.service(row.to, f"{path}.to", "de"))
        on, answered = " le ", "\u00a0; réponse reçue le "
    if row.sent_on:
        sent = text(sent, on, Span(day(row.sent_on), f"{path}.sent_on"))
    if row.answered_on is None:
        return sent
    sent = text(sent, answered, Span(day(row.answered_on), f"{path}.answered_on"))
    if row.answer is None:
        return sent
    colon = ": " if language is AR else "\u00a0: "
    return text(sent, colon, inline(row.answer, f"{path}.answer", language))
