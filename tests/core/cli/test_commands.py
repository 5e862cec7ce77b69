"""The command line as scripts call it: JSON on standard output, sentences on standard error."""

import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import isolate
from outreach_app.paths import STORE_FILE
from outreach_app.search import index
from outreach_app.search.index import Found, FoundKind
from tests import makers
from tests.core.cli.running import OFFICE, PRESS, outreach, outreach_anew
from tests.servers import ON_A_FILE


def test_the_main_job_from_an_empty_folder(tmp_path: Path) -> None:
    store = ("--store", tmp_path / "store", "--json")
    made = outreach("init", "--role", "precinct", "--office", OFFICE, *store)
    assert (made.code, made.json["office"]) == (0, "النخيل")
    assert len(made.json["recovery_code"]) == 35

    first = outreach("import-meetings", PRESS, *store).json
    again = outreach("import-meetings", PRESS, *store).json
    assert (first["created"], again["created"], again["skipped"]) == (3, 0, 3)

    name = "press-2021-12-14-menara"
    out = tmp_path / "out"
    written = outreach("summary", "meeting", name, "--format", "all", "--out", out, *store)
    files = sorted(Path(path).name for path in written.json["documents"])
    assert files == [
        f"{noun}-2021-01.{ending}"
        for noun in ("seance", "جلسة")
        for ending in ("docx", "json", "pdf", "txt")
    ]
    assert set(written.json["pages"].values()) == {1}
    assert all(Path(path).is_absolute() for path in written.json["documents"])

    assert outreach("check", *store).json["ok"] is True
    undone = outreach("revert-import", first["batch"], *store).json
    # The issued meeting stays, with its five points and its commitment.
    assert undone == {"removed": 7, "restored": 0, "kept": 7}
    left = outreach("list", "meetings", *store).json["rows"]
    assert [row["reference"] for row in left] == [name]


def test_the_same_facts_give_the_same_bytes_and_edition(store: Path, tmp_path: Path) -> None:
    common = ("--store", store, "--json")
    outreach("import-meetings", PRESS, *common)
    pages = []
    for folder in (tmp_path / "a", tmp_path / "b"):
        outreach("summary", "meeting", "press-2014-05-08-ben-msick", "--out", folder, *common)
        pages.append([path.read_bytes() for path in sorted(folder.iterdir())])
    assert len(pages[0]) == 2
    assert pages[0] == pages[1]


@ON_A_FILE
def test_a_partner_has_its_sheet(store: Path, database: Database, tmp_path: Path) -> None:
    partner = makers.write_partner(database)
    today = clock.today()
    makers.write_meeting(database, held_on=today, attendances=((partner, True),))
    database.close()
    common = ("--format", "all", "--out", tmp_path / "out", "--store", store, "--json")
    written = outreach("summary", "partner", partner, *common).json
    names = sorted(Path(path).name for path in written["documents"])
    assert names == [
        f"{noun}-{today}-D-01-{today.year}.{ending}"
        for noun in ("dit-et-fait-Association-Annakhil", "قلتم-وأنجزنا-جمعية-النخيل")
        for ending in ("docx", "json", "pdf", "txt")
    ]


def test_search_and_list_in_either_script(store: Path) -> None:
    common = ("--store", store, "--json")
    outreach("import-meetings", PRESS, *common)
    found = outreach("search", "مخدّرات", "drogue", "سيدي", "nothing-such", *common).json
    counts = {one["query"]: len(one["rows"]) for one in found["results"]}
    assert min(counts["مخدّرات"], counts["drogue"], counts["سيدي"]) > 0
    assert counts["nothing-such"] == 0
    kinds = {row["kind"] for one in found["results"] for row in one["rows"]}
    assert kinds == {"meeting", "point"}
    held = outreach("list", "points", "--where", "topic=tp.3.1", "--limit", 1, *common).json
    assert (len(held["rows"]), held["count"]) == (1, 2)


@ON_A_FILE
def test_search_says_that_there_is_more_and_that_the_index_is_not_complete(
    store: Path, database: Database
) -> None:
    for number in range(3):
        makers.write_partner(database, name_fr=f"Association Annakhil {number}")
    with database.write(Actor.PROGRAM) as session:
        # Many queued records are already gone: each command processes the first thousand.
        index.postpone(session, [Found(FoundKind.PERSON, number) for number in range(2_200)])
    database.close()
    common = ("annakhil", "--limit", 2, "--store", store, "--ui-lang", "fr")
    run = outreach("search", *common, "--json")
    assert (run.json["waiting"], run.json["results"][0]["is_cut"]) == (1_200, True)
    run = outreach("search", *common)
    assert "200" in run.said
    assert "Il y a d’autres résultats" in run.output
    run = outreach("search", "annakhil", "--store", store, "--json")
    assert (run.json["waiting"], run.json["results"][0]["is_cut"]) == (0, False)


