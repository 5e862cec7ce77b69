"""The dashboard: each figure opens its list, which has that many rows."""

from datetime import UTC, date, datetime
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.queries.meeting_lists import MeetingFilter
from outreach_app.queries.partner_lists import PartnerFilter
from outreach_app.rules.dates import date_words
from outreach_app.rules.periods import Period
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.conftest import Heard
from ui import languages
from ui.context import AppContext
from ui.dashboard.figure_buttons import FigureButton, Tile
from ui.dashboard.page import DashboardPage
from ui.follow_up.page import FollowUpPage
from ui.forms.periods import period_of, period_words
from ui.meetings.page import MeetingsPage
from ui.partners.page import PartnersPage
from ui.requests import ShowFollowed, ShowMeetings, ShowPartners
from ui.style import colour
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.columns_chart import ColumnsChart

T = TypeVar("T")
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))


@pytest.fixture
def page(qtbot: QtBot, office: OpenOffice, context: AppContext) -> DashboardPage:
    """October: a meeting of fourteen with two points; September: one of ten."""
    partner = makers.write_partner(office.database)
    makers.write_meeting(office.database, attendances=((partner, True),))
    makers.write_meeting(
        office.database, held_on=date(2026, 9, 3), headcount=10, women=None, points=(),
        commitments=(), referrals=(),
    )  # fmt: skip
    page = DashboardPage(context)
    page.period._show(OCTOBER)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    return page


def figure(page: DashboardPage, title: str) -> FigureButton:
    return next(button for button in page.findChildren(FigureButton) if button.title == title)


def asked(heard: Heard, kind: type[T]) -> T:
    """Return the last request to another page."""
    request = heard.requests[-1]
    assert isinstance(request, kind)
    return request


def test_a_month_without_anything_says_so_and_leads_to_the_last_one_with_something(
    page: DashboardPage,
) -> None:
    page.period._show(period_of("month", date(2026, 12, 1)))
    assert not page.findChildren(Tile)
    ways = page._area.findChildren(Button)
    (way,) = (it for it in ways if it.icon_name == "calendar-blank")
    way.click()
    assert page.period.period == OCTOBER
    assert page.findChildren(Tile)


def test_figures_stand_beside_those_of_the_period_before(page: DashboardPage) -> None:
    tiles = {tile.title: (tile.now, tile.before) for tile in page.findChildren(Tile)}
    assert tiles["اللقاءات والأنشطة والاتصالات"] == (1, 1)
    assert tiles["الأشخاص الحاضرون"] == (14, 10)
    assert tiles["النقط المثارة"] == (2, 0)


def test_a_meetings_figure_opens_the_meetings_it_counts(
    qtbot: QtBot, page: DashboardPage, context: AppContext, heard: Heard
) -> None:
    tile = figure(page, "اللقاءات والأنشطة والاتصالات")
    tile.setFocus()
    QTest.keyClick(tile, Qt.Key.Key_Space)
    meetings = MeetingsPage(context)
    qtbot.addWidget(meetings)
    meetings.show()
    meetings.take(asked(heard, ShowMeetings))
    assert meetings.list.table.model.rowCount() == tile.now == 1
    assert meetings.list.filters.narrowing.isVisible()
    meetings.list.filters.narrowing.lift.click()
    assert meetings.list.table.model.rowCount() == 2
    assert meetings.list.filters.wanted() == MeetingFilter()


def test_points_promises_and_referrals_open_their_own_list(
    qtbot: QtBot, page: DashboardPage, context: AppContext, heard: Heard
) -> None:
    follow_up = FollowUpPage(context)
    qtbot.addWidget(follow_up)
    follow_up.show()
    for title, listing in (
        ("النقط المثارة", follow_up.points),
        ("دون تفاعل", follow_up.points),
        ("الالتزامات المتخذة", follow_up.commitments),
        ("الإحالات الموجهة", follow_up.referrals),
    ):
        button = figure(page, title)
        button.click()
        follow_up.take(asked(heard, ShowFollowed))
        assert follow_up.stack.currentWidget() is listing
        assert listing.table.model.rowCount() == button.now, title
    assert follow_up.points.narrowing.words.text().startswith("دون تفاعل")


def test_a_choice_above_the_list_narrows_what_was_given_further(
    qtbot: QtBot, page: DashboardPage, context: AppContext, heard: Heard
) -> None:
    figure(page, "النقط المثارة").click()
    follow_up = FollowUpPage(context)
    qtbot.addWidget(follow_up)
    follow_up.take(asked(heard, ShowFollowed))
    follow_up.points.choices["kind"].set_value("request")
    follow_up.points.refresh()
    assert follow_up.points.table.model.rowCount() == 1


