"""The fold: a pure function of the set of events, field by field, losing nothing silently."""

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app.events import (
    Event,
    Fields,
    Operation,
    PlacedEvent,
    Stub,
    decode,
    decode_sent,
    encode,
    fold,
    fold_one,
    line_hash,
    sent_hash,
)

CHIEF, DEPUTY = "chief", "deputy"
RECORD, ROLE = "0198f000-0000-7000-8000-00000000000a", "0198f000-0000-7000-8000-000000000001"


def placed(
    t: int,
    fields: Fields,
    *,
    device: str = CHIEF,
    operation: Operation = Operation.SET,
    base: str | None = None,
    seq: int = 1,
) -> PlacedEvent:
    at = "2026-01-01T00:00:00Z"
    event = Event("0" * 32, seq, t, "partner", RECORD, operation, at, ROLE, base, fields)
    line = encode(event)
    return PlacedEvent(t, device, seq, "partner", operation, line)


def test_the_last_writer_wins_field_by_field() -> None:
    first = placed(1, {"place": "A", "note": "old"})
    second = placed(2, {"note": "new"}, base="1@chief")
    state = fold([second, first])
    assert state.fields == {"place": "A", "note": "new"}
    assert (state.version, state.concurrent) == ("2@chief", [])


@pytest.mark.parametrize("operation", [Operation.SET, Operation.DELETE, Operation.PURGE])
@pytest.mark.parametrize("base", [None, "1@chief"])
@pytest.mark.parametrize("fields", [{}, {"place": "A", "note": None}])
def test_one_event_alone_folds_alike(
    operation: Operation, base: str | None, fields: Fields
) -> None:
    said = {} if operation == Operation.PURGE else fields
    event = placed(5, said, operation=operation, base=base)
    assert event.line is not None
    assert fold_one(decode(event.line), event.device) == fold([event])


def test_a_field_set_to_nothing_is_gone() -> None:
    assert fold([placed(1, {"place": "A"}), placed(2, {"place": None})]).fields == {}


def test_a_tie_breaks_on_the_device() -> None:
    events = [placed(5, {"place": "A"}), placed(5, {"place": "B"}, device=DEPUTY)]
    assert fold(events).fields == fold(events[::-1]).fields == {"place": "B"}


def test_a_change_made_without_seeing_the_other_is_listed() -> None:
    events = [
        placed(1, {"place": "A"}),
        placed(2, {"place": "B"}, base="1@chief"),
        placed(3, {"place": "C"}, device=DEPUTY, base="1@chief"),
    ]
    assert fold(events).concurrent == ["3@deputy"]


def test_a_deletion_is_lifted_by_a_later_change() -> None:
    events = [placed(1, {"place": "A"}), placed(2, {}, operation=Operation.DELETE, base="1@chief")]
    assert fold(events).is_deleted
    assert not fold([*events, placed(3, {}, base="2@chief")]).is_deleted


@pytest.mark.parametrize("is_deleted", [False, True])
def test_a_clearing_says_the_fields_and_leaves_a_deletion_as_it_is(*, is_deleted: bool) -> None:
    before = placed(2, {}, operation=Operation.DELETE if is_deleted else Operation.SET)
    clearing = placed(3, {"place": "B", "note": None}, operation=Operation.CLEAR, base="2@chief")
    state = fold([placed(1, {"place": "A", "note": "old"}), before, clearing])
    assert (state.fields, state.is_deleted) == ({"place": "B"}, is_deleted)


def test_a_purge_empties_all_before_it_for_good() -> None:
    events = [placed(1, {"name_fr": "X"}), placed(2, {}, operation=Operation.PURGE, base="1@chief")]
    state = fold([*events, placed(3, {}, base="2@chief")])
    assert (state.fields, state.is_deleted, state.is_purged) == ({}, True, True)


def test_a_stub_moves_the_version_and_what_follows_it_is_no_conflict() -> None:
    stub = PlacedEvent(2, CHIEF, 2, "partner", Operation.SET, None)
    state = fold([placed(1, {"place": "A"}), stub, placed(3, {"place": "B"}, base="2@chief")])
    assert (state.fields, state.concurrent) == ({"place": "B"}, [])
    assert fold([placed(1, {"place": "A"}), stub]).version == "2@chief"


def test_what_did_not_see_a_stub_is_no_conflict_for_nobody_can_compare_them() -> None:
    stub = PlacedEvent(2, CHIEF, 2, "partner", Operation.SET, None)
    unseeing = placed(3, {"place": "B"}, device=DEPUTY, base="1@chief")
    assert fold([placed(1, {"place": "A"}), stub, unseeing]).concurrent == []


def test_a_record_is_withheld_as_long_as_no_line_of_it_is_there() -> None:
    stub = PlacedEvent(2, CHIEF, 2, "partner", Operation.SET, None)
    assert fold([stub]).is_withheld
    assert not fold([placed(1, {"place": "A"}), stub]).is_withheld
    assert not fold([stub, placed(3, {"place": "A"}, base="2@chief")]).is_withheld


