"""The fixed words of a rectification sheet in each language; `{…}` is where a fact stands."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from outreach_app.i18n import Language
from outreach_app.summaries.prose import arabic, french


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language.

    `plain_title` heads a sheet on what was not rectified, `plain_heard` begins its account; `found`
    dates its result with its source, `verified` without, `copied` a sheet that is printed later.
    `to` are the partners addressed,
    `headings` what is true, what circulated, what is asked for. `services` say who heard or
    published (`vs.*`). `heard` and `published` begin and end the same sentence: after so many
    hours, on a day, or before the rumour was heard. `established` are the results that need no
    rectification.
    """

    title: str
    plain_title: str
    kind: str
    to: str
    headings: tuple[str, str, str]
    source: str
    at: str
    no_names: str
    labels: tuple[str, str, str, str]
    services: dict[str, str]
    heard: str
    plain_heard: str
    found: str
    verified: str
    copied: str
    published_after: str
    published_on: str
    published_before: str
    established: dict[str, str]
    unnamed_page: str
    fact: str
    spread: str
    asked: tuple[str, ...]
    day: Callable[[date], str]
    short_day: Callable[[date], str]
    hour: Callable[[time], str]


WORDINGS = {
    Language.ARABIC: Wording(
        title="بيان حقيقة",
        plain_title="نتيجة التحقق من خبر متداول",
        kind="بيان حقيقة",
        to="إلى شركاء {unit}",
        headings=("الحقيقة", "ما كان يُتداول", "ما نرجوه منكم"),
        source="بيان صادر عن {services} يوم {day}",
        at=" على الساعة {hour}",
        no_names="كما رُصد، دون ذكر مصدره",
        labels=(
            "تاريخ الرصد",
            "نتيجة التحقق",
            "تاريخ صدور بيان الحقيقة",
            "المدة بين الرصد وبيان الحقيقة",
        ),
        services={"vs.own": "مصالح الدائرة الأمنية", "vs.hq": "المصالح المركزية"},
        heard="رُصدت هذه الإشاعة ب{unit} يوم {day}",
        plain_heard="رُصد هذا الخبر ب{unit} يوم {day}",
        found="المصدر: التحقق المنجز يوم {day}",
        verified="تاريخ التحقق: {day}",
        copied=" · نسخة مسلمة يوم {day}",
        published_after="، وصدر بشأنها بيان حقيقة بعد {hours}.",
        published_on="، وصدر بشأنها بيان حقيقة يوم {day}.",
        published_before="، وكان قد صدر بشأنها بيان حقيقة يوم {day}.",
        established={
            "vr.true": "تبين بعد التحقق أن الخبر المذكور أدناه صحيح.",
            "vr.unverifiable": "تعذر التحقق من الخبر المذكور أدناه؛ ويُرجى عدم تقاسمه.",
            "vr.impersonation": "لا تمثل صفحة «{page}» المديرية العامة للأمن الوطني ولا أيا من"
            " مصالحها.",
        },
        unnamed_page="لا تمثل هذه الصفحة المديرية العامة للأمن الوطني ولا أيا من مصالحها.",
        fact="وأسفر التحقق عما يلي: {words}.",
        spread="تقاسم هذا البيان بنصه الكامل.",
        asked=(
            "التأكد من مصدر كل خبر قبل تقاسمه.",
            "إخبارنا بكل خبر مشكوك في صحته؛ ولا حاجة إلى ذكر أي اسم.",
        ),
        day=arabic.full_date,
        short_day=arabic.short_date,
        hour=arabic.clock,
    ),
    Language.FRENCH: Wording(
        title="Mise au point",
        plain_title="Résultat de la vérification d’une information",
        kind="mise au point",
        to="Aux partenaires {of_unit}",
        headings=("Les faits", "Ce qui se disait", "Ce que nous vous demandons"),
        source="Mise au point publiée par {services} le\u00a0{day}",
        at=" à {hour}",
        no_names="Tel que relevé, sans indication d’auteur",
        labels=(
            "Date du relevé",
            "Résultat de la vérification",
            "Date de la mise au point",
            "Délai entre le relevé et la mise au point",
        ),
        services={
            "vs.own": "les services de l’arrondissement de police",
            "vs.hq": "les services centraux",
        },
        heard="Cette rumeur a été relevée par {unit} le\u00a0{day}",
        plain_heard="Cette information a été relevée par {unit} le\u00a0{day}",
        found="Source\u00a0: vérification du\u00a0{day}",
        verified="Vérification faite le\u00a0{day}",
        copied=" · copie délivrée le\u00a0{day}",
        published_after="\u00a0; une mise au point a été publiée {hours} plus tard.",
        published_on="\u00a0; une mise au point a été publiée le\u00a0{day}.",
        published_before="\u00a0; une mise au point avait déjà été publiée le\u00a0{day}.",
        established={
            "vr.true": "La vérification a établi que l’information rapportée ci-dessous est"
            " exacte.",
            "vr.unverifiable": "L’information rapportée ci-dessous n’a pas pu être vérifiée\u00a0;"
            " il est"
            " demandé de ne pas la diffuser.",
            "vr.impersonation": "La page «\u00a0{page}\u00a0» ne représente ni la Direction"
            " générale de la Sûreté nationale ni aucun de ses services.",
        },
        unnamed_page="Cette page ne représente ni la Direction générale de la Sûreté nationale ni"
        " aucun de ses services.",
        fact="Il ressort de la vérification ce qui suit\u00a0: {words}.",
        spread="Diffusez cette mise au point dans son texte intégral.",
        asked=(
            "Vérifiez la source d’une information avant de la diffuser.",
            "Signalez-nous toute information douteuse\u00a0; aucun nom n’est nécessaire.",
        ),
        day=french.full_date,
        short_day=french.short_date,
        hour=french.clock,
    ),
}
