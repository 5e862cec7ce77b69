"""Exchange commands: cards, export, import, answer."""

import re
import shutil
from pathlib import Path

import pytest
import uuid_utils.compat
from msgspec import structs
from sqlalchemy import func, select

from outreach_app import startup
from outreach_app.database import Database
from outreach_app.exchange.format.keys import StationKeys
from outreach_app.exchange.stations.cards import card_fingerprint, read_card, write_card
from outreach_app.models import Bundle, Identity
from outreach_app.paths import STORE_FILE
from outreach_app.services.erasure import erase_identity
from outreach_app.vault import unlock
from tests import makers
from tests.altering import run
from tests.core.cli.running import OFFICE, PRESS, enrol, outreach


def test_an_export_says_by_which_card_its_receiver_is_known(
    store: Path, headquarters: Path, tmp_path: Path, new_store_key: bytes
) -> None:
    card = enrol(store, headquarters, tmp_path)
    read = card_fingerprint(read_card(next(tmp_path.glob("*-card"))))
    sent = outreach("export", "--out", tmp_path, "--store", store, "--json")
    assert sent.json["receivers"] == [{"device": card, "fingerprint": read}]
    assert read in sent.said
    run(
        store,
        new_store_key,
        "UPDATE stations SET recipient = (SELECT recipient FROM stations WHERE role = 'precinct')"
        " WHERE role = 'headquarters'",
    )
    altered = outreach("export", "--out", tmp_path, "--store", store, "--json")
    assert read not in altered.said


def test_headquarters_are_told_the_recovery_key_of_the_precincts(tmp_path: Path) -> None:
    role = ("--role", "headquarters", "--office", OFFICE)
    made = outreach("init", *role, "--store", tmp_path / "headquarters", "--json")
    assert made.json["recovery_key"].startswith("AGE-SECRET-KEY-1")


def test_a_precinct_and_headquarters_exchange(
    store: Path, headquarters: Path, tmp_path: Path
) -> None:
    at_precinct, at_headquarters = (("--store", s, "--json") for s in (store, headquarters))
    outreach("import-meetings", PRESS, *at_precinct)
    nobody = outreach("export", "--out", tmp_path, *at_precinct)
    assert (nobody.code, nobody.json["error"]["code"]) == (1, "no_receiver")
    device = enrol(headquarters, store, tmp_path)
    enrol(store, headquarters, tmp_path)

    out, answers = tmp_path / "out", tmp_path / "answers"
    sent = outreach("export", "--out", out, *at_precinct).json
    [bundle] = sent["bundles"]
    assert (bundle["first"], bundle["count"]) == (1, bundle["last"])

    (out / "not one.outreach").write_bytes(b"age-encryption.org/v1\nnothing")
    tried = outreach("import", out, "--dry-run", *at_headquarters).json
    assert tried["totals"]["new"] == bundle["count"]
    assert outreach("list", "meetings", *at_headquarters).json["count"] == 0
    came = outreach("import", out, *at_headquarters)
    rows = {row["status"]: row for row in came.json["bundles"]}
    assert came.code == 1
    assert rows["refused"]["code"] == "E_HEADER"
    assert rows["imported"]["device"] == device
    assert (rows["imported"]["new"], rows["imported"]["gaps"]) == (bundle["count"], [])
    assert outreach("list", "meetings", *at_headquarters).json["count"] == 3
    again = outreach("import", bundle["path"], *at_headquarters)
    assert (again.code, again.json["bundles"][0]["status"]) == (0, "duplicate")

    [answer] = outreach("acknowledge", "--out", answers, *at_headquarters).json["bundles"]
    assert answer["to"] == device
    heard = outreach("import", answer["path"], *at_precinct)
    assert (heard.code, heard.json["bundles"][0]["acknowledged"]) == (0, bundle["last"])
    told = outreach("import", answer["path"], *at_precinct[:2]).output
    assert f"توصلت المصالح المركزية بتغييراتكم إلى غاية رقم \u2066{bundle['last']}\u2069" in told
    assert outreach("export", "--out", out, *at_precinct).json["bundles"][0]["count"] == 0
    assert len(outreach("export", "--full", "--out", out, *at_precinct).json["bundles"]) == 1

    for folder in (store, headquarters):
        assert outreach("check", "--store", folder, "--json").json["ok"] is True


