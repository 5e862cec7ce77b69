"""The public id of a data key: it says which key a file is for, and opens nothing."""

import hashlib
import hmac

ID_SIZE, HEADER_SIZE = 8, 16
_PURPOSE = b"outreach key id 1\n"


def id_of(data_key: bytes) -> bytes:
    """Return the id of a key, 8 bytes; the key cannot be derived from it."""
    return hmac.digest(data_key, _PURPOSE, "sha256")[:ID_SIZE]


def header_of(data_key: bytes) -> bytes:
    """Return the first 16 bytes of a store's file: the id of its key, and a checksum of that.

    SQLCipher keeps 16 bytes there in the clear as the salt of its pages: a random key needs no
    random salt.
    """
    return _checked(id_of(data_key))


def id_in(header: bytes) -> bytes | None:
    """Return the key id in a store file's first bytes, or None if they are damaged."""
    return header[:ID_SIZE] if header == _checked(header[:ID_SIZE]) else None


def _checked(name: bytes) -> bytes:
    return name + hashlib.sha256(_PURPOSE + name).digest()[: HEADER_SIZE - ID_SIZE]
