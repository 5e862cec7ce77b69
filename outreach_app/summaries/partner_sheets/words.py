"""The fixed words of a partner sheet, and its sentences, in each language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from outreach_app.i18n import Language
from outreach_app.rules.kinds import CommitmentOwner, PartnerCategory
from outreach_app.summaries.partner_sheets.plan import PartnerSheetPlan
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.letters import in_letters, spelled
from outreach_app.summaries.prose.nouns import ACTIVITY, MEETING, POINT
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.session import point_kinds
from outreach_app.vocabulary import unknown

AR, FR = Language.ARABIC, Language.FRENCH


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed texts of the sheet in one language, and its formats of days and hours.

    `facts` are the labels of category, type, seat, receipt, its nature and day, phone and next
    meeting; `{day}` in a heading is the day of the sheet.
    """

    title: str
    kind: str
    facts: tuple[str, str, str, str, str, str, str]
    natures: tuple[str, str]
    sections: tuple[str, str, str, str, str]
    capacities: tuple[str, str, str]
    meetings: tuple[str, str, str, str, str]
    points: tuple[str, str, str, str]
    pledges: tuple[str, str, str, str]
    present: str
    absent: str
    to_inform: str
    no_detail: str
    none: str
    activities: str
    no_thanks: str
    no_mandate: str
    from_: str
    until: str
    comma: str
    semicolon: str
    reply: str
    pledge: tuple[str, str]
    unnamed_authority: str
    since: str
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
            *("طبيعة الوصل وتاريخه", "الهاتف", "اللقاء المقبل"),
        ),
        natures=("مؤقت", "نهائي"),
        sections=(
            "المخاطبون حسب الصفة",
            "اللقاءات خلال الأشهر الاثني عشر الأخيرة",
            "ما أثاره الشريك نفسه",
            "المواضيع المثارة بحضور الشريك",
            "الالتزامات",
        ),
        capacities=("الصفة", "مدة الانتداب", "إخبار الشخص المعني (القانون \u206609-08\u2069)"),
        meetings=("عدد", "التاريخ", "النوع", "الموضوع", "المشاركة"),
        points=("التاريخ", "الموضوع وطبيعة النقطة", "النقطة", "المآل إلى غاية {day}"),
        pledges=("الالتزام", "المكلف بالتنفيذ", "الأجل", "الحالة إلى غاية {day}"),
        present="نعم",
        absent="لا",
        to_inform="يتعين تسليمه الإعلان حول المعطيات الشخصية",
        no_detail="أُثير الموضوع، ولا تُدرج تفاصيله هنا",
        none="لم يُسجل أي مآل",
        activities="اللقاءات والأنشطة خلال الأشهر الاثني عشر الأخيرة",
        no_thanks="لا يستدعي أي إجراء",
        no_mandate="غير مدونة",
        from_="من ",
        until=" إلى غاية ",
        comma="، ",
        semicolon="؛ ",
        reply="جواب الدائرة الأمنية: ",
        pledge=("التزام: ", "، "),
        unnamed_authority="جهة مختصة لم تُحدد",
        since=" يوم ",
        point_kinds=point_kinds.NAMES[Language.ARABIC],
        foot="لا تتضمن هذه البطاقة اسم أي شخص ولا أي رأي في الشريك.",
        day=arabic.short_date,
        hour=arabic.clock,
    ),
    FR: Labels(
        title="Fiche partenaire",
        kind="fiche",
        facts=(
            *("Catégorie", "Type", "Adresse", "Récépissé"),
            *("Nature et date", "Téléphone", "Prochaine rencontre"),
        ),
        natures=("Provisoire", "Définitif"),
        sections=(
            "Interlocuteurs, par qualité",
            "Rencontres des 12 derniers mois",
            "Points soulevés par le partenaire lui-même",
            "Thématiques soulevées en sa présence",
            "Engagements",
        ),
        capacities=("Qualité", "Mandat", "Information de la personne (loi n°\u00a009-08)"),
        meetings=("N°", "Date", "Type", "Objet", "Participation"),
        points=("Date", "Thématique et nature", "Point", "Suite donnée au {day}"),
        pledges=("Engagement", "Responsable", "Échéance", "État au {day}"),
        present="Oui",
        absent="Non",
        to_inform="Avis sur les données personnelles à remettre",
        no_detail="Thématique évoquée, sans que le détail en soit repris ici",
        none="Aucune suite enregistrée",
        activities="Rencontres et activités des 12 derniers mois",
        no_thanks="N’appelle pas de suite",
        no_mandate="Non enregistré",
        from_="du ",
        until=" au ",
        comma=", ",
        semicolon="\u00a0; ",
        reply="Réponse de l’arrondissement de police\u00a0: ",
        pledge=("Engagement\u00a0: ", ", "),
        unnamed_authority="Autorité à préciser",
        since=" le\u00a0",
        point_kinds=point_kinds.NAMES[Language.FRENCH],
        foot="Cette fiche ne comporte ni nom de personne ni avis sur le partenaire.",
        day=french.short_date,
        hour=french.clock,
    ),
}


