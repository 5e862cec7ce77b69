"""The fixed words of a partner sheet, and its sentences, in each language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from outreach_app.i18n import Language
from outreach_app.rules.kinds import CommitmentOwner, PartnerCategory
from outreach_app.summaries.hand_outs.plan import PromiseFacts
from outreach_app.summaries.partner_sheets.nouns import THIS, arabic_noun, french_noun
from outreach_app.summaries.partner_sheets.plan import PartnerSheetPlan
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.bodies import name_of_one
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.letters import spelled
from outreach_app.summaries.prose.nouns import POINT
from outreach_app.summaries.prose.practices import practice_name
from outreach_app.summaries.session import point_kinds
from outreach_app.vocabulary import printed

AR, FR = Language.ARABIC, Language.FRENCH


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed texts of the sheet in one language, and its formats of days and hours.

    `facts` are the labels of category, type, seat, receipt, its nature and day, phone and next
    meeting, `receipt` where its nature or its day alone is known; `{day}` in a heading is that of
    the sheet.
    """

    title: str
    kind: str
    facts: tuple[str, str, str, str, str, str, str]
    receipt: tuple[str, str]
    natures: tuple[str, str]
    sections: tuple[str, str, str, str]
    capacities: tuple[str, str, str]
    meetings: tuple[str, str, str, str, str]
    points: tuple[str, str, str, str]
    pledges: tuple[str, str, str, str]
    present: str
    absent: str
    to_inform: str
    inform_by: tuple[str, str]
    no_subject: str
    no_detail: str
    none: str
    no_thanks: str
    unverified: str
    no_mandate: str
    no_capacity: str
    nobody_named: str
    names_withheld: str
    no_due_day: str
    from_: str
    since_day: str
    until: str
    comma: str
    semicolon: str
    reply: str
    unanswered: str
    by_other: str
    unkept: str
    inferred: str
    ours: str
    of_service: str
    partner: str
    profession: str
    cooperative: str
    unnamed_authority: str
    since: str
    late: str
    lapsed: str
    answered: str
    answered_only: str
    transmitted: str
    closed: str
    given: tuple[str, str]
    noted: str
    remark: str
    point_kinds: dict[str, str]
    foot: str
    day: Callable[[date], str]
    hour: Callable[[time], str]


