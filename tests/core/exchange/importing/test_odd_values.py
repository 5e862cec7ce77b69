"""Odd values of a signed file: kept, shown as unknown, and the register stays sound."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

from outreach_app.events import Fields, Json, decode, encode
from outreach_app.exchange.importing.columns import layout_of
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.exchange.importing.oddities import count_oddities
from outreach_app.models import JOURNALED, JournalEvent
from outreach_app.models.base import Group, Link, new_uid
from outreach_app.progress import Progress
from tests import makers
from tests.core.exchange.forging import packed
from tests.core.exchange.network import Network, export, take, unsound, upto

_NUMBER: Fields = {
    "number": {"number_year": 2026, "number_sequence": 7, "number_station": "B"},
}
_WORDS: Fields = {"words": {"language": "fr", "text": "Un éclairage"}}
# A sound record of each noun that a precinct writes, whose links are those of `_links`.
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
}
ODD: tuple[Json, ...] = (
    *("", "x", "ch.zzz", "x" * 5_000, "\u202ex\u0000", "0001-01-01", "9999-12-31", "10:30"),
    *(True, False, 0, -5_000, 2**53 - 1),
    *(["x"], ["x", "x"], ["pc.zzz"], ["pc.zzz", "pc.zzz"], ["0" * 64, "x"]),
)


def odd_records(entity: str) -> Iterator[Fields]:
    """Yield a noun's sound record with each odd value that a column of it can be told."""
    model = next(model for model in JOURNALED if model.contract.entity == entity)
    sound = SOUND[entity]
    yield sound
    for field in model.contract.fields:
        if isinstance(field, Link):
            continue
        for column, value in itertools.product(field.columns, ODD):
            told = (
                _with(sound.get(field.name), column, value) if isinstance(field, Group) else value
            )
            try:
                layout_of(entity).values({field.name: told})
            except ValueError:
                continue  # of another type: its file is refused whole
            yield {**sound, field.name: told}


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
    of_meeting = ("attendance", "point", "commitment", "referral", "issue")
    return {
        **{noun: {"meeting": str(meeting)} for noun in of_meeting},
        "person": {"partner": str(partner)},
        "identity": {"person": str(person)},
        "finding": {"rumour": str(rumour)},
        "reading": {"publication": str(publication)},
    }


@pytest.mark.parametrize("entity", SOUND)
def test_no_value_of_a_signed_file_makes_the_register_unsound(
    network: Network, tmp_path: Path, entity: str
) -> None:
    links = write_holders(network).get(entity, {})
    take(network.headquarters, export(network.chief))
    last = upto(network.chief)
    with network.chief.read() as session:
        row = session.scalars(select(JournalEvent).order_by(JournalEvent.t.desc())).first()
        assert row is not None
        assert row.line is not None
        written = decode(row.line)
    lines = [
        encode(
            msgspec.structs.replace(
                written, seq=last + n, t=written.t + n, ent=entity, id=str(new_uid()),
                op="set", base=None, d={**fields, **links},
            )
        )
        for n, fields in enumerate(odd_records(entity), start=1)
    ]  # fmt: skip
    file = tmp_path / "odd.outreach"
    file.write_bytes(packed(network.chief, last + 1, lines))
    (taken,) = import_paths(network.headquarters, [file], Progress()).files
    assert taken.status == "imported"
    with network.headquarters.read() as session:
        assert count_oddities(session) > 0
    assert unsound(network.headquarters) == []
