"""The fixed words of the national summary in French."""

from outreach_app.summaries.national.writer import Labels, Sections

LABELS = Labels(
    title="Synthèse nationale",
    subtitle="Dialogue avec les acteurs associatifs, les professions libérales et les autres"
    " partenaires",
    for_public="Version destinée au public",
    kind="synthèse",
    sections=Sections(
        regions="Données par région",
        map="Carte de couverture",
        follow_up="Points et engagements par région",
        commands="Données par commandement",
        main="Principales thématiques",
        recorded="Thématiques abordées",
        rising="Thématiques en hausse",
        categories="Partenaires par catégorie",
        channels="Rencontres, actions et échanges par canal",
        states="État d’exécution des engagements",
        late="Rapports attendus",
    ),
    key_figures=(
        "Rapports complets reçus",
        "Couverture des arrondissements",
        "Rencontres, actions et échanges",
        "Participants",
        "Engagements réalisés",
    ),
    area_headings=(
        "Région",
        "Arrond. de police",
        "Rapports reçus",
        "Couverture",
        "Rencontres, actions et échanges",
        "Participants",
        "Associations",
        "Engagements",
        "Taux de réalisation",
    ),
    published_headings=(
        "Région",
        "Rencontres, actions et échanges",
        "Participants",
        "Associations",
        "Points soulevés",
        "Engagements",
    ),
    command="Commandement",
    follow_up_headings=(
        "Région",
        "De sexe féminin",
        "Points soulevés",
        "En attente de suite",
        "Engagements",
        "Réalisés",
        "En retard",
    ),
    concern="Thématique",
    trend="Évolution",
    no_change="Non calculée",
    regions_named="Principales régions concernées",
    region_noted="Région concernée",
    category_headings=("Catégorie", "Enregistrés", "Ayant pris part", "Part"),
    channel="Canal",
    in_person="En présentiel, en un autre lieu ou en un lieu non précisé",
    permanence="À la permanence",
    video="Par visioconférence",
    late_headings=(
        "Arrondissement de police",
        "Commandement",
        "Dernier rapport reçu, arrêté au",
        "Mois échus sans rapport complet au {end}",
    ),
    total="Total",
    other_region="Région non précisée",
    other_regions="Autres régions",
    other_command="Commandement non précisé",
    never="aucun rapport reçu",
    every_month="Tous",
    no_report="Non reçu",
    partly_noted="*\u00a0:\u00a0nombre relevé pour une partie seulement des rencontres, actions et"
    " échanges.",
    registered_alone="Sont comptés par catégorie les partenaires inscrits au registre\u00a0; ceux"
    " dont le nom n’est pas relevé n’y entrent pas.",
    not_noted="Non relevé",
    regions_note="Couverture\u00a0: nombre de rapports reçus sur le nombre d’arrondissements de"
    " police enregistrés. Taux de réalisation\u00a0: part des engagements réalisés parmi les"
    " engagements enregistrés, qui sont ceux pris à la suite des rencontres, actions et échanges de"
    " la période, même à une date ultérieure.",
    no_report_note="Non reçu\u00a0: aucun rapport complet reçu pour la période.",
    nothing_note="Tiret (—)\u00a0: aucun arrondissement de police ou aucun engagement enregistré.",
    unanswered_note="En attente de suite\u00a0: points qui n’ont encore donné lieu ni à une"
    " réponse, ni à un engagement, ni à une saisine, ni à une décision, hors les remerciements"
    " et les informations à vérifier.",
    published_note="Engagements\u00a0: ceux pris à la suite des rencontres, actions et échanges de"
    " la période, même à une date ultérieure.",
    unknown_note="Tiret (—)\u00a0: donnée non disponible.",
    counted_note="Ne sont comptés que les arrondissements de police dont le rapport est reçu.",
    map_key="Taux de couverture",
    map_steps=("95 à 100\u00a0%", "90 à 94\u00a0%", "80 à 89\u00a0%", "moins de 80\u00a0%"),
    map_empty="sans donnée",
    map_note="Les carreaux suivent la position géographique, non la superficie.",
    late_note="En retard\u00a0: échéance passée au {day}, sans que le dernier rapport reçu fasse"
    " état de la réalisation.",
    states=("Réalisés", "En attente ou en cours d’exécution", "En retard"),
    ended={
        "cst.dropped": "Abandonnés",
        "cst.blocked": "Non réalisables",
        "cst.referred": "Transmis",
    },
    ended_all="Clos sans réalisation",
)
