"""Sheets convert to the meeting's draft and back without loss."""

from dataclasses import replace
from datetime import date, time
from uuid import uuid4

from outreach_app import i18n
from outreach_app.i18n import Language
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.meeting_entries import NextMeeting
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from outreach_app.vocabulary import phrase
from tests import makers
from ui.drafts.session_sheet import (
    PointLine,
    SessionSheet,
    check_sheet,
    draft_of,
    entry_of,
    sheet_of,
)
from ui.meetings.point_edits import (
    Debtor,
    with_commitment,
    with_kind,
    with_phrase,
    with_referral,
    with_topic,
    with_words,
)


def fields_of(sheet: SessionSheet) -> set[str]:
    return {problem.field for problem in check_sheet(sheet)}


def test_a_meeting_shown_and_saved_untouched_is_unchanged() -> None:
    draft = makers.meeting_draft(
        subject_fr="Abords de l'école",
        assessment="Échanges sereins",
        assessment_language="fr",
        source="press",
        commitments=(
            CommitmentDraft("دورية", "ar", "office", due_on=date(2026, 10, 30), point=1),
            CommitmentDraft("تقرير", "ar", "partner"),
        ),
    )
    assert draft_of(sheet_of(draft, ())) == draft


def test_a_french_subject_typed_over_an_arabic_one_takes_its_place() -> None:
    sheet = sheet_of(makers.meeting_draft(), ())
    draft = draft_of(replace(sheet, subject="Abords des écoles"))
    assert (draft.subject_ar, draft.subject_fr) == (None, "Abords des écoles")


def test_what_the_screen_does_not_show_in_its_language_is_kept() -> None:
    i18n.use(Language.FRENCH)
    sheet = sheet_of(makers.meeting_draft(subject_fr="Écoles"), ())
    draft = draft_of(replace(sheet, subject="Abords des écoles"))
    assert draft.subject_ar == "تأمين محيط المؤسسات التعليمية"
    assert draft.subject_fr == "Abords des écoles"


def test_words_shown_before_the_language_was_switched_lose_no_translation() -> None:
    draft = makers.meeting_draft(subject_fr="Écoles", place_fr="Siège")
    sheet = sheet_of(draft, ())
    i18n.use(Language.FRENCH)
    assert draft_of(sheet) == draft


def test_a_blank_line_between_two_points_moves_no_promise() -> None:
    said = PointLine(PointDraft("request", "tp.8.4", "دوريات", "ar"))
    promised = with_commitment(said, "دورية راجلة", None, Debtor())
    draft = draft_of(SessionSheet("26/11/2026", lines=(PointLine(), promised)))
    assert [row.point for row in draft.commitments] == [0]


def sent_on(sheet: SessionSheet) -> list[date | None]:
    return [row.sent_on for row in draft_of(sheet).referrals]


def test_a_referral_is_sent_on_the_day_of_its_meeting_whenever_it_is_entered() -> None:
    line = with_referral(PointLine(PointDraft("request", "tp.8.4")), "rf.commune")
    loose = (ReferralDraft("rf.caidat", "tp.6.1"),)  # out of a note
    sheet = SessionSheet("12/10/2026", lines=(line,), loose_referrals=loose)
    assert sent_on(sheet) == [date(2026, 10, 12)] * 2
    assert sent_on(replace(sheet, held_on="9/10/2026")) == [date(2026, 10, 9)] * 2
    assert sent_on(replace(sheet, held_on="soon")) == [None, None]


def test_a_corrected_day_takes_along_only_the_referrals_of_that_day() -> None:
    same_day = ReferralDraft("rf.commune", "tp.6.1", date(2026, 10, 14), point=0, uid=uuid4())
    later = replace(same_day, destination="rf.caidat", sent_on=date(2026, 10, 20), uid=uuid4())
    unknown = replace(same_day, destination="rf.pj", sent_on=None, uid=uuid4())
    draft = makers.meeting_draft(held_on=date(2026, 10, 14), referrals=(same_day, later, unknown))
    sheet = replace(sheet_of(draft, ()), held_on="12/10/2026")
    assert sent_on(sheet) == [date(2026, 10, 12), date(2026, 10, 20), None]


def test_a_promise_without_words_promises_what_was_asked() -> None:
    line = with_kind(with_words(PointLine(), "تكثيف الدوريات"), "request")
    assert with_commitment(line, "", None, Debtor()).commitments[0].text == "تكثيف الدوريات"
    # A frequent point has both languages, and so does a commitment in its words.
    asked = with_kind(with_phrase(PointLine(), "ph.1.1"), "request")
    promised = with_commitment(asked, "", None, Debtor())
    assert promised.commitments[0].translation == phrase("ph.1.1").fr
    assert with_commitment(line, "دورية راجلة", None, Debtor()).commitments[0].translation is None


def test_a_complaint_is_no_promise_but_to_handle_it() -> None:
    line = with_topic(with_words(PointLine(), "تجمعات مشبوهة أمام الإعدادية"), "tp.6.1")
    promised = with_commitment(line, "", date(2026, 12, 10), Debtor())
    (commitment,) = promised.commitments
    assert commitment.text == "معالجة النقطة المثارة (الإنارة العمومية)"
    assert commitment.translation == "Traiter le point soulevé (éclairage public)"
    (moved,) = with_topic(promised, "tp.6.2").commitments
    assert "الإنارة" not in moved.text
    assert moved.due_on == date(2026, 12, 10)


def test_what_cannot_be_read_is_told_at_its_field() -> None:
    sheet = SessionSheet("32/13/2026", starts_at="25h", women="six", next_on="demain")
    assert fields_of(sheet) == {"held_on", "starts_at", "women", "next_on"}


def test_a_point_without_a_topic_is_told_in_one_sentence() -> None:
    sheet = SessionSheet("14/10/2026", lines=(with_words(PointLine(), "الزقاق مظلم"),))
    assert [problem.field for problem in check_sheet(sheet)] == ["points.1.topic"]


def test_the_next_meeting_is_saved_with_the_sheet() -> None:
    sheet = sheet_of(makers.meeting_draft(), ())
    assert entry_of(sheet).following is None
    typed = replace(sheet, next_on="17122026", next_at="1030", next_place="المقر")
    assert entry_of(typed).following == NextMeeting(
        date(2026, 12, 17), "ch.office", time(10, 30), place_ar="المقر"
    )