def test_what_follows_the_first_line_after_a_stub_is_compared_again() -> None:
    stub = PlacedEvent(1, CHIEF, 1, "partner", Operation.SET, None)
    after = placed(2, {"place": "A"}, base="1@chief")
    unseeing = placed(3, {"place": "B"}, device=DEPUTY, base="1@chief")
    assert fold([stub, after, unseeing]).concurrent == ["3@deputy"]


def test_a_record_without_events_has_no_state() -> None:
    with pytest.raises(ValueError, match="no state"):
        fold([])


@given(st.permutations(range(6)), st.lists(st.sampled_from("abc"), min_size=6, max_size=6))
def test_the_order_of_arrival_changes_nothing(order: list[int], names: list[str]) -> None:
    events = [placed(t, {name: t}, seq=t + 1) for t, name in enumerate(names)]
    assert fold([events[place] for place in order]) == fold(events)


@pytest.mark.parametrize(
    "damage",
    [
        lambda line: line.replace(b'"op":"set"', b'"op":"hop"'),
        lambda line: line.replace(b'"seq":1', b'"seq":0'),
        lambda line: line.replace(b'"d":{', b'"x":1,"d":{'),
        lambda line: line.replace(b'"place":"A"', b'"place":1.5'),
        lambda line: line.replace(b'"place":"A"', b'"place":1.0'),
        lambda line: line.replace(b'"place":"A"', b'"place":9007199254740992'),
        lambda line: line.replace(b'"t":1', b'"t":9007199254740992'),
        lambda line: line.replace(b'Z"', b'Z\\n"'),
        lambda line: line.replace(b'"id":"', b'"id":"x'),
        lambda line: line.replace(b'"s":"', b'"s":"0'),
        lambda line: line.replace(b'"by":"', b'"by":"../'),
        lambda line: line.replace(b'"base":null', b'"base":"1"'),
        lambda line: line.replace(b'"ent":"', b'"ent":"A'),
        lambda line: line.replace(b'"d":{', b'"d":{},"d":{'),
        lambda line: line.replace(b'"at":"2', b'"at":"1'),
        lambda line: line[:-1],
    ],
)
def test_a_line_out_of_form_is_refused(damage: Callable[[bytes], bytes]) -> None:
    line = placed(1, {"place": "A"}).line
    assert line is not None
    decode_sent(line)
    with pytest.raises(ValueError, match=r"."):
        decode_sent(damage(line))


def test_a_line_is_canonical() -> None:
    line = placed(1, {"place": "حي", "name_ar": "ب"}).line
    assert line is not None
    assert encode(decode(line)) == line
    assert line.index(b"name_ar") < line.index(b"place")
    assert "حي".encode() in line


def stub_of(line: bytes) -> Stub:
    event = decode(line)
    return Stub(event.seq, event.t, event.ent, event.id, event.op, line_hash(line).hex())


def test_a_stub_keeps_the_hash_of_the_line_and_nothing_it_says() -> None:
    line = placed(1, {"name_ar": "جمعية النخيل"}).line
    assert line is not None
    stub_line = encode(stub_of(line))
    sent = decode_sent(stub_line)
    assert isinstance(sent, Stub)
    assert sent_hash(sent, stub_line) == sent_hash(decode_sent(line), line) == line_hash(line)
    assert "النخيل".encode() not in stub_line
    assert b'"d"' not in stub_line


@pytest.mark.parametrize(
    "damage",
    [
        lambda line: b" " + line,
        lambda line: line.replace(b'{"at"', b'{"at":"2026-01-01T00:00:00Z","at"'),
        lambda line: line.replace(b"A", b"\\u0041"),
        lambda line: line.replace(b'"A"', b'"\xff"'),
        lambda line: line.replace(b'"A"', b'"\xed\xa0\x80"'),
        lambda line: b'{"ent"' + line,
        lambda _line: b"",
    ],
)
def test_a_line_that_is_not_the_only_way_to_write_it_is_refused(
    damage: Callable[[bytes], bytes],
) -> None:
    line = placed(1, {"place": "A"}).line
    assert line is not None
    decode_sent(line)
    with pytest.raises(ValueError, match=r"."):
        decode_sent(damage(line))


def test_a_stub_with_content_is_refused() -> None:
    line = placed(1, {"place": "A"}).line
    assert line is not None
    stub_line = encode(stub_of(line))
    with pytest.raises(msgspec.ValidationError):
        decode_sent(stub_line.replace(b'"h":', b'"d":{"place":"A"},"h":'))


def test_a_stub_that_is_not_the_only_way_to_write_it_is_refused() -> None:
    line = placed(1, {"place": "A"}).line
    assert line is not None
    stub_line = encode(stub_of(line))
    with pytest.raises(ValueError, match="not canonical"):
        decode_sent(stub_line.replace(b'"h":', b'"h": '))
