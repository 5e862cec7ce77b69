"""Figures of communication: each rumour by the day it was heard, each kind with its share."""

from datetime import date, time
from decimal import Decimal

from outreach_app.database import Database
from outreach_app.queries.communication import Hours, get_communication_figures
from outreach_app.queries.publications import PublicationFilter, list_publication_ids
from outreach_app.queries.rumours import RumourFilter, list_rumour_ids
from outreach_app.rules.periods import Period
from tests import makers

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))


def test_rumours_are_counted_by_the_day_heard_with_their_delays(database: Database) -> None:
    early = makers.write_rumour(database)  # 18:20, published the next day at 11:05
    late = makers.write_rumour(database, heard_at=time(20, 45))
    after = makers.write_rumour(database, heard_on=date(2026, 10, 16), heard_at=time(12, 0))
    for uid in (early, late, after):
        makers.rectify(database, uid)
    makers.write_rumour(database, heard_on=date(2026, 10, 31))
    makers.write_rumour(database, heard_on=date(2026, 9, 30))
    with database.read() as session:
        figures = get_communication_figures(session, OCTOBER)
        for figure in (figures.rumours, figures.rectified):
            assert isinstance(figure.wanted, RumourFilter)
            assert len(list_rumour_ids(session, figure.wanted)) == figure.now
    assert (figures.rumours.now, figures.rumours.before) == (4, 1)
    assert (figures.rectified.now, figures.rectified.before) == (3, 0)
    # The one heard after the rectification was out has no delay.
    assert (figures.hours, figures.hours_before) == (Hours(16, 17), Hours(None, None))


def test_publications_are_counted_by_kind_with_their_shares(database: Database) -> None:
    for kind, count in (("communique", 2463), ("rectification", 288), ("reportage", 1675)):
        makers.write_publication(database, kind=f"pb.{kind}", count=count)
    makers.write_publication(database, published_on=date(2026, 9, 30))
    with database.read() as session:
        figures = get_communication_figures(session, OCTOBER)
        wanted = figures.kinds[0].figure.wanted
        assert isinstance(wanted, PublicationFilter)
        assert len(list_publication_ids(session, wanted)) == 1
    assert (figures.publications.now, figures.publications.before) == (4426, 1)
    assert [(row.kind, row.figure.now, row.share) for row in figures.kinds] == [
        ("pb.communique", 2463, Decimal("55.6")),
        ("pb.rectification", 288, Decimal("6.5")),
        ("pb.reportage", 1675, Decimal("37.8")),
    ]
