"""Frequent points on the command line: counted, proposed, adopted, declined, withdrawn."""

from pathlib import Path

from outreach_app.database import Database
from tests.core.cli.running import enrol, outreach
from tests.proposals import ADOPTION, OFTEN, PROPOSAL, write_often
from tests.servers import ON_A_FILE


@ON_A_FILE
def test_a_precinct_proposes_what_it_wrote_often(store: Path, database: Database) -> None:
    write_often(database)
    at = ("--store", store, "--json", "--ui-lang", "fr")
    (row,) = outreach("phrase", "list", *at).json["repeated"]
    assert (row["text"], row["count"]) == (OFTEN.text, 3)
    refused = outreach("phrase", "propose", "Jamais écrit", *at)
    assert (refused.code, refused.json["error"]["code"]) == (1, "not_found")
    run = outreach("phrase", "propose", OFTEN.text, "--reworded", PROPOSAL.text, *at)
    assert run.json["leaves"] == {
        "kind": "request",
        "topic": "tp.4.5",
        "count": 3,
        "text": PROPOSAL.text,
        "language": "ar",
        "translation": None,  # it was that of the former words
    }
    (row,) = outreach("list", "proposals", *at).json["rows"]
    assert row["state"] == "waiting"
    assert outreach("phrase", "withdraw", row["uid"], *at).code == 0
    assert outreach("phrase", "list", *at).json["proposals"] == []


@ON_A_FILE
def test_a_proposal_goes_up_and_its_answer_comes_down(
    store: Path, headquarters: Path, database: Database, tmp_path: Path
) -> None:
    write_often(database)
    below, above = (("--store", at, "--json", "--ui-lang", "fr") for at in (store, headquarters))
    enrol(headquarters, store, tmp_path)
    enrol(store, headquarters, tmp_path)
    uid = outreach("phrase", "propose", OFTEN.text, *below).json["uid"]
    refused = outreach("phrase", "adopt", uid, "--ar", "أ", "--fr", "a", *below)
    assert (refused.code, refused.json["error"]["code"]) == (1, "not_allowed_role")
    outreach("export", "--out", tmp_path / "up", *below)
    outreach("import", tmp_path / "up", *above)
    refused = outreach("phrase", "decline", uid, "--reason", "dr.whim", *above)
    assert (refused.code, refused.json["error"]["code"]) == (1, "invalid")
    run = outreach("phrase", "adopt", uid, "--ar", ADOPTION.ar, "--fr", ADOPTION.fr, *above)
    assert run.json["code"].startswith("ph.4.5.")
    again = outreach("phrase", "decline", uid, "--reason", "dr.known", *above)
    assert (again.code, again.json["error"]["code"]) == (1, "answered_proposal")
    outreach("acknowledge", "--out", tmp_path / "down", *above)
    outreach("import", tmp_path / "down", *below)
    (row,) = outreach("phrase", "list", *below).json["proposals"]
    assert (row["state"], row["answer"]["fr"]) == ("adopted", ADOPTION.fr)
    assert outreach("phrase", "withdraw", uid, *below).json["error"]["code"] == "answered_proposal"
