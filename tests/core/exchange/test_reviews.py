"""Headquarters reviews a precinct's meeting through files, and the precinct clarifies it."""

from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from sqlalchemy import func, select

from outreach_app import journal
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.events import decode, encode
from outreach_app.exchange.exporting.planning import plan_answers
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.models import JournalEvent, Meeting
from outreach_app.progress import Progress
from outreach_app.queries.meeting_lists import MeetingFilter, list_meeting_ids
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.records import get_own_office
from outreach_app.queries.records_naming_people import list_records_naming_people
from outreach_app.queries.reviews import list_clarifications, list_reviews
from outreach_app.queries.today import get_today
from outreach_app.services.clarifications import clarify_meeting
from outreach_app.services.reviews import accept_meeting, question_meeting
from outreach_app.services.undo import changes_so_far, undo
from tests import makers
from tests.core.exchange.forging import packed
from tests.core.exchange.invariants import require_sound
from tests.core.exchange.network import OTHER_NAMES, Network, enrol, new_store
from tests.core.exchange.posts import answer, export, post
from tests.plans import asked
from tests.reviews import ANSWER, QUESTION, ask, clarify

DAY = date(2026, 11, 2)
GOLDEN = Path(__file__).parents[2] / "data" / "exchange" / "review.ndjson"


def test_answers_without_a_text_are_planned_without_the_names_of_the_country(
    network: Network,
) -> None:
    def plan() -> None:
        with network.headquarters.read() as session:
            assert plan_answers(session)

    assert "identities.name_ar" not in " ".join(asked(network.headquarters, plan))


@pytest.mark.both_engines
def test_a_question_goes_down_its_answer_up_and_the_acceptance_down(
    network: Network, tmp_path: Path
) -> None:
    chief, headquarters = network.chief, network.headquarters
    meeting = makers.write_meeting(chief)
    post(headquarters, export(chief, tmp_path / "1"))
    assert (stands(chief), stands(headquarters)) == ("received", "received")
    ask(headquarters, meeting)
    with headquarters.read() as session:
        assert {plan.records["review"] for plan in plan_answers(session)} == {1}
    post(chief, answer(headquarters, tmp_path / "2"))
    with chief.read() as session:
        (question,) = get_today(session, DAY, 3).questions
        assert (question.uid, question.text) == (meeting, QUESTION.text)
    clarify(chief, meeting)
    assert stands(chief) == "clarified"
    with chief.read() as session:
        assert get_today(session, DAY, 3).questions == ()
    post(headquarters, export(chief, tmp_path / "3"))
    assert stands(headquarters) == "clarified"
    ask(headquarters, meeting, text="وكم عددهم؟", reviewed_on=date(2026, 11, 9))
    assert stands(headquarters) == "questioned"  # the answer was to the question before
    with headquarters.write(Actor.HEADQUARTERS) as session:
        accept_meeting(session, meeting, date(2026, 11, 10))
    post(chief, answer(headquarters, tmp_path / "4"))
    assert (stands(chief), stands(headquarters)) == ("accepted", "accepted")
    for store in (chief, headquarters):
        require_sound(store)


def test_the_list_is_narrowed_by_how_a_meeting_stands_with_words_and_without(
    network: Network, tmp_path: Path
) -> None:
    chief, headquarters = network.chief, network.headquarters
    asked = makers.write_meeting(chief)
    makers.write_meeting(chief, status="planned", held_on=date(2027, 1, 5))
    left = makers.write_meeting(chief, held_on=date(2026, 10, 16))
    post(headquarters, export(chief, tmp_path))
    ask(headquarters, asked)
    for words in ("", "التعليمية"):
        assert narrowed(headquarters, words, "questioned") == [asked]
        assert narrowed(headquarters, words, "received") == [left]
        assert narrowed(headquarters, words, "accepted") == []
    assert narrowed(headquarters, "دورية", "questioned") == [asked]  # the question is found too


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_in_any_order_a_meeting_stands_the_same(
    network: Network, tmp_path: Path, order: tuple[int, ...]
) -> None:
    chief, deputy, headquarters = network.chief, network.deputy, network.headquarters
    meeting = makers.write_meeting(chief)
    up = export(chief, tmp_path / "1")
    post(headquarters, up)
    ask(headquarters, meeting)
    down = answer(headquarters, tmp_path / "2")
    post(chief, down)
    clarify(chief, meeting)
    later = export(chief, tmp_path / "3")
    with headquarters.write(Actor.HEADQUARTERS) as session:
        accept_meeting(session, meeting, DAY)
    files = (up, later, down)
    for place in order:
        post(deputy, files[place])
    assert stands(deputy) == "clarified"
    require_sound(deputy)


