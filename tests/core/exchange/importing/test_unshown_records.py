"""Imported records that no list shows are reported with number and reason."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select, text

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.events import Event, Fields
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.exchange.importing.oddities import list_oddities
from outreach_app.exchange.importing.received_files import ReceivedFile
from outreach_app.i18n import Language, isolate
from outreach_app.models import Issue, Meeting, Partner
from outreach_app.progress import Progress
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.services.issues import IssueDraft, plan_edition, record_issue
from outreach_app.services.meeting_drafts import draft_of_meeting
from outreach_app.services.meetings import change_meeting
from tests import makers
from tests.core.exchange.forging import forge
from tests.core.exchange.network import Network, export, open_at, take, unsound, upto
from ui import languages

Edit = Callable[[Event], Event]


def of_noun(noun: str, change: Callable[[Event], Fields]) -> Edit:
    """Edit the first events of a noun."""

    def edited(event: Event) -> Event:
        if event.ent != noun or event.base is not None:
            return event
        return msgspec.structs.replace(event, d=change(event))

    return edited


def forged(network: Network, folder: Path, edit: Edit, first: int = 1) -> Path:
    """Return a file of all that the chief wrote, or of what follows a change, changed."""
    last = upto(network.chief)
    file = folder / "changed.outreach"
    edits = dict.fromkeys(range(first, last + 1), edit)
    file.write_bytes(forge(network.chief, first, last, edits))
    return file


def both_ways(network: Network, file: Path) -> ReceivedFile:
    """Check a file at headquarters, then import it; require the same result."""
    (tried,) = import_paths(network.headquarters, [file], Progress(), dry_run=True).files
    (taken,) = import_paths(network.headquarters, [file], Progress()).files
    assert (tried.code, tried.sentence) == (taken.code, taken.sentence)
    return taken


def without_status(event: Event) -> Event:
    return msgspec.structs.replace(event, d={**event.d, "status": None})


def without(*names: str) -> Callable[[Event], Fields]:
    return lambda event: {name: value for name, value in event.d.items() if name not in names}


def test_an_office_that_does_not_say_who_it_is_shows_nothing_and_that_is_told(
    network: Network, tmp_path: Path
) -> None:
    languages.switch(Language.FRENCH)
    makers.write_meeting(network.chief)
    edit = of_noun("office", without("letterhead_ar", "chief_title_fr"))
    taken = both_ways(network, forged(network, tmp_path, edit))
    assert (taken.status, taken.code) == ("imported", "W_UNSHOWN")
    assert f"Rencontres : {isolate('1')}" in taken.sentence.replace("\u00a0", " ")
    assert "En-tête en arabe" in taken.sentence
    with network.headquarters.read() as session:
        assert session.scalars(select(Meeting)).all() == []
        (row,) = list_oddities(session)
    assert (row.entity, row.lacks) == ("office", ("chief_title_fr", "letterhead_ar"))
    assert row.office is not None
    assert unsound(network.headquarters) == []


def test_what_hangs_on_such_an_office_is_told_with_every_file(
    network: Network, tmp_path: Path
) -> None:
    makers.write_meeting(network.chief)
    file = forged(network, tmp_path, of_noun("office", without("letterhead_ar")))
    both_ways(network, file)
    last, head = upto(network.chief), open_at(network.headquarters, file.read_bytes())
    with network.chief.write(Actor.CHIEF) as session:  # the chief's next file continues from it
        session.execute(
            text("UPDATE events SET head = :head WHERE seq = :seq"),
            {"head": bytes.fromhex(head.manifest.range.head), "seq": last},
        )
    makers.write_partner(network.chief)
    next_file = take(network.headquarters, export(network.chief, first=last + 1))
    assert next_file.code == "W_UNSHOWN"
    with network.headquarters.read() as session:
        assert [row.entity for row in list_oddities(session)] == ["office"]


def test_a_link_to_a_record_of_another_noun_is_told(network: Network, tmp_path: Path) -> None:
    makers.write_partner(network.chief)
    makers.write_meeting(network.chief)
    with network.chief.read() as session:
        partner = str(session.scalars(select(Partner.uid)).one())
    edit = of_noun("point", lambda event: {**event.d, "meeting": partner})
    taken = both_ways(network, forged(network, tmp_path, edit))
    assert taken.code == "W_UNSHOWN"
    with network.headquarters.read() as session:
        rows = list_oddities(session)
    assert {(row.entity, row.stray) for row in rows} == {("point", ("meeting_id",))}


def test_what_headquarters_issues_on_a_precincts_partner_is_whole(network: Network) -> None:
    partner = makers.write_partner(network.chief)
    take(network.headquarters, export(network.chief))
    draft = IssueDraft(DocumentKind.PARTNER_SHEET, "0" * 64, partner=partner)
    with network.headquarters.write(Actor.HEADQUARTERS) as session:
        record_issue(session, draft, plan_edition(session, draft, clock.now()), ["1" * 64])
    take(network.chief, export(network.headquarters))
    with network.chief.read() as session:
        assert list_oddities(session) == []
        assert session.scalars(select(Issue)).one().partner is not None


def test_a_record_that_leads_to_itself_does_not(network: Network, tmp_path: Path) -> None:
    makers.write_meeting(network.chief)
    edit = of_noun("meeting", lambda event: {**event.d, "follows": event.id})
    taken = both_ways(network, forged(network, tmp_path, edit))
    assert taken.code == "W_ODD"
    with network.headquarters.read() as session:
        assert makers.the_meeting(session).follows is None
        (row,) = list_oddities(session)
    assert row.stray == ("follows_id",)
    assert unsound(network.headquarters) == []


def test_a_record_whose_status_is_emptied_later_stays_as_it_was_and_that_is_told(
    network: Network, tmp_path: Path
) -> None:
    languages.switch(Language.FRENCH)
    meeting = makers.write_meeting(network.chief)
    take(network.headquarters, export(network.chief))
    first = upto(network.chief) + 1
    with network.chief.write(Actor.CHIEF) as session:
        draft = draft_of_meeting(session, meeting)
        change_meeting(session, meeting, replace(draft, subject_fr="Autre objet"))

    taken = both_ways(network, forged(network, tmp_path, without_status, first))
    assert taken.code == "W_ODD"
    assert "Statut" in taken.sentence
    with network.headquarters.read() as session:
        (row,) = list_oddities(session)
        assert (row.entity, row.emptied, row.lacks) == ("meeting", ("status",), ())
        assert makers.the_meeting(session).subject_fr != "Autre objet"
    assert unsound(network.headquarters) == []


def test_what_hangs_on_the_other_computers_records_waits_for_its_file(network: Network) -> None:
    partner = makers.write_partner(network.chief)
    take(network.deputy, export(network.chief))
    makers.write_meeting(network.deputy, attendances=((partner, True),))
    early = take(network.headquarters, export(network.deputy))
    assert early.code == "W_WAITING"
    take(network.headquarters, export(network.chief))
    assert take(network.headquarters, export(network.deputy)).code is None
    with network.headquarters.read() as session:
        assert len(session.scalars(select(Meeting)).all()) == 1
        assert list_oddities(session) == []


def test_a_change_of_what_the_other_computer_began_is_no_fault(network: Network) -> None:
    partner = makers.write_partner(network.chief)
    take(network.deputy, export(network.chief))
    with network.deputy.write(Actor.CHIEF) as session:
        session.scalars(select(Partner).where(Partner.uid == partner)).one().place = "حي الأمل"
    assert take(network.headquarters, export(network.deputy)).code == "W_WAITING"
    with network.headquarters.read() as session:
        assert list_oddities(session) == []


@pytest.mark.parametrize("withheld", [(), ("identity",)])
def test_names_that_are_withheld_are_not_told_as_missing(
    network: Network, withheld: tuple[str, ...]
) -> None:
    partner = makers.write_partner(network.chief)
    makers.write_person(network.chief, partner)
    makers.write_meeting(network.chief, attendances=((partner, True),))
    assert take(network.headquarters, export(network.chief, withheld=withheld)).code is None
