"""The session summary of the mock-ups, in both languages, as the summaries layer hands it over."""

from datetime import datetime

from outreach_app.clock import CASABLANCA
from outreach_app.documents.render import Issue
from outreach_app.i18n import Language
from outreach_app.summaries.blocks import (
    Assessment,
    Block,
    Cell,
    Facts,
    Letterhead,
    Paragraph,
    Quotation,
    Realised,
    Signature,
    Span,
    Table,
    Text,
    Title,
)

ISSUE = Issue(
    number="23/2026",
    version=2,
    issued_at=datetime(2026, 10, 14, 15, 40, tzinfo=CASABLANCA),
    code="3F9A-71C2",
)
TITLES = {
    Language.ARABIC: "خلاصة جلسة حوار عدد 23/2026",
    Language.FRENCH: "Synthèse d’une séance de dialogue n°\u00a023/2026",
}

Row = tuple[Cell, ...]


def text(*parts: str) -> Text:
    """A text of these parts, none of them a fact."""
    return tuple(Span(part) for part in parts)


def row(*cells: str | Quotation) -> Row:
    return tuple(text(cell) if isinstance(cell, str) else cell for cell in cells)


def quotation(words: str, language: Language, note: str | None = None) -> Quotation:
    return Quotation(words, language, "points.1.words", note)


def session(
    language: Language,
    points: tuple[Row, ...] | None = None,
    commitments: tuple[Row, ...] | None = None,
) -> Realised:
    """The session summary, with other points or commitments where they are given."""
    if language is Language.ARABIC:
        return _arabic(points or ARABIC_POINTS, commitments or ARABIC_COMMITMENTS)
    return _french(points or FRENCH_POINTS, commitments or FRENCH_COMMITMENTS)


def words_of(language: Language, *paragraphs: str) -> Realised:
    """A document of paragraphs only."""
    return Realised(language, "", "", tuple(Paragraph(text(each)) for each in paragraphs))


