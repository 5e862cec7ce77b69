"""The state of a promise in a word, on the papers of a partner as in summaries and reports."""

from outreach_app.i18n import Language
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.hand_outs.states import RENEWED
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Span

# Nothing of it has begun.
AWAITED = {
    Language.ARABIC: "في انتظار التنفيذ",
    Language.FRENCH: "en attente d’exécution",
}


def promise_state(status: str, fact: str, page: Language) -> Span:
    """Return the state of a promise; in French as within a sentence."""
    if status == CommitmentStatus.OPEN:
        return Span(AWAITED[page], fact)
    if status == RENEWED:
        return Span("مجدد" if page is Language.ARABIC else "repris", fact)
    label_span = arabic.label_span if page is Language.ARABIC else french.label_span
    return label_span(status, fact)
