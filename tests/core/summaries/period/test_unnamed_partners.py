"""Tell that partners came to a meeting without being recorded by name."""

from datetime import date

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests import makers
from tests.core.summaries.period.test_facts import hold, plan
from tests.core.summaries.period.test_prose import realised

ARABIC, FRENCH = Language.ARABIC, Language.FRENCH


def test_those_noted_without_their_name_are_said_to_be_in_no_count(database: Database) -> None:
    partner = makers.write_partner(database)
    hold(database, date(2026, 10, 20), attendances=((partner, True),))
    note = "ceux dont le nom n’est pas relevé n’y entrent pas."
    assert note not in to_plain_text(realised(plan(database), FRENCH))
    hold(database, date(2026, 10, 21), kinds_present=("pr.pharmacist",))
    assert note in to_plain_text(realised(plan(database), FRENCH))
    assert "من لم تُدون أسماؤهم." in to_plain_text(realised(plan(database), ARABIC))
    figures = {row.code: (row.now, row.is_partial) for row in plan(database).figures}
    assert figures["partners"] == (1, True)


def test_partners_counted_beside_those_named_are_said_to_be_missing(database: Database) -> None:
    """The number typed covers those that are named: as many of them leave nobody out."""
    partner = makers.write_partner(database)

    def is_partial() -> bool:
        return plan(database).figure("partners").is_partial

    hold(database, date(2026, 10, 20), attendances=((partner, True),), bodies=1)
    assert not is_partial()
    hold(database, date(2026, 10, 21), attendances=((partner, True),), bodies=3)
    assert is_partial()


def test_a_practice_owes_as_a_place_of_work(database: Database) -> None:
    partner = makers.write_partner(
        database,
        category="pt.liberal",
        type="pr.pharmacist",
        is_named_after_person=True,
    )
    promised = (CommitmentDraft("a", "fr", "partner"),)
    hold(database, date(2026, 10, 14), attendances=((partner, True),), commitments=promised)
    told = to_plain_text(realised(plan(database), FRENCH))
    assert ": Pharmacie\n" in told
