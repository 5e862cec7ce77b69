"""Contacts of a computer and of a telephone are checked, imported, and exported again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.queries.imports import list_imports
from outreach_app.queries.partners import PartnerRow, list_partners
from outreach_app.queries.people import PersonRow, list_people
from outreach_app.transfer.partners_file import read_partners
from tests.core.transfer import card_samples
from tests.journeys.desk import Desk, Key
from tests.ui.import_wizard.driving import counts
from ui.import_wizard.dialog import ImportDialog
from ui.import_wizard.step import WizardStep
from ui.widgets.line_button import ActingLine

# No column has first names, so columns are mapped; «Nom» is a person's, one number is invalid.
OUTLOOK = """\
Civilité,Nom,Société,Titre professionnel,Téléphone (bureau),Rue (bureau),Anniversaire
Mme,Zineb Lahlou,Association Été Solidaire,Trésorière,05 22 98 76 54,"12, rue des Écoles",0/0/00
,,Amicale Assalam,,0522000002,,0/0/00
,,Association Annakhil,,,Rue 4,0/0/00
,,Club Atlas,,12,,0/0/00
"""
FIELDS = {
    "Société": "name_fr",
    "Nom": "person_fr",
    "Titre professionnel": "capacity_fr",
    "Téléphone (bureau)": "phone",
    "Rue (bureau)": "place",
}


@pytest.fixture(autouse=True)
def type_at_any_speed() -> Iterator[None]:
    """Let a list take all typed keys for one word, which it does only if they follow quickly."""
    usual = QApplication.keyboardInputInterval()
    QApplication.setKeyboardInputInterval(600_000)
    yield
    QApplication.setKeyboardInputInterval(usual)


@pytest.fixture
def wizard(desk: Desk, register: Path) -> ImportDialog:
    """Return the wizard over the partners of a register."""
    desk.start(register)
    desk.unlock()
    desk.go("partners")
    return open_wizard(desk)


def open_wizard(desk: Desk) -> ImportDialog:
    desk.push(_("Import"))
    (dialog,) = [it for it in desk.partners.findChildren(ImportDialog) if it.isVisible()]
    return dialog


def held(desk: Desk) -> tuple[list[PartnerRow], list[PersonRow]]:
    """Return the partners and people of the register."""
    return desk.shell.context.read(lambda store: (list_partners(store), list_people(store)))


def choose(desk: Desk, wizard: ImportDialog, file: Path) -> None:
    """Choose a file, and see its content."""
    desk.answer_file_dialog(file)
    desk.push(_("Choose a file"))
    arrive(desk, wizard, wizard.columns)


def arrive(desk: Desk, wizard: ImportDialog, step: WizardStep) -> None:
    desk.wait(lambda: not wizard._work.is_running and wizard.step is step)
    assert wizard.failure.isHidden(), wizard.failure.words


def go_on(desk: Desk, wizard: ImportDialog, step: WizardStep) -> dict[str, int]:
    """Press Enter; return the counts of the next step."""
    desk.press(Key.Key_Return)
    arrive(desk, wizard, step)
    return counts(wizard)


def test_contacts_come_in_and_the_whole_import_goes_out_again(
    desk: Desk, wizard: ImportDialog, tmp_path: Path, language: Language
) -> None:
    before = held(desk)
    outlook, android = tmp_path / "contacts.csv", tmp_path / "contacts.vcf"
    outlook.write_text(OUTLOOK, encoding="cp1252", newline="\r\n")
    android.write_bytes(card_samples.ANDROID)
    choose(desk, wizard, outlook)
    for heading, field in FIELDS.items():
        editor = wizard.columns.columns.editors[heading]
        desk.reach(editor)
        desk.type(editor.itemText(editor.findData(field)))
    assert wizard.columns.mapping() == FIELDS
    assert wizard.columns.table.model.rowCount() == 4
    tried = go_on(desk, wizard, wizard.check)
    assert tried == {"created": 3, "updated": 1, "skipped": 0, "failed": 0, "incomplete": 1}
    assert held(desk) == before
    assert go_on(desk, wizard, wizard.report) == tried
    save_refused(desk, wizard, tmp_path / "refused.csv")
    desk.push(_("Import another file"))
    choose(desk, wizard, android)
    go_on(desk, wizard, wizard.check)
    assert go_on(desk, wizard, wizard.report)["created"] == 1
    desk.press(Key.Key_Escape)
    names = {row.name.ar or row.name.fr for row in held(desk)[0]} - {
        row.name.ar or row.name.fr for row in before[0]
    }
    assert names == {
        *("Association Été Solidaire", "Amicale Assalam", "Club Atlas", "نادية المرابط"),
    }
    assert desk.partners.list.model.rowCount() == len(before[0]) + len(names)
    undo_both(desk)
    assert told(held(desk)) == told(before)
    assert desk.partners.list.model.rowCount() == len(before[0])
    bring_past_sessions(desk, tmp_path / "rencontres.csv")


def bring_past_sessions(desk: Desk, file: Path) -> None:
    """Import the sessions of a table, as the calendar offers it; the list shows them."""
    file.write_text(
        "Date;Nature;Canal;Objet\n02/03/2018;rencontre périodique;permanence;Éclairage\n", "utf-8"
    )
    desk.go("agenda")
    desk.push(_("Import meetings"))
    (wizard,) = [it for it in desk.meetings.findChildren(ImportDialog) if it.isVisible()]
    desk.wait(lambda: not QApplication.activePopupWidget())
    wizard.activateWindow()  # as a desktop does once the menu has closed
    desk.wait(wizard.isActiveWindow)
    choose(desk, wizard, file)
    go_on(desk, wizard, wizard.check)
    assert go_on(desk, wizard, wizard.report)["created"] == 1
    desk.press(Key.Key_Escape)
    rows = desk.meetings.list.table.model
    assert "Éclairage" in str([rows.index(number, 0).data() for number in range(rows.rowCount())])


def save_refused(desk: Desk, wizard: ImportDialog, file: Path) -> None:
    """Save the refused rows, to be corrected in another program."""
    desk.answer_file_dialog(file)
    desk.push(_("Save these rows"))
    arrive(desk, wizard, wizard.report)
    desk.wait(file.exists)
    text = file.read_text(encoding="utf-8-sig")
    assert "Club Atlas" in text
    assert "Amicale Assalam" not in text
    corrected = file.with_name("corrected.csv")
    corrected.write_text(text.replace(",12,", ",0522000012,"), encoding="utf-8")
    (entry,) = read_partners(corrected, {"Société": "name_fr", "Téléphone (bureau)": "phone"})
    assert entry.partner.name_fr == "Club Atlas"


def undo_both(desk: Desk) -> None:
    """Undo both imports another day, each from the list of imports."""
    wizard = open_wizard(desk)
    for row in range(2):
        desk.mouse.click_row(wizard.file.table.view, row)
        desk.mouse.click(wizard.file.undo)
        desk.wait(lambda: not wizard._work.is_running)
        assert len([it for it in undone(desk) if it]) == row + 1, wizard.failure.words
    desk.press(Key.Key_Escape)


def undone(desk: Desk) -> list[bool]:
    return [row.is_reverted for row in desk.shell.context.read(list_imports)]


def told(rows: tuple[list[PartnerRow], list[PersonRow]]) -> list[tuple[object, ...]]:
    """Return the content of the records, without their versions."""
    partners, people = rows
    return [
        *((row.uid, row.name.ar, row.name.fr, row.place, row.phone) for row in partners),
        *((row.uid, row.name.ar, row.name.fr, row.phone, row.capacity.fr) for row in people),
    ]


def test_a_lock_keeps_the_file_and_the_choices_of_an_import(
    wizard: ImportDialog, desk: Desk, register: Path, tmp_path: Path
) -> None:
    contacts = tmp_path / "contacts.csv"
    contacts.write_text(OUTLOOK, encoding="utf-8")
    wizard.take(contacts)
    arrive(desk, wizard, wizard.columns)
    wizard.columns.columns.show_mapping(FIELDS)
    desk.program.lock("")
    assert desk.program.shell is None
    desk.wait(lambda: not (register / "outreach.open").exists())
    desk.unlock()
    (again,) = desk.partners.findChildren(ImportDialog)
    arrive(desk, again, again.columns)
    assert again.isVisible()
    assert again.columns.mapping() == FIELDS
    again.reject()
    assert not again.isVisible()
    desk.go("today")
    assert any("contacts.csv" in line.line.accessibleName() for line in unfinished(desk))


def unfinished(desk: Desk) -> list[ActingLine]:
    """Return the lines of Today that something can be done with."""
    lines: list[ActingLine] = desk.shell.findChildren(ActingLine)
    return [line for line in lines if line.isVisible()]
