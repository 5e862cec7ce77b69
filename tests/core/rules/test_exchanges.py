"""An exchange is a meeting from afar, listed under its channel."""

import pytest

from outreach_app.rules.exchanges import told_as


@pytest.mark.parametrize(
    ("kind", "channel", "code"),
    [
        ("mt.thematic", "ch.phone", "ch.phone"),
        ("mt.thematic", "ch.video", "mt.thematic"),
        ("mt.school", "ch.email", "mt.school"),  # a unit organised it
    ],
)
def test_an_exchange_is_listed_under_its_channel(kind: str, channel: str, code: str) -> None:
    assert told_as(kind, channel) == code
