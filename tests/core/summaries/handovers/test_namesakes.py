"""A successor tells apart the practices whose names no paper says."""

from outreach_app.database import Database
from outreach_app.i18n import Language
from tests import makers
from tests.core.summaries.handovers.test_handover import FRENCH, TODAY, planned, written


def test_practices_that_would_be_told_the_same_are_numbered(database: Database) -> None:
    practice = {"category": "pt.liberal", "type": "pr.adoul", "is_named_after_person": True}
    twice = [
        makers.write_partner(database, **practice, name_fr=f"Adoul {name}")
        for name in ("Repère", "Balise")
    ]
    attended = ((twice[1], True),)
    makers.write_meeting(database, status="planned", held_on=TODAY, attendances=attended)
    words, arabic = (written(planned(database), each) for each in (FRENCH, Language.ARABIC))
    assert "Partenaire : Étude d’adoul (1)\n" in words
    assert "Partenaire : Étude d’adoul (2)\n" in words
    assert words.count("Étude d’adoul (2)") > 1
    assert "(2)" in arabic
