"""The fixed words of a session summary in each language."""

from dataclasses import dataclass

from outreach_app.summaries.prose.quoting import MARK


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed words of the document in one language.

    `names` lead to the name of one body, to those of all and to those of some, `practices` to that
    of one and of several; `identities` tells where that of one or several is, `other_identities`
    where it is beside names that are told. `uncounted` stands
    for a count that nobody took. `translated` tells that all texts are translations, with an
    opinion and without, `marked` that those with a mark are.
    """

    kind: str
    names: tuple[str, str, str]
    practices: tuple[str, str]
    identities: tuple[str, str]
    other_identities: tuple[str, str]
    uncounted: str
    no_detail: str
    point_headings: tuple[str, str, str]
    commitment_headings: tuple[str, str, str, str]
    earlier_headings: tuple[str, str, str, str]
    situation_headings: tuple[str, str, str]
    opinion: str
    translated: tuple[str, str]
    marked: str


ARABIC = Labels(
    kind="خلاصة",
    names=("اسم الهيئة الممثلة", "أسماء الهيئات الممثلة", "من بين الهيئات الممثلة"),
    practices=("المحل المهني", "المحلات المهنية"),
    identities=(
        "لم يُذكر الاسم المهني صونا للمعطيات الشخصية، وهو مدون بسجل الدائرة الأمنية.",
        "لم تُذكر الأسماء المهنية صونا للمعطيات الشخصية، وهي مدونة بسجل الدائرة الأمنية.",
    ),
    other_identities=(
        "لم يُذكر الاسم المهني الآخر صونا للمعطيات الشخصية، وهو مدون بسجل الدائرة الأمنية.",
        "لم تُذكر الأسماء المهنية الأخرى صونا للمعطيات الشخصية، وهي مدونة بسجل الدائرة الأمنية.",
    ),
    uncounted="غير مدون",
    no_detail="أُثير الموضوع، ولا تُدرج تفاصيله هنا",
    point_headings=("الموضوع وطبيعة النقطة", "النقطة المثارة", "المآل"),
    commitment_headings=("رقم", "الالتزام", "المكلف بالتنفيذ", "أجل التنفيذ"),
    earlier_headings=("الالتزام", "المكلف بالتنفيذ", "أجل التنفيذ", "الوضعية"),
    situation_headings=("المرجع", "الوضعية", "التاريخ"),
    opinion="لا يدخل في الوقائع",
    translated=(
        "التقدير ونصوص الجداول الواردة بين مزدوجتين مترجمة عن الفرنسية.",
        "نصوص الجداول الواردة بين مزدوجتين مترجمة عن الفرنسية.",
    ),
    marked=f"{MARK} نص مترجم عن الفرنسية.",
)
FRENCH = Labels(
    kind="synthèse",
    names=(
        "Nom de l’organisme représenté",
        "Noms des organismes représentés",
        "Parmi les organismes représentés",
    ),
    practices=("Établissement professionnel", "Établissements professionnels"),
    identities=(
        "Le nom professionnel, donnée personnelle, figure au seul registre du service.",
        "Les noms professionnels, données personnelles, figurent au seul registre du service.",
    ),
    other_identities=(
        "L’autre nom professionnel, donnée personnelle, figure au seul registre du service.",
        "Les autres noms professionnels, données personnelles, sont au seul registre du service.",
    ),
    uncounted="non relevé",
    no_detail="Thématique évoquée, sans que le détail en soit repris ici",
    point_headings=("Thématique et nature", "Point soulevé", "Suite donnée"),
    commitment_headings=("N°", "Engagement", "Responsable de l’exécution", "Échéance"),
    earlier_headings=("Engagement", "Responsable de l’exécution", "Échéance", "Situation"),
    situation_headings=("Référence", "Situation", "Date"),
    opinion="distincte des faits relatés",
    translated=(
        "L’appréciation et les textes entre guillemets des tableaux sont traduits de l’arabe.",
        "Les textes entre guillemets des tableaux sont traduits de l’arabe.",
    ),
    marked=f"{MARK} Texte traduit de l’arabe.",
)