def test_a_half_wrong_file_is_partly_refused_with_a_file_to_correct(
    store: Path, tmp_path: Path
) -> None:
    content = json.loads(PRESS.read_text(encoding="utf-8"))
    content["meetings"][1]["held_on"] = "31/02/2014"
    file = tmp_path / "half.json"
    file.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    options = ("--refused", tmp_path / "refused.json", "--store", store, "--json")
    run = outreach("import-meetings", file, *options, "--ui-lang", "fr")
    assert (run.code, run.json["created"], run.json["failed"]) == (1, 2, 1)
    assert run.json["problems"][0]["code"] == "invalid_date"
    assert "n’existe pas" in run.said
    refused = json.loads(Path(run.json["failed_rows"]).read_text(encoding="utf-8"))
    refused["meetings"][0]["held_on"] = "2014-05-08"
    file.write_text(json.dumps(refused, ensure_ascii=False), encoding="utf-8")
    assert outreach("import-meetings", file, "--store", store, "--json").json["created"] == 1


def test_a_dry_run_writes_nothing(store: Path) -> None:
    run = outreach("import-meetings", PRESS, "--dry-run", "--store", store, "--json")
    assert (run.json["created"], run.json["batch"]) == (3, None)
    assert outreach("list", "meetings", "--store", store, "--json").json["count"] == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("check", "--store", "nowhere"), "no_store"),
        (("list", "people", "--store", "nowhere", "--account", "deputy-1"), "no_store"),
        (("summary", "meeting", "unknown", "--out", "out"), "not_found"),
        (("summary", "partner", "unknown", "--out", "out"), "not_found"),
        (("revert-import", "unknown"), "not_found"),
        (("import-meetings", "unknown.json"), "unreadable_file"),
        (("import-partners", "unknown.csv"), "unreadable_file"),
        (("list", "partners", "--where", "nonsense"), "unknown_field"),
        (("init", "--role", "precinct", "--office", OFFICE), "store_exists"),
        (("init", "--role", "x", "--office", OFFICE, "--store", "new"), "invalid"),
        (("backup", "--out", "/proc/none/copy"), "disk_gone"),
        (("restore", "unknown", "--store", "new"), "backup_failed"),
    ],
)
def test_each_refusal_has_a_code_a_sentence_and_exit_1(
    store: Path, tmp_path: Path, arguments: tuple[object, ...], code: str
) -> None:
    where = () if "--store" in arguments else ("--store", store)
    run = outreach(*arguments, *where, "--json", folder=tmp_path)
    assert (run.code, run.json["error"]["code"]) == (1, code)
    assert run.json["error"]["message"] in run.said


def test_wrong_usage_is_exit_2_and_a_wrong_passphrase_exit_1(store: Path) -> None:
    assert outreach("list", "birds", "--store", store).code == 2
    run = outreach("check", "--store", store, "--json", passphrase="another passphrase")
    assert (run.code, run.json["error"]["code"]) == (1, "wrong_passphrase")


def test_backup_and_restore_by_command(store: Path, tmp_path: Path) -> None:
    outreach("import-meetings", PRESS, "--store", store, "--json")
    copy, new = tmp_path / "copy", tmp_path / "new"
    saved = outreach("backup", "--out", copy, "--store", store, "--json").json
    back = outreach("restore", copy, "--store", new, "--json").json
    assert back["records"] == saved["records"]
    assert outreach("list", "meetings", "--store", new, "--json").json["count"] == 3


def test_a_passphrase_file_serves_and_short_ones_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "passphrase"
    file.write_text("short\n")
    common = ("--passphrase-file", file, "--store", tmp_path / "store", "--json")
    run = outreach("init", "--role", "precinct", "--office", OFFICE, *common)
    assert run.json["error"]["code"] == "invalid"
    file.write_text("long enough passphrase\n")
    assert outreach("init", "--role", "precinct", "--office", OFFICE, *common).code == 0


@pytest.mark.early
def test_the_demo_does_the_whole_job(tmp_path: Path) -> None:
    options = ("--meetings", 2, "--precincts", 2, "--seed", 3, "--json")
    run = outreach("demo", tmp_path / "out", *options, passphrase="")
    assert isolate("demo") in run.said  # nobody could open them otherwise
    names = [Path(path).name for path in run.json["stores"]]
    assert names == ["precinct-1", "precinct-2", "headquarters"]
    assert len(run.json["documents"]) == 2 * 2 * 2 + 2
    assert [Path(path).parent.name for path in run.json["documents"][-2:]] == ["headquarters"] * 2
    assert all(Path(path).read_bytes().startswith(b"%PDF") for path in run.json["documents"])
    assert [Path(path).parent.name for path in run.json["bundles"]] == ["bundles"] * 2 + [
        "answers"
    ] * 2
    held = run.json["headquarters"]
    # Two meetings, the planned one, four awareness actions.
    assert (held["offices"], held["meetings"], held["partners"]) == (2, 2 * (2 + 1 + 4), 2 * 15)
    for store in run.json["stores"]:
        assert outreach("check", "--store", store, "--json", passphrase="demo").json["ok"] is True
    # Contact persons were informed, or still can be: no name is erased during the trial.
    people = outreach(
        "list", "people", "--store", run.json["stores"][0], "--json", passphrase="demo"
    )
    assert len([row for row in people.json["rows"] if row["name_ar"]]) == 15 + 2
    assert outreach("demo", tmp_path / "out", *options, passphrase="demo").json["error"][
        "code"
    ] == ("store_exists")


