"""A whole elimination by commands: due, listed, issued, archived, destroyed, certified."""

import zipfile
from datetime import date
from pathlib import Path

from outreach_app import accounts, backup, clock, startup
from outreach_app.actors import Role
from tests import makers
from tests.core.cli.running import outreach

OWN = "the deputy's own passphrase"


def test_what_is_due_is_listed_archived_and_destroyed_by_two_persons(
    store: Path, tmp_path: Path
) -> None:
    here = ("--store", store, "--json")
    with startup.opened(store, makers.PASSPHRASE) as office:
        makers.write_meeting(office.database, held_on=date(2019, 3, 1), commitments=())
        first = accounts.add_account(office.database, store, Role.DEPUTY)
    with startup.opened(store, first.passphrase) as office:
        accounts.change_own_passphrase(office.database, store, OWN)
    secret = tmp_path / "second"
    secret.write_text(f"{OWN}\n")
    due = outreach("retention", "list", *here).json
    assert [(row["kind"], row["due_on"]) for row in due["due"]] == [("meeting", "2024-03-01")]
    assert due["terms"]["meeting"] == 60
    made = outreach("retention", "propose", "--out", tmp_path, "--lang", "ar", *here).json
    uid = made["uid"]
    assert [Path(path).suffix for path in made["documents"]] == [".pdf"]
    shown = outreach("retention", "show", uid, *here).json
    assert (shown["state"], shown["number"][:2], shown["records"]) == ("issued", "L-", 4)

    archive = tmp_path / "archive.zip.age"
    today = f"{clock.local(clock.now()):%d/%m/%Y}"
    agreed = ("--agreement", f"AM/12-{clock.today().year}", "--agreed-on", today)
    destroy = ("retention", "destroy", uid, *agreed, "--archive", archive)
    both = ("--second", "deputy-1", "--second-passphrase-file", secret)
    assert outreach(*destroy, *both, *here).json["error"]["code"] == "not_archived"
    assert _refused_number(*destroy[:3], "--agreed-on", today, *here) == ["identity_number"]
    assert write_archive(store, uid, archive) == 4
    assert outreach(*destroy, *here).json["error"]["code"] == "second_person_needed"
    secret.write_text("a guess\n")
    assert outreach(*destroy, *both, *here).json["error"]["code"] == "wrong_passphrase"
    secret.write_text(f"{OWN}\n")
    done = outreach(*destroy, *both, *here).json
    _of_closing, *former = [file.name for file in backup.newest(store)]
    assert former
    assert (done["destroyed"], done["backups"], done["set_aside"]) == (4, former, [])
    assert outreach("list", "meetings", *here).json["rows"] == []
    written = outreach("retention", "certificate", uid, "--out", tmp_path, *here).json
    assert len(written["documents"]) == 2
    assert outreach("check", *here).code == 0


def write_archive(store: Path, uid: str, archive: Path) -> int:
    """Seal the archive of a list to a new key, open it, and return the number of records."""
    here, write = ("--store", store, "--json"), ("retention", "archive", uid, archive)
    key, opened = archive.with_name("key.txt"), archive.with_name("archive.zip")
    assert outreach(*write, *here).json["error"]["code"] == "no_archivist"
    public = outreach("retention", "archivist", "--new", key, *here).json["archivist"]
    assert outreach("retention", "archivist", "--key", key, *here).json["archivist"] == public
    count: int = outreach(*write, *here).json["archived"]
    assert outreach("retention", "open", archive, key, opened, *here).code == 0
    assert zipfile.is_zipfile(opened)
    return count


def _refused_number(*command: object) -> list[str]:
    """Return how a card's number is refused, before the archive and any passphrase is read."""
    wrong = ("--agreement", "AB/123456", "--second", "deputy-1")
    refused = outreach(*command, *wrong).json["error"]
    return [problem["code"] for problem in refused["details"]["problems"]]
