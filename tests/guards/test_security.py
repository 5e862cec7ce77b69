"""The pages on security and privacy name tests that exist, for each attack and requirement."""

import re

import pytest

from outreach_app.child_limits import MAX_MEMORY, MAX_WORK
from outreach_app.exchange.stations import vouching
from outreach_app.reading_child import MAX_SECONDS
from tests.guards.pages import page, rows, section
from tests.guards.sources import ROOT, python_files

# The findings of the attacks, by number.
ATTACKS = {"C1", "C2", "H1", "H2", "H3", "H4", "H5", "M1", "M5", "M6", "M7", "M8", "M9"}
# The modules that write a register's own files, or the user's settings.
WRITE_OWN = {
    "outreach_app/atomic_files.py",
    "outreach_app/attempts.py",
    "outreach_app/database/address.py",
    "outreach_app/exchange/stations/recovery.py",
    "outreach_app/high_water_marks.py",
    "outreach_app/key_files.py",
    "outreach_app/newest_key_file.py",
    "outreach_app/open_marker.py",
    "outreach_app/vault.py",
    "ui/settings.py",
}
TABLE = rows(section(page("security.md"), "Row by row"))


def test_every_attack_has_a_row() -> None:
    assert {row[0] for row in TABLE} == ATTACKS | {"low", "import"}


def test_each_row_names_tests() -> None:
    assert not [row for row in TABLE if not re.search(r"tests/[\w/]+\.py", row[-1])]


@pytest.mark.parametrize("name", ["security.md", "privacy.md"])
def test_the_tests_that_a_page_names_are_there(name: str) -> None:
    text = page(name)
    files = {file: _tests_in(file) for file in re.findall(r"tests/[\w/]+\.py", text)}
    assert all(files.values())
    for test, file in re.findall(r"`(test_\w+)` in (tests/[\w/]+\.py)", text):
        assert test in files[file]


def test_the_limits_that_the_page_states_are_those_that_hold() -> None:
    words = {3: "three", 8: "eight", 30: "a month"}
    children, depth = words[vouching.MAX_CHILDREN], words[vouching.MAX_DEPTH]
    for stated in (
        f"limited to {MAX_WORK:g} seconds of CPU time for a file",
        f"and {MAX_MEMORY >> 20} MiB of memory",
        f"kills it after {MAX_SECONDS:g} seconds",
        f"certify {children} others in {words[vouching.MONTH.days]}, and a chain of {depth},",
    ):
        assert stated in page("security.md")


def _tests_in(file: str) -> list[str]:
    """Return the names of the tests of a file. Raises FileNotFoundError if it is missing."""
    text = (ROOT / file).read_text(encoding="utf-8")
    return re.findall(r"^def (test_\w+)", text, re.MULTILINE)


def test_only_what_keeps_a_registers_own_files_may_replace_them() -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for path in python_files("outreach_app", "ui")
        if "write_register_file" in path.read_text(encoding="utf-8")
    }
    assert found == WRITE_OWN
