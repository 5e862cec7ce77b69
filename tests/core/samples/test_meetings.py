"""Invented meetings belong together: what answers a point answers that very point."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.samples.material import Course, Matter, matters, scenes
from outreach_app.samples.meetings import SampleWriter
from outreach_app.samples.partners import SamplePartner
from outreach_app.services.meetings import MeetingDraft, check_meeting
from outreach_app.services.points import PointDraft

TODAY = date(2026, 6, 30)


@pytest.fixture(scope="module", params=range(4))
def drawn(request: pytest.FixtureRequest) -> list[tuple[MeetingDraft, dict[UUID, SamplePartner]]]:
    writer = SampleWriter(f"{request.param}")
    partners = {uuid4(): partner for partner in writer.partners.partners()}
    days = [writer.day(TODAY, place, 40) for place in range(40)]
    return [(writer.meeting(day, partners, TODAY), partners) for day in days]


Drawn = list[tuple[MeetingDraft, dict[UUID, SamplePartner]]]


def matters_of(point: PointDraft) -> list[Matter]:
    """Return the matters whose words, or whose want of words, a point has."""
    return [
        matter
        for matter in matters()
        if (matter.topic, matter.kind) == (point.topic, point.kind)
        and (
            point.phrase == matter.phrase
            if point.phrase
            else any(point.text in (words.ar, words.fr) for words in matter.words)
            or (point.text is None and not matter.words)
        )
    ]


def courses_of(point: PointDraft) -> list[Course]:
    return [course for matter in matters_of(point) for course in matter.courses]


def test_what_is_drawn_can_be_logged(drawn: Drawn) -> None:
    for draft, _partners in drawn:
        assert check_meeting(draft) == []


def test_an_answer_belongs_to_its_point(drawn: Drawn) -> None:
    for draft, _partners in drawn:
        for point in draft.points:
            replies = [course.reply for course in courses_of(point) if course.reply]
            assert point.reply is None or any(
                point.reply in (reply.ar, reply.fr) for reply in replies
            )
        for referral in draft.referrals:
            assert referral.point is not None
            passings = [
                course.referral
                for course in courses_of(draft.points[referral.point])
                if course.referral and course.referral.to == referral.destination
            ]
            answers = [words for passing in passings for words in passing.answers]
            assert passings
            assert referral.answer is None or any(
                referral.answer in (words.ar, words.fr) for words in answers
            )


def test_only_those_present_promise(drawn: Drawn) -> None:
    for draft, partners in drawn:
        present = [partners[uid] for uid, _is_present in draft.attendances]
        for promise in draft.commitments:
            if promise.owner == CommitmentOwner.PARTNER:
                assert promise.partner in {uid for uid, _is_present in draft.attendances}
            if promise.owner == CommitmentOwner.AUTHORITY:
                assert promise.authority in {partner.authority for partner in present}


def test_kind_subject_and_place_are_of_one_scene(drawn: Drawn) -> None:
    known = {(each.kind, each.channel, each.subject and each.subject.ar) for each in scenes()}
    assert {(d.kind, d.channel, d.subject_ar) for d, _partners in drawn} <= known


def test_nothing_is_dated_after_today(drawn: Drawn) -> None:
    for draft, _partners in drawn:
        days = [promise.status_on for promise in draft.commitments]
        days += [day for row in draft.referrals for day in (row.sent_on, row.answered_on)]
        assert all(day <= TODAY for day in days if day is not None)
