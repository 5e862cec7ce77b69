"""The states of earlier commitments for the reader: patterns in sentences, and words."""

from outreach_app.i18n import Language

STATES = {
    Language.ARABIC: {
        "done": "منجز(?:ان|ة|ا)?",
        "partly": "منجز(?:ان|ة|ا)? جزئيا",
        "in_progress": "قيد التنفيذ",
        "open": "في انتظار التنفيذ",
        "overdue": "تجاوز(?:ت|ا)? أجله(?:ا|ما)?",
        "referred": "محال(?:ان|ة|ا)? على الجهة المختصة",
        "dropped": "تم التخلي عنه(?:ا|ما)?",
        "blocked": "تعذر تنفيذه(?:ا|ما)?",
    },
    Language.FRENCH: {
        "done": "étai(?:en)?t réalisés?",
        "partly": "étai(?:en)?t partiellement réalisés?",
        "in_progress": "étai(?:en)?t en cours d’exécution",
        "open": "restai(?:en)?t à exécuter",
        "overdue": "avai(?:en)?t dépassé (?:son|leur) échéance sans être réalisés?",
        "referred": "avai(?:en)?t été transmis au service compétent",
        "dropped": "avai(?:en)?t été abandonnés?",
        "blocked": "n’étai(?:en)?t pas réalisables?",
    },
}
# One by one, in the table of those that are named.
STOOD = {
    Language.ARABIC: {
        "done": "منجز",
        "partly": "منجز جزئيا",
        "in_progress": "قيد التنفيذ",
        "open": "في انتظار التنفيذ",
        "overdue": "انقضى أجله دون إنجازه",
        "referred": "محال على الجهة المختصة",
        "dropped": "تم التخلي عنه",
        "blocked": "تعذر تنفيذه",
    },
    Language.FRENCH: {
        "done": "Réalisé",
        "partly": "Partiellement réalisé",
        "in_progress": "En cours d’exécution",
        "open": "En attente d’exécution",
        "overdue": "Échéance dépassée, non réalisé",
        "referred": "Transmis au service compétent",
        "dropped": "Abandonné",
        "blocked": "Non réalisable",
    },
}
