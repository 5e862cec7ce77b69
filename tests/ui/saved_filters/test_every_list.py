"""All lists save filters in the same way, and can be exported."""

from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.queries.commitment_lists import CommitmentFilter
from outreach_app.queries.meeting_lists import MeetingFilter
from outreach_app.queries.partner_lists import PartnerFilter
from outreach_app.queries.referral_lists import ReferralFilter
from outreach_app.queries.saved_filters import KeptFilter, find_left_filter, list_saved_filters
from outreach_app.rules.dates import add_months
from outreach_app.rules.territory import region_of_city
from outreach_app.services.saved_filters import save_filter
from tests import makers
from tests.ui.answers import Answers
from tests.ui.commanded import do
from tests.ui.conftest import Heard
from tests.ui.saved_filters.hands import choose, named, save, shown
from ui.context import AppContext
from ui.dashboard.page import DashboardPage
from ui.follow_up.page import FollowUpPage
from ui.meetings.consolidated_page import ConsolidatedPage
from ui.partners.page import PartnersPage
from ui.requests import ShowHandOut, ShowPartners
from ui.table_export import FileButton


def written(
    button: FileButton, answers: Answers, heard: Heard, qtbot: QtBot, path: Path
) -> list[list[object]]:
    """Return the rows of the exported workbook, without headings."""
    answers.path = path
    said = len(heard.said)
    button.click()
    qtbot.waitUntil(lambda: len(heard.said) > said)
    page = load_workbook(path).active
    assert page is not None
    return [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]


def test_partners_not_met_for_months_are_kept_so_and_not_since_a_day(
    context: AppContext, qtbot: QtBot
) -> None:
    makers.write_partner(context.office.database, is_old=True)
    page = shown(PartnersPage(context), qtbot)
    since = add_months(clock.today(), -context.settings.rhythm_months)
    given = PartnerFilter(category="pt.association", is_active=True, not_met_since=since)
    page.take(ShowPartners(given, lambda: "…"))
    pane = page.list
    save(pane.saved, "للقاء")
    kept = KeptFilter(replace(given, not_met_since=None), {"not_met": "rhythm"})
    found = context.read(lambda store: list_saved_filters(store, "partners", PartnerFilter))
    assert found == {"للقاء": kept}
    context.settings.rhythm_months = 9
    named(pane.saved, "للقاء").trigger()
    assert (pane.category.value(), pane.activity.value()) == ("pt.association", "active")
    assert "9" in pane.narrowing.words.text()
    assert pane.model.rowCount() == 1


def test_each_list_of_follow_up_has_filters_of_its_own_and_goes_out_as_it_is_narrowed(
    asking: AppContext, answers: Answers, heard: Heard, qtbot: QtBot, tmp_path: Path
) -> None:
    makers.write_meeting(asking.office.database)
    page = shown(FollowUpPage(asking), qtbot)
    page.tabs.setCurrentIndex(2)
    choose(page.referrals.choices["is_answered"], "answered")
    save(page.referrals.saved, "المجاب عنها")
    choose(page.referrals.choices["is_answered"], "awaiting")
    page.tabs.setCurrentIndex(1)
    points = page.points
    choose(points.choices["kind"], "request")
    save(points.saved, "الطلبات")
    (row,) = written(points.export, answers, heard, qtbot, tmp_path / "points.xlsx")
    assert row[0] == "Plus de patrouilles le soir"
    page.tabs.setCurrentIndex(0)
    choose(page.commitments.choices["status"], None)  # all, and not those still to be kept
    asking.changes.closing.emit()
    kept = asking.read(
        lambda store: (
            find_left_filter(store, "follow_up.commitments", CommitmentFilter),
            list_saved_filters(store, "follow_up.referrals", ReferralFilter),
        )
    )
    assert kept == (
        KeptFilter(CommitmentFilter()),
        {"المجاب عنها": KeptFilter(ReferralFilter(is_answered=True))},
    )
    again = shown(FollowUpPage(asking), qtbot)
    assert again.commitments.choices["status"].value() is None
    assert again.points.choices["kind"].value() == "request"
    assert again.referrals.choices["is_answered"].value() == "awaiting"


def test_headquarters_keeps_a_territory_and_not_the_precincts_it_has_today(
    central: AppContext, qtbot: QtBot
) -> None:
    (precinct,) = makers.consolidate(central.office.database, makers.office_draft())
    makers.write_meeting_of(central.office.database, precinct)
    casablanca, marrakesh = region_of_city("Casablanca"), region_of_city("Marrakech")
    page = shown(ConsolidatedPage(central), qtbot)
    choose(page.territory, casablanca)
    save(page.list.filters.saved, "الجهة")
    page.list.filters.empty()
    assert page.territory.value() is None
    named(page.list.filters.saved, "الجهة").trigger()
    assert page.territory.value() == casablanca
    assert page.list.table.model.rowCount() == 1
    # A territory that no longer exists is reported, and not replaced by all others.
    gone = KeptFilter(MeetingFilter(), {"territory": str(marrakesh)})
    with central.office.database.write() as session:
        save_filter(session, "meetings.consolidated", "زالت", gone)
    named(page.list.filters.saved, "زالت").trigger()
    assert page.list.table.model.rowCount() == 0
    assert "محفوظا" in page.list.filters.narrowing.words.text()
    follow_up = shown(FollowUpPage(central), qtbot)
    follow_up.tabs.setCurrentIndex(1)
    choose(follow_up.points.choices["territory"], casablanca)
    save(follow_up.points.saved, "نقط الجهة")
    assert named(follow_up.points.saved, "نقط الجهة").isChecked()


def test_the_figures_of_the_dashboard_go_out_beside_those_before(
    asking: AppContext, answers: Answers, heard: Heard, qtbot: QtBot, tmp_path: Path
) -> None:
    partner = makers.write_partner(asking.office.database)
    today = clock.today()
    makers.write_meeting(asking.office.database, held_on=today, attendances=((partner, True),))
    page = shown(DashboardPage(asking), qtbot)
    rows = written(page.export, answers, heard, qtbot, tmp_path / "totals.xlsx")
    assert ["لوحة القيادة", "النقط المثارة", 2, 0] in rows
    assert {len(row) for row in rows} == {4}
    assert len({(part, name) for part, name, _now, _before in rows}) == len(rows)


def test_contact_cards_of_the_partners_that_are_shown_go_out(
    asking: AppContext, answers: Answers, heard: Heard, qtbot: QtBot, tmp_path: Path
) -> None:
    partner = makers.write_partner(asking.office.database)
    makers.write_person(asking.office.database, partner)
    makers.write_partner(asking.office.database, name_ar="صيدلية", category="pt.liberal")
    page = shown(PartnersPage(asking), qtbot)
    choose(page.list.category, "pt.association")
    answers.path = tmp_path / "cards.vcf"
    page.cards.click()
    qtbot.waitUntil(lambda: bool(heard.said))
    text = (tmp_path / "cards.vcf").read_text(encoding="utf-8")
    assert text.count("BEGIN:VCARD") == 2
    assert "صيدلية" not in text
    assert "2" in heard.said[-1]
    assert len(list(tmp_path.glob("cards*"))) == 1


def test_the_sheet_of_a_partner_is_a_button_away(
    context: AppContext, heard: Heard, qtbot: QtBot
) -> None:
    uid = makers.write_partner(context.office.database)
    page = shown(PartnersPage(context), qtbot)
    page.show_record(uid)
    do(page.commands(), _("You said / we did"))
    assert heard.requests == [ShowHandOut((uid,))]
