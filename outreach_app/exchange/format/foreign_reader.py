"""Decryption and decompression in the child process, with the messages it takes and gives.

Nothing of the store is loaded here, and no window.
"""

import zlib

import msgspec
import pyrage
from pyrage import x25519

_NO_KEY = "No matching keys found"  # how pyrage distinguishes a file for others from a damaged one
_GZIP = 31  # zlib's window bits for a gzip header and trailer


class Decrypt(msgspec.Struct, frozen=True, tag=True):
    """An age file, and the age secrets that may open it."""

    data: bytes
    identities: list[str]


class Inflate(msgspec.Struct, frozen=True, tag=True):
    """A gzip of one member, and its declared uncompressed size in bytes."""

    data: bytes
    size: int


class Opened(msgspec.Struct, frozen=True, tag=True):
    """The content of the file."""

    content: bytes


class NotOpened(msgspec.Struct, frozen=True, tag=True):
    """The file does not open.

    `is_sealed` if it looks intact and no key fits; `reason` is for a log.
    """

    reason: str
    is_sealed: bool = False


Answer = Opened | NotOpened

_REQUESTS: "msgspec.msgpack.Decoder[Decrypt | Inflate]" = msgspec.msgpack.Decoder(Decrypt | Inflate)


def read(request: bytes) -> bytes:
    """Answer an encoded request with an encoded answer."""
    asked = _REQUESTS.decode(request)
    answer = _decrypted(asked) if isinstance(asked, Decrypt) else _inflated(asked)
    return msgspec.msgpack.encode(answer)


def _decrypted(asked: Decrypt) -> Answer:
    identities = [x25519.Identity.from_str(own) for own in asked.identities]
    try:
        return Opened(pyrage.decrypt(asked.data, identities))
    except pyrage.DecryptError as error:
        return NotOpened("not decrypted", is_sealed=str(error) == _NO_KEY)


def _inflated(asked: Inflate) -> Answer:
    """Decompress at most `size` + 1 bytes, whatever the compressed bytes claim."""
    reader = zlib.decompressobj(_GZIP)
    try:
        raw = reader.decompress(asked.data, asked.size + 1)
    except zlib.error:
        return NotOpened("not gzip")
    if len(raw) != asked.size or not reader.eof or reader.unused_data:
        return NotOpened("not as declared")
    return Opened(raw)