def test_an_erasure_comes_back_to_a_backup_by_the_file_that_is_asked_for(
    store: Path, headquarters: Path, tmp_path: Path
) -> None:
    at_precinct, at_headquarters = (("--store", s, "--json") for s in (store, headquarters))
    with startup.opened(store, makers.PASSPHRASE) as office:
        partner = makers.write_partner(office.database)
        person = makers.write_person(office.database, partner)
    enrol(headquarters, store, tmp_path)
    enrol(store, headquarters, tmp_path)

    def exchange() -> tuple[int, list[str]]:
        """Return how many changes were sent, and who has later ones after the answer."""
        [sent] = outreach("export", "--out", tmp_path, *at_precinct).json["bundles"]
        assert outreach("import", sent["path"], *at_headquarters).code == 0
        answers = outreach("acknowledge", "--out", tmp_path, *at_headquarters).json["bundles"]
        paths = [answer["path"] for answer in answers]
        return sent["count"], outreach("import", *paths, *at_precinct).json["behind"]

    exchange()
    backup = tmp_path / "before.backup"
    outreach("backup", "--out", backup, *at_precinct)
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.write() as session:
        erase_identity(session, person)
    exchange()
    shutil.rmtree(store)
    outreach("restore", backup, *at_precinct)
    assert names(store) == 1
    assert exchange() == (0, [])
    assert names(store) == 0


def names(store: Path) -> int:
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.read() as session:
        return session.scalar(select(func.count()).select_from(Identity)) or 0


def test_a_precinct_takes_its_own_out_of_the_answers_to_all(
    store: Path, headquarters: Path, tmp_path: Path
) -> None:
    at_precinct, at_headquarters = (("--store", s, "--json") for s in (store, headquarters))
    enrol(headquarters, store, tmp_path)
    enrol(store, headquarters, tmp_path)
    enrol_another(headquarters, store, tmp_path)
    answers = tmp_path / "answers"
    written = outreach("acknowledge", "--out", answers, *at_headquarters).json["bundles"]
    came = outreach("import", answers, *at_precinct)
    assert came.code == 0
    rows = {row["status"]: row for row in came.json["bundles"]}
    assert rows.keys() == {"imported", "elsewhere"}
    assert rows["elsewhere"]["code"] == "W_ELSEWHERE"
    assert (came.json["totals"]["elsewhere"], came.json["totals"]["refused"]) == (1, 0)
    others = Path(rows["elsewhere"]["path"])
    assert others.name not in came.said  # nothing is to be done about it
    assert "1" in outreach("import", answers, *at_precinct[:2]).output.splitlines()[-1]
    alone = outreach("import", others, *at_precinct)
    [refused] = alone.json["bundles"]
    assert (alone.code, refused["code"]) == (1, "E_NOT_FOR_US_OR_DAMAGED")
    assert len(written) == 2


def enrol_another(headquarters: Path, precinct: Path, folder: Path) -> None:
    """Enrol the card of a precinct without a store."""
    known = read_card(
        Path(outreach("card", "--out", folder, "--store", precinct, "--json").json["path"])
    )
    device, office = (str(uuid_utils.compat.uuid7()) for _time in range(2))
    keys = StationKeys.generate().public
    names = {"number": "77", "name_ar": "دائرة أخرى", "name_fr": "Autre poste"}
    card = structs.replace(known, device=device, office=office, keys=keys, **names)
    write_card(card, folder / "another.outreach-card")
    typed = ("--fingerprint", card_fingerprint(card).replace(" ", "-"))
    path = folder / "another.outreach-card"
    assert outreach("enrol", path, *typed, "--store", headquarters, "--json").code == 0


def test_names_leave_only_where_the_command_says_so(
    store: Path, headquarters: Path, tmp_path: Path
) -> None:
    enrol(headquarters, store, tmp_path)
    enrol(store, headquarters, tmp_path)
    at_precinct, at_headquarters = (("--store", s, "--json") for s in (store, headquarters))
    cards = tmp_path / "cards.vcf"
    cards.write_text(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zephyrin Tachfine\r\nORG:Association Atlas\r\n"
        "END:VCARD\r\n"
    )
    assert outreach("import-partners", cards, *at_precinct).code == 0

    def people_at_headquarters(*flags: str) -> list[str | None]:
        sent = outreach("export", "--full", *flags, "--out", tmp_path / "out", *at_precinct)
        path = sent.json["bundles"][0]["path"]
        assert outreach("import", path, *at_headquarters).code == 0
        rows = outreach("list", "people", *at_headquarters).json["rows"]
        return [row["name_fr"] for row in rows]

    assert people_at_headquarters() == [None]
    assert people_at_headquarters("--names") == ["Zephyrin Tachfine"]
    database = Database(store / STORE_FILE, unlock(store, makers.PASSPHRASE))
    with database.read() as session:
        logged = session.scalars(select(Bundle.has_names).order_by(Bundle.id)).all()
    database.close()
    assert logged == [False, True]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("enrol", "unknown", "--fingerprint", "1"), "unreadable_file"),
        (("revoke", "unknown", "--from", "1"), "not_found"),
        (("revoke", "0198f000-0000-7000-8000-000000000001", "--from", "1"), "not_found"),
        (("export", "--out", "out", "--to", "sibling"), "no_receiver"),
        (("acknowledge", "--out", "out"), "headquarters_only"),
    ],
)
def test_each_refusal_has_a_code_and_a_sentence(
    store: Path, tmp_path: Path, arguments: tuple[str, ...], code: str
) -> None:
    run = outreach(*arguments, "--store", store, "--json", folder=tmp_path)
    assert (run.code, run.json["error"]["code"]) == (1, code)
    assert run.json["error"]["message"] == run.said.strip()


