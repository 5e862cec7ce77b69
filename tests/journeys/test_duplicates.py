"""An organisation recorded twice, once in each script, is merged without loss, and separated."""

from pathlib import Path
from uuid import UUID

from outreach_app import clock
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.queries.details import get_partner_details
from outreach_app.queries.partners import list_partners
from tests.journeys.desk import CONTROL, Desk, Key
from ui.duplicates.comparison_pane import LOSER
from ui.duplicates.page import DuplicatesPage


def told(desk: Desk, partner: UUID) -> tuple[str | None, set[str | None], int, int]:
    """Return a partner's e-mail, people, meetings and points."""
    today = clock.today()
    found = desk.shell.context.read(lambda store: get_partner_details(store, partner, today))
    people = {person.name.ar or person.name.fr for person in found.people}
    return found.row.email, people, len(found.meetings), len(found.points)


def test_two_spellings_become_one_and_undo_brings_both_back(
    desk: Desk, register: Path, language: Language
) -> None:
    desk.start(register)
    desk.unlock()
    desk.go("partners")
    arabic, latin = (row.uid for row in desk.shell.context.read(list_partners))
    before = [told(desk, uid) for uid in (arabic, latin)]
    desk.push(_("Duplicates"))
    page = desk.partners.findChild(DuplicatesPage)
    assert page is not None
    desk.wait(lambda: page.row is not None)
    assert _("Same name in another spelling") in page.list.item(0).text()
    # Field by field: the quarter of the one, the name, phone and e-mail of the other.
    choices = page.comparison.choices
    kept = {name for name, group in choices.items() if group.checkedId() == LOSER}
    assert kept == {"name_fr", "phone", "email"}
    desk.mouse.click(choices["phone"].button(1 - LOSER))
    desk.press(Key.Key_Return, CONTROL)
    desk.wait(lambda: len(desk.shell.context.read(list_partners)) == 1)  # a backup comes first
    (row,) = desk.shell.context.read(list_partners)
    assert (row.name.ar, row.name.fr) == ("جمعية النخيل", "Association Annakhil")
    assert (row.place, row.phone, row.email) == ("حي النخيل", None, "bureau@annakhil.example")
    people = {"خالد الإدريسي", "Nadia Alami"}
    assert told(desk, arabic) == told(desk, latin) == ("bureau@annakhil.example", people, 2, 3)
    desk.press(Key.Key_Z, CONTROL)
    assert [told(desk, uid) for uid in (arabic, latin)] == before
    desk.wait(lambda: page.row is not None)
