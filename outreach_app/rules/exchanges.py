"""Exchanges: meetings by a channel through which nobody meets, listed under that channel."""

from outreach_app.rules.awareness import AWARENESS_KINDS
from outreach_app.rules.kinds import Channel

EXCHANGE_CHANNELS = frozenset({Channel.PHONE, Channel.MAIL, Channel.EMAIL, Channel.SOCIAL})


def is_exchange(kind: str, channel: str) -> bool:
    """Return whether words were exchanged from afar; what a unit organises is no exchange."""
    return kind not in AWARENESS_KINDS and channel in EXCHANGE_CHANNELS


def told_as(kind: str, channel: str) -> str:
    """Return the code that a meeting is listed under: an exchange under its channel."""
    return channel if is_exchange(kind, channel) else kind
