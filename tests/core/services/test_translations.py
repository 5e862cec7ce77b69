"""The free texts of a session are translated, and both summaries show it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any
from unittest.mock import patch
from uuid import UUID

import pytest

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import Conflict, InvalidDraft
from outreach_app.i18n import Language
from outreach_app.issuing.files import PreparedDocument
from outreach_app.issuing.hand_outs import prepare_partner_sheet, prepare_programme
from outreach_app.issuing.handovers import prepare_handover
from outreach_app.issuing.partner_sheets import prepare_sheet_of_partner
from outreach_app.issuing.period import prepare_period_report
from outreach_app.issuing.sessions import prepare_session_summary
from outreach_app.issuing.translations import list_translations
from outreach_app.queries.histories import list_history
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.partners import list_partners
from outreach_app.queries.translations import TranslationRow
from outreach_app.queries.wordings import find_known_translations
from outreach_app.rules.kinds import TextKind
from outreach_app.rules.periods import Period
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.meeting_entries import MeetingEntry, NextMeeting, save_entry
from outreach_app.services.meetings import MeetingDraft
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from outreach_app.services.translations import TranslationDraft, translate_texts
from outreach_app.services.undo import changes_so_far, undo
from outreach_app.summaries.prose.free_texts import free_texts, untranslated
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.prose.quoting import MARKED, ORIGINAL
from outreach_app.summaries.session.prose import realise
from outreach_app.vocabulary import phrase
from tests import makers

TODAY = clock.today()
HELD_ON = TODAY - timedelta(days=20)


def worded_once() -> MeetingDraft:
    """Return a session with every free text, each in its original language."""
    return makers.meeting_draft(
        held_on=HELD_ON,
        points=(
            PointDraft("concern", "tp.6.1", "الزقاق مظلم ليلا", "ar"),
            PointDraft(
                "request",
                "tp.8.4",
                "Plus de patrouilles le soir",
                "fr",
                reaction="out.answered",
                reply="Une ronde chaque soir",
                reply_language="fr",
            ),
        ),
        commitments=(
            CommitmentDraft(
                "تخصيص دورية راجلة",
                "ar",
                "office",
                status="cst.done",
                status_reason="مرت الدورية عشر مرات",
                status_on=HELD_ON + timedelta(days=1),
            ),
        ),
        referrals=(
            ReferralDraft(
                "rf.commune",
                "tp.6.1",
                HELD_ON,
                HELD_ON + timedelta(days=1),
                answer="Six lampes ont été posées",
                answer_language="fr",
                point=0,
            ),
        ),
        assessment="نقاش هادئ",
        assessment_language="ar",
    )


@pytest.fixture
def meeting(database: Database) -> UUID:
    """Log two sessions with one partner, with every free text of the second's summary."""
    partner = makers.write_partner(database)
    present = ((partner, True),)
    makers.write_meeting(
        database,
        held_on=HELD_ON - timedelta(days=30),
        points=(),
        commitments=(CommitmentDraft("طلاء ممرات الراجلين", "ar", "office"),),
        referrals=(),
        attendances=present,
    )
    draft = replace(worded_once(), attendances=present)
    following = NextMeeting(TODAY + timedelta(days=9), "ch.inperson", place_ar="قاعة الحي")
    # Logged the day after, so that translations have a later day.
    then = clock.now() - timedelta(days=19)
    with patch.object(clock, "now", lambda: then), database.write(Actor.CHIEF) as session:
        return save_entry(session, MeetingEntry(draft, following=following)).uid


def rows_of(database: Database, meeting: UUID) -> list[TranslationRow]:
    with database.read() as session:
        return list_translations(session, str(meeting))


def drafts_of(rows: Sequence[TranslationRow]) -> Iterator[TranslationDraft]:
    """Translate every text of a list, each differently."""
    for place, row in enumerate(rows, start=1):
        words = f"Texte {place}" if row.language is Language.ARABIC else f"النص رقم {place}"
        yield TranslationDraft(row.record, row.kind, row.language, row.version, words)


def test_all_that_a_summary_prints_is_worded_in_one_write(
    database: Database, meeting: UUID
) -> None:
    rows = rows_of(database, meeting)
    assert {row.kind for row in rows} == set(TextKind)
    plan = prepare_session_summary(database, str(meeting)).plan
    for page in Language:
        missing = {row.words for row in rows if row.language is not page}
        assert missing == set(untranslated(plan, page))

    with database.write(Actor.CHIEF) as session:
        translate_texts(session, list(drafts_of(rows)))

    assert all(row.translation for row in rows_of(database, meeting))
    plan = prepare_session_summary(database, str(meeting)).plan
    assert [untranslated(plan, page) for page in Language] == [[], []]
    french = to_plain_text(realise(plan, Language.FRENCH, TODAY))
    worded = [row for row in rows if row.language is Language.ARABIC]
    assert not [row.words for row in worded if row.words in french]
    assert french.count(MARKED[Language.FRENCH]) == 1  # a note tells it of all that are marked
    assert ORIGINAL[Language.FRENCH] not in french


