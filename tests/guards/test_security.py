"""The page on security names existing tests for each attack."""

import re

import pytest

from tests.guards.pages import page, rows, section
from tests.guards.sources import ROOT

# The findings of the attacks, by number.
ATTACKS = {"C1", "C2", "H1", "H2", "H3", "H4", "H5", "M1", "M5", "M6", "M7", "M8", "M9"}
TABLE = rows(section(page("security.md"), "Row by row"))


def test_every_attack_has_a_row() -> None:
    assert {row[0] for row in TABLE} == ATTACKS | {"low", "import"}


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[1][:40])
def test_each_row_names_tests_that_are_there(row: list[str]) -> None:
    named = re.findall(r"tests/[\w/]+\.py", row[-1])
    assert named
    for name in named:
        assert re.search(r"^def test_", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
