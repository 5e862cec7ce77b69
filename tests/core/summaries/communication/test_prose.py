"""The sentences on rumours and publications: every number present and agreeing."""

import re
from dataclasses import replace
from datetime import date

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.periods import Period
from outreach_app.summaries.communication.arabic import ArabicCommunication
from outreach_app.summaries.communication.facts import publication_facts, rumour_facts
from outreach_app.summaries.communication.french import FrenchCommunication
from outreach_app.summaries.communication.plan import (
    CodeFacts,
    CommunicationFacts,
    Compared,
    PublicationFacts,
    RumourFacts,
)
from outreach_app.summaries.prose.blocks import Text, plain
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.facts import facts
from tests.core.summaries.communication.saying import says_communication, sums_of
from tests.core.summaries.national_strategies import PUBLISHED, told
from tests.core.summaries.reading import ISOLATES
from tests.few_or_many import on_random

YEAR = Compared(
    Period(date(2018, 1, 1), date(2018, 12, 31)),
    Period(date(2017, 1, 1), date(2017, 12, 31)),
    until=date(2018, 12, 31),
)
OCTOBER = Compared(
    Period(date(2026, 10, 1), date(2026, 10, 31)),
    Period(date(2026, 9, 1), date(2026, 9, 30)),
    until=date(2026, 10, 31),
)
THE_YEAR = publication_facts(
    {"pb.communique": 2463, "pb.rectification": 288, "pb.reportage": 1675}, None
)
UNIT_AR, UNIT_FR = text("الدائرة الأمنية"), text("l’arrondissement de police")
TRUE = (CodeFacts("vr.true", 1),)
SOME = RumourFacts(4, 2, 1, 2, 16, 17, TRUE, 1)


def words(said: Text) -> str:
    return ISOLATES.sub("", plain(said)).replace("\u00a0", " ").replace("\u202f", " ")


def published(language: Language, made: PublicationFacts) -> Text:
    if language is Language.ARABIC:
        return ArabicCommunication(OCTOBER).published(made, UNIT_AR)
    return FrenchCommunication(OCTOBER).published(made, UNIT_FR)


def test_the_last_two_rumours_are_the_others() -> None:
    whole = RumourFacts(3, None, 1, 1, 5, 5, (), 0)
    assert "ظل الخبران المتبقيان في انتظار" in words(heard(Language.ARABIC, whole))


def test_what_cannot_be_verified_is_not_told_as_verified() -> None:
    for made, french in (
        (RumourFacts(1, None, 1, 0, None, None, (CodeFacts("vr.unverifiable", 1),), 0), "la"),
        (RumourFacts(2, None, 1, 0, None, None, (CodeFacts("vr.unverifiable", 2),), 0), "les"),
    ):
        told = words(heard(Language.FRENCH, made))
        assert told.endswith(f"Il n’a pas été possible de {french} vérifier.")
        assert "Après vérification" not in told
    some = RumourFacts(4, None, 1, 1, 5, 5, (CodeFacts("vr.unverifiable", 1),), 0)
    assert "possible d’en vérifier une autre." in words(heard(Language.FRENCH, some))
    more = RumourFacts(5, None, 1, 1, 5, 5, (CodeFacts("vr.unverifiable", 2),), 0)
    assert "possible d’en vérifier 2 autres." in words(heard(Language.FRENCH, more))


def test_a_page_that_impersonates_is_not_told_to_need_no_rectification() -> None:
    pages = RumourFacts(1, None, 1, 0, None, None, (CodeFacts("vr.impersonation", 1),), 0)
    assert words(heard(Language.ARABIC, pages)).endswith("بصفحة تنتحل صفة رسمية.")


def heard(language: Language, made: RumourFacts) -> Text:
    if language is Language.ARABIC:
        return ArabicCommunication(OCTOBER).heard(made)
    return FrenchCommunication(OCTOBER).heard(made, UNIT_FR)


