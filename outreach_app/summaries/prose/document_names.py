"""The names of documents by kind, as other documents list them, in Arabic and French."""

from collections.abc import Iterable

from outreach_app.i18n import Language
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.summaries.prose.blocks import plain
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.meeting_kinds import Manner, arabic_kind, french_kind, manner

NAMES = {
    DocumentKind.SESSION: ("خلاصة لقاء", "Synthèse de rencontre"),
    DocumentKind.PERIOD: ("تقرير الفترة", "Rapport périodique"),
    DocumentKind.PERIOD_PUBLISHABLE: (
        "تقرير الفترة القابل للنشر",
        "Rapport périodique publiable",
    ),
    DocumentKind.PROGRAMME: ("برنامج اللقاءات", "Programme des rencontres"),
    DocumentKind.PARTNER_SHEET: ("بطاقة شريك", "Fiche partenaire"),
    DocumentKind.HAND_OUT: ("ورقة موجهة إلى شريك", "Feuille remise à un partenaire"),
    DocumentKind.ATTENDANCE: ("ورقة حضور", "Feuille de présence"),
    DocumentKind.HANDOVER: ("ملف تسليم المهام", "Dossier de passation de consignes"),
    DocumentKind.NOTICE: (
        "إعلان متعلق بالمعطيات ذات الطابع الشخصي",
        "Avis relatif aux données à caractère personnel",
    ),
    DocumentKind.EXTRACT: (
        "مستخرج من المعطيات ذات الطابع الشخصي",
        "Extrait des données à caractère personnel",
    ),
    DocumentKind.ERASURE: ("إثبات محو المعطيات", "Attestation d’effacement"),
    DocumentKind.DESTRUCTION: ("محضر الإتلاف", "Procès-verbal de destruction"),
    DocumentKind.ELIMINATION: ("لائحة الوثائق المزمع إتلافها", "Liste d’élimination"),
    DocumentKind.COVERING_NOTE: ("ورقة إرسال", "Bordereau d’envoi"),
    DocumentKind.RECTIFICATION: ("بيان حقيقة", "Mise au point"),
    DocumentKind.VERIFICATION: (
        "نتيجة التحقق من خبر متداول",
        "Résultat de la vérification d’une information",
    ),
    DocumentKind.NATIONAL: ("الخلاصة الوطنية", "Synthèse nationale"),
    DocumentKind.NATIONAL_PUBLISHABLE: (
        "الخلاصة الوطنية القابلة للنشر",
        "Synthèse nationale publiable",
    ),
}

# What a rectification is called by its own title: there was one to publish, there was none, or
# the register no longer shows which.
_RECTIFICATIONS = {
    True: NAMES[DocumentKind.RECTIFICATION],
    False: NAMES[DocumentKind.VERIFICATION],
    None: (
        "بيان حقيقة أو نتيجة التحقق من خبر متداول",
        "Mise au point ou résultat de la vérification d’une information",
    ),
}


def rectification_name(is_published: bool | None, page: Language) -> str:
    """Return the title of a rectification, or of a result without one; both if it is unknown."""
    return _RECTIFICATIONS[is_published][page is Language.FRENCH]


# What several summaries are about: in the order of the words.
_ABOUT = {
    Manner.CHAIRED: ("لقاءات", "de rencontres"),
    Manner.FIELD: ("زيارات ميدانية", "de visites de terrain"),
    Manner.UNIT: ("أنشطة تحسيسية", "d’actions de sensibilisation"),
    Manner.EXCHANGE: ("اتصالات", "d’échanges"),
}


def summary_name(kind: str, channel: str, language: Language) -> str:
    """Return what the summary of a meeting is called: « Synthèse d’un échange téléphonique »."""
    if language is Language.ARABIC:
        return f"خلاصة {arabic_kind(kind, channel).of_it}"
    return f"Synthèse d’{french_kind(kind, channel).object}"


def summaries_name(held: Iterable[tuple[str, str]], language: Language) -> str:
    """Return «خلاصات لقاءات وأنشطة تحسيسية», of meetings of these kinds and channels."""
    found = {manner(kind, channel) for kind, channel in held} or {Manner.CHAIRED}
    manners = {Manner.CHAIRED if each is Manner.RECEIVED else each for each in found}
    words = [each[language is Language.FRENCH] for how, each in _ABOUT.items() if how in manners]
    lead = "خلاصات " if language is Language.ARABIC else "Synthèses "
    return plain(text(lead, listed(list(map(text, words)), language)))
