"""The states of the previous meeting's commitments are a table, or counts if there are many."""

from dataclasses import replace
from datetime import date

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.session.plan import CommitmentFacts, MadeFacts
from tests.core.summaries.closed_world import prose
from tests.core.summaries.plans import BARE, arabic, commitment, earlier, named_earlier

AR, FR = Language.ARABIC, Language.FRENCH
DAY = date(2026, 9, 12)


@pytest.mark.parametrize(
    ("states", "ar", "fr"),
    [
        (
            {"done": 3, "overdue": 1, "dropped": 1},
            (
                "وكانت وضعية الالتزامات الخمسة المسجلة يوم 12 شتنبر 2026، إلى غاية تاريخ هذا "
                "اللقاء، كما يلي: 3 التزامات منجزة، والتزام واحد تجاوز أجله، والتزام واحد تم "
                "التخلي عنه."
            ),
            (
                "À la date de cette rencontre, sur les cinq engagements pris le 12 septembre 2026, "
                "trois étaient réalisés, un avait dépassé son échéance sans être réalisé et un "
                "avait été abandonné."
            ),
        ),
        (
            {"done": 12, "open": 2},
            "وعددها 14، إلى غاية تاريخ هذا اللقاء، كما يلي: 12 التزاما منجزا، والتزامان في",
            (
                "sur les quatorze engagements pris le 12 septembre 2026, douze étaient réalisés et "
                "deux restaient à exécuter."
            ),
        ),
        (
            {"done": 16, "open": 1},
            "16 التزاما منجزا، والتزام واحد في انتظار التنفيذ.",
            (
                "sur les 17 engagements pris le 12 septembre 2026, 16 étaient réalisés et 1 "
                "restait à exécuter."
            ),
        ),
        (
            {"done": 6},
            "الستة المسجلة يوم 12 شتنبر 2026، إلى غاية تاريخ هذا اللقاء، كلها منجزة.",
            "les six engagements pris le 12 septembre 2026 étaient réalisés.",
        ),
    ],
)
def test_many_earlier_commitments_are_counted_by_state(
    states: dict[str, int], ar: str, fr: str
) -> None:
    plan = replace(BARE, earlier=earlier(DAY, **states))
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


@pytest.mark.parametrize(
    ("number", "concerned", "is_open", "ar", "fr"),
    [
        (
            *(1, 1, False, "الالتزام الذي يهم هذا الشريك"),
            "de l’engagement concernant ce partenaire",
        ),
        (
            *(2, 2, False, "الالتزامين اللذين يهمان الشريكين الحاضرين"),
            "des deux engagements concernant les partenaires présents",
        ),
        (
            *(3, 4, False, "الالتزامات الثلاثة التي تهم الشركاء الحاضرين"),
            "des trois engagements concernant les partenaires présents",
        ),
        (
            *(
                1,
                None,
                True,
                "الالتزام الذي كان قائما يوم 20 شتنبر 2026",
            ),
            "de l’engagement restant à exécuter au 20 septembre 2026",
        ),
        (
            *(
                2,
                1,
                True,
                "الالتزامين اللذين يهمان هذا الشريك وكانا قائمين يوم 20 شتنبر 2026",
            ),
            (
                "des deux engagements concernant ce partenaire, restant à exécuter au "
                "20 septembre 2026"
            ),
        ),
        (
            *(12, 0, False, "الالتزامات، وعددها 12، التي تهم المشاركين"),
            "des douze engagements concernant les participants",
        ),
    ],
)
def test_of_some_earlier_commitments_it_is_told_why_these(
    number: int, concerned: int | None, is_open: bool, ar: str, fr: str
) -> None:
    before = replace(
        named_earlier(DAY, open=[CAMPAIGN] * number),
        made=(MadeFacts(DAY, "07/2026"),),
        among=number + 2,
        concerned=concerned,
        open_on=date(2026, 9, 20) if is_open else None,
    )
    plan = replace(BARE, earlier=before)
    made = "، من بين الالتزامات المسجلة يوم 12 شتنبر 2026 (خلاصة عدد 07/2026)، إلى غاية"
    assert f"وكانت وضعية {ar}{made}" in prose(plan, AR)
    made = (
        ", parmi les engagements pris le 12 septembre 2026 (synthèse n° 07/2026), était la suivante"
    )
    assert f"la situation {fr}{made}" in prose(plan, FR)


def test_one_of_two_takes_the_dual() -> None:
    before = replace(named_earlier(DAY, open=[CAMPAIGN]), among=2, concerned=1)
    plan = replace(BARE, earlier=before)
    assert "، من بين الالتزامين المسجلين يوم 12 شتنبر 2026، إلى" in prose(plan, AR)
    assert "parmi les engagements pris le 12 septembre 2026, était la suivante" in prose(plan, FR)


def test_of_many_that_are_some_the_states_follow_why() -> None:
    before = replace(earlier(DAY, done=5, open=2), among=9, concerned=1)
    plan = replace(BARE, earlier=before)
    assert (
        "sur les sept engagements concernant ce partenaire, parmi les"
        " engagements pris le 12" in prose(plan, FR)
    )
    all_done = replace(earlier(DAY, done=7), among=9, concerned=1)
    page = prose(replace(BARE, earlier=all_done), FR)
    assert "parmi les engagements pris le 12 septembre 2026, étaient réalisés." in page


def test_what_was_promised_at_several_meetings_names_each() -> None:
    made = (MadeFacts(date(2026, 8, 3), "06/2026"), MadeFacts(DAY, "07/2026"))
    plan = replace(BARE, earlier=replace(named_earlier(DAY, open=[CAMPAIGN] * 2), made=made))
    assert (
        "وكانت وضعية الالتزامين المسجل أولهما يوم 3 غشت 2026 (خلاصة عدد 06/2026) وثانيهما يوم 12 "
        "شتنبر 2026 (خلاصة عدد 07/2026)، إلى غاية تاريخ هذا اللقاء، كما يلي:" in prose(plan, AR)
    )
    assert (
        "la situation des deux engagements pris respectivement le 3 août 2026 (synthèse n° "
        "06/2026) et le 12 septembre 2026 (synthèse n° 07/2026) était la suivante :"
        in prose(plan, FR)
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
