"""A reminder names what was promised on the point that it recalls, though nobody is named."""

from datetime import date
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Meeting
from outreach_app.queries.records import get_record
from outreach_app.rules.kinds import SummarySection
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.services.commitments import CommitmentDraft, change_status
from outreach_app.services.points import PointDraft
from outreach_app.summaries.session.plan import SessionPlan
from outreach_app.summaries.session.prose import realise
from outreach_app.summaries.session.sections import without
from tests.core.summaries.closed_world import check_spans, prose
from tests.core.summaries.plans import ISSUED_ON
from tests.core.summaries.session.recorded import HELD_ON, hold, on, plan

FIRST = date(2026, 9, 8)
WORDS = "وقوف السيارات في الصف الثاني"
NOTHING: dict[str, object] = {"commitments": (), "referrals": ()}


def recall(database: Database, partner: UUID, words: str, *others: str) -> SessionPlan:
    """Hold a meeting of professions that promises, then one with a partner that recalls it."""
    points = tuple(PointDraft("concern", "tp.4.1", said, "ar") for said in (WORDS, *others))
    promise = CommitmentDraft("شرطي مرور صباحا", "ar", "office", due_on=date(2026, 9, 30), point=0)
    promises = {"points": points, "commitments": (promise,), "referrals": ()}
    first = hold(
        database,
        FIRST,
        partner,
        **{**promises, "attendances": (), "kinds_present": ("pr.doctor",), "kind": "mt.reception"},
    )
    again = (PointDraft("concern", "tp.4.1", words, "ar"),)
    met = hold(database, HELD_ON, partner, **{**NOTHING, "points": again})
    with on(date(2026, 10, 20)), database.write(Actor.CHIEF) as session:
        (row,) = get_record(session, Meeting, first).commitments
        change_status(
            session, row.uid, row.version, CommitmentStatus.DONE, status_on=date(2026, 10, 20)
        )
    return plan(database, met)


def test_a_reminder_names_the_open_commitment_of_the_point_it_recalls(
    database: Database, partner: UUID
) -> None:
    """« Aucune suite enregistrée » contradicted the summary of the first meeting."""
    told = recall(database, partner, f"تذكير بما أثير يوم 8/9: {WORDS}", "كسر الأعمدة بالشارع")
    french, arabic = (prose(told, language) for language in (Language.FRENCH, Language.ARABIC))
    lead = "Engagement pris dans le cadre de l’audience n° 01/2026 : "
    assert lead in french
    state = ", échéance (30/09/2026) dépassée, aucune exécution enregistrée\n"
    assert state in french
    assert "Aucune suite enregistrée" not in french
    lead = "الالتزام المسجل في إطار الاستقبال رقم 01/2026: «شرطي مرور صباحا»، "
    assert f"{lead}انقضى أجله (30/09/2026) ولم يُسجل أي إنجاز\n" in arabic
    assert "Réalisé hors délai\n20/10/2026" in french
    for language in Language:
        check_spans(realise(told, language, ISSUED_ON), told)


def test_a_reminder_of_a_point_that_cannot_be_told_from_another_names_nothing(
    database: Database, partner: UUID
) -> None:
    told = recall(database, partner, "تذكير بما أثير يوم 8/9: فوضى المرور", "كسر الأعمدة بالشارع")
    assert told.points[0].recalled == ()
    assert not told.situation


def test_an_office_that_leaves_earlier_commitments_out_has_none_recalled(
    database: Database, partner: UUID
) -> None:
    told = recall(database, partner, "تذكير بما أثير يوم 8/9: الوقوف")
    assert told.points[0].recalled
    left = without(told, {SummarySection.EARLIER})
    assert left.points[0].recalled == ()
    assert not left.situation
