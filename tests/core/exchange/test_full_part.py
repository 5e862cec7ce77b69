"""A part as full as the exporter makes one opens in the memory of an old office PC."""

import subprocess
import sys

import pytest

MOST_MEGABYTES = 300

OPEN_ONE = """
import resource, secrets
from uuid import uuid4
from outreach_app.exchange.container import open_bundle, pack
from tests.core.exchange.bundles import HEADQUARTERS, OWN, PRECINCT, SENDER
from tests.core.exchange.bundles import content, line, registry
lines = [
    line(seq, s=secrets.token_hex(16), id=str(uuid4())) for seq in range(1, 25_001)
]
data = pack(content(lines), PRECINCT, OWN)
bundle = open_bundle(data, [HEADQUARTERS.identity], OWN, registry(SENDER))
assert len(bundle.entries) == 25_000
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


@pytest.mark.long
def test_a_full_part_is_packed_and_opened_within_300_megabytes() -> None:
    result = subprocess.run(
        [sys.executable, "-c", OPEN_ONE], capture_output=True, text=True, check=True
    )
    assert int(result.stdout) <= MOST_MEGABYTES
