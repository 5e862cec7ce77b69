"""Invented meetings are consistent: answers match their points."""

import re
from calendar import MONDAY, THURSDAY, TUESDAY, WEDNESDAY
from datetime import date, time
from random import Random
from uuid import UUID, uuid4

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.working_days import WorkingDays
from outreach_app.samples.courses import CourseWriter
from outreach_app.samples.fitting import repeat_each_other
from outreach_app.samples.material import Course, Words, matters, scenes
from outreach_app.samples.meetings import SampleMeeting, SampleWriter
from outreach_app.samples.partners import SamplePartner
from outreach_app.services.meetings import MeetingDraft, check_meeting
from outreach_app.services.points import PointDraft

TODAY = date(2026, 6, 30)


@pytest.fixture(scope="module", params=range(4))
def held(request: pytest.FixtureRequest) -> list[tuple[SampleMeeting, dict[UUID, SamplePartner]]]:
    writer = SampleWriter(f"{request.param}", TODAY)
    partners = {uuid4(): partner for partner in writer.partners.partners()}
    days = [writer.day(place, 40) for place in range(40)]
    return [(writer.meeting(day, partners), partners) for day in days]


@pytest.fixture(scope="module")
def drawn(held: list[tuple[SampleMeeting, dict[UUID, SamplePartner]]]) -> "Drawn":
    return [(sample.draft, partners) for sample, partners in held]


Held = list[tuple[SampleMeeting, dict[UUID, SamplePartner]]]
Drawn = list[tuple[MeetingDraft, dict[UUID, SamplePartner]]]


def names_of(point: PointDraft) -> list[str]:
    """Return the names of the matters with the words of a point, or without any."""
    return [
        name
        for name, matter in matters().items()
        if (matter.topic, matter.kind, matter.phrase) == (point.topic, point.kind, point.phrase)
        and (_says(matter.words, point.text) if matter.words else point.text is None)
    ]


def is_drawn_from(pattern: str, words: str | None) -> bool:
    """Return whether words are those of the material, whose counts and names are drawn."""
    pieces = re.split(r"\{[^}]+\}", pattern)
    return re.fullmatch(".+".join(map(re.escape, pieces)), words or "") is not None


def _says(words: Words, text: str | None) -> bool:
    return is_drawn_from(words.ar, text) or is_drawn_from(words.fr, text)


def courses_of(point: PointDraft) -> list[Course]:
    return [course for name in names_of(point) for course in matters()[name].courses]


def test_what_is_drawn_can_be_logged(drawn: Drawn) -> None:
    for draft, _partners in drawn:
        assert check_meeting(draft) == []


def test_an_answer_belongs_to_its_point(drawn: Drawn) -> None:
    for draft, _partners in drawn:
        for point in draft.points:
            replies = [course.reply for course in courses_of(point) if course.reply]
            assert point.reply is None or any(_says(reply, point.reply) for reply in replies)
        for referral in draft.referrals:
            assert referral.point is not None
            passings = [
                course.referral
                for course in courses_of(draft.points[referral.point])
                if course.referral and course.referral.to == referral.destination
            ]
            assert passings


def words_of_steps(sample: SampleMeeting) -> list[Words]:
    return [step.words for step in sample.steps if step.words]


def test_what_comes_later_belongs_to_its_promise_or_referral(held: Held) -> None:
    for sample, _partners in held:
        for step in sample.steps:
            is_promise = step.status is not None
            rows = sample.draft.commitments if is_promise else sample.draft.referrals
            place = rows[step.place].point
            assert place is not None
            courses = courses_of(sample.draft.points[place])
            said = [course.referral.answer for course in courses if course.referral]
            if is_promise:
                promises = [course.commitment for course in courses if course.commitment]
                said = [words for each in promises for words in (each.done, each.dropped) if words]
            if step.words is not None:
                assert any(is_drawn_from(words.fr, step.words.fr) for words in said)
            assert step.on > sample.draft.held_on


def test_only_those_present_promise(drawn: Drawn) -> None:
    for draft, partners in drawn:
        present = [partners[uid] for uid, _is_present in draft.attendances]
        for promise in draft.commitments:
            if promise.owner == CommitmentOwner.PARTNER:
                assert promise.partner in {uid for uid, _is_present in draft.attendances}
            if promise.owner == CommitmentOwner.AUTHORITY:
                assert promise.authority in {partner.authority for partner in present}
                assert promise.partner is not None
                assert partners[promise.partner].authority == promise.authority


def test_kind_subject_and_points_are_of_one_scene(drawn: Drawn) -> None:
    for draft, _partners in drawn:
        named = (draft.kind, draft.channel, draft.subject_ar)
        known = [
            set(scene.matters)
            for scene in scenes()
            if (scene.kind, scene.channel, scene.subject and scene.subject.ar) == named
        ]
        raised = [name for point in draft.points for name in names_of(point)]
        assert any(set(raised) <= names for names in known), draft


def test_no_meeting_asks_for_what_it_is_thankful_for(drawn: Drawn) -> None:
    for draft, _partners in drawn:
        topics = [point.topic for point in draft.points]
        assert len(topics) == len(set(topics))
        subjects = [point.topic.split(".")[1] for point in draft.points]
        praised = [point.topic.split(".")[1] for point in draft.points if point.kind == "thanks"]
        assert len(praised) < 2
        assert all(subjects.count(subject) == 1 for subject in praised)


