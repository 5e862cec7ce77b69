"""The large figures of a handover file, each with its label."""

from outreach_app.i18n import Language
from outreach_app.summaries.handovers.plan import HandoverPlan
from outreach_app.summaries.prose.agreeing import Forms, agreeing
from outreach_app.summaries.prose.blocks import KeyFigures, Span
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.numbers import digits

_LABELS: dict[Language, tuple[Forms, ...]] = {
    Language.ARABIC: (
        ("الالتزامات غير المنجزة",),
        ("المتأخرة منها",),
        ("الإحالات دون جواب",),
        ("النقط والملاحظات دون مآل بعد",),
        ("اللقاءات المبرمجة",),
        ("الأشخاص الواجب إخبارهم",),
    ),
    Language.FRENCH: (
        ("Engagement ouvert", "Engagements ouverts"),
        ("Dont en retard", "Dont en retard"),
        ("Saisine sans réponse", "Saisines sans réponse"),
        ("Point ou remarque sans suite", "Points ou remarques sans suite"),
        ("Rencontre programmée", "Rencontres programmées"),
        ("Personne à informer", "Personnes à informer"),
    ),
}


def key_figures(plan: HandoverPlan, page: Language) -> KeyFigures:
    """Return how many are open, late, unanswered, waiting, planned and to inform."""
    counts = (
        ("commitments", len(plan.commitments)),
        ("late", plan.late),
        ("referrals", len(plan.referrals)),
        ("points", len(plan.points)),
        ("meetings", len(plan.meetings)),
        ("to_inform", plan.to_inform),
    )
    labelled = zip(_LABELS[page], counts, strict=True)
    return KeyFigures(
        tuple(
            (agreeing(forms, number), text(Span(digits(number, page), fact)))
            for forms, (fact, number) in labelled
        )
    )
