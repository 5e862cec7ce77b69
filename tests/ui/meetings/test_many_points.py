"""Many points with words of their own: each gets a topic, and keeps its words."""

from outreach_app.i18n import gettext as _
from outreach_app.services.points import PointDraft
from tests.ui.meetings.keyboard import Keyboard
from tests.ui.meetings.typed_points import LIT
from ui.drafts.session_sheet import PointLine
from ui.meetings.body_band import BodyBand
from ui.meetings.page import MeetingsPage
from ui.meetings.points_model import PointColumn


def test_a_topic_leads_to_the_next_point_without_one(body: BodyBand, keyboard: Keyboard) -> None:
    bare = [PointLine(PointDraft("concern", "", text, "ar")) for text in ("الكلاب", "الأزبال")]
    body.points.show_lines([bare[0], LIT, bare[1]])
    body.table.edit_cell(0, PointColumn.TOPIC)
    keyboard.type("1")
    assert (body.table.line.cell.row(), body.table.line.cell.column()) == (2, PointColumn.TOPIC)


def test_a_key_in_a_point_that_has_words_adds_to_them(body: BodyBand, keyboard: Keyboard) -> None:
    body.points.show_lines([LIT])
    body.table.edit_cell(0, PointColumn.WORDS)
    keyboard.type("!")
    assert body.points.lines[0].point.text == f"{LIT.point.text}!"


def test_many_problems_of_points_widen_nothing(page: MeetingsPage, body: BodyBand) -> None:
    body.points.insert_words(0, ["الزقاق مظلم"] * 25)
    width = page.minimumSizeHint().width()
    assert page.editor.save() is None
    said = body.problem_line.toolTip()
    assert "25" in said
    assert said.count(_("Choose its topic.")) == 1
    assert page.minimumSizeHint().width() == width
