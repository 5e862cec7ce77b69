"""The points for attention of a period: since when something waits, and what was given up."""

from dataclasses import replace

from tests.core.summaries.period.test_prose import AR, FR, prose
from tests.core.summaries.reports import MOCK_UP, day


def test_what_waits_is_told_with_its_day() -> None:
    dated = replace(
        MOCK_UP.signals, unverified_since=day(10, 3), unanswered_since=day(10, 5), unverified=1
    )
    one = replace(MOCK_UP, signals=replace(dated, unanswered=1))
    three = replace(MOCK_UP, signals=replace(dated, unverified=3, unanswered=2))

    assert "information relevée au cours de la période, le 3 octobre 2026, n’avait pas" in prose(
        one, FR
    )
    assert "une remarque reçue le 5 octobre 2026 en dehors des rencontres" in prose(one, FR)
    since = "de la période, dont la plus ancienne remonte au 3 octobre 2026, n’avaient"
    assert since in prose(three, FR)
    alike = replace(three.signals, unverified_until=day(10, 3), unanswered_until=day(10, 5))
    same_day = replace(three, signals=alike)
    for language, unverified, unanswered in (
        (FR, "période, le 3 octobre 2026, n’avaient", "des rencontres, le 5 octobre 2026, "),
        (AR, "خلال الفترة، يوم 3 أكتوبر 2026،", "خارج اللقاءات، يوم 5 أكتوبر 2026،"),
    ):
        assert unverified in prose(same_day, language)
        assert unanswered in prose(same_day, language)
    since = "reçues en dehors des rencontres, dont la plus ancienne remonte au 5 octobre 2026,"
    assert since in prose(three, FR)
    assert "ظل خبر متداول واحد رُصد خلال الفترة، يوم 3 أكتوبر 2026، في انتظار" in prose(one, AR)
    assert "ملاحظة واحدة، وردت يوم 5 أكتوبر 2026 خارج اللقاءات، دون مآل." in prose(one, AR)
    assert "رُصدت خلال الفترة، أولها يوم 3 أكتوبر 2026، في انتظار نتيجة التحقق." in prose(three, AR)
    assert "واردتان خارج اللقاءات، أولاهما يوم 5 أكتوبر 2026، دون مآل." in prose(three, AR)


def test_what_was_given_up_calls_for_attention() -> None:
    told = prose(MOCK_UP, FR)
    assert "Au cours de la période, un engagement a été abandonné : «" in told
    assert "تم خلال الفترة التخلي عن التزام واحد: «تنظيم يوم دراسي»" in prose(MOCK_UP, AR)
    (row,) = MOCK_UP.given_up
    two = replace(MOCK_UP, given_up=(row, replace(row, number=2, state="cst.blocked")))
    assert (
        "Au cours de la période, un engagement a été abandonné et un engagement s’est révélé non"
        " réalisable."
    ) in prose(two, FR)
    assert "تم خلال الفترة التخلي عن التزام واحد، وتعذر تنفيذ التزام واحد." in prose(two, AR)
    passed_on = replace(MOCK_UP, given_up=(replace(row, state="cst.referred"),))
    assert "un engagement a été transmis au service compétent : «" in prose(passed_on, FR)
    assert "تمت خلال الفترة إحالة التزام واحد على الجهة المختصة: «" in prose(passed_on, AR)
