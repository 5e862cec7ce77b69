"""Words that the register knows in both languages are translated, whatever paper shows them."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.issuing.files import PreparedDocument
from outreach_app.issuing.forms import prepare_attendance_sheet, prepare_rectification_sheet
from outreach_app.issuing.hand_outs import prepare_partner_sheet, prepare_programme
from outreach_app.issuing.handovers import prepare_handover
from outreach_app.issuing.partner_sheets import prepare_sheet_of_partner
from outreach_app.issuing.period import prepare_period_report
from outreach_app.issuing.sessions import prepare_session_summary
from outreach_app.queries.meetings import get_meeting
from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.meetings import delete_meeting
from outreach_app.services.points import PointDraft
from outreach_app.summaries.forms.attendance_prose import realise_attendance
from outreach_app.summaries.period.prose import realise_period
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.prose.free_texts import free_texts, texts_of, untranslated
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.prose.translated_alike import translated_alike
from outreach_app.vocabulary import phrase
from tests import makers

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
# Each was typed in French alone at the meeting that the papers tell.
DARK, PATROL, KNOWN = "La ruelle est sombre", "Une ronde chaque soir", "Chiens errants"


@pytest.fixture
def met(database: Database) -> tuple[UUID, UUID]:
    """Return a meeting and its partner; other meetings have the same words in both languages."""
    partner = makers.write_partner(database)
    makers.write_meeting(
        database,
        held_on=date(2026, 9, 2),
        subject_ar="الكلاب الضالة",
        subject_fr=KNOWN,
        points=(PointDraft("concern", "tp.6.1", "الزقاق مظلم", "ar", translation=f"{DARK}."),),
        commitments=(
            CommitmentDraft(PATROL, "fr", "office", translation="دورية كل مساء", due_on=None),
        ),
        referrals=(),
    )
    meeting = makers.write_meeting(
        database,
        attendances=((partner, True),),
        subject_ar=None,
        subject_fr=KNOWN,
        points=(
            PointDraft("concern", "tp.6.1", DARK, "fr"),
            PointDraft("request", "tp.8.4", phrase("ph.1.1").label(Language.FRENCH), "fr"),
        ),
        commitments=(CommitmentDraft(PATROL, "fr", "office", due_on=date(2026, 10, 30), point=0),),
        referrals=(),
    )
    return meeting, partner


def papers(database: Database, meeting: UUID, partner: UUID) -> dict[str, PreparedDocument[Any]]:
    return {
        "session": prepare_session_summary(database, str(meeting)),
        "period": prepare_period_report(database, OCTOBER),
        "partner": prepare_sheet_of_partner(database, str(partner)),
        "hand-out": prepare_partner_sheet(database, str(partner), OCTOBER),
        "programme": prepare_programme(database, OCTOBER),
        "handover": prepare_handover(database),
        "attendance": prepare_attendance_sheet(database, str(meeting)),
    }


def test_each_paper_has_the_wording_that_another_meeting_gave_the_same_words(
    database: Database, met: tuple[UUID, UUID]
) -> None:
    wordings: dict[str, set[str | None]] = {}
    for name, paper in papers(database, *met).items():
        assert untranslated(paper.plan, Language.ARABIC) == [], name
        for words in free_texts(paper.plan):
            if words.language is Language.FRENCH:
                wordings.setdefault(words.text, set()).add(words.translation)
        for field, title in texts_of(paper.plan):
            if field == "subject" and isinstance(title, Bilingual) and title.fr == KNOWN:
                assert title.ar == "الكلاب الضالة", name
    # The full stop after one of them makes no other words.
    assert wordings[DARK] == {"الزقاق مظلم"}
    assert wordings[PATROL] == {"دورية كل مساء"}
    assert wordings[phrase("ph.1.1").label(Language.FRENCH)] == {phrase("ph.1.1").ar}


def test_the_newest_wording_is_taken_but_none_that_was_deleted(
    database: Database, met: tuple[UUID, UUID]
) -> None:
    def wordings() -> set[str | None]:
        plans = [paper.plan for paper in papers(database, *met).values()]
        return {row.translation for plan in plans for row in free_texts(plan) if row.text == DARK}

    newer = PointDraft("concern", "tp.6.1", DARK, "fr", translation="الزقاق معتم")
    later = makers.write_meeting(
        database, held_on=date(2026, 8, 3), points=(newer,), commitments=(), referrals=()
    )
    assert wordings() == {"الزقاق معتم"}
    with database.write(Actor.CHIEF) as session:
        delete_meeting(session, later, get_meeting(session, str(later)).version)
    assert wordings() == {"الزقاق مظلم"}


def test_a_wording_typed_beside_its_words_stays(database: Database, met: tuple[UUID, UUID]) -> None:
    own = PointDraft("concern", "tp.6.1", DARK, "fr", translation="زقاق بلا إنارة")
    meeting = makers.write_meeting(database, points=(own,), commitments=(), referrals=())
    newer = PointDraft("concern", "tp.6.1", DARK, "fr", translation="زقاق معتم")
    makers.write_meeting(database, points=(newer,), commitments=(), referrals=())
    plan = prepare_session_summary(database, str(meeting)).plan
    assert [row.translation for row in free_texts(plan) if row.text == DARK] == ["زقاق بلا إنارة"]


def test_a_rumour_has_the_wording_of_the_same_words_at_a_meeting(database: Database) -> None:
    rumour = makers.write_rumour(database)
    makers.rectify(database, rumour)
    heard = makers.rumour_draft().text
    said = PointDraft("rumour", "tp.6.1", heard, "ar", translation="On le dit")
    makers.write_meeting(database, points=(said,), commitments=(), referrals=())
    assert prepare_rectification_sheet(database, str(rumour)).plan.words.translation == "On le dit"


def test_signs_without_a_letter_are_not_the_same_words(database: Database) -> None:
    asked = PointDraft("concern", "tp.6.1", "؟!", "ar", translation="Pourquoi ?")
    makers.write_meeting(database, points=(asked,), commitments=(), referrals=())
    plan = (Words("…", Language.ARABIC), Bilingual("؟", None))
    with database.read() as session:
        assert translated_alike(session, plan) == plan


def test_a_title_in_words_that_nobody_typed_beside_it_is_marked(database: Database) -> None:
    makers.write_meeting(
        database, commitments=(), subject_ar="الكلاب الضالة", subject_fr="Chiens errants"
    )
    meeting = makers.write_meeting(database, commitments=(), subject_ar="الكلاب الضالة")
    plan = prepare_period_report(database, OCTOBER).plan
    french, arabic = (
        to_plain_text(realise_period(plan, page, date(2026, 11, 12)))
        for page in (Language.FRENCH, Language.ARABIC)
    )
    assert (french.count("Chiens errants"), french.count("Chiens errants**")) == (2, 1)
    assert "** Traduction de l’arabe." in french
    assert "**" not in arabic
    sheet = prepare_attendance_sheet(database, str(meeting)).plan
    french = to_plain_text(realise_attendance(sheet, Language.FRENCH, date(2026, 10, 1)))
    assert "Chiens errants (traduit de l’arabe)" in french
