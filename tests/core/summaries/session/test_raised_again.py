"""A point is told to have been raised again at a later meeting, and what came of it there."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.partners import register_partner
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.plan import SessionPlan
from outreach_app.summaries.session.prose import realise
from tests import makers
from tests.core.summaries.reading import ISOLATES
from tests.core.summaries.session.recorded import HELD_ON, TODAY, hold, on, plan

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
    said = "أُعيدت إثارتها خلال اللقاء رقم 02/2026، دون تسجيل أي مآل"
    assert f"{said}\n  التاريخ: 04/11/2026" in arabic
    assert "Soulevé à nouveau lors de la rencontre n° 02/2026, sans suite enregistrée" in french


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
    assert "Soulevé à nouveau lors de la rencontre n° 02/2026, sans suite enregistrée" in french


def test_it_is_told_what_came_of_a_point_when_it_was_raised_again(
    database: Database, partner: UUID
) -> None:
    """« Soulevé à nouveau lors d’une rencontre ultérieure » of a visit hid that it was settled."""
    met = raise_it(database, partner, FIRST, WORDS, "tp.9.1")
    again = {
        "points": (PointDraft("concern", "tp.9.1", WORDS, "ar"),),
        "commitments": (
            CommitmentDraft("دورية", "ar", "office", status="cst.done", status_on=LATER, point=0),
            CommitmentDraft("حملة", "ar", "office", due_on=date(2026, 11, 10), point=0),
        ),
        "referrals": (ReferralDraft("rf.commune", "tp.9.1", point=0),),
        "kind": "mt.field",
    }
    hold(database, LATER, partner, **again)
    told = plan(database, met)
    assert (
        "Soulevé à nouveau lors de la visite n° 02/2026, avec pour suite : engagement réalisé le "
        "04/11/2026 ; autre engagement avec échéance (10/11/2026) dépassée, aucune exécution "
        "enregistrée ; saisine de la commune, aucune réponse enregistrée\n"
    ) in page(told, Language.FRENCH)
    assert (
        "أُعيدت إثارتها خلال الزيارة رقم 02/2026، وكان مآلها: التزام منجز يوم 04/11/2026؛ التزام "
        "آخر انقضى أجله (10/11/2026) ولم يُسجل أي إنجاز؛ إحالة على الجماعة لم يُسجل أي جواب عنها\n"
    ) in page(told, Language.ARABIC)


def test_a_point_with_a_commitment_of_its_own_is_told_to_be_recalled(
    database: Database, partner: UUID
) -> None:
    points = (PointDraft("concern", "tp.9.1", WORDS, "ar"),)
    promise = (CommitmentDraft("دورية", "ar", "office", point=0),)
    met = hold(database, FIRST, partner, points=points, commitments=promise, referrals=())
    words = f"تذكير بما أثير يوم 6/10: {WORDS}"
    recall = PointDraft("concern", "tp.9.1", words, "ar", reaction="out.out_of_scope")
    hold(database, LATER, partner, **{**BARE, "points": (recall,)}, kind="mt.reception")
    told = plan(database, met)
    assert (
        "Soulevé à nouveau lors de l’audience n° 02/2026, avec pour suite : hors de la compétence "
        "de l’arrondissement de police\n"
    ) in page(told, Language.FRENCH)
    assert "أُعيدت إثارتها خلال الاستقبال رقم 02/2026، وكان مآلها: خارج" in page(
        told, Language.ARABIC
    )


def test_the_same_words_of_another_partner_do_not_recall_a_point_that_was_answered(
    database: Database, partner: UUID
) -> None:
    """So do many: it is no news of a point that was settled, nor is a question asked again."""
    asked = PointDraft("concern", "tp.9.1", WORDS, "ar", reaction="out.answered")
    question = replace(asked, kind="question", topic="tp.9.2")
    met = hold(database, FIRST, partner, **{**BARE, "points": (asked, question)})
    with on(date(2026, 9, 1)), database.write(Actor.CHIEF) as session:
        other = register_partner(session, makers.partner_draft(name_ar="جمعية أخرى")).uid
    hold(database, HELD_ON, other, **{**BARE, "points": (asked,)})
    assert not plan(database, met).situation
    hold(database, LATER, partner, **{**BARE, "points": (asked, question)})
    (line,) = plan(database, met).situation
    assert (line.point, line.on) == (1, LATER)


def test_a_translation_that_is_not_printed_needs_no_note(database: Database, partner: UUID) -> None:
    """« * ترجمة عن الفرنسية. » stood under a page without a star."""
    met = raise_it(database, partner, FIRST, WORDS, "tp.9.1")
    again = {
        "points": (PointDraft("concern", "tp.9.1", WORDS, "ar"),),
        "commitments": (CommitmentDraft("Une ronde", "fr", "office", "دورية", point=0),),
    }
    hold(database, LATER, partner, **{**BARE, **again})
    arabic = page(plan(database, met), Language.ARABIC)
    assert "أُعيدت إثارتها" in arabic
    assert "*" not in arabic
