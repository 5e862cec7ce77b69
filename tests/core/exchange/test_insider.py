"""Anything an enrolled station signs ends in an imported bundle or a BundleError.

How quickly, benchmarks/hostile.py measures.
"""

import random
from collections import Counter
from collections.abc import Callable

import pytest

from outreach_app.errors import BundleError
from tests.core.exchange.bundles import opened
from tests.core.exchange.insider import hostile_archive
from tests.core.exchange.meddling import Meddler
from tests.core.exchange.network import Network, unsound

# The outcomes that the generators must reach to prove anything.
USUAL = {"taken", "E_CONTAINER", "E_SIGNATURE", "E_MANIFEST", "E_PAYLOAD_SIZE", "E_RECORD"}
USUAL_CONTENTS = {"taken", "E_RECORD", "E_OWNER", "E_FORK"}


def endings(
    count: int, seed: int, made: Callable[[random.Random], bytes], take: Callable[[bytes], object]
) -> Counter[str]:
    """Count the outcomes of `count` hostile bundles; any other exception fails the test."""
    found: Counter[str] = Counter()
    for number in range(count):
        data = made(random.Random(f"{seed} {number}"))  # noqa: S311  repeatable
        try:
            take(data)
            found["taken"] += 1
        except BundleError as refusal:
            found[refusal.code] += 1
    return found


def test_four_hundred_hostile_bundles() -> None:
    assert endings(400, 1, hostile_archive, opened).keys() >= USUAL


def test_a_hundred_hostile_contents(network: Network) -> None:
    """Contents, owners and projection, on a store with a part of the log."""
    meddler = Meddler.make(network)
    found = endings(100, 3, meddler.archive, meddler.import_one)
    assert found.keys() >= USUAL_CONTENTS
    assert unsound(network.headquarters) == []


@pytest.mark.long
def test_eighty_thousand_hostile_bundles() -> None:
    found = endings(80_000, 2, hostile_archive, opened)
    assert found.keys() >= USUAL | {"E_CHAIN", "E_RECIPIENT"}


@pytest.mark.long
def test_twenty_thousand_hostile_contents(network: Network) -> None:
    meddler = Meddler.make(network)
    assert endings(20_000, 4, meddler.archive, meddler.import_one).keys() >= USUAL_CONTENTS
    assert unsound(network.headquarters) == []
