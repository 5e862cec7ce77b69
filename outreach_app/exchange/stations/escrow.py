"""Escrow: a precinct's data key, sealed to headquarters' offline recovery key."""

from pathlib import Path
from typing import Annotated

import msgspec

from outreach_app import newest_key_file, vault
from outreach_app.database import Database
from outreach_app.errors import BundleError
from outreach_app.exchange.format.encryption import decrypt, encrypt
from outreach_app.exchange.stations.cards import Card, has_plain_names
from outreach_app.exchange.stations.registry import headquarters_stations, own_card
from outreach_app.rules.kinds import OfficeRole

DataKey = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]


class Escrow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a recovery key opens: a data key, and the card of the station whose store it opens.

    They are sealed together, so that nobody gets a store opened in another's name.
    """

    data_key: DataKey
    card: Card


def complete_escrow(database: Database, folder: Path) -> None:
    """Seal the data key to each enrolled headquarters to which it is not sealed yet.

    `folder` is the store's. Headquarters' own store has no escrow.
    """
    with database.read() as session:
        card = own_card(session)
        enrolled = {row.recovery_recipient for row in headquarters_stations(session)}
    there = {row.recipient for row in vault.sealed_keys(folder) if row.office}
    missing = [str(recipient) for recipient in enrolled - there - {None}]
    if card.role != OfficeRole.HEADQUARTERS and missing:
        with newest_key_file.changing(database, folder) as change:
            for recipient in missing:
                sealed = seal(Escrow(database.key, card), recipient)
                change.key_file = vault.with_sealed(change.key_file, sealed)


def seal(escrow: Escrow, recipient: str) -> vault.Sealed:
    """Seal an escrow to a recovery recipient, for the key file beside the store."""
    content = encrypt(msgspec.json.encode(escrow), [recipient])
    return vault.Sealed(recipient, content, escrow.card.office)


def unseal(content: bytes, recovery_key: str, office: str) -> Escrow:
    """Open an office's escrow with a recovery key. Raises ValueError for anything else."""
    try:
        escrow = msgspec.json.decode(decrypt(content, [recovery_key]), type=Escrow)
    except (BundleError, RecursionError) as error:
        raise ValueError("not an escrow of this key") from error
    if escrow.card.office != office or not has_plain_names(escrow.card):
        raise ValueError("another office's, or with names that do not show as they are written")
    return escrow
