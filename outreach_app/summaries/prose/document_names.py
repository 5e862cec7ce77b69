"""The names of documents by kind, as other documents list them, in Arabic and French."""

from outreach_app.i18n import Language
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.summaries.prose.meeting_kinds import arabic_kind, french_kind

NAMES = {
    DocumentKind.SESSION: ("خلاصة", "Synthèse"),
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

# What a programme is called whose period was over when it was given out.
PAST_PROGRAMME = ("اللقاءات والأنشطة والاتصالات", "Rencontres, actions et échanges")

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


# What a meeting was is not known once it was destroyed, only that the summary was of one.
_DESTROYED = {
    Language.ARABIC: "لقاء أو اتصال أُتلفت معطياته",
    Language.FRENCH: "d’une rencontre ou d’un échange dont les données ont été détruites",
}


def summary_name(kind: str, channel: str, page: Language, days: int = 1) -> str:
    """Return what the summary of a meeting is called: « Synthèse d’un échange téléphonique ».

    `days` is how many it lasted. Both are empty for a meeting that was destroyed.
    """
    about = _about_one(kind, channel, page, days) if kind or channel else _DESTROYED[page]
    return f"{NAMES[DocumentKind.SESSION][page is Language.FRENCH]} {about}"


def _about_one(kind: str, channel: str, page: Language, days: int) -> str:
    if page is Language.ARABIC:
        return arabic_kind(kind, channel, days).of_it
    named = french_kind(kind, channel, days).object
    return f"de {named.removeprefix('des ')}" if named.startswith("des ") else f"d’{named}"
