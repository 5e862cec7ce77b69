"""Unsaved drafts are listed separately."""

from datetime import UTC, datetime, timedelta

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.queries.drafts import DraftRow, count_drafts, find_draft, list_drafts
from outreach_app.services.drafts import discard_draft, draft_key, save_draft
from outreach_app.services.meetings import MeetingDraft
from tests import makers

MOMENT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def test_a_saved_draft_comes_back_whole_until_it_is_thrown_away(database: Database) -> None:
    draft = makers.meeting_draft()
    with database.write(Actor.CHIEF) as session:
        save_draft(session, "meeting/a", draft, MOMENT)
    with database.read() as session:
        found = find_draft(session, "meeting/a", MeetingDraft)
        assert found == DraftRow("meeting/a", draft, MOMENT)
        assert find_draft(session, "partner/a", MeetingDraft) is None
    with database.write(Actor.CHIEF) as session:
        discard_draft(session, "meeting/a")
    with database.read() as session:
        assert find_draft(session, "meeting/a", MeetingDraft) is None


def test_the_drafts_of_a_form_are_listed_the_last_one_first(database: Database) -> None:
    subjects = ("الأول", "الثاني", "الثالث")
    with database.write(Actor.CHIEF) as session:
        for number, subject in enumerate(subjects):
            draft, moment = (
                makers.meeting_draft(subject_ar=subject),
                MOMENT + timedelta(minutes=number),
            )
            save_draft(session, draft_key("meeting"), draft, moment)
        save_draft(session, draft_key("meeting-plan"), makers.meeting_draft(), MOMENT)
    with database.read() as session:
        listed = [row.draft.subject_ar for row in list_drafts(session, "meeting", MeetingDraft)]
        assert listed == list(reversed(subjects))
        assert count_drafts(session, "meeting") == 3


def test_a_draft_of_another_shape_hides_no_other(database: Database) -> None:
    with database.write(Actor.CHIEF) as session:
        save_draft(session, draft_key("meeting"), "half a sentence", MOMENT)
        save_draft(session, draft_key("meeting"), makers.meeting_draft(), MOMENT)
    with database.read() as session:
        assert len(list_drafts(session, "meeting", MeetingDraft)) == 1
