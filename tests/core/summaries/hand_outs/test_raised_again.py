"""A partner's sheet on what was raised again: its old row tells how the matter stands today."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from outreach_app.summaries.hand_outs.plan import RemarkFacts
from tests import makers
from tests.core.summaries.hand_outs.test_facts import plan as plan_of
from tests.core.summaries.hand_outs.test_prose import told
from tests.remarks import write_remark

AR, FR = Language.ARABIC, Language.FRENCH
NOISE = "Le bruit de la salle de fêtes dure toute la nuit"
ONCE, TWICE, NOW = date(2026, 8, 12), date(2026, 8, 15), date(2026, 10, 14)
REMINDER = "تذكير بما أثير يوم 12/8: ضجيج قاعة الأفراح يستمر طول الليل"


@pytest.fixture
def partner(database: Database) -> UUID:
    """Return a partner that raised a matter in summer, of which nothing came then."""
    uid = makers.write_partner(database)
    meet(database, uid, ONCE, NOISE)
    return uid


def meet(database: Database, partner: UUID, day: date, words: str, **followed: Any) -> None:
    """Hold a meeting at which a partner raised one point."""
    draft = PointDraft("concern", "tp.1.1", words, "fr", raised_by=partner)
    nothing: dict[str, Any] = {"commitments": (), "referrals": ()}
    usual = {"attendances": ((partner, True),), "points": (draft,)}
    makers.write_meeting(database, held_on=day, **(usual | nothing | followed))


def earlier(database: Database, partner: UUID) -> list[RemarkFacts]:
    found = plan_of(database, partner)
    return list(found.remarks[found.points : found.points + (found.earlier or 0)])


def test_a_point_that_waits_points_to_the_row_of_the_day_on_which_it_was_raised_again(
    database: Database, partner: UUID
) -> None:
    meet(
        database,
        partner,
        NOW,
        REMINDER,
        referrals=(ReferralDraft("rf.commune", "tp.1.1", point=0),),
    )
    assert [row.state for row in earlier(database, partner)] == ["again"]
    french = told(plan_of(database, partner), FR)
    assert "Point repris le 14 octobre 2026 : voir la suite donnée ci-dessus." in french
    assert "Aucune suite n’a encore été donnée" not in french
    arabic = told(plan_of(database, partner), AR)
    assert "أُثيرت النقطة من جديد يوم 14 أكتوبر 2026، وما سُجل بشأنها مبين أعلاه" in arabic


def test_the_days_on_which_a_point_was_raised_again_are_told_in_one_sentence(
    database: Database,
) -> None:
    partner, other = makers.write_partner(database), makers.write_partner(database, name_fr="B")
    promised = CommitmentDraft("Prêter une salle", "fr", "partner", partner=other, point=0)
    come = ((partner, True), (other, True))
    meet(database, partner, ONCE, NOISE, commitments=(promised,), attendances=come)
    meet(database, partner, TWICE, NOISE)
    asked = (ReferralDraft("rf.commune", "tp.1.1", point=0),)
    meet(database, partner, NOW, NOISE, referrals=asked)
    french = told(plan_of(database, partner), FR)
    assert "Point repris le 15 août 2026, puis le 14 octobre 2026 : voir la suite" in french
    assert french.count("Point repris le") == 1


def test_what_was_kept_since_stands_beside_the_answer_that_is_awaited(database: Database) -> None:
    partner = makers.write_partner(database)
    asked = (ReferralDraft("rf.commune", "tp.1.1", point=0, sent_on=ONCE),)
    kept = CommitmentDraft(
        *("Contrôler la salle", "fr", "office"),
        point=0,
        status="cst.done",
        status_on=date(2026, 8, 20),
    )
    meet(database, partner, ONCE, NOISE, referrals=asked)
    meet(database, partner, TWICE, NOISE, commitments=(kept,))
    makers.write_meeting(database, held_on=NOW, attendances=((partner, True),))
    french = told(plan_of(database, partner), FR)
    assert "Point repris le 15 août 2026.\nNotre engagement : « Contrôler la salle »" in french
    assert "\nRéalisé ; réponse de la commune attendue\n" in french


def test_what_is_still_owed_is_told_where_the_point_was_raised_again(
    database: Database, partner: UUID
) -> None:
    awaited = CommitmentDraft("Contrôler la salle", "fr", "office", point=0)
    meet(database, partner, TWICE, f"{NOISE}.", commitments=(awaited,))
    meet(database, partner, NOW, REMINDER)
    found = plan_of(database, partner)
    assert [row.state for row in found.remarks[: found.points]] == ["promised"]
    french = told(found, FR)
    assert french.count("Contrôler la salle") == 1
    assert french.index("Contrôler la salle") < french.index("voir la suite donnée ci-dessus.")
    assert "Aucune suite n’a encore été donnée" not in french


def test_what_came_of_a_point_when_it_was_raised_again_is_told_in_its_row(
    database: Database, partner: UUID
) -> None:
    kept = CommitmentDraft(
        "Convoquer le gérant",
        "fr",
        "office",
        status="cst.done",
        point=0,
        status_on=date(2026, 9, 1),
    )
    meet(database, partner, TWICE, f"{NOISE}.", commitments=(kept,))
    makers.write_meeting(database, held_on=NOW, attendances=((partner, True),))
    # One matter, one row.
    (row,) = earlier(database, partner)
    assert row.raised_at is not None
    assert row.raised_at.held_on == ONCE
    french = told(plan_of(database, partner), FR)
    assert "Point repris le 15 août 2026.\nNotre engagement : « Convoquer le gérant »" in french
    assert "Réalisé le 1er septembre 2026.\nRéalisé\n" in french
    assert "Aucune suite n’a encore été donnée" not in french


def test_points_of_one_period_raised_twice_bear_their_days(database: Database) -> None:
    partner = makers.write_partner(database)
    meet(database, partner, date(2026, 9, 29), NOISE)
    meet(database, partner, date(2026, 11, 4), "Rappel du point du 29/09 : le bruit")
    french = told(plan_of(database, partner), FR)
    assert "Point repris le 4 novembre 2026 : voir la suite donnée à cette date." in french
    assert "du 29 septembre 2026)" in french
    assert "l’un a été repris lors d’une rencontre ultérieure" in french


def test_several_later_meetings_with_rows_of_their_own_are_named_at_once(
    database: Database,
) -> None:
    partner = makers.write_partner(database)
    for day in (date(2026, 9, 29), date(2026, 10, 14), date(2026, 11, 4)):
        meet(database, partner, day, NOISE)
    plan = plan_of(database, partner)
    french = told(plan, FR)
    assert (
        "Point repris le 14 octobre 2026 et le 4 novembre 2026 : voir les suites données à ces"
    ) in french
    arabic = told(plan, AR)
    assert "يوم 14 أكتوبر 2026 ويوم 4 نونبر 2026، وما سُجل بشأنها مبين في موضعه" in arabic


def test_another_matter_of_the_same_topic_is_left_as_it_is(
    database: Database, partner: UUID
) -> None:
    meet(database, partner, NOW, "Le bruit du marché dure toute la matinée")
    assert [row.state for row in earlier(database, partner)] == ["cst.open"]


def test_words_translated_once_are_the_same_in_either_language(database: Database) -> None:
    """The one was typed in Arabic, the other in French; a third point is in both languages."""
    partner = makers.write_partner(database)
    arabic = "كسر باب عيادة ليلا دون سرقة شيء"
    meet(database, partner, ONCE, NOISE)
    meet(database, partner, TWICE, arabic)
    both = PointDraft("concern", "tp.1.1", arabic, "ar", translation=NOISE, raised_by=partner)
    makers.write_meeting(
        database,
        held_on=NOW,
        attendances=((partner, True),),
        points=(both,),
        commitments=(),
        referrals=(),
    )
    (row,) = earlier(database, partner)
    assert [each.met.held_on for each in row.again] == [TWICE, NOW]


def test_what_was_first_written_and_then_raised_at_a_meeting_is_told_once(
    database: Database,
) -> None:
    partner = makers.write_partner(database)
    asked = (ReferralDraft("rf.commune", "tp.1.1", point=0),)
    write_remark(
        database, topic="tp.1.1", text=NOISE, language="fr", received_on=ONCE, raised_by=partner
    )
    meet(database, partner, TWICE, NOISE, referrals=asked)
    makers.write_meeting(database, held_on=NOW, attendances=((partner, True),))
    plan = plan_of(database, partner)
    assert (plan.received, plan.earlier) == (1, None)
    french = told(plan, FR)
    assert "Point repris le 15 août 2026.\nNous avons saisi la commune" in french
    assert "Aucune suite n’a encore été donnée" not in french


def test_what_was_passed_on_twice_is_told_by_its_referral_alone(database: Database) -> None:
    """« Passed on to the competent service » and « to the commune » read as two referrals."""
    partner = makers.write_partner(database)
    looked_into = PointDraft(
        *("concern", "tp.1.1", NOISE, "fr"), reaction="out.looked_into", raised_by=partner
    )
    asked = (ReferralDraft("rf.commune", "tp.1.1", point=0),)
    meet(database, partner, ONCE, NOISE, points=(looked_into,), referrals=asked)
    meet(database, partner, NOW, NOISE, referrals=asked)
    french = told(plan_of(database, partner), FR)
    assert french.count("Nous avons saisi la commune") == 2
    assert "Nous avons transmis ce point" not in french
