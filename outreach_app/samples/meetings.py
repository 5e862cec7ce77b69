"""Invents meetings: a scene, what its partners raise there, and a fitting answer to each point."""

from collections import deque
from collections.abc import Mapping
from datetime import date, time, timedelta
from random import Random
from uuid import UUID

from outreach_app.i18n import Language
from outreach_app.rules.awareness import AWARENESS_KINDS
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.samples.courses import CourseWriter, Present, is_possible, working_day
from outreach_app.samples.material import Matter, Scene, Words, matters, scenes
from outreach_app.samples.partners import PartnerWriter, SamplePartner
from outreach_app.services.meetings import MeetingDraft

# To these anybody may come, whoever else takes part: what is raised need not be a partner's.
# What is promised from April on is due when the schools are closed.
_OUT_OF_TERM = (4, 5, 6, 7, 8)
_HALF_DAY = 180  # minutes
_LATELY = 30  # matters
# So often is drawn who came, until they have enough to raise.
_DRAWS = 20


class SampleWriter:
    """Invents for one office; the same seed invents the same."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)  # noqa: S311 - a sample, not a secret
        self.partners = PartnerWriter(self._random)
        self._held: list[Scene] = []
        self._lately: deque[str] = deque(maxlen=_LATELY)

    def meeting(
        self, held_on: date, partners: Mapping[UUID, SamplePartner], today: date
    ) -> MeetingDraft:
        """Return one held session with what was raised, promised and passed on."""
        scene = self._scene(held_on, partners)
        present, raised = self._present_and_raised(scene, held_on, partners)
        headcount = self._headcount(scene, present)
        place = self._place(scene, present)
        language = self._random.choices(list(Language), weights=(3, 1))[0]
        follow = CourseWriter(self._random, present, language, held_on, today)
        for name in raised:
            follow.raise_point(matters()[name])
        starts_at, ends_at = self._hours(scene)
        return MeetingDraft(
            held_on=held_on,
            kind=scene.kind,
            channel=scene.channel,
            starts_at=starts_at,
            ends_at=ends_at,
            place_ar=place.ar if place else None,
            place_fr=place.fr if place else None,
            subject_ar=scene.subject.ar if scene.subject else None,
            subject_fr=scene.subject.fr if scene.subject else None,
            headcount=headcount,
            women=headcount if scene.women_only else self._women(headcount),
            assessment=scene.assessment.label(language),
            assessment_language=language,
            assessment_translation=scene.assessment.label(language.other),
            attendances=tuple((uid, True) for uid in present),
            points=tuple(follow.points),
            commitments=tuple(follow.commitments),
            referrals=tuple(follow.referrals),
        )

    def next_meeting(self, after: MeetingDraft, uid: UUID, today: date) -> MeetingDraft:
        """Return the planned meeting that was agreed at the end of another."""
        return MeetingDraft(
            held_on=working_day(today + timedelta(days=self._random.randint(5, 20))),
            kind=after.kind,
            channel=after.channel,
            status=MeetingStatus.PLANNED,
            starts_at=after.starts_at,
            place_ar=after.place_ar,
            place_fr=after.place_fr,
            subject_ar=after.subject_ar,
            subject_fr=after.subject_fr,
            follows=uid,
            attendances=after.attendances,
        )

    def day(self, today: date, place: int, count: int) -> date:
        """Return a meeting's working day: `count` of them spread over the year before today."""
        first = today - timedelta(days=362 - 350 * place // count)
        days = (first + timedelta(days=shift) for shift in range(max(10, min(14, 350 // count))))
        # Not the next working day: Monday would get those of three days.
        return self._random.choice([day for day in days if working_day(day) == day])

    def _scene(self, held_on: date, partners: Mapping[UUID, SamplePartner]) -> Scene:
        """Return a scene that these partners can hold that day, a new one while there is one."""
        possible = [scene for scene in scenes() if _can_be_held(scene, held_on, partners)]
        new = [scene for scene in possible if scene not in self._held] or possible
        scene = self._random.choice(new)
        self._held.append(scene)
        return scene

    def _present_and_raised(
        self, scene: Scene, held_on: date, partners: Mapping[UUID, SamplePartner]
    ) -> tuple[Present, list[str]]:
        """Return who came and the names of the matters raised."""
        least, most = scene.points
        for _draw in range(_DRAWS):
            present = self._present(scene, partners)
            fitting = self._fitting(scene, held_on, present)
            if len(fitting) >= least:
                break
        number = self._random.randint(min(least, len(fitting)), min(most, len(fitting)))
        raised = fitting[:number]
        self._lately.extend(raised)
        return present, raised

    def _present(self, scene: Scene, partners: Mapping[UUID, SamplePartner]) -> Present:
        """Return who of the partners came, one that the scene needs among them."""
        invited = [uid for uid, partner in partners.items() if partner.is_of(scene.partners)]
        least, most = scene.bodies
        number = self._random.randint(least, min(most, len(invited)))
        chosen = set(self._random.sample(invited, number))
        needed = [uid for uid in invited if scene.needs and partners[uid].is_of((scene.needs,))]
        if needed and chosen.isdisjoint(needed):
            chosen.pop()
            chosen.add(self._random.choice(needed))
        return {uid: partner for uid, partner in partners.items() if uid in chosen}

    def _fitting(self, scene: Scene, held_on: date, present: Present) -> list[str]:
        """Return the names of what those present can raise that day, one matter a topic."""
        possible = _raisable(scene, held_on, present)
        # What was raised lately is not raised again while something else can be.
        new = [name for name in possible if name not in self._lately] or possible
        names = self._random.sample(new, len(new))
        by_topic: dict[str, str] = {}
        for name in names:
            by_topic.setdefault(matters()[name].topic, name)
        return list(by_topic.values())

    def _headcount(self, scene: Scene, present: Present) -> int | None:
        """Return how many came: for bodies several, of practices each its own."""
        if all(partner.is_practice for partner in present.values()):
            return len(present)
        least, most = (max(each, len(present)) for each in scene.heads)
        return None if self._random.random() < 0.05 else self._random.randint(least, most)

    def _women(self, headcount: int | None) -> int | None:
        if headcount is None or self._random.random() < 0.1:
            return None
        if headcount < 6:
            return self._random.randint(0, headcount)
        return round(headcount * self._random.uniform(0.2, 0.7))

    def _hours(self, scene: Scene) -> tuple[time | None, time | None]:
        """Return when it began and ended, by quarters of an hour; None where nobody noted it."""
        least, most = scene.minutes
        if not most:
            return None, None
        is_long = most > _HALF_DAY
        start = 60 * self._random.choice((9, 10) if is_long else (9, 10, 15))
        start += self._random.choice((0, 30))
        step = 15 if least >= 60 else 5
        end = start + step * round(self._random.randint(least, most) / step)
        return time(start // 60, start % 60), time(end // 60, end % 60)

    def _place(self, scene: Scene, present: Present) -> Words | None:
        if scene.host:
            host = next(partner for partner in present.values() if _has_seat(partner)).draft
            name = host.name_fr or ""
            return Words(f"مقر {host.name_ar}", f"Siège de l'{name[:1].lower()}{name[1:]}")
        if not scene.places:
            return None
        partner = self._random.choice(list(present.values()))
        return self._random.choice(scene.places).filled(neighbourhood=partner.neighbourhood)


def _can_be_held(scene: Scene, held_on: date, partners: Mapping[UUID, SamplePartner]) -> bool:
    """Return whether these partners can hold it that day, with enough to raise."""
    invited = {uid: each for uid, each in partners.items() if each.is_of(scene.partners)}
    if scene.in_term and held_on.month in _OUT_OF_TERM:
        return False
    if scene.needs is not None and not any(each.is_of((scene.needs,)) for each in invited.values()):
        return False
    if scene.host and not all(_has_seat(partner) for partner in invited.values()):
        return False
    topics = {matters()[name].topic for name in _raisable(scene, held_on, invited)}
    return len(invited) >= scene.bodies[0] and len(topics) >= scene.points[0]


def _raisable(scene: Scene, held_on: date, present: Present) -> list[str]:
    """Return the names of what those present can raise that day and have dealt with."""
    is_open = scene.kind in AWARENESS_KINDS
    is_term = held_on.month not in _OUT_OF_TERM
    return [
        name
        for name in scene.matters
        if (matter := matters()[name]).in_term <= is_term
        and (is_open or _is_raised_by_any(matter, present))
        and _can_be_answered(matter, present)
    ]


def _has_seat(partner: SamplePartner) -> bool:
    """Return whether « au siège de l’association… » can be said of it."""
    return (partner.draft.name_fr or "").startswith(("Association", "Amicale"))


def _can_be_answered(matter: Matter, present: Present) -> bool:
    """Return whether it is thanks, or somebody there can deal with it."""
    return not matter.courses or any(is_possible(course, present) for course in matter.courses)


def _is_raised_by_any(matter: Matter, present: Present) -> bool:
    if not matter.by:
        return any(partner.authority is None for partner in present.values())
    return any(partner.is_of(matter.by) for partner in present.values())
