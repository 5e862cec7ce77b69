"""What is done to several partners at once."""

from pytestqt.qtbot import QtBot

from outreach_app.i18n import gettext as _
from outreach_app.queries.partners import list_partners
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.commanded import do
from tests.ui.recorded import Recorded
from ui.partners.page import PartnersPage
from ui.requests import ShowHandOut


def test_several_partners_take_one_category_with_one_undo(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    for at in range(3):
        makers.write_partner(office.database, name_ar=f"طبيب {at}", type="as.residents")
    page.refresh()
    page.list.table.view.selectAll()
    do(page.commands(), _("Change the category"))
    form = page.several.form
    form.confirm.click()  # nothing was chosen yet
    assert page.banner.isVisible()
    form.choice.set_value("pt.liberal")
    form.confirm.click()
    rows = recorded.context.read(list_partners)
    assert {(row.category, row.type) for row in rows} == {("pt.liberal", None)}
    assert not page.banner.isVisible()
    page.list.table.select(0)  # by the time of the undo another row is selected
    recorded.undo()
    rows = recorded.context.read(list_partners)
    assert {(row.category, row.type) for row in rows} == {("pt.association", "as.residents")}
    assert len(page.list.table.chosen_rows()) == 3


def test_the_partner_that_is_shown_first_is_marked_in_the_list(
    office: OpenOffice, recorded: Recorded, qtbot: QtBot
) -> None:
    makers.write_partner(office.database)
    page = PartnersPage(recorded.context)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.list.table.take_focus()
    assert [row.uid for row in page.list.table.chosen_rows()] == [page.details.uid]


def test_several_partners_lead_to_their_sheets(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    uids = [makers.write_partner(office.database, name_ar=f"جمعية {at}") for at in range(2)]
    page.refresh()
    page.list.table.view.selectAll()
    do(page.commands(), _("You said / we did"))
    (asked,) = recorded.requests
    assert isinstance(asked, ShowHandOut)
    assert set(asked.partners) == set(uids)
