"""A programme tells in sentences what was put off, and what nobody recorded since its day."""

from dataclasses import replace
from datetime import date

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.rules.periods import Period
from outreach_app.summaries.hand_outs.programme_facts import plan_programme
from tests import makers
from tests.core.summaries.given_programmes import meeting, programme
from tests.core.summaries.hand_outs.test_programme import told


def test_what_nobody_recorded_since_agrees_with_what_it_was() -> None:
    for kinds, french, arabic in (
        (["mt.periodic"], "Une rencontre était programmée à", "لقاء واحد، ولم يُسجل مآله إلى"),
        (["mt.awareness"], "Une campagne de", "بُرمجت لموعد مضى حملة تحسيسية واحدة، ولم يُسجل مآلها"),
        (["mt.periodic"] * 2, "Deux rencontres étaient programmées à", "لقاءان، ولم يُسجل مآلهما"),
    ):
        rows = tuple(meeting(at, 3, kind=kind) for at, kind in enumerate(kinds, start=1))
        plan = replace(programme(), unsettled=rows, has_begun=True)
        assert french in told(plan, Language.FRENCH)
        assert "à une date passée ; aucune suite n’a été enregistrée" in told(plan, Language.FRENCH)
        assert arabic in told(plan, Language.ARABIC)


def test_what_was_put_off_or_cancelled_is_told_with_its_day_and_its_reason(
    database: Database,
) -> None:
    partner = makers.write_partner(database)
    for day, status in ((6, "postponed"), (9, "cancelled")):
        makers.write_meeting(
            database,
            attendances=((partner, False),),
            status=status,
            status_reason=f"سبب {day}",
            held_on=date(2026, 11, day),
        )
    with database.read() as session:
        november = Period(date(2026, 11, 1), date(2026, 11, 30))
        found = plan_programme(session, november, date(2026, 10, 30))
    assert [row.held_on.day for row in found.put_off] == [6]
    french = told(found, Language.FRENCH)
    assert "Une rencontre a été reportée sans nouvelle date à ce jour (date initiale" in french
    assert "06/11/2026" in french
    assert ". Motif : «سبب 6»" in french
    assert "Une rencontre a été annulée :" in french
    assert "09/11/2026" in french
    arabic = told(found, Language.ARABIC)
    assert "أُجل لقاء واحد، ولم يُحدد بعد موعد جديد" in arabic
    assert ". السبب: «سبب 6»" in arabic
    assert "أُلغي لقاء واحد:" in arabic
    assert ". السبب: «سبب 9»" in arabic


def test_an_action_that_lasted_into_the_month_is_told_in_its_programme(database: Database) -> None:
    makers.write_meeting(
        database,
        kind="mt.awareness",
        held_on=date(2026, 10, 30),
        last_on=date(2026, 11, 2),
    )
    makers.write_meeting(database, held_on=date(2026, 10, 31))
    november = Period(date(2026, 11, 1), date(2026, 11, 30))
    with database.read() as session:
        found = plan_programme(session, november, date(2026, 11, 3))
    assert [(row.held_on, row.last_on) for row in found.held] == [
        (date(2026, 10, 30), date(2026, 11, 2))
    ]
    french = told(found, Language.FRENCH).replace("\u00a0", " ")
    assert "a eu lieu (début antérieur au 1er novembre 2026) :" in french
    assert "Du vendredi 30/10/2026 au lundi 02/11/2026" in french
    assert "إلى غاية تاريخه (الانطلاق قبل فاتح نونبر 2026):" in told(found, Language.ARABIC)
    both = replace(found, held=(*found.held, meeting(2, 3)))
    assert "(y compris ce qui avait commencé avant le 1er novembre" in told(both, Language.FRENCH)
    assert "(منها ما انطلق قبل فاتح نونبر" in told(both, Language.ARABIC)
