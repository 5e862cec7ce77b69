"""The fixed French texts of a partner's sheet."""

from outreach_app.i18n import Language
from outreach_app.rules.statuses import CommitmentStatus, PointReaction
from outreach_app.summaries.hand_outs.labels import Again, Labels, Raised
from outreach_app.summaries.hand_outs.promise_words import AWAITED
from outreach_app.summaries.hand_outs.states import (
    AGAIN,
    BY_OTHER,
    CLOSED,
    NOTED,
    PASSED_ON,
    PROMISED,
    TOLD_TO_OTHER,
    UNKEPT,
    WAITING,
)
from outreach_app.summaries.prose.blocks import Span
from outreach_app.summaries.prose.french import sentence_case

PAGE = Language.FRENCH
_KEPT = "Vos engagements sont réalisés"
_SEE = "Voir vos engagements ci-dessous"
_APART = "Engagements pris en dehors des points soulevés\u00a0:"
_THEIRS = "Vos engagements\u00a0:"
_OF_SOME = ("Suite donnée au point soulevé", "Suites données aux points soulevés")

LABELS = Labels(
    title="Vous avez dit, nous avons fait",
    title_together="Vous avez dit, nous avons fait ensemble",
    title_open=(
        "Suite donnée au point que vous avez soulevé",
        "Suites données aux points que vous avez soulevés",
    ),
    title_of_some=_OF_SOME,
    title_of_others=_OF_SOME,
    kind="feuille",
    own={
        Raised.SAID: ("Vous nous avez dit", "Suite donnée"),
        Raised.REQUESTED: ("Vous avez demandé", "Suite donnée"),
        Raised.ASKED: ("Votre question", "Suite donnée"),
        Raised.PROPOSED: ("Vous avez proposé", "Suite donnée"),
    },
    common=("Soulevé par les participants", "Suite donnée"),
    others=(
        ("Soulevé par un autre partenaire", "Suite donnée"),
        *(("Soulevé par d’autres partenaires", "Suite donnée"),) * 2,
    ),
    theirs=("Engagement", "Suivi"),
    promised=("Votre engagement\u00a0:", _THEIRS, _THEIRS),
    state="État",
    no_detail="Seule la thématique est mentionnée",
    no_own=("Voir votre engagement ci-dessous", _SEE, _SEE),
    by_other="L’un des partenaires s’est engagé à ce sujet",
    ended_by_other={
        CommitmentStatus.DONE: "\u00a0; cet engagement a été tenu",
        CommitmentStatus.PARTLY: "\u00a0; cet engagement a été tenu en partie",
        CommitmentStatus.BLOCKED: "\u00a0; cet engagement s’est avéré non réalisable",
        CommitmentStatus.DROPPED: "\u00a0; cet engagement a été abandonné",
        UNKEPT: "\u00a0; ce qui avait été promis n’a pas été réalisé",
    },
    told="Nous avons répondu à ce point",
    told_to_other="Une réponse a été apportée à ce point",
    unquoted={
        PointReaction.LOOKED_INTO: "Nous avons transmis ce point au service compétent pour suite à"
        " donner",
        PointReaction.OUT_OF_SCOPE: "Ce point ne relève pas de notre compétence",
        PointReaction.NO_FOLLOW_UP: "Aucune mesure n’a été retenue",
        PointReaction.RESOLVED: "Ce point a été traité",
        PointReaction.UNDER_STUDY: "Nous étudions ce point",
        PointReaction.ORIENTED: "Les personnes concernées ont été orientées vers la voie judiciaire"
        " ou le 19",
        NOTED: "Ce point a été inscrit au suivi des informations à vérifier",
        WAITING: "Aucune suite n’a encore été donnée",
    },
    transmitted="Transmis au service compétent",
    settled="Point traité directement, sans engagement ni saisine",
    kept=("Votre engagement est réalisé", _KEPT, _KEPT),
    yours=(
        ("Votre engagement\u00a0: ", "Vos engagements\u00a0: "),
        ("L’un de vos engagements\u00a0: ", "Certains de vos engagements\u00a0: "),
    ),
    given=("Notre réponse a été communiquée le\u00a0", "."),
    passed_back=("La réponse a été communiquée le\u00a0", "."),
    again="Point repris ",
    then=", puis ",
    again_ends={
        Again.NOWHERE: (".",) * 2,
        Again.NEXT: (".",) * 2,
        Again.BY_DAY: (
            "\u00a0: voir la suite donnée à cette date.",
            "\u00a0: voir les suites données à ces dates.",
        ),
        Again.ABOVE: (
            "\u00a0: voir la suite donnée ci-dessus.",
            "\u00a0: voir les suites données ci-dessus.",
        ),
    },
    settled_before=(
        "Les points antérieurs dont le suivi a pris fin ne sont pas repris.",
        "Les autres points antérieurs dont le suivi a pris fin ne sont pas repris.",
    ),
    notes="Vos remarques",
    open_on_treated=(
        "\u00a0; l’engagement reste ouvert au registre",
        *("\u00a0; les engagements restent ouverts au registre",) * 2,
    ),
    alike="Engagement de même teneur pris aussi sur un autre point, où il est suivi\u00a0: ",
    apart=("Engagement pris en dehors des points soulevés\u00a0:", _APART, _APART),
    of_meeting=("Rencontre ou échange", "Engagement et suivi"),
)
STATES = {
    WAITING: "En attente d’une suite de notre part",
    PROMISED: sentence_case((Span(AWAITED[PAGE]),))[0].text,
    PASSED_ON: "Engagement transmis au service compétent",
    NOTED: "Information enregistrée",
    AGAIN: "Point repris",
    BY_OTHER: "En attente de l’un des partenaires",
    TOLD_TO_OTHER: "Réponse donnée",
    CLOSED: "Point clos",
    PointReaction.LOOKED_INTO: LABELS.transmitted,
}
