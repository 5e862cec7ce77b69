"""A tar of exactly three members: any tar program opens it; only one byte sequence is accepted."""

import re

from outreach_app.exchange.format import failures
from outreach_app.exchange.format.limits import MAX_FILE, MAX_MANIFEST, MAX_SIGNATURE

MEMBERS = (
    ("manifest.json", MAX_MANIFEST),
    ("manifest.json.minisig", MAX_SIGNATURE),
    ("events.ndjson.gz", MAX_FILE),
)
_BLOCK = 512
_END = bytes(2 * _BLOCK)
_SIZE = re.compile(rb"[0-7]{11}\0")


def build(contents: tuple[bytes, bytes, bytes]) -> bytes:
    """Build the tar of the manifest, its signature and the payload.

    Raises BundleError E_CONTAINER for one that is larger than `split` accepts.
    """
    parts: list[bytes] = []
    for (name, most), content in zip(MEMBERS, contents, strict=True):
        if len(content) > most:
            raise failures.container(f"{name}: size")
        parts += [_header(name, len(content)), content, _padding(len(content))]
    return b"".join(parts) + _END


def split(archive: bytes) -> tuple[bytes, bytes, bytes]:
    """Split a tar into its three contents.

    Raises BundleError E_CONTAINER unless `build` gives these very bytes.
    """
    contents: list[bytes] = []
    place = 0
    for name, most in MEMBERS:
        size = _size(archive[place : place + _BLOCK], name, most)
        place += _BLOCK
        content, padding = archive[place : place + size], _padding(size)
        place += size + len(padding)
        if archive[place - len(padding) : place] != padding:
            raise failures.container(f"{name}: padding")
        contents.append(content)
    if archive[place:] != _END:
        raise failures.container("end")
    manifest, signature, payload = contents
    return manifest, signature, payload


def _size(header: bytes, name: str, most: int) -> int:
    size = _SIZE.fullmatch(header, 124, 136)
    if size is None or header != _header(name, int(size[0][:-1], 8)):
        raise failures.container(f"{name}: header")
    if int(size[0][:-1], 8) > most:
        raise failures.container(f"{name}: size")
    return int(size[0][:-1], 8)


def _padding(size: int) -> bytes:
    return bytes(-size % _BLOCK)


def _header(name: str, size: int) -> bytes:
    """Build a ustar header without owner or time.

    Source: POSIX.1-1988, ustar interchange format.
    """
    fields = (
        name.encode().ljust(100, b"\0"),
        b"0000600\0",
        b"0000000\0" * 2,
        b"%011o\0" % size,
        b"%011o\0" % 0,
        b" " * 8,  # the checksum field counts as spaces
        b"0".ljust(101, b"\0"),
        b"ustar\x0000",
    )
    header = b"".join(fields).ljust(_BLOCK, b"\0")
    return header[:148] + b"%06o\0 " % sum(header) + header[156:]
