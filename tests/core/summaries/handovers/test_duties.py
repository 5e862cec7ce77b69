"""The first page of a handover file says what is to do, in which order, and by when."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from outreach_app.services.remarks import RemarkDraft, record_remark
from outreach_app.summaries.handovers.plan import Nature
from outreach_app.summaries.handovers.prose import realise_handover
from outreach_app.summaries.prose.blocks import Table
from tests import makers
from tests.core.summaries.given_handover import HANDOVER
from tests.core.summaries.handovers.test_handover import FRENCH, TODAY, planned, written


def test_every_duty_is_told() -> None:
    many = replace(HANDOVER, duties=HANDOVER.duties * 5)
    blocks = realise_handover(many, FRENCH, many.as_of).blocks
    table = next(each for each in blocks if isinstance(each, Table))

    assert len(table.rows) == 20


def test_what_waits_is_to_be_done_as_soon_as_possible(database: Database) -> None:
    with database.write(Actor.CHIEF) as session:
        record_remark(session, RemarkDraft("tp.6.1", "Lampe", "fr", TODAY))
    makers.write_rumour(database, text="Faux appels", language="fr", translation=None)
    plan = planned(database)
    first, arabic = (
        written(plan, language).split("\n2. ")[0] for language in (FRENCH, Language.ARABIC)
    )
    assert [duty.nature for duty in plan.duties] == [Nature.VERIFY, Nature.REACT]
    assert first.count("Échéance : Dès que possible") == 2
    assert arabic.count("الأجل: في أقرب الآجال") == 2
    assert "Nature : Vérification\n  À faire : Vérifier l’information : « Faux appels »" in first
    assert "Référence : Information n° 01/2026" in first
    wanted = "À faire : Décider de la suite à donner à la préoccupation : « Lampe »"
    assert f"Nature : Suite à donner\n  {wanted}" in first
    assert f"Référence : Remarque n° 01/2026 du {TODAY:%d/%m/%Y}" in first
    assert "التحقق من الخبر المتداول: «" in arabic
    assert "المرجع: الخبر عدد 01/2026" in arabic
    assert "الطبيعة: تحديد المآل\n  ما يتعين القيام به: تحديد مآل الانشغال: «" in arabic


def test_a_meeting_whose_subject_begins_with_its_kind_is_named_once(database: Database) -> None:
    for day, subject in ((9, "Rencontre périodique avec les syndics"), (10, "La rencontre passée")):
        makers.write_meeting(
            database,
            held_on=TODAY + timedelta(days=day),
            status="planned",
            kind="mt.periodic",
            subject_fr=subject,
            subject_ar=None,
            points=(),
            commitments=(),
            referrals=(),
        )
    words = written(planned(database))
    assert "Préparer : Rencontre périodique avec les syndics" in words
    assert "Préparer une rencontre périodique – La rencontre passée" in words


def test_a_question_is_to_be_answered(database: Database) -> None:
    asked = PointDraft("question", "tp.8.1", "Quel numéro ?", "fr")
    makers.write_meeting(database, points=(asked,), commitments=(), referrals=())
    plan = planned(database)
    assert "À faire : Répondre à la question : « Quel numéro ? »" in written(plan)
    assert "الجواب عن الاستفسار: «" in written(plan, Language.ARABIC).replace("\u2067", "")


def test_a_referral_without_an_answer_is_to_be_recalled(database: Database) -> None:
    sent = ReferralDraft("rf.local_authority", "tp.6.1", date(2026, 10, 13))
    makers.write_meeting(database, points=(), commitments=(), referrals=(sent,))
    plan = planned(database)
    words, arabic = written(plan), written(plan, Language.ARABIC)

    assert [duty.nature for duty in plan.duties] == [Nature.REMIND]
    assert "Échéance : Dès que possible\n  Nature : Relance\n" in words
    assert "Relancer l’autorité locale au sujet de la saisine du 13/10/2026 (thématique" in words
    assert "تذكير السلطة المحلية بالإحالة المؤرخة في 13/10/2026 (الموضوع: الإنارة" in arabic
    assert "«" not in words.split("2. L’année")[0].split("1. En retard")[1]
    assert "aucune suite (ni saisine, ni réponse, ni engagement, ni décision)\n\nNéant." in words


def test_a_reminder_says_that_its_point_is_closed(database: Database) -> None:
    makers.write_meeting(database, commitments=())
    assert "point clos" not in written(planned(database))
    with database.write(Actor.CHIEF) as session:
        (referral,) = makers.the_meeting(session).referrals
        assert referral.point is not None
        referral.point.closed_on = TODAY
    plan = planned(database)
    assert "éclairage public ; point clos)" in written(plan).lower()
    assert "؛ النقطة مغلقة)" in written(plan, Language.ARABIC)


def test_a_recent_referral_is_followed_until_it_is_time_to_remind(database: Database) -> None:
    sent = ReferralDraft("rf.local_authority", "tp.6.1", date(2026, 10, 14))
    makers.write_meeting(database, points=(), commitments=(), referrals=(sent,))
    plan = planned(database)

    assert [(duty.nature, duty.due_on) for duty in plan.duties] == [
        (Nature.FOLLOW, date(2026, 11, 13))
    ]
    assert "Échéance : 13/11/2026 (délai interne)\n  Nature : Suivi de saisine\n" in written(plan)
    followed = "Suivre la réponse de l’autorité locale à la saisine du 14/10/2026 (thématique"
    assert followed in written(plan)
    assert "تتبع جواب السلطة المحلية عن الإحالة المؤرخة في 14/10/2026 (الموضوع: الإنارة" in written(
        plan, Language.ARABIC
    )


@pytest.mark.parametrize(
    ("held_on", "made_on", "wanted"),
    [
        (date(2026, 10, 14), None, (Nature.FOLLOW, date(2026, 11, 13))),
        (date(2026, 10, 13), None, (Nature.REMIND, None)),
        (date(2026, 10, 13), date(2026, 10, 20), (Nature.FOLLOW, date(2026, 11, 19))),
    ],
)
def test_a_referral_of_no_known_day_is_awaited_since_it_was_decided(
    database: Database, held_on: date, made_on: date | None, wanted: tuple[Nature, date | None]
) -> None:
    unsent = ReferralDraft("rf.local_authority", "tp.6.1")
    makers.write_meeting(database, held_on=held_on, points=(), commitments=(), referrals=(unsent,))
    with database.write(Actor.CHIEF) as session:
        (referral,) = makers.the_meeting(session).referrals
        referral.made_on = made_on

    assert [(duty.nature, duty.due_on) for duty in planned(database).duties] == [wanted]


def test_a_promise_without_a_day_is_to_be_given_one(database: Database) -> None:
    makers.write_meeting(
        database, points=(), commitments=(CommitmentDraft("Curer", "fr", "office"),), referrals=()
    )
    plan = planned(database)
    words, arabic = written(plan), written(plan, Language.ARABIC)

    assert [(duty.nature, duty.due_on) for duty in plan.duties] == [(Nature.SET_DAY, None)]
    assert "Échéance : Dès que possible\n  Nature : Échéance à fixer\n" in words
    assert "À faire : Fixer l’échéance de l’engagement : « Curer »" in words
    assert "Échéance : Sans échéance\n  Engagement : « Curer »" in words
    assert "تحديد أجل إنجاز الالتزام: «" in arabic
    assert "الأجل: دون أجل محدد" in arabic


def test_what_is_late_comes_first_then_what_is_due(database: Database) -> None:
    makers.write_meeting(
        database,
        commitments=tuple(
            CommitmentDraft(text, "fr", "office", due_on=day)
            for text, day in (
                ("plus tard", TODAY + timedelta(days=60)),
                ("bientôt", TODAY + timedelta(days=2)),
                ("en retard", TODAY - timedelta(days=3)),
            )
        ),
        points=(),
        referrals=(),
    )
    makers.write_meeting(
        database,
        status="planned",
        held_on=TODAY + timedelta(days=1),
        points=(),
        commitments=(),
        referrals=(),
    )
    plan = planned(database)

    assert [(duty.nature, duty.words and duty.words.text) for duty in plan.duties] == [
        (Nature.LATE, "en retard"),
        (Nature.MEETING, None),
        (Nature.COMMITMENT, "bientôt"),
    ]
    assert (len(plan.commitments), plan.late) == (3, 1)
    assert [row.words.text for row in plan.commitments] == ["en retard", "bientôt", "plus tard"]


def test_a_meeting_that_nobody_confirmed_is_to_confirm() -> None:
    confirmed = tuple(replace(row, is_to_confirm=None) for row in HANDOVER.meetings)

    assert "10 h 30 (à confirmer)" in written(HANDOVER)
    assert "à confirmer" not in written(replace(HANDOVER, meetings=confirmed))


@pytest.mark.parametrize(
    ("authority", "french", "arabic"),
    [
        ("rf.commune", "la commune de l’échéance de son engagement : « Curer »", "الجماعة"),
        ("rf.auxforces", "les Forces auxiliaires de l’échéance de leur engagement", "القوات"),
        (None, "le service compétent de l’échéance de son engagement", "الجهة المختصة"),
    ],
)
def test_the_day_of_a_service_is_agreed_with_it(
    database: Database, authority: str | None, french: str, arabic: str
) -> None:
    """A head of precinct does not set the term of what another service promised."""
    promised = CommitmentDraft("Curer", "fr", "authority", authority=authority)
    makers.write_meeting(database, commitments=(promised,))
    assert f"Convenir avec {french}" in written(planned(database))
    told = written(planned(database), Language.ARABIC)
    assert f"الاتفاق مع {arabic}" in told
    assert "على أجل إنجاز الالتزام: «" in told
