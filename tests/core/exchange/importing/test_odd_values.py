"""Odd values of a signed file: kept, shown as unknown, and the register stays sound."""

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

from outreach_app import journal
from outreach_app.database import Database
from outreach_app.events import Fields, Json, decode, encode
from outreach_app.exchange.importing.columns import layout_of
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.exchange.importing.oddities import count_oddities
from outreach_app.models import JOURNALED, JournalEvent, Point
from outreach_app.models.base import Group, Link, new_uid
from outreach_app.progress import Progress
from outreach_app.queries.records import get_own_office
from tests import makers
from tests.core.exchange.forging import packed
from tests.core.exchange.network import Network, export, take, unsound, upto

_NUMBER: Fields = {
    "number": {"number_year": 2026, "number_sequence": 7, "number_station": "B"},
}
_SOME = "0198f000-0000-7000-8000-000000000007"  # of no record
_WORDS: Fields = {"words": {"language": "fr", "text": "Un éclairage"}}
_OF_HEADQUARTERS = ("entry", "reply", "review")
_OF_ITS_OFFICE = ("claim", "mention")  # they do not go to headquarters
# A sound record of each noun, whose links are those of `write_holders`.
SOUND: dict[str, Fields] = {
    "partner": {"name_fr": "Association", "category": "pt.association", "is_active": True},
    "person": {"capacity_fr": "Président", "language": "fr", "is_active": True},
    "identity": {"name_fr": "Karim"},
    "meeting": {
        "status": {"status": "held"},
        "kind": "mt.periodic",
        "channel": "ch.inperson",
        "when": {"held_on": "2026-10-14"},
        "subject_fr": "Sécurité",
        **_NUMBER,
    },
    "attendance": {"is_present": True},
    "point": {"kind": "concern", "position": 0, "topic": "tp.6.1", **_WORDS},
    "commitment": {"owner": "office", "position": 0, "status": {"status": "cst.open"}, **_WORDS},
    "referral": {"destination": "rf.commune", "position": 0, "topic": "tp.6.1"},
    "issue": {
        "kind": "session",
        "edition": 1,
        "issued_at": "2026-11-20T10:00:00Z",
        "fingerprint": "a" * 64,
        "code": "ABCD",
        **_NUMBER,
    },
    "publication": {"kind": "pb.rectification", "published": {"published_on": "2026-11-10"}},
    "rumour": {"heard": {"heard_on": "2026-11-10"}, "form": "rk.oral", **_NUMBER, **_WORDS},
    "finding": {"result": {"result": "vr.false", "found_on": "2026-11-12"}, **_WORDS},
    "reading": {"read": {"read_on": "2026-11-20"}, "counts": {"views": 5}},
    "office": {"role": "precinct", "name_fr": "Annakhil", "name_ar": "النخيل", "number": "13"},
    "distinction": {"first": _SOME, "second": _SOME},
    "clarification": {"question": _SOME, "clarified_on": "2026-11-20", **_WORDS},
    "proposal": {
        "kind": "concern",
        "topic": "tp.6.1",
        "count": 3,
        "proposed_on": "2026-11-20",
        **_WORDS,
    },
    "claim": {
        "kind": "access",
        "received_on": "2026-11-20",
        "identity_check": "known",
        "due_on": "2026-12-20",
        **_NUMBER,
    },
    "mention": {
        "erased_record": _SOME,
        "text_record": _SOME,
        "field": "text",
        "seen": "a" * 64,
        "places": "0-18",
    },
    "entry": {"code": "tp.6.1", "ar": "الإنارة", "fr": "Éclairage"},
    "reply": {"replied_on": "2026-11-20", **_WORDS},
    "review": {"verdict": "question", "reviewed_on": "2026-11-20", **_WORDS},
}
ODD: tuple[Json, ...] = (
    *("", "x", "ch.zzz", "x" * 5_000, "\u202ex\u0000", "0001-01-01", "9999-12-31", "10:30"),
    *(True, False, 0, -5_000, 2**53 - 1),
    *(["x"], ["x", "x"], ["pc.zzz"], ["pc.zzz", "pc.zzz"], ["0" * 64, "x"]),
)


