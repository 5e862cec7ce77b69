"""The origin of a commitment or a referral is shown, also if it follows a remark."""

from dataclasses import replace
from datetime import date

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Point
from outreach_app.queries.records import get_record
from outreach_app.queries.stories import get_commitment_story, get_referral_story
from outreach_app.services.commitments import CommitmentDraft, promise_for_point
from outreach_app.services.referrals import refer_point
from tests.remarks import write_remark


def test_what_follows_a_remark_tells_the_remark(database: Database) -> None:
    remark = write_remark(database)
    promise = replace(CommitmentDraft("دورية ليلية", "ar", "office"), due_on=date(2026, 11, 1))
    with database.write(Actor.CHIEF) as session:
        version = get_record(session, Point, remark).version
        referral = refer_point(session, remark, version, "rf.commune", date(2026, 10, 16)).uid
    with database.write(Actor.CHIEF) as session:
        version = get_record(session, Point, remark).version
        commitment = promise_for_point(session, remark, version, promise).uid
    with database.read() as session:
        for story in (
            get_referral_story(session, referral),
            get_commitment_story(session, commitment),
        ):
            assert story.meeting is None
            assert story.point is None
            assert story.remark is not None
            assert story.remark.uid == remark
