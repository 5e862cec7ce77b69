"""The lock files match `pyproject.toml`, in a form that the oldest pip reads."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.guards.sources import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DEPENDENCIES = PROJECT["project"]["dependencies"]
TOOLS = PROJECT["dependency-groups"]["dev"]


def locked(name: str) -> dict[str, str]:
    """Return the version of each package of a lock."""
    text = (ROOT / name).read_text(encoding="utf-8")
    pins = re.findall(r"^([\w.-]+)(?:\[.+?\])?==(\S+)", text, re.MULTILINE)
    return {canonicalize_name(package): version for package, version in pins}


PROGRAM, DEVELOPERS = locked("requirements.lock"), locked("requirements-dev.lock")


@pytest.mark.parametrize(
    ("lock", "asked"), [(PROGRAM, DEPENDENCIES), (DEVELOPERS, TOOLS)], ids=["program", "tools"]
)
def test_a_lock_holds_what_is_asked_for(lock: dict[str, str], asked: list[str]) -> None:
    requirements = [Requirement(text) for text in asked]
    assert not [
        str(each)
        for each in requirements
        if lock.get(canonicalize_name(each.name), "") not in each.specifier
    ]


def test_both_locks_install_together() -> None:
    assert {name: PROGRAM[name] for name in PROGRAM.keys() & DEVELOPERS.keys()} == {
        name: DEVELOPERS[name] for name in PROGRAM.keys() & DEVELOPERS.keys()
    }


def test_the_program_installs_no_tool() -> None:
    assert PROGRAM.keys().isdisjoint({"mypy", "pytest", "ruff"})
