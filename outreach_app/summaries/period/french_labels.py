"""The fixed words of the period report in French."""

from outreach_app.summaries.period.plan import FIELD, UNPLACED, Programme
from outreach_app.summaries.period.writer import Labels, Sections
from outreach_app.summaries.prose.periods import Length

LABELS = Labels(
    titles={
        Length.MONTH: "Rapport mensuel",
        Length.QUARTER: "Rapport trimestriel",
        Length.HALF: "Rapport semestriel",
        Length.YEAR: "Bilan annuel",
        Length.RANGE: "Rapport périodique",
    },
    kind="rapport",
    sections=Sections(
        signals="Éléments à signaler",
        numbered=(
            "Unité et période",
            "Données globales",
            "Répartition par type de rencontre, catégorie de partenaire, lieu ou modalité",
            "Thématiques soulevées",
            "Suite donnée aux engagements",
            "Saisines et réponses reçues",
            "Sensibilisation et communication",
            "Difficultés et besoins",
            "Appréciation de la situation",
        ),
        programmes={
            Programme.HELD: "Rencontres tenues après la période",
            Programme.BOTH: "Rencontres tenues ou programmées après la période",
            Programme.TO_COME: "Programme prévisionnel",
        },
        annex="Annexe\u00a0: liste des rencontres",
    ),
    key_figures=(
        ("rencontre", "rencontres"),
        ("participant", "participants"),
        ("point enregistré", "points enregistrés"),
        ("engagement réalisé", "engagements réalisés"),
        ("point en attente de suite", "points en attente de suite"),
    ),
    figures={
        "meetings": "Rencontres",
        "participants": "Participants",
        "women": "Dont de sexe féminin",
        "partners": "Partenaires participants",
        "points": "Points enregistrés",
        "without_outcome": "Points en attente de suite",
        "commitments": "Engagements pris",
        "overdue": "Engagements de la période en retard",
        "referrals": "Saisines",
        "rumours": "Informations à vérifier",
    },
    figure="Indicateur",
    change="Écart",
    kind_headings=(
        "Type de rencontre",
        "Rencontres",
        "Participants",
        "Dont de sexe féminin",
        "Points enregistrés",
    ),
    category_headings=("Catégorie de partenaire", "Partenaires participants", "", "Rencontres"),
    channel_headings=("Lieu ou modalité", "Rencontres", ""),
    topic="Thématique",
    topics_gone="Autres thématiques, non soulevées au cours de la période",
    thanks="Remerciements",
    meetings_concerned="Rencontres concernées",
    total="Total",
    chart="Rencontres et engagements pris, par mois",
    series=("Rencontres", "Engagements pris"),
    states={
        "cst.done": "Réalisés",
        "cst.partly": "Partiellement réalisés",
        "cst.in_progress": "En cours d’exécution",
        "cst.open": "En attente d’exécution",
        "cst.overdue": "En retard",
        "cst.referred": "Transmis au service compétent",
        "cst.dropped": "Abandonnés",
        "cst.blocked": "Non réalisables",
    },
    states_of_one={
        "cst.done": "Réalisé",
        "cst.partly": "Partiellement réalisé",
        "cst.dropped": "Abandonné",
        "cst.blocked": "Non réalisable",
    },
    states_of_two={},
    promise_headings=("Engagement non encore réalisé", "Responsable de l’exécution", "Échéance"),
    state="État au {day}",
    referral_headings=("Destinataire", "Thématique", "Date", "Réponse au {day}"),
    planned_headings=("Date", "Type de rencontre", "Objet", "Catégories de partenaires"),
    annex_headings=("N°", "Date", "Type", "Objet", "Part.", "Dont fém.", "Points", "Engag."),
    annex_commitments="Engag.\u00a0: engagements pris au cours de la période à la suite de chaque"
    " rencontre\u00a0; n’y figurent pas ceux qui font suite à une rencontre antérieure à la période"
    " ou à une remarque reçue en dehors des rencontres.",
    no_due_day="Non fixée",
    no_points="Aucun point n’a été enregistré au cours de la période.",
    no_promises="Aucun engagement n’a été pris à la suite {meetings} de la période.",
    no_referrals="Aucune saisine n’a été adressée à la suite {meetings} de la période.",
    none_without_meetings="Néant au titre de la période.",
    none_made="Aucun engagement n’a été pris au cours de la période.",
    none_sent="Aucune saisine n’a été adressée au cours de la période.",
    publication_headings=("Type de publication", "Part"),
    rounded="Pourcentages arrondis au dixième.",
    planned_names={
        Programme.HELD: ("Rencontre tenue", "Rencontres tenues", "Rencontres tenues"),
        Programme.BOTH: ("Rencontres tenues ou programmées",) * 3,
        Programme.TO_COME: (
            "Rencontre programmée",
            "Rencontres programmées",
            "Rencontres programmées",
        ),
    },
    in_two_months=" dans les deux mois suivant le\u00a0",
    until=" d’ici au\u00a0",
    held_none="Aucune rencontre n’a été tenue ",
    planned_none="Aucune rencontre n’est programmée",
    planned_states=(
        *("État", "Tenue", "Programmée", "Prévue ce jour"),
        "Non encore enregistrée comme tenue",
    ),
    not_noted_subject="Non précisé",
    nothing_planned=("Au\u00a0", ", aucune rencontre n’est programmée"),
    nothing_since="Aucune rencontre n’a été tenue dans les deux mois suivant le\u00a0",
    given_up_headings=("Engagement", "Responsable de l’exécution", "État", "Motif"),
    not_given="À fixer",
    no_reason="Non précisé",
    earlier_referral=" (antérieure à la période)",
    no_sent_day="Date d’envoi non relevée",
    no_partner="Aucun partenaire enregistré",
    kept_of_none="engagement pris",
    channels={
        "ch.video": "Par visioconférence",
        FIELD: "Sur le terrain",
        UNPLACED: "En présentiel, lieu non précisé",
        "ch.inperson": "En présentiel, en un autre lieu",
        "ch.partner_place": "Au siège d’un partenaire",
        "ch.permanence": "À la permanence, au siège de l’arrondissement de police",
    },
    partly_noted="*\u00a0:\u00a0nombre relevé pour une partie seulement des rencontres.",
    not_noted="—\u00a0:\u00a0non relevé.",
    not_compared="—\u00a0:\u00a0non relevé, ou relevé pour une partie seulement des rencontres et"
    " non comparé.",
    none_compared="Ces données ne sont pas comparées à celles de la période précédente, au cours de"
    " laquelle aucune rencontre n’est enregistrée.",
    begun_since="Ces données ne sont pas comparées à celles de la période précédente, le registre"
    " ne comportant aucune rencontre antérieure au\u00a0",
    registered_alone="Sont comptés par catégorie les partenaires inscrits au registre\u00a0; ceux"
    " dont le nom n’est pas relevé n’y entrent pas.",
    still_running={
        Length.MONTH: "Le mois n’étant pas achevé, ces données ne sont pas comparées à celles du"
        " mois précédent.",
        Length.QUARTER: "Le trimestre n’étant pas achevé, ces données ne sont pas comparées à"
        " celles du trimestre précédent.",
        Length.HALF: "Le semestre n’étant pas achevé, ces données ne sont pas comparées à celles"
        " du semestre précédent.",
        Length.YEAR: "L’année n’étant pas achevée, ces données ne sont pas comparées à celles de"
        " l’année précédente.",
        Length.RANGE: "La période n’étant pas achevée, ces données ne sont pas comparées à celles"
        " de la précédente.",
    },
    no_interactions=(
        "Le nombre d’interactions n’a pas été relevé pour cette publication.",
        "Le nombre d’interactions n’a pas été relevé pour ces publications.",
        "Le nombre d’interactions n’a pas été relevé pour ces publications.",
    ),
    what_is_without_outcome="Points en attente de suite\u00a0: points qui n’ont encore donné lieu"
    " ni à une réponse, ni à un engagement, ni à une saisine, ni à une décision, même lorsqu’ils"
    " ont été soulevés à nouveau. N’y entrent ni les remerciements, ni les"
    " remarques reçues en dehors des rencontres, ni les informations à vérifier, dont l’issue est"
    " suivie à part.",
    nothing="Sans objet.",
    no_meetings="Aucune rencontre n’a été tenue au cours de cette période.",
    opinion="avis personnel, distinct des faits relatés",
)
