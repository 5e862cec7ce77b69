"""The points as an editable table."""

from PySide6.QtTest import QAbstractItemModelTester

from ui.meetings.point_edits import with_topic, with_words
from ui.meetings.points_model import PointsModel

Mode = QAbstractItemModelTester.FailureReportingMode


def words(model: PointsModel) -> list[str]:
    return [line.point.text or "" for line in model.lines]


def test_the_model_keeps_the_rules_of_qt_while_it_is_edited() -> None:
    model = PointsModel()
    tester = QAbstractItemModelTester(model, Mode.Fatal)
    model.set_line(0, with_topic(model.line(0), "tp.6.1"))
    model.insert_words(1, ["الأول", "الثاني", "الثالث"])
    line = model.line(1)
    model.remove(1)
    model.restore(1, line)
    assert tester.model() is model
    assert words(model) == ["", "الأول", "الثاني", "الثالث"]


def test_there_is_always_a_blank_line_to_type_the_next_point_in() -> None:
    model = PointsModel()
    model.set_line(0, with_words(model.line(0), "الزقاق مظلم"))
    assert model.rowCount() == 2
    assert model.line(1).is_blank


def test_twelve_lines_pasted_are_twelve_points_in_their_order() -> None:
    model = PointsModel()
    model.insert_words(0, [f"نقطة {number}" for number in range(12)])
    assert words(model) == [f"نقطة {number}" for number in range(12)]


def test_lines_pasted_on_a_point_that_has_words_follow_it() -> None:
    model = PointsModel()
    model.insert_words(0, ["الأول", "الثالث"])
    model.insert_words(0, ["الثاني"])
    assert words(model) == ["الأول", "الثاني", "الثالث"]


def test_what_is_still_wrong_has_no_row_painted_again() -> None:
    """Every key of a session sets all problems again, mostly none."""
    model, painted = PointsModel(), list[int]()
    model.dataChanged.connect(lambda first, _last: painted.append(first.row()))
    model.show_problems({1: "الموضوع ناقص"})
    model.show_problems({1: "الموضوع ناقص"})
    assert painted == [0]
    model.show_problems({})
    model.show_problems({})
    assert painted == [0, 0]
