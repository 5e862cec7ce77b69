"""A national summary states the scope of its figures, and ranks only what can be ranked."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from outreach_app.i18n import Language
from outreach_app.queries.awareness import Reached
from outreach_app.queries.national import CategoryCount
from outreach_app.queries.national_counts import Tally
from outreach_app.rules.periods import Period
from outreach_app.summaries.communication.plan import RumourFacts
from outreach_app.summaries.national.plan import NationalPlan
from tests.core.summaries import nations
from tests.core.summaries.national_reading import prose, written

AR, FR = Language.ARABIC, Language.FRENCH


def without_calls(regions: dict[str | None, Tally], **changes: Any) -> NationalPlan:
    return replace(nations.plan(regions, **changes), channels=())


def test_a_call_is_counted_as_no_meeting_wherever_it_is_counted() -> None:
    tally = Tally(offices=10, reported=10, sessions=11, participants=313)
    made: dict[str, Any] = {"awareness": Reached(2, 0, 0, 285, 0), "talks": Reached(0, 0, 0, 0, 0)}
    plan = nations.plan({"REGION_09": tally}, actions={"mt.openday": 2}, **made)

    french, arabic = written(plan, FR), written(plan, AR)
    assert "ont enregistré 11 rencontres, actions et échanges (contre" in french
    assert ", soit 9 rencontres et échanges et 2 actions de sensibilisation" in french
    assert french.count("Rencontres, actions et échanges : 11\n") == 4
    assert "Rencontres, actions et échanges par canal" in french
    assert "وسجلت الدوائر الأمنية المعنية بهذه التقارير 11 لقاء ونشاطا واتصالا" in arabic
    assert "، أي 9 لقاءات واتصالات وعمليتين تحسيسيتين" in arabic
    assert arabic.count("اللقاءات والأنشطة والاتصالات: 11\n") == 4
    assert "اللقاءات والأنشطة والاتصالات حسب القناة" in arabic


def test_awareness_actions_are_told_among_what_was_held() -> None:
    tally = Tally(offices=10, reported=10, sessions=11, participants=313)
    plan = without_calls(
        {"REGION_09": tally},
        awareness=Reached(2, 0, 0, 285, 0),
        talks=Reached(0, 0, 0, 0, 0),
        actions={"mt.awareness": 1, "mt.openday": 1},
    )
    assert "ont organisé 11 rencontres et actions (contre" in prose(plan, FR)
    parts = ", soit 9 séances de dialogue et 2 actions de sensibilisation, qui ont réuni 313"
    assert parts in prose(plan, FR)
    # Whom they reached may be more than those who were counted as participants.
    assert "comptés avec les participants" not in prose(plan, FR)
    assert "التقارير 11 لقاء ونشاطا (مقابل" in prose(plan, AR)
    assert "، أي 9 جلسات حوار وعمليتين تحسيسيتين، شارك فيها 313" in prose(plan, AR)
    assert "محتسبون ضمن المشاركين" not in prose(plan, AR)


def test_awareness_actions_alone_are_not_told_as_dialogue() -> None:
    tally = Tally(offices=10, reported=10, sessions=2, participants=285)
    plan = nations.plan(
        {"REGION_09": tally},
        awareness=Reached(2, 0, 0, 285, 0),
        talks=Reached(0, 0, 0, 0, 0),
        actions={"mt.awareness": 2},
    )
    assert ", soit 2 actions de sensibilisation, qui ont réuni 285" in prose(plan, FR)
    assert "، أي عمليتين تحسيسيتين، شارك فيهما 285" in prose(plan, AR)


def test_meetings_without_an_awareness_action_are_told_as_dialogue() -> None:
    none = Reached(0, 0, 0, 0, 0)
    tally = Tally(offices=10, reported=10, sessions=2, participants=28)
    plan = without_calls({"REGION_09": tally}, awareness=none, talks=none, actions={})

    assert "ont organisé 2 séances de dialogue (contre 2103 en septembre)" in prose(plan, FR)
    assert "التقارير جلستي حوار (مقابل 2103 جلسات حوار خلال" in prose(plan, AR)


def test_what_is_compared_has_one_name() -> None:
    none = Reached(0, 0, 0, 0, 0)
    tally = Tally(offices=10, reported=10, sessions=2, participants=28)
    made: dict[str, Any] = {"awareness": none, "talks": none, "actions": {}, "actions_before": 4}
    plan = without_calls({"REGION_09": tally}, **made)

    assert "ont organisé 2 rencontres et actions (contre 2103 en septembre)" in prose(plan, FR)
    assert "التقارير جلستي حوار (مقابل 2103 لقاءات وأنشطة خلال" in prose(plan, AR)


def test_everything_is_told_as_of_the_day_of_the_paper() -> None:
    assert nations.plan().communication.until == nations.plan().as_of
    # Readings of publications are stated as of their day.
    told = prose(nations.plan(), FR).partition("ont relevé")[2]
    assert "31 octobre 2026" not in told


def test_topics_raised_a_few_times_are_all_told_and_not_ranked() -> None:
    few = tuple(
        nations.topic(code, 1, 0, "REGION_09")
        for code in ("tp.1.1", "tp.6.1", "tp.8.4", "tp.5.1", "tp.5.2", "tp.8.1")
    )
    plan = nations.plan(topics=few)
    assert len(plan.main) == 6
    words = written(plan, FR)
    assert "Thématiques abordées" in words
    assert "Principales" not in words
    assert "Région concernée : Oriental" in words
    assert "Principales thématiques" in written(nations.plan(), FR)


def test_points_that_are_no_concerns_are_counted_under_the_list_of_topics() -> None:
    few = (nations.topic("tp.1.1", 2, 0, "REGION_09"),)
    for points, fr, ar in (
        (
            2,
            "Le tableau réunit les préoccupations, demandes et propositions.",
            "يضم الجدول الانشغالات والملتمسات والمقترحات.",
        ),
        (
            3,
            " ; un point est d’une autre nature (information,",
            "وسُجلت خارج هذه الأصناف نقطة واحدة (معلومة",
        ),
        (4, " ; 2 points sont d’une autre nature (", "وسُجلت خارج هذه الأصناف نقطتان ("),
    ):
        region: dict[str | None, Tally] = {"REGION_09": Tally(1, 1, sessions=2, points=points)}
        plan = nations.plan(region, topics=few)
        assert fr in written(plan, FR).replace("\u00a0", " ")
        assert ar in written(plan, AR)


def test_a_cut_list_of_topics_says_how_many_points_it_holds() -> None:
    topics = tuple(
        nations.topic(f"tp.{place}.1", 6 if place < 6 else 2, 0, "REGION_09")
        for place in range(1, 8)
    )
    region: dict[str | None, Tally] = {"REGION_09": Tally(1, 1, sessions=9, points=91)}
    plan = nations.plan(region, topics=topics)
    cut = "Le tableau ne retient que les thématiques les plus fréquentes, soit 30 points sur 91"
    assert cut in written(plan, FR).replace("\u00a0", " ")
    assert "المواضيع الأكثر تكرارا، أي 30 نقطة من أصل 91؛" in written(plan, AR)


def test_the_end_of_a_commitment_is_named() -> None:
    for name, fr, ar in (
        ("dropped", "1 est abandonné", "تم التخلي عن التزام واحد."),
        ("blocked", "1 n’est pas réalisable", "تعذر تنفيذ التزام واحد."),
        ("referred", "1 est transmis au service", "أُحيل التزام واحد على الجهة المختصة"),
        ("unknown", "1 n’a pas abouti", "ظل التزام واحد دون إنجاز"),
    ):
        tally = Tally(1, 1, sessions=2, commitments=3, kept=2)
        if name != "unknown":
            tally = replace(tally, **{name: 1})
        plan = nations.plan({"REGION_09": tally})
        assert f"2 sont réalisés et {fr}" in prose(plan, FR)
        assert f"أُنجز التزامان منها، و{ar}" in prose(plan, AR)


def test_commitments_that_are_all_in_one_state_are_not_counted_again() -> None:
    for made, state, fr, ar in (
        (1, {"running": 1}, "Le seul engagement enregistré", "، ولا يزال في انتظار التنفيذ أو قيد"),
        (2, {"late": 2}, "Les 2 engagements enregistrés", "، وتجاوزا معا الأجل المحدد."),
        (3, {"dropped": 3}, "Les 3 engagements enregistrés", "، وتم التخلي عنها كلها."),
    ):
        tally = replace(Tally(1, 1, sessions=2, commitments=made), **state)
        plan = nations.plan({"REGION_09": tally})
        assert f"{fr} à la suite des rencontres de la période" in prose(plan, FR)
        assert f"على إثر لقاءات الفترة{ar}" in prose(plan, AR)


def test_partners_that_are_no_associations_are_counted() -> None:
    tally = Tally(1, 1, sessions=9, participants=90, associations=9)
    for number, fr, ar in (
        (1, "et un autre partenaire", "وشريك آخر"),
        (2, "et 2 autres partenaires", "وشريكين آخرين"),
        (3, "et 3 autres partenaires", "و3 شركاء آخرين"),
        (11, "et 11 autres partenaires", "و11 شريكا آخر"),
        (100, "et 100 autres partenaires", "و100 شريك آخر"),
    ):
        categories = (CategoryCount("pt.liberal", 200, number, 0),)
        plan = nations.plan({"REGION_09": tally}, categories=categories)
        assert f"9 associations {fr} (professions libérales)." in prose(plan, FR)
        assert f"9 جمعيات {ar} (أصحاب المهن الحرة)." in prose(plan, AR)
        two = (*categories, CategoryCount("pt.media", 5, 1, 0))
        plan = nations.plan({"REGION_09": tally}, categories=two)
        assert f" {number + 1} autres partenaires." in prose(plan, FR)


def test_rumours_of_meetings_are_told_as_part_of_all_that_was_heard() -> None:
    for rumours, heard, fr, ar in (
        (3, 11, " 3 informations à vérifier, comptées aussi", " 3 أخبار متداولة، احتُسبت أيضا"),
        (1, 11, " une information à vérifier, comptée aussi", " خبر متداول واحد، احتُسب أيضا"),
        (3, 2, " 3 informations à vérifier.", " 3 أخبار متداولة."),
    ):
        plan = nations.plan()
        told = RumourFacts(heard, None, 9, 0, None, None, (), 0)
        plan = replace(
            plan, rumours=rumours, communication=replace(plan.communication, rumours=told)
        )
        assert fr in prose(plan, FR)
        assert ar in prose(plan, AR)
        answered = replace(plan, total=replace(plan.total, unanswered=0))
        assert "une suite, hors informations à vérifier, ont tous donné" in prose(answered, FR)
        assert "التتبع منها، باستثناء الأخبار المتداولة، جواب أو" in prose(answered, AR)


def test_those_who_came_to_awareness_actions_have_one_name() -> None:
    plan = nations.plan()
    made = plan.communication.awareness
    assert made is not None
    for apart in (None, 30):
        awareness = replace(
            made, apart=apart, pupils_noted=3, are_talks_partial=True, are_escorted=False
        )
        communication = replace(plan.communication, awareness=awareness)
        words = prose(replace(plan, communication=communication), FR)
        assert "public de ces actions" in words


def test_a_period_before_the_register_has_no_figures() -> None:
    reported = nations.figures().total.reported
    recorded = nations.plan(recorded_from=(date(2026, 9, 20),) * reported)
    plan = nations.plan(recorded_from=(date(2026, 10, 5),) * reported)

    assert "les chiffres de la période précédente sont donc partiels" in written(recorded, FR)
    assert {row.before for row in plan.main} == {row.before for row in plan.channels} == {None}
    assert (
        "Les arrondissements de police dont le rapport est reçu n’ont enregistré aucune rencontre"
        " avant le 5 octobre 2026 ; il n’y a donc pas de données de septembre 2026 (—) et"
        " l’évolution n’est pas calculée."
    ) in written(plan, FR)
    assert (
        "لم تسجل الدوائر الأمنية التي وردت تقاريرها أي لقاء قبل 5 أكتوبر 2026؛ لذا لا تتوفر معطيات"
        " عن شهر شتنبر 2026 (—)، ولم يُحتسب التغير."
    ) in written(plan, AR)
    assert "Septembre : —\n" in written(plan, FR)


def test_an_equal_number_of_meetings_is_told_as_such() -> None:
    plan = nations.plan()
    equal = replace(plan, sessions_before=plan.total.sessions)
    assert "(autant qu’en septembre pour les mêmes arrondissements)" in prose(equal, FR)
    assert "(وهو العدد نفسه المسجل خلال شهر شتنبر بالدوائر الأمنية نفسها)" in prose(equal, AR)
    assert "actions et échanges (contre" in prose(plan, FR)


def test_days_of_the_period_before_are_in_one_pair_of_brackets() -> None:
    plan = nations.plan(period=Period(date(2026, 3, 10), date(2026, 5, 22)))
    days = "au cours de la période précédente, du 26 décembre 2025 au 9 mars 2026"
    assert f" {days}, pour les mêmes arrondissements)" in prose(plan, FR)
    assert "خلال الفترة السابقة، من 26 دجنبر 2025 إلى غاية 9 مارس 2026)" in prose(plan, AR)


@pytest.mark.parametrize("publishable", [False, True])
def test_the_period_before_is_dated_where_it_has_no_name(publishable: bool) -> None:
    days = Period(date(2026, 3, 10), date(2026, 5, 22))
    late = (date(2025, 1, 7),) * 200 + (date(2026, 1, 27),) * 214
    partial: dict[str, Any] = {"recorded_from": late}
    for changes in (partial, {"before": Tally()}):
        plan = nations.plan(period=days, publishable=publishable, **changes)
        assert "du 26 décembre 2025 au 9 mars 2026" in written(plan, FR)
        assert "من 26 دجنبر 2025 إلى غاية 9 مارس 2026" in written(plan, AR)
    assert "période du 10 mars au 22 mai 2026" in written(plan, FR)
    assert "الفترة الممتدة من 10 مارس إلى غاية 22 ماي 2026" in written(plan, AR)


def test_women_are_a_least_number_and_not_published() -> None:
    assert "de sexe féminin, d’après les relevés disponibles" in prose(nations.plan(), FR)
    assert "dont au moins" in prose(nations.plan(), FR)
    assert "من بينهم على الأقل" in prose(nations.plan(), AR)
    assert "féminin" not in prose(nations.plan(publishable=True), FR)
    plan = nations.plan()
    one = replace(plan.total, participants=1, women=1, participants_partial=False)
    alone = replace(plan, total=one)
    assert "un participant, de sexe féminin, d’après les relevés disponibles" in prose(alone, FR)
    assert "شخص واحد، من الإناث، حسب ما سُجل" in prose(alone, AR)
    ten = replace(alone, total=replace(one, participants=10, women=10, women_partial=False))
    assert "10 participants, tous de sexe féminin." in prose(ten, FR)
    assert "10 أشخاص، كلهم من الإناث." in prose(ten, AR)


def test_a_region_without_a_report_has_no_figures() -> None:
    heard = nations.tally(9, 9, 40, 400, 31, 58, 15)
    regions: dict[str | None, Tally] = {"REGION_02": heard, "REGION_05": nations.tally(1, 0)}
    french, arabic = (written(nations.plan(regions), page) for page in (FR, AR))

    assert "Couverture : 0 %\n  Rencontres, actions et échanges : Non reçu" in french
    assert "التغطية: 0 %\n  اللقاءات والأنشطة والاتصالات: لم يرد" in arabic
    # The public reads of no missing report, and of no number that it would be one of.
    public = nations.plan(regions, publishable=True)
    silent = next(row for row in public.published if row.code == "REGION_05")
    assert (silent.sessions, silent.points) == (None, None)
    assert "Tiret (—) : donnée non disponible." in written(public, FR)
    assert "العلامة (—): لا تتوفر معطيات." in written(public, AR)
