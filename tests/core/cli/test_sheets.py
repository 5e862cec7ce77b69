"""The commands for daily sheets and for the documents of the law."""

from datetime import timedelta
from pathlib import Path

import pytest

from outreach_app import clock
from outreach_app.database import Database
from tests import makers
from tests.claims import write_claim
from tests.core.cli.running import outreach
from tests.servers import ON_A_FILE


@ON_A_FILE
def test_every_sheet_is_written_under_its_own_series(
    store: Path, database: Database, tmp_path: Path
) -> None:
    today = clock.today()
    partner = makers.write_partner(database)
    person = makers.write_person(database, partner)
    tomorrow = today + timedelta(days=1)
    meeting = makers.write_meeting(
        database, status="planned", held_on=tomorrow, attendances=((partner, True),)
    )
    write_claim(database, person)
    database.close()
    common = ("--lang", "fr", "--format", "json", "--out", tmp_path, "--store", store, "--json")
    words = (
        ("sheet", partner),
        ("attendance", meeting),
        ("extract", person),
        ("notice",),
        ("handover",),
    )
    names = [
        Path(path).name
        for arguments in words
        for path in outreach("summary", *arguments, *common).json["documents"]
    ]

    assert names == [
        f"fiche-partenaire-Association-Annakhil-{today}-F-01-{today.year}.json",
        f"feuille-presence-{tomorrow}-A-01-{today.year}.json",
        f"extrait-{today}-E-01-{today.year}.json",
        "avis.json",
        f"passation-{today}.json",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("sheet", "nobody"), "nobody"),
        (("extract", "nobody"), "nobody"),
        (("covering", "R-99/2026"), "Paramètres"),
        (("covering", "R-99/2026"), "recipient --ar TEXT --fr TEXT"),
    ],
)
def test_what_cannot_be_written_is_refused_in_a_sentence(
    store: Path, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    common = ("--out", tmp_path, "--store", store, "--ui-lang", "fr")
    refused = outreach("summary", *arguments, *common)

    assert refused.code == 1
    assert said in refused.said


def test_a_covering_note_goes_to_whom_the_command_line_sets(store: Path, tmp_path: Path) -> None:
    common = ("--store", store, "--json")
    covering = ("summary", "covering", "R-99/2026", "--out", tmp_path, *common)
    assert outreach(*covering).json["error"]["code"] == "no_recipient"
    wrong = outreach("recipient", "--fr", "السيد الوالي", *common).json["error"]
    assert wrong["details"]["problems"][0]["field"] == "recipient_fr"
    assert outreach("recipient", "--fr", "Monsieur le préfet", *common).json["ar"] is None
    both = {"ar": "السيد الوالي", "fr": "Monsieur le préfet"}
    assert outreach("recipient", "--ar", both["ar"], *common).json == both
    assert outreach("recipient", *common).json == both  # nothing given, nothing changed
    assert outreach("recipient", "--ar", "", *common).json == {**both, "ar": None}
    assert outreach(*covering).json["error"]["code"] == "not_found"  # nothing has this number


@ON_A_FILE
def test_all_partners_that_were_met_get_a_sheet_in_one_command(
    store: Path, database: Database, tmp_path: Path
) -> None:
    met, heard = (makers.write_partner(database, name_fr=name) for name in ("Amicale", "Foyer"))
    makers.write_meeting(database, held_on=clock.today(), attendances=((met, True),))
    said = {"points": (), "commitments": (), "referrals": ()}
    makers.write_meeting(database, held_on=clock.today(), attendances=((heard, True),), **said)
    makers.write_partner(database)  # never met: nobody expects a sheet for it
    database.close()
    common = ("--lang", "fr", "--format", "txt", "--out", tmp_path, "--store", store, "--json")

    answer = outreach("summary", "partners", *common).json

    assert [Path(path).name for path in answer["documents"]] == [
        f"dit-et-fait-Amicale-{clock.today()}-D-01-{clock.today().year}.txt"
    ]
    assert [(it["partner"], it["code"]) for it in answer["without"]] == [
        (str(heard), "nothing_raised")
    ]
