"""The mandates that end, or have ended, are to be looked at when a post is handed over."""

from datetime import date, timedelta

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Person
from outreach_app.queries.records import get_record
from outreach_app.summaries.handovers.plan import Nature
from tests import makers
from tests.core.summaries.handovers.test_handover import TODAY, planned, written


def test_a_mandate_that_ended_or_soon_ends_is_to_be_looked_at(database: Database) -> None:
    partner = makers.write_partner(database, name_fr="Association Al Amal")
    ends = {
        "président": date(2026, 7, 1),
        "trésorier": TODAY + timedelta(days=30),
        "secrétaire": TODAY + timedelta(days=31),
        "membre": None,
        "ancien président": date(2026, 1, 1),
    }
    people = {
        capacity: makers.write_person(
            *(database, partner), capacity_fr=capacity, mandate_until=day, informed_on=TODAY
        )
        for capacity, day in ends.items()
    }
    with database.write(Actor.CHIEF) as session:
        get_record(session, Person, people["ancien président"]).is_active = False
    plan = planned(database)
    told = [(row.nature, row.subject and row.subject.fr, row.due_on) for row in plan.duties]
    assert told == [
        (Nature.MANDATE, "président", date(2026, 7, 1)),
        (Nature.MANDATE, "trésorier", TODAY + timedelta(days=30)),
    ]
    french = written(plan).split("\n2. ")[0]
    assert "Échéance : 01/07/2026\n  Nature : Fin de mandat\n" in french
    assert "À faire : Vérifier le renouvellement du mandat : président de l’association" in french
    assert "التحقق من تجديد الانتداب: " in written(plan, Language.ARABIC).split("\n2. ")[0]
