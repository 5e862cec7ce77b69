"""Bundles of an enrolled but hostile or broken station: validly signed, malformed."""

import gzip
import random
from collections.abc import Sequence
from hashlib import sha256

import msgspec

from outreach_app.events import GENESIS, chain, decode_sent, line_hash, sent_hash
from tests.core.exchange.bundles import lines, manifest_of, signed

Value = object
_SPECIAL: list[bytes] = [
    b"\0",
    b"\n",
    b"\r\n",
    b'"',
    b"\\u0000",
    b"\\ud800",
    b"\xff",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xef\xbf\xbf",
    b"1.0",
    b"-0",
    b"1e999",
    b"9" * 400,
    b"NaN",
    b"null",
    b"[[[[",
    b"{}",
    b'"d":{},',
    b'"seq":1,',
    b"\xe2\x80\xae",
]


def any_value(chance: random.Random, depth: int = 0) -> Value:
    """Return a JSON value that may not fit the field."""
    simple: list[Value] = [
        None,
        True,
        0,
        -1,
        2**53,
        2**63,
        2**64 - 1,
        0.5,
        1e300,
        "",
        "x" * 400,
        "\n",
        "0" * 64 + "\n",
        "\u202e\x7f\ufffe",
        "2026-13-45T99:99:99Z",
    ]
    if depth > 3 or chance.random() < 0.7:
        return chance.choice(simple)
    inner = [any_value(chance, depth + 1) for _ in range(chance.randrange(4))]
    return (
        inner if chance.random() < 0.5 else {str(place): item for place, item in enumerate(inner)}
    )


def spoil_value(chance: random.Random, value: Value) -> None:
    """Replace, remove or add one item somewhere within a JSON object."""
    while isinstance(value, dict) and value:
        key = chance.choice(sorted(value))
        inner = value[key]
        if isinstance(inner, dict) and inner and chance.random() < 0.6:
            value = inner
            continue
        match chance.randrange(3):
            case 0:
                value[key] = any_value(chance)
            case 1:
                del value[key]
            case _:
                value[chance.choice(["z", "", key + "\n", key.upper()])] = any_value(chance)
        return


def spoil_bytes(chance: random.Random, data: bytes) -> bytes:
    """Flip, cut, repeat or insert somewhere within bytes."""
    place = chance.randrange(len(data) + 1)
    other = chance.randrange(len(data) + 1)
    match chance.randrange(5):
        case 0:
            return data[:place]
        case 1:
            return data[:place] + chance.choice(_SPECIAL) + data[place:]
        case 2:
            return data[: min(place, other)] + data[max(place, other) :]
        case 3:
            return data[:place] + data[min(place, other) : max(place, other)] + data[place:]
        case _:
            return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]


def spoil_line(chance: random.Random, line: bytes) -> bytes:
    """Return another line, still JSON in half of the cases."""
    if chance.random() < 0.5:
        return spoil_bytes(chance, line)
    try:
        value = msgspec.json.decode(line)
    except ValueError:  # it was spoiled before
        return line
    spoil_value(chance, value)
    return msgspec.json.encode(value, order="sorted")


def spoil_lines(chance: random.Random) -> list[bytes]:
    """Return the usual lines, one or two of them spoiled, moved, lost or duplicated."""
    whole = lines()
    for _ in range(chance.randrange(3)):
        place = chance.randrange(len(whole))
        match chance.randrange(4):
            case 0:
                whole[place] = spoil_line(chance, whole[place])
            case 1:
                whole.insert(place, whole[chance.randrange(len(whole))])
            case 2 if len(whole) > 1:
                del whole[place]
            case _:
                chance.shuffle(whole)
    return whole


def head_of(spoiled: Sequence[bytes], previous: bytes = GENESIS) -> bytes:
    """Return the chain's hash over any lines, as far as it can be computed."""
    head = previous
    for line in spoiled:
        try:
            hashed = sent_hash(decode_sent(line), line)
        except ValueError:
            hashed = line_hash(line)
        head = chain(head, hashed)
    return head


def hostile_archive(chance: random.Random) -> bytes:
    """Return a signed archive of which any part may be wrong, often none."""
    spoiled = spoil_lines(chance)
    raw = b"".join(line + b"\n" for line in spoiled)
    if chance.random() < 0.1:
        raw = spoil_bytes(chance, raw)
    payload = gzip.compress(raw, 6, mtime=0)
    if chance.random() < 0.1:
        payload = spoil_bytes(chance, payload)
    declared: dict[str, Value] = msgspec.to_builtins(manifest_of(lines()))
    declared["range"] = {
        "first": 1,
        "last": raw.count(b"\n"),
        "prev": GENESIS.hex(),
        "head": head_of(spoiled).hex(),
    }
    declared["payload"] = {
        "gz_size": len(payload),
        "raw_size": len(raw),
        "gz_sha256": sha256(payload).hexdigest(),
        "count": raw.count(b"\n"),
    }
    if chance.random() < 0.5:
        spoil_value(chance, declared)
    manifest = msgspec.json.encode(declared, order="sorted")
    if chance.random() < 0.1:
        manifest = spoil_bytes(chance, manifest)
    archive = signed(manifest, payload)
    return spoil_bytes(chance, archive) if chance.random() < 0.05 else archive
