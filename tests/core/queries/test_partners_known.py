"""Partners are counted as registered at the end of a period, not as of the day of the paper."""

from datetime import date
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Partner
from outreach_app.queries.national import national_figures
from outreach_app.queries.records import get_record
from outreach_app.rules.periods import Period
from outreach_app.samples.offices import invent_office
from tests import makers

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))


def known(database: Database, office: UUID) -> int:
    with database.read() as session:
        counted = national_figures(session, OCTOBER, {office: OCTOBER.last}, date(2026, 11, 12))
    return sum(row.known for row in counted.categories)


def test_who_registers_or_leaves_later_moves_no_old_period(database: Database) -> None:
    """The public paper of an old period told who was registered since, by subtraction."""
    [office] = makers.consolidate(database, invent_office(0))
    gone = makers.write_partner_of(database, office)
    makers.write_partner_of(database, office, name_fr="Association Assalam")
    late = makers.write_partner_of(database, office, name_fr="Association Al Wifaq", is_old=False)
    makers.write_meeting_of(
        database, office, held_on=date(2026, 10, 14), attendances=((late, True),)
    )
    assert known(database, office) == 3  # one was noted after it came
    makers.write_partner_of(database, office, name_fr="Association Annour", is_old=False)
    with database.write(Actor.PROGRAM) as session:
        get_record(session, Partner, gone).is_deleted = True
    assert known(database, office) == 3
