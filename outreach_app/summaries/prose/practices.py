"""Names of the places where professionals work."""

from outreach_app import vocabulary
from outreach_app.i18n import Language

# The place of work; a profession without one is named as such.
PRACTICES = {
    "pr.lawyer": ("مكتب محام", "cabinet d’avocat"),
    "pr.notary": ("مكتب توثيق", "étude notariale"),
    "pr.adoul": ("مكتب عدول", "étude d’adoul"),
    "pr.bailiff": ("مكتب مفوض قضائي", "étude d’huissier de justice"),
    "pr.translator": ("مكتب ترجمان محلف", "cabinet de traducteur agréé"),
    "pr.expert": ("مكتب خبير قضائي", "cabinet d’expert judiciaire"),
    "pr.doctor": ("عيادة طبية", "cabinet médical"),
    "pr.dentist": ("عيادة طب الأسنان", "cabinet dentaire"),
    "pr.pharmacist": ("صيدلية", "pharmacie"),
    "pr.vet": ("عيادة الطب البيطري", "cabinet vétérinaire"),
    "pr.nurse": ("عيادة تمريض", "cabinet infirmier"),
    "pr.architect": ("مكتب مهندس معماري", "cabinet d’architecte"),
    "pr.surveyor": ("مكتب مهندس مساح طبوغرافي", "cabinet d’ingénieur géomètre-topographe"),
    "pr.accountant": ("مكتب خبير محاسب", "cabinet d’expertise comptable"),
    "pr.bookkeeper": ("مكتب محاسب معتمد", "cabinet de comptable agréé"),
    "pr.insurance": ("وكالة تأمين", "agence d’assurances"),
    "pr.realestate": ("وكالة عقارية", "agence immobilière"),
    "pr.bank": ("وكالة بنكية", "agence bancaire"),
    "pr.jeweller": ("محل مجوهرات", "bijouterie"),
    "pr.school_private": (
        "مؤسسة تعليمية خصوصية",
        "établissement d’enseignement privé",
    ),
}


def practice_name(kind: str, page: Language, otherwise: str | None = None) -> str:
    """Return what a practice of a kind is called; if it has no name, `otherwise` or the kind's."""
    if found := PRACTICES.get(kind):
        return found[page is Language.FRENCH]
    return otherwise or vocabulary.printed(kind, page)
