"""The options of a file: columns, sheet, cards, match key."""

from pathlib import Path

from openpyxl import Workbook
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.queries.partners import list_partners
from outreach_app.queries.people import list_people
from outreach_app.transfer.mappings import list_mappings
from tests import makers
from tests.core.transfer import card_samples
from tests.ui.import_wizard.driving import LIST, Asked, counts, press_next, read, wait_for_work
from tests.ui.painted_words import find_cut_words
from ui import languages
from ui.context import AppContext
from ui.import_wizard.dialog import ImportDialog

LONGEST = "Directeur d’établissement d’enseignement privé"  # of the types, in French


def test_a_column_is_mapped_by_hand_and_the_mapping_is_kept(
    qtbot: QtBot, context: AppContext, dialog: ImportDialog, tmp_path: Path
) -> None:
    (tmp_path / "x.csv").write_text("A;B\nجمعية الأمل;حي النصر\n", encoding="utf-8")
    read(qtbot, dialog, tmp_path / "x.csv")
    assert not dialog.next.isEnabled()
    assert dialog.columns.table.model.rowCount() == 0

    def choose(heading: str, field: str) -> dict[str, str]:
        editor = dialog.columns.columns.editors[heading]
        editor.setCurrentIndex(editor.findData(field))
        editor.activated.emit(editor.currentIndex())
        return dialog.columns.mapping()

    assert choose("A", "place") == {"A": "place"}
    assert choose("B", "place") == {"B": "place"}  # a field belongs to one column
    choose("A", "name_ar")
    assert dialog.columns.mapping() == {"A": "name_ar", "B": "place"}
    assert dialog.next.isEnabled()
    saved = dialog.columns.saved
    saved.keep.click()
    assert saved.problem.text()
    saved.name.setText("لائحة العمالة")
    saved.keep.click()
    assert context.read(list_mappings) == {"لائحة العمالة": {"A": "name_ar", "B": "place"}}
    read(qtbot, dialog, tmp_path / "x.csv")
    assert dialog.columns.mapping() == {}
    saved.choice.set_value("لائحة العمالة")
    saved.choice.activated.emit(saved.choice.currentIndex())
    assert dialog.columns.mapping() == {"A": "name_ar", "B": "place"}
    saved.discard.click()
    assert context.read(list_mappings) == {}


