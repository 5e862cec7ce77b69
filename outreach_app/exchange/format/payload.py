"""The events of a bundle: their compression, and the checks of each line and of the chain."""

import gzip
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

import msgspec

from outreach_app.events import Event, Stub, chain, decode_sent, sent_hash
from outreach_app.exchange.format import failures
from outreach_app.exchange.format.foreign_reader import Inflate, NotOpened
from outreach_app.exchange.format.limits import MAX_EVENTS, MAX_LINE, MAX_RAW, MAX_VALUES
from outreach_app.exchange.format.manifest import Payload, Range
from outreach_app.exchange.format.reading import read_apart


class BundleEntry(msgspec.Struct, frozen=True, gc=False):
    """One event of a bundle; `line` is None for a stub, `head` the chain's hash after it.

    `record` is the record's uid as the tables hold it.
    """

    sent: Event | Stub
    record: bytes
    line: bytes | None
    line_hash: bytes
    head: bytes


def compress(lines: Sequence[bytes]) -> tuple[bytes, Payload]:
    """Gzip the lines; return the bytes with the sizes and hash that a manifest declares."""
    raw = b"".join(line + b"\n" for line in lines)
    compressed = gzip.compress(raw, 6, mtime=0)
    sizes = Payload(len(compressed), len(raw), sha256(compressed).hexdigest(), len(lines))
    return compressed, sizes


def check_sizes(declared: Payload, range_: Range, size: int) -> None:
    """Raise BundleError E_PAYLOAD_SIZE for sizes that are too great or contradict each other."""
    if declared.raw_size > MAX_RAW or declared.count > MAX_EVENTS:
        raise failures.payload_size("too much")
    if declared.gz_size != size or declared.count != range_.count:
        raise failures.payload_size("not as declared")


def decompress(compressed: bytes, declared: Payload, range_: Range) -> list[bytes]:
    """Return a payload's lines, decompressed in a child process.

    Raises BundleError E_PAYLOAD_HASH, E_PAYLOAD_SIZE, E_RECORD or E_TOO_COSTLY.
    """
    if sha256(compressed).hexdigest() != declared.gz_sha256:
        raise failures.payload_hash()
    answer = read_apart(Inflate(compressed, declared.raw_size))
    if isinstance(answer, NotOpened):
        raise failures.payload_size(answer.reason)
    *lines, rest = answer.content.split(b"\n", declared.count + 1)
    if len(lines) != declared.count or rest:
        raise failures.record(range_.first, "number of lines")
    return lines


def check_lines(lines: Sequence[bytes], first: int, previous: bytes) -> list[BundleEntry]:
    """Read the entries of lines numbered from `first`, chained after the hash `previous`.

    Raises BundleError E_RECORD.
    """
    entries: list[BundleEntry] = []
    head, values = previous, 0
    for seq, line in enumerate(lines, first):
        sent = _decode_line(line, seq)
        values += _count_values(sent)
        if values > MAX_VALUES:
            raise failures.record(seq, "too many values")
        hashed = sent_hash(sent, line)
        head = chain(head, hashed)
        record = bytes.fromhex(sent.id.replace("-", ""))
        kept = None if isinstance(sent, Stub) else line
        entries.append(BundleEntry(sent, record, kept, hashed, head))
    return entries


def _count_values(sent: Event | Stub) -> int:
    if isinstance(sent, Stub):
        return 0
    several = [value for value in sent.d.values() if isinstance(value, list | dict)]
    return len(sent.d) + sum(map(len, several))


def _decode_line(line: bytes, seq: int) -> Event | Stub:
    if len(line) > MAX_LINE:
        raise failures.record(seq, "too long")
    try:
        # The decoder accepts only strict UTF-8, and no control characters in a text; the canonical
        # form has none outside.
        sent = decode_sent(line)
        if isinstance(sent, Event):
            # the form is checked already; this checks that the day exists
            datetime.fromisoformat(sent.at)
    except (ValueError, RecursionError) as error:
        raise failures.record(seq, str(error)) from error
    if sent.seq != seq:
        raise failures.record(seq, f"numbered {sent.seq}")
    return sent
