"""Command lines that cannot be read."""

import pytest

from tests.core.cli.running import outreach


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("lst",), "لا يوجد أمر اسمه lst. هل تقصدون list؟"),
        (("retention", "opens"), "لا يوجد أمر اسمه opens. هل تقصدون open؟"),
        (("list", "people", "--limt", "3"), "لا يوجد خيار اسمه --limt. هل تقصدون --limit؟"),
        (("list", "people", "--limit", "x"), "--limit: اكتبوا عددا صحيحا لا يقل عن 0."),
        (("demo", "--precincts", "13"), "--precincts: اكتبوا عددا صحيحا من 1 إلى 12."),
        (("list", "birds"), "noun: اكتبوا إحدى القيم partners, people,"),
        (("export",), "ينقص --out: اكتبوا قيمته."),
        (("export", "--out"), "اكتبوا قيمة --out بعده، وإن كان لا يأخذ قيمة فاكتبوه وحده."),
        (("export", "--out", "x", "y"), "تتعذر قراءة الأمر كما كُتب."),
    ],
)
def test_wrong_usage_is_told_in_the_language_of_the_person(
    arguments: tuple[str, ...], said: str
) -> None:
    run = outreach(*arguments)
    assert run.code == 2
    assert said in run.said.replace("\u2066", "").replace("\u2069", "")
    for english in ("Usage", "Error", "Invalid", "should be"):
        assert english not in run.said
