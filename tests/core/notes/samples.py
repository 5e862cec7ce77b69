"""Invented notes of a precinct's meetings, in usual forms."""

from datetime import date
from uuid import UUID

from outreach_app.notes.partners import KnownPartner, PartnerIndex

TODAY = date(2026, 11, 20)
PALM, PEACE, PARENTS, CRAFT = (UUID(int=number) for number in range(1, 5))
PARTNERS = PartnerIndex(
    [
        KnownPartner(PALM, ("جمعية النخيل للتنمية", "Association Annakhil pour le développement")),
        KnownPartner(PEACE, ("ودادية الهناء السكنية", "Amicale Al Hanaa")),
        KnownPartner(PARENTS, ("جمعية آباء تلاميذ ثانوية ابن البيطار", "APE du lycée Ibn Baytar")),
        KnownPartner(CRAFT, ("تعاونية الحرفيين", "Coopérative des artisans")),
    ]
)

ARABIC = """محضر اجتماع
التاريخ: 14 أكتوبر 2026 على الساعة 10:30
المكان: مقر الدائرة الأمنية
الحضور: 14 فردا منهم 6 نساء (جمعية النخيل، ودادية الهناء)
النقط المثارة:
- ضعف الإنارة العمومية بزنقة 12
- طلب تكثيف الدوريات ليلا
- شكر عناصر النجدة على سرعة التدخل
الالتزامات:
- تلتزم الدائرة بدوريات ليلية قبل 20/10
- ستزود ودادية الهناء الدائرة بلائحة الحراس في أجل شهر
الإحالات: إحالة مشكل الإنارة على الجماعة
الاجتماع المقبل: 11/11/2026
"""
FRENCH = """Compte rendu
Date : mardi 22 septembre 2026
Heure : de 9h à 10h30
Lieu : siège de la Coopérative des artisans
Présents : 21 personnes dont quatre femmes
Type de rencontre : réunion de coordination
Points abordés :
1. Les artisans se plaignent des marchands ambulants devant l'entrée
2. La coopérative demande l'installation de caméras
3. Comment renouveler la carte nationale ?
Engagements :
1. L'arrondissement renforcera les patrouilles à pied dès le 27 septembre
2. La coopérative fournira la liste des ateliers avant la fin du mois
La question des marchands ambulants est transmise au caïdat.
Prochaine réunion : le 20 octobre à 9h
"""
TABLE = (
    "التاريخ\t12/10/2026\nعدد الحضور\t15\n"
    "رقم\tالنقطة\tالنوع\tالجواب\tالأجل\n"
    "1\tالإنارة ضعيفة بالزنقة 12\tشكوى\tإحالة على الجماعة\t\n"
    "2\tتنظيم حملة حول النظافة\tاقتراح\tستنظم الدائرة حملة\t24/10/2026\n"
)
PROSE = (
    "Le soir du 12 octobre 2026, dans une ambiance cordiale et devant une assistance nombreuse,"
    " la discussion a porté sur la vie du quartier, les jeunes qui traînent près du kiosque, le"
    " bruit des terrasses et l'avenir du terrain de sport dont la clôture est tombée, sans que"
    " personne n'en tire de conclusion précise, chacun rentrant chez soi assez tard et content."
)
EVERY = (ARABIC, FRENCH, TABLE, PROSE)
