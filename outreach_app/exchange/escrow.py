"""Escrow: a precinct's data key, sealed to the recovery key that headquarters keeps off line."""

from pathlib import Path

from outreach_app import vault
from outreach_app.errors import BundleError, Locked
from outreach_app.exchange.encryption import decrypt, encrypt, recipient_of
from outreach_app.i18n import gettext as _


def add_escrow(folder: Path, data_key: bytes, recipient: str) -> None:
    """Seal the data key to a recovery recipient, in the key file beside the store."""
    vault.keep_sealed(folder, vault.Sealed(recipient, encrypt(data_key, [recipient])))


def recover_with_escrow(folder: Path, recovery_key: str, new_passphrase: str) -> None:
    """Give a store a new passphrase by the recovery key of headquarters.

    Raises Locked (`no_escrow`, `wrong_recovery_key`, `damaged_key_file`) and InvalidDraft.
    """
    vault.check_passphrase(new_passphrase)
    sealed = vault.sealed_keys(folder)
    if not sealed:
        message = _(
            "Headquarters cannot open this store: its card was never enrolled here."
            " Use the recovery code, or restore a backup."
        )
        raise Locked(message, code="no_escrow")
    identity = recovery_key.strip()
    try:
        recipient = recipient_of(identity)
        content = next(row.content for row in sealed if row.recipient == recipient)
        data_key = decrypt(content, [identity])
    except (ValueError, StopIteration, BundleError) as error:
        message = _("This recovery key does not open this store. Type it as it was written down.")
        raise Locked(message, code="wrong_recovery_key") from error
    vault.change_passphrase(folder, data_key, new_passphrase)
