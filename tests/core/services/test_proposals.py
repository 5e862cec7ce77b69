"""Proposals: frequent texts are counted, screened, proposed, and adopted or declined."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from outreach_app import vocabulary
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft, NotAllowed
from outreach_app.i18n import Language
from outreach_app.notes.likeness import like_phrase
from outreach_app.queries.catalogue_entries import list_entries
from outreach_app.queries.proposals import ProposalRow, list_proposals
from outreach_app.queries.repeated_points import RepeatedPoint, list_repeated_points
from outreach_app.rules.names import Bilingual
from outreach_app.rules.proposals import adopted_code
from outreach_app.services.catalogue_entries import (
    EntryDraft,
    add_entry,
    use_entries,
    withdraw_entry,
)
from outreach_app.services.meeting_drafts import draft_of_meeting
from outreach_app.services.meetings import change_meeting, log_meeting
from outreach_app.services.offices import change_office
from outreach_app.services.points import PointDraft
from outreach_app.services.proposals import (
    AdoptionDraft,
    adopt_proposal,
    decline_proposal,
    propose_phrase,
    withdraw_proposal,
)
from tests import makers
from tests.proposals import (
    ADOPTION,
    ALONE,
    OFTEN,
    PROPOSAL,
    adopt,
    propose,
    write_often,
    write_proposal_of,
)


@pytest.fixture(autouse=True)
def lists_of_the_files() -> Iterator[None]:
    yield
    vocabulary.overlay([], [])


@pytest.fixture
def proposal(database: Database) -> UUID:
    """Write a precinct's proposal in headquarters' store."""
    (precinct,) = makers.consolidate(database, makers.office_draft())
    return write_proposal_of(database, precinct, PROPOSAL)


def repeated(database: Database) -> list[RepeatedPoint]:
    with database.read() as session:
        return list_repeated_points(session)


def only(database: Database) -> ProposalRow:
    with database.read() as session:
        (row,) = list_proposals(session)
        use_entries(session)
    return row


def test_what_was_written_three_times_may_be_proposed(database: Database) -> None:
    write_often(database, 2)
    assert repeated(database) == []
    # Vowel marks and letter variants make no difference.
    makers.write_meeting(
        database, points=(replace(OFTEN, text="وضع مخفّفات السرعة أمام المدرسه"),), **ALONE
    )
    (row,) = repeated(database)
    assert (row.count, row.kind, row.topic) == (3, OFTEN.kind, OFTEN.topic)
    assert row.translation == OFTEN.translation


@pytest.mark.parametrize(
    "text",
    [
        "انتشار الباعة الجائلين أمام المدارس",  # close to nothing: it stays
        pytest.param("الضوضاء المنبعثة من المقاهي بعد منتصف الليل", id="a frequent point"),
        pytest.param("الإنارة", id="one word"),
    ],
)
def test_what_is_a_frequent_point_or_says_too_little_is_left_out(
    database: Database, text: str
) -> None:
    write_often(database, text=text)
    assert [row.text for row in repeated(database)] == ([text] if "الباعة" in text else [])


def test_what_was_kept_for_a_reason_is_not_counted(database: Database) -> None:
    for day in (5, 6, 7):
        makers.write_meeting(
            database,
            held_on=date(2026, 10, day),
            points=(replace(OFTEN, text="تعاطي المخدرات من طرف شخص مريض نفسيا"),),
            sensitive_reason="ملف صحي للجمعية",
            **ALONE,
        )
    assert repeated(database) == []


def test_what_was_proposed_is_offered_no_more_until_it_is_taken_back(database: Database) -> None:
    write_often(database)
    propose(database, text=OFTEN.text)
    assert repeated(database) == []
    row = only(database)
    with database.write(Actor.SECRETARY) as session:
        withdraw_proposal(session, row.uid, row.version)
    assert len(repeated(database)) == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("شكاية صاحب البطاقة AB123456", "identity_number"),
        ("اتصل السكان بالرقم 0612345678", "contact_in_text"),
        ("تعاطي المخدرات من طرف شخص مريض نفسيا", "sensitive"),
        ("شكاية السيد بنعلي من الضوضاء", "name"),
        ("شكاية زينب العلوي من الضوضاء", "name"),
        ("الضوضاء المنبعثة من المقاهي بعد منتصف الليل", "known_phrase"),
        (" ", "required"),
    ],
)
def test_what_every_office_would_read_is_screened(
    database: Database, words: str, code: str
) -> None:
    makers.write_person(database, makers.write_partner(database), name_ar="زينب العلوي")
    with pytest.raises(InvalidDraft) as refused, database.write(Actor.CHIEF) as session:
        propose_phrase(session, replace(PROPOSAL, text=words))
    assert code in {problem.code for problem in refused.value.problems}
    assert "سبب" not in refused.value.message  # none is asked for: what all read has no exception
    if code not in ("known_phrase", "required"):
        with pytest.raises(InvalidDraft), database.write(Actor.CHIEF) as session:
            propose_phrase(session, replace(PROPOSAL, translation=words))


def test_the_same_is_not_proposed_twice(database: Database) -> None:
    propose(database)
    with pytest.raises(InvalidDraft) as refused:
        propose(database)
    assert [problem.code for problem in refused.value.problems] == ["proposed"]


def test_headquarters_proposes_nothing_and_a_precinct_adopts_nothing(database: Database) -> None:
    uid = propose(database)
    with database.write(Actor.HEADQUARTERS) as session:
        with pytest.raises(NotAllowed):
            adopt_proposal(session, uid, ADOPTION)
        with pytest.raises(NotAllowed):
            decline_proposal(session, uid, "dr.known")
        change_office(session, makers.headquarters_draft())
        with pytest.raises(NotAllowed):
            propose_phrase(session, replace(PROPOSAL, text="تنظيم مواقف الدراجات"))


def test_an_adopted_proposal_is_offered_like_the_others(database: Database, proposal: UUID) -> None:
    code = adopt(database, proposal)
    row = only(database)
    assert (row.state, row.answer) == ("adopted", Bilingual(ADOPTION.ar, ADOPTION.fr))
    known = vocabulary.phrases()[code]
    assert (known.kind, known.topic, known.fr) == (ADOPTION.kind, ADOPTION.topic, ADOPTION.fr)
    like = like_phrase(ADOPTION.fr, Language.FRENCH)
    assert like is not None
    assert (like.phrase.code, like.is_same) == (code, True)
    with database.write(Actor.CHIEF) as session:  # and may be a session's
        log_meeting(session, makers.meeting_draft(points=(_chosen(code),), **ALONE))


def test_two_computers_that_answer_apart_take_one_code_for_one_proposal(
    database: Database, proposal: UUID
) -> None:
    code = adopt(database, proposal)
    with pytest.raises(NotAllowed):
        adopt(database, proposal)
    other = replace(PROPOSAL, text="تنظيم مواقف الدراجات", translation=None)
    precinct = only(database).office
    assert adopt(database, write_proposal_of(database, precinct, other)) != code
    longest = adopted_code("tp.99.99", proposal)
    assert longest.rpartition(".")[2] == code.rpartition(".")[2]
    assert len(longest) <= 20  # what a column of codes holds


def test_a_withdrawn_frequent_point_stays_readable_and_its_proposal_waits_again(
    database: Database, proposal: UUID
) -> None:
    code = adopt(database, proposal)
    only(database)
    with database.write(Actor.CHIEF) as session:
        log_meeting(session, makers.meeting_draft(points=(_chosen(code),), **ALONE))
    with database.write(Actor.HEADQUARTERS) as session:
        (entry,) = list_entries(session)
        withdraw_entry(session, entry.uid, entry.version)
    assert only(database).state == "waiting"
    assert code not in vocabulary.phrases()
    assert vocabulary.phrase(code).ar == ADOPTION.ar
    with database.write(Actor.CHIEF) as session:  # a session that has it can still be changed
        meeting = makers.the_meeting(session)
        change_meeting(session, meeting.uid, draft_of_meeting(session, meeting.uid))


def test_a_declined_proposal_says_why_in_both_languages(database: Database, proposal: UUID) -> None:
    with database.write(Actor.HEADQUARTERS) as session, pytest.raises(InvalidDraft):
        decline_proposal(session, proposal, "dr.whim")
    with database.write(Actor.HEADQUARTERS) as session:
        decline_proposal(session, proposal, "dr.local")
    row = only(database)
    said = vocabulary.entry("dr.local")
    assert (row.state, row.answer) == ("declined", Bilingual(said.ar, said.fr))
    with pytest.raises(NotAllowed):
        adopt(database, proposal)


@pytest.mark.parametrize(
    "words", [{"ar": " "}, {"fr": "Plainte de M. Benali"}, {"topic": "tp.77"}, {"kind": "whim"}]
)
def test_a_wording_that_cannot_be_everybodys_is_refused(
    database: Database, proposal: UUID, words: dict[str, str]
) -> None:
    draft: AdoptionDraft = replace(ADOPTION, **words)
    with database.write(Actor.HEADQUARTERS) as session, pytest.raises(InvalidDraft) as refused:
        adopt_proposal(session, proposal, draft)
    assert {problem.field for problem in refused.value.problems} == set(words)


def test_a_frequent_point_of_the_program_is_worded_anew_and_keeps_its_topic(
    database: Database,
) -> None:
    before = vocabulary.phrases()["ph.1.1.1"]
    with database.write(Actor.HEADQUARTERS) as session:
        change_office(session, makers.headquarters_draft())
        add_entry(session, EntryDraft("ph.1.1.1", "ضجيج المقاهي ليلا", "bruit nocturne des cafés"))
        use_entries(session)
        with pytest.raises(InvalidDraft):  # new ones are adopted, not typed
            add_entry(session, EntryDraft("ph.1.1.77", "ضجيج", "bruit"))
    after = vocabulary.phrases()["ph.1.1.1"]
    assert (after.ar, after.kind, after.topic) == ("ضجيج المقاهي ليلا", before.kind, before.topic)


def _chosen(code: str) -> PointDraft:
    return PointDraft(ADOPTION.kind, ADOPTION.topic, phrase=code)
