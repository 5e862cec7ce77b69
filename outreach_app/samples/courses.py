"""Invented reactions to the points of a meeting: answered, promised, referred, done.

All that is written about a point comes from one course of its matter, so that an answer fits it
and only those present make promises.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from uuid import UUID

from babel.dates import format_date

from outreach_app.i18n import Language
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.rules.working_days import FRIDAY, WorkingDays
from outreach_app.samples.material import Course, Matter, Passing, Promise, Words
from outreach_app.samples.partners import SamplePartner
from outreach_app.samples.progress import Step
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft

Present = Mapping[UUID, SamplePartner]


# The days until a promise is due, least and most: daily orders sooner than construction.
_WITHIN = {
    CommitmentOwner.OFFICE: (8, 20),
    CommitmentOwner.PARTNER: (30, 60),
    CommitmentOwner.AUTHORITY: (30, 75),
}
# The days until an event, by which promises for it are done.
_EVENT_IN = (40, 55)


class CourseWriter:
    """Collects the points, promises and referrals of one meeting, in one language.

    `steps` are the later events, in no order.
    """

    def __init__(self, random: Random, present: Present, language: Language, held_on: date) -> None:
        self._random = random
        self._present = present
        self._language = language
        self._held_on = held_on
        self._slots = {
            "neighbourhood": next(iter(present.values())).neighbourhood,
            "event": _day_words(held_on + timedelta(days=random.randint(*_EVENT_IN))),
        }
        self.points: list[PointDraft] = []
        self.commitments: list[CommitmentDraft] = []
        self.referrals: list[ReferralDraft] = []
        self.steps: list[Step] = []

    def raise_point(self, matter: Matter) -> None:
        """Add a point with its outcome."""
        possible = [course for course in matter.courses if is_possible(course, self._present)]
        point = self._point(matter)
        if not possible:
            self.points.append(point)
            return
        course = self._random.choice(possible)
        place = len(self.points)
        reply = course.reply.filled(**self._slots) if course.reply else None
        point = replace(
            point,
            reaction=course.reaction,
            reply=reply.label(self._language) if reply else None,
            reply_language=self._language if reply else None,
            reply_translation=self._translated(reply),
        )
        self.points.append(point)
        if course.commitment is not None:
            self._promise(course.commitment, place, point.raised_by)
        if course.referral is not None:
            self._refer(course.referral, point.topic, place)

    def _point(self, matter: Matter) -> PointDraft:
        raisers = [
            uid
            for uid, each in self._present.items()
            if (each.is_of(matter.by) if matter.by else each.authority is None)
        ]
        is_worded = matter.words is not None or matter.phrase is not None
        # Those who have not spoken yet go first.
        quiet = [uid for uid in raisers if uid not in {point.raised_by for point in self.points}]
        raised_by = self._random.choice(quiet or raisers) if raisers and is_worded else None
        point = PointDraft(matter.kind, matter.topic, raised_by=raised_by, phrase=matter.phrase)
        if matter.words is None:
            return point
        words = matter.words.filled(**self._slots)
        return replace(
            point,
            text=words.label(self._language),
            language=self._language,
            translation=self._translated(words),
        )

    def _promise(self, promise: Promise, place: int, raised_by: UUID | None) -> None:
        least, most = promise.within or _WITHIN[CommitmentOwner(promise.owner)]
        due_on = working_day(self._held_on + timedelta(days=self._random.randint(least, most)))
        debtors = _debtors(promise, self._present)
        words = promise.filled(**self._slots)
        draft = CommitmentDraft(
            text=words.label(self._language),
            language=self._language,
            owner=promise.owner,
            translation=self._translated(words),
            due_on=due_on,
            authority=promise.to,
            point=place,
        )
        # The one who raised it makes the promise, if possible. For an authority its service that
        # is
        # present promises, whose name the summary prints in full.
        if promise.owner != CommitmentOwner.OFFICE:
            is_theirs = raised_by in debtors
            partner = raised_by if is_theirs else self._random.choice(debtors)
            draft = replace(draft, partner=partner)
        self._take_steps(promise, len(self.commitments), due_on)
        self.commitments.append(draft)

    def _take_steps(self, promise: Promise, place: int, due_on: date) -> None:
        """Add the progress of a promise: kept in time, a few late, or given up."""
        days = (due_on - self._held_on).days
        begun_on = working_day(self._held_on + timedelta(days=self._random.randint(12, 15)))
        soonest = max(2 * days // 3, 1)
        taken = self._random.randint(soonest, max(days - 1, soonest))
        settled_on = working_day(self._held_on + timedelta(days=taken))
        chance = self._random.random()
        # Orders of the office are never in progress: they are done in one step.
        if chance > 0.6 and promise.owner != CommitmentOwner.OFFICE:
            self.steps.append(Step(begun_on, place, CommitmentStatus.IN_PROGRESS))
        if promise.dropped and chance < 0.3:
            self.steps.append(Step(settled_on, place, CommitmentStatus.DROPPED, promise.dropped))
            return
        # The office keeps its promises in time; others may be late.
        if promise.owner != CommitmentOwner.OFFICE and self._random.random() < 0.1:
            settled_on = working_day(due_on + timedelta(days=self._random.randint(7, 25)))
        words = promise.done.filled(**self._slots).counted(self._random)
        self.steps.append(Step(settled_on, place, CommitmentStatus.DONE, words))

    def _refer(self, passing: Passing, topic: str, place: int) -> None:
        """Add a referral of the same day, and its answer; a few take long."""
        days = self._random.randint(12, 30) if self._random.random() < 0.9 else 75
        answered_on = working_day(self._held_on + timedelta(days=days))
        words = passing.answer.filled(**self._slots).counted(self._random)
        step = Step(answered_on, len(self.referrals), None, words)
        self.steps.append(step)
        draft = ReferralDraft(passing.to, topic, sent_on=self._held_on, point=place)
        self.referrals.append(draft)

    def _translated(self, words: Words | None) -> str | None:
        return words.label(self._language.other) if words else None


def _day_words(day: date) -> Words:
    """Return a day as people write it: «14 أكتوبر 2026», « 14 octobre 2026 »; never a first."""
    day += timedelta(days=day.day == 1)
    return Words(*(format_date(day, "d MMMM y", locale=language.locale) for language in Language))


def working_day(day: date) -> date:
    """Return the day, or the next working day that is not a Friday."""
    while day.weekday() == FRIDAY or WorkingDays().hours_on(day) is None:
        day += timedelta(days=1)
    return day


def is_possible(course: Course, present: Present) -> bool:
    """Return whether those who would promise are present, and the authority to ask is not."""
    if course.referral is not None and _speaks_for(course.referral.to, present):
        return False
    promise = course.commitment
    if promise is None or promise.owner == CommitmentOwner.OFFICE:
        return True
    return bool(_debtors(promise, present))


def _speaks_for(authority: str, present: Present) -> bool:
    """Return whether a partner present represents an authority: it would promise instead."""
    them = {partner.authority for partner in present.values()}
    return authority in them or (authority == "rf.local_authority" and "rf.annexe" in them)


def _debtors(promise: Promise, present: Present) -> list[UUID]:
    return [
        uid
        for uid, partner in present.items()
        if partner.is_of(promise.by) or (promise.to and partner.authority == promise.to)
    ]
