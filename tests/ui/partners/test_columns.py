"""The export of partners contains their contacts."""

from outreach_app.queries.partners import list_partners
from outreach_app.startup import OpenOffice
from tests import makers
from ui.partners.columns import EXPORTED_COLUMNS


def test_phone_and_place_of_a_partner_go_out(office: OpenOffice) -> None:
    makers.write_partner(office.database, place="حي السلام", phone="0661234567")
    with office.database.read() as session:
        (row,) = list_partners(session)
    told = {column.title(): column.text(row) for column in EXPORTED_COLUMNS}
    assert told["الهاتف"] == "+212 6 61 23 45 67"
    assert told["العنوان أو الحي"] == "حي السلام"
    assert told["الاسم بالفرنسية"] == "Association Annakhil"