def test_another_precinct_gets_nothing_of_a_review(network: Network, tmp_path: Path) -> None:
    chief, headquarters = network.chief, network.headquarters
    other = new_store(tmp_path / "other.db", "precinct", **OTHER_NAMES)
    for one, two in ((other, headquarters), (headquarters, other)):
        enrol(one, two)
    meeting = makers.write_meeting(chief)
    for number, store in enumerate((chief, other)):
        post(headquarters, export(store, tmp_path / str(number)))
    ask(headquarters, meeting)
    with headquarters.read() as session:
        counts = {plan.office: plan.records.get("review", 0) for plan in plan_answers(session)}
    assert counts == {office_of(chief): 1, office_of(other): 0}
    for bundle in answer(headquarters, tmp_path):
        import_paths(other, [bundle.path], Progress())
    with other.read() as session:
        is_stub = (JournalEvent.entity == "review") & JournalEvent.line.is_(None)
        assert session.scalar(select(func.count()).where(is_stub)) == 1
        assert list_reviews(session) == []
    other.close()


def test_a_precinct_that_reviews_is_refused(network: Network, tmp_path: Path) -> None:
    """As another program might write it: this program's services refuse it earlier."""
    chief, headquarters = network.chief, network.headquarters
    post(headquarters, export(chief, tmp_path))
    lines, first = _as_written_by(chief)
    file = tmp_path / "forged.outreach"
    file.write_bytes(packed(chief, first, [lines[0], _seq(lines[1], 0)]))
    summary = import_paths(headquarters, [file], Progress())
    assert [(row.status, row.code) for row in summary.files] == [("refused", "E_OWNER")]


def test_a_clarification_that_an_earlier_program_wrote_comes_in(
    network: Network, tmp_path: Path
) -> None:
    """The content is as written; its position in the log is the sender's."""
    chief, headquarters = network.chief, network.headquarters
    post(headquarters, export(chief, tmp_path))
    lines, first = _as_written_by(chief)
    kept = [lines[0], _seq(lines[2], -1)]
    file = tmp_path / "golden.outreach"
    file.write_bytes(packed(chief, first, kept))
    summary = import_paths(headquarters, [file], Progress())
    assert [row.status for row in summary.files] == ["imported"]
    with headquarters.read() as session:
        (row,) = list_clarifications(session)
    assert (row.text, row.language, row.clarified_on) == ("كانت دوريتين راجلتين", "ar", DAY)
    assert row.translation == "C’étaient deux patrouilles à pied"
    require_sound(headquarters)


def test_an_undone_question_leaves_the_meeting_as_it_was(network: Network, tmp_path: Path) -> None:
    chief, headquarters = network.chief, network.headquarters
    meeting = makers.write_meeting(chief)
    post(headquarters, export(chief, tmp_path))
    with headquarters.write(Actor.HEADQUARTERS) as session:
        question_meeting(session, meeting, QUESTION)
        changes = changes_so_far(session)
    with headquarters.write(Actor.HEADQUARTERS) as session:
        undo(session, changes)
    assert stands(headquarters) == "received"
    require_sound(headquarters)


def test_a_name_in_a_clarification_is_told_before_it_leaves(
    network: Network, tmp_path: Path
) -> None:
    chief, headquarters = network.chief, network.headquarters
    partner = makers.write_partner(chief)
    makers.write_person(chief, partner, name_fr="Zineb Alaoui")
    meeting = makers.write_meeting(chief)
    post(headquarters, export(chief, tmp_path / "1"))
    ask(headquarters, meeting)
    post(chief, answer(headquarters, tmp_path / "2"))
    with chief.write(Actor.CHIEF) as session:
        named = replace(ANSWER, text="Zineb Alaoui l’a dit", language="fr", translation=None)
        uid = clarify_meeting(session, meeting, named).uid
    with chief.read() as session:
        said = select(JournalEvent.record).where(JournalEvent.record == uid)
        (found,) = list_records_naming_people(session, said)
    assert (found.uid, found.names) == (meeting, ("Zineb Alaoui",))


def stands(store: Database) -> str:
    """Return the review state of the only meeting of a store."""
    with store.read() as session:
        (row,) = list_meetings(session)
    return row.review


def narrowed(store: Database, words: str, review: str) -> list[UUID]:
    with store.read() as session:
        ids = list_meeting_ids(session, MeetingFilter(text=words, review=review))
        rows = session.execute(select(Meeting.id, Meeting.uid).where(Meeting.id.in_(ids)))
        uids = {row.id: row.uid for row in rows}
    return [uids[number] for number in ids]


def office_of(store: Database) -> UUID:
    with store.read() as session:
        return get_own_office(session).uid


def _as_written_by(store: Database) -> tuple[list[bytes], int]:
    """Append the golden lines to a store's log: a meeting, a review, a clarification."""
    with store.read() as session:
        device = journal.current_device(session)
        first, t = device.upto + 1, device.highest_t
    lines = [
        encode(msgspec.structs.replace(decode(line), seq=first + place, t=t + 1))
        for place, line in enumerate(GOLDEN.read_bytes().splitlines())
    ]
    return lines, first


def _seq(line: bytes, by: int) -> bytes:
    event = decode(line)
    return encode(msgspec.structs.replace(event, seq=event.seq + by))
