"""The names of documents by kind, as other documents list them, in Arabic and French."""

from outreach_app.rules.document_numbers import DocumentKind

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
    DocumentKind.EXTRACT: ("مستخرج من المعطيات الشخصية", "Extrait de données personnelles"),
    DocumentKind.ERASURE: ("إثبات محو المعطيات", "Attestation d’effacement"),
    DocumentKind.DESTRUCTION: ("محضر الإتلاف", "Procès-verbal de destruction"),
    DocumentKind.ELIMINATION: ("لائحة الوثائق المزمع إتلافها", "Liste d’élimination"),
    DocumentKind.COVERING_NOTE: ("ورقة إرسال", "Bordereau d’envoi"),
    DocumentKind.RECTIFICATION: ("بيان حقيقة", "Mise au point"),
    DocumentKind.NATIONAL: ("الخلاصة الوطنية", "Synthèse nationale"),
    DocumentKind.NATIONAL_PUBLISHABLE: (
        "الخلاصة الوطنية القابلة للنشر",
        "Synthèse nationale publiable",
    ),
}
