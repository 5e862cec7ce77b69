"""Publications are imported in the window, reported row by row, and undone together."""

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from outreach_app.i18n import isolate
from outreach_app.queries.publications import list_publications
from outreach_app.queries.remarks import list_remarks
from outreach_app.queries.rumours import list_rumours
from outreach_app.services.rumours import delete_rumour, draft_of_rumour
from tests import makers
from tests.ui.answers import Answers
from tests.ui.conftest import Heard
from ui.communication.imported_tables import IMPORTED, PUBLICATIONS
from ui.communication.page import CommunicationPage
from ui.context import AppContext
from ui.import_wizard.file_import import FileImport, Imported

ROWS = "Nature;Date;Titre\nCommuniqué;05/01/2018;Sécurité\nTract;06/01/2018;Inconnu\n"


def opened(
    context: AppContext, folder: Path, qtbot: QtBot, rows: str, what: Imported = PUBLICATIONS
) -> FileImport:
    file = folder / "publications.csv"
    file.write_text(rows, encoding="utf-8")
    page = CommunicationPage(context)
    qtbot.addWidget(page)
    page.show()
    dialog = FileImport(context, file, what, page)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog._work.is_running)
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
    qtbot.waitUntil(lambda: not dialog._work.is_running)
    dialog.reject()


def test_a_table_of_another_layout_is_refused_with_its_reason(
    context: AppContext, tmp_path: Path, qtbot: QtBot
) -> None:
    answers = Answers()
    context = replace(context, files=answers)
    dialog = opened(context, tmp_path, qtbot, "Nom;Téléphone\nAl Amal;0612345678\n")
    assert "التاريخ" in dialog.failure.words  # a heading as people write it, not a field name
    assert not dialog.report.isVisible()
    assert context.read(list_publications) == []
    answers.path = tmp_path / "other.csv"
    answers.path.write_text(ROWS, encoding="utf-8")
    assert dialog.another.hasFocus()
    dialog.another.click()
    qtbot.waitUntil(lambda: len(context.read(list_publications)) == 1)
    qtbot.waitUntil(lambda: not dialog._work.is_running)
    assert not dialog.failure.isVisible()
    dialog.reject()


def test_the_whole_communication_goes_out_as_json_and_comes_in_again(
    context: AppContext, heard: Heard, tmp_path: Path, qtbot: QtBot
) -> None:
    rumour = makers.write_rumour(context.office.database, text="ستُغلق المدرسة")
    file = tmp_path / "all.json"
    page = CommunicationPage(replace(context, files=Answers(file)))
    qtbot.addWidget(page)
    page.show()
    page.take_out.click()
    qtbot.waitUntil(lambda: bool(heard.said))
    assert "غير مشفرة" in heard.said[-1]
    with context.office.database.write() as session:
        delete_rumour(session, rumour, draft_of_rumour(session, rumour).version or "")
    dialog = FileImport(context, file, PUBLICATIONS, page)  # its suffix says that it is complete
    dialog.open()
    qtbot.waitUntil(lambda: not dialog._work.is_running)
    assert dialog.report.isVisible()
    assert [row.text for row in context.read(list_rumours)] == ["ستُغلق المدرسة"]
    dialog.report.undo.click()
    qtbot.waitUntil(lambda: not context.read(list_rumours))
    qtbot.waitUntil(lambda: not dialog._work.is_running)
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


def test_a_record_of_a_json_file_is_named_by_its_number(
    context: AppContext, tmp_path: Path, qtbot: QtBot
) -> None:
    page = CommunicationPage(context)
    qtbot.addWidget(page)
    page.show()
    file = tmp_path / "all.json"
    rumours = '[{"text": "A", "heard_on": "2026-10-14"}, {"text": "B"}]'
    file.write_text(
        f'{{"format": "outreach-communication", "version": 1, "rumours": {rumours}}}', "utf-8"
    )
    dialog = FileImport(context, file, PUBLICATIONS, page)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog._work.is_running)
    model = dialog.report.outcome.table.model
    said = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert any(isolate("2") in words and "إشاعة" in words for words in said), said
    dialog.reject()
