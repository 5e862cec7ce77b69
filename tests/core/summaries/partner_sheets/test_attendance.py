"""The sentence of a partner sheet that counts its meetings, awareness actions and calls."""

from dataclasses import replace
from datetime import date

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.partner_sheets.attendance import attendance_sentence
from outreach_app.summaries.partner_sheets.plan import PartnerSheetPlan
from outreach_app.summaries.prose.blocks import plain
from tests.core.summaries.filled_forms import PARTNER_SHEET
from tests.core.summaries.partner_sheets.test_prose import sheet
from tests.core.summaries.reading import ISOLATES

ARABIC, FRENCH = Language.ARABIC, Language.FRENCH


def with_meetings(invited: int, present: int) -> PartnerSheetPlan:
    """Return a sheet of some meetings, the partner present at the first ones."""
    meetings = tuple(
        replace(
            PARTNER_SHEET.meetings[0],
            number=number,
            held_on=date(2026, 10, number),
            is_present=number <= present,
        )
        for number in range(1, invited + 1)
    )
    return replace(PARTNER_SHEET, meetings=meetings)


# The expected sentence by invitations and presences; the meetings are in early October.
IN_ARABIC = {
    (0, 0): "لم يُسجل أي لقاء ولا أي نشاط مع الجمعية خلال هذه الفترة.",
    (1, 0): "دُعيت الجمعية إلى لقاء واحد نُظم، ولم تشارك فيه.",
    (2, 0): "دُعيت الجمعية إلى لقاءين نُظما، ولم تشارك في أي منهما.",
    (4, 0): "دُعيت الجمعية إلى 4 لقاءات نُظمت، ولم تشارك في أي منها.",
    (1, 1): "شاركت الجمعية في اللقاء الوحيد الذي دُعيت إليه، يوم الخميس فاتح أكتوبر 2026.",
    (2, 1): "شاركت الجمعية في لقاء واحد، يوم الخميس فاتح أكتوبر 2026،"
    " وتغيبت عن لقاء واحد دُعيت إليه، يوم الجمعة 2 أكتوبر 2026.",
    (2, 2): "شاركت الجمعية في اللقاءين اللذين دُعيت إليهما، وكان آخرهما يوم الجمعة 2 أكتوبر 2026.",
    (4, 3): "شاركت الجمعية في 3 لقاءات، وكان آخرها يوم السبت 3 أكتوبر 2026،"
    " وتغيبت عن لقاء واحد دُعيت إليه، يوم الأحد 4 أكتوبر 2026.",
    (4, 2): "شاركت الجمعية في لقاءين، وكان آخرهما يوم الجمعة 2 أكتوبر 2026،"
    " وتغيبت عن لقاءين دُعيت إليهما.",
    (12, 12): "شاركت الجمعية في جميع اللقاءات التي دُعيت إليها، وعددها 12،"
    " وكان آخرها يوم الاثنين 12 أكتوبر 2026.",
}
DID, HELD = "L’association a pris part", "rencontres tenues avec elle"
MISSED = "elle était absente à la rencontre du"
CALLED = "à laquelle elle était conviée"
IN_FRENCH = {
    (
        0,
        0,
    ): "Aucune rencontre ni aucune action avec l’association n’a été"
    " enregistrée au cours de cette période.",
    (1, 0): "L’association, conviée à une rencontre tenue, n’y a pas pris part.",
    (2, 0): "L’association, conviée à deux rencontres tenues, n’a pris part à aucune.",
    (4, 0): "L’association, conviée à quatre rencontres tenues, n’a pris part à aucune.",
    (1, 1): f"{DID} à la seule rencontre tenue avec elle, le jeudi 1er octobre 2026.",
    (2, 1): f"{DID} à une rencontre, le jeudi 1er octobre 2026 ; {MISSED} vendredi"
    f" 2 octobre 2026, {CALLED}.",
    (2, 2): f"{DID} aux deux {HELD}, la dernière le vendredi 2 octobre 2026.",
    (4, 3): f"{DID} à trois rencontres, la dernière le samedi 3 octobre 2026 ; {MISSED}"
    f" dimanche 4 octobre 2026, {CALLED}.",
    (4, 2): f"{DID} à deux rencontres, la dernière le vendredi 2 octobre 2026 ; elle était"
    " absente à deux rencontres auxquelles elle était conviée.",
    (12, 12): f"{DID} aux douze {HELD}, la dernière le lundi 12 octobre 2026.",
}


