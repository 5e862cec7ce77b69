"""Partners in a programme of whom only the kind was noted."""

from dataclasses import replace
from datetime import date

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.rules.periods import Period
from outreach_app.summaries.hand_outs.programme_facts import plan_programme
from outreach_app.summaries.hand_outs.programme_prose import realise_programme
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests import makers


def test_those_noted_by_their_kind_alone_are_told_by_category(database: Database) -> None:
    kinds = ("as.taxi", "pr.pharmacist")
    makers.write_meeting(database, held_on=date(2026, 11, 2), kinds_present=kinds)
    november = Period(date(2026, 11, 1), date(2026, 11, 30))
    with database.read() as session:
        plan = plan_programme(session, november, date(2026, 12, 1))
    said = to_plain_text(realise_programme(plan, Language.FRENCH, date(2026, 12, 1)))
    assert "Acteurs associatifs\u00a0; professions libérales" in said


def test_one_association_noted_by_its_kind_is_told_as_one(database: Database) -> None:
    for day, bodies in ((2, 1), (9, None)):
        held = {"kinds_present": ("as.women",), "bodies": bodies}
        makers.write_meeting(database, held_on=date(2026, 11, day), **held)
    november = Period(date(2026, 11, 1), date(2026, 11, 30))
    with database.read() as session:
        plan = plan_programme(session, november, date(2026, 12, 1))
    said = to_plain_text(realise_programme(plan, Language.ARABIC, date(2026, 12, 1)))
    assert "الشركاء: جمعية نسائية\n" in said
    assert "الشركاء: الفاعلون الجمعويون\n" in said
    one = replace(plan, held=plan.held[:1])
    said = to_plain_text(realise_programme(one, Language.ARABIC, date(2026, 12, 1)))
    assert "الشريك: جمعية نسائية\n" in said