def test_partners_of_a_category_open_in_their_list(
    qtbot: QtBot, page: DashboardPage, context: AppContext, heard: Heard
) -> None:
    met = next(
        button for button in page.findChildren(FlatButton) if "تم لقاؤهم" in button.accessibleName()
    )
    met.click()
    assert asked(heard, ShowPartners).wanted == PartnerFilter(
        category="pt.association", met_in=OCTOBER
    )
    partners = PartnersPage(context)
    qtbot.addWidget(partners)
    makers.write_partner(context.office.database, name_fr="Another", phone=None)
    partners.take(asked(heard, ShowPartners))
    assert partners.list.model.rowCount() == 1
    partners.list.narrowing.lift.click()
    assert partners.list.model.rowCount() == 2


def test_a_month_of_the_chart_opens_its_meetings(page: DashboardPage, heard: Heard) -> None:
    chart = page.findChild(ColumnsChart)
    assert chart is not None
    assert len(chart.buttons) == 12
    chart.buttons[-2].click()
    request = asked(heard, ShowMeetings)
    days = (request.wanted.first_day, request.wanted.last_day)
    assert days == (date(2026, 9, 1), date(2026, 9, 30))
    assert request.words().endswith("شتنبر 2026")


def test_the_chart_runs_with_the_language(qtbot: QtBot, page: DashboardPage) -> None:
    def first_and_last() -> tuple[int, int]:
        chart = page.findChild(ColumnsChart)
        assert chart is not None
        return chart.buttons[0].x(), chart.buttons[-1].x()

    first, last = first_and_last()
    assert first > last
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: first_and_last()[0] < first_and_last()[1])


def test_the_months_of_the_chart_are_named_apart(page: DashboardPage, qtbot: QtBot) -> None:
    def names() -> list[str]:
        chart = page.findChild(ColumnsChart)
        assert chart is not None
        return [button.accessibleName().partition(":")[0] for button in chart.buttons]

    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: names()[0] == "nov.")
    assert names()[7:9] == ["juin", "juil."]


def test_a_change_is_counted_when_the_page_is_shown_again(
    page: DashboardPage, context: AppContext
) -> None:
    page.hide()
    makers.write_meeting(context.office.database)
    context.changes.happened.emit(frozenset({"meeting"}))
    page.show()
    assert figure(page, "اللقاءات والأنشطة والاتصالات").now == 2


def test_periods_follow_one_another(page: DashboardPage) -> None:
    chooser = page.period
    chooser.before.click()
    assert chooser.period == Period(date(2026, 9, 1), date(2026, 9, 30))
    chooser.after.click()
    assert chooser.period == OCTOBER
    chooser.kind.set_value("year")
    chooser._change_length()
    assert chooser.period == Period(date(2026, 1, 1), date(2026, 12, 31))
    chooser.kind.set_value("quarter")
    chooser._change_length()
    assert chooser.period == Period(date(2026, 10, 1), date(2026, 12, 31))


def test_the_outcomes_of_a_period_that_is_over_are_told_to_be_those_of_today(
    page: DashboardPage,
) -> None:
    today = date_words(clock.today())
    page.period._show(period_of("month", date(2026, 9, 1)))
    assert today in page.about.text()


def test_the_first_days_of_a_month_show_the_month_before_and_no_fall(
    page: DashboardPage, context: AppContext, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 2, 9, tzinfo=UTC))
    opened = DashboardPage(context)
    qtbot.addWidget(opened)
    assert opened.period.period == OCTOBER
    points = figure(opened, "النقط المثارة")
    assert "+2" in points.movement
    opened.period.after.click()
    kept = figure(opened, _("Commitments made"))
    assert (kept.now, kept.movement) == (0, "")


def test_a_period_is_named_by_its_months() -> None:
    assert period_words(period_of("month", date(2026, 5, 9))) == "ماي 2026"
    assert period_words(period_of("quarter", date(2026, 5, 9))) == "أبريل – يونيو 2026"


def test_one_meeting_makes_no_full_bar(page: DashboardPage) -> None:
    button = page.findChildren(ColumnsChart)[0].buttons[-1]
    image, middle = button.grab().toImage(), button.width() // 2
    ink = colour("bar").name()
    bar = [y for y in range(image.height()) if image.pixelColor(middle, y).name() == ink]
    assert 0 < len(bar) < button.height() / 5
