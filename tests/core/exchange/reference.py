"""The reference bundle, written by the first version of the format."""

from pathlib import Path

import msgspec

from outreach_app.exchange.format.container import OpenedBundle, open_bundle
from outreach_app.exchange.format.encryption import recipient_of
from outreach_app.exchange.format.keys import PublicKeys
from outreach_app.exchange.format.senders import FindSender, Sender
from tests.core.exchange.bundles import DEVICE, OFFICE, registry

_FOLDER = Path(__file__).parents[2] / "data" / "exchange"


class Key(msgspec.Struct):
    """The keys of the reference, whose data is invented."""

    only_opens: str
    identity: str
    sender: PublicKeys

    @property
    def own(self) -> tuple[str]:
        return (recipient_of(self.identity),)

    @property
    def find_sender(self) -> FindSender:
        return registry(Sender(DEVICE, OFFICE, self.sender))


BUNDLE = (_FOLDER / "reference.outreach").read_bytes()
LINES = (_FOLDER / "reference.ndjson").read_bytes().splitlines()
KEY = msgspec.json.decode((_FOLDER / "key-of-invented-data.json").read_bytes(), type=Key)


def open_reference(data: bytes = BUNDLE) -> OpenedBundle:
    """Open the reference, or a changed copy of it."""
    return open_bundle(data, [KEY.identity], KEY.own, KEY.find_sender)
