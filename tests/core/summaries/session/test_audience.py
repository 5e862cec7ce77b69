"""The summary of an awareness action says whom it reached, as its form records it."""

from dataclasses import replace
from datetime import date

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Meeting
from outreach_app.queries.records import get_record
from outreach_app.services.awareness import AwarenessDraft, record_awareness
from outreach_app.services.partners import register_partner
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.facts import plan_session
from outreach_app.summaries.session.prose import realise
from tests import makers
from tests.core.summaries.reading import ISOLATES
from tests.core.summaries.session.recorded import HELD_ON, hold, plan

TODAY = date(2026, 11, 16)
TALK = AwarenessDraft(date(2026, 11, 9), subject_fr="Bon usage des réseaux sociaux")


def summary(database: Database, action: AwarenessDraft, language: Language) -> str:
    with database.write(Actor.CHIEF) as session:
        uid = record_awareness(session, action).uid
        plan = plan_session(session, get_record(session, Meeting, uid), TODAY)
    page = to_plain_text(realise(plan, language, TODAY))
    return ISOLATES.sub("", page).replace("\u00a0", " ")


def test_whom_an_action_reached_stands_under_its_title(database: Database) -> None:
    action = replace(TALK, pupils=118, beneficiaries=130, establishments=2, associations=1)
    page = summary(database, action, Language.FRENCH)
    rows = "Bénéficiaires : 130\nDont élèves : 118\nÉtablissements scolaires : 2\n"
    assert f"{rows}Association participante : 1\n" in page
    assert "Le nombre de bénéficiaires s’est élevé à 130." in page
    assert "Participants" not in page
    page = summary(database, action, Language.ARABIC)
    rows = "عدد المستفيدين: 130\nمن بينهم تلاميذ: 118\nعدد المؤسسات التعليمية: 2\n"
    assert f"{rows}عدد الجمعيات المشاركة: 1\n" in page
    assert "وبلغ عدد المستفيدين 130." in page
    assert "عدد المشاركين" not in page


def test_pupils_who_are_all_it_reached_are_told_as_both_were_typed(database: Database) -> None:
    page = summary(database, replace(TALK, pupils=118, beneficiaries=118), Language.FRENCH)
    assert "Bénéficiaires : 118\nÉlèves bénéficiaires : 118\n" in page


def test_that_nobody_counted_is_said_where_nobody_did(database: Database) -> None:
    page = summary(database, replace(TALK, establishments=2), Language.FRENCH)
    assert "Participants : Nombre non relevé\n" in page
    assert "Établissements scolaires : 2\n" in page


def test_a_count_of_nobody_is_a_count(database: Database) -> None:
    page = summary(database, replace(TALK, beneficiaries=0), Language.FRENCH)
    assert "Bénéficiaires : 0\n" in page
    assert "Nombre non relevé" not in page


def test_an_action_of_several_days_is_told_with_its_last(database: Database) -> None:
    action = replace(TALK, kind="mt.awareness", last_on=date(2026, 11, 11))
    page = summary(database, action, Language.FRENCH)
    assert (
        "Premier jour : Lundi 9 novembre 2026\nDernier jour : Mercredi 11 novembre 2026\n" in page
    )
    assert "du lundi 9 au mercredi 11 novembre 2026, une campagne" in page
    page = summary(database, action, Language.ARABIC)
    assert "من يوم الاثنين 9 إلى غاية يوم الأربعاء 11 نونبر 2026، حملة" in page


def test_open_days_are_as_many_as_they_took(database: Database) -> None:
    days = replace(TALK, kind="mt.openday", last_on=date(2026, 11, 11))
    page = summary(database, days, Language.FRENCH)
    assert "Synthèse de journées portes ouvertes" in page
    assert "au mercredi 11 novembre 2026, des journées portes ouvertes" in page
    page = summary(database, days, Language.ARABIC)
    assert "خلاصة أيام للأبواب المفتوحة" in page
    assert "أياما للأبواب المفتوحة" in page
    assert "خلال أيام الأبواب المفتوحة" in page
    assert "يوما للأبواب" not in page


def test_two_open_days_are_in_the_dual(database: Database) -> None:
    days = replace(TALK, kind="mt.openday", last_on=date(2026, 11, 10))
    page = summary(database, days, Language.ARABIC)
    assert "خلاصة يومين للأبواب المفتوحة" in page
    assert "يومين للأبواب المفتوحة حول" in page
    assert "خلال يومي الأبواب المفتوحة" in page


def test_bodies_are_those_listed_and_the_associations_counted_beside_them(
    database: Database,
) -> None:
    nothing = {"points": (), "commitments": (), "referrals": ()}
    radio = makers.partner_draft(name_fr="Radio Sawt", category="pt.media", type=None)
    with database.write(Actor.CHIEF) as session:
        uid = register_partner(session, radio).uid
    told = plan(database, hold(database, HELD_ON, uid, kind="mt.school", associations=3, **nothing))
    page = to_plain_text(realise(told, Language.FRENCH, TODAY)).replace("\u00a0", " ")
    assert "Organismes représentés : 4\n" in page
    assert "Associations participantes : 3\n" in page


def test_associations_that_were_only_counted_have_no_name(database: Database) -> None:
    action = replace(TALK, pupils=118, associations=1)
    page = summary(database, action, Language.FRENCH)
    assert "Le nom de l’association participante n’a pas été relevé." in page
