"""An objection by commands: first the texts that name the person, then the name itself."""

from pathlib import Path

from sqlalchemy import select

from outreach_app import backup, clock, startup
from outreach_app.actors import Actor
from outreach_app.models import Claim, Meeting, Mention
from outreach_app.services.drafts import save_draft
from tests import makers
from tests.core.cli.running import outreach

NAME = "Zephyrin Plantedname"
OTHER = "Zéfirin Plantednam"


def test_an_objection_takes_the_name_out_of_texts_then_off_the_card(store: Path) -> None:
    here = ("--store", store, "--json")
    with startup.opened(store, makers.PASSPHRASE) as office:
        partner = makers.write_partner(office.database)
        person = makers.write_person(
            office.database, partner, name_fr=NAME, name_ar=None, capacity_fr="trésorier"
        )
        makers.write_meeting(office.database, subject_fr=f"Visite de {NAME}", commitments=())
        makers.write_meeting(office.database, subject_fr=f"Visite de {OTHER}", commitments=())
    asked = ("claim", "record", "objection", "--about", person, "--checked", "known")
    claim = outreach(*asked, *here).json["uid"]
    refused = outreach("claim", "erase", claim, *here).json["error"]
    assert refused["code"] == "named_in_texts"

    of_other, text = outreach("claim", "texts", claim, *here).json["texts"]
    assert of_other["text"] == f"Visite de {OTHER}"
    assert (text["field"], text["proposed"]) == ("subject_fr", "Visite de trésorier")
    put = ("claim", "put-capacity", claim, text["record"])
    assert outreach(*put, "place_fr", *here).json["error"]["code"] == "not_found"
    assert outreach(*put, "subject_fr", "--text", NAME, *here).code != 0
    assert outreach(*put, "subject_fr", *here).json["left"] == 1
    erase = ("claim", "erase", claim)
    wrong = ("--another", f"{of_other['record']}:place_fr")
    assert outreach(*erase, *wrong, *here).json["error"]["code"] == "not_found"
    assert outreach(*erase, *here).json["error"]["code"] == "named_in_texts"
    (store / "set-aside-20200101-000000").mkdir()
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.write() as session:
        draft = makers.meeting_draft(subject_fr=f"Visite de {NAME}")
        save_draft(session, "meeting/1", draft, clock.now())
    erased = outreach(*erase, "--another", f"{of_other['record']}:subject_fr", *here).json
    assert erased["erased_on"]
    assert erased["drafts"] == 1
    assert erased["set_aside"] == ["set-aside-20200101-000000"]
    # Earlier backups contain the name; the later one, made on closing, does not.
    made = {file.name for file in backup.newest(store)}
    assert len(made - set(erased["backups"])) == 1
    assert erased["backups"]
    assert outreach("claim", "texts", claim, *here).json["texts"] == []
    assert outreach("check", *here).code == 0


def test_who_listed_the_texts_that_name_a_person_is_noted(store: Path) -> None:
    here = ("--store", store, "--json")
    with startup.opened(store, makers.PASSPHRASE) as office:
        partner = makers.write_partner(office.database)
        person = makers.write_person(office.database, partner, name_fr=NAME, name_ar=None)
        makers.write_meeting(office.database, subject_fr=f"Visite de {NAME}", commitments=())
    asked = ("claim", "record", "objection", "--about", person, "--checked", "known")
    claim = outreach(*asked, *here).json["uid"]
    listed = ("list", "access", "--where", "act=names_listed", *here)
    assert outreach(*listed).json["count"] == 0
    outreach("claim", "texts", claim, *here)
    assert outreach(*listed).json["count"] == 1


def test_a_late_text_has_no_proposal_and_its_new_words_are_left_to_the_reader(store: Path) -> None:
    """After the erasure no computer here knows the name: it vouches for no wording."""
    here = ("--store", store)
    with startup.opened(store, makers.PASSPHRASE) as office:
        partner = makers.write_partner(office.database)
        person = makers.write_person(office.database, partner, name_fr=NAME, name_ar=None)
    asked = ("claim", "record", "objection", "--about", person, "--checked", "known")
    claim = outreach(*asked, *here, "--json").json["uid"]
    assert outreach("claim", "erase", claim, *here).code == 0
    with startup.opened(store, makers.PASSPHRASE) as office:
        late = makers.write_meeting(office.database, subject_fr=f"Visite de {NAME}", commitments=())
        with office.database.write(Actor.PROGRAM) as session:
            erased = session.scalars(select(Claim.erased_record)).one()
            place = {"text_record": str(late), "field": "subject_fr"}
            seen = session.scalars(select(Meeting)).one().version
            office_id = session.scalars(select(Claim.office_id)).one()
            session.add(Mention(office_id=office_id, erased_record=str(erased), seen=seen, **place))
    told = outreach("claim", "texts", claim, *here).output
    assert f"Visite de {NAME}" in told
    assert "→" not in told
    put = ("claim", "put-capacity", claim, late, "subject_fr", "--text", "Visite")
    assert "لم يعد هذا الحاسوب يعرف الاسم" in outreach(*put, *here).output
