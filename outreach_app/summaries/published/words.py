"""The fixed words of a published report in each language, beside those of the period report."""

from dataclasses import dataclass

from outreach_app.i18n import Language
from outreach_app.summaries.period import arabic_labels, french_labels
from outreach_app.summaries.period.writer import Labels
from outreach_app.summaries.prose.agreeing import Forms

REPORT: dict[Language, Labels] = {
    Language.ARABIC: arabic_labels.LABELS,
    Language.FRENCH: french_labels.LABELS,
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; `outcomes` are figures that the period report has in sentences.

    `counted` has what is counted until the end of a period, `until` that end: of this period alone,
    of each.
    """

    version: str
    outcomes: dict[str, str]
    breakdowns: str
    this_period: tuple[str, str]
    key_figures: tuple[Forms, Forms, Forms, Forms]
    what_is_counted: str
    counted: dict[tuple[str, ...], str]
    until: tuple[str, str]
    communication_alone: str
    not_compared: str


WORDS = {
    Language.ARABIC: Words(
        version="صيغة موجهة إلى العموم",
        outcomes={
            "kept": "من بينها التزامات منجزة",
            "answered": "من بينها إحالات ورد الجواب عنها",
        },
        breakdowns="التوزيع",
        this_period=("هذه الفترة", "الفترة السابقة"),
        key_figures=(
            ("اللقاءات",),
            ("المشاركون",),
            ("الشركاء المشاركون",),
            ("النقط المسجلة",),
        ),
        what_is_counted="اللقاءات: جميع اللقاءات والأنشطة والاتصالات مع الشركاء."
        " المشاركون: من شاركوا فيها، أو جمهور العملية التحسيسية إذا لم يُسجل عدد المشاركين فيها"
        " على حدة. النقط المسجلة:"
        " ما عبر عنه المشاركون من انشغالات وملتمسات ومقترحات واستفسارات وتنويهات، وما نقلوه من"
        " أخبار متداولة ومعلومات أخرى. الإحالات: ما وُجه إلى جهات مختصة أخرى على إثر لقاء"
        " أو ملاحظة واردة خارج اللقاءات، ويُحتسب كل توجيه على حدة وبتاريخه."
        " الالتزامات: ما تعهدت به الدائرة الأمنية أو أحد الشركاء أو جهة مختصة على إثر لقاء أو"
        " ملاحظة، ويُحتسب بتاريخ التعهد به."
        " الشركاء المشاركون: الجمعيات والمهنيون والهيئات المشاركة في اللقاءات، ويُحتسب كل منها"
        " مرة واحدة.",
        counted={
            ("kept",): " وتُحتسب الالتزامات المنجزة",
            ("answered",): " وتُحتسب الإحالات التي ورد الجواب عنها",
            ("kept", "answered"): " وتُحتسب الالتزامات المنجزة والإحالات التي ورد الجواب عنها",
        },
        until=(" إلى غاية اليوم الأخير من الفترة.", " إلى غاية اليوم الأخير من كل فترة."),
        communication_alone="التواصل",
        not_compared="—: عدد أو فرق غير مسجل أو غير محتسب أو غير منشور.",
    ),
    Language.FRENCH: Words(
        version="Version destinée au public",
        outcomes={
            "kept": "Dont engagements réalisés",
            "answered": "Dont saisines ayant reçu une réponse",
        },
        breakdowns="Répartition",
        this_period=("Période", "Période précédente"),
        key_figures=(
            ("rencontre", "rencontres"),
            ("participant", "participants"),
            ("partenaire participant", "partenaires participants"),
            ("point enregistré", "points enregistrés"),
        ),
        what_is_counted="Rencontres\u00a0: ensemble des rencontres, actions et échanges avec les"
        " partenaires. Participants\u00a0: personnes y ayant pris part, ou public d’une action de"
        " sensibilisation dont les participants n’ont pas été comptés à part."
        " Points enregistrés\u00a0: préoccupations, demandes, propositions,"
        " questions et remerciements exprimés par les participants, et informations, à vérifier ou"
        " non, qu’ils ont rapportées. Saisines\u00a0: transmissions à un autre service compétent à"
        " la suite d’une rencontre, ou d’une remarque reçue en dehors des rencontres, à raison"
        " d’une par envoi, comptées à leur date."
        " Engagements\u00a0: ce que l’arrondissement de police, un partenaire ou un service"
        " compétent s’est engagé à faire à la suite d’une rencontre ou d’une remarque, compté à la"
        " date de l’engagement."
        " Partenaires participants\u00a0:"
        " associations, professionnels et organismes ayant pris part aux rencontres, chacun compté"
        " une fois.",
        counted={
            ("kept",): " Les engagements réalisés sont comptés",
            ("answered",): " Les saisines ayant reçu une réponse sont comptées",
            ("kept", "answered"): " Les engagements réalisés et les saisines ayant reçu une réponse"
            " sont comptés",
        },
        until=(" au dernier jour de la période.", " au dernier jour de chaque période."),
        communication_alone="Communication",
        not_compared="—\u00a0: nombre ou écart non relevé, non calculé ou non publié.",
    ),
}
