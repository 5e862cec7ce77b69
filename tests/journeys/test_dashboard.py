"""A figure opens its list; a period is compared with the one before; charts mirror."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTableView

from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.models import Meeting, Point
from outreach_app.rules.dates import date_words
from tests.journeys.desk import Desk, page_of
from ui.dashboard.figure_buttons import Tile
from ui.dashboard.page import DashboardPage
from ui.follow_up.page import FollowUpPage
from ui.style import colour
from ui.widgets.columns_chart import ColumnsChart


@pytest.fixture
def page(desk: Desk, register: Path) -> DashboardPage:
    """Return the dashboard of a register with a meeting of today and one of last month."""
    desk.start(register)
    desk.unlock()
    desk.go("dashboard")
    return page_of(desk, DashboardPage)


def tile(page: DashboardPage, title: str) -> Tile:
    (found,) = [tile for tile in page.findChildren(Tile) if tile.title == title]
    return found


def rows_on_screen(view: QTableView, column: int) -> list[str]:
    """Return the texts of a column."""
    model = view.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_a_figure_opens_its_list_with_as_many_rows(desk: Desk, page: DashboardPage) -> None:
    with desk.shell.context.office.database.read() as session:
        days = sorted(meeting.held_on for meeting in session.query(Meeting))
        points = session.query(Point).count()
    meetings = tile(page, _("Meetings, actions and calls"))
    assert (meetings.now, meetings.before) == (1, 1)
    raised = tile(page, _("Points raised"))
    assert (raised.now, raised.before) == (points - 2, 2)
    desk.mouse.click(meetings)
    assert rows_on_screen(desk.meetings.list.table.view, 2) == [date_words(days[-1])]
    assert desk.reads(_("Meetings, actions and calls"))
    # The period before has the other one.
    desk.go("dashboard")
    desk.mouse.click(page.period.before)
    former = tile(page, _("Points raised"))
    assert (former.now, former.before) == (2, 0)
    desk.mouse.click(former)
    points_listed = page_of(desk, FollowUpPage).points
    assert points_listed.isVisible()
    assert rows_on_screen(points_listed.table.view, 3) == [date_words(days[0])] * former.now


def bars(page: DashboardPage) -> tuple[list[int], int]:
    """Return the middles of the chart's columns from the left, and its width."""
    chart = page.findChild(ColumnsChart)
    assert chart is not None
    image = chart.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    tones = {colour(tone).rgb() for tone in ("bar", "bar2")}
    # A band at the foot of every bar, and of the dots for small numbers.
    line = chart.fontMetrics().height()
    band = range(image.height() - 3 * line, image.height() - line)
    drawn = [any(image.pixel(x, y) in tones for y in band) for x in range(image.width())]
    edges = [x for x in range(1, len(drawn)) if drawn[x] is not drawn[x - 1]]
    return [(left + right) // 2 for left, right in zip(edges[::2], edges[1::2], strict=True)], len(
        drawn
    )


def test_a_switch_of_language_mirrors_the_chart(
    desk: Desk, page: DashboardPage, language: Language
) -> None:
    before, width = bars(page)
    assert len(before) == 2
    is_at_left = before[-1] < width // 2
    assert is_at_left is language.is_right_to_left  # the newest month is at the trailing end
    desk.mouse.click(desk.shell.rail.language)
    desk.wait(lambda: page.period.kind.accessibleName() == _("Length of the period"))
    after, _width = bars(page)
    assert all(abs(x + y - width) <= 2 for x, y in zip(before, reversed(after), strict=True))
