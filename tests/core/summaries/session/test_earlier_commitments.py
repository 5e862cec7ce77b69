"""The states of the previous meeting's commitments are a table with its own sentence."""

from dataclasses import replace
from datetime import date

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.session.promises import CommitmentFacts, MadeFacts, MeetingMet
from tests.core.summaries.closed_world import prose
from tests.core.summaries.plans import BARE, arabic, commitment, earlier, named_earlier

AR, FR = Language.ARABIC, Language.FRENCH
DAY = date(2026, 9, 12)


@pytest.mark.parametrize(
    ("number", "ar", "fr"),
    [
        (
            5,
            "الالتزامات الخمسة المسجلة يوم 12 شتنبر 2026، إلى غاية",
            "des cinq engagements pris le",
        ),
        (
            14,
            "الالتزامات، وعددها 14، المسجلة يوم 12 شتنبر 2026، إلى غاية",
            "des quatorze engagements",
        ),
        (17, "الالتزامات، وعددها 17، المسجلة يوم 12 شتنبر 2026، إلى غاية", "des 17 engagements"),
    ],
)
def test_the_number_of_earlier_commitments_is_said(number: int, ar: str, fr: str) -> None:
    plan = replace(BARE, earlier=earlier(DAY, done=number - 1, open=1))
    assert ar in prose(plan, AR)
    assert fr in prose(plan, FR)


CAMPAIGN = commitment(
    1,
    arabic("تنظيم حملة نظافة", "Organiser une campagne de propreté"),
    date(2026, 5, 19),
    owner="partner",
    debtor=Bilingual("جمعية الأمل", "Association Al Amal"),
)
PATROL = replace(
    commitment(2, arabic("دورية أمام المدرسة", "Patrouille devant l’école")),
    since=date(2026, 10, 1),
)


@pytest.mark.parametrize(
    ("states", "ar", "fr"),
    [
        (
            {"overdue": [CAMPAIGN]},
            (
                "وكانت وضعية الالتزام المسجل يوم 12 شتنبر 2026، إلى غاية تاريخ هذا اللقاء، كما "
                "يلي:\nجمعية الأمل\n19/05/2026\nانقضى أجله دون إنجازه\n"
            ),
            (
                "À la date de cette rencontre, la situation de l’engagement pris le 12 septembre "
                "2026 était la suivante :\nAssociation Al Amal\n19/05/2026\nÉchéance dépassée, non "
                "réalisé\n"
            ),
        ),
        (
            # It was kept on the day of the meeting itself.
            {"done": [PATROL], "open": [CAMPAIGN]},
            (
                "وكانت وضعية الالتزامين المسجلين يوم 12 شتنبر 2026، إلى غاية تاريخ هذا اللقاء، كما "
                "يلي:\nرئيس الدائرة الأمنية\nغير محدد\nمنجز يوم 01/10/2026\nجمعية الأمل\n"
                "19/05/2026\nفي انتظار التنفيذ\n"
            ),
            (
                "la situation des deux engagements pris le 12 septembre 2026 était la suivante :\n"
                "Chef de l’arrondissement de police\nNon fixée\nRéalisé le 01/10/2026\n"
            ),
        ),
        (
            {"done": [PATROL, PATROL], "open": [CAMPAIGN]},
            "الالتزامات الثلاثة المسجلة يوم 12 شتنبر 2026، إلى غاية تاريخ هذا اللقاء، كما يلي:",
            "la situation des trois engagements pris le 12 septembre 2026 était la suivante :",
        ),
    ],
)
def test_a_few_earlier_commitments_are_told_one_by_one(
    states: dict[str, list[CommitmentFacts]], ar: str, fr: str
) -> None:
    plan = replace(BARE, earlier=named_earlier(DAY, **states))
    assert ar in prose(plan, AR)
    assert fr in prose(plan, FR)


def test_until_a_day_of_open_doors_is_said_without_its_date() -> None:
    plan = replace(BARE, kind="mt.openday", earlier=named_earlier(DAY, open=[CAMPAIGN]))
    assert "إلى غاية يوم الأبواب المفتوحة هذا، كما يلي:" in prose(plan, AR)


def test_of_some_it_is_told_of_how_many_they_are() -> None:
    """One of those listed may have been closed since the others were told to be."""
    plan = replace(BARE, earlier=replace(named_earlier(DAY, open=[CAMPAIGN] * 3), among=4))
    page = prose(plan, AR)
    assert "وكانت وضعية 3 التزامات من أصل 4 مسجلة يوم 12 شتنبر" in page
    assert "كما يلي (سبق تسجيل مآل الالتزام الآخر):" in page
    page = prose(plan, FR)
    assert "la situation de trois des quatre engagements pris le 12 septembre 2026 était la" in page
    assert "suivante (l’autre avait déjà été enregistré clos)\u00a0:" in page.replace(
        " :", "\u00a0:"
    )
    one = replace(plan, earlier=replace(named_earlier(DAY, open=[CAMPAIGN]), among=2))
    assert "التزام واحد من أصل التزامين مسجلين يوم 12 شتنبر 2026" in prose(one, AR)
    assert "la situation d’un des deux engagements pris le 12 septembre" in prose(one, FR)
    many = replace(plan, earlier=replace(named_earlier(DAY, open=[CAMPAIGN] * 12), among=18))
    assert "12 التزاما من أصل 18 مسجلة" in prose(many, AR)
    assert "(سبق تسجيل مآل الالتزامات الأخرى):" in prose(many, AR)
    assert "de 12 des 18 engagements" in prose(many, FR)
    assert "(les autres avaient déjà été enregistrés clos)" in prose(many, FR)


