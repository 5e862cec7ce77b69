"""The states of the previous meeting's commitments are a table with its own sentence."""

from dataclasses import replace
from datetime import date

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.session.promises import (
    CommitmentFacts,
    MadeFacts,
    MeetingMet,
    OthersClosed,
)
from tests.core.summaries.closed_world import prose
from tests.core.summaries.plans import (
    BARE,
    arabic,
    commitment,
    earlier,
    made_at_meeting,
    named_earlier,
)

AR, FR = Language.ARABIC, Language.FRENCH
DAY = date(2026, 9, 12)


@pytest.mark.parametrize(
    ("number", "ar", "fr"),
    [
        (
            5,
            "الالتزامات الخمسة المسجلة خلال اللقاء رقم 03/2026 بتاريخ 12 شتنبر 2026، إلى غاية",
            "des cinq engagements pris lors de la rencontre n° 03/2026 du 12 septembre 2026",
        ),
        (
            14,
            "الالتزامات، وعددها 14، المسجلة خلال اللقاء رقم 03/2026 بتاريخ 12 شتنبر 2026، إلى غاية",
            "des quatorze engagements",
        ),
        (
            17,
            "الالتزامات، وعددها 17، المسجلة خلال اللقاء رقم 03/2026 بتاريخ 12 شتنبر 2026، إلى غاية",
            "des 17 engagements",
        ),
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
                "وكانت وضعية الالتزام المسجل خلال اللقاء رقم 03/2026 بتاريخ 12 شتنبر 2026، إلى "
                "غاية تاريخ هذا اللقاء، كما يلي:\nجمعية الأمل\n19/05/2026\n"
                "انقضى الأجل ولم يُسجل أي إنجاز\n"
            ),
            (
                "À la date de cette rencontre, la situation de l’engagement pris lors de la "
                "rencontre n° 03/2026 du 12 septembre 2026 était la suivante :\n"
                "Association Al Amal\n19/05/2026\nÉchéance dépassée, aucune exécution enregistrée\n"
            ),
        ),
        (
            # It was kept on the day of the meeting itself.
            {"done": [PATROL], "open": [CAMPAIGN]},
            (
                "وكانت وضعية الالتزامين المسجلين خلال اللقاء رقم 03/2026 بتاريخ 12 شتنبر 2026، إلى "
                "غاية تاريخ هذا اللقاء، كما يلي:\nرئيس الدائرة "
                "الأمنية\nغير محدد\nمنجز يوم 01/10/2026\nجمعية الأمل\n"
                "19/05/2026\nفي انتظار التنفيذ\n"
            ),
            (
                "la situation des deux engagements pris lors de la rencontre n° 03/2026 du 12 "
                "septembre 2026 était la suivante :\n"
                "Chef de l’arrondissement de police\nNon fixée\nRéalisé le 01/10/2026\n"
            ),
        ),
        (
            {"done": [PATROL, PATROL], "open": [CAMPAIGN]},
            (
                "الالتزامات الثلاثة المسجلة خلال اللقاء رقم 03/2026 بتاريخ 12 شتنبر 2026، إلى "
                "غاية تاريخ هذا اللقاء، كما يلي:"
            ),
            (
                "la situation des trois engagements pris lors de la rencontre n° 03/2026 du 12 "
                "septembre 2026 était la suivante :"
            ),
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


@pytest.mark.parametrize(
    ("number", "among", "ar", "fr"),
    [
        (
            3,
            4,
            "وضعية ثلاثة من الالتزامات الأربعة المسجلة خلال",
            "de trois des quatre engagements pris",
        ),
        (1, 2, "وضعية أحد الالتزامين المسجلين خلال", "d’un des deux engagements pris lors"),
        (2, 7, "وضعية اثنين من الالتزامات السبعة المسجلة", "de deux des sept engagements"),
        (1, 18, "وضعية أحد الالتزامات، وعددها 18، المسجلة", "d’un des 18 engagements"),
        (12, 18, "وضعية 12 من الالتزامات، وعددها 18، المسجلة", "de 12 des 18 engagements"),
        (9, 18, "وضعية 9 من الالتزامات، وعددها 18، المسجلة", "de 9 des 18 engagements"),
    ],
)
def test_of_some_it_is_told_of_how_many_they_are(number: int, among: int, ar: str, fr: str) -> None:
    """One of those listed may have been closed since the others were told to be."""
    before = replace(named_earlier(DAY, open=[CAMPAIGN] * number), among=among)
    assert ar in prose(replace(BARE, earlier=before), AR)
    assert fr in prose(replace(BARE, earlier=before), FR)


@pytest.mark.parametrize(
    ("closed", "fr", "ar"),
    [
        (
            {"done": 1},
            "suivante (l’autre, réalisé le 13/07/2026, ne figure pas au tableau) :",
            "(أما الالتزام الآخر، غير المدرج في الجدول، فقد سبق إنجازه يوم 13/07/2026):",
        ),
        (
            {"dropped": 2},
            "(les deux autres, abandonnés au plus tard le 13/07/2026, ne figurent pas au tableau)",
            "غير المدرجين في الجدول، فقد سبق التخلي عنهما معا، وكان آخرهما يوم 13/07/2026):",
        ),
        (
            {"done": 1, "blocked": 1},
            "(ne figurent pas au tableau les deux autres : l’un réalisé, l’autre déclaré non",
            "في الجدول، فقد أُنجز أحدهما وتعذر تنفيذ الآخر، وكان آخر ذلك يوم 13/07/2026):",
        ),
        (
            {"done": 3, "dropped": 1},
            "(ne figurent pas au tableau les quatre autres : trois réalisés et un abandonné, au",
            "الأربعة الأخرى، غير المدرجة في الجدول، فقد أُنجزت ثلاثة منها، وتُخلي عن واحد، وكان",
        ),
        (
            {"done": 8, "dropped": 1, "blocked": 4},
            "les treize autres : huit réalisés, un abandonné et quatre déclarés non réalisables",
            "فقد أُنجزت ثمانية منها، وتُخلي عن واحد، وتعذر تنفيذ أربعة، وكان",
        ),
        (
            {"done": 15, "dropped": 1, "blocked": 4},
            "les 20 autres : 15 réalisés, 1 abandonné et 4 déclarés non réalisables, au plus",
            "(أما الالتزامات الأخرى، غير المدرجة في الجدول، فقد أُنجز 15 منها، وتُخلي عن واحد، و",
        ),
        (
            {"done": 12, "blocked": 2},
            "les quatorze autres : douze réalisés et deux déclarés non réalisables, au plus tard",
            "الأربعة عشر الأخرى، غير المدرجة في الجدول، فقد أُنجز 12 منها، وتعذر تنفيذ اثنين، و",
        ),
    ],
)
def test_what_became_of_the_others_is_told(closed: dict[str, int], fr: str, ar: str) -> None:
    """« منجزة: 8؛ متعذرة التنفيذ: 4 » was a list, and « منذ لقاء سابق » of no known one."""
    day = date(2026, 7, 13)
    others = tuple(OthersClosed(f"cst.{name}", number, day) for name, number in closed.items())
    open_ones = named_earlier(DAY, open=[CAMPAIGN] * 2)
    before = replace(open_ones, among=2 + sum(closed.values()), others=others)
    assert fr in prose(replace(BARE, earlier=before), FR)
    assert ar in prose(replace(BARE, earlier=before), AR)


def test_by_a_day_of_an_entry_the_others_are_only_recorded() -> None:
    others = (OthersClosed("cst.done", 3, date(2026, 7, 13), is_entered=True),)
    before = replace(named_earlier(DAY, open=[CAMPAIGN] * 2), among=5, others=others)
    said = "فقد سبق إنجازها جميعا، حسب ما سُجل إلى غاية 13/07/2026):"
    assert said in prose(replace(BARE, earlier=before), AR)


def test_before_a_meeting_of_several_days_it_is_told_how_they_stood_as_it_began() -> None:
    plan = replace(BARE, kind="mt.awareness", last_on=date(2026, 10, 18))
    plan = replace(plan, earlier=named_earlier(DAY, open=[CAMPAIGN]))
    assert "À l’ouverture de cette campagne, la situation de l’engagement" in prose(plan, FR)
    assert "، إلى غاية انطلاق هذه الحملة، كما يلي:" in prose(plan, AR)


@pytest.mark.parametrize(
    ("present", "ar", "fr"),
    [
        (None, "في إطار لقاءات سابقة", "dans le cadre de rencontres précédentes"),
        (1, "لقاءات سابقة شارك فيها هذا الشريك", "auxquelles ce partenaire avait pris part"),
        (
            2,
            "لقاءات سابقة شارك فيها أحد هذين الشريكين أو كلاهما",
            "auxquelles avait pris part l’un ou l’autre de ces deux partenaires",
        ),
        (
            5,
            "لقاءات سابقة شارك فيها واحد أو أكثر من هؤلاء الشركاء",
            "auxquelles avaient pris part un ou plusieurs de ces partenaires",
        ),
    ],
)
def test_of_many_meetings_it_is_told_whose_they_were(present: int | None, ar: str, fr: str) -> None:
    made = tuple(made_at_meeting(date(2026, 9, day)) for day in range(1, 5))
    before = replace(named_earlier(DAY, open=[CAMPAIGN] * 4), made=made, present=present)
    plan = replace(BARE, earlier=before)
    told = ar if "إطار" in ar else f"في إطار {ar}"
    page = prose(plan, AR)
    assert f"وسبق تسجيل 4 التزامات ما بين فاتح و4 شتنبر 2026، {told}. وكانت وضعيتها، إلى" in page
    page = prose(plan, FR)
    assert "Du 1er au 4 septembre 2026, quatre engagements avaient été pris dans" in page
    assert f"{fr}. À la date de cette rencontre, leur situation était la suivante :" in page


WALK = MeetingMet("mt.field", "ch.inperson", date(2026, 9, 1), "02/2026")
DOORS = MeetingMet("mt.openday", "ch.office", date(2026, 9, 3), "04/2026", date(2026, 9, 4))


def test_each_meeting_is_named_by_its_number_with_the_days_after_it() -> None:
    """Another meeting of one of these days may have its own commitments."""
    days = [MadeFacts(date(2026, 9, n), WALK) for n in (1, 6, 12)]
    made = (*days, MadeFacts(date(2026, 9, 6), DOORS))
    plan = replace(BARE, earlier=replace(named_earlier(DAY, open=[CAMPAIGN] * 4), made=made))
    assert (
        "\nLors de la visite n° 02/2026 du 1er septembre 2026, puis le 6 septembre 2026 et le 12 "
        "septembre 2026 à la suite de cette visite et le 6 septembre 2026 à la suite des journées "
        "n° 04/2026 du 3 au 4 septembre 2026, quatre engagements avaient été pris. À la date de "
        "cette rencontre, leur situation était la suivante :" in prose(plan, FR)
    )
    assert (
        "\nوسبق تسجيل 4 التزامات خلال الزيارة رقم 02/2026 بتاريخ فاتح شتنبر 2026 ثم يوم 6 شتنبر "
        "2026 ويوم 12 شتنبر 2026 تبعا لهذه الزيارة ويوم 6 شتنبر 2026 تبعا ليومي الأبواب المفتوحة "
        "رقم 04/2026 من 3 إلى غاية 4 شتنبر 2026. وكانت وضعيتها، إلى غاية تاريخ" in prose(plan, AR)
    )


def test_what_was_kept_after_its_day_is_told_so() -> None:
    kept = replace(PATROL, due_on=date(2026, 9, 20), is_late=True)
    plan = replace(BARE, earlier=named_earlier(DAY, done=[kept]))
    assert "منجز بعد انصرام الأجل، يوم 01/10/2026" in prose(plan, AR)
    assert "Réalisé hors délai, le 01/10/2026" in prose(plan, FR)