@pytest.mark.parametrize("counts", list(IN_ARABIC))
def test_the_meetings_are_counted_in_a_sentence(counts: tuple[int, int]) -> None:
    plan = with_meetings(*counts)
    arabic, french = (
        ISOLATES.sub("", plain(attendance_sentence(plan, language))).replace("\u00a0", " ")
        for language in (ARABIC, FRENCH)
    )

    assert arabic == IN_ARABIC[counts]
    assert french == IN_FRENCH[counts]


@pytest.mark.parametrize(
    ("category", "type_", "arabic", "french"),
    [
        (
            "pt.liberal",
            "pr.lawyer",
            "شارك هذا الشريك في لقاءين، وكان",
            "Ce partenaire a pris part à deux",
        ),
        ("pt.company", None, "شاركت المقاولة في لقاءين", "L’entreprise a pris part à deux"),
        ("pt.institution", None, "شارك هذا الشريك في", "Ce partenaire a pris part à deux"),
        ("pt.association", "as.amicale", "شاركت الودادية في", "L’amicale a pris part à deux"),
    ],
)
def test_a_partner_that_is_no_association_is_called_what_it_is(
    category: str, type_: str | None, arabic: str, french: str
) -> None:
    plan = replace(with_meetings(3, 2), category=category, type=type_)

    assert arabic in sheet(plan, ARABIC)
    assert french in sheet(plan, FRENCH)


@pytest.mark.parametrize(
    ("name", "arabic", "french"),
    [
        (Bilingual("نقابة السائقين", "Syndicat des taxis"), "شاركت النقابة في", "Le syndicat a"),
        (Bilingual("نقابة السائقين", None), "شاركت النقابة في", "Le syndicat a pris"),
        (Bilingual(None, "Fédération des taxis"), "شاركت الفدرالية في", "La fédération a pris"),
        (Bilingual("ملتقى السائقين", "Forum des taxis"), "شاركت الجمعية في", "L’association a"),
    ],
)
def test_a_body_is_called_by_the_noun_of_its_own_name(
    name: Bilingual, arabic: str, french: str
) -> None:
    plan = replace(with_meetings(3, 2), type="as.taxi")
    plan = replace(plan, partner=replace(plan.partner, name=name))

    assert arabic in sheet(plan, ARABIC)
    assert french in sheet(plan, FRENCH)


def held(*kinds: str) -> PartnerSheetPlan:
    """Return a sheet of meetings of some kinds, or exchanges by their channel, all attended."""
    usual = replace(PARTNER_SHEET.meetings[0], is_present=True)
    meetings = tuple(
        replace(
            usual,
            number=number,
            held_on=date(2026, 10, number),
            kind=usual.kind if code.startswith("ch.") else code,
            channel=code if code.startswith("ch.") else usual.channel,
        )
        for number, code in enumerate(kinds, 1)
    )
    return replace(PARTNER_SHEET, meetings=meetings)


