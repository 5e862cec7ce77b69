"""The terms of a report for held meetings, and its points of attention."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from outreach_app.rules.periods import Period
from outreach_app.summaries.period.plan import KindFacts
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests.core.summaries import reports
from tests.core.summaries.period.test_prose import AR, FR, prose, realised
from tests.core.summaries.reports import MOCK_UP, day

CALL = replace(
    MOCK_UP,
    figures=reports.figures(meetings=1, participants=1, women=0, points=1, commitments=1),
    kinds=(KindFacts("ch.phone", 1, 1, 0, 1),),
    kept=0,
    signals=replace(MOCK_UP.signals, unmet=("pt.liberal",), has_fallen=True),
)


def test_a_call_is_no_meeting_that_gathers_people() -> None:
    ar, fr = prose(CALL, AR), prose(CALL, FR)

    assert (
        "أجرت الدائرة الأمنية النخيل، خلال هذه الفترة، اتصالا هاتفيا واحدا (مقابل 6 لقاءات في"
        " شتنبر)، شارك فيه شخص واحد."
    ) in ar
    assert "لم يُنجز الالتزام الوحيد المسجل على إثر الاتصال المذكور" in ar
    assert (
        "a eu un échange téléphonique (contre six rencontres en septembre). Cet échange, auquel un"
        " participant a pris part, a permis d’enregistrer"
    ) in fr
    for text, words in ((ar, ("عقدت", "لقاءات الفترة")), (fr, ("a tenu", "des rencontres de"))):
        assert not [word for word in words if word in text]
    headings = to_plain_text(realised(CALL, AR)) + to_plain_text(realised(CALL, FR))
    assert "الحاضرون" not in headings
    assert "présents" not in headings


def test_a_woman_alone_is_called_a_lady() -> None:
    figures = reports.figures(meetings=1, participants=1, women=1, points=1, commitments=1)
    counted = tuple(replace(figure, is_partial=False) for figure in figures)
    assert "في شتنبر)، شاركت فيه سيدة واحدة." in prose(replace(CALL, figures=counted), AR)


def test_two_meetings_are_told_in_the_dual() -> None:
    figures = reports.figures(meetings=2, participants=9, women=1, points=1, commitments=0)
    two = replace(CALL, figures=figures, kinds=(KindFacts("mt.thematic", 2, 9, 1, 1),))
    assert "على إثر اللقاءين المذكورين" in prose(two, AR)


def test_an_audience_alone_is_called_by_its_name() -> None:
    one = replace(CALL, kinds=(KindFacts("mt.reception", 1, 1, 0, 1),))

    said = (
        "a accordé une audience (contre six rencontres en septembre). Cette audience, à laquelle un"
        " participant a pris part, a permis d’enregistrer"
    )
    assert said in prose(one, FR)
    assert "à la suite de l’audience de la période" in prose(one, FR)
    assert (
        "عقدت الدائرة الأمنية النخيل، خلال هذه الفترة، لقاء استقبال واحدا (مقابل 6 لقاءات في"
        " شتنبر)، شارك فيه شخص واحد."
    ) in prose(one, AR)


def test_one_meeting_is_told_in_the_singular() -> None:
    one = replace(CALL, kinds=(KindFacts("mt.thematic", 1, 1, 0, 1),))
    assert "à la suite de la rencontre de la période" in prose(one, FR)
    assert "على إثر اللقاء المذكور" in prose(one, AR)
    assert "rencontres de la période" not in prose(one, FR)
    assert "لقاءات الفترة" not in prose(one, AR)


def test_a_great_fall_calls_for_attention() -> None:
    assert "Le nombre de participants est passé de 82 à un seul." in prose(CALL, FR)
    assert "انخفض عدد المشاركين من 82 إلى مشارك واحد." in prose(CALL, AR)


def test_children_among_those_who_came_are_no_women() -> None:
    open_day = replace(
        MOCK_UP,
        figures=tuple(replace(row, is_partial=False) for row in MOCK_UP.figures),
        kinds=(KindFacts("mt.openday", 8, 103, 41, 34),),
    )
    assert "، بينهم 41 من الإناث" in prose(open_day, AR)
    assert "41 de sexe féminin" in prose(open_day, FR)


def test_what_a_unit_organises_is_named_and_not_called_a_meeting() -> None:
    figures = reports.figures(meetings=3, participants=90, women=0, points=1, commitments=0)
    campaigns, call = KindFacts("mt.awareness", 2, 89, 20, 0), KindFacts("ch.phone", 1, 1, 0, 1)
    few = replace(CALL, figures=figures, kinds=(campaigns, call))
    meeting = KindFacts("mt.thematic", 1, 8, 1, 1)
    many = replace(CALL, figures=figures, kinds=(campaigns, meeting))

    assert "حملتين تحسيسيتين، وأجرت اتصالا هاتفيا واحدا (مقابل 6 لقاءات في شتنبر)" in prose(few, AR)
    assert (
        "a organisé deux campagnes de sensibilisation et a eu un échange téléphonique (contre six"
        " rencontres en septembre). Ils ont totalisé 90 participants"
    ) in prose(few, FR)
    day = replace(campaigns, code="mt.openday", meetings=1)
    both = prose(replace(few, kinds=(campaigns, day, call)), FR)
    assert (
        "deux campagnes de sensibilisation et une opération portes ouvertes, et a eu un éch" in both
    )
    assert "نظمت الدائرة الأمنية النخيل، خلال هذه الفترة، 3 لقاءات" in prose(many, AR)
    assert "a tenu trois rencontres" in prose(many, FR)


def test_no_woman_among_those_of_some_meetings_is_said() -> None:
    figures = reports.figures(meetings=2, participants=79, women=0, points=1, commitments=0)
    some = replace(
        CALL, figures=figures, women_noted=1, kinds=(KindFacts("mt.field", 2, 79, 0, 1),)
    )
    assert all(row.is_partial for row in figures if row.code == "women")

    assert (
        "Le nombre de femmes n’a été relevé que pour une rencontre, à laquelle aucune femme n’a"
        " pris part."
    ) in prose(some, FR)
    assert "ولم يُسجل عدد الإناث إلا في لقاء واحد، ولم تشارك فيه أي امرأة." in prose(some, AR)


def test_one_category_not_met_again_is_named_in_its_place() -> None:
    assert "أي لقاء مع أصحاب المهن الحرة، خلافا لشهر شتنبر." in prose(CALL, AR)


def test_who_owes_what_is_late_is_named() -> None:
    one = replace(MOCK_UP, signals=replace(MOCK_UP.signals, late=1))
    assert "كان التزام واحد قد تجاوز أجله المحدد في 23 أكتوبر 2026: «" in prose(one, AR)
    assert "»، على عاتق رئيس الدائرة الأمنية." in prose(one, AR)
    assert "(responsable : chef de l’arrondissement de police)." in prose(one, FR)


def test_one_campaign_is_taken_up_by_its_gender() -> None:
    figures = reports.figures(meetings=1, participants=35, women=None, points=1, commitments=0)
    campaign = replace(CALL, figures=figures, kinds=(KindFacts("mt.awareness", 1, 35, None, 1),))
    open_day = replace(campaign, kinds=(KindFacts("mt.openday", 1, 35, None, 1),))
    assert "حملة تحسيسية واحدة (مقابل 6 لقاءات في شتنبر)، شارك فيها 35 شخصا" in prose(campaign, AR)
    assert "عملية واحدة للأبواب المفتوحة (مقابل 6 لقاءات في شتنبر)، شارك فيها 35" in prose(
        open_day, AR
    )
    assert "Elle a réuni 35 participants et a permis d’enregistrer" in prose(campaign, FR)


def test_a_category_is_inflected_after_its_preposition() -> None:
    unmet = replace(CALL, signals=replace(CALL.signals, unmet=("pt.association",)))
    assert "أي لقاء مع الفاعلين الجمعويين، خلافا لشهر شتنبر." in prose(unmet, AR)


def test_women_alone_among_those_counted_are_told_as_all() -> None:
    figures = reports.figures(meetings=2, participants=79, women=8, points=1, commitments=0)
    kinds = (KindFacts("mt.field", 2, 79, 8, 1),)
    some = replace(CALL, figures=figures, women_noted=1, women_among=8, kinds=kinds)
    assert "que pour une rencontre, qui a réuni huit participantes." in prose(some, FR)
    assert "وبلغ فيه 8، وكان جميع من شارك فيه من الإناث." in prose(some, AR)
    two = replace(some, figures=reports.figures(meetings=2, participants=9, women=2), women_among=2)
    assert "une rencontre, qui a réuni deux participantes." in prose(two, FR)
    assert "وبلغ فيه اثنتين، وهما كل من شارك فيه." in prose(two, AR)
    one = replace(two, figures=reports.figures(meetings=2, participants=9, women=1), women_among=1)
    assert "une rencontre, qui a réuni une seule participante." in prose(one, FR)
    assert "وبلغ فيه أنثى واحدة، وهي كل من شارك فيه." in prose(one, AR)


def test_what_was_held_is_named_where_all_of_it_is_of_one_kind() -> None:
    figures = reports.figures(meetings=2, participants=20, women=None, points=3, commitments=1)
    for code, ar, fr in (
        (
            "mt.field",
            "قامت الدائرة الأمنية النخيل، خلال هذه الفترة، بزيارتين ميدانيتين",
            "effectué deux visites de terrain",
        ),
        (
            "mt.reception",
            "عقدت الدائرة الأمنية النخيل، خلال هذه الفترة، لقاءي استقبال",
            "accordé deux audiences",
        ),
        ("mt.listening", "جلستي إنصات", "tenu deux séances d’écoute"),
        (
            "mt.study",
            "نظمت الدائرة الأمنية النخيل، خلال هذه الفترة، يومين دراسيين",
            "organisé deux journées d’étude",
        ),
        (
            "ch.phone",
            "أجرت الدائرة الأمنية النخيل، خلال هذه الفترة، اتصالين هاتفيين",
            "eu deux échanges téléphoniques",
        ),
        ("ch.mail", "اتصالين بالمراسلة", "eu deux échanges par courrier"),
    ):
        two = replace(CALL, figures=figures, kinds=(KindFacts(code, 2, 20, None, 3),))
        assert f"{ar} (مقابل 6 لقاءات في شتنبر)، شارك فيهما" in prose(two, AR)
        assert f"a {fr} (contre six rencontres en septembre)" in prose(two, FR)


def test_who_came_to_one_of_two_meetings_did_not_come_to_both() -> None:
    figures = reports.figures(meetings=2, participants=20, women=None, points=3, commitments=0)
    kinds = (KindFacts("mt.listening", 2, 20, None, 3),)
    some = replace(CALL, figures=figures, kinds=kinds, participants_noted=1)
    assert "، شارك في إحداهما 20 شخصا" in prose(some, AR)
    mixed = (KindFacts("mt.periodic", 1, 20, None, 3), KindFacts("mt.field", 1, None, None, 0))
    assert "، شارك في أحدهما 20 شخصا" in prose(replace(some, kinds=mixed), AR)


def test_equal_numbers_are_told_as_equal() -> None:
    for before, now, ar, fr in (
        (8, 8, "8 لقاءات (العدد نفسه في شتنبر)", "huit rencontres (autant qu’en septembre)"),
        (1, 1, "لقاء واحدا (العدد نفسه في شتنبر)", "une rencontre (comme en septembre)"),
        (1, 3, "3 لقاءات (مقابل لقاء واحد في شتنبر)", "trois rencontres (contre une en septembre)"),
    ):
        counted = reports.figures(meetings=now, participants=30, commitments=0)
        rows = (replace(counted[0], before=before, change=now - before), *counted[1:])
        kinds = MOCK_UP.kinds if now > 1 else (KindFacts("mt.other", 1, 30, 1, 1),)
        told = replace(CALL, figures=rows, kinds=kinds)
        assert ar in prose(told, AR)
        assert fr in prose(told, FR)
    one = replace(told, figures=(replace(counted[0], now=1, before=1), *counted[1:]))
    visit = replace(one, kinds=(KindFacts("mt.field", 1, 30, 1, 1),))
    assert "une visite de terrain (une rencontre également en septembre)" in prose(visit, FR)
    assert "بزيارة ميدانية واحدة (العدد نفسه من اللقاءات في شتنبر)" in prose(visit, AR)


def test_the_period_before_has_one_name_throughout() -> None:
    quarter = replace(
        reports.QUARTER, signals=replace(reports.QUARTER.signals, unmet=("pt.media",))
    )
    fr = to_plain_text(realised(quarter, FR)).replace("\xa0", " ")
    assert "(contre six au deuxième trimestre)" in fr
    assert "les médias locaux, contrairement au deuxième trimestre." in fr
    assert "\n  Deuxième trimestre : 6\n" in fr
    assert not [name for name in ("période précédente", "2e trimestre") if name in fr]
    assert "الفترة السابقة" not in to_plain_text(realised(quarter, AR))


def test_a_great_rise_calls_for_attention_too() -> None:
    risen = replace(CALL, signals=replace(CALL.signals, has_fallen=False, has_risen=True))
    figures = reports.figures(meetings=3, participants=368, women=None)
    assert "participants est passé de 82 à 368." in prose(replace(risen, figures=figures), FR)
    assert "ارتفع عدد المشاركين من 82 إلى 368." in prose(replace(risen, figures=figures), AR)


@pytest.mark.parametrize(
    ("last", "to", "ar"),
    [
        (day(9, 30), "au mois de septembre.", "خلافا لشهر شتنبر."),
        (day(4, 30), "au mois d’avril.", "خلافا لشهر أبريل."),
        (day(10, 31), "au mois d’octobre.", "خلافا لشهر أكتوبر."),
    ],
)
def test_the_month_before_is_elided_as_its_name_asks(last: date, to: str, ar: str) -> None:
    first = last.replace(day=1)
    now = Period(last + timedelta(days=1), (last + timedelta(days=40)).replace(day=1))
    month = Period(now.first, now.last - timedelta(days=1))
    plan = replace(CALL, before_first=first, before_last=last, first=month.first, last=month.last)
    assert f"professions libérales, contrairement {to}" in prose(plan, FR)
    assert f"أصحاب المهن الحرة، {ar}" in prose(plan, AR)


def test_a_topic_that_was_not_raised_before_is_told_as_new() -> None:
    (rising,) = MOCK_UP.signals.rising
    new = replace(rising, now=2, before=0, change=2)
    plan = replace(MOCK_UP, signals=replace(MOCK_UP.signals, rising=(new,)))
    told = "La thématique « Éclairage public », non soulevée en septembre, a fait l’objet de deux"
    assert told in prose(plan, FR)
    assert "سُجلت نقطتان بشأن موضوع «الإنارة العمومية»، الذي لم يُثر في شتنبر." in prose(plan, AR)
    also = replace(new, code="tp.8.4")
    both = replace(MOCK_UP, signals=replace(MOCK_UP.signals, rising=(new, also)))
    told = "Les thématiques « Éclairage public » et « "
    assert told in prose(both, FR)
    assert ", non soulevées en septembre, ont chacune fait l’objet de deux points." in prose(
        both, FR
    )
    assert "بشأن كل من الموضوعين «الإنارة العمومية» و«" in prose(both, AR)
    assert "، اللذين لم يُثارا في شتنبر." in prose(both, AR)


def test_one_woman_among_those_counted_is_told_in_a_word() -> None:
    figures = reports.figures(meetings=3, participants=79, women=1, points=1, commitments=0)
    kinds = (KindFacts("mt.field", 3, 79, 1, 1),)
    some = replace(CALL, figures=figures, women_noted=2, women_among=5, kinds=kinds)
    assert "وبلغ فيهما أنثى واحدة من أصل 5 أشخاص." in prose(some, AR)
    assert "que pour deux rencontres : une sur cinq participants." in prose(some, FR)


def test_a_verb_agrees_with_how_many_are_late() -> None:
    (row, *_others) = MOCK_UP.promises
    for number, said in {
        4: "كانت 4 التزامات قد تجاوزت آجالها، أقدمها",
        12: "كان عدد الالتزامات التي تجاوزت آجالها 12 التزاما، أقدمها",
    }.items():
        signals = replace(MOCK_UP.signals, late=number)
        due = tuple(replace(row, number=n, due_on=day(10, n)) for n in (1, 2))
        assert said in prose(replace(MOCK_UP, signals=signals, promises=due), AR)