def test_every_document_of_an_office_takes_the_translations(
    database: Database, meeting: UUID
) -> None:
    with database.read() as session:
        meetings = [row.uid for row in list_meetings(session)]
        partner = list_partners(session)[0].uid
    for uid in meetings:
        drafts = list(drafts_of(rows_of(database, uid)))
        with database.write(Actor.CHIEF) as session:
            translate_texts(session, drafts)
    period = Period(TODAY - timedelta(days=60), TODAY + timedelta(days=30))
    documents: list[PreparedDocument[Any]] = [
        *(prepare_session_summary(database, str(uid)) for uid in meetings[1:]),
        prepare_partner_sheet(database, str(partner), period),
        prepare_programme(database, period),
        prepare_sheet_of_partner(database, str(partner)),
        prepare_period_report(database, period),
        prepare_handover(database),
    ]
    for document in documents:
        assert free_texts(document.plan), document.draft.kind
        assert [untranslated(document.plan, page) for page in Language] == [[], []]


def test_a_translation_is_undone_and_told_in_the_history(database: Database, meeting: UUID) -> None:
    rows = rows_of(database, meeting)
    with database.write(Actor.CHIEF) as session:
        translate_texts(session, list(drafts_of(rows)))
        changes = changes_so_far(session)
    with database.read() as session:
        told = {field.name for change in list_history(session, meeting)[0].changes
                for field in change.fields}  # fmt: skip
    assert {"translation", "reply_translation", "answer_translation", "subject_fr"} <= told

    with database.write(Actor.CHIEF) as session:
        undo(session, changes)
    assert [row.translation for row in rows_of(database, meeting)] == [None] * len(rows)


def test_what_cannot_be_a_translation_is_refused_by_its_place_and_nothing_is_written(
    database: Database, meeting: UUID
) -> None:
    good, same_language, number = list(drafts_of(rows_of(database, meeting)))[:3]
    same_language = replace(same_language, text="مقر الدائرة الأمنية بالحي")
    number = replace(number, text="Voir M. A., carte AB123456")
    with pytest.raises(InvalidDraft) as refused, database.write(Actor.CHIEF) as session:
        translate_texts(session, [good, same_language, number])
    told = {(problem.field, problem.code) for problem in refused.value.problems}
    assert told == {("2", "same_language"), ("3", "identity_number")}
    assert not any(row.translation for row in rows_of(database, meeting))


def test_a_text_that_was_changed_meanwhile_keeps_what_it_says(
    database: Database, meeting: UUID
) -> None:
    read = list(drafts_of(rows_of(database, meeting)))
    with database.write(Actor.CHIEF) as session:
        translate_texts(session, read[:3])
    with pytest.raises(Conflict), database.write(Actor.CHIEF) as session:
        translate_texts(session, read[2:4])


def test_the_wording_of_the_same_words_is_found_again_in_either_direction_and_no_likeness(
    database: Database, meeting: UUID
) -> None:
    read = rows_of(database, meeting)
    words = {
        "الزقاق مظلم ليلا": "La ruelle est sombre la nuit",
        "Plus de patrouilles le soir": "دوريات أكثر مساء",
    }
    drafts = [
        replace(draft, text=words[row.words])
        for row, draft in zip(read, drafts_of(read), strict=True)
        if row.words in words
    ]
    with database.write(Actor.CHIEF) as session:
        translate_texts(session, drafts)
    same = makers.write_meeting(
        database,
        points=(
            PointDraft("concern", "tp.6.1", "الزّقاق مظلم ليلًا.", "ar"),
            PointDraft("concern", "tp.6.1", "دوريات أكثر مساء", "ar"),
            PointDraft("concern", "tp.6.1", "الزقاق غير مظلم ليلا", "ar"),
            PointDraft("concern", "tp.6.1", "الشارع مظلم ليلا", "ar"),
            PointDraft("concern", "tp.1", phrase("ph.1.1").label(Language.FRENCH), "fr"),
        ),
        commitments=(),
        referrals=(),
    )
    rows = rows_of(database, same)
    with database.read() as session:
        found = find_known_translations(session, rows)
    points = [row.words for row in rows if row.kind is TextKind.POINT]
    assert [found.get(words) for words in points] == [
        "La ruelle est sombre la nuit", "Plus de patrouilles le soir", None, None,
        phrase("ph.1.1").ar,
    ]  # fmt: skip
