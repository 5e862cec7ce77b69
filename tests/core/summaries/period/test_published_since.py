"""Publications recorded by their total may have begun to come out before the period."""

from datetime import date

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests import makers
from tests.core.summaries.period.test_facts import plan
from tests.core.summaries.period.test_prose import realised
from tests.core.summaries.reading import ISOLATES


def test_publications_recorded_by_their_total_are_told_since_before_the_period(
    database: Database,
) -> None:
    makers.write_publication(database, published_on=date(2026, 10, 10), count=7, since_on=None)
    made = plan(database).communication.publications
    assert made is not None
    assert made.since is None
    since = date(2026, 9, 21)
    makers.write_publication(database, published_on=date(2026, 10, 10), count=7, since_on=since)
    told = plan(database)
    french, arabic = (
        to_plain_text(realised(told, each)).replace("\u00a0", " ")
        for each in (Language.FRENCH, Language.ARABIC)
    )
    wanted = "La parution a commencé le 21 septembre 2026, avant le début de la période."
    assert wanted in french
    wanted = "وكانت بداية الصدور في 21 شتنبر 2026، قبل بداية الفترة."
    assert wanted in ISOLATES.sub("", arabic)
