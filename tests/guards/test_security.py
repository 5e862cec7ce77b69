"""The page on security names existing tests for each attack."""

import re

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


def test_each_row_names_tests_that_are_there() -> None:
    for row in TABLE:
        named = re.findall(r"tests/[\w/]+\.py", row[-1])
        assert named, row
        for name in named:
            text = (ROOT / name).read_text(encoding="utf-8")
            assert re.search(r"^def test_", text, re.MULTILINE), row


def test_only_what_keeps_a_registers_own_files_may_replace_them() -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for path in python_files("outreach_app", "ui")
        if "write_register_file" in path.read_text(encoding="utf-8")
    }
    assert found == WRITE_OWN
