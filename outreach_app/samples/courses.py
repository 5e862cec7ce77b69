"""Invents how the points of a meeting are dealt with: answered, promised, passed on, carried out.

Whatever is said of a point comes from one course of its matter, so that an answer answers it and
only those present promise anything.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from uuid import UUID

from outreach_app.i18n import Language
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.rules.working_days import FRIDAY, WorkingDays
from outreach_app.samples.material import Course, Matter, Passing, Promise, Words
from outreach_app.samples.partners import SamplePartner
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft

Present = Mapping[UUID, SamplePartner]

# What is younger than this may still be unanswered or late.
_RECENT = timedelta(days=45)


class CourseWriter:
    """Collects what one meeting raises, promises and passes on, written in one language."""

    def __init__(
        self, random: Random, present: Present, language: Language, held_on: date, today: date
    ) -> None:
        self._random = random
        self._present = present
        self._language = language
        self._held_on = held_on
        self._today = today
        # Of a few recent meetings one point waits for its translation.
        is_recent = today - held_on < _RECENT
        self._is_left = is_recent and random.random() < 0.1
        self.points: list[PointDraft] = []
        self.commitments: list[CommitmentDraft] = []
        self.referrals: list[ReferralDraft] = []

    def raise_point(self, matter: Matter) -> None:
        """Add a point with what became of it; a few recent ones are still without an answer."""
        possible = [course for course in matter.courses if is_possible(course, self._present)]
        point = self._point(matter)
        is_recent = self._today - self._held_on < _RECENT
        if not possible or (is_recent and matter.words and self._random.random() < 0.1):
            self.points.append(point)
            return
        course = self._random.choice(possible)
        place = len(self.points)
        language = self._language
        reply = course.reply.label(language) if course.reply else None
        point = replace(
            point,
            reaction=course.reaction,
            reply=reply,
            reply_language=language if reply else None,
            reply_translation=self._translated(course.reply),
        )
        self.points.append(point)
        if course.commitment is not None:
            self.commitments.append(self._commitment(course.commitment, place))
        if course.referral is not None:
            self.referrals.append(self._referral(course.referral, point.topic, place))

    def _point(self, matter: Matter) -> PointDraft:
        raisers = [uid for uid, each in self._present.items() if each.is_of(matter.by)]
        is_worded = matter.words is not None or matter.phrase is not None
        raised_by = self._random.choice(raisers) if raisers and is_worded else None
        point = PointDraft(matter.kind, matter.topic, raised_by=raised_by, phrase=matter.phrase)
        if matter.words is None:
            return point
        translation = None if self._is_left else self._translated(matter.words)
        self._is_left = False
        text = matter.words.label(self._language)
        return replace(point, text=text, language=self._language, translation=translation)

    def _commitment(self, promise: Promise, place: int) -> CommitmentDraft:
        due_on = working_day(self._held_on + timedelta(days=self._random.randint(30, 75)))
        debtors = _debtors(promise, self._present)
        draft = CommitmentDraft(
            text=promise.label(self._language),
            language=self._language,
            owner=promise.owner,
            translation=self._translated(promise),
            due_on=due_on,
            authority=promise.to,
            point=place,
        )
        # An authority promises by its service that is there, whose name the summary tells in full.
        if promise.owner != CommitmentOwner.OFFICE:
            draft = replace(draft, partner=self._random.choice(debtors))
        status, since = self._progress(promise, due_on)
        reasons = {CommitmentStatus.DONE: promise.done, CommitmentStatus.DROPPED: promise.dropped}
        found = reasons.get(status)
        reason = found.counted(self._random) if found else None
        return replace(
            draft,
            status=status,
            status_on=since,
            status_reason=reason.label(self._language) if reason else None,
            status_reason_translation=self._translated(reason),
        )

    def _progress(self, promise: Promise, due_on: date) -> tuple[CommitmentStatus, date | None]:
        """Return how far a promise has come, and since when; most are kept in time."""
        chance = self._random.random()
        since = working_day(self._held_on + timedelta(days=self._random.randint(2, 8)))
        days = (due_on - self._held_on).days
        settled_on = working_day(
            self._held_on + timedelta(days=self._random.randint(2 * days // 3, days))
        )
        # What the office owes is kept; what others owe may be late for a while.
        is_sure = promise.owner == CommitmentOwner.OFFICE or due_on < self._today - _RECENT
        is_kept = is_sure or chance < 0.7
        if due_on < self._today and promise.dropped and chance < 0.3:
            return CommitmentStatus.DROPPED, min(settled_on, self._today)
        if due_on < self._today and is_kept:
            return CommitmentStatus.DONE, min(settled_on, self._today)
        if since <= self._today and chance > 0.4:
            return CommitmentStatus.IN_PROGRESS, since
        return CommitmentStatus.OPEN, None

    def _referral(self, passing: Passing, topic: str, place: int) -> ReferralDraft:
        sent_on = working_day(self._held_on + timedelta(days=self._random.randint(1, 4)))
        answered_on = working_day(sent_on + timedelta(days=self._random.randint(6, 25)))
        draft = ReferralDraft(destination=passing.to, topic=topic, point=place)
        if sent_on > self._today:
            return draft
        draft = replace(draft, sent_on=sent_on)
        is_recent = self._today - self._held_on < 2 * _RECENT
        if answered_on > self._today or self._random.random() < (0.3 if is_recent else 0.05):
            return draft
        answer = passing.answer.counted(self._random)
        return replace(
            draft,
            answered_on=answered_on,
            answer=answer.label(self._language),
            answer_language=self._language,
            answer_translation=self._translated(answer),
        )

    def _translated(self, words: Words | None) -> str | None:
        return words.label(self._language.other) if words else None


def working_day(day: date) -> date:
    """Return the day, or the next one on which offices work and nobody leaves for prayer."""
    while day.weekday() == FRIDAY or WorkingDays().hours_on(day) is None:
        day += timedelta(days=1)
    return day


def is_possible(course: Course, present: Present) -> bool:
    """Return whether those who would have to promise are there, and whoever is asked is not."""
    if course.referral is not None and _speaks_for(course.referral.to, present):
        return False
    promise = course.commitment
    if promise is None or promise.owner == CommitmentOwner.OFFICE:
        return True
    return bool(_debtors(promise, present))


def _speaks_for(authority: str, present: Present) -> bool:
    """Return whether somebody present speaks for an authority: it would promise, not be asked."""
    them = {partner.authority for partner in present.values()}
    return authority in them or (authority == "rf.local_authority" and "rf.annexe" in them)


def _debtors(promise: Promise, present: Present) -> list[UUID]:
    return [
        uid
        for uid, partner in present.items()
        if partner.is_of(promise.by) or (promise.to and partner.authority == promise.to)
    ]
