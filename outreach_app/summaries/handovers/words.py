"""The fixed words of a handover file in each language."""

from dataclasses import dataclass

from outreach_app.i18n import Language
from outreach_app.rules.kinds import PointKind
from outreach_app.summaries.handovers.plan import Nature
from outreach_app.summaries.prose.french import Gender, with_article
from outreach_app.summaries.session.point_kinds import NAMES

AR, FR = Language.ARABIC, Language.FRENCH


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language.

    `sections` are the headings: duties, the year, commitments, those that ended without being kept,
    referrals, points, rumours, partners, meetings to come, meetings without an end, documents,
    meetings without a summary; `tables` are the headings of their columns, in the same order
    without the year; `informing` ends the first where people are to be informed later. `begun`
    leads to the day on which the register began, `blank` says that it is empty; `none` is said of a
    section without a row. What is due on no day is done `at_once`; the office set `own_delay`
    itself. `settle` leads to the news to settle, `tell` to what headquarters answered, `react` to
    what was `raised`, by the kind of the point, or to a point of another kind. `debtors` stand
    round the partner that owes a promise, or those of whom one does; `follow` leads to a promise of
    another in what is to do, be it `of_partner`, `of_service`, or of one or the other that nobody
    noted, and `set_day` to the `own_promise` as well; `prepare` leads to a meeting to hold,
    `origins` to the number of a meeting, a remark or news; `references` stand for those of other
    duties. A promise has `no_due_day` until one is set (`set_day`), a meeting no hour or subject
    (`to_set`), and of what ended or was sent no day may be noted (`no_day`); `entered` leads to
    that of the record of the former; `days` lead to the first and the last day.
    """

    title: str
    kind: str
    subtitle: str
    sections: tuple[str, ...]
    informing: str
    begun: str
    blank: str
    none: str
    tables: tuple[tuple[str, ...], ...]
    natures: dict[Nature, str]
    settle: dict[Nature, str]
    tell: str
    set_day: str
    no_due_day: str
    to_set: tuple[str, str]
    no_day: str
    entered: str
    react: tuple[str, str]
    raised: dict[str, str]
    point_closed: str
    at_once: str
    own_delay: str
    reason: str
    rumour_duties: tuple[str, str]
    prepare: str
    origins: dict[str, str]
    references: dict[Nature, str]
    debtors: tuple[tuple[str, str], tuple[str, str]]
    follow: str
    own_promise: str
    of_partner: tuple[str, str]
    of_unnamed_service: str
    of_service: str
    of_unnamed: str
    unnamed_authority: str
    unnamed_partner: str
    never_met: str
    partners: tuple[str, str]
    no_detail: str
    handed_over: str
    signatures: tuple[str, str]
    by_her: str


LABELS = {
    AR: Labels(
        title="ملف تسليم المهام",
        kind="ملف",
        subtitle="وضعية الحوار مع الشركاء إلى غاية ",
        sections=(
            *("ما تجاوز أجله وما يتعين القيام به خلال {days}\u00a0يوما", "حصيلة السنة منذ {first}"),
            *(
                "الالتزامات التي لم تُنجز بعد، حسب الأجل",
                "الالتزامات المنتهية دون تنفيذ منذ {first}، أيا كان تاريخ اتخاذها",
                "الإحالات دون جواب، حسب القدم",
                (
                    "النقط والملاحظات التي لم يُسجل بشأنها بعد أي مآل (لا إحالة ولا جواب"
                    " ولا التزام ولا قرار)"
                ),
                "الأخبار المتداولة التي لا تزال في انتظار التحقق أو بيان حقيقة",
            ),
            *("الشركاء حسب النوع، مع تاريخ آخر لقاء أو اتصال أو ملاحظة", "اللقاءات المبرمجة"),
            (
                "اللقاءات التي مضى تاريخها دون تسجيل انعقادها أو إلغائها، أو التي أُجلت دون"
                " تحديد تاريخ جديد"
            ),
            "الوثائق المستخرجة من السجل خلال السنة، قبل هذا الملف",
            "لقاءات السنة وأنشطتها واتصالاتها التي لم تصدر عنها أي خلاصة",
        ),
        informing="، والأشخاص الذين يتعين إخبارهم",
        begun="أول تسجيل بتاريخ ",
        blank="لم يُسجل أي لقاء أو ملاحظة أو خبر أو مادة منشورة بعد",
        none="لا شيء.",
        tables=(
            ("الأجل", "الطبيعة", "ما يتعين القيام به", "المرجع"),
            ("الأجل", "الالتزام", "المكلف بالتنفيذ", "المصدر"),
            ("تاريخ الانتهاء", "الالتزام", "المكلف بالتنفيذ", "الحالة والسبب", "المصدر"),
            ("تاريخ الإحالة", "الجهة", "الموضوع", "المصدر"),
            ("التاريخ", "الموضوع", "النقطة", "المصدر"),
            ("تاريخ الرصد", "الخبر", "ما يتعين القيام به"),
            ("الشريك", "النوع", "آخر لقاء أو اتصال أو ملاحظة"),
            ("التاريخ", "الساعة", "نوع اللقاء", "الموضوع والشركاء"),
            ("التاريخ المقرر", "نوع اللقاء", "الموضوع والشركاء", "الوضعية"),
            ("عدد", "الوثيقة", "تاريخ الإصدار", "الصيغة"),
            ("عدد", "التاريخ", "النوع", "الموضوع"),
        ),
        natures={
            Nature.LATE: "التزام متأخر",
            Nature.COMMITMENT: "التزام",
            Nature.MEETING: "لقاء",
            Nature.INFORM: "إخبار شخص",
            Nature.REMIND: "تذكير جهة",
            Nature.VERIFY: "التحقق من خبر",
            Nature.RECTIFY: "إصدار بيان حقيقة",
            Nature.REACT: "تحديد المآل",
            Nature.FOLLOW: "تتبع إحالة",
            Nature.SET_DAY: "تحديد أجل",
            Nature.RECORD: "لقاء مضى تاريخه",
            Nature.TELL: "تبليغ جواب",
            Nature.ANSWER: "جواب منتظر",
            Nature.PURSUE: "تتبع إحالة",
            Nature.RESCHEDULE: "لقاء مؤجل",
            Nature.CLOSE: "نقطة للإغلاق",
            Nature.MANDATE: "انتهاء الانتداب",
        },
        settle={
            Nature.VERIFY: "التحقق من الخبر المتداول",
            Nature.RECTIFY: "إصدار بيان حقيقة بشأن الخبر المتداول",
        },
        tell="تبليغ المعنيين بجواب المصالح المركزية عن ",
        set_day="تحديد أجل إنجاز ",
        no_due_day="دون أجل محدد",
        to_set=("تُحدد لاحقا", "الموضوع يُحدد لاحقا"),
        no_day="لم يُسجل",
        entered="سُجل في ",
        react=("تحديد مآل ", "النقطة"),
        raised={kind: f"ال{name}" for kind, name in NAMES[AR].items()}
        | {PointKind.RUMOUR: "الخبر المتداول"},
        point_closed="؛ النقطة مغلقة",
        at_once="في أقرب الآجال",
        own_delay="أجل داخلي",
        reason="السبب: ",
        rumour_duties=("التحقق", "إصدار بيان حقيقة"),
        prepare="الإعداد ",
        origins={"meeting": "اللقاء عدد", "remark": "الملاحظة عدد", "rumour": "الخبر عدد"},
        references={
            Nature.MEETING: "الفقرة \u20669\u2069",
            Nature.RECORD: "الفقرة \u206610\u2069",
            Nature.RESCHEDULE: "الفقرة \u206610\u2069",
            Nature.INFORM: "القانون رقم \u206609-08\u2069",
        },
        no_detail="اقتُصر على ذكر الموضوع",
        handed_over="يُسلَّم هذا الملف إلى الرئيس الجديد للدائرة الأمنية مرفقا بنسخة احتياطية من"
        " المعطيات. ولا تُسلَّم معه أي كلمة سر.",
        debtors=(("", " (شريك)"), ("أحد الشركاء الحاضرين: ", "")),
        follow="تتبع ",
        own_promise="الالتزام",
        of_partner=("التزام الشريك", "التزام أحد الشركاء الحاضرين"),
        of_unnamed_service="التزام الجهة المختصة",
        of_service="التزام",
        of_unnamed="التزام شريك لم يُحدد",
        unnamed_authority="جهة مختصة لم تُحدد",
        unnamed_partner="شريك لم يُحدد",
        never_met="لم يُسجل",
        partners=("الشريك", "الشركاء"),
        signatures=("المسلِّم", "المتسلِّم"),
        by_her="المسلِّمة",
    ),
    FR: Labels(
        title="Dossier de passation de consignes",
        kind="dossier",
        subtitle="Situation du dialogue avec les partenaires au ",
        sections=(
            *(
                "En retard ou à faire dans les {days} jours",
                "L’année en chiffres, depuis le {first}",
            ),
            "Engagements ouverts, par échéance",
            "Engagements clos sans réalisation depuis le {first}, quelle que soit leur date",
            "Saisines sans réponse, par ancienneté",
            *(
                (
                    "Points et remarques sans aucune suite (ni saisine, ni réponse, ni engagement,"
                    " ni décision)"
                ),
                "Informations encore à vérifier ou à rectifier",
                "Partenaires, par type, et date de la dernière rencontre, contact ou remarque",
            ),
            "Rencontres programmées",
            (
                "Rencontres dont la date est passée sans que leur tenue ou leur annulation soit"
                " enregistrée, ou reportées sans nouvelle date"
            ),
            "Documents établis à partir du registre dans l’année, avant le présent dossier",
            "Rencontres, actions et échanges de l’année sans synthèse émise",
        ),
        informing=", et personnes à informer",
        begun="premier enregistrement le\u00a0",
        blank="aucune rencontre, remarque, information ni publication encore enregistrée",
        none="Néant.",
        tables=(
            ("Échéance", "Nature", "À faire", "Référence"),
            ("Échéance", "Engagement", "Responsable", "Origine"),
            ("Clos le", "Engagement", "Responsable", "État et motif", "Origine"),
            ("Saisine du", "Service", "Thématique", "Origine"),
            ("Date", "Thématique", "Point", "Origine"),
            ("Relevée le", "Information", "À faire"),
            ("Partenaire", "Type", "Dernière rencontre, contact ou remarque"),
            ("Date", "Heure", "Type", "Objet et partenaires"),
            ("Date prévue", "Type", "Objet et partenaires", "Situation"),
            ("N°", "Document", "Émis le", "Version"),
            ("N°", "Date", "Type", "Objet"),
        ),
        natures={
            Nature.LATE: "Engagement en retard",
            Nature.COMMITMENT: "Engagement",
            Nature.MEETING: "Rencontre",
            Nature.INFORM: "Avis à remettre",
            Nature.REMIND: "Relance",
            Nature.VERIFY: "Vérification",
            Nature.RECTIFY: "Mise au point",
            Nature.REACT: "Suite à donner",
            Nature.FOLLOW: "Suivi de saisine",
            Nature.SET_DAY: "Échéance à fixer",
            Nature.RECORD: "Rencontre passée",
            Nature.TELL: "Réponse à communiquer",
            Nature.ANSWER: "Réponse à donner",
            Nature.PURSUE: "Suivi de transmission",
            Nature.RESCHEDULE: "Rencontre reportée",
            Nature.CLOSE: "Point à clore",
            Nature.MANDATE: "Fin de mandat",
        },
        settle={
            Nature.VERIFY: "Vérifier l’information",
            Nature.RECTIFY: "Publier une mise au point sur l’information",
        },
        tell="Communiquer aux intéressés la réponse des services centraux ",
        set_day="Fixer l’échéance de ",
        no_due_day="Sans échéance",
        to_set=("À fixer", "Objet à fixer"),
        no_day="Non relevé",
        entered="Enregistré le\u00a0",
        react=("Décider de la suite à donner ", "au point"),
        raised={
            kind: with_article(
                name, Gender.PLURAL if kind == PointKind.THANKS else Gender.FEMININE, "à"
            )
            for kind, name in NAMES[FR].items()
        }
        | {PointKind.RUMOUR: "à l’information rapportée"},
        point_closed="\u00a0; point clos",
        at_once="Dès que possible",
        own_delay="délai interne",
        reason="motif\u00a0: ",
        rumour_duties=("Vérifier", "Publier une mise au point"),
        prepare="Préparer ",
        origins={
            "meeting": "Rencontre n°",
            "remark": "Remarque n°",
            "rumour": "Information n°",
        },
        references={
            Nature.MEETING: "Section\u00a09",
            Nature.INFORM: "Loi n°\u00a009-08",
            Nature.RECORD: "Section\u00a010",
            Nature.RESCHEDULE: "Section\u00a010",
        },
        no_detail="Seule la thématique est mentionnée",
        handed_over="Ce dossier est remis au nouveau chef de l’arrondissement de police avec une"
        " sauvegarde des données. Aucun mot de passe n’est communiqué.",
        debtors=(("", " (partenaire)"), ("L’un des partenaires présents\u00a0: ", "")),
        follow="Suivre ",
        own_promise="l’engagement",
        of_partner=("l’engagement du partenaire", "l’engagement de l’un des partenaires présents"),
        of_unnamed_service="l’engagement du service compétent",
        of_service="l’engagement",
        of_unnamed="l’engagement d’un partenaire à préciser",
        unnamed_authority="Autorité à préciser",
        unnamed_partner="Partenaire à préciser",
        never_met="Aucun contact enregistré",
        partners=("Partenaire", "Partenaires"),
        signatures=("Le chef sortant", "Le chef entrant"),
        by_her="La cheffe sortante",
    ),
}