# What a partner is called in a sentence, by its type or else its category.
_NOUNS = {
    "as.coop": ("التعاونية", "La coopérative"),
    "as.amicale": ("الودادية", "L’amicale"),
    "as.syndic": ("الاتحاد", "Le syndicat"),
    PartnerCategory.ASSOCIATION: ("الجمعية", "L’association"),
    PartnerCategory.LIBERAL: ("المهني", "Le professionnel"),
    "pt.commerce": ("المهني", "Le professionnel"),
    "pt.institution": ("المصلحة", "Le service"),
    "pt.company": ("المقاولة", "L’entreprise"),
    "pt.media": ("المنبر الإعلامي", "Le média"),
}
_OTHER = ("الهيئة", "L’organisme")
_FEMININE = {"La coopérative", "L’amicale", "L’association", "L’entreprise"}


def point_kind(kind: str, language: Language) -> str:
    """Return the word for a kind of point."""
    words = unknown(kind)
    return LABELS[language].point_kinds.get(kind, words.ar if language is AR else words.fr)


def points(number: int, language: Language) -> str:
    """Return « un point », «نقطة واحدة»."""
    if language is AR:
        return count(POINT, number, Case.NOMINATIVE, AR)
    return spelled(POINT, number, Case.NOMINATIVE, FR)


def attendance_sentence(plan: PartnerSheetPlan, language: Language) -> Text:
    """State in how many meetings the partner took part, of those that were set with it.

    A call is among them: nobody is invited to one, nor present at it.
    """
    return _arabic_attendance(plan) if language is AR else _french_attendance(plan)


def owner_name(plan: PartnerSheetPlan, owner: str, language: Language) -> str:
    """Return what the partner, or an authority without a name, is called; "" for the office."""
    if owner == CommitmentOwner.PARTNER:
        return _arabic_noun(plan)[0] if language is AR else _french_noun(plan)[0]
    is_authority = owner == CommitmentOwner.AUTHORITY
    return LABELS[language].unnamed_authority if is_authority else ""


def not_its_own(plan: PartnerSheetPlan, language: Language) -> str:
    """State that what was raised together is not the partner's own."""
    number = sum(each.count for each in plan.topics)
    if language is AR:
        noun, _is_feminine = _arabic_noun(plan)
        these = {1: "هذه النقطة", 2: "هاتان النقطتان"}.get(number, "هذه النقط")
        return f". ولا تُنسب {these} إلى {noun} على وجه التحديد."
    these = "Ce point n’est pas attribué" if number == 1 else "Ces points ne sont pas attribués"
    return f". {these} {_french_noun(plan)[1]} en particulier."


def _noun(plan: PartnerSheetPlan) -> dict[Language, str]:
    arabic_, french_ = _NOUNS.get(plan.type or "", _NOUNS.get(plan.category, _OTHER))
    return {AR: arabic_, FR: french_}


