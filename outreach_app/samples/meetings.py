"""Invented meetings: a scene, the points partners raise, and a fitting answer to each."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import combinations
from random import Random
from uuid import UUID

from outreach_app.i18n import Language
from outreach_app.rules.kinds import Channel, MeetingKind, PointKind
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.rules.working_days import WorkingDays
from outreach_app.samples.courses import CourseWriter, Present, working_day
from outreach_app.samples.fitting import (
    can_be_held,
    go_together,
    has_seat,
    invited,
    is_thanks,
    raisable,
    repeat_each_other,
)
from outreach_app.samples.material import Scene, Words, matters, scenes
from outreach_app.samples.partners import PartnerWriter, SamplePartner
from outreach_app.samples.progress import Step
from outreach_app.services.meetings import MeetingDraft

_HALF_DAY = 180  # minutes
# Not longer in Ramadan, when offices close at three.
_RAMADAN_DAY = 240  # minutes
_LATELY = 30  # matters
# With up to this many points an opinion is given on each.
_JUDGED_EACH = 2
_DRIVERS = ("as.taxi", "as.transport")
# The attempts to draw guests that can raise enough.
_DRAWS = 20
# What the next meeting is called for; a programme without subjects is none.
_SUBJECTS_TO_COME = (
    Words("متابعة تنفيذ الالتزامات", "Suivi de l'exécution des engagements"),
    Words("حصيلة العمل المشترك وآفاقه", "Bilan et perspectives de l'action commune"),
    Words("أولويات الأشهر المقبلة", "Priorités des prochains mois"),
)


@dataclass(frozen=True, slots=True)
class SampleMeeting:
    """A held meeting as logged on its day, in one language, and its later steps.

    Its summary is issued some days later.
    """

    draft: MeetingDraft
    language: Language
    steps: tuple[Step, ...]
    issued_on: date


class SampleWriter:
    """Invents the meetings of one office until today, determined by the seed."""

    def __init__(self, seed: str, today: date) -> None:
        self._today = today
        self._random = Random(seed)  # noqa: S311 - a sample, not a secret
        self.partners = PartnerWriter(self._random)
        self._held: list[Scene] = []
        self._lately: deque[str] = deque(maxlen=_LATELY)
        self._praised: set[str] = set()
        self._dealt_with: set[str] = set()

    def meeting(self, held_on: date, partners: Mapping[UUID, SamplePartner]) -> SampleMeeting:
        """Return one held session with its points, promises and referrals."""
        scene = self._scene(held_on, partners)
        present, raised = self._present_and_raised(scene, held_on, partners)
        headcount = self._headcount(scene, present)
        place = self._place(scene, present)
        language = self._random.choices(list(Language), weights=(3, 1))[0]
        follow = CourseWriter(self._random, present, language, held_on)
        for name in raised:
            follow.raise_point(matters()[name])
        starts_at, ends_at = self._hours(scene, held_on)
        assessment = self._assessment(raised)
        draft = MeetingDraft(
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
            women=self._women(scene, present, headcount),
            assessment=assessment.label(language) if assessment else None,
            assessment_language=language if assessment else None,
            assessment_translation=assessment.label(language.other) if assessment else None,
            attendances=tuple((uid, True) for uid in present),
            points=tuple(follow.points),
            commitments=tuple(follow.commitments),
            referrals=tuple(follow.referrals),
        )
        return SampleMeeting(draft, language, tuple(follow.steps), self._issued_on(draft))

    def _issued_on(self, draft: MeetingDraft) -> date:
        """Return the day the summary is issued: before the first promise is due."""
        issued_on = working_day(draft.held_on + timedelta(days=self._random.randint(1, 6)))
        if any(each.due_on is not None and each.due_on <= issued_on for each in draft.commitments):
            return working_day(draft.held_on + timedelta(days=1))
        return issued_on

    def next_meeting(self, after: MeetingDraft, follows: UUID | None) -> MeetingDraft:
        """Return a planned meeting with the partners of another, which may have agreed on it."""
        held_on = working_day(self._today + timedelta(days=self._random.randint(5, 20)))
        subject = _SUBJECTS_TO_COME[held_on.day % len(_SUBJECTS_TO_COME)]
        return MeetingDraft(
            held_on=held_on,
            kind=MeetingKind.PERIODIC,
            subject_ar=subject.ar,
            subject_fr=subject.fr,
            channel=Channel.OFFICE,
            status=MeetingStatus.PLANNED,
            starts_at=time(10),
            place_ar="مقر الدائرة الأمنية",
            place_fr="Siège de l'arrondissement de police",
            follows=follows,
            attendances=after.attendances,
        )

    def day(self, place: int, count: int) -> date:
        """Return a meeting's working day: `count` of them spread over the year before today."""
        first = self._today - timedelta(days=362 - 350 * place // count)
        days = (first + timedelta(days=shift) for shift in range(max(10, min(14, 350 // count))))
        # Not the next working day: Monday would get the meetings of three days.
        return self._random.choice([day for day in days if working_day(day) == day])

    def _scene(self, held_on: date, partners: Mapping[UUID, SamplePartner]) -> Scene:
        """Return a scene that these partners can hold that day, preferably a new one."""
        possible = [
            scene for scene in scenes() if can_be_held(scene, held_on, partners, self._dealt_with)
        ] or [scene for scene in scenes() if can_be_held(scene, held_on, partners, frozenset())]
        new = [scene for scene in possible if scene not in self._held] or possible
        scene = self._random.choice(new)
        self._held.append(scene)
        return scene

    def _present_and_raised(
        self, scene: Scene, held_on: date, partners: Mapping[UUID, SamplePartner]
    ) -> tuple[Present, list[str]]:
        """Return the partners present and the names of the matters raised."""
        least, most = scene.points
        for _draw in range(_DRAWS):
            present = self._present(scene, partners)
            fitting = self._fitting(scene, held_on, present)
            if len(fitting) >= least:
                break
        number = self._random.randint(min(least, len(fitting)), min(most, len(fitting)))
        raised = fitting[:number]
        self._lately.extend(raised)
        self._dealt_with |= {name for name in raised if matters()[name].kind != PointKind.QUESTION}
        self._praised |= {matters()[name].topic for name in raised if is_thanks(name)}
        return present, raised

    def _present(self, scene: Scene, partners: Mapping[UUID, SamplePartner]) -> Present:
        """Return the partners present, including one of the kind the scene needs."""
        guests = list(invited(scene, partners))
        least, most = scene.bodies
        number = self._random.randint(least, min(most, len(guests)))
        chosen = set(self._random.sample(guests, number))
        needed = [uid for uid in guests if scene.needs and partners[uid].is_of((scene.needs,))]
        if needed and chosen.isdisjoint(needed):
            chosen.pop()
            chosen.add(self._random.choice(needed))
        return {uid: partner for uid, partner in partners.items() if uid in chosen}

    def _fitting(self, scene: Scene, held_on: date, present: Present) -> list[str]:
        """Return the names of matters that those present can raise that day, one a topic.

        Nobody complains about what was praised, neither at the same meeting nor later.
        """
        possible = [
            name
            for name in raisable(scene, held_on, present)
            if matters()[name].kind != PointKind.CONCERN or not self._is_praised(name)
        ]
        # What was handled or recently asked is not raised again, unless nothing else is left.
        over = {*self._dealt_with, *self._lately}
        new = [name for name in possible if name not in over] or possible
        fitting: list[str] = []
        for name in self._random.sample(new, len(new)):
            if all(go_together(name, other) for other in fitting):
                fitting.append(name)
        # Thanks come after requests.
        return sorted(fitting, key=is_thanks)

    def _is_praised(self, name: str) -> bool:
        """Return whether the topic of a matter, or its parent, was praised before."""
        topic = matters()[name].topic
        return topic in self._praised or topic.rpartition(".")[0] in self._praised

    def _headcount(self, scene: Scene, present: Present) -> int:
        """Return the number of people: several for an organisation, one for a practice."""
        if all(partner.is_practice for partner in present.values()):
            return len(present)
        least, most = (max(each, len(present)) for each in scene.heads)
        return self._random.randint(least, most)

    def _women(self, scene: Scene, present: Present, headcount: int) -> int:
        """Return the number of women: all for women's associations, few for drivers."""
        if scene.women_only or all(partner.is_of(("as.women",)) for partner in present.values()):
            return headcount
        if all(partner.is_of(_DRIVERS) for partner in present.values()):
            return round(headcount * self._random.uniform(0, 0.15))
        if headcount < 6:
            return self._random.randint(0, headcount)
        return round(headcount * self._random.uniform(0.2, 0.5))

    def _assessment(self, raised: list[str]) -> Words | None:
        """Return the chief's opinion on each matter raised; None if there are many.

        Questions and thanks need no opinion. An opinion on only some of the points would ignore
        others.
        """
        judged = [view for name in raised if (view := matters()[name].view)]
        if not judged or len(judged) > _JUDGED_EACH or self._random.random() > 0.8:
            return None
        if any(repeat_each_other(*pair) for pair in combinations(judged, 2)):
            return None
        return Words(" و".join(view.ar for view in judged), " ".join(view.fr for view in judged))

    def _hours(self, scene: Scene, held_on: date) -> tuple[time | None, time | None]:
        """Return the start and end, in quarters of an hour; None if not recorded."""
        least, most = scene.minutes
        if not most:
            return None, None
        is_ramadan = WorkingDays().is_ramadan(held_on)
        if is_ramadan:
            least, most = min(least, _RAMADAN_DAY), min(most, _RAMADAN_DAY)
        is_morning = most >= _HALF_DAY or is_ramadan
        start = 60 * self._random.choice((9, 10) if is_morning else (9, 10, 15))
        start += self._random.choice((0, 30))
        step = 15 if least >= 60 else 5
        end = start + step * round(self._random.randint(least, most) / step)
        return time(start // 60, start % 60), time(end // 60, end % 60)

    def _place(self, scene: Scene, present: Present) -> Words | None:
        if scene.host:
            host = next(partner for partner in present.values() if has_seat(partner)).draft
            name = host.name_fr or ""
            return Words(f"مقر {host.name_ar}", f"Siège de l'{name[:1].lower()}{name[1:]}")
        if not scene.places:
            return None
        partner = self._random.choice(list(present.values()))
        return self._random.choice(scene.places).filled(neighbourhood=partner.neighbourhood)
