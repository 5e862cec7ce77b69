"""Engagement of a period: the last reading of each publication by its end, and followers."""

from datetime import date

from outreach_app.database import Database
from outreach_app.queries.communication import get_communication_figures
from outreach_app.queries.publications import PublicationFilter, list_publication_ids
from outreach_app.queries.readings import (
    Followers,
    ReadingFilter,
    get_engagement,
    list_reading_ids,
)
from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period
from tests import makers
from tests.readings import write_reading

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))


def day(number: int, month: int = 10) -> date:
    return date(2026, month, number)


def test_the_three_figures_of_the_real_account_stand_where_they_belong(
    database: Database,
) -> None:
    first = makers.write_publication(database, title_ar="الأولى", title_fr=None)
    second = makers.write_publication(database, title_ar="الثانية", title_fr=None)
    makers.write_publication(database)  # never read
    makers.write_publication(database, count=12)  # a total has no reading
    write_reading(database, first, read_on=day(16), interactions=50_000)
    write_reading(database, second, read_on=day(20), reactions=28_000, shares=2_000,
                         interactions=None, is_at_least=True)  # fmt: skip
    for on, followers in ((day(1), 0), (day(15), 8_800)):
        write_reading(
            database, None, account="pc.facebook", read_on=on, interactions=None,
            followers=followers,
        )  # fmt: skip
    with database.read() as session:
        found = get_engagement(session, OCTOBER, OCTOBER.last, None)
    assert (found.interactions, found.at_least, found.unread) == (80_000, True, 1)
    assert found.top is not None
    assert (found.top.title, found.top.interactions) == (Bilingual("الأولى", None), 50_000)
    assert found.followers == (Followers("pc.facebook", 8_800, False, 8_800, day(1), day(15)),)
    # A title that two of them bear names neither.
    makers.write_publication(database, title_ar="الأولى", title_fr=None)
    with database.read() as session:
        assert get_engagement(session, OCTOBER, OCTOBER.last, None).top is None


def test_a_later_reading_counts_and_one_after_the_end_does_not(database: Database) -> None:
    publication = makers.write_publication(database)
    for on, interactions in ((day(20), 300), (day(25), 280), (day(3, 11), 900)):
        write_reading(database, publication, read_on=on, interactions=interactions)
    for on, followers in ((day(28, 9), 8_000), (day(30), 7_900)):
        write_reading(
            database, None, account="pc.x", read_on=on, interactions=None, followers=followers
        )
    with database.read() as session:
        found = get_engagement(session, OCTOBER, OCTOBER.last, None)
        nothing = get_engagement(session, Period(day(1, 8), day(31, 8)), day(31, 8), None)
    # Recorded as it was read, though less: the last one counts.
    assert (found.interactions, found.top) == (280, None)
    assert found.followers == (Followers("pc.x", 7_900, False, -100, day(28, 9), day(30)),)
    assert (nothing.interactions, nothing.unread, nothing.followers) == (None, 0, ())


def test_a_part_that_a_later_reading_lacks_counts_as_it_was_last_read(database: Database) -> None:
    publication = makers.write_publication(database)
    for on, shares, comments in ((day(20), 120, 66), (day(25), None, 70)):
        write_reading(
            database, publication, read_on=on, interactions=None,
            reactions=600, comments=comments, shares=shares,
        )  # fmt: skip
    with database.read() as session:
        assert get_engagement(session, OCTOBER, OCTOBER.last, None).interactions == 790


def test_each_figure_of_the_board_opens_what_it_counts(database: Database) -> None:
    makers.write_publication(database)
    write_reading(database, makers.write_publication(database))
    for on, followers in ((day(1), 10), (day(15), 8_800)):
        write_reading(
            database, None, account="pc.x", read_on=on, interactions=None, followers=followers
        )
    with database.read() as session:
        figures = get_communication_figures(session, OCTOBER)
        (followers_of,) = figures.followers
        assert isinstance(figures.interactions.wanted, PublicationFilter)
        assert isinstance(followers_of.figure.wanted, ReadingFilter)
        assert len(list_publication_ids(session, figures.interactions.wanted)) == 1
        assert len(list_reading_ids(session, followers_of.figure.wanted)) == 2
    assert (figures.interactions.now, figures.interactions.before) == (50_000, 0)
    assert (followers_of.figure.now, followers_of.figure.before) == (8_800, 10)