def test_a_card_with_a_mistyped_fingerprint_is_refused(store: Path, headquarters: Path) -> None:
    card = outreach("card", "--out", store, "--store", headquarters, "--json").json
    typed = card["fingerprint"][:-1]
    run = outreach("enrol", card["path"], "--fingerprint", typed, "--store", store, "--json")
    assert run.json["error"]["details"]["problems"][0]["code"] == "incomplete"


def test_a_missing_file_is_one_refused_file(store: Path) -> None:
    run = outreach("import", "nowhere.outreach", "--store", store, "--json")
    assert (run.code, run.json["totals"]["refused"]) == (1, 1)


def test_of_very_many_damaged_files_some_are_named_and_all_are_counted(
    store: Path, tmp_path: Path
) -> None:
    for number in range(60):
        (tmp_path / f"no-{number:02}.outreach").write_bytes(b"not a bundle")
    run = outreach("import", tmp_path, "--dry-run", "--store", store, "--ui-lang", "fr")
    assert (run.code, len(run.said.splitlines())) == (1, 51)
    assert "no-49" in run.said
    assert "no-50" not in run.said
    assert "\u206610\u2069" in run.said.splitlines()[-1]


def test_an_empty_path_is_not_the_current_folder(store: Path, tmp_path: Path) -> None:
    for command in (("import", "--dry-run", ""), ("check", "--passphrase-file", "")):
        run = outreach(*command, "--store", store, folder=tmp_path)
        assert run.code == 2
        assert "اذكروا الملف أو المجلد" in run.said


def test_the_national_summary_counts_what_came(
    store: Path, headquarters: Path, tmp_path: Path
) -> None:
    at_precinct, at_headquarters = (("--store", s, "--json") for s in (store, headquarters))
    outreach("import-meetings", PRESS, *at_precinct)
    enrol(headquarters, store, tmp_path)
    enrol(store, headquarters, tmp_path)
    outreach("export", "--out", tmp_path / "out", *at_precinct)
    outreach("import", tmp_path / "out", *at_headquarters)
    days = sorted(row["held_on"] for row in outreach("list", "meetings", *at_precinct).json["rows"])
    wanted = ("national", days[0], days[-1], "--out", tmp_path / "national", "--format", "all")
    run = outreach("summary", *wanted, *at_headquarters)
    names = [Path(path).name for path in run.json["documents"]]
    every_format = (".docx", ".json", ".pdf", ".txt", ".xlsx")
    assert sorted(Path(name).suffix for name in names) == sorted(every_format * 2)
    text = next(path for path in run.json["documents"] if re.search("synthese-.*txt$", path))
    assert "3 rencontres et actions" in Path(text).read_text(encoding="utf-8").replace(
        "\u00a0", " "
    )
    quarter = ("national", "2026-07-01", "2026-09-30", *wanted[3:])
    hidden = outreach("summary", *quarter, "--publishable", *at_headquarters)
    assert all(re.search("-publique-|-للنشر-", path) for path in hidden.json["documents"])
    refused = outreach("summary", *wanted, *at_precinct)
    assert (refused.code, refused.json["error"]["code"]) == (1, "headquarters_only")


@pytest.mark.parametrize(
    "days",
    [
        ("2026-10-31", "2026-10-01"),
        ("October", "2026-10-31"),
        ("0001-01-01", "0001-01-31"),
        ("9999-12-01", "9999-12-31"),
    ],
)
def test_days_that_are_no_period_are_wrong_usage(
    headquarters: Path, days: tuple[str, str], tmp_path: Path
) -> None:
    run = outreach("summary", "national", *days, "--out", tmp_path, "--store", headquarters)
    assert run.code == 2
    assert not list(tmp_path.glob("*.pdf"))
