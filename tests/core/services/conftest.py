"""The stores of an exchange, for use cases of what comes by file."""

from tests.core.exchange.conftest import headquarters_on_server, network, network_template

__all__ = ["headquarters_on_server", "network", "network_template"]