def _arabic_noun(plan: PartnerSheetPlan) -> tuple[str, bool]:
    """Return what the partner is called in a sentence, and whether that is feminine."""
    noun = _noun(plan)[AR]
    return noun, noun.endswith("ة")


def _arabic_attendance(plan: PartnerSheetPlan) -> Text:
    noun, is_feminine = _arabic_noun(plan)
    came, not_came = ("شاركت", "لم تشارك") if is_feminine else ("شارك", "لم يشارك")
    with_it = "معها" if is_feminine else "معه"
    invited, present = len(plan.meetings), plan.presences
    if not invited:
        return text(f"لم يُعقد أي لقاء ولم يُنظم أي نشاط مع {noun} خلال هذه الفترة.")
    number = Span(digits(invited, AR), "meetings")
    counted = MEETING if plan.are_meetings else ACTIVITY
    one, two_, all_ = ("النشاط", "النشاطين", "الأنشطة")
    if plan.are_meetings:
        one, two_, all_ = ("اللقاء", "اللقاءين", "اللقاءات")
    of_all = f"{all_} المبرمجة {with_it}، وعددها "
    whole: dict[int, Text] = {
        1: text(f"{one} الوحيد المبرمج {with_it}"),
        2: text(Span(two_, "meetings"), f" المبرمجين {with_it}"),
    }
    if not present:
        rest = whole.get(invited) or text(of_all, number)
        return text(f"{not_came} {noun} في ", "" if invited == 1 else "أي من ", rest, ".")
    last = Span(arabic.weekday_date(_last_presence(plan)), "last_presence")
    if present == invited:
        said = whole.get(invited) or text(f"جميع {of_all}", number)
    else:
        few = Span(count(counted, present, Case.GENITIVE, AR), "presences")
        two = Span(count(counted, 2, Case.GENITIVE, AR), "meetings")
        were_set = "مبرمجين" if invited == 2 else "مبرمجة"
        said = text(few, " من أصل ", two if invited == 2 else number, f" {were_set} {with_it}")
    link = {1: "، يوم ", 2: "، وكان آخرهما يوم "}.get(present, "، وكان آخرها يوم ")
    return text(f"{came} {noun} في ", said, link, last, ".")


def _french_noun(plan: PartnerSheetPlan) -> tuple[str, str, bool]:
    """Return « L’association », « à l’association », and whether that is feminine."""
    noun = _noun(plan)[FR]
    whole = noun[:1].lower() + noun[1:]
    to = f"au {whole[3:]}" if whole.startswith("le ") else f"à {whole}"
    return noun, to, noun in _FEMININE


def _french_attendance(plan: PartnerSheetPlan) -> Text:
    noun, _to, is_feminine = _french_noun(plan)
    it = "elle" if is_feminine else "lui"
    invited, present = len(plan.meetings), plan.presences
    if not invited:
        whom = noun[:1].lower() + noun[1:]
        none = "Aucune rencontre n’a été tenue ni aucune activité organisée"
        return text(f"{none} avec {whom} au cours de cette période.")
    number = Span(in_letters(invited, FR, feminine=True), "meetings")
    what = "rencontre" if plan.are_meetings else "activité"
    one = f"à la seule {what} programmée avec {it}"
    which = f"\u00a0{what}s programmées avec {it}"
    if not present:
        if invited == 1:
            return text(f"{noun} n’a pas pris part {one}.")
        return text(f"{noun} n’a pris part à aucune des ", number, f"{which}.")
    last = Span(french.weekday_date(_last_presence(plan)), "last_presence")
    if invited == 1:
        said = text(one)
    elif present == invited:
        said = text("aux ", number, which)
    else:
        few = Span(in_letters(present, FR, feminine=True), "presences")
        said = text("à ", few, " des ", number, which)
    link = ", la dernière le " if present > 1 else ", tenue le " if invited == 1 else ", le "
    return text(f"{noun} a pris part ", said, link, last, ".")


def _last_presence(plan: PartnerSheetPlan) -> date:
    return max(meeting.held_on for meeting in plan.meetings if meeting.is_present)
