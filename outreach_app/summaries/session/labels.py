"""The fixed texts of a session summary in each language."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from outreach_app.i18n import Language


class Seat(StrEnum):
    """The seat that a channel implies: of the office, of the partner, of one of several."""

    OFFICE = "office"
    PARTNER = "partner"
    ONE_PARTNER = "one_partner"


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed texts of the document in one language.

    `names` introduce the names of one, two and more organisations, `companies` and `practices` of
    these; `among` those of some out of two, and out of more, and `unnamed` states that nobody noted
    the name of one, two and more others, `nameless` of one, two and more that nobody noted any, and
    both of associations. `identities` states where the names of one, two and more
    practices named after a person are recorded, and of others than those named; `bodies_kept` those
    of bodies, `all_kept` those of both, which are two at least. `unidentified` states that nobody
    noted who one, two and more others were, organisations or professionals.
    `no_outcome` leads to the day until which nothing came of a point, and of mere information.
    `made_on` is the heading of the days of earlier commitments of several days,
    `absent` leads to those invited who did not take part.
    `uncounted` replaces a count that nobody took, `no_subject` and `unnoted` a subject,
    a place or an hour that nobody noted;
    `reached` heads whom an awareness action reached: people, pupils among them and alone, schools,
    associations.
    `seats` name the place that a channel implies. `translated` states that all texts are
    translations, with and without an opinion, for one, two, and more tables with texts.
    """

    kind: str
    names: tuple[str, str, str]
    companies: tuple[str, str, str]
    practices: tuple[str, str, str]
    among: tuple[str, str]
    unnamed: tuple[str, str, str]
    nameless: tuple[str, str, str]
    nameless_associations: tuple[str, str, str]
    unnamed_associations: tuple[str, str, str]
    identities: tuple[tuple[str, str, str], tuple[str, str, str]]
    bodies_kept: tuple[tuple[str, str, str], tuple[str, str, str]]
    all_kept: tuple[tuple[str, str, str], tuple[str, str, str]]
    unidentified: tuple[str, str, str]
    uncounted: str
    no_subject: str
    unnoted: str
    seats: Mapping[Seat, str]
    last_on: str
    reached: tuple[str, str, str, str, str]
    no_detail: str
    no_outcome: tuple[str, str]
    point_headings: tuple[str, str, str]
    commitment_headings: tuple[str, str, str, str]
    earlier_headings: tuple[str, str, str, str]
    made_on: str
    absent: tuple[str, str, str]
    situation_headings: tuple[str, str, str]
    opinion: str
    translated: tuple[tuple[str, str], ...]


_PRACTICE_KEPT = "Le nom {of}partenaire professionnel est porté au registre du service."
_PRACTICES_KEPT = (
    "Les noms des {others}partenaires professionnels sont portés au registre du service."
)

