"""A rumour recorded from a point is told with its number and what its verification found."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Meeting, Rumour
from outreach_app.queries.records import get_record
from outreach_app.services.findings import FindingDraft, publish_rectification, record_finding
from outreach_app.services.points import PointDraft, give_reply
from outreach_app.services.rumours import CarryingDraft, carry_back, close_rumour, follow_point
from tests import makers
from tests.core.summaries.closed_world import prose
from tests.core.summaries.session.recorded import HELD_ON, hold, on, plan

AR, FR = Language.ARABIC, Language.FRENCH


def hold_and_follow(database: Database, partner: UUID) -> tuple[UUID, UUID]:
    """Hold a meeting where a rumour is raised; return it and the rumour, followed two days on."""
    points = (PointDraft("rumour", "tp.7.1", "إشاعة إغلاق الدائرة", "ar"),)
    told = {"points": points, "commitments": (), "referrals": ()}
    meeting = hold(database, HELD_ON, partner, **told)
    with on(date(2026, 10, 16)), database.write(Actor.CHIEF) as session:
        (point,) = get_record(session, Meeting, meeting).points
        rumour = follow_point(session, point.uid, point.version).uid
    return meeting, rumour


def test_a_rumour_is_told_as_recorded_then_as_verified(database: Database, partner: UUID) -> None:
    meeting, rumour = hold_and_follow(database, partner)
    page = prose(plan(database, meeting), AR)
    assert "النقطة 1\nسُجلت الإشاعة تحت عدد 01/2026، ولم يُسجل أي تحقق منها\n—" in page
    with on(date(2026, 10, 17)), database.write(Actor.CHIEF) as session:
        record_finding(session, rumour, FindingDraft())
    page = prose(plan(database, meeting), FR)
    assert "Point 1\nRumeur enregistrée sous le n° 01/2026, vérification en cours\n—" in page
    assert "Aucune suite" not in page
    with on(date(2026, 10, 19)), database.write(Actor.CHIEF) as session:
        record_finding(session, rumour, FindingDraft("vr.false", date(2026, 10, 18)))
    page = prose(plan(database, meeting), AR)
    assert "تحت عدد 01/2026، ونتيجة التحقق: خبر زائف\n18/10/2026" in page
    out = makers.rectification_draft(published_on=date(2026, 10, 20), published_at=None)
    with on(date(2026, 10, 20)), database.write(Actor.CHIEF) as session:
        publish_rectification(session, rumour, out)
    told_out = plan(database, meeting)
    assert "خبر زائف، وصدر بيان حقيقة يوم 20/10/2026\n18/10/2026" in prose(told_out, AR)
    assert ", rectification publiée le 20/10/2026\n18/10/2026" in prose(told_out, FR)
    (line,) = told_out.situation
    same = replace(told_out, situation=(replace(line, on=date(2026, 10, 20)),))
    assert ", rectification publiée le même jour\n20/10/2026" in prose(same, FR)


def test_a_rumour_closed_since_is_told_with_its_day_and_reason(
    database: Database, partner: UUID
) -> None:
    meeting, rumour = hold_and_follow(database, partner)
    with on(date(2026, 10, 17)), database.write(Actor.CHIEF) as session:
        record_finding(session, rumour, FindingDraft())
    with on(date(2026, 10, 25)), database.write(Actor.CHIEF) as session:
        row = get_record(session, Rumour, rumour)
        close_rumour(session, rumour, row.version, date(2026, 10, 25), "لم يعد متداولا")
    page = prose(plan(database, meeting), FR)
    assert "sous le n° 01/2026, vérification engagée, sans résultat\n—" in page
    assert "Rumeur classée : «لم يعد متداولا» (texte original en arabe)\n25/10/2026" in page
    page = prose(plan(database, meeting), AR)
    assert "تحت عدد 01/2026، وبوشر التحقق منها دون نتيجة\n—" in page
    assert "حُفظت الإشاعة: «لم يعد متداولا»\n25/10/2026" in page


def test_what_was_carried_back_on_another_day_than_the_answer_is_told(
    database: Database, partner: UUID
) -> None:
    meeting, rumour = hold_and_follow(database, partner)
    with on(date(2026, 10, 19)), database.write(Actor.CHIEF) as session:
        record_finding(session, rumour, FindingDraft("vr.true", date(2026, 10, 18)))
        (point,) = get_record(session, Meeting, meeting).points
        give_reply(session, point.uid, point.version, date(2026, 10, 19), "المكتب", None)
    with on(date(2026, 10, 20)), database.write(Actor.CHIEF) as session:
        row = get_record(session, Rumour, rumour)
        back = CarryingDraft(date(2026, 10, 20), "pc.meeting", "تجار السوق")
        carry_back(session, rumour, row.version, back)
    told = plan(database, meeting)
    assert "المآل إلى: «تجار السوق»، الوسيلة: لقاء\n20/10/2026" in prose(told, AR)
    assert "«المكتب»" in prose(told, AR)
    assert ", moyen : rencontre\n20/10/2026" in prose(told, FR)
