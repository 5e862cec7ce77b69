"""A context that remembers what was said and can undo it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from outreach_app.startup import OpenOffice
from tests.ui.recorded import Recorded


@pytest.fixture
def recorded(office: OpenOffice, tmp_path: Path) -> Iterator[Recorded]:
    recorded = Recorded(office, tmp_path)
    yield recorded
    recorded.close()