def test_an_authority_that_comes_has_business_there(drawn: Drawn) -> None:
    for draft, partners in drawn:
        them = {partners[uid].authority for uid, _is_present in draft.attendances} - {None}
        named = (draft.kind, draft.channel, draft.subject_ar)
        owed = {
            course.commitment.to
            for scene in scenes()
            if (scene.kind, scene.channel, scene.subject and scene.subject.ar) == named
            for name in scene.matters
            for course in matters()[name].courses
            if course.commitment
        }
        assert them <= owed


def test_counts_are_drawn(held: Held) -> None:
    told = [words.ar for sample, _partners in held for words in words_of_steps(sample)]
    assert not any("{" in words for words in told)


def test_whom_a_point_is_referred_to_is_not_there(drawn: Drawn) -> None:
    for draft, partners in drawn:
        present = {partners[uid].authority for uid, _is_present in draft.attendances}
        assert not present & {referral.destination for referral in draft.referrals}


def test_an_opinion_is_of_each_point_that_calls_for_one(drawn: Drawn) -> None:
    opinions = 0
    for draft, _partners in drawn:
        raised = [matters()[names_of(point)[0]] for point in draft.points]
        views = [matter.view for matter in raised if matter.view]
        if draft.assessment is None:
            continue
        opinions += 1
        each = [view.ar if draft.assessment_language == "ar" else view.fr for view in views]
        assert 0 < len(each) <= 2
        assert all(words in draft.assessment for words in each)
    assert opinions > len(drawn) / 4


def test_no_sentence_of_a_sample_opens_on_a_figure() -> None:
    for matter in matters().values():
        said = [matter.words] if matter.words else []
        for course in matter.courses:
            promise, passing = course.commitment, course.referral
            said += [promise, promise.done] if promise else []
            said += [passing.answer] if passing else []
        assert not [words.fr for words in said if words.fr[0] in "0123456789{"]
        # An unvocalised passive reads as an active.
        unmarked = re.compile(
            "^(?:و?(?:نظم|أنجز|حرر|وزع|سلم|قدم|أصلح|أحدث|ثبت|طبع|عين|سرق|خطف|أدرج)ت?) "
        )
        assert not [words.ar for words in said if unmarked.match(words.ar)]


def test_nobody_meets_in_ramadan_after_hours(drawn: Drawn) -> None:
    ends = [d.ends_at for d, _ in drawn if d.ends_at and WorkingDays().is_ramadan(d.held_on)]
    assert all(end <= time(15) for end in ends)


def test_an_office_does_not_hold_the_same_meeting_again(drawn: Drawn) -> None:
    first = [(d.kind, d.channel, d.subject_ar) for d, _ in drawn[:20] if d.subject_ar]
    assert len(set(first)) == len(first)


def test_nobody_meets_on_a_day_of_prayer_or_rest(drawn: Drawn) -> None:
    days = {draft.held_on.weekday() for draft, _partners in drawn}
    assert days <= {MONDAY, TUESDAY, WEDNESDAY, THURSDAY}


def test_nobody_says_the_same_twice_in_one_opinion() -> None:
    lamps = Words("من شأن الإنارة تعزيز الأمن.", "L'éclairage est de nature à rassurer.")
    signs = Words("من شأن التشوير تعزيز السلامة.", "La signalisation est utile.")
    dogs = Words("تخيف الكلاب الضالة الأطفال.", "Les chiens errants effraient les enfants.")
    assert repeat_each_other(lamps, signs)
    assert not repeat_each_other(lamps, dogs)


def test_an_event_is_named_by_its_day_after_what_is_promised_for_it() -> None:
    held_on = date(2026, 6, 1)
    partner = SampleWriter("1", TODAY).partners.partners()[0]
    random = Random(1)  # noqa: S311 - a sample, not a secret
    for _draw in range(20):
        follow = CourseWriter(random, {uuid4(): partner}, Language.FRENCH, held_on)
        follow.raise_point(matters()["craft-fair"])
        text = follow.points[0].text or ""
        day = re.search(r"à partir du (\d+) (\w+) 2026", text)
        assert day, text
        assert "{" not in text
        months = {"juillet": 7, "août": 8}
        due_on = follow.commitments[0].due_on
        assert due_on is not None
        assert due_on < date(2026, months[day[2]], int(day[1]))


def test_what_is_due_the_next_day_is_kept_by_then() -> None:
    held_on = date(2026, 6, 1)
    partner = SampleWriter("1", TODAY).partners.partners()[0]
    shortest = [
        matter
        for matter in matters().values()
        if any(course.commitment and course.commitment.within for course in matter.courses)
    ]
    for seed in range(20):
        random = Random(seed)  # noqa: S311 - a sample, not a secret
        follow = CourseWriter(random, {uuid4(): partner}, Language.FRENCH, held_on)
        for matter in shortest:
            follow.raise_point(matter)
        assert all(step.on > held_on for step in follow.steps)
        assert min(each.due_on or date.max for each in follow.commitments) <= date(2026, 6, 3)


def test_the_next_meeting_is_called_for_something() -> None:
    writer = SampleWriter("1", TODAY)
    partners = {uuid4(): partner for partner in writer.partners.partners()}
    after = writer.meeting(writer.day(0, 40), partners).draft
    planned = writer.next_meeting(after, None)
    assert planned.subject_ar
    assert planned.subject_fr


def test_no_answer_tells_of_an_inquiry() -> None:
    told = [
        passing.answer
        for matter in matters().values()
        for course in matter.courses
        if (passing := course.referral) is not None
    ]
    assert not [words.fr for words in told if re.search("enquête|parquet", words.fr)]
    assert not [words.ar for words in told if re.search("فُتح بحث|النيابة", words.ar)]
