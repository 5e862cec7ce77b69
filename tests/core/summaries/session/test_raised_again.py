"""A point of which nothing came is told to have been raised again at a later meeting."""

from datetime import date
from uuid import UUID

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.plan import SessionPlan
from outreach_app.summaries.session.prose import realise
from tests.core.summaries.reading import ISOLATES
from tests.core.summaries.session.recorded import HELD_ON, TODAY, hold, plan

BARE: dict[str, object] = {"commitments": (), "referrals": ()}
WORDS = "نساء ضحايا العنف يجهلن وجود خلية الاستقبال"
FIRST, LATER = date(2026, 10, 6), date(2026, 11, 4)


def page(told: SessionPlan, language: Language) -> str:
    said = ISOLATES.sub("", to_plain_text(realise(told, language, TODAY)))
    return said.replace("\u00a0", " ")


def raise_it(database: Database, partner: UUID, day: date, words: str, topic: str) -> UUID:
    points = (PointDraft("concern", topic, words, "ar"),)
    return hold(database, day, partner, **{**BARE, "points": points})


def test_a_reminder_at_a_later_meeting_is_told(database: Database, partner: UUID) -> None:
    """« Aucune suite enregistrée » misleads where the same point led to a promise since."""
    met = raise_it(database, partner, FIRST, WORDS, "tp.9.1")
    assert "لم يُسجل أي مآل" in page(plan(database, met), Language.ARABIC)
    reminder = f"تذكير بما أثير يوم 6/10: {WORDS.replace('إ', 'ا')}."
    raise_it(database, partner, LATER, reminder, "tp.9.1")
    told = plan(database, met)
    arabic, french = (page(told, language) for language in (Language.ARABIC, Language.FRENCH))
    assert "لم يُسجل أي مآل" not in arabic
    assert "المآل: أُعيدت إثارتها لاحقا (انظر الوضعية أدناه)\n" in arabic
    assert "donnée : Point soulevé à nouveau depuis (voir la situation ci-dessous)\n" in french
    assert "أُعيدت إثارتها خلال لقاء لاحق (رقم 02/2026)\n  التاريخ: 04/11/2026" in arabic
    assert "Soulevé à nouveau lors d’une rencontre ultérieure (n° 02/2026)" in french


def test_another_point_is_no_reminder(database: Database, partner: UUID) -> None:
    met = raise_it(database, partner, FIRST, WORDS, "tp.9.1")
    raise_it(database, partner, HELD_ON, "نساء ضحايا العنف", "tp.9.1")
    raise_it(database, partner, LATER, WORDS, "tp.6.1")
    assert not plan(database, met).situation


def test_a_reminder_is_told_of_a_point_whose_referral_was_not_answered(
    database: Database, partner: UUID
) -> None:
    """« Aucune réponse enregistrée » stood alone of a point raised and answered again since."""
    points = (PointDraft("concern", "tp.6.1", "انطفاء مصابيح الإنارة بالزنقة", "ar"),)
    referral = (ReferralDraft("rf.commune", "tp.6.1", point=0),)
    told = {"commitments": (), "points": points, "referrals": referral}
    met = hold(database, FIRST, partner, **told)
    # It is told in the other language, by the day of the first.
    again = PointDraft("concern", "tp.6.1", "Rappel du point du 06/10 : lampadaires éteints", "fr")
    hold(database, LATER, partner, **{**BARE, "points": (again,)})
    french = page(plan(database, met), Language.FRENCH)
    assert "Soulevé à nouveau lors d’une rencontre ultérieure (n° 02/2026)" in french