LABELS = {
    AR: Labels(
        title="بطاقة شريك",
        kind="بطاقة",
        facts=(
            *("الصنف", "النوع", "العنوان", "رقم الوصل"),
            *("طبيعة الوصل وتاريخه", "الهاتف", "الموعد المقبل"),
        ),
        receipt=("طبيعة الوصل", "تاريخ الوصل"),
        natures=("مؤقت", "نهائي"),
        sections=(
            "المخاطبون حسب الصفة",
            "ما أثاره الشريك خلال الأشهر الاثني عشر الأخيرة",
            "المواضيع المثارة بحضور الشريك خلال الأشهر نفسها",
            "الالتزامات المتخذة في هذا الإطار من لدن الدائرة الأمنية أو السلطات أو هذا الشريك",
        ),
        capacities=("الصفة", "مدة الانتداب", "إخبار الشخص المعني (القانون رقم \u206609-08\u2069)"),
        meetings=("عدد", "التاريخ", "النوع", "الموضوع", "المشاركة"),
        points=("التاريخ", "الموضوع وطبيعة النقطة", "النقطة", "المآل إلى غاية {day}"),
        pledges=("الالتزام", "المكلف بالتنفيذ", "الأجل", "الحالة إلى غاية {day}"),
        present="نعم",
        absent="لا",
        to_inform="لم يتم الإخبار بعد؛ يتعين تسليم الإعلان المتعلق بالمعطيات ذات الطابع الشخصي",
        inform_by=("، في أجل أقصاه ", "، وقد انقضى الأجل يوم "),
        no_subject="غير مدون",
        no_detail="اقتُصر على ذكر الموضوع",
        none="لم يُسجل أي مآل",
        no_thanks="لا يستدعي أي إجراء",
        unverified="في انتظار نتيجة التحقق",
        no_mandate="غير مسجلة",
        no_capacity="غير مدونة",
        nobody_named="لا موجب له، إذ لا يُحتفظ بأي اسم",
        names_withheld="غير مبين، لتعذر الاطلاع على الأسماء",
        no_due_day="غير محدد",
        from_="من ",
        since_day="ابتداء من ",
        until=" إلى غاية ",
        comma="، ",
        semicolon="؛ ",
        reply="جواب الدائرة الأمنية: ",
        unanswered="، ولم يرد الجواب بعد",
        by_other="التزم أحد الشركاء بشأن هذه النقطة",
        unkept="لم يُنفَّذ ما التُزم به",
        inferred="وتشمل هذه النقط ما سُجل دون ذكر صاحبه في لقاءات لم يحضرها أي شريك آخر.",
        ours="التزام الدائرة الأمنية",
        of_service="التزام الجهة المختصة",
        partner="الشريك",
        profession="المهنة",
        cooperative="الفاعلون الجمعويون والتعاونيات",
        unnamed_authority="جهة مختصة لم تُحدد",
        since=" يوم ",
        late="، بعد انصرام الأجل",
        lapsed="، وقد انصرم الأجل",
        answered="قُدم الجواب",
        answered_only="قُدم الجواب، دون أي إجراء آخر",
        transmitted="أُحيلت على المصلحة المختصة قصد اتخاذ ما يلزم",
        closed="أُغلقت النقطة يوم ",
        given=("أُبلغ جواب الدائرة الأمنية يوم ", "أُبلغ الجواب يوم "),
        noted="سُجلت النقطة ضمن الأخبار المتداولة",
        remark="ملاحظة عدد ",
        point_kinds=point_kinds.NAMES[Language.ARABIC] | {"rumour": "خبر متداول"},
        foot="لا تتضمن هذه البطاقة اسم أي شخص ولا أي رأي في الشريك.",
        day=arabic.short_date,
        hour=arabic.clock,
    ),
    FR: Labels(
        title="Fiche partenaire",
        kind="fiche",
        facts=(
            *("Catégorie", "Type", "Adresse", "Récépissé"),
            *("Nature et date du récépissé", "Téléphone", "Prochain rendez-vous"),
        ),
        receipt=("Nature du récépissé", "Date du récépissé"),
        natures=("Provisoire", "Définitif"),
        sections=(
            "Interlocuteurs, par qualité",
            "Points soulevés par le partenaire lui-même au cours des 12\u00a0derniers mois",
            "Thématiques abordées en sa présence au cours de ces 12\u00a0mois",
            (
                "Engagements pris dans ce cadre par l’arrondissement de police, les autorités ou"
                " ce partenaire"
            ),
        ),
        capacities=("Qualité", "Mandat", "Information de la personne (loi n°\u00a009-08)"),
        meetings=("N°", "Date", "Type", "Objet", "Participation"),
        points=("Date", "Thématique et nature", "Point", "Suite donnée au {day}"),
        pledges=("Engagement", "Responsable", "Échéance", "État au {day}"),
        present="Oui",
        absent="Non",
        to_inform="Avis relatif aux données à caractère personnel à remettre",
        inform_by=(" au plus tard le\u00a0", "\u00a0; délai expiré le\u00a0"),
        no_subject="Non précisé",
        no_detail="Seule la thématique est mentionnée",
        none="Aucune suite enregistrée",
        no_thanks="N’appelle pas de suite",
        unverified="En attente du résultat de la vérification",
        no_mandate="Non enregistré",
        no_capacity="Non renseignée",
        nobody_named="Sans objet, aucun nom n’étant conservé",
        names_withheld="Non indiquée, les noms n’étant pas consultables",
        no_due_day="Non fixée",
        from_="du ",
        since_day="depuis le\u00a0",
        until=" au ",
        comma=", ",
        semicolon="\u00a0; ",
        reply="Réponse de l’arrondissement de police\u00a0: ",
        unanswered="\u00a0; sans réponse à ce jour",
        by_other="Engagement de l’un des partenaires à ce sujet",
        unkept="non tenu",
        inferred="Y figurent aussi les points enregistrés sans mention de leur auteur, lors de"
        " rencontres où aucun autre partenaire n’était présent.",
        ours="Engagement de l’arrondissement de police",
        of_service="Engagement du service compétent",
        partner="Partenaire",
        profession="Profession",
        cooperative="Acteurs associatifs et coopératives",
        unnamed_authority="Autorité à préciser",
        since=" le\u00a0",
        late=", hors délai",
        lapsed=", échéance dépassée",
        answered="Réponse donnée",
        answered_only="Réponse donnée, sans autre suite",
        transmitted="Transmis au service compétent pour suite à donner",
        closed="Point clos le\u00a0",
        given=(
            "Réponse de l’arrondissement de police communiquée le\u00a0",
            "Réponse communiquée le\u00a0",
        ),
        noted="Point inscrit au suivi des informations à vérifier",
        remark="remarque n°\u00a0",
        point_kinds=point_kinds.NAMES[Language.FRENCH] | {"rumour": "information rapportée"},
        foot="Cette fiche ne comporte ni nom de personne ni avis sur le partenaire.",
        day=french.short_date,
        hour=french.clock,
    ),
}