def heard_at_precincts(language: Language, made: RumourFacts) -> Text:
    if language is Language.ARABIC:
        return ArabicCommunication(OCTOBER).heard_at_precincts(made)
    return FrenchCommunication(OCTOBER).heard_at_precincts(made)


def test_the_real_year_is_told_with_its_shares() -> None:
    arabic = ArabicCommunication(YEAR).published_by_headquarters(THE_YEAR)
    french = FrenchCommunication(YEAR).published_by_headquarters(THE_YEAR)

    assert words(arabic) == (
        "صدرت عن المصالح المركزية، خلال سنة 2018، 4 426 مادة إعلامية: 2 463 بلاغا (55,6 %) و288"
        " بيان حقيقة (6,5 %) و1 675 روبورتاجا (37,8 %)."
    )
    assert words(french) == (
        "En 2018, les services centraux ont diffusé 4 426 publications : 2 463 communiqués"
        " (55,6 %), 288 mises au point (6,5 %) et 1 675 reportages (37,8 %)."
    )


@pytest.mark.parametrize(
    ("made", "arabic", "french"),
    [
        (
            SOME,
            (
                "رُصدت 4 أخبار متداولة (مقابل خبرين متداولين في شتنبر). وتبين بعد التحقق أن"
                " خبرين منها زائفان أو مضللان، وصدر بيان حقيقة بشأن كل منهما؛ وأن خبرا آخر صحيح،"
                " فلم تدع الحاجة إلى إصدار بيان حقيقة. وإلى غاية 31 أكتوبر 2026، ظل الخبر المتبقي"
                " في انتظار نتيجة التحقق. ولم تتجاوز المدة الفاصلة بين الرصد وصدور البيان 17 ساعة."
                " وتم تبليغ بيان الحقيقة إلى الشركاء بشأن أحدهما."
            ),
            (
                "L’arrondissement de police a relevé 4 informations à vérifier (contre 2"
                " en septembre). Après vérification, 2 d’entre elles se sont révélées fausses ou"
                " trompeuses et ont fait l’objet d’une mise au point ; une troisième s’est révélée"
                " exacte, sans appeler de mise au point. Au 31 octobre 2026, la quatrième"
                " n’avait pas encore été vérifiée. Le délai de publication d’une mise au point, à"
                " compter du relevé de l’information, n’a pas excédé 17 heures. La mise au point a"
                " été communiquée aux partenaires pour l’une de ces informations."
            ),
        ),
        (
            RumourFacts(2, None, 1, 2, 5, 5, (), 0),
            (
                "رُصد خبران متداولان. وتبين بعد التحقق أنهما زائفان أو مضللان، وصدر بيان حقيقة"
                " بشأن كل منهما. ولم تتجاوز المدة الفاصلة بين الرصد وصدور البيان 5 ساعات."
            ),
            (
                "L’arrondissement de police a relevé 2 informations à vérifier. Après vérification,"
                " toutes deux se sont révélées fausses ou trompeuses et ont fait l’objet d’une mise"
                " au point. Le délai de publication d’une mise au point, à compter du relevé de"
                " l’information, n’a pas excédé 5 heures."
            ),
        ),
        (
            RumourFacts(1, None, 1, 0, None, None, (), 0),
            ("رُصد خبر متداول واحد. وإلى غاية 31 أكتوبر 2026، ظل في انتظار نتيجة التحقق."),
            (
                "L’arrondissement de police a relevé une information à vérifier. Au 31"
                " octobre 2026, elle n’avait"
                " pas encore été vérifiée."
            ),
        ),
        (
            RumourFacts(1, None, 1, 0, None, None, TRUE, 0),
            (
                "رُصد خبر متداول واحد. وتبين بعد التحقق أنه صحيح، فلم تدع الحاجة إلى إصدار"
                " بيان حقيقة."
            ),
            (
                "L’arrondissement de police a relevé une information à vérifier. Après"
                " vérification, elle s’est"
                " révélée exacte, sans appeler de mise au point."
            ),
        ),
        (
            RumourFacts(2, 2, 1, 0, None, None, (*TRUE, CodeFacts("vr.unverifiable", 1)), 0),
            (
                "رُصد خبران متداولان (العدد نفسه في شتنبر). وتبين بعد التحقق أن أحدهما"
                " صحيح، فلم تدع الحاجة إلى إصدار بيان حقيقة. وتعذر التحقق من الخبر الآخر."
            ),
            (
                "L’arrondissement de police a relevé 2 informations à vérifier (autant qu’en"
                " septembre). Après"
                " vérification, l’une d’elles s’est révélée exacte, sans appeler de mise au"
                " point. Il n’a pas été possible de vérifier l’autre."
            ),
        ),
        (
            RumourFacts(2, None, 1, 0, None, None, (), 0),
            "رُصد خبران متداولان. وإلى غاية 31 أكتوبر 2026، ظل كلاهما في انتظار نتيجة التحقق.",
            (
                "L’arrondissement de police a relevé 2 informations à vérifier. Au 31"
                " octobre 2026, aucune des deux"
                " n’avait encore été vérifiée."
            ),
        ),
        (
            RumourFacts(3, 0, 1, 0, None, None, (), 0, to_rectify=1),
            (
                "رُصدت 3 أخبار متداولة (ولم يُرصد أي خبر متداول في شتنبر). وإلى غاية 31"
                " أكتوبر 2026، ظل خبران منها في انتظار نتيجة التحقق، وظل الخبر المتبقي في انتظار"
                " بيان حقيقة بعد أن تبين أنه زائف أو مضلل."
            ),
            (
                "L’arrondissement de police a relevé 3 informations à vérifier (aucune"
                " en septembre). Au 31"
                " octobre 2026, 2 d’entre elles n’avaient pas encore été vérifiées et"
                " la troisième attendait encore une mise au point après s’être révélée fausse ou"
                " trompeuse."
            ),
        ),
        (
            RumourFacts(0, None, 0, 0, None, None, (), 0),
            "لم يُرصد أي خبر متداول.",
            "Aucune information à vérifier n’a été relevée.",
        ),
    ],
)
def test_rumours_are_told_with_what_became_of_them(
    made: RumourFacts, arabic: str, french: str
) -> None:
    assert words(heard(Language.ARABIC, made)) == arabic
    assert words(heard(Language.FRENCH, made)) == french


