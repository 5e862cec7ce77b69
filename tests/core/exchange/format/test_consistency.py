"""Proofs that a log only grew: valid ones hold, others do not."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from outreach_app.exchange.format.consistency import Tree, is_continuation


def entries(count: int) -> list[bytes]:
    return [hashlib.sha256(bytes([number])).digest() for number in range(count)]


# RFC 6962 and 9162 have no vectors; these are from their reference implementation.
KNOWN = [b"", b"\x00", b"\x10", b" !", b"01", b"@ABC", b"PQRSTUVW", b"`abcdefghijklmno"]
ROOTS = {
    0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}


def test_the_roots_are_those_of_the_reference() -> None:
    assert {count: Tree(KNOWN[:count]).root.hex() for count in ROOTS} == ROOTS


def test_each_state_is_proven_from_each_before_it_and_from_no_other() -> None:
    log = entries(40)
    trees = [Tree(log[:count]) for count in range(41)]
    for after in trees[1:]:
        for before in trees[1 : after.count]:
            proof = after.proof(before.count)
            state = before.count, before.root
            assert is_continuation(state, (after.count, after.root), proof)
            assert not is_continuation((state[0], bytes(32)), (after.count, after.root), proof)
            assert not is_continuation(state, (after.count, bytes(32)), proof)
            assert not is_continuation(state, (after.count, after.root), proof[1:])
            assert not is_continuation(state, (after.count, after.root), [*proof, bytes(32)])


def test_every_state_follows_the_empty_log_and_itself_without_a_proof() -> None:
    tree, other = Tree(entries(5)), Tree(entries(6)[1:])
    state = tree.count, tree.root
    assert is_continuation((0, Tree([]).root), state, [])
    assert is_continuation(state, state, [])
    assert not is_continuation(state, (other.count, other.root), [])


@given(count=st.integers(2, 70), data=st.data())
def test_a_log_that_was_altered_removed_from_or_reordered_is_no_continuation(
    count: int, data: st.DataObject
) -> None:
    log = entries(count)
    before = data.draw(st.integers(1, count - 1))
    place = data.draw(st.integers(0, before - 1))
    match data.draw(st.sampled_from(("altered", "removed", "reordered"))):
        case "altered":
            changed = [*log[:place], bytes(32), *log[place + 1 :]]
        case "removed":
            changed = [*log[:place], *log[place + 1 :]]
        case _:
            other = (place + 1) % count
            changed = list(log)
            changed[place], changed[other] = changed[other], changed[place]
    told, forged = Tree(log[:before]), Tree(changed)
    proof = forged.proof(before) if before <= forged.count else []
    state = told.count, told.root
    assert not is_continuation(state, (forged.count, forged.root), proof)
