"""The blocks of a French sample of a session summary."""

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import (
    Assessment,
    Block,
    Facts,
    Letterhead,
    Paragraph,
    Quotation,
    Signature,
    Title,
)
from tests.core.documents.sample_parts import quotation, row, text

POINTS = (
    row(
        "Sécurisation des entrées et sorties des écoles",
        "Affluence devant les établissements aux heures d’entrée et de sortie",
        "Engagement (1 et 2)",
    ),
    row(
        "Éclairage public",
        quotation(
            "Le passage derrière le lycée reste sans éclairage dès 18\u00a0h.", Language.FRENCH
        ),
        "Saisine de la commune\u00a0; engagement (3)",
    ),
    row(
        "Trafic de stupéfiants aux abords des établissements scolaires",
        "Thématique évoquée, sans que le détail en soit repris ici",
        "Orientation vers la voie judiciaire ou le\u00a019",
    ),
    row(
        "Renforcement des patrouilles",
        quotation(
            "نلتمس تكثيف الدوريات ليلا بجوار صيدليات الحراسة",
            Language.ARABIC,
            "texte original en arabe",
        ),
        "Réponse en séance\u00a0: les patrouilles de nuit couvrent les pharmacies de garde"
        " depuis le 1er\u00a0octobre\u00a02026",
    ),
)
COMMITMENTS = (
    row(
        "1",
        "Patrouille à pied aux heures d’entrée et de sortie",
        "Chef de l’arrondissement de police",
        "19/10/2026",
    ),
    row(
        "2",
        "Séance de sensibilisation en milieu scolaire sur la sécurité routière",
        "Service de la circulation routière",
        "30/10/2026",
    ),
    row(
        "3",
        "Communication de la réponse de la commune aux participants",
        "Chef de l’arrondissement de police",
        "11/11/2026",
    ),
)


OPENING: tuple[Block, ...] = (
    Letterhead(
        (
            "Royaume du Maroc",
            "Direction générale de la Sûreté nationale",
            "Préfecture de police de Casablanca",
            "District de police d’Anfa",
            "Arrondissement de police Annakhil",
        ),
        text("Casablanca, le 14\u00a0octobre\u00a02026"),
        text("N°\u00a0: 23/2026"),
    ),
    Title(
        "Synthèse d’une séance de dialogue",
        text("Sécurisation des abords des établissements scolaires"),
    ),
    Facts(
        (
            ("Type de rencontre", text("Rencontre thématique")),
            ("Date", text("Mercredi 14\u00a0octobre\u00a02026")),
            ("Horaire", text("de 10\u00a0h\u00a030 à 12\u00a0h\u00a015")),
            ("Canal", text("En présentiel")),
            ("Lieu", text("Siège de l’arrondissement de police")),
            ("Participants", text("14")),
            ("Dont femmes", text("6")),
            ("Associations représentées", text("7")),
        )
    ),
    Paragraph(
        text(
            "Dans le cadre de l’ouverture des services de la Sûreté nationale sur leur",
            " environnement et de la mise en œuvre de la police de proximité, le chef de",
            " l’arrondissement de police Annakhil a présidé, le mercredi",
            " 14\u00a0octobre\u00a02026 à 10\u00a0h\u00a030, au siège de l’arrondissement de",
            " police, une rencontre thématique consacrée à la sécurisation des abords des",
            " établissements scolaires. Elle a réuni 14\u00a0participants, dont",
            " 6\u00a0femmes\u00a0: 12\u00a0représentants de 7\u00a0associations",
            " (5\u00a0associations de parents d’élèves et 2\u00a0associations de quartier) et",
            " 2\u00a0pharmaciens, au titre des professions libérales.",
        )
    ),
    Paragraph(
        text(
            "Après le mot d’accueil et le rappel de la suite donnée aux engagements",
            " antérieurs, dont 2 ont été réalisés et 1 est en cours, les participants ont",
            " soulevé 4\u00a0points, qui ont reçu les suites ci-après\u00a0:",
        )
    ),
)
POINT_HEADINGS = ("Thématique", "Point soulevé", "Suite donnée")
BETWEEN: tuple[Block, ...] = (
    Paragraph(text("La rencontre a donné lieu à 3\u00a0engagements\u00a0:")),
)
COMMITMENT_HEADINGS = ("N°", "Engagement", "Responsable de l’exécution", "Échéance")
CLOSING: tuple[Block, ...] = (
    Paragraph(
        text(
            "Il a été décidé de saisir la commune au sujet de l’éclairage public. La prochaine",
            " rencontre est fixée au mercredi 11\u00a0novembre\u00a02026 à",
            " 10\u00a0h\u00a030, au siège de l’arrondissement de police.",
        )
    ),
    Assessment(
        text("Appréciation du chef de l’arrondissement de police"),
        "avis de son auteur, distinct des faits",
        Quotation(
            "Participation effective, échanges sereins\u00a0; l’éclairage public revient pour"
            " la 3e\u00a0rencontre consécutive.",
            Language.FRENCH,
            "assessment",
            "traduction de l’auteur",
        ),
    ),
    Signature("Le chef de l’arrondissement de police"),
)
