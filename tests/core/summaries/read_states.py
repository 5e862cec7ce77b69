"""The states of earlier commitments for the reader, as their table says them."""

from outreach_app.i18n import Language
from outreach_app.summaries.session.plan import SituationFacts
from outreach_app.summaries.session.promises import CommitmentFacts

STOOD = {
    Language.ARABIC: {
        "done": "منجز",
        "partly": "منجز جزئيا",
        "in_progress": "قيد التنفيذ",
        "open": "في انتظار التنفيذ",
        "overdue": "انقضى الأجل ولم يُسجل أي إنجاز",
        "referred": "محال على الجهة المختصة",
        "dropped": "تم التخلي عنه",
        "blocked": "تعذر تنفيذه",
    },
    Language.FRENCH: {
        "done": "Réalisé",
        "partly": "Partiellement réalisé",
        "in_progress": "En cours d’exécution",
        "open": "En attente d’exécution",
        "overdue": "Échéance dépassée, aucune exécution enregistrée",
        "referred": "Transmis au service compétent",
        "dropped": "Abandonné",
        "blocked": "Déclaré non réalisable",
    },
}


def is_replaced(promise: CommitmentFacts | SituationFacts, code: str | None) -> bool:
    """Return whether what came of a promise made again is told instead of its own state."""
    return promise.renewed is not None and promise.renewed.replaces(code)
