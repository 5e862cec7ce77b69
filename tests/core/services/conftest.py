"""Fixtures of stores with an exchange, for use cases on imported records."""

from tests.core.exchange.conftest import headquarters_on_server, network, network_template

__all__ = ["headquarters_on_server", "network", "network_template"]
