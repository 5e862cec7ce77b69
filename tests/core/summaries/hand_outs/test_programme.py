"""The facts of a programme, from a real store: planned and held meetings of a period."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period
from outreach_app.summaries.hand_outs.plan import PartnerFacts
from outreach_app.summaries.hand_outs.programme_facts import plan_programme
from outreach_app.summaries.hand_outs.programme_plan import ProgrammePlan
from outreach_app.summaries.hand_outs.programme_prose import realise_programme
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests import makers
from tests.core.summaries import plans
from tests.core.summaries.given_programmes import meeting, programme
from tests.core.summaries.given_sheets import ISSUED_ON
from tests.core.summaries.reading import ISOLATES


@pytest.fixture
def partner(database: Database) -> UUID:
    return makers.write_partner(database)


def test_the_programme_lists_what_is_planned_by_day_and_hour(
    database: Database, partner: UUID
) -> None:
    invited = ((partner, False),)
    for day, status in ((18, "planned"), (4, "confirmed"), (2, "held"), (5, "cancelled")):
        makers.write_meeting(
            database,
            attendances=invited,
            status=status,
            status_reason="سبب",
            held_on=date(2026, 11, day),
        )
    november = Period(date(2026, 11, 1), date(2026, 11, 30))
    with database.read() as session:
        found = plan_programme(session, november, date(2026, 10, 30))
    assert [meeting.held_on.day for meeting in found.meetings] == [4, 18]
    assert found.meetings[0].partners[0].name.fr == "Association Annakhil"


@pytest.mark.parametrize(
    ("today", "held", "to_come"),
    [
        (date(2026, 11, 10), [2], [18]),
        (date(2026, 11, 30), [2], []),
        (date(2026, 12, 1), [2], []),
    ],
)
def test_the_programme_of_a_month_that_began_tells_what_was_held(
    database: Database, partner: UUID, today: date, held: list[int], to_come: list[int]
) -> None:
    absent = makers.write_partner(database, name_ar="جمعية غائبة", name_fr="Association absente")
    for day, status in ((18, "planned"), (4, "planned"), (2, "held")):
        makers.write_meeting(
            database,
            attendances=((partner, True), (absent, False)),
            status=status,
            held_on=date(2026, 11, day),
        )
    november = Period(date(2026, 11, 1), date(2026, 11, 30))
    with database.read() as session:
        found = plan_programme(session, november, today)
    assert [meeting.held_on.day for meeting in found.held] == held
    assert [meeting.held_on.day for meeting in found.meetings] == to_come
    assert [row.held_on.day for row in found.unsettled] == [
        day for day in (4, 18) if date(2026, 11, day) < today
    ]
    assert [body.name.fr for body in found.held[0].partners] == ["Association Annakhil"]
    assert found.is_over is not bool(to_come)
    for language in Language:
        told = to_plain_text(realise_programme(found, language, today))
        planned = "لما تبقى من" if language is Language.ARABIC else "D’ici au"
        assert (planned in told) is bool(to_come)
        assert "02/11/2026" in told
        unsettled = "ولم يُسجل مآل" if language is Language.ARABIC else "aucune suite"
        assert "04/11/2026" in told.partition(unsettled)[2]


def test_what_was_to_be_held_before_the_hour_of_issue_is_not_told_as_to_come(
    database: Database, partner: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = date(2026, 11, 18)
    for starts_at, ends_at in (
        (time(9), None),
        (time(10), time(12)),
        (time(10), time(21)),
        (None, None),
    ):
        makers.write_meeting(
            database,
            attendances=((partner, False),),
            status="planned",
            held_on=today,
            starts_at=starts_at,
            ends_at=ends_at,
        )
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 18, 19, 7, tzinfo=UTC))
    november = Period(date(2026, 11, 1), date(2026, 11, 30))
    with database.read() as session:
        found = plan_programme(session, november, today)
    assert [row.starts_at for row in found.meetings] == [time(10), None]
    assert [row.starts_at for row in found.unsettled] == [time(9), time(10)]
    french = to_plain_text(realise_programme(found, Language.FRENCH, today)).replace("\u00a0", " ")
    assert "Deux rencontres étaient programmées ce jour, à une heure désormais passée" in french


def told(plan: ProgrammePlan, language: Language) -> str:
    words = to_plain_text(realise_programme(plan, language, ISSUED_ON))
    return ISOLATES.sub("", words).replace("\u00a0", " ")


def test_the_seat_of_one_of_several_partners_is_told_as_such() -> None:
    other = PartnerFacts(Bilingual("أخرى", "Autre"), None, None)
    one = meeting(1, 4, channel="ch.partner_place", place=plans.NOTHING)
    for partners, french, arabic in (
        (one.partners, "au siège du partenaire", "بمقر الشريك"),
        ((*one.partners, other), "au siège de l’un des partenaires", "بمقر أحد الشركاء"),
    ):
        plan = programme(replace(one, partners=partners))
        assert french in told(plan, Language.FRENCH)
        assert arabic in told(plan, Language.ARABIC)


def test_two_practices_of_one_kind_are_told_apart(database: Database) -> None:
    both = [
        makers.write_partner(
            database,
            name_ar=name,
            name_fr=None,
            category="pt.liberal",
            type="pr.dentist",
            is_named_after_person=True,
        )
        for name in ("يوسف العلمي", "محمد العلمي")
    ]
    makers.write_meeting(
        database,
        attendances=tuple((each, True) for each in both),
        status="planned",
        held_on=date(2026, 11, 4),
    )
    with database.read() as session:
        period = Period(date(2026, 11, 1), date(2026, 11, 30))
        found = plan_programme(session, period, date(2026, 11, 2))
    assert "Cabinet dentaire (1) ; cabinet dentaire (2)" in told(found, Language.FRENCH)
    assert "عيادة طب الأسنان (1)؛ عيادة طب الأسنان (2)" in told(found, Language.ARABIC)


def test_a_letter_has_no_hour_to_be_set() -> None:
    plan = programme(meeting(1, 4, channel="ch.mail", kind="mt.listening", starts_at=None))
    assert "الساعة تُحدد لاحقا" not in told(plan, Language.ARABIC)
    assert "heure à préciser" not in told(plan, Language.FRENCH)


def test_nobody_is_sent_to_the_place_of_a_meeting_at_a_distance() -> None:
    plan = programme(meeting(1, 4, channel="ch.video"))
    assert "Rencontre thématique, à distance" in told(plan, Language.FRENCH)
    assert "لقاء موضوعاتي، عن بعد" in told(plan, Language.ARABIC)


def test_the_days_gone_by_are_told_also_where_nothing_was_held() -> None:
    plan = replace(programme(meeting(1, 18)), has_begun=True)
    assert "لم يُسجل أي لقاء" in told(plan, Language.ARABIC)


def test_a_month_with_a_call_alone_says_that_nobody_met() -> None:
    plan = replace(
        programme(), held=(meeting(1, 4, channel="ch.phone"),), has_begun=True, is_over=True
    )

    none = (
        "aucune rencontre, visite de terrain ni action de sensibilisation n’a été enregistrée ; un"
    )
    assert f"{none} échange a été enregistré :" in told(plan, Language.FRENCH)
    assert "Rencontres, actions et échanges\n" in told(plan, Language.FRENCH)
    arabic = told(plan, Language.ARABIC)
    assert "ولا أي زيارة ميدانية ولا أي نشاط خلال شهر نونبر 2026" in arabic
    assert "، وأُجري اتصال واحد:" in arabic


def test_what_was_held_is_counted_by_its_own_name() -> None:
    study = replace(programme(), held=(meeting(1, 4, kind="mt.study"),), has_begun=True)
    study = replace(study, is_over=True)
    assert "نُظم يوم دراسي واحد خلال شهر" in told(study, Language.ARABIC)
    assert "une journée d’étude a eu lieu" in told(study, Language.FRENCH)
    held = (
        meeting(1, 4, kind="mt.field"),
        meeting(2, 5, kind="mt.school"),
        meeting(3, 6, kind="mt.school"),
        meeting(4, 7, kind="mt.openday"),
    )
    plan = replace(programme(), held=held, has_begun=True, is_over=True)
    visit = "أُجريت زيارة ميدانية واحدة، ونُظمت حصتان تحسيسيتان بالوسط المدرسي وعملية واحدة للأبواب"
    assert visit in told(plan, Language.ARABIC)
    assert (
        "une visite de terrain, deux séances de sensibilisation en milieu scolaire et une opération"
        " portes ouvertes ont eu lieu :"
    ) in told(plan, Language.FRENCH)


def test_an_hour_that_was_not_recorded_or_is_to_be_set_is_told_as_such() -> None:
    unknown, known = meeting(1, 4, starts_at=None), meeting(2, 5)
    plan = replace(programme(unknown), held=(unknown, known), has_begun=True)
    for language, held, planned in (
        (
            Language.FRENCH,
            "Mercredi 04/11/2026 (heure non relevée)",
            "Mercredi 04/11/2026 (heure à préciser)",
        ),
        (
            Language.ARABIC,
            "الأربعاء 04/11/2026 (لم تُسجل الساعة)",
            "الأربعاء 04/11/2026 (الساعة تُحدد لاحقا)",
        ),
    ):
        assert held in told(plan, language)
        assert planned in told(plan, language)


def test_no_heading_promises_an_hour_that_no_meeting_has() -> None:
    unknown = meeting(1, 4, starts_at=None)
    plan = replace(programme(), held=(unknown,), has_begun=True, is_over=True)
    assert "- Date : Mercredi 04/11/2026\n" in told(plan, Language.FRENCH)
    assert "- التاريخ: الأربعاء 04/11/2026\n" in told(plan, Language.ARABIC)


def test_a_nil_return_names_all_that_it_counts() -> None:
    over = replace(programme(), has_begun=True, is_over=True)
    everything = "aucune rencontre, aucune visite de terrain, aucune action de sensibilisation ni "
    everything += "aucun échange "
    for plan, french, arabic in (
        (
            over,
            f"{everything}avec les partenaires n’a été enregistré.",
            "لم يُسجل أي لقاء مع الشركاء ولا أي زيارة ميدانية ولا أي نشاط ولا أي اتصال بهم",
        ),
        (
            programme(),
            f"À ce jour, {everything}n’est programmé en novembre 2026.",
            "لم يُبرمج، إلى غاية تاريخه، لشهر نونبر 2026 أي لقاء أو زيارة ميدانية أو نشاط أو اتصال.",
        ),
    ):
        assert french in told(plan, Language.FRENCH)
        assert arabic in told(plan, Language.ARABIC)
    assert "Les remarques reçues en dehors des rencontres ne sont pas comptées ici." in told(
        over, Language.FRENCH
    )


def test_a_meeting_whose_end_is_known_lasts_from_an_hour_to_another() -> None:
    plan = programme(meeting(1, 4, starts_at=time(10), ends_at=time(11, 30)))
    plain = told(plan, Language.FRENCH).replace("\u00a0", " ")
    assert "Mercredi 04/11/2026 de 10 h à 11 h 30" in plain
    plain = told(plan, Language.ARABIC).replace("\u00a0", " ")
    assert "الأربعاء 04/11/2026 من الساعة 10:00 إلى الساعة 11:30" in plain