ARABIC = Labels(
    kind="خلاصة",
    names=("اسم الهيئة الممثلة", "اسما الهيئتين الممثلتين", "أسماء الهيئات الممثلة"),
    companies=("اسم المقاولة الممثلة", "اسما المقاولتين الممثلتين", "أسماء المقاولات الممثلة"),
    practices=("اسم الشريك المهني", "اسما الشريكين المهنيين", "أسماء الشركاء المهنيين"),
    among=("اسم إحدى الهيئتين الممثلتين", "من بين الهيئات الممثلة"),
    unnamed=(
        "ولم يُدون اسم الهيئة الأخرى.",
        "ولم يُدون اسما الهيئتين الأخريين.",
        "ولم تُدون أسماء الهيئات الأخرى.",
    ),
    nameless=(
        "لم يُدون اسم الهيئة الممثلة.",
        "لم يُدون اسما الهيئتين الممثلتين.",
        "لم تُدون أسماء الهيئات الممثلة.",
    ),
    identities=(
        (
            "اسم الشريك المهني مدون بسجل الدائرة الأمنية.",
            "اسما الشريكين المهنيين مدونان بسجل الدائرة الأمنية.",
            "أسماء الشركاء المهنيين مدونة بسجل الدائرة الأمنية.",
        ),
        (
            "اسم الشريك المهني الآخر مدون بسجل الدائرة الأمنية.",
            "اسما الشريكين المهنيين الآخرين مدونان بسجل الدائرة الأمنية.",
            "أسماء الشركاء المهنيين الآخرين مدونة بسجل الدائرة الأمنية.",
        ),
    ),
    all_kept=(
        (
            "",
            "اسما الشريكين مدونان بسجل الدائرة الأمنية.",
            "أسماء الشركاء مدونة بسجل الدائرة الأمنية.",
        ),
        (
            "",
            "اسما الشريكين الآخرين مدونان بسجل الدائرة الأمنية.",
            "أسماء الشركاء الآخرين مدونة بسجل الدائرة الأمنية.",
        ),
    ),
    bodies_kept=(
        (
            "اسم الهيئة الممثلة مدون بسجل الدائرة الأمنية.",
            "اسما الهيئتين الممثلتين مدونان بسجل الدائرة الأمنية.",
            "أسماء الهيئات الممثلة مدونة بسجل الدائرة الأمنية.",
        ),
        (
            "اسم الهيئة الأخرى مدون بسجل الدائرة الأمنية.",
            "اسما الهيئتين الأخريين مدونان بسجل الدائرة الأمنية.",
            "أسماء الهيئات الأخرى مدونة بسجل الدائرة الأمنية.",
        ),
    ),
    nameless_associations=(
        "لم يُدون اسم الجمعية المشاركة.",
        "لم يُدون اسما الجمعيتين المشاركتين.",
        "لم تُدون أسماء الجمعيات المشاركة.",
    ),
    unnamed_associations=(
        "ولم يُدون اسم الجمعية المشاركة الأخرى.",
        "ولم يُدون اسما الجمعيتين المشاركتين الأخريين.",
        "ولم تُدون أسماء الجمعيات المشاركة الأخرى.",
    ),
    unidentified=(
        "ولم تُدون هوية الطرف الآخر، هيئة كان أو مهنيا.",
        "ولم تُدون هوية الطرفين الآخرين، من الهيئات أو المهنيين.",
        "ولم تُدون هوية الأطراف الأخرى، من الهيئات أو المهنيين.",
    ),
    uncounted="غير مدون",
    no_subject="الموضوع: غير مدون",
    unnoted="غير مدون",
    seats={
        Seat.OFFICE: "مقر الدائرة الأمنية",
        Seat.PARTNER: "مقر الشريك",
        Seat.ONE_PARTNER: "مقر أحد الشركاء",
    },
    last_on="آخر يوم",
    reached=(
        *("عدد المستفيدين", "من بينهم تلاميذ", "عدد التلاميذ المستفيدين"),
        *("عدد المؤسسات التعليمية", "عدد الجمعيات المشاركة"),
    ),
    no_detail="اقتُصر على ذكر الموضوع",
    no_outcome=("لم يُسجل أي مآل إلى غاية ", "للإحاطة علما؛ لم يُسجل أي مآل إلى غاية "),
    point_headings=("الموضوع وطبيعة النقطة", "النقطة المثارة", "المآل"),
    commitment_headings=("رقم", "الالتزام", "المكلف بالتنفيذ", "أجل التنفيذ"),
    earlier_headings=("الالتزام", "المكلف بالتنفيذ", "أجل التنفيذ", "الوضعية"),
    made_on="تاريخ التسجيل",
    absent=(
        "الشريك المدعو الذي لم يشارك",
        "الشريكان المدعوان اللذان لم يشاركا",
        "الشركاء المدعوون الذين لم يشاركوا",
    ),
    situation_headings=("المرجع", "الوضعية", "التاريخ"),
    opinion="لا يدخل في الوقائع",
    translated=tuple(
        (
            f"التقدير والنصوص الواردة في {tables} بين مزدوجتين مترجمة عن الفرنسية.",
            f"النصوص الواردة في {tables} بين مزدوجتين مترجمة عن الفرنسية.",
        )
        for tables in ("الجدول", "الجدولين", "الجداول")
    ),
)
FRENCH = Labels(
    kind="synthèse",
    names=("Nom de l’organisme représenté", *("Noms des organismes représentés",) * 2),
    companies=("Nom de l’entreprise représentée", *("Noms des entreprises représentées",) * 2),
    practices=(
        "Nom du partenaire professionnel",
        *("Noms des partenaires professionnels",) * 2,
    ),
    among=("L’un des deux organismes représentés", "Parmi les organismes représentés"),
    unnamed=(
        "Le nom de l’autre organisme n’a pas été relevé.",
        *("Les noms des autres organismes n’ont pas été relevés.",) * 2,
    ),
    nameless=(
        "Le nom de l’organisme représenté n’a pas été relevé.",
        *("Les noms des organismes représentés n’ont pas été relevés.",) * 2,
    ),
    identities=(
        (
            _PRACTICE_KEPT.format(of="du "),
            *(_PRACTICES_KEPT.format(others=""),) * 2,
        ),
        (
            _PRACTICE_KEPT.format(of="de l’autre "),
            *(_PRACTICES_KEPT.format(others="autres "),) * 2,
        ),
    ),
    all_kept=(
        ("", *("Les noms des partenaires sont portés au registre du service.",) * 2),
        ("", *("Les noms des autres partenaires sont portés au registre du service.",) * 2),
    ),
    bodies_kept=(
        (
            "Le nom de l’organisme représenté est porté au registre du service.",
            *("Les noms des organismes représentés sont portés au registre du service.",) * 2,
        ),
        (
            "Le nom de l’autre organisme représenté est porté au registre du service.",
            *("Les noms des autres organismes sont portés au registre du service.",) * 2,
        ),
    ),
    nameless_associations=(
        "Le nom de l’association participante n’a pas été relevé.",
        *("Les noms des associations participantes n’ont pas été relevés.",) * 2,
    ),
    unnamed_associations=(
        "Le nom de l’autre association participante n’a pas été relevé.",
        *("Les noms des autres associations participantes n’ont pas été relevés.",) * 2,
    ),
    unidentified=(
        "L’identité de l’autre organisme ou professionnel n’a pas été relevée.",
        *("L’identité des autres organismes ou professionnels n’a pas été relevée.",) * 2,
    ),
    uncounted="nombre non relevé",
    no_subject="Thème\u00a0: non relevé",
    unnoted="non relevé",
    seats={
        Seat.OFFICE: "siège de l’arrondissement de police",
        Seat.PARTNER: "siège du partenaire",
        Seat.ONE_PARTNER: "siège de l’un des partenaires",
    },
    last_on="Dernier jour",
    reached=(
        *("Bénéficiaires", "Dont élèves", "Élèves bénéficiaires"),
        *("Établissements scolaires", "Associations participantes"),
    ),
    no_detail="Seule la thématique est mentionnée",
    no_outcome=(
        "Aucune suite enregistrée au ",
        "Pour information\u00a0; aucune suite enregistrée au ",
    ),
    point_headings=("Thématique et nature", "Point soulevé", "Suite donnée"),
    commitment_headings=("N°", "Engagement", "Responsable de l’exécution", "Échéance"),
    earlier_headings=("Engagement", "Responsable de l’exécution", "Échéance", "Situation"),
    made_on="Pris le",
    absent=(
        "Partenaire invité n’y ayant pas pris part",
        *("Partenaires invités n’y ayant pas pris part",) * 2,
    ),
    situation_headings=("Référence", "Situation", "Date"),
    opinion="avis distinct des faits relatés",
    translated=tuple(
        (
            (
                f"L’appréciation et, dans {tables}, les textes entre guillemets sont traduits de "
                "l’arabe."
            ),
            f"Dans {tables}, les textes entre guillemets sont traduits de l’arabe.",
        )
        for tables in ("le tableau", *("les tableaux",) * 2)
    ),
)

SEATS: Mapping[Language, Mapping[Seat, str]] = {
    Language.ARABIC: ARABIC.seats,
    Language.FRENCH: FRENCH.seats,
}