def test_help_is_in_the_language_asked_for() -> None:
    run = outreach_anew("summary", "meeting", "--ui-lang", "fr", "--help")
    assert "Rédiger la synthèse" in run.output


def test_a_document_is_verified_and_the_register_listed(store: Path, tmp_path: Path) -> None:
    common = ("--store", store, "--json")
    outreach("import-meetings", PRESS, *common)
    name = "press-2014-05-08-ben-msick"
    out = ("--lang", "fr", "--out", tmp_path)
    (path,) = outreach("summary", "meeting", name, *out, *common).json["documents"]
    found = outreach("verify", path, *common)
    assert (found.code, found.json["verdict"], found.json["issue"]["edition"]) == (0, "issued", 1)
    with Path(path).open("ab") as file:
        file.write(b"%")
    altered = outreach("verify", path, *common)
    assert (altered.code, altered.json["verdict"]) == (1, "altered")
    (row,) = outreach("list", "issues", *common).json["rows"]
    assert (row["kind"], row["number"], len(row["hashes"])) == ("session", "02/2014", 1)


def test_a_period_and_a_month_are_written(store: Path, database: Database, tmp_path: Path) -> None:
    makers.write_meeting(database)
    makers.write_meeting(database, status="planned", held_on=date(2026, 12, 2))
    database.close()
    words = tmp_path / "words.txt"
    words.write_text("الحوار منتظم.\n- Besoin d’une salle.\n", encoding="utf-8")
    common = ("--lang", "fr", "--out", tmp_path / "out", "--store", store, "--json")
    days = ("2026-10-01", "2026-10-31")
    report = outreach("summary", "period", *days, "--words", words, "--format", "all", *common)
    endings = sorted(Path(path).suffix for path in report.json["documents"])
    assert endings == [".docx", ".json", ".pdf", ".txt", ".xlsx"]
    (told,) = (Path(path) for path in report.json["documents"] if path.endswith(".txt"))
    text = told.read_text(encoding="utf-8")
    assert "Besoin d’une salle." in text
    assert "الحوار منتظم" in text
    programme = outreach("summary", "programme", "2026-12", *common)
    assert programme.json["documents"][0].endswith("programme-2026-12-01-2026-12-31.pdf")
    for month in ("December", "9999-12", "2026-1"):
        assert outreach("summary", "programme", month, *common).code == 2
    words.write_bytes(b"\xff\xfe")
    refused = outreach("summary", "period", *days, "--words", words, *common)
    assert (refused.code, refused.json["error"]["code"]) == (1, "unreadable_file")


@pytest.mark.skipif(sys.platform != "linux", reason="needs a device that never ends")
def test_numbers_beyond_any_and_secrets_without_end_are_refused(store: Path) -> None:
    common = ("--store", store, "--json")
    nines = "9" * 5000
    reached = outreach("awareness", "mt.school", "--subject", "x", "--reached", f"pupils={nines}")
    calendar = outreach("export-calendar", "2026-12", "--out", "x.ics", "--remind", nines[:400])
    twice = outreach("awareness", "mt.school", *(f"--reached=pupils={n}" for n in (60, 70)))
    assert (reached.code, calendar.code, twice.code) == (2, 2, 2)
    endless = outreach("check", "--passphrase-file", "/dev/zero", *common)
    assert endless.json["error"]["code"] == "wrong_passphrase"
    os.mkfifo(store / "pipe")
    silent = outreach("check", "--passphrase-file", store / "pipe", *common)
    assert silent.json["error"]["code"] == "unreadable_file"
    (store / "pipe").replace(store / STORE_FILE)
    assert outreach("check", *common).json["error"]["code"] == "not_regular"


def test_an_office_that_is_described_in_part_is_told_what_it_lacks(tmp_path: Path) -> None:
    described = tmp_path / "office.json"
    described.write_text('{"name_ar": "النخيل", "name_fr": "Annakhil"}', encoding="utf-8")
    run = outreach(
        "init", "--role", "precinct", "--office", described, "--store", tmp_path / "store"
    )
    said = run.said.replace("\u2066", "").replace("\u2069", "").splitlines()
    assert {"city_ar", "letterhead_fr"} <= {line.split(":")[0] for line in said}
    assert not {"name_ar", "name_fr"} & {line.split(":")[0] for line in said}


def test_an_office_described_by_what_is_no_text_is_refused(tmp_path: Path) -> None:
    described = tmp_path / "office.json"
    for name, value in {"number": 13, "letterhead_ar": [True], "city_fr": ["Fès"]}.items():
        fields = json.loads(OFFICE.read_text(encoding="utf-8")) | {name: value}
        described.write_text(json.dumps(fields), encoding="utf-8")
        common = ("--store", tmp_path / "store", "--ui-lang", "fr")
        run = outreach("init", "--role", "precinct", "--office", described, *common)
        assert (run.code, name in run.said, (tmp_path / "store").exists()) == (1, True, False)
