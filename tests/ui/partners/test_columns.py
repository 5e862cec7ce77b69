"""The export of partners contains their contacts, and so do rows that are copied."""

from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication

from outreach_app.access_log import Act
from outreach_app.actors import Actor, Role, role_words
from outreach_app.queries.access_rows import list_access
from outreach_app.queries.partners import list_partners
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.recorded import Recorded
from ui.fonts import font
from ui.partners.columns import EXPORTED_COLUMNS
from ui.partners.page import PartnersPage
from ui.widgets.wrapped import whole_lines


def test_phone_and_place_of_a_partner_go_out(office: OpenOffice) -> None:
    makers.write_partner(office.database, place="حي السلام", phone="0661234567")
    with office.database.read() as session:
        (row,) = list_partners(session)
    told = {column.title(): column.text(row) for column in EXPORTED_COLUMNS}
    assert told["الهاتف"] == "+212 6 61 23 45 67"
    assert told["العنوان أو الحي"] == "حي السلام"
    assert told["الاسم بالفرنسية"] == "Association Annakhil"


def test_rows_are_copied_by_who_may_export_them_and_each_time_is_logged(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    page.show_record(makers.write_partner(office.database))
    QGuiApplication.clipboard().clear()
    office.database.actor = Actor.SECRETARY
    page.list.table.copy_rows()
    assert QGuiApplication.clipboard().text() == ""
    assert role_words(Role.CHIEF) in recorded.refused[-1]
    office.database.actor = Actor.CHIEF
    page.list.table.copy_rows()
    assert "جمعية النخيل" in QGuiApplication.clipboard().text()
    row = recorded.context.read(list_access)[0]
    assert (row.act, row.verb) == (Act.NAMES_OUT, "copy_rows")


def test_a_narrow_list_has_the_names_alone_whole_in_two_lines(
    office: OpenOffice, page: PartnersPage
) -> None:
    name = "Association du quartier Arrabie pour le développement et la solidarité"
    makers.write_partner(office.database, name_ar=None, name_fr=name)
    page.refresh()
    view = page.list.table.view
    assert not view.isColumnHidden(1)
    page.resize(800, 600)
    QApplication.processEvents()
    assert view.isColumnHidden(1)
    room = view.columnWidth(0) - 56  # its icon, and the room beside it
    (words,) = (str(view.model().index(row, 0).data()) for row in range(view.model().rowCount()))
    metrics = QFontMetrics(font(14, QFont.Weight.Medium))
    assert not any(line.endswith("…") for line in whole_lines(words, metrics, room, 2))