ARABIC_POINTS = (
    row(
        "تأمين أوقات الدخول والخروج",
        "ازدحام أمام المؤسسات عند أوقات الدخول والخروج",
        "التزام (1 و2)",
    ),
    row(
        "الإنارة العمومية",
        quotation(
            "Le passage derrière le lycée reste sans éclairage dès 18\u00a0h.",
            Language.FRENCH,
            "نص أصلي بالفرنسية",
        ),
        "إحالة على الجماعة، والتزام (3)",
    ),
    row(
        "ترويج المخدرات بمحيط المؤسسات التعليمية",
        "سُجل الموضوع دون تفاصيل",
        "توجيه نحو المسطرة القضائية أو الرقم\u00a019",
    ),
    row(
        "تكثيف الدوريات",
        quotation("نلتمس تكثيف الدوريات ليلا بجوار صيدليات الحراسة", Language.ARABIC),
        "جواب في الجلسة: تشمل الدوريات الليلية صيدليات الحراسة منذ فاتح\u00a0أكتوبر\u00a02026",
    ),
)
ARABIC_COMMITMENTS = (
    row(
        "1",
        "تخصيص دورية راجلة عند أوقات الدخول والخروج",
        "رئيس الدائرة الأمنية",
        "\u206619/10/2026\u2069",
    ),
    row(
        "2",
        "تنظيم حصة تحسيسية بالوسط المدرسي حول السلامة الطرقية",
        "مصلحة السير الطرقي",
        "\u206630/10/2026\u2069",
    ),
    row("3", "موافاة الحاضرين بجواب الجماعة", "رئيس الدائرة الأمنية", "\u206611/11/2026\u2069"),
)
FRENCH_POINTS = (
    row(
        "Sécurisation des entrées et sorties",
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
        "Thématique relevée, sans détail",
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
FRENCH_COMMITMENTS = (
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


def _arabic(points: tuple[Row, ...], commitments: tuple[Row, ...]) -> Realised:
    blocks: tuple[Block, ...] = (
        Letterhead(
            (
                "المملكة المغربية",
                "المديرية العامة للأمن الوطني",
                "ولاية أمن الدار البيضاء",
                "منطقة أمن أنفا",
                "الدائرة الأمنية النخيل",
            ),
            text("الدار البيضاء، في 14\u00a0أكتوبر\u00a02026"),
            text("عدد: \u206623/2026\u2069"),
        ),
        Title("خلاصة جلسة حوار", text("تأمين محيط المؤسسات التعليمية")),
        Facts(
            (
                ("نوع اللقاء", text("لقاء موضوعاتي")),
                ("التاريخ", text("الأربعاء 14\u00a0أكتوبر\u00a02026")),
                ("التوقيت", text("من \u206610:30\u2069 إلى \u206612:15\u2069")),
                ("القناة", text("حضوري")),
                ("المكان", text("مقر الدائرة الأمنية")),
                ("عدد المشاركين", text("14")),
                ("من بينهم نساء", text("6")),
                ("الجمعيات الممثلة", text("7")),
            )
        ),
        Paragraph(
            text(
                "في إطار انفتاح مصالح الأمن الوطني على محيطها، وتفعيلا لمقاربة شرطة القرب، ترأس رئيس",
                " الدائرة الأمنية النخيل، يوم الأربعاء 14\u00a0أكتوبر\u00a02026 على الساعة",
                " \u206610:30\u2069، بمقر الدائرة الأمنية، لقاء موضوعاتيا حول تأمين محيط المؤسسات",
                " التعليمية، حضره 14\u00a0مشاركا، من بينهم 6\u00a0نساء: 12\u00a0ممثلا عن",
                " 7\u00a0جمعيات (5\u00a0جمعيات لأمهات وآباء وأولياء التلميذات والتلاميذ وجمعيتين",
                " للأحياء)، وصيدليان اثنان من أصحاب المهن الحرة.",
            )
        ),
        Paragraph(
            text(
                "وبعد كلمة الترحيب والتذكير بمآل الالتزامات السابقة، التي أُنجز منها التزامان ولا",
                " يزال التزام واحد قيد الإنجاز، أثار الحاضرون 4\u00a0نقط، كان مآلها كما يلي:",
            )
        ),
        Table("points", ("الموضوع", "النقطة المثارة", "المآل"), points),
        Paragraph(text("وخلص اللقاء إلى تسجيل 3\u00a0التزامات:")),
        Table("commitments", ("رقم", "الالتزام", "المكلف بالتنفيذ", "أجل التنفيذ"), commitments),
        Paragraph(
            text(
                "كما تقررت إحالة نقطة الإنارة العمومية على الجماعة. واتفق الحاضرون على عقد اللقاء",
                " المقبل يوم الأربعاء 11\u00a0نونبر\u00a02026 على الساعة \u206610:30\u2069، بمقر",
                " الدائرة الأمنية.",
            )
        ),
        Assessment(
            text("تقدير رئيس الدائرة الأمنية"),
            "رأي محرره، مستقل عن الوقائع",
            Quotation(
                "مشاركة فعلية ونقاش هادئ؛ وتبقى الإنارة العمومية مطلبا متكررا للقاء الثالث على"
                " التوالي.",
                Language.ARABIC,
                "assessment",
            ),
        ),
        Signature("رئيس الدائرة الأمنية"),
    )
    return Realised(Language.ARABIC, "خلاصة", "وثيقة داخلية", blocks)


def _french(points: tuple[Row, ...], commitments: tuple[Row, ...]) -> Realised:
    blocks: tuple[Block, ...] = (
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
        Table("points", ("Thématique", "Point soulevé", "Suite donnée"), points),
        Paragraph(text("La rencontre a donné lieu à 3\u00a0engagements\u00a0:")),
        Table(
            "commitments",
            ("N°", "Engagement", "Responsable de l’exécution", "Échéance"),
            commitments,
        ),
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
    return Realised(Language.FRENCH, "synthèse", "Document interne", blocks)
