"""Exports: only what is not acknowledged, no names of people, whole files or none."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import Cancelled, NotFound, WriteFailed
from outreach_app.events import Stub
from outreach_app.exchange.exporting.bundles import WrittenBundle, audit_head, write_bundles
from outreach_app.exchange.exporting.planning import Receiver, list_named_records, plan_export
from outreach_app.exchange.stations.registry import own_station
from outreach_app.models import Bundle
from outreach_app.progress import Progress
from outreach_app.services.erasure import erase_identity
from outreach_app.services.findings import record_finding
from outreach_app.services.partner_drafts import draft_of_partner
from outreach_app.services.partners import change_partner
from outreach_app.services.people import PersonDraft, register_person
from outreach_app.services.points import PointDraft
from outreach_app.services.replies import ReplyDraft, reply_to_point
from tests import makers
from tests.core.exchange.network import Network, events, open_at, state, unsound, upto
from tests.core.exchange.posts import answer, export, post, statuses

NAME_AR, NAME_FR = "عبد الغفور المريني", "Abdelghafour El Merini"
OWNER = "Cabinet Tachfine"


def plant_names(store: Database) -> None:
    """Write a person, and a practice named after its owner."""
    partner = makers.write_partner(store)
    with store.write(Actor.CHIEF) as session:
        draft = PersonDraft(partner, NAME_AR, NAME_FR, "رئيس", "Président", phone="0661234567")
        register_person(session, draft)
    makers.write_partner(store, name_ar=None, name_fr=OWNER, is_named_after_person=True)


def sent(store: Database, bundles: list[WrittenBundle]) -> bytes:
    """Return all lines of these files, decrypted by a receiver."""
    opened = [open_at(store, bundle.path.read_bytes()) for bundle in bundles]
    return b"\n".join(entry.line or b"" for bundle in opened for entry in bundle.entries)


def test_headquarters_gets_everything_but_names_and_contacts(
    network: Network, tmp_path: Path
) -> None:
    plant_names(network.chief)
    makers.write_meeting(network.chief)
    bundles = export(network.chief, tmp_path)
    content = sent(network.headquarters, bundles).decode()
    for secret in (NAME_AR, NAME_FR, OWNER, "661234567"):
        assert secret not in content
    assert "جمعية النخيل" in content
    assert "Président" in content
    post(network.headquarters, bundles)
    assert unsound(network.headquarters) == []


def test_names_go_where_a_person_says_so_and_that_is_logged(
    network: Network, tmp_path: Path
) -> None:
    plant_names(network.chief)
    withheld = export(network.chief, tmp_path / "without")
    given = export(network.chief, tmp_path / "with", includes_names=True)
    content = sent(network.headquarters, given).decode()
    assert NAME_AR in content
    assert OWNER in content
    with network.chief.read() as session:
        rows = session.scalars(select(Bundle).where(Bundle.direction == "out").order_by(Bundle.id))
        assert [row.has_names for row in rows] == [False, True]
    post(network.headquarters, withheld)
    post(network.headquarters, given)
    assert unsound(network.headquarters) == []


def test_where_only_an_erasure_left_no_name_did(network: Network, tmp_path: Path) -> None:
    partner = makers.write_partner(network.chief)
    person = makers.write_person(network.chief, partner)
    with network.chief.write(Actor.CHIEF) as session:
        erase_identity(session, person)
    post(network.deputy, export(network.chief, tmp_path, Receiver.SIBLING))
    for store in (network.chief, network.deputy):
        with store.read() as session:
            assert [row.has_names for row in session.scalars(select(Bundle))] == [False]


def test_a_practice_that_was_said_to_be_a_persons_later_is_withheld_all_the_same(
    network: Network, tmp_path: Path
) -> None:
    uid = makers.write_partner(network.chief, name_fr=OWNER)
    with network.chief.write(Actor.CHIEF) as session:
        version = makers.the_partner(session).version
        draft = makers.partner_draft(
            name_fr=OWNER, is_named_after_person=True, version=version, place="حي النخيل"
        )
        change_partner(session, uid, draft)
    bundles = export(network.chief, tmp_path)
    assert OWNER not in sent(network.headquarters, bundles).decode()
    post(network.headquarters, bundles)
    with network.headquarters.read() as session:
        partner = makers.the_partner(session)
        assert (partner.uid, partner.place, partner.name_fr) == (uid, None, None)
    assert unsound(network.headquarters) == unsound(network.chief) == []


def test_the_second_pc_gets_the_names(network: Network, tmp_path: Path) -> None:
    plant_names(network.chief)
    bundles = export(network.chief, tmp_path, Receiver.SIBLING)
    assert NAME_AR in sent(network.deputy, bundles).decode()
    post(network.deputy, bundles)
    assert state(network.deputy) == state(network.chief)


def test_an_erased_name_is_erased_where_it_was_once_given(network: Network, tmp_path: Path) -> None:
    partner = makers.write_partner(network.chief)
    with network.chief.write(Actor.CHIEF) as session:
        person = register_person(session, PersonDraft(partner, NAME_AR, NAME_FR)).uid
    post(network.headquarters, export(network.chief, tmp_path, includes_names=True))
    assert NAME_AR in str(state(network.headquarters))
    with network.chief.write(Actor.CHIEF) as session:
        erase_identity(session, person)
    post(network.headquarters, export(network.chief, tmp_path))
    assert NAME_AR not in str(state(network.headquarters))
    lines = [line for *_place, line, _hash, _head in events(network.headquarters)]
    assert not [line for line in lines if isinstance(line, bytes) and NAME_AR.encode() in line]


def test_the_former_name_of_a_practice_is_erased_where_it_was_given(
    network: Network, tmp_path: Path
) -> None:
    partner = makers.write_partner(network.chief, name_ar=None, name_fr=OWNER, place=f"rue {OWNER}")
    post(network.headquarters, export(network.chief, tmp_path))
    early = export(network.chief, tmp_path, Receiver.SIBLING)
    with network.chief.write(Actor.CHIEF) as session:
        draft = replace(draft_of_partner(session, partner), is_named_after_person=True)
        change_partner(session, partner, draft)
    with network.chief.write(Actor.CHIEF) as session:
        erase_identity(session, partner)
    post(network.headquarters, export(network.chief, tmp_path))
    post(network.deputy, export(network.chief, tmp_path, Receiver.SIBLING))
    post(network.deputy, early)  # it was in transit all the time
    assert state(network.deputy) == state(network.chief)
    for store in (network.chief, network.headquarters, network.deputy):
        lines = [line for *_place, line, _hash, _head in events(store)]
        assert not [line for line in lines if isinstance(line, bytes) and OWNER.encode() in line]
        assert unsound(store) == []


def test_what_was_not_acknowledged_goes_again_and_what_was_does_not(
    network: Network, tmp_path: Path
) -> None:
    makers.write_meeting(network.chief)
    first = export(network.chief, tmp_path)
    lost = export(network.chief, tmp_path)
    assert [(row.first, row.last) for row in lost] == [(row.first, row.last) for row in first]
    post(network.headquarters, lost)
    post(network.chief, answer(network.headquarters, tmp_path))
    assert [row.count for row in export(network.chief, tmp_path)] == [0]
    reached = upto(network.chief)
    makers.write_meeting(network.chief)
    [after] = export(network.chief, tmp_path)
    assert (after.first, after.last) == (reached + 1, upto(network.chief))
    assert statuses(post(network.headquarters, [after])) == [("imported", None)]
    [whole] = export(network.chief, tmp_path, is_full=True)
    assert whole.first == 1


def test_a_long_log_is_split_and_each_part_stands_alone(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("outreach_app.exchange.exporting.bundles.MAX_EVENTS", 3)
    makers.write_meeting(network.chief)
    bundles = export(network.chief, tmp_path)
    assert [row.count for row in bundles[:-1]] == [3] * (len(bundles) - 1)
    assert sum(row.count for row in bundles) == upto(network.chief)
    opened = [open_at(network.headquarters, row.path.read_bytes()) for row in bundles]
    assert len({row.manifest.audit_head for row in opened}) == len(bundles)
    done = post(network.headquarters, bundles[::-1])
    assert {file.status for file in done.files} == {"imported"}
    assert unsound(network.headquarters) == []


def test_the_file_name_says_the_day_and_the_precinct(network: Network, tmp_path: Path) -> None:
    names = [export(network.chief, tmp_path)[0].path.name for _time in range(2)]
    day = date.fromisoformat(names[0][:10])
    assert names == [f"{day}-Annakhil-13-{number}.outreach" for number in (1, 2)]
    assert sorted(path.name for path in tmp_path.glob("*outreach*")) == names


def test_without_an_enrolled_receiver_nothing_is_planned(database: Database) -> None:
    for to in (Receiver.HEADQUARTERS, Receiver.SIBLING):
        with database.read() as session, pytest.raises(NotFound) as refused:
            plan_export(session, to)
        assert refused.value.code == "no_receiver"


def test_a_failure_leaves_no_file_and_no_line_in_the_log(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("outreach_app.exchange.exporting.bundles.MAX_EVENTS", 3)
    makers.write_meeting(network.chief)
    with network.chief.read() as session:
        before = audit_head(session)
        plan = plan_export(session, Receiver.HEADQUARTERS)
    progress = Progress(lambda done, _total, _what: progress.cancel() if done else None)
    twice = [plan, plan, plan]
    with pytest.raises(Cancelled):
        write_bundles(network.chief, twice, tmp_path / "out", progress)
    assert list((tmp_path / "out").iterdir()) == []
    (tmp_path / "file").touch()
    with pytest.raises(WriteFailed) as refused:
        write_bundles(network.chief, [plan], tmp_path / "file", Progress())
    assert refused.value.code == "not_writable"
    with network.chief.read() as session:
        assert audit_head(session) == before


def test_a_plan_says_what_it_holds_and_which_texts_name_a_person(network: Network) -> None:
    plant_names(network.chief)
    named = PointDraft("request", "tp.8.4", "يطلب عبد الغفور المريني دوريات", "ar")
    uid = makers.write_meeting(network.chief, points=(named,), commitments=(), referrals=())
    makers.write_meeting(network.chief)
    with network.chief.read() as session:
        plan, own = (plan_export(session, to) for to in (Receiver.HEADQUARTERS, Receiver.SIBLING))
        told, told_own = (list_named_records(session, [row]) for row in (plan, own))
    assert plan.events == upto(network.chief)
    assert {"meeting": 2, "partner": 2, "person": 1}.items() <= plan.records.items()
    assert ("identity" in plan.records, plan.names) == (False, 2)  # withheld unless included
    assert [(row.uid, row.names) for row in told] == [(uid, (NAME_AR,))]
    assert told_own == []  # the second computer gets the names themselves


def test_a_rumour_and_a_publication_that_name_a_person_are_told_first(network: Network) -> None:
    plant_names(network.chief)
    told = "ينسبها الناس إلى عبد الغفور المريني"
    rumour = makers.write_rumour(network.chief, text=told)
    found = makers.write_rumour(network.chief)
    publication = makers.write_publication(network.chief, title_ar=told)
    with network.chief.write(Actor.CHIEF) as session:
        record_finding(session, found, makers.finding_draft(text=told, language="ar"))
    with network.chief.read() as session:
        named = list_named_records(session, [plan_export(session, Receiver.HEADQUARTERS)])
    assert {(row.entity, row.uid) for row in named} == {
        ("rumour", rumour),
        ("rumour", found),
        ("publication", publication),
    }


def test_the_answer_holds_headquarters_own_records_and_what_it_holds(
    network: Network, tmp_path: Path
) -> None:
    makers.write_meeting(network.chief)
    post(network.headquarters, export(network.chief, tmp_path))
    reply = ReplyDraft("ستضاف دورية ليلية", "ar", date(2026, 11, 2))
    with network.chief.read() as session:
        point = makers.the_meeting(session).points[0].uid
    with network.headquarters.write(Actor.HEADQUARTERS) as session:
        reply_to_point(session, point, reply)
    answers = answer(network.headquarters, tmp_path)
    assert len(answers) == 2
    assert {row.stations for row in answers} != {answers[0].stations}
    for_chief, for_deputy = _in_order(network, answers)
    assert statuses(post(network.chief, [for_chief])) == [("imported", None)]
    # The deputy's computer has not had the chief's file, whose point the reply answers.
    assert statuses(post(network.deputy, [for_deputy])) == [("imported", "W_WAITING")]
    with network.chief.read() as session:
        [point_row] = [p for p in makers.the_meeting(session).points if p.replies]
        assert point_row.replies[0].text == reply.text


def _in_order(network: Network, answers: list[WrittenBundle]) -> Iterator[WrittenBundle]:
    """The chief's answer, then the deputy's."""
    for store in (network.chief, network.deputy):
        with store.read() as session:
            own = own_station(session).device
        yield next(row for row in answers if row.stations == (own,))


def test_a_reply_to_another_offices_point_travels_as_a_stub(
    network: Network, tmp_path: Path
) -> None:
    makers.write_meeting(network.headquarters)
    with network.headquarters.write(Actor.HEADQUARTERS) as session:
        point = makers.the_meeting(session).points[0].uid
        reply_to_point(session, point, ReplyDraft("جواب لغيركم", "ar", date(2026, 11, 2)))
    [bundle] = [next(_in_order(network, answer(network.headquarters, tmp_path)))]
    opened = open_at(network.chief, bundle.path.read_bytes())
    replies = [entry.sent for entry in opened.entries if entry.sent.ent == "reply"]
    assert [isinstance(reply, Stub) for reply in replies] == [True]
