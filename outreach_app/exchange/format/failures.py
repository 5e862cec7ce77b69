"""Errors of refused bundles, each with its code and message."""

from collections.abc import Iterator
from contextlib import contextmanager

from outreach_app.errors import BundleError
from outreach_app.exchange.format.limits import MAX_FILE
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate


@contextmanager
def sent_by(device: str) -> Iterator[None]:
    """Add the sender to errors of the block; use it once the signature is verified."""
    try:
        yield
    except BundleError as error:
        error.details["sender"] = device
        raise


def too_big() -> BundleError:
    message = _(
        "The exchange file is too big: at most {size} MB."
        " Ask its sender to export again in smaller parts."
    )
    size = isolate(str(MAX_FILE >> 20))
    return BundleError(message.format(size=size), code="E_TOO_BIG", details={"most": MAX_FILE})


def not_bundle() -> BundleError:
    message = _(
        "This is not an exchange file of the program, whatever its name. Choose one whose name ends"
        " in {suffix}; if it does, ask its sender for the file again."
    )
    return BundleError(message.format(suffix=isolate(".outreach")), code="E_NOT_BUNDLE")


def header(reason: str) -> BundleError:
    message = _(
        "The header of the exchange file is malformed, and the file was not opened. Ask its "
        "sender to export again, and do not open the file with another program."
    )
    return BundleError(message, code="E_HEADER", details={"reason": reason})


def too_costly() -> BundleError:
    message = _(
        "Reading the exchange file took too much time or memory, and was stopped. Nothing was "
        "changed. Ask its sender to export again."
    )
    return BundleError(message, code="E_TOO_COSTLY")


def not_for_us_or_damaged(*, is_sealed: bool = False) -> BundleError:
    """Return the error for a file that does not open; `is_sealed` if it looks intact."""
    message = _(
        "The exchange file does not open: it is meant for another station, or it was damaged on"
        " the way. Copy it again from its source; if it still does not open, ask its sender to"
        " export again."
    )
    return BundleError(message, code="E_NOT_FOR_US_OR_DAMAGED", details={"is_sealed": is_sealed})


def container(reason: str) -> BundleError:
    message = _(
        "The exchange file is malformed, and nothing was imported. Ask its sender to export again "
        "with an up-to-date program."
    )
    return BundleError(message, code="E_CONTAINER", details={"reason": reason})


def sender_unknown(key_id: bytes) -> BundleError:
    message = _(
        "The sender of the exchange file is not enrolled here. Enrol it first: ask it for its card"
        " and check the fingerprint by telephone."
    )
    return BundleError(message, code="E_SENDER_UNKNOWN", details={"key_id": key_id.hex()})


def sender_revoked(device: str) -> BundleError:
    message = _(
        "The exchange file comes from a station that is no longer accepted. Keep the file, and"
        " call the office in question: if it did send it, it must enrol again."
    )
    return BundleError(message, code="E_SENDER_REVOKED", details={"device": device})


def signature(reason: str) -> BundleError:
    message = _(
        "The signature of the exchange file is not valid: its content was changed, or it does not "
        "come from the sender it names. Do not use it; call its sender to export again."
    )
    return BundleError(message, code="E_SIGNATURE", details={"reason": reason})


def newer_version(version: int) -> BundleError:
    message = _(
        "The exchange file comes from a newer version of the program. Update the program on this"
        " computer, then import the file again."
    )
    return BundleError(message, code="E_NEWER_VERSION", details={"version": version})


def manifest(reason: str) -> BundleError:
    message = _(
        "What the exchange file says about itself cannot be true, and nothing was imported. Ask "
        "its sender to export again with an up-to-date program."
    )
    return BundleError(message, code="E_MANIFEST", details={"reason": reason})


def recipient() -> BundleError:
    message = _(
        "The exchange file is not addressed to this station. Ask its sender to export again for"
        " this station."
    )
    return BundleError(message, code="E_RECIPIENT")