@pytest.mark.parametrize(
    ("present", "ar", "fr"),
    [
        (None, "في إطار لقاءات سابقة", "dans le cadre de rencontres précédentes"),
        (1, "لقاءات مع الشريك المعني", "rencontres avec le partenaire concerné"),
        (2, "لقاءات مع أحد الشريكين المعنيين على الأقل", "l’un au moins des deux partenaires"),
        (5, "لقاءات مع أحد الشركاء المعنيين على الأقل", "l’un au moins des partenaires"),
    ],
)
def test_of_many_meetings_it_is_told_whose_they_were(present: int | None, ar: str, fr: str) -> None:
    made = tuple(MadeFacts(date(2026, 9, day)) for day in range(1, 5))
    before = replace(named_earlier(DAY, open=[CAMPAIGN] * 4), made=made, present=present)
    plan = replace(BARE, earlier=before)
    assert (
        f"الأربعة المسجلة ما بين فاتح و4 شتنبر 2026 {'' if 'إطار' in ar else 'في إطار '}{ar}"
        in (prose(plan, AR))
    )
    page = prose(plan, FR)
    assert "des quatre engagements pris du 1er au 4 septembre 2026" in page
    assert fr in page


WALK = MeetingMet("mt.field", "ch.inperson", date(2026, 9, 1))
OPEN_DAY = MeetingMet("mt.openday", "ch.office", date(2026, 9, 3))


def test_a_day_is_told_once_whatever_was_promised_on_it() -> None:
    made = (MadeFacts(DAY), MadeFacts(DAY, WALK))
    plan = replace(BARE, earlier=replace(named_earlier(DAY, open=[CAMPAIGN] * 2), made=made))
    assert "pris le 12 septembre 2026 était" in prose(plan, FR)
    assert "المسجلين يوم 12 شتنبر 2026، إلى" in prose(plan, AR)


def test_what_was_promised_on_another_day_is_told_after_its_meetings() -> None:
    made = (MadeFacts(DAY, WALK), MadeFacts(DAY, OPEN_DAY))
    plan = replace(BARE, earlier=replace(named_earlier(DAY, open=[CAMPAIGN] * 2), made=made))
    after = "de la visite du 1er septembre 2026 et de la journée du 3 septembre 2026) était"
    assert f"pris le 12 septembre 2026 (à la suite {after}" in prose(plan, FR)
    assert (
        "12 شتنبر 2026 (تبعا للزيارة بتاريخ فاتح شتنبر 2026 وليوم الأبواب المفتوحة بتاريخ 3 شتنبر "
        "2026)، إلى" in prose(plan, AR)
    )


def test_days_after_one_meeting_name_it_once() -> None:
    days = [MadeFacts(date(2026, 9, 1)), *(MadeFacts(date(2026, 9, n), WALK) for n in (4, 6))]
    made = replace(named_earlier(DAY, open=[CAMPAIGN] * 3), made=tuple(days))
    plan = replace(BARE, earlier=made)
    said = "(ces deux jours à la suite de la visite du 1er septembre 2026) était"
    assert f"le 1er septembre 2026, le 4 septembre 2026 et le 6 septembre 2026 {said}" in prose(
        plan, FR
    )
    said = "(في هذين اليومين تبعا للزيارة بتاريخ فاتح شتنبر 2026)، إلى"
    assert f"يوم فاتح شتنبر 2026 ويوم 4 شتنبر 2026 ويوم 6 شتنبر 2026 {said}" in prose(plan, AR)
    other = replace(made, made=(*days[:2], MadeFacts(date(2026, 9, 6), OPEN_DAY)))
    page = prose(replace(BARE, earlier=other), FR)
    assert "le 4 septembre 2026 (à la suite de la visite du 1er" in page
    assert "le 6 septembre 2026 (à la suite de la journée du 3" in page


def test_what_was_promised_at_several_meetings_names_each() -> None:
    made = (MadeFacts(date(2026, 8, 3)), MadeFacts(DAY))
    plan = replace(BARE, earlier=replace(named_earlier(DAY, open=[CAMPAIGN] * 2), made=made))
    assert (
        "وكانت وضعية الالتزامين المسجل أولهما يوم 3 غشت 2026 وثانيهما يوم 12 شتنبر 2026، "
        "إلى غاية تاريخ هذا اللقاء، كما يلي:" in prose(plan, AR)
    )
    assert (
        "la situation des deux engagements pris respectivement le 3 août 2026 et le 12 septembre "
        "2026 était la suivante :" in prose(plan, FR)
    )


def test_promises_told_in_another_order_than_made_are_not_each_of_its_day() -> None:
    made = (MadeFacts(date(2026, 8, 3)), MadeFacts(DAY))
    later = replace(PATROL, number=2)
    before = replace(named_earlier(DAY, done=[later], open=[CAMPAIGN]), made=made)
    plan = replace(BARE, earlier=before)
    assert "الالتزامين المسجلين يوم 3 غشت 2026 ويوم 12 شتنبر 2026" in prose(plan, AR)
    assert "respectivement" not in prose(plan, FR)


def test_what_was_kept_after_its_day_is_told_so() -> None:
    kept = replace(PATROL, due_on=date(2026, 9, 20), is_late=True)
    plan = replace(BARE, earlier=named_earlier(DAY, done=[kept]))
    assert "منجز بعد انصرام الأجل، يوم 01/10/2026" in prose(plan, AR)
    assert "Réalisé hors délai, le 01/10/2026" in prose(plan, FR)
