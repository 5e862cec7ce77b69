"""Fixtures: three stores that exchange files, made once and copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from outreach_app import startup
from tests import makers
from tests.core.exchange.helping import Helper, enrol
from tests.core.exchange.network import KEY, Network, make_network, opened_network
from tests.core.exchange.restored import Offices, make_offices
from tests.servers import Copied, Server, copy_of_store


@pytest.fixture(scope="session")
def network_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of three new stores; copied, never opened in place."""
    folder = tmp_path_factory.mktemp("network")
    make_network(folder)
    return folder


@pytest.fixture(scope="session")
def headquarters_on_server(server: Server, network_template: Path) -> Copied:
    """Return headquarters' new store on a server; copied, never opened in place."""
    return Copied(server, copy_of_store(server, network_template / "headquarters.db", KEY))


@pytest.fixture
def network(
    engine: str, network_template: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Network]:
    """Return this test's stores of a chief, a deputy and headquarters."""
    is_file = engine == "file"
    copied = None if is_file else request.getfixturevalue("headquarters_on_server")
    with opened_network(network_template, tmp_path, copied) as network:
        yield network


@pytest.fixture(scope="session")
def offices_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of four new stores; copied, never opened in place."""
    folder = tmp_path_factory.mktemp("offices")
    make_offices(folder)
    return folder


@pytest.fixture
def offices(offices_template: Path, tmp_path: Path) -> Iterator[Offices]:
    """Return this test's three computers of two precincts, and headquarters."""
    found = Offices(offices_template, tmp_path)
    yield found
    found.close()


@pytest.fixture(scope="module")
def helper(
    new_headquarters: Path, recovery_key: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Helper]:
    """Open for all the tests of a module."""
    folder = tmp_path_factory.mktemp("helper") / "headquarters"
    shutil.copytree(new_headquarters, folder)
    with startup.opened(folder, makers.PASSPHRASE) as office:
        yield Helper(office, recovery_key)


@pytest.fixture(scope="module")
def asking_store(new_store: Path, helper: Helper, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a precinct's store and headquarters', each with the other's card enrolled."""
    folder = tmp_path_factory.mktemp("enrolled") / "store"
    shutil.copytree(new_store, folder)
    with startup.opened(folder, makers.PASSPHRASE) as precinct:
        enrol(precinct, helper.office)
        enrol(helper.office, precinct)
    return folder
