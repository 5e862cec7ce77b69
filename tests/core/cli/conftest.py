"""Fixtures of stores for commands."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def headquarters(new_headquarters: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(new_headquarters, tmp_path / "headquarters"))
