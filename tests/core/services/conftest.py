"""The stores of an exchange, for use cases of what comes by file."""

from tests.core.exchange.conftest import network, network_template

__all__ = ["network", "network_template"]
