"""The page on the exchange file matches the code, and its commands open a bundle."""

import os
import re
import subprocess
from base64 import b64encode
from pathlib import Path

import msgspec

from outreach_app.events import decode_sent
from outreach_app.exchange.format import limits
from outreach_app.exchange.format.manifest import Manifest, decode_manifest
from outreach_app.exchange.importing.columns import layout_of
from outreach_app.models import JOURNALED, Record
from outreach_app.models.base import Group, Link, Value
from tests.core.exchange.reference import BUNDLE, KEY, LINES
from tests.guards.pages import blocks, page, rows, section
from tests.guards.sources import python_files

PAGE = page("exchange-format.md")
UNITS = {"KiB": 1 << 10, "MiB": 1 << 20}
SAMPLES: dict[str, object] = {
    "truth value": True,
    "integer": 14,
    "day": "2026-10-14",
    "time of day": "10:30",
    "moment, UTC": "2026-10-14T15:40:00Z",
    "codes": ["pt.media", "pt.company"],
}


def test_the_commands_open_and_verify_a_bundle(tmp_path: Path) -> None:
    (tmp_path / "bundle.outreach").write_bytes(BUNDLE)
    (tmp_path / "identity.txt").write_text(KEY.identity, encoding="ascii")
    key = b64encode(b"Ed" + KEY.sender.key_id + KEY.sender.signing_key).decode()
    (tmp_path / "sender.pub").write_text(f"untrusted comment: sender\n{key}\n", encoding="ascii")
    (commands,) = [block.text for block in blocks(PAGE) if block.language == "sh"]
    said = subprocess.run(
        ["sh", "-euc", commands], cwd=tmp_path, capture_output=True, check=True, env=os.environ
    ).stdout
    manifest = decode_manifest((tmp_path / "manifest.json").read_bytes())
    assert f"{manifest.payload.gz_sha256}  events.ndjson.gz".encode() in said
    assert said.endswith(b"\n".join(LINES) + b"\n")


def test_the_examples_are_what_a_reader_accepts() -> None:
    manifest, event, stub = (
        block.text.rstrip("\n").encode() for block in blocks(PAGE) if block.language == "json"
    )
    decode_manifest(manifest)
    decode_sent(event)
    decode_sent(stub)


def test_the_keys_of_manifests_and_events_are_listed() -> None:
    told = {name for row in rows(section(PAGE, "Manifest")) for name in _code(row[0])}
    assert told == {field.name for field in msgspec.structs.fields(Manifest)}
    example = msgspec.json.decode(LINES[0], type=dict[str, object])
    assert {name for row in rows(section(PAGE, "Events")) for name in _code(row[0])} == set(example)


def test_the_fields_of_each_noun_are_listed() -> None:
    told = {_code(noun)[0]: _code(fields) for noun, fields, *rest in _nouns() if not rest}
    assert told == {
        model.contract.entity: [_written(field) for field in model.contract.fields]
        for model in JOURNALED
    }


def test_fields_that_are_not_text_are_listed_by_their_type() -> None:
    told = {kind: _code(fields) for kind, _example, fields in (r for r in _nouns() if r[2:])}
    assert told == {kind: sorted(_fields_that_take(value)) for kind, value in SAMPLES.items()}


def test_the_limits_are_those_of_the_code() -> None:
    told = {_code(name)[-1]: _number(most) for name, most in rows(section(PAGE, "Limits"))}
    assert told == {name: value for name, value in vars(limits).items() if name.startswith("MAX")}


def test_the_codes_are_those_that_the_code_answers_with() -> None:
    told = {_code(row[0])[0] for row in rows(section(PAGE, "Codes"))}
    sources = [path.read_text(encoding="utf-8") for path in python_files("outreach_app/exchange")]
    assert told == {code for text in sources for code in re.findall(r'"([EW]_[A-Z_]+)"', text)}


def _code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def _nouns() -> list[list[str]]:
    return rows(section(PAGE, "Nouns and fields"))


def _written(field: Value | Group | Link) -> str:
    match field:
        case Group():
            return f"{field.name} {{{', '.join(field.columns)}}}"
        case Link():
            return f"→{field.name}"
        case _:
            return field.name


def _fields_that_take(value: object) -> set[str]:
    return {name for model in JOURNALED for name in _columns_that_take(model, value)}


def _columns_that_take(model: type[Record], value: object) -> set[str]:
    """Return the columns of a noun that accept this value and no other text."""
    layout = layout_of(model.contract.entity)
    readers = dict(layout.singles.values())
    for group in layout.groups.values():
        readers |= group
    links = {reference.column for reference in layout.references}
    return {
        name
        for name, read in readers.items()
        if name not in links and _takes(read, value) and not _takes(read, "any text")
    }


def _takes(read: object, value: object) -> bool:
    assert callable(read)
    try:
        read(value)
    except (TypeError, ValueError):
        return False
    return True


def _number(text: str) -> int:
    number, _, unit = text.replace(",", "").partition(" ")
    return int(number) * UNITS.get(unit, 1)