def point_kind(kind: str, language: Language) -> str:
    """Return the word for a kind of point."""
    return LABELS[language].point_kinds.get(kind) or printed(kind, language)


def points(number: int, language: Language) -> str:
    """Return « un point », «نقطة واحدة»."""
    if language is AR:
        return count(POINT, number, Case.NOMINATIVE, AR)
    return spelled(POINT, number, Case.NOMINATIVE, FR)


def type_of(plan: PartnerSheetPlan, language: Language) -> Text:
    """Return the type of a partner; the category alone is named above."""
    if plan.type is None:
        return ()
    name = name_of_one(plan.type, language)
    if plan.category != PartnerCategory.LIBERAL:
        # A company is no professional: a bank's branch is not its director.
        name = practice_name(plan.type, language, name)
    return french.sentence_case((Span(name, "type"),))


def owner_name(plan: PartnerSheetPlan, owner: str, language: Language) -> str:
    """Return what the partner, or an authority without a name, is called; "" for the office."""
    if owner == CommitmentOwner.PARTNER:
        noun = arabic_noun(plan)[0] if language is AR else french_noun(plan)[0]
        return LABELS[language].partner if noun in THIS else noun
    is_authority = owner == CommitmentOwner.AUTHORITY
    return LABELS[language].unnamed_authority if is_authority else ""


def whose_pledge(plan: PartnerSheetPlan, promise: PromiseFacts, path: str, page: Language) -> Text:
    """Return « Engagement de la commune », «التزام الجمعية»: whose a promise about a point is."""
    labels = LABELS[page]
    if promise.owner == CommitmentOwner.AUTHORITY:
        if promise.authority is None:
            return text(Span(labels.of_service, f"{path}.owner"))
        fact = f"{path}.authority"
        if page is AR:
            return text("التزام ", arabic.label_span(promise.authority, fact))
        return text("Engagement ", french.service(promise.authority, fact, "de"))
    if promise.owner != CommitmentOwner.PARTNER:
        return text(Span(labels.ours, f"{path}.owner"))
    if page is AR:
        return text(Span(f"التزام {arabic_noun(plan)[0]}", f"{path}.owner"))
    whole = french_noun(plan)[1]
    of = f"du {whole[3:]}" if whole.startswith("le ") else f"de {whole}"
    return text(Span(f"Engagement {of}", f"{path}.owner"))


def not_its_own(plan: PartnerSheetPlan, language: Language) -> str:
    """State that what was raised together is not the partner's own, and what is not counted."""
    number = sum(each.count for each in plan.topics)
    if language is AR:
        noun, _is_feminine = arabic_noun(plan)
        these = {1: "هذه النقطة", 2: "هاتان النقطتان"}.get(number, "هذه النقط")
        apart = " ولا تُحتسب هنا عبارات الشكر التي لا تستدعي أي تتبع." if plan.has_thanks else ""
        return f". ولا تُنسب {these} إلى {noun} على وجه التحديد.{apart}"
    these = "Ce point n’est pas attribué" if number == 1 else "Ces points ne sont pas attribués"
    whole = french_noun(plan)[1]
    to = f"au {whole[3:]}" if whole.startswith("le ") else f"à {whole}"
    apart = (
        " Les remerciements n’appelant pas de suite ne sont pas comptés ici."
        if plan.has_thanks
        else ""
    )
    return f". {these} {to} en particulier.{apart}"
