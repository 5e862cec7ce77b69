"""Whatever an enrolled station signs ends in an opened bundle or a BundleError, and quickly."""

import random
from collections import Counter
from time import process_time

import pytest

from outreach_app.errors import BundleError
from tests.core.exchange.bundles import opened
from tests.core.exchange.insider import hostile_archive

MOST_SECONDS = 2
# Where the generator must get to, or it proves nothing.
USUAL = {"opened", "E_CONTAINER", "E_SIGNATURE", "E_MANIFEST", "E_PAYLOAD_SIZE", "E_RECORD"}


def endings(count: int, seed: int) -> Counter[str]:
    """How that many hostile bundles end; any other exception fails the test."""
    found: Counter[str] = Counter()
    for number in range(count):
        data = hostile_archive(random.Random(f"{seed} {number}"))  # noqa: S311  repeatable
        begun = process_time()
        try:
            opened(data)
            found["opened"] += 1
        except BundleError as refusal:
            found[refusal.code] += 1
        assert process_time() - begun < MOST_SECONDS, (seed, number)
    return found


def test_five_hundred_hostile_bundles() -> None:
    assert endings(500, seed=1).keys() >= USUAL


@pytest.mark.long
def test_a_hundred_thousand_hostile_bundles() -> None:
    assert endings(100_000, seed=2).keys() >= USUAL | {"E_CHAIN", "E_RECIPIENT"}