def test_the_next_file_of_these_headings_is_read_as_the_last_one_was(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    file = tmp_path / "x.csv"
    file.write_text("A;Adresse\nجمعية الأمل;حي النصر\n", encoding="utf-8")
    read(qtbot, dialog, file)
    editor = dialog.columns.columns.editors["A"]
    editor.setCurrentIndex(editor.findData("name_ar"))
    editor.activated.emit(editor.currentIndex())
    press_next(qtbot, dialog)
    press_next(qtbot, dialog)
    file.write_text("A;Adresse\nجمعية السلام;حي الأمل\n", encoding="utf-8")
    read(qtbot, dialog, file)
    assert dialog.columns.mapping() == {"A": "name_ar", "Adresse": "place"}
    choice = dialog.columns.saved.choice
    assert choice.currentText() == _("As in the last import")
    choice.set_value(None)
    choice.activated.emit(choice.currentIndex())
    assert dialog.columns.mapping() == {"Adresse": "place"}


def test_the_only_mobile_number_of_a_table_is_that_of_the_person_it_names(
    qtbot: QtBot, context: AppContext, dialog: ImportDialog, tmp_path: Path
) -> None:
    (tmp_path / "x.csv").write_text(
        "Association;Président;GSM\nAl Amal;Mme Bennani;0661234567\n", encoding="utf-8"
    )
    read(qtbot, dialog, tmp_path / "x.csv")
    press_next(qtbot, dialog)
    press_next(qtbot, dialog)
    (partner,) = context.read(list_partners)
    (person,) = context.read(list_people)
    assert (partner.phone, person.phone) == (None, "+212661234567")


def test_the_preview_says_why_the_current_row_is_not_taken_whole(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    (tmp_path / "x.csv").write_text(LIST, encoding="utf-8")
    read(qtbot, dialog, tmp_path / "x.csv")
    table, reason = dialog.columns.table, dialog.columns.reason
    assert not reason.isVisible()
    table.select(3)
    assert (reason.isVisible(), reason.text()) == (
        True,
        _("A name is required, in Arabic or in French."),
    )
    table.select(2)
    assert "12" in reason.text()
    table.select(0)
    assert not reason.isVisible()


def test_the_preview_of_a_table_names_each_type_whole(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    languages.switch(Language.FRENCH)
    rows = ("Nom;Type", "Association An-Nour;", "École Atlas;", f"Zaytoun;{LONGEST}")
    (tmp_path / "x.csv").write_text("\n".join(rows), encoding="utf-8")
    read(qtbot, dialog, tmp_path / "x.csv")
    model = dialog.columns.table.model
    types = {str(model.index(row, 1).data()) for row in range(model.rowCount())}
    assert LONGEST in types
    assert not list(find_cut_words(dialog.columns.table, types))


def test_cards_ask_for_the_category_of_those_without_an_organisation(
    qtbot: QtBot, context: AppContext, dialog: ImportDialog, tmp_path: Path
) -> None:
    file = tmp_path / "contacts.vcf"
    file.write_bytes(card_samples.GOOGLE + card_samples.LIBERAL + card_samples.DAMAGED)
    read(qtbot, dialog, file)
    category = dialog.columns.usual["category"]
    assert (category.isVisible(), category.value()) == (True, "pt.liberal")
    assert not dialog.columns.columns.isVisible()
    category.set_value("pt.commerce")
    category.activated.emit(category.currentIndex())
    wait_for_work(qtbot, dialog)
    press_next(qtbot, dialog)
    assert counts(dialog)["incomplete"] == 2
    dialog.next.click()
    wait_for_work(qtbot, dialog)
    with context.office.database.read() as session:
        rows = [(row.name.fr, row.category) for row in list_partners(session)]
    assert ("Association Annakhil", "pt.association") in rows
    assert ("Hind Kabbaj", "pt.commerce") in rows


def test_contacts_of_a_program_need_no_columns_and_may_be_read_by_them(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    file = tmp_path / "contacts.csv"
    file.write_text(
        "First Name,Last Name,Company,E-mail Address\nNadia,Alami,Amicale,nadia@amal.example\n",
        encoding="utf-8",
    )
    read(qtbot, dialog, file)
    way = dialog.columns.way
    assert (way.isVisible(), "Outlook" in way.currentText()) == (True, True)
    assert not dialog.columns.columns.isVisible()
    assert dialog.columns.table.model.rowCount() == 1
    way.set_value("columns")
    way.activated.emit(way.currentIndex())
    wait_for_work(qtbot, dialog)
    assert dialog.columns.columns.isVisible()
    assert set(dialog.columns.columns.editors) >= {"First Name", "Last Name", "Company"}


def test_another_sheet_may_be_taken(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    for row in (["X"], ["1"]):
        book.active.append(row)
    sheet = book.create_sheet("الجمعيات")
    for row in (["الاسم", "الهاتف"], ["جمعية الأمل", "0522000002"]):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    read(qtbot, dialog, tmp_path / "a.xlsx")
    choice = dialog.columns.sheet
    assert [choice.itemText(number) for number in range(choice.count())] == ["Sheet", "الجمعيات"]
    choice.set_value("الجمعيات")
    choice.activated.emit(1)
    wait_for_work(qtbot, dialog)
    assert dialog.columns.table.model.rowCount() == 1
    assert choice.value() == "الجمعيات"


def test_matching_by_another_key_counts_again(
    qtbot: QtBot, context: AppContext, dialog: ImportDialog, asked: Asked
) -> None:
    makers.write_partner(
        context.office.database, name_ar=None, name_fr="Amicale", phone="0612345678"
    )
    read(qtbot, dialog, asked.list)
    press_next(qtbot, dialog)
    assert counts(dialog)["created"] == 3
    dialog.check.match.set_value("phone")
    dialog.check.match.activated.emit(1)
    wait_for_work(qtbot, dialog)
    assert (counts(dialog)["created"], counts(dialog)["updated"]) == (2, 1)


def test_a_word_of_no_list_is_given_a_kind_that_the_next_file_takes(
    qtbot: QtBot, context: AppContext, dialog: ImportDialog, tmp_path: Path
) -> None:
    file = tmp_path / "x.csv"
    file.write_text("Nom;Type\nNadi Anfa;Nadi\n", encoding="utf-8")
    read(qtbot, dialog, file)
    words = dialog.columns.words
    assert list(words.editors) == ["Nadi"]
    editor = words.editors["Nadi"]
    editor.setCurrentIndex(editor.findData("as.sport"))
    editor.activated.emit(editor.currentIndex())
    press_next(qtbot, dialog)
    press_next(qtbot, dialog)
    (row,) = context.read(list_partners)
    assert row.type == "as.sport"
    file.write_text("Nom;Type\nNadi Najah;nadi\n", encoding="utf-8")
    read(qtbot, dialog, file)
    (editor,) = words.editors.values()
    assert editor.value() == "as.sport"


def test_known_words_ask_nothing(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(LIST, encoding="utf-8")
    read(qtbot, dialog, tmp_path / "x.csv")
    assert dialog.columns.words.editors == {}
    assert not dialog.columns.words.isVisible()


def test_a_mobile_number_of_nobody_is_the_partners_and_no_column_is_told_as_left_out(
    qtbot: QtBot, context: AppContext, dialog: ImportDialog, tmp_path: Path
) -> None:
    (tmp_path / "x.csv").write_text(
        "Association;Tél.;GSM;Resp.\nAl Amal;0537701234;0661234567;Mme Bennani\n"
        "Syndic Les Orangers;;0670001122;\n",
        encoding="utf-8",
    )
    read(qtbot, dialog, tmp_path / "x.csv")
    press_next(qtbot, dialog)
    assert not dialog.check.outcome.not_taken.isVisible()
    press_next(qtbot, dialog)
    assert {row.name.fr: row.phone for row in context.read(list_partners)} == {
        "Al Amal": "+212537701234",
        "Syndic Les Orangers": "+212670001122",
    }
