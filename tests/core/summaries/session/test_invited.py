"""Who was invited, how a reply was given back, and what a meeting follows, are told."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Meeting
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.rules.kinds import SummarySection
from outreach_app.rules.names import Bilingual
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.partners import register_partner
from outreach_app.services.points import PointDraft
from outreach_app.summaries.session.audience import AbsentFacts, ReachedFacts
from outreach_app.summaries.session.plan import KindPresent, News, SituationFacts
from tests import makers
from tests.core.summaries.closed_world import prose
from tests.core.summaries.plans import BARE as PLAN
from tests.core.summaries.plans import arabic, commitment, made_at_meeting, named_earlier
from tests.core.summaries.session.recorded import HELD_ON, hold, on, plan

AR, FR = Language.ARABIC, Language.FRENCH
BARE: dict[str, object] = {"points": (), "commitments": (), "referrals": ()}


def register(database: Database, **changes: object) -> UUID:
    with on(date(2026, 9, 1)), database.write(Actor.CHIEF) as session:
        return register_partner(session, makers.partner_draft(**changes)).uid


def test_partners_invited_that_did_not_come_are_told(database: Database, partner: UUID) -> None:
    away = register(database, name_ar="جمعية الأمل", name_fr="Al Amal")
    notary = register(
        database,
        name_ar="الإدريسي",
        category="pt.liberal",
        type="pr.notary",
        is_named_after_person=True,
    )
    rows = ((partner, True), (away, False), (notary, False))
    told = plan(database, hold(database, HELD_ON, partner, attendances=rows, **BARE))
    assert "الشريكان المدعوان اللذان لم يشاركا: جمعية الأمل؛ موثق." in prose(told, AR)
    said = "Partenaires invités n’y ayant pas pris part : Al Amal ; un notaire."
    assert said in prose(told, FR)
    assert "الإدريسي" not in prose(told, AR)


def test_those_who_did_not_come_are_told_by_kind_where_names_are_left_out(
    database: Database, partner: UUID
) -> None:
    traders = register(
        database, name_ar="جمعية الأمل", category="pt.association", type="as.merchants"
    )
    rows = ((partner, True), (traders, False))
    meeting = hold(database, HELD_ON, partner, attendances=rows, **BARE)
    with database.write(Actor.CHIEF) as session:
        get_own_office(session).omitted_sections = (SummarySection.NAMES,)
    told = plan(database, meeting)
    assert "الشريك المدعو الذي لم يشارك: جمعية للتجار." in prose(told, AR)
    said = "Partenaire invité n’y ayant pas pris part : une association de commerçants."
    assert said in prose(told, FR)
    assert "الأمل" not in prose(told, AR)


def test_how_a_reply_was_given_back_is_told(database: Database, partner: UUID) -> None:
    points = (
        PointDraft("request", "tp.6.1", "مصابيح معطلة", "ar", reply="نعم", reply_language="ar"),
    )
    meeting = hold(database, HELD_ON, partner, **{**BARE, "points": points})
    with on(date(2026, 10, 20)), database.write(Actor.CHIEF) as session:
        point = get_record(session, Meeting, meeting).points[0]
        point.given_on, point.given_to, point.given_how = date(2026, 10, 20), "المكتب", "رسالة"
    assert "تم تبليغ الجواب إلى: «المكتب»، الوسيلة: «رسالة»" in prose(plan(database, meeting), AR)


def test_promises_of_the_meeting_that_one_follows_are_recalled(
    database: Database, partner: UUID
) -> None:
    other = register(database, name_ar="جمعية الأمل")
    promises = (CommitmentDraft("دورية راجلة", "ar", "office"),)
    before = hold(database, date(2026, 9, 12), other, **{**BARE, "commitments": promises})
    mine = {"attendances": ((partner, True),)}
    assert plan(database, hold(database, HELD_ON, partner, **mine, **BARE)).earlier is None
    again = hold(database, HELD_ON, partner, follows=before, **mine, **BARE)
    assert plan(database, again).earlier is not None


def test_another_of_a_trade_that_was_present_is_told_as_such(
    database: Database, partner: UUID
) -> None:
    vet = {"category": "pt.liberal", "type": "pr.vet", "is_named_after_person": True}
    here, away = (register(database, name_ar=name, **vet) for name in ("حنان", "سعاد"))
    rows = ((here, True), (away, False))
    told = plan(database, hold(database, HELD_ON, partner, attendances=rows, **BARE))
    assert "الشريك المدعو الذي لم يشارك: طبيب بيطري آخر." in prose(told, AR)
    assert "Partenaire invité n’y ayant pas pris part : un autre vétérinaire." in prose(told, FR)


def test_an_adoul_who_did_not_come_is_one_of_the_adouls() -> None:
    """«عدل» at the end of a list reads as a verb."""
    away = AbsentFacts((Bilingual("جمعية الأمل", None),), ("pr.adoul",))
    assert "جمعية الأمل؛ أحد العدول." in prose(replace(PLAN, absent=away), AR)


def test_an_exchange_is_not_told_as_a_meeting() -> None:
    line = SituationFacts(1, News.HELD, HELD_ON, is_exchange=True)
    told = replace(PLAN, situation=(line, replace(line, number=2, news=News.FOLLOWED)))
    assert "التواصل المقبل\nتم\n" in prose(told, AR)
    assert "Prochain échange\nTenu\n" in prose(told, FR)
    assert "Échange de suivi\nTenu" in prose(told, FR)


def test_more_associations_counted_than_listed_are_not_denied(
    database: Database, partner: UUID
) -> None:
    company = register(database, name_ar="شركة الأطلس", category="pt.company", type=None)
    rows = ((partner, True), (company, True))
    counts: dict[str, object] = {"associations": 3, "bodies": None, "headcount": 4, "women": 0}
    school = {**BARE, **counts, "kind": "mt.school", "attendances": rows}
    told = plan(database, hold(database, HELD_ON, partner, **school))
    assert (told.bodies, told.reached) == (None, ReachedFacts(None, None, None, 3))
    assert "Des organismes, notamment" in prose(told, FR)
    assert "Les noms des autres associations participantes n’ont pas été" in prose(told, FR)
    assert "ولم يُدون اسما الجمعيتين المشاركتين الأخريين." in prose(told, AR)
    assert ", y étaient représentés." in prose(told, FR)
    assert "هيئات، منها" in prose(told, AR)
    ticked = {**school, "attendances": (), "kinds_present": ("as.women", "as.youth")}
    few = plan(database, hold(database, HELD_ON, partner, **{**ticked, "associations": 1}))
    assert few.reached == ReachedFacts(None, None, None, 1)
    assert "au moins une association féminine et une association de jeunes." in prose(few, FR)


def test_many_days_of_earlier_promises_stand_in_the_table() -> None:
    promises = [replace(commitment(n, arabic(f"وعد {n}")), made_at=n) for n in range(1, 5)]
    made = tuple(made_at_meeting(date(2026, 9, n)) for n in range(1, 5))
    before = replace(named_earlier(date(2026, 9, 1), done=promises), made=made)
    told = replace(PLAN, earlier=before)
    assert "02/09/2026" in prose(told, FR)
    assert "02/09/2026" in prose(told, AR)


def test_one_association_listed_is_counted_with_the_others() -> None:
    reached = ReachedFacts(None, None, None, 1)
    told = replace(PLAN, kind="mt.school", bodies=1, kinds_present=(KindPresent("as.women", 1),))
    assert "notamment" not in prose(replace(told, reached=reached), FR)
