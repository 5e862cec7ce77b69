"""Fixtures of use cases: stores with an exchange, for imported records, and a second person."""

import pytest

from outreach_app.database import Database
from outreach_app.second_person import SecondPerson
from tests.core.exchange.conftest import headquarters_on_server, network, network_template
from tests.eliminations import add_deputy

__all__ = ["headquarters_on_server", "network", "network_template"]


@pytest.fixture
def second(database: Database) -> SecondPerson:
    """Return a deputy who chose a passphrase."""
    return add_deputy(database)