def odd_records(entity: str, links: Fields) -> Iterator[Fields]:
    """Yield a noun's sound record with each odd value that a column or link of it can be told."""
    model = next(model for model in JOURNALED if model.contract.entity == entity)
    sound = SOUND[entity] | links
    yield sound
    for field in model.contract.fields:
        if isinstance(field, Link):
            for target in (None, "", "x", 5, ["x"], _SOME, *links.values()):
                if _is_taken(entity, field.name, target):
                    yield {**sound, field.name: target}
            continue
        for column, value in itertools.product(field.columns, ODD):
            told = (
                _with(sound.get(field.name), column, value) if isinstance(field, Group) else value
            )
            if _is_taken(entity, field.name, told):
                yield {**sound, field.name: told}


def _is_taken(entity: str, field: str, told: Json) -> bool:
    """Return whether a value is of the field's type: else its file is refused whole."""
    try:
        layout_of(entity).values({field: told})
    except ValueError:
        return False
    return True


def _with(group: Json, column: str, value: Json) -> Json:
    """Return a group's values with another one."""
    if not isinstance(group, dict) or isinstance(value, list | dict):
        return None if isinstance(value, list | dict) else {column: value}
    return {**group, column: value}


def write_holders(network: Network) -> dict[str, Fields]:
    """Write at the chief's what odd records belong to; return their links by noun."""
    partner = makers.write_partner(network.chief)
    person = makers.write_person(network.chief, partner, name_fr=None)
    meeting = makers.write_meeting(network.chief)
    rumour, publication = (
        makers.write_rumour(network.chief),
        makers.write_publication(network.chief),
    )
    with network.chief.read() as session:
        point = session.scalars(select(Point.uid)).first()
    of_meeting = (
        *("attendance", "point", "commitment", "referral", "issue"),
        *("clarification", "review"),
    )
    return {
        **{noun: {"meeting": str(meeting)} for noun in of_meeting},
        "person": {"partner": str(partner)},
        "identity": {"person": str(person)},
        "claim": {"person": str(person)},
        "finding": {"rumour": str(rumour)},
        "reading": {"publication": str(publication)},
        "reply": {"point": str(point)},
    }


def signed(store: Database, entity: str, records: Iterable[Fields]) -> bytes:
    """Return a file of a store that goes on from its log with these records."""
    last = upto(store)
    with store.read() as session:
        device = journal.current_device(session).uid
        of_device = select(JournalEvent).where(JournalEvent.device == device)
        row = session.scalars(of_device.order_by(JournalEvent.seq.desc())).first()
        assert row is not None
        assert row.line is not None
        written = decode(row.line)
        own = get_own_office(session).uid
    lines = [
        encode(
            msgspec.structs.replace(
                written, seq=last + n, t=written.t + n, ent=entity,
                id=str(own if entity == "office" else new_uid()), op="set", base=None, d=fields,
            )
        )
        for n, fields in enumerate(records, start=1)
    ]  # fmt: skip
    return packed(store, last + 1, lines)


@pytest.mark.parametrize("entity", SOUND)
def test_no_value_of_a_signed_file_makes_the_register_unsound(
    network: Network, tmp_path: Path, entity: str
) -> None:
    links = write_holders(network).get(entity, {})
    take(network.headquarters, export(network.chief))
    take(network.deputy, export(network.chief))
    sender = network.headquarters if entity in _OF_HEADQUARTERS else network.chief
    receiver = network.deputy if entity in _OF_ITS_OFFICE else network.headquarters
    if sender is network.headquarters:
        receiver = network.chief
    file = tmp_path / "odd.outreach"
    file.write_bytes(signed(sender, entity, odd_records(entity, links)))
    (taken,) = import_paths(receiver, [file], Progress()).files
    assert taken.status == "imported"
    with receiver.read() as session:
        assert count_oddities(session) > 0
    assert unsound(receiver) == []


def test_every_noun_is_tried_with_odd_values() -> None:
    assert set(SOUND) == {model.contract.entity for model in JOURNALED}
