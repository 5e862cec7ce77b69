"""Women counted against a name are pointed out beside the field, and refused nowhere."""

from pytestqt.qtbot import QtBot

from outreach_app.models import Meeting
from outreach_app.rules.names import Bilingual
from tests import makers
from tests.ui.meetings.keyboard import active_page
from ui.context import AppContext
from ui.drafts.session_sheet import PresentPartner, SessionSheet


def test_women_that_contradict_a_name_are_pointed_out_and_kept(
    context: AppContext, qtbot: QtBot
) -> None:
    names = {"name_ar": "يوسف بوعزة، ممرض", "name_fr": "Youssef Bouazza, infirmier"}
    nurse = makers.write_partner(
        context.office.database,
        category="pt.liberal",
        type="pr.nurse",
        is_named_after_person=True,
        **names,
    )
    editor = active_page(context, qtbot).editor
    he = PresentPartner(nurse, Bilingual(names["name_ar"], names["name_fr"]), "pt.liberal")
    editor.show_typed(SessionSheet(held_on="12/10/2026", partners=(he,), headcount="11"))
    said = editor.head.problem_line
    for women, is_said in (("10", False), ("11", True), ("0", False), ("", False), ("11", True)):
        editor.head.women.setText(women)
        editor.head.women.textEdited.emit(women)
        assert ("بوعزة" in said.text() or "Bouazza" in said.text()) is is_said, women
    assert not editor.head.fields["women"].widget.property("wrong")
    assert editor.save() is not None, editor.failure.words
    with context.office.database.read() as session:
        assert [meeting.women for meeting in session.query(Meeting)] == [11]
