"""Fixtures: three stores that exchange files, made once and copied for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.exchange.network import Network, make_network, opened_network


@pytest.fixture(scope="session")
def network_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of three new stores; copied, never opened in place."""
    folder = tmp_path_factory.mktemp("network")
    make_network(folder)
    return folder


@pytest.fixture
def network(network_template: Path, tmp_path: Path) -> Iterator[Network]:
    """A chief's, a deputy's and headquarters' stores of this test's own."""
    with opened_network(network_template, tmp_path) as network:
        yield network