def payload_size(reason: str) -> BundleError:
    message = _(
        "The content of the exchange file does not have the size it declares, or is larger than "
        "any exchange file. Ask its sender to export again."
    )
    return BundleError(message, code="E_PAYLOAD_SIZE", details={"reason": reason})


def payload_hash() -> BundleError:
    message = _(
        "The content of the exchange file does not match its signature. Ask its sender to export "
        "again."
    )
    return BundleError(message, code="E_PAYLOAD_HASH")


def record(seq: int, reason: str) -> BundleError:
    """Return the error for the invalid line `seq`; the first one, if no single line is at fault."""
    message = _(
        "Change no. {number} of the exchange file is not valid, and nothing was imported. Ask its "
        "sender to check its store, then to export again."
    )
    text = message.format(number=isolate(str(seq)))
    return BundleError(text, code="E_RECORD", details={"seq": seq, "reason": reason})


def chain(reason: str) -> BundleError:
    message = _(
        "The changes of the exchange file are not in an unbroken sequence: some were altered, "
        "removed or added. Ask its sender to check its store, then to export again."
    )
    return BundleError(message, code="E_CHAIN", details={"reason": reason})


def fork(device: str, seq: int) -> BundleError:
    """Return the error for two different events of one number: a clone, a backup or tampering."""
    message = _(
        "The exchange file contradicts what its sender sent before, from change no. {number} on: "
        "its store was copied or restored from a backup. Nothing was changed here. Ask the sender "
        "to open Exchange › Stations, to choose “My files are refused”, then “Continue with a new "
        "number”, and to export again."
    )
    text = message.format(number=isolate(str(seq)))
    return BundleError(text, code="E_FORK", details={"device": device, "seq": seq})


def own_fork(device: str, seq: int) -> BundleError:
    """Return the error for a fork in this store's own log, which this computer must resolve."""
    message = _(
        "The register of this computer was copied to another, or restored from a backup, and both "
        "kept writing under the same number. Nothing was changed here. On one of the two only, "
        "open Exchange › Stations, choose “My files are refused”, then “Continue with a new "
        "number” (or the command {command}), and export again."
    )
    text = message.format(command=isolate("outreach renew"))
    return BundleError(text, code="E_FORK", details={"device": device, "seq": seq})


def owner(seq: int, entity: str) -> BundleError:
    """Return the error for an event on a record of another office than the sender's."""
    message = _(
        "The exchange file changes a record that belongs to another office (change no. {number}), "
        "and nothing was imported. Call its sender; a precinct also tells headquarters."
    )
    text = message.format(number=isolate(str(seq)))
    return BundleError(text, code="E_OWNER", details={"seq": seq, "entity": entity})


def certificate(device: str) -> BundleError:
    """Return the error for a voucher beyond its limits, in number or in length of the chain."""
    message = _(
        "Too many computers of this office were accepted without a card: one after another, or by "
        "the same one within a month. The file is put aside until the card of the new one is "
        "enrolled, after a call to the office at the number you know."
    )
    return BundleError(message, code="E_CERTIFICATE", details={"device": device})


def carrier(reason: str) -> BundleError:
    """Return the error for another device's log, carried without permission or signature."""
    message = _(
        "The exchange file contains changes of another computer without its signature, or its "
        "sender may not pass them on. Nothing was imported. Call its sender."
    )
    return BundleError(message, code="E_CARRIER", details={"reason": reason})


def too_far_ahead(seq: int) -> BundleError:
    """Return the error for an event that is stamped more than a week ahead of this clock."""
    message = _(
        "The sender's computer dated a change more than a week ahead, and nothing was imported. "
        "Check the date on both computers. The file can be imported once that date is near; if it "
        "is far off, the sender must restore a backup made before the date was wrong, and enter "
        "later changes again."
    )
    return BundleError(message, code="E_CLOCK", details={"seq": seq})


def file_too_far_ahead() -> BundleError:
    """Return the error for a file whose own day is more than a week ahead of this clock."""
    message = _(
        "The sender's computer dated this file more than a week ahead, and nothing was imported. "
        "Check the date on both computers, then ask the sender to export again."
    )
    return BundleError(message, code="E_CLOCK")
