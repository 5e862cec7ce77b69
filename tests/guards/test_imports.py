"""Every module can be imported first: none relies on what another has imported."""

import subprocess
import sys

import pytest

from tests.guards.sources import ROOT, module_name, python_files

# Alembic's environment runs only inside a migration.
NOT_IMPORTABLE = {"outreach_app.migrations.env"}

# Unload the project's modules before each import, so that cycles show from either end.
IMPORT_EACH = """
import importlib, sys, traceback
failed = False
for name in sys.argv[1:]:
    for loaded in [known for known in sys.modules if known.split(".")[0] in ("outreach_app", "ui")]:
        del sys.modules[loaded]
    try:
        importlib.import_module(name)
    except BaseException:
        failed = True
        traceback.print_exc()
sys.exit(failed)
"""


@pytest.mark.long
def test_every_module_imports_alone() -> None:
    require_alone(_names())


def require_alone(names: list[str]) -> None:
    """Import each module alone, in one process. Raises AssertionError with what failed."""
    command = [sys.executable, "-W", "error", "-c", IMPORT_EACH, *names]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def _names() -> list[str]:
    names = [module_name(path) for path in python_files("outreach_app", "ui")]
    return [name for name in names if name not in NOT_IMPORTABLE]
