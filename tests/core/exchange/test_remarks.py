"""A remark is sent with its follow-up, in any order; other precincts see none."""

from datetime import date
from itertools import permutations
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import func, select

from outreach_app import journal
from outreach_app.actors import Actor
from outreach_app.events import decode, encode
from outreach_app.exchange.exporting.planning import plan_answers
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.models import JournalEvent, Point
from outreach_app.progress import Progress
from outreach_app.queries.commitments import list_commitments
from outreach_app.queries.points import list_points
from outreach_app.queries.records import get_record
from outreach_app.queries.records_naming_people import list_records_naming_people
from outreach_app.queries.referrals import list_referrals
from outreach_app.queries.remarks import get_remark, list_remarks
from outreach_app.queries.replies import list_replies_to
from outreach_app.queries.search_results import search_headquarters
from outreach_app.services.commitments import CommitmentDraft, promise_for_point
from outreach_app.services.points import close_point
from tests import makers
from tests.core.exchange.forging import packed
from tests.core.exchange.invariants import require_sound
from tests.core.exchange.network import Network
from tests.core.exchange.posts import answer, export, post
from tests.remarks import write_remark

DAY = date(2026, 10, 15)
GOLDEN = Path(__file__).parents[2] / "data" / "exchange" / "remark.ndjson"


def test_a_remark_goes_up_and_headquarters_reply_comes_back(
    network: Network, tmp_path: Path
) -> None:
    chief, headquarters = network.chief, network.headquarters
    uid = write_remark(chief)
    post(headquarters, export(chief, tmp_path))
    with headquarters.read() as session:
        assert [row.uid for row in list_remarks(session)] == [uid]
        assert [row.uid for row in search_headquarters(session, "الحافلات").rows] == [uid]
    makers.write_reply(headquarters, uid)
    post(chief, answer(headquarters, tmp_path))
    with chief.read() as session:
        assert get_remark(session, uid).replied_on is not None
        assert [reply.meeting for reply in list_replies_to(session, uid)] == [None]
    require_sound(chief)
    require_sound(headquarters)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_in_any_order_a_remark_ends_the_same(
    network: Network, tmp_path: Path, order: tuple[int, ...]
) -> None:
    chief, headquarters = network.chief, network.headquarters
    uid = write_remark(chief)
    files = [export(chief, tmp_path / "first")]
    promise = CommitmentDraft("إصلاح الإنارة", "ar", "office")
    with chief.write(Actor.CHIEF) as session:
        promise_for_point(session, uid, get_record(session, Point, uid).version, promise)
    files.append(export(chief, tmp_path / "second"))
    with chief.write(Actor.CHIEF) as session:
        point = get_record(session, Point, uid)
        close_point(session, uid, point.version, DAY)
    files.append(export(chief, tmp_path / "third"))
    for place in order:
        post(headquarters, files[place])
        with headquarters.read() as session:
            # A commitment waits for its remark, and does not count for a meeting meanwhile.
            rows = list_commitments(session, DAY)
            assert all(row.remark == uid for row in rows)
    with headquarters.read() as session:
        assert get_remark(session, uid).state == "closed"
        assert len(list_commitments(session, DAY)) == 1
        assert list_points(session) == []
    require_sound(headquarters)


def test_headquarters_own_remarks_stay_there(network: Network, tmp_path: Path) -> None:
    chief, headquarters = network.chief, network.headquarters
    post(headquarters, export(chief, tmp_path))
    write_remark(headquarters)
    with headquarters.read() as session:
        assert not any("point" in plan.records for plan in plan_answers(session))
    post(chief, answer(headquarters, tmp_path))
    with chief.read() as session:
        assert list_remarks(session) == []
        is_stub = (JournalEvent.entity == "point") & JournalEvent.line.is_(None)
        assert session.scalar(select(func.count()).where(is_stub)) == 1


def test_a_name_in_a_remark_is_told_before_it_leaves(network: Network) -> None:
    partner = makers.write_partner(network.chief)
    makers.write_person(network.chief, partner, name_fr="Zineb Alaoui")
    uid = write_remark(network.chief, text="Zineb Alaoui demande un lampadaire", language="fr")
    with network.chief.read() as session:
        [found] = list_records_naming_people(session, select(Point.uid))
    assert (found.entity, found.uid, found.number) == ("remark", uid, "01/2026")
    assert found.names == ("Zineb Alaoui",)


def test_a_remark_that_an_earlier_program_wrote_comes_in(network: Network, tmp_path: Path) -> None:
    """The content is as written; its position in the log is the sender's."""
    chief, headquarters = network.chief, network.headquarters
    with chief.read() as session:
        device = journal.current_device(session)
        first, t = device.upto + 1, device.highest_t
    lines = [
        encode(msgspec.structs.replace(decode(line), seq=first + place, t=t + 1))
        for place, line in enumerate(GOLDEN.read_bytes().splitlines())
    ]
    file = tmp_path / "golden.outreach"
    file.write_bytes(packed(chief, first, lines))
    post(headquarters, export(chief, tmp_path))
    summary = import_paths(headquarters, [file], Progress())
    assert [row.status for row in summary.files] == ["imported"]
    with headquarters.read() as session:
        (row,) = list_remarks(session)
        (promise,) = list_commitments(session, DAY)
        (referral,) = list_referrals(session)
    assert (row.number, row.channel, row.kind) == ("01/2026", "rv.comment", "information")
    assert (row.received_on, row.topic, row.state) == (DAY, "tp.6.1", "committed")
    assert (row.text, row.reaction) == ("الإنارة منعدمة قرب محطة الحافلات", "out.looked_into")
    assert row.translation == "L’éclairage manque près de l’arrêt des bus"
    assert [name.fr for name in row.partners] == ["Amicale Azzaytoun"]
    assert row.publication_title.fr == "Communiqué sur l’éclairage"
    assert (promise.text, referral.to) == ("متابعة الإصلاح", "rf.commune")
    require_sound(headquarters)
