"""The screens that only the help shows."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from outreach_app import i18n
from outreach_app.i18n import Language
from tests import makers
from tests.ui.stage import Stage
from ui.duplicates.page import DuplicatesPage
from ui.import_wizard.dialog import ImportDialog
from ui.import_wizard.partner_noun import PARTNERS
from ui.partners.page import PartnersPage
from ui.preferences.page import PreferencesPage
from ui.shell import Shell

_LISTS = {
    Language.ARABIC: "اسم الجمعية;الهاتف;الرئيس;العنوان\n"
    "جمعية الأمل;0522000001;خالد الإدريسي;حي الأمل\n"
    "جمعية النور;0522000002;;حي النور\n",
    Language.FRENCH: "Nom;Téléphone;Président;Adresse\n"
    "Association Al Amal;0522000001;Khalid Idrissi;Hay Al Amal\n"
    "Association Annour;0522000002;;Hay Annour\n",
}


def duplicates(stage: Stage) -> Shell:
    """Show one organisation, recorded once in each script."""
    database = stage.office.database
    phone = "0522000001"
    makers.write_partner(
        database, name_ar="جمعية الأمل", name_fr=None, place="حي الأمل", phone=phone
    )
    makers.write_partner(
        database, name_ar=None, name_fr="Association Al Amal", email="amal@example.org", phone=phone
    )
    shell = stage.shell()
    shell.show_page("partners")
    assert isinstance(shell.page, PartnersPage)
    shell.page.review_duplicates()
    assert shell.page.findChild(DuplicatesPage) is not None
    return shell


def import_list(stage: Stage) -> ImportDialog:
    """Show the columns step of an import."""
    file = Path(f"{i18n.current()}.csv")
    file.write_text(_LISTS[i18n.current()], encoding="utf-8")
    shell = stage.shell()
    stage._shown.append(shell)
    dialog = ImportDialog(shell.context, PARTNERS)
    dialog.take(file)
    return dialog


def backups(stage: Stage) -> Shell:
    """Show a register with a backup."""
    stage.office.back_up()
    shell = stage.shell()
    shell.show_page("preferences")
    assert isinstance(shell.page, PreferencesPage)
    shell.page.show_backups.click()
    return shell


OWN_SCREENS: dict[str, Callable[[Stage], QWidget]] = {
    "duplicates": duplicates,
    "import": import_list,
    "backups": backups,
}
