"""The promises of a year in its handover file: how many were made, which ended unkept."""

from datetime import date

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Commitment
from outreach_app.services.commitments import CommitmentDraft
from tests import makers
from tests.core.summaries.given_handover import HANDOVER
from tests.core.summaries.handovers.test_handover import planned, written

ARABIC = Language.ARABIC


def test_a_promise_that_ended_without_being_kept_is_named_with_its_reason(
    database: Database,
) -> None:
    dropped = CommitmentDraft(
        "Poser un miroir", "fr", "office", status="cst.dropped", status_reason="Chaussée refaite"
    )
    kept = CommitmentDraft("Afficher", "fr", "office", status="cst.done")
    makers.write_meeting(database, commitments=(dropped, kept))
    plan = planned(database)
    words = written(plan)

    assert [row.words.text for row in plan.ended] == ["Poser un miroir"]
    _before, section = words.split("4. Engagements clos sans réalisation depuis le 1er janvier")
    assert "Engagement : « Poser un miroir »" in section
    assert "Responsable : Chef de l’arrondissement" in section
    assert "المكلف بالتنفيذ: جمعية الياسمين" in written(HANDOVER, ARABIC).split("\n4. ")[1]
    assert "État et motif : Abandonné ; motif : « Chaussée refaite »" in section
    assert "Origine : Rencontre n° 01/2026" in section
    # No day of its end was typed: that of the record is told as such.
    assert f"Clos le : Enregistré le {plan.ended[0].entered_on:%d/%m/%Y}" in section
    assert "الحالة والسبب: متخلى عنه؛ السبب: «" in written(HANDOVER, ARABIC)


def test_promises_that_ended_are_in_the_order_of_the_days_of_their_end(database: Database) -> None:
    ended = [
        CommitmentDraft(
            *(text, "fr", "office"), status="cst.dropped", status_reason="Non", status_on=day
        )
        for text, day in (("Second", date(2026, 11, 2)), ("Premier", date(2026, 10, 20)))
    ]
    makers.write_meeting(database, commitments=tuple(ended))
    assert [row.words.text for row in planned(database).ended] == ["Premier", "Second"]


def test_a_promise_belongs_to_the_year_in_which_it_was_made(database: Database) -> None:
    """As in the report of a period, whose meeting may be older."""
    ended = CommitmentDraft("Afficher", "fr", "office", status="cst.dropped", status_reason="Non")
    open_ = CommitmentDraft("Éclairer", "fr", "office")
    makers.write_meeting(database, held_on=date(2025, 12, 22), commitments=(ended, open_))
    with database.write(Actor.CHIEF) as session:
        for row in session.query(Commitment):
            row.made_on = date(2026, 1, 2)
    plan = planned(database)
    assert (plan.year.commitments, plan.year.kept, plan.year.ended) == (2, 0, 1)
    assert len(plan.ended) == 1