def test_one_rectification_is_told_by_the_day_where_no_hour_is_known() -> None:
    made = RumourFacts(1, None, 2, 1, None, None, (), 0, median_days=1, worst_days=1)
    assert words(heard_at_precincts(Language.FRENCH, made)).endswith(
        "La mise au point a été publiée le lendemain du relevé de l’information."
    )
    assert words(heard_at_precincts(Language.ARABIC, made)).endswith(
        "وصدر بيان الحقيقة في اليوم الموالي لرصد الخبر."
    )
    same = words(heard_at_precincts(Language.FRENCH, replace(made, median_days=0, worst_days=0)))
    assert "a été publiée le jour même du relevé" in same


def test_rumours_of_several_precincts_are_counted_once_and_their_delays_apart() -> None:
    made = RumourFacts(1, None, 2, 1, 16, 17, (), 0)
    several = RumourFacts(3, None, 2, 3, 4, 31, (), 0)

    assert words(heard_at_precincts(Language.FRENCH, made)) == (
        "Au total, 2 arrondissements de police ont relevé une information à vérifier. Après"
        " vérification, elle s’est révélée fausse ou trompeuse et a fait l’objet d’une mise au"
        " point. La mise au point a été publiée dans les 17 heures suivant le relevé de"
        " l’information."
    )
    # The middle of one delay or two is nobody's; what bears no hour took a whole day at most.
    assert words(heard_at_precincts(Language.FRENCH, several)).endswith(
        "Le délai médian de publication d’une mise au point, à compter du relevé de l’information"
        ", n’a pas excédé 4 heures et le délai maximal 31 heures."
    )
    assert words(heard_at_precincts(Language.ARABIC, made)) == (
        "رُصد خبر متداول واحد بدائرتين أمنيتين. وتبين بعد التحقق أنه زائف أو مضلل، وصدر بيان"
        " حقيقة بشأنه. وصدر بيان الحقيقة داخل أجل أقصاه 17 ساعة من رصد الخبر."
    )
    assert words(heard_at_precincts(Language.ARABIC, several)).endswith(
        "ولم تتجاوز المدة الوسيطة الفاصلة بين الرصد وصدور البيان 4 ساعات، ولا المدة القصوى 31 ساعة."
    )
    none = replace(several, median_hours=None, worst_hours=None)
    late = replace(none, median_days=6, worst_days=37)
    in_days = " n’a pas excédé 6 jours et le délai maximal a été de 37 jours."
    assert words(heard_at_precincts(Language.FRENCH, late)).endswith(in_days)
    in_days = "بين الرصد وصدور البيان 6 أيام، وبلغت المدة القصوى 37 يوما."
    assert words(heard_at_precincts(Language.ARABIC, late)).endswith(in_days)
    soon = words(heard_at_precincts(Language.FRENCH, replace(late, median_days=0)))
    assert soon.endswith(" a été de moins d’un jour et le délai maximal a été de 37 jours.")
    few = replace(late, rectified=2)
    longest = "Le délai maximal de publication d’une mise au point, à compter du relevé de"
    assert f"{longest} l’information, a été de 37 jours." in words(
        heard_at_precincts(Language.FRENCH, few)
    )
    longest = "وبلغت المدة القصوى الفاصلة بين الرصد وصدور البيان 37 يوما."
    assert longest in words(heard_at_precincts(Language.ARABIC, few))


