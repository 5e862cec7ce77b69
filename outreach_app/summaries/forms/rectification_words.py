"""The fixed texts of a rectification sheet in each language, with `{…}` for facts."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from outreach_app.i18n import Language
from outreach_app.rules.kinds import VerificationResult
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Text
from outreach_app.summaries.prose.composition import text

_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Wording:
    """The fixed texts of the sheet in one language.

    - `plain_title` and `plain_kind`: those of a sheet without rectification. `verified` dates its
      result, `found` adds the source, `copied` is the day of a later copy, `filed` that of one
        that comes too late to be handed out.
    - `to`: the partners addressed. `headings`: the truth, the rumour. `asked` leads to the
      request, with `asked_of_several` to a list of them.
    - `no_names` is the note under the rumour as heard, `no_source` under its translation.
    - `labels`: who heard it, the day, the page, the result, the delay; `moment` replaces the
      second if the hour is known, `out_before` replaces the delay if the rectification came first.
      `services`: who heard or published (`vs.*`).
    - `established`: the results without rectification, those of a page with `page` on its
      `network` or `unnamed_page`; `untrue` tells of a rectification of which no words were
      noted, `confirmed` of what was found true where the fact follows, which may be less than it,
        `spread_by_page` of what a page spreads, `titled` its title. `fact` introduces the
      fact. `searched` and `gathered` replace `verified` and `fact` if nothing could be
      established. `same_day` is a delay of no day.
    - `spread` is the request after a rectification, `check` for a rumour not found true.
    """

    title: str
    plain_title: str
    kind: str
    plain_kind: str
    to: str
    headings: tuple[str, str]
    asked: str
    asked_of_several: str
    source: str
    at: str
    no_names: str
    no_source: str
    labels: tuple[str, str, str, str, str]
    moment: str
    out_before: str
    services: dict[str, str]
    verified: str
    searched: str
    found: str
    copied: str
    filed: str
    established: dict[str, str]
    untrue: str
    confirmed: str
    spread_by_page: dict[str, str]
    titled: str
    page: str
    unnamed_page: str
    network: str
    fact: str
    gathered: str
    same_day: str
    spread: str
    check: str
    tell: str
    day: Callable[[date], str]
    short_day: Callable[[date], str]
    hour: Callable[[time], str]

    def established_of(self, result: str, *, is_page: bool, has_fact: bool) -> str:
        """Return what a result established: of a page it is about what it spreads, not its name."""
        if result == VerificationResult.TRUE and has_fact:
            return self.confirmed
        own = self.established.get(result, self.untrue)
        return self.spread_by_page.get(result, own) if is_page else own


WORDINGS = {
    Language.ARABIC: Wording(
        title="بيان حقيقة",
        plain_title="نتيجة التحقق من خبر متداول",
        kind="بيان حقيقة",
        plain_kind="نتيجة تحقق",
        to="إلى شركاء {unit}",
        headings=("الحقيقة", "الخبر المتداول"),
        asked="المرجو منكم",
        asked_of_several=":",
        source="بيان صادر عن {services} يوم {day}",
        at=" على الساعة {hour}",
        no_names="كما رُصد، دون ذكر مصدره",
        no_source="مترجم عن الفرنسية، دون ذكر مصدره",
        labels=(
            *("جهة الرصد", "تاريخ الرصد", "الصفحة المعنية"),
            *("نتيجة التحقق", "المدة بين الرصد وبيان الحقيقة"),
        ),
        moment="تاريخ الرصد وساعته",
        out_before="صدر البيان قبل الرصد",
        services={"vs.own": "مصالح الدائرة الأمنية", "vs.hq": "المصالح المركزية"},
        verified="تم التحقق يوم {day}",
        searched="تمت محاولة التحقق يوم {day}",
        found=" · مصدر المعلومة: {service}",
        copied=" · حُررت هذه النسخة يوم {day}",
        filed=" · نسخة للحفظ، حُررت يوم {day}",
        established={
            "vr.true": "تبين بعد التحقق أن الخبر المذكور أدناه صحيح.",
            "vr.unverifiable": "تعذر التحقق من الخبر المذكور أدناه؛ ويُرجى عدم نشره.",
            "vr.misleading": "تبين بعد التحقق أن الخبر المذكور أدناه مضلل.",
            "vr.impersonation": "{page} لا تمثل المديرية العامة للأمن الوطني ولا أيا من مصالحها.",
            "vr.unofficial": "تبين بعد التحقق أن {page} غير رسمية، دون انتحال صفة.",
        },
        titled="عنوان البيان المنشور: {title}.",
        confirmed="تم التحقق من الخبر المذكور أدناه.",
        untrue="تبين بعد التحقق أن الخبر المذكور أدناه غير صحيح.",
        spread_by_page={
            "vr.false": "تبين بعد التحقق أن ما تنشره الصفحة المشار إليها أدناه غير صحيح.",
            "vr.misleading": "تبين بعد التحقق أن ما تنشره الصفحة المشار إليها أدناه مضلل.",
        },
        page="صفحة «{name}»",
        unnamed_page="هذه الصفحة",
        network=" على {network}",
        fact="وقد أسفر التحقق عما يلي: {words}.",
        gathered="وهذا ما تم التوصل إليه: {words}.",
        same_day="في اليوم نفسه",
        spread="إعادة نشر هذا البيان بنصه الكامل.",
        check="التأكد من مصدر كل خبر قبل نشره.",
        tell="إشعار الدائرة الأمنية بكل خبر مشكوك في صحته، دون حاجة إلى ذكر أسمائكم.",
        day=arabic.full_date,
        short_day=arabic.short_date,
        hour=arabic.clock,
    ),
    Language.FRENCH: Wording(
        title="Mise au point",
        plain_title="Résultat de la vérification d’une information",
        kind="mise au point",
        plain_kind="résultat de vérification",
        to="Aux partenaires {of_unit}",
        headings=("Les faits", "Information relevée"),
        asked="Il vous est demandé de bien vouloir",
        asked_of_several="\u00a0:",
        source="Mise au point publiée par {services} le\u00a0{day}",
        at=" à {hour}",
        no_names="Telle que relevée, sans indication d’auteur",
        no_source="Traduite de l’arabe, sans indication d’auteur",
        labels=(
            "Relevée par",
            "Date du relevé",
            "Page concernée",
            "Résultat de la vérification",
            "Délai entre le relevé et la mise au point",
        ),
        moment="Date et heure du relevé",
        out_before="mise au point antérieure au relevé",
        services={
            "vs.own": "les services de l’arrondissement de police",
            "vs.hq": "les services centraux",
        },
        verified="Vérification effectuée le\u00a0{day}",
        searched="Recherches effectuées le\u00a0{day}",
        found=" · source\u00a0: {service}",
        copied=" · copie délivrée le\u00a0{day}",
        filed=" · copie d’archive, établie le\u00a0{day}",
        established={
            "vr.true": "La vérification a établi que l’information rapportée ci-dessous est"
            " exacte.",
            "vr.unverifiable": "L’information rapportée ci-dessous n’a pas pu être vérifiée\u00a0;"
            " il est demandé de ne pas la diffuser.",
            "vr.misleading": "La vérification a établi que l’information rapportée ci-dessous est"
            " trompeuse.",
            "vr.impersonation": "{page} ne représente ni la Direction générale de la Sûreté"
            " nationale ni aucun de ses services.",
            "vr.unofficial": "{page} n’est pas officielle\u00a0; la vérification a conclu à"
            " l’absence d’usurpation.",
        },
        titled="Titre de la mise au point publiée\u00a0: {title}.",
        confirmed="L’information rapportée ci-dessous a été vérifiée.",
        untrue="La vérification a établi que l’information rapportée ci-dessous est fausse.",
        spread_by_page={
            "vr.false": "La vérification a établi que les informations diffusées par la page"
            " signalée ci-dessous sont fausses.",
            "vr.misleading": "La vérification a établi que les informations diffusées par la page"
            " signalée ci-dessous sont trompeuses.",
        },
        page="La page «\u00a0{name}\u00a0»",
        unnamed_page="Cette page",
        network=", sur {network},",
        fact="La vérification a établi ce qui suit\u00a0: {words}.",
        gathered="Éléments recueillis\u00a0: {words}.",
        same_day="le jour même",
        spread="diffuser cette mise au point dans son texte intégral\u00a0;",
        check="vérifier la source de toute information avant de la diffuser\u00a0;",
        tell="signaler à l’arrondissement de police toute information douteuse, sans qu’il soit"
        " nécessaire d’indiquer votre nom.",
        day=french.full_date,
        short_day=french.short_date,
        hour=french.clock,
    ),
}


def fill(pattern: str, **facts: Text) -> Text:
    """Return a pattern with texts in its slots."""
    parts = _SLOT.split(pattern)
    return text(*(facts[part] if place % 2 else part for place, part in enumerate(parts)))
