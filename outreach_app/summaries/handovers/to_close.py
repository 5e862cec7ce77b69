"""The cell of a point to close: its matter was settled when it was raised again."""

from outreach_app.i18n import Language
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.handovers.plan import DutyFacts
from outreach_app.summaries.handovers.since import SinceFacts
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.french import lower_case
from outreach_app.summaries.session import arabic_states, french_states

AR = Language.ARABIC
_LEAD = {AR: "إغلاق النقطة: ", Language.FRENCH: "Clore le point\u00a0: "}
_RAISED = {AR: " (أُعيدت إثارتها يوم ", Language.FRENCH: " (soulevé à nouveau le "}
_REPLIED = {AR: "قُدم الجواب", Language.FRENCH: "réponse donnée"}
_KEPT = {AR: "أُنجز التزام", Language.FRENCH: "engagement réalisé"}
_ON = {AR: " يوم ", Language.FRENCH: " le "}


def to_close(row: DutyFacts, said: Text, path: str, language: Language) -> Text:
    """Return « Clore le point : « … » (soulevé à nouveau le 24/06/2026 : réponse donnée) »."""
    since, path = row.since, f"{path}.since"
    if since is None:
        return text(_LEAD[language], said)
    write = (arabic if language is AR else french).short_date
    on = Span(write(since.raised_on), f"{path}.raised_on")
    colon = ": " if language is AR else "\u00a0: "
    came = _came(since, path, language)
    return text(_LEAD[language], said, _RAISED[language], on, colon, came, ")")


def _came(since: SinceFacts, path: str, language: Language) -> Text:
    """Return a reaction, « réponse de la commune reçue le 17/04/2026 », « engagement réalisé »."""
    code, fact = since.code or "", f"{path}.code"
    write = (arabic if language is AR else french).short_date
    on = Span(write(since.came_on), f"{path}.came_on") if since.came_on else None
    day = text(_ON[language], on) if on else ()
    if code.startswith("out."):
        if language is AR:
            return arabic_states.reaction(code, fact)
        return lower_case(french_states.reaction(code, fact))
    if code.startswith("rf."):
        if language is AR:
            return text("ورد جواب ", arabic.label_span(code, fact), day)
        return text("réponse ", french.service(code, fact, "de"), " reçue", day)
    is_kept = code == CommitmentStatus.DONE
    return text(_KEPT[language], day) if is_kept else text(_REPLIED[language])
