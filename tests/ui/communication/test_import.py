"""Publications come in from the window, are told row by row, and go out again with one Undo."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from outreach_app.i18n import isolate
from outreach_app.queries.publications import list_publications
from outreach_app.queries.remarks import list_remarks
from outreach_app.queries.rumours import list_rumours
from tests.ui.conftest import Heard
from ui.communication.import_dialog import IMPORTED, PUBLICATIONS, Imported, TableImport
from ui.communication.page import CommunicationPage
from ui.context import AppContext

ROWS = "Nature;Date;Titre\nCommuniqué;05/01/2018;Sécurité\nTract;06/01/2018;Inconnu\n"


def opened(
    context: AppContext, folder: Path, qtbot: QtBot, rows: str, what: Imported = PUBLICATIONS
) -> TableImport:
    file = folder / "publications.csv"
    file.write_text(rows, encoding="utf-8")
    page = CommunicationPage(context)
    qtbot.addWidget(page)
    page.show()
    dialog = TableImport(context, file, what, page)
    dialog.open()
    qtbot.waitUntil(lambda: dialog._running is None)
    return dialog


def test_the_good_rows_are_in_the_bad_one_is_told_and_all_is_undone(
    context: AppContext, heard: Heard, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(context, tmp_path, qtbot, ROWS)
    assert len(context.read(list_publications)) == 1
    assert dialog.report.outcome.table.model.rowCount() == 1
    assert isolate("1") in heard.said[-1]
    dialog.report.undo.click()
    qtbot.waitUntil(lambda: not context.read(list_publications))
    qtbot.waitUntil(lambda: dialog._running is None)
    dialog.reject()


def test_a_table_of_another_layout_is_refused_with_its_reason(
    context: AppContext, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(context, tmp_path, qtbot, "Nom;Téléphone\nAl Amal;0612345678\n")
    assert "published_on" in dialog.failure.words
    assert not dialog.report.isVisible()
    assert context.read(list_publications) == []
    dialog.reject()


def test_remarks_and_rumours_come_in_beside_their_lists(
    context: AppContext, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = "Remarque;Date;Thématique\nLampadaire éteint;15/10/2026;tp.6.1\nRien;15/10/2026;\n"
    dialog = opened(context, tmp_path, qtbot, rows, IMPORTED["point"])
    assert len(context.read(list_remarks)) == 1
    assert dialog.report.outcome.table.model.rowCount() == 1
    dialog.reject()
    rows = "Rumeur;Date\nÉcole fermée;15/10/2026\n"
    dialog = opened(context, tmp_path, qtbot, rows, IMPORTED["rumour"])
    assert [row.text for row in context.read(list_rumours)] == ["École fermée"]
    dialog.reject()