@on_random(told(), told(), PUBLISHED, PUBLISHED)
def test_every_number_is_said_and_nothing_else(
    now: object, before: object, made: dict[str, int], made_before: dict[str, int]
) -> None:
    rumours = rumour_facts(now, before)  # type: ignore[arg-type]
    publications = publication_facts(made, made_before)
    made_of = facts(CommunicationFacts(OCTOBER.before.last, OCTOBER.until, publications, rumours))
    known = {f"communication.{fact}": value for fact, value in made_of.items()}
    known |= sums_of(rumours)
    for language in Language:
        sentences = (published(language, publications), heard(language, rumours))
        for span in text(*sentences, heard_at_precincts(language, rumours)):
            if span.fact is None:
                assert not re.search(r"\d", span.text), span
            else:
                assert says_communication(span.text, span.fact, known[span.fact]), span
        said = {span.fact for span in text(*sentences)}
        assert not _untold(rumours, publications) - said
        assert not re.search(r"[{}]|  | [.,،]|\.\.|None", "".join(map(words, sentences)))


def _untold(rumours: RumourFacts, publications: PublicationFacts) -> set[str]:
    """Return the facts that must be mentioned."""
    heard, out = "communication.rumours", "communication.publications"
    needed = {f"{heard}.count"} if rumours.count else set()
    needed |= {f"{heard}.carried"} if rumours.carried else set()
    needed |= {f"{heard}.no_need.{row.code}.code" for row in rumours.no_need}
    needed |= {f"{heard}.{name}" for name in ("unverified", "to_rectify") if getattr(rumours, name)}
    if rumours.rectified:
        needed.add(f"{heard}.rectified")
        unit = "hours" if rumours.worst_days is None else "days"
        delays = {f"worst_{unit}"} | (set() if rumours.has_one_delay else {f"median_{unit}"})
        is_known = (rumours.worst_hours, rumours.worst_days) != (None, None)
        needed |= {f"{heard}.{each}" for each in delays} if is_known else set()
    return needed | {f"{out}.kinds.{row.code}.count" for row in publications.kinds if row.count}