@pytest.mark.parametrize(
    ("kinds", "arabic", "french"),
    [
        (
            ("mt.periodic", "mt.school"),
            "شاركت الجمعية في اللقاء والنشاط اللذين دُعيت إليهما، وكان آخرهما يوم",
            "à la rencontre et à l’action de sensibilisation organisées avec elle ; sa dernière",
        ),
        (
            ("mt.periodic", "mt.school", "mt.study", "ch.phone"),
            "إليها، وعددها 3، وكان آخرها يوم السبت 3 أكتوبر 2026، وأُجري معها اتصال واحد، يوم",
            "à la rencontre, à la journée d’étude et à l’action de sensibilisation organisées avec",
        ),
        (
            ("mt.awareness",),
            "شاركت الجمعية في النشاط الوحيد الذي دُعيت إليه، يوم",
            "à la seule action de sensibilisation menée avec elle,",
        ),
        (
            ("mt.reception",),
            "استُقبلت الجمعية يوم الخميس فاتح أكتوبر 2026.",
            "L’association a été reçue en audience le jeudi 1er octobre 2026.",
        ),
        (
            ("mt.reception", "mt.reception"),
            "استُقبلت الجمعية مرتين، كانت آخرهما يوم الجمعة 2 أكتوبر 2026.",
            "a été reçue en audience deux fois, la dernière le vendredi 2 octobre 2026.",
        ),
        (
            ("ch.phone", "ch.email"),
            "مع الجمعية خلال هذه الفترة، وأُجري معها اتصالان، كان آخرهما يوم الجمعة",
            "au cours de cette période ; deux échanges ont eu lieu avec elle, le dernier le",
        ),
    ],
)
def test_calls_actions_and_audiences_are_counted_as_what_they_are(
    kinds: tuple[str, ...], arabic: str, french: str
) -> None:
    assert arabic in sheet(held(*kinds), ARABIC)
    assert french in sheet(held(*kinds), FRENCH)


def test_an_exchange_with_it_is_told_as_such() -> None:
    words = sheet(held("mt.periodic", "ch.phone"), FRENCH)
    assert "2026 ; un échange a eu lieu avec elle, le vendredi 2 octobre 2026." in words
    assert words.count("Participation : Oui\n") == 2
    assert "Rencontres et échanges des 12 derniers mois" in words


def test_some_meetings_and_actions_are_counted_by_what_they_were() -> None:
    plan = held("mt.periodic", "mt.school", "mt.study")
    some = (*plan.meetings[:2], replace(plan.meetings[2], is_present=False))
    plan = replace(plan, meetings=some)
    some_ar = ISOLATES.sub("", sheet(plan, ARABIC))
    assert "شاركت الجمعية في لقاء واحد ونشاط واحد، وكان آخرهما يوم الجمعة 2" in some_ar
    assert "، وتغيبت عن يوم دراسي واحد دُعيت إليه، يوم " in some_ar
    heading = "اللقاءات والأيام الدراسية والأنشطة خلال الأشهر الاثني عشر الأخيرة"
    assert heading in some_ar
    assert (
        "à une rencontre et à une action de sensibilisation ; sa dernière participation"
        in sheet(plan, FRENCH)
    )


def test_a_visit_is_no_meeting() -> None:
    for kinds, ar, fr in (
        (
            ("mt.field",),
            "في الزيارة الميدانية الوحيدة التي دُعيت إليها، يوم",
            "à la seule visite de terrain effectuée avec elle,",
        ),
        (
            ("mt.field", "mt.field"),
            "في الزيارتين الميدانيتين اللتين دُعيت إليهما، وكان آخرهما",
            "aux deux visites de terrain effectuées avec elle",
        ),
        (
            ("mt.periodic", "mt.field"),
            "في اللقاء والزيارة الميدانية اللذين دُعيت إليهما",
            "à la rencontre et à la visite de terrain organisées avec elle",
        ),
        (
            ("mt.periodic", "mt.field", "mt.openday"),
            "في جميع اللقاءات والزيارات الميدانية والأنشطة التي دُعيت إليها، وعددها 3",
            "à la rencontre, à la visite de terrain et à l’action de sensibilisation",
        ),
    ):
        assert ar in sheet(held(*kinds), ARABIC)
        assert fr in sheet(held(*kinds), FRENCH)


def test_the_last_of_several_is_named_where_it_lasted_days() -> None:
    plan = with_meetings(2, 2)
    last = replace(plan.meetings[1], last_on=date(2026, 10, 5))
    said = attendance_sentence(replace(plan, meetings=(plan.meetings[0], last)), Language.ARABIC)
    words = ISOLATES.sub("", plain(said)).replace("\u00a0", " ")
    assert "وكان آخرهما ما نُظم من 2 إلى غاية 5 أكتوبر 2026." in words
