"""Invents how the points of a meeting are dealt with: answered, promised, passed on, carried out.

Whatever is said of a point comes from one course of its matter, so that an answer answers it and
only those present promise anything.
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


# In how many days a promise is due, least and most: an order of the day sooner than works.
_WITHIN = {
    CommitmentOwner.OFFICE: (8, 20),
    CommitmentOwner.PARTNER: (30, 60),
    CommitmentOwner.AUTHORITY: (30, 75),
}
# An event is held in so many days, when what is promised for it is done.
_EVENT_IN = (40, 55)


class CourseWriter:
    """Collects what one meeting raises, promises and passes on, written in one language.

    `steps` are what comes of it later, in no order.
    """

    def __init__(self, random: Random, present: Present, language: Language, held_on: date) -> None:
        self._random = random
        self._present = present
        self._language = language
        self._held_on = held_on
        self._slots = {
            "neighbourhood": next(iter(present.values())).neighbourhood,
            "event": _named(held_on + timedelta(days=random.randint(*_EVENT_IN))),
        }
        self.points: list[PointDraft] = []
        self.commitments: list[CommitmentDraft] = []
        self.referrals: list[ReferralDraft] = []
        self.steps: list[Step] = []

    def raise_point(self, matter: Matter) -> None:
        """Add a point with what became of it."""
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
        # Whoever has not spoken yet goes first.
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
        # Whoever raised it keeps it, where it can. An authority promises by its service that is
        # there, whose name the summary tells in full.
        if promise.owner != CommitmentOwner.OFFICE:
            is_theirs = raised_by in debtors
            partner = raised_by if is_theirs else self._random.choice(debtors)
            draft = replace(draft, partner=partner)
        self._take_steps(promise, len(self.commitments), due_on)
        self.commitments.append(draft)

    def _take_steps(self, promise: Promise, place: int, due_on: date) -> None:
        """Add how a promise is taken up, then kept: in time, a few late; or given up."""
        days = (due_on - self._held_on).days
        begun_on = working_day(self._held_on + timedelta(days=self._random.randint(12, 15)))
        soonest = max(2 * days // 3, 1)
        taken = self._random.randint(soonest, max(days - 1, soonest))
        settled_on = working_day(self._held_on + timedelta(days=taken))
        chance = self._random.random()
        # What is done at one stroke is never in progress.
        if chance > 0.6 and promise.owner != CommitmentOwner.OFFICE:
            self.steps.append(Step(begun_on, place, CommitmentStatus.IN_PROGRESS))
        if promise.dropped and chance < 0.3:
            self.steps.append(Step(settled_on, place, CommitmentStatus.DROPPED, promise.dropped))
            return
        # What the office owes is kept in time; what others owe may be late for a while.
        if promise.owner != CommitmentOwner.OFFICE and self._random.random() < 0.1:
            settled_on = working_day(due_on + timedelta(days=self._random.randint(7, 25)))
        words = promise.done.filled(**self._slots).counted(self._random)
        self.steps.append(Step(settled_on, place, CommitmentStatus.DONE, words))

    def _refer(self, passing: Passing, topic: str, place: int) -> None:
        """Add a referral of that very day, and its answer; a few wait long for theirs."""
        days = self._random.randint(12, 30) if self._random.random() < 0.9 else 75
        answered_on = working_day(self._held_on + timedelta(days=days))
        words = passing.answer.filled(**self._slots).counted(self._random)
        step = Step(answered_on, len(self.referrals), None, words)
        self.steps.append(step)
        draft = ReferralDraft(passing.to, topic, sent_on=self._held_on, point=place)
        self.referrals.append(draft)

    def _translated(self, words: Words | None) -> str | None:
        return words.label(self._language.other) if words else None


def _named(day: date) -> Words:
    """Return a day as people write it: «14 أكتوبر 2026», « 14 octobre 2026 »; never a first."""
    day += timedelta(days=day.day == 1)
    return Words(*(format_date(day, "d MMMM y", locale=language.locale) for language in Language))


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
