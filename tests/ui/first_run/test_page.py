"""A store is created by keyboard only, in both languages, without loss."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app import startup, vault
from outreach_app.i18n import Language, ScreenLanguage
from outreach_app.paths import STORE_FILE
from outreach_app.progress import Progress
from outreach_app.queries.records import get_own_office
from outreach_app.rules.kinds import OfficeRole
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.first_run.keyboard import type_text
from ui import languages, style
from ui.first_run.page import FirstRunPage
from ui.settings import Settings, load
from ui.tasks import Tasks

PASSPHRASE = "four words on paper"
TYPED = {
    ("name", Language.ARABIC): "النخيل",
    ("name", Language.FRENCH): "Annakhil",
    ("city", Language.ARABIC): "الدار البيضاء",
    ("command", Language.ARABIC): "ولاية أمن الدار البيضاء",
    ("district", Language.FRENCH): "District de police d'Anfa",
}


def no_printer(_parent: object) -> QPrinter | None:
    return None


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.stop()


@pytest.fixture
def page(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> Iterator[FirstRunPage]:
    style.apply(style.Scheme.LIGHT)
    languages.switch(Language.ARABIC)
    page = FirstRunPage(Settings(tmp_path / "window.json"), tasks, no_printer)
    page.show_folder(tmp_path / "data")
    qtbot.addWidget(page)
    page.show()
    yield page
    languages.switch(Language.ARABIC)


def press_enter(qtbot: QtBot, page: FirstRunPage) -> None:
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)


def fill_office(qtbot: QtBot, page: FirstRunPage) -> None:
    for place, text in TYPED.items():
        line = page.office.fields[place].line
        line.setFocus()
        type_text(line, text)
    # Leaving the Arabic city fills in the French one.
    QTest.keyClick(page.office.fields["city", Language.ARABIC].line, Qt.Key.Key_Return)


def reach_passphrase(qtbot: QtBot, page: FirstRunPage) -> None:
    press_enter(qtbot, page)
    fill_office(qtbot, page)
    assert page.passphrase.isVisible()


def reach_recovery(qtbot: QtBot, page: FirstRunPage) -> None:
    reach_passphrase(qtbot, page)
    for field in (page.passphrase.first, page.passphrase.again):
        type_text(field.line, PASSPHRASE)
    press_enter(qtbot, page)
    qtbot.waitUntil(page.recovery.isVisible)


def answer(qtbot: QtBot, page: FirstRunPage, *groups: str) -> None:
    lines = [page.recovery.typed.lines[place] for place in page.recovery.typed.asked]
    for line, group in zip(lines, groups, strict=True):
        line.setFocus()
        type_text(line, group)
    QTest.keyClick(lines[-1], Qt.Key.Key_Return)


@pytest.mark.parametrize("language", Language)
def test_an_office_is_set_up_by_keyboard(
    qtbot: QtBot, page: FirstRunPage, tmp_path: Path, language: Language
) -> None:
    if language is Language.FRENCH:
        page.rail.languages.buttons[ScreenLanguage.FRENCH].click()
    reach_recovery(qtbot, page)
    code = page.recovery.text
    groups = code.split("-")
    with qtbot.waitSignal(page.opened) as opened:
        answer(qtbot, page, *(groups[place].lower() for place in page.recovery.typed.asked))
    office = cast("list[OpenOffice]", opened.args)[0]
    with office.database.read() as session:
        own = get_own_office(session)
        assert (own.name_fr, own.city_fr, own.role) == ("Annakhil", "Casablanca", "precinct")
        assert own.letterhead_ar.splitlines() == [
            "المملكة المغربية",
            "المديرية العامة للأمن الوطني",
            "ولاية أمن الدار البيضاء",
            "الدائرة الأمنية النخيل",
        ]
        assert own.letterhead_fr.splitlines()[-2:] == [
            "District de police d'Anfa",
            "Arrondissement de police Annakhil",
        ]
    office.close()
    assert page.passphrase.passphrase() == ""
    assert not load(tmp_path / "window.json").begun_office
    assert vault.has_confirmed_code(tmp_path / "data")
    for secret in (PASSPHRASE, code):
        with startup.opened(tmp_path / "data", secret):
            pass


def test_the_eye_is_where_it_is_at_every_other_passphrase(page: FirstRunPage) -> None:
    assert page.passphrase.first.line.layoutDirection() is page.layoutDirection()


def test_the_code_must_be_typed_back(qtbot: QtBot, page: FirstRunPage, tmp_path: Path) -> None:
    reach_recovery(qtbot, page)
    with qtbot.assertNotEmitted(page.opened, wait=300):
        answer(qtbot, page, "AAAAA", "BBBBB")
    assert page.recovery.problem.isVisible()
    assert not vault.has_confirmed_code(tmp_path / "data")


def test_passphrases_that_differ_make_no_store(
    qtbot: QtBot, page: FirstRunPage, tmp_path: Path
) -> None:
    reach_passphrase(qtbot, page)
    type_text(page.passphrase.first.line, PASSPHRASE)
    type_text(page.passphrase.again.line, PASSPHRASE + "!")
    press_enter(qtbot, page)
    assert page.passphrase.again.problem.text()
    assert page.next.isEnabled()
    assert not (tmp_path / "data" / STORE_FILE).exists()


def test_what_names_the_office_is_there_again_after_leaving_until_it_is_open(
    qtbot: QtBot, page: FirstRunPage, tasks: Tasks, tmp_path: Path
) -> None:
    file = tmp_path / "window.json"
    page.start.headquarters.setChecked(True)
    reach_passphrase(qtbot, page)
    type_text(page.passphrase.first.line, PASSPHRASE)
    page.office.has_ministry.setChecked(True)
    qtbot.waitUntil(lambda: "ministry" in file.read_text() if file.exists() else False)
    assert PASSPHRASE not in file.read_text()
    again = FirstRunPage(load(file), tasks, no_printer)
    qtbot.addWidget(again)
    again.fill({"city_fr": "Rabat", "recipient_fr": "Le directeur"})
    assert again.start.role() is OfficeRole.HEADQUARTERS
    assert again.office.draft() == replace(page.office.draft(), recipient_fr="Le directeur")


def test_an_office_without_a_name_stays_on_its_step(qtbot: QtBot, page: FirstRunPage) -> None:
    press_enter(qtbot, page)
    press_enter(qtbot, page)
    assert page.office.isVisible()
    assert page.office.fields["name", Language.ARABIC].problem.text()
    assert not page.office.fields["district", Language.FRENCH].problem.text()


def test_the_sample_lives_in_a_store_of_its_own(
    qtbot: QtBot, page: FirstRunPage, tmp_path: Path
) -> None:
    page.start.sample.setChecked(True)
    with qtbot.waitSignal(page.opened) as opened:
        press_enter(qtbot, page)
    office = cast("list[OpenOffice]", opened.args)[0]
    assert tmp_path / "data" / "sample" in office.folder.parents
    assert not (tmp_path / "data" / STORE_FILE).exists()
    with office.database.read() as session:
        assert get_own_office(session).role == "precinct"
        assert get_own_office(session).is_sample
    office.close()


def test_a_store_that_is_there_is_refused_in_words(
    qtbot: QtBot, page: FirstRunPage, store: Path
) -> None:
    page.show_folder(store)
    reach_passphrase(qtbot, page)
    for field in (page.passphrase.first, page.passphrase.again):
        type_text(field.line, PASSPHRASE)
    press_enter(qtbot, page)
    qtbot.waitUntil(page.problem.isVisible)
    assert str(store) in page.problem.text()
    assert page.next.isEnabled()
    with startup.opened(store, makers.PASSPHRASE):
        pass


def test_restoring_a_backup_is_asked_for_with_the_folder(
    qtbot: QtBot, page: FirstRunPage, tmp_path: Path
) -> None:
    page.start.backup.setChecked(True)
    with qtbot.waitSignal(page.backup_asked) as asked:
        press_enter(qtbot, page)
    assert asked.args == [str(tmp_path / "data")]


def test_headquarters_print_their_own_letterhead(qtbot: QtBot, page: FirstRunPage) -> None:
    page.start.headquarters.setChecked(True)
    press_enter(qtbot, page)
    office = page.office
    assert not office.number.isVisible()
    assert not office.fields["district", Language.ARABIC].isVisible()
    type_text(office.fields["name", Language.ARABIC].line, "مصلحة شرطة القرب")
    type_text(office.fields["command", Language.ARABIC].line, "مديرية الأمن العمومي")
    draft = office.draft()
    assert draft.role == "headquarters"
    assert draft.letterhead_ar.splitlines()[-2:] == ["مديرية الأمن العمومي", "مصلحة شرطة القرب"]
    assert draft.chief_title_ar == "رئيس المصلحة"
    page.back.click()
    page.start.precinct.setChecked(True)
    page.next.click()
    assert office.draft().role == "precinct"
    assert office.draft().chief_title_fr == "Le chef de l’arrondissement de police"
    assert office.letterhead(Language.ARABIC).lines[-1] == "الدائرة الأمنية مصلحة شرطة القرب"


def test_a_title_that_was_written_stays_whatever_the_role(page: FirstRunPage) -> None:
    line = page.office.fields["chief_title", Language.FRENCH].line
    line.setText("La cheffe du service")
    page.office.show_role(OfficeRole.HEADQUARTERS)
    assert line.text() == "La cheffe du service"


def test_one_click_turns_the_screen_to_french_and_keeps_what_is_typed(
    qtbot: QtBot, page: FirstRunPage
) -> None:
    assert page.layoutDirection() == Qt.LayoutDirection.RightToLeft
    reach_passphrase(qtbot, page)
    type_text(page.passphrase.first.line, PASSPHRASE)
    arabic = page.passphrase.title()
    page.rail.languages.buttons[ScreenLanguage.FRENCH].click()
    qtbot.waitUntil(lambda: page.layoutDirection() == Qt.LayoutDirection.LeftToRight)
    assert page.passphrase.title() != arabic
    qtbot.waitUntil(lambda: page.passphrase.first.line.accessibleName() == page.passphrase.title())
    assert page.passphrase.passphrase() == PASSPHRASE
    assert page.office.fields["name", Language.ARABIC].text() == "النخيل"


def test_the_letterheads_follow_a_moment_after_the_last_key(
    qtbot: QtBot, page: FirstRunPage
) -> None:
    press_enter(qtbot, page)
    sheet = page.sheets[Language.FRENCH]
    type_text(page.office.fields["name", Language.FRENCH].line, "Anfa")
    assert sheet.shown.lines[-1] == "Arrondissement de police"
    qtbot.waitUntil(lambda: sheet.shown.lines[-1] == "Arrondissement de police Anfa")
    assert sheet.changed == {2}
    page.office.has_ministry.click()
    qtbot.waitUntil(lambda: "Ministère de l’Intérieur" in sheet.shown.lines)


def test_a_name_that_a_person_wrote_is_not_replaced_by_the_list(
    qtbot: QtBot, page: FirstRunPage
) -> None:
    press_enter(qtbot, page)
    french = page.office.fields["city", Language.FRENCH].line
    type_text(french, "Casa")
    arabic = page.office.fields["city", Language.ARABIC].line
    type_text(arabic, "الدار البيضاء")
    QTest.keyClick(arabic, Qt.Key.Key_Return)
    assert french.text() == "Casa"


def test_leaving_a_cancelled_creation_leaves_no_store(tmp_path: Path) -> None:
    from outreach_app.errors import Cancelled
    from ui.first_run.creating import create

    progress = Progress(lambda done, _total, _what: progress.cancel() if done == 0 else None)
    with pytest.raises(Cancelled):
        create(tmp_path, PASSPHRASE, makers.office_draft(), progress)
    assert not (tmp_path / STORE_FILE).exists()
    startup.create_store(tmp_path, PASSPHRASE, makers.office_draft())


def test_an_administrator_presets_the_head_of_documents(page: FirstRunPage) -> None:
    page.fill({"city_fr": "Casablanca", "command_fr": "Préfecture de police", "number": "13"})
    draft = page.office.draft()
    assert (draft.city_fr, draft.number) == ("Casablanca", "13")
    assert "Préfecture de police" in draft.letterhead_fr
