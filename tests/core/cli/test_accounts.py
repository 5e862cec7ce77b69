"""Account commands: no passphrase is ever an argument."""

import re
from pathlib import Path

from outreach_app import startup
from outreach_app.actors import Role
from tests import makers
from tests.core.cli.running import outreach
from tests.second_people import OWN as OF_SECOND
from tests.second_people import add_second

OWN = "a passphrase of one's own"


def test_a_deputy_is_added_chooses_a_passphrase_and_may_not_administer(
    store: Path, tmp_path: Path
) -> None:
    here = ("--store", store, "--json")
    added = outreach("account", "add", "--role", "deputy", *here).json
    first, chosen = added["passphrase"], tmp_path / "chosen"
    assert (added["account"], added["must_change"]) == ("deputy-1", True)

    listed = outreach("account", "list", "--store", store)
    assert "deputy-1" in listed.output.splitlines()[-1]  # what to do if it was never shown

    refused = outreach("list", "partners", *here, passphrase=first).json
    assert refused["error"]["code"] == "must_change_passphrase"
    chosen.write_text(f"{OWN}\n")
    own = ("account", "passphrase", "--new-passphrase-file", chosen, "--account", "deputy-1")
    assert outreach(*own, *here, passphrase=first).code == 0
    assert outreach("list", "partners", *here, passphrase=OWN).code == 0
    refused = outreach("account", "add", "--role", "reader", *here, passphrase=OWN).json
    assert refused["error"]["code"] == "not_allowed_role"

    unused = ("--new-passphrase-file", chosen)
    assert outreach("account", "passphrase", "deputy-1", *unused, *here).code == 2
    assert outreach("list", "partners", *here, passphrase=OWN).code == 0

    removed = outreach("account", "remove", "deputy-1", "--delete-backups", *here).json
    assert removed == {"account": "deputy-1", "backups_left": 0}
    refused = outreach("list", "partners", *here, passphrase=OWN).json
    assert refused["error"]["code"] == "wrong_passphrase"
    assert [row["account"] for row in outreach("account", "list", *here).json["accounts"]] == [
        "chief-1"
    ]


def test_the_recovery_code_opens_no_account_that_was_named(tmp_path: Path) -> None:
    store = tmp_path / "store"
    code = startup.create_store(store, makers.PASSPHRASE, makers.office_draft()).recovery_code
    here = ("--store", store, "--json")
    outreach("account", "add", "--role", "reader", *here)
    refused = outreach("list", "partners", "--account", "reader-1", *here, passphrase=code)
    assert refused.json["error"]["code"] == "other_account"
    assert "reader-1" in refused.json["error"]["message"]
    for named in ((), ("--account", "chief-1")):
        assert outreach("list", "partners", *named, *here, passphrase=code).code == 0


def test_a_valid_second_of_another_chief_lets_an_account_in(store: Path, tmp_path: Path) -> None:
    here, paper = ("--store", store, "--json"), tmp_path / "second"
    add_second(store, Role.CHIEF)
    both = ("--second", "chief-2", "--second-passphrase-file", paper)
    add = ("account", "add", "--role", "reader")
    assert outreach("two-persons", "--on", *here).code == 0
    paper.write_text("not the passphrase\n")
    refused = [outreach(*add, *said, *here).json["error"]["code"] for said in ((), both)]
    assert refused == ["second_person_needed", "wrong_passphrase"]
    paper.write_text(f"{OF_SECOND}\n")
    assert outreach(*add, *both, *here).json["account"] == "reader-1"


def test_a_reader_by_a_former_name_is_told_the_new_one_and_not_who_came_when(store: Path) -> None:
    here = ("--store", store, "--json")
    add_second(store, Role.DEPUTY)
    assert outreach("account", "role", "deputy-1", "--role", "reader", *here).code == 0
    listing = ("account", "list", *here, "--account")
    refused = outreach(*listing, "deputy-1", passphrase=OF_SECOND).json["error"]
    assert refused["code"] == "no_such_account"
    assert {"deputy-1", "reader-1"} <= set(words_in(refused["message"]))
    listed = outreach(*listing, "reader-1", passphrase=OF_SECOND).json["accounts"]
    assert not [row for row in listed if "opened_at" in row]
    assert outreach(*listing, "chief-1").json["accounts"][0]["opened_at"]


def test_who_may_not_confirm_is_told_so_though_there_is_nothing_to_confirm(store: Path) -> None:
    here = ("--store", store, "--json")
    add_second(store, Role.READER)
    for command in ("confirm-date", "confirm-older"):
        refused = outreach(command, *here, passphrase=OF_SECOND).json["error"]
        assert refused["code"] == "not_allowed_role"
        assert outreach(command, *here).json["confirmed"] is False


def words_in(message: str) -> list[str]:
    return re.findall(r"[a-z]+-\d", message)
