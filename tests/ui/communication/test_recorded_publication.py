"""What was just recorded is what the list shows as chosen."""

from pytestqt.qtbot import QtBot

from tests import makers
from ui.communication.page import CommunicationPage
from ui.context import AppContext


def test_a_publication_that_was_recorded_is_the_one_that_is_shown(
    context: AppContext, qtbot: QtBot
) -> None:
    page = CommunicationPage(context)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    other = makers.write_publication(context.office.database)
    page.refresh()
    page.show_record(other)
    page.record("publication")
    form = page.publication_form.form
    form.field("title_fr").editor.set_value("Communiqué du jour")
    form.field("channels").editor.set_value(("pc.facebook",))
    page.publication_form.save.click()
    (shown,) = page.publications.table.chosen_rows()
    assert shown.title.fr == "Communiqué du jour"
