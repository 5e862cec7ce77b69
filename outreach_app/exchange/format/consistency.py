"""Proof that a log only grew: Merkle trees and consistency proofs of RFC 9162.

A proof is a few hashes, whatever the length of the log. With the root of an earlier state one
checks that every entry of that state is still in its place.
"""

import hashlib
from collections.abc import Iterable, Sequence


class Tree:
    """The hash tree of a log, built once: its root, and proofs from each of its earlier states."""

    def __init__(self, entries: Iterable[bytes]) -> None:
        self._levels = [[_hash(b"\x00", entry) for entry in entries]]
        while len(self._levels[-1]) > 1:
            below = iter(self._levels[-1])
            pairs = zip(below, below, strict=False)  # an odd last one has no parent
            self._levels.append([_hash(b"\x01", left, right) for left, right in pairs])

    @property
    def count(self) -> int:
        """The number of entries."""
        return len(self._levels[0])

    @property
    def root(self) -> bytes:
        """The hash over all entries."""
        return self._over(0, self.count) if self.count else hashlib.sha256().digest()

    def proof(self, before: int) -> list[bytes]:
        """Return the proof that the first `before` entries (1 to `count`) are unchanged."""
        return self._proof(before, 0, self.count, is_known=True)

    def _proof(self, before: int, first: int, last: int, *, is_known: bool) -> list[bytes]:
        """Return the proof for the entries from `first` to `last`; `before` counts from `first`."""
        if before == last - first:
            return [] if is_known else [self._over(first, last)]
        middle = first + _split(last - first)
        if before <= middle - first:
            return [
                *self._proof(before, first, middle, is_known=is_known),
                self._over(middle, last),
            ]
        after = self._proof(before - (middle - first), middle, last, is_known=False)
        return [*after, self._over(first, middle)]

    def _over(self, first: int, last: int) -> bytes:
        """Return the hash over a range of entries; for a power of two it is stored."""
        length = last - first
        if length & (length - 1) == 0 and first % length == 0:
            return self._levels[length.bit_length() - 1][first // length]
        middle = first + _split(length)
        return _hash(b"\x01", self._over(first, middle), self._over(middle, last))


def is_continuation(
    before: tuple[int, bytes], after: tuple[int, bytes], proof: Sequence[bytes]
) -> bool:
    """Return whether a proof shows that a log grew from one (count, root) to another."""
    (first, first_root), (second, second_root) = before, after
    if first == 0 or first >= second:
        return first == 0 or (first == second and first_root == second_root)
    path = [first_root, *proof] if first & (first - 1) == 0 else list(proof)
    node, last = first - 1, second - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    if not path:
        return False
    old = new = path[0]
    for step in path[1:]:
        if last == 0:
            return False
        if node & 1 or node == last:
            old, new = _hash(b"\x01", step, old), _hash(b"\x01", step, new)
            while node and not node & 1:
                node, last = node >> 1, last >> 1
        else:
            new = _hash(b"\x01", new, step)
        node, last = node >> 1, last >> 1
    return last == 0 and (old, new) == (first_root, second_root)


def _split(length: int) -> int:
    """Return the greatest power of two below a length."""
    return 1 << ((length - 1).bit_length() - 1)


def _hash(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()
