"""Unusable files are refused before work starts, with a reason."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from outreach_app.database import Database
from outreach_app.errors import UnreadableFile
from outreach_app.transfer.communication_document import read_document
from outreach_app.transfer.communication_tables import Table
from outreach_app.transfer.mappings import read_mapping
from outreach_app.transfer.meetings_file import read_meetings
from outreach_app.transfer.named_rows import MAX_ROWS
from outreach_app.transfer.partners_file import read_partners
from outreach_app.transfer.value_words import read_values
from tests.core.cli.running import outreach
from tests.core.transfer.test_meetings import GOOD, bring_in


def refusal(read: Callable[[Path], object], file: Path, text: str) -> UnreadableFile:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableFile) as refused:
        read(file)
    return refused.value


@pytest.mark.parametrize("half", [r"\ud800", r"\udfff\ud800", r"\ud83d\u0041", r"\\\ud83d"])
def test_half_of_a_character_is_told_with_its_line(tmp_path: Path, half: str) -> None:
    text = f'{{"format": "outreach-meetings",\n"meetings": ["{half}"]}}'
    assert refusal(read_meetings, tmp_path / "a.json", text).line == 2


def test_a_list_that_no_meeting_has_is_refused(tmp_path: Path) -> None:
    file, point = tmp_path / "a.json", {"kind": "concern", "text_fr": "Éclairage"}
    content = {"format": "outreach-meetings", "version": 1}
    for count in (500, 501):
        meetings = [GOOD | {"points": [point] * count}]
        file.write_text(json.dumps(content | {"meetings": meetings}), encoding="utf-8")
        [entry] = read_meetings(file)
        codes = [each.code for each in entry.problems if each.field == "points"]
        assert codes == ["too_many"] * (count > 500)


@pytest.mark.parametrize("end", ["", 'a","b" c\n'])
def test_a_quotation_mark_that_is_not_closed_is_told_with_its_line(
    tmp_path: Path, end: str
) -> None:
    text = 'name_fr,phone\n"whole","1"\n"never closed,2\n' + "a,b\n" * 50 + end
    refused = refusal(read_partners, tmp_path / "a.csv", text)
    assert refused.line == 3


@pytest.mark.parametrize("uid", [{"a": 1}, [], 1.5, None])
def test_a_rumour_is_read_whatever_names_it(tmp_path: Path, uid: object) -> None:
    known = {"format": "outreach-communication", "version": 1}
    content = json.dumps(known | {"rumours": [{"uid": uid, "text": "Rumeur"}]})
    (tmp_path / "a.json").write_text(content, encoding="utf-8")
    assert len(read_document(tmp_path / "a.json")[0][Table.RUMOURS]) == 1


def test_whole_characters_written_as_two_are_taken(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    good = GOOD | {"subject_fr": "Fête 😀 \\ud800"}
    content = {"format": "outreach-meetings", "version": 1, "meetings": [good]}
    file.write_text(json.dumps(content), encoding="utf-8")
    assert bring_in(database, file).created == 1


@pytest.mark.parametrize("read", [read_meetings, read_document, read_mapping, read_values])
@pytest.mark.parametrize(
    ("text", "said"), [('{"phone": "a", "phone": "b"}', "phone"), ("[" * 60_000, "")]
)
def test_every_reader_refuses_what_would_lose_a_value_or_the_program(
    tmp_path: Path, read: Callable[[Path], object], text: str, said: str
) -> None:
    assert said in refusal(read, tmp_path / "a.json", text).message


def test_an_office_that_is_nested_without_end_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "office.json"
    where = ("--store", tmp_path / "store", "--json")
    for content in ("[" * 60_000, "[]"):
        file.write_text(content, encoding="utf-8")
        made = outreach("init", "--role", "precinct", "--office", file, *where)
        assert made.json["error"]["code"] == "unreadable_file"
        assert file.name in made.json["error"]["message"]


MANY = MAX_ROWS + 1
TOO_MANY: dict[str, tuple[Callable[[Path], object], str]] = {
    "partners.csv": (read_partners, "name_fr\n" + "a\n" * MANY),
    "meetings.csv": (read_meetings, "kind;held_on\n" + "a;b\n" * MANY),
    "meetings.json": (
        read_meetings,
        json.dumps({"format": "outreach-meetings", "version": 1, "meetings": [{}] * MANY}),
    ),
    "communication.json": (
        read_document,
        json.dumps({"format": "outreach-communication", "version": 1, "remarks": [{}] * MANY}),
    ),
}


@pytest.mark.parametrize("name", TOO_MANY)
def test_more_rows_than_one_import_takes_are_told_before_work_starts(
    tmp_path: Path, name: str
) -> None:
    read, text = TOO_MANY[name]
    refused = refusal(read, tmp_path / name, text)
    assert refused.code == "too_large"
    assert f"\u2066{MAX_ROWS}\u2069" in refused.message


def test_headings_alone_are_no_import(tmp_path: Path) -> None:
    assert "a.csv" in refusal(read_meetings, tmp_path / "a.csv", "c1;c2;c3\n").message
    assert "CSV" in refusal(read_meetings, tmp_path / "a.txt", "").message
    assert "b.json" in refusal(read_meetings, tmp_path / "b.json", '{"version": 2}').message
    with pytest.raises(UnreadableFile, match="تتعذر قراءة الملف"):
        read_meetings(tmp_path / "nowhere.xyz")


def test_zero_bytes_are_told_for_what_they_are(tmp_path: Path) -> None:
    assert refusal(read_partners, tmp_path / "a.csv", "name_fr\nab\0c\n").line == 2


def test_a_record_of_a_file_on_one_line_is_named_by_its_noun_and_number(
    store: Path, tmp_path: Path
) -> None:
    bad = GOOD | {"held_on": "32/13/2026"}
    meetings = [GOOD, bad | {"uid": "two"}, bad | {"uid": ""}]
    content = {"format": "outreach-meetings", "version": 1, "meetings": meetings}
    file = tmp_path / "meetings.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    common = ("--store", store, "--ui-lang", "fr")
    told = outreach("import-meetings", file, *common, "--dry-run").said
    assert "1 (Rencontre \u20662\u2069 · \u2066two\u2069)" in told
    assert "1 (Rencontre \u20663\u2069)" in told
    lists = {"rumours": [{"text": "Vrai", "heard_on": "2026-11-02"}, {"text": "Non"}]}
    lists["remarks"] = [{"text": "Bruit", "received_on": "2026-11-02", "topic": "tp.none"}]
    content = {"format": "outreach-communication", "version": 1} | lists
    file.write_text(json.dumps(content), encoding="utf-8")
    run = outreach("import-communication", file, *common, "--dry-run", "--json")
    places = [(row["line"], row["record"]) for row in run.json["problems"]]
    assert places == [(1, "Rumeur \u20662\u2069"), (1, "Remarque \u20661\u2069")]
