"""A font file under a private family name, so that no installed font can replace it."""

import struct

# Family, full, PostScript and typographic family names. Source: OpenType specification, name.
FAMILY_NAMES = frozenset({1, 4, 6, 16})
MACINTOSH = 1


def with_private_family(data: bytes) -> bytes:
    """Return the font with a z as first letter of its family names; other bytes are unchanged."""
    changed = bytearray(data)
    table = _name_table(data)
    _, count, storage = struct.unpack_from(">HHH", data, table)
    for record in range(table + 6, table + 6 + 12 * count, 12):
        platform, _, _, name, _, offset = struct.unpack_from(">HHHHHH", data, record)
        if name in FAMILY_NAMES:
            # Macintosh names have one byte a letter, the others two, big-endian.
            changed[table + storage + offset + (platform != MACINTOSH)] = ord("z")
    return bytes(changed)


def _name_table(data: bytes) -> int:
    (count,) = struct.unpack_from(">H", data, 4)
    for record in range(12, 12 + 16 * count, 16):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, record)
        if tag == b"name":
            return int(offset)
    raise ValueError("the font has no name table")
