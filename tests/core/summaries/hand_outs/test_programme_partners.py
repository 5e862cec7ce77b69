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


def test_those_noted_by_their_kind_alone_are_told_as_one_of_each_at_least(
    database: Database,
) -> None:
    kinds = ("as.taxi", "pr.pharmacist")
    many = ("as.taxi", "as.women", "as.sport", "pr.pharmacist")
    for day, noted, bodies in ((2, kinds, None), (3, kinds, 2), (4, many, None), (5, kinds, 9)):
        held = {"kinds_present": noted, "bodies": bodies}
        makers.write_meeting(database, held_on=date(2026, 11, day), **held)
    november = Period(date(2026, 11, 1), date(2026, 11, 30))
    with database.read() as session:
        plan = plan_programme(session, november, date(2026, 12, 1))
    said = to_plain_text(realise_programme(plan, Language.FRENCH, date(2026, 12, 1)))
    taxis = "association de professionnels du taxi"
    assert f": Au moins une {taxis}\u00a0; au moins un pharmacien\n" in said
    assert f": {taxis.capitalize()}\u00a0; pharmacie\n" in said
    assert said.count(": Acteurs associatifs\u00a0; professions libérales\n") == 2


def test_one_association_noted_by_its_kind_is_told_as_one(database: Database) -> None:
    for day, bodies in ((2, 1), (9, None)):
        held = {"kinds_present": ("as.women",), "bodies": bodies}
        makers.write_meeting(database, held_on=date(2026, 11, day), **held)
    november = Period(date(2026, 11, 1), date(2026, 11, 30))
    with database.read() as session:
        plan = plan_programme(session, november, date(2026, 12, 1))
    said = to_plain_text(realise_programme(plan, Language.ARABIC, date(2026, 12, 1)))
    assert "الشركاء: جمعية نسائية\n" in said
    assert "الشركاء: جمعية نسائية واحدة على الأقل\n" in said
    one = replace(plan, held=plan.held[:1])
    said = to_plain_text(realise_programme(one, Language.ARABIC, date(2026, 12, 1)))
    assert "الشريك: جمعية نسائية\n" in said


def test_what_is_planned_is_told_from_what_is_confirmed(database: Database) -> None:
    partners = tuple((makers.write_partner(database, name_ar=name), False) for name in "بت")
    seat = {"channel": "ch.partner_place", "place_ar": None, "attendances": partners}
    for day, status in ((10, "planned"), (11, "confirmed")):
        makers.write_meeting(database, held_on=date(2026, 11, day), status=status, **seat)
    november = Period(date(2026, 11, 1), date(2026, 11, 30))
    with database.read() as session:
        plan = plan_programme(session, november, date(2026, 10, 30))
    said = to_plain_text(realise_programme(plan, Language.FRENCH, date(2026, 10, 30)))
    assert "10/11/2026 à\u00a010\u00a0h\u00a030 (à\u00a0confirmer)" in said
    assert said.count("à\u00a0confirmer") == 1
    assert said.count("au siège de l’un des partenaires (à préciser)") == 2
