"""The terms of a report for held meetings, and its points of attention."""

from dataclasses import replace

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
        "أجرت الدائرة الأمنية النخيل، خلال هذه الفترة، اتصالا هاتفيا واحدا مع شخص واحد (مقابل 6"
        " لقاءات"
    ) in ar
    assert "a eu un échange téléphonique (contre six rencontres en septembre). Il a eu lieu" in fr
    assert "avec un participant et a permis d’enregistrer" in fr
    for text, words in ((ar, ("عقدت", "لقاءات الفترة")), (fr, ("a tenu", "des rencontres de"))):
        assert not [word for word in words if word in text]
    headings = to_plain_text(realised(CALL, AR)) + to_plain_text(realised(CALL, FR))
    assert "الحاضرون" not in headings
    assert "présents" not in headings


def test_a_woman_alone_is_called_a_lady() -> None:
    figures = reports.figures(meetings=1, participants=1, women=1, points=1, commitments=1)
    counted = tuple(replace(figure, is_partial=False) for figure in figures)
    assert "اتصالا هاتفيا واحدا مع سيدة واحدة" in prose(replace(CALL, figures=counted), AR)


def test_two_meetings_are_told_in_the_dual() -> None:
    figures = reports.figures(meetings=2, participants=9, women=1, points=1, commitments=0)
    two = replace(CALL, figures=figures, kinds=(KindFacts("mt.thematic", 2, 9, 1, 1),))
    assert "في لقاءي الفترة" in prose(two, AR)


def test_an_audience_alone_is_called_by_its_name() -> None:
    one = replace(CALL, kinds=(KindFacts("mt.reception", 1, 1, 0, 1),))

    said = "a reçu un participant en audience (six rencontres avaient été tenues en septembre)"
    assert said in prose(one, FR)
    assert "lors de l’audience de la période" in prose(one, FR)
    assert (
        "عقدت الدائرة الأمنية النخيل، خلال هذه الفترة، لقاء واحدا، هو استقبال شخص واحد (مقابل 6"
        " لقاءات في شتنبر)."
    ) in prose(one, AR)


def test_one_meeting_is_told_in_the_singular() -> None:
    one = replace(CALL, kinds=(KindFacts("mt.thematic", 1, 1, 0, 1),))

    assert "lors de la rencontre de la période" in prose(one, FR)
    assert "à la suite de la rencontre de la période" in prose(one, FR)
    assert "في لقاء الفترة" in prose(one, AR)
    assert "rencontres de la période" not in prose(one, FR)
    assert "لقاءات الفترة" not in prose(one, AR)


def test_a_great_fall_calls_for_attention() -> None:
    assert "Le nombre de participants est passé de 82 à 1." in prose(CALL, FR)
    assert "انخفض عدد المشاركين من 82 إلى 1." in prose(CALL, AR)


def test_children_among_those_who_came_are_no_women() -> None:
    open_day = replace(
        MOCK_UP,
        figures=tuple(replace(row, is_partial=False) for row in MOCK_UP.figures),
        kinds=(KindFacts("mt.openday", 8, 103, 41, 34),),
    )
    assert "من بينهم 41 من الإناث" in prose(open_day, AR)
    assert "41 de sexe féminin" in prose(open_day, FR)


def test_what_waits_is_told_with_its_day() -> None:
    dated = replace(
        MOCK_UP.signals, unverified_since=day(10, 3), unanswered_since=day(10, 5), unverified=1
    )
    one = replace(MOCK_UP, signals=replace(dated, unanswered=1))
    three = replace(MOCK_UP, signals=replace(dated, unverified=3, unanswered=2))

    assert "une information relevée le 3 octobre 2026 n’avait pas encore" in prose(one, FR)
    assert "une remarque reçue le 5 octobre 2026 en dehors des rencontres" in prose(one, FR)
    assert "vérifiées ; la plus ancienne a été relevée le 3 octobre 2026." in prose(three, FR)
    assert "ظل خبر متداول واحد، رُصد يوم 3 أكتوبر 2026، في انتظار نتيجة التحقق." in prose(one, AR)
    assert "ملاحظة واحدة واردة خارج اللقاءات يوم 5 أكتوبر 2026 دون مآل." in prose(one, AR)
    assert "في انتظار نتيجة التحقق، أقدمها رُصد يوم 3 أكتوبر 2026." in prose(three, AR)
    assert "واردتان خارج اللقاءات دون مآل، أقدمهما واردة يوم 5 أكتوبر 2026." in prose(three, AR)


def test_what_a_unit_organises_is_named_and_not_called_a_meeting() -> None:
    figures = reports.figures(meetings=3, participants=90, women=0, points=1, commitments=0)
    campaigns, call = KindFacts("mt.awareness", 2, 89, 20, 0), KindFacts("ch.phone", 1, 1, 0, 1)
    few = replace(CALL, figures=figures, kinds=(campaigns, call))
    meeting = KindFacts("mt.thematic", 1, 8, 1, 1)
    many = replace(CALL, figures=figures, kinds=(campaigns, meeting))

    assert "حملتين تحسيسيتين، وأجرت اتصالا هاتفيا واحدا (مقابل 6 لقاءات في شتنبر)" in prose(few, AR)
    assert (
        "a organisé deux campagnes de sensibilisation et a eu un échange téléphonique (contre six"
        " rencontres en septembre). Ils ont compté 90 participants"
    ) in prose(few, FR)
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
    assert "يوما واحدا للأبواب المفتوحة (مقابل 6 لقاءات في شتنبر)، شارك فيه 35" in prose(
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
    assert "que pour une rencontre : les huit participants étaient tous de sexe" in prose(some, FR)
    assert "وكان المشاركون فيه كلهم من الإناث، وعددهم 8." in prose(some, AR)
