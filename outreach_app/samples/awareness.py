"""Invented awareness actions of one office in the last year."""

from datetime import date, timedelta
from random import Random

from outreach_app.rules.kinds import MeetingKind
from outreach_app.samples.courses import working_day
from outreach_app.samples.fitting import is_term
from outreach_app.samples.material import communication
from outreach_app.services.awareness import AwarenessDraft

_ACTIONS = 4
_APART = 80  # days


def invent_awareness(seed: str, today: date) -> list[AwarenessDraft]:
    """Return four actions, earliest first, determined by the seed."""
    # A separate generator, so that it does not change the meetings.
    random = Random(f"{seed} awareness")  # noqa: S311 - a sample, not a secret
    drafts = []
    for place, sample in enumerate(random.sample(communication().awareness, _ACTIONS)):
        is_talk = sample.kind == MeetingKind.SCHOOL
        ago = 10 + _APART * place + random.randint(0, _APART - 10)
        held_on = _day_before(today - timedelta(days=ago), is_talk=is_talk)
        reached = random.randint(35, 120) if is_talk else random.randint(60, 350)
        # Only one action, so that no association is counted twice.
        associations = random.choice((1, 2)) if place == 0 else None
        draft = AwarenessDraft(
            held_on=held_on,
            kind=sample.kind,
            subject_ar=sample.subject.ar,
            subject_fr=sample.subject.fr,
            place_ar=sample.place.ar,
            place_fr=sample.place.fr,
            establishments=1 if is_talk else None,
            pupils=reached if is_talk else None,
            # Two come for an association: they are no pupils.
            beneficiaries=reached + 2 * (associations or 0),
            associations=associations,
        )
        drafts.append((held_on, draft))
    return [draft for _day, draft in sorted(drafts, key=lambda each: each[0])]


def _day_before(day: date, *, is_talk: bool) -> date:
    """Return a working day; for a talk in a school one during term."""
    while working_day(day) != day or (is_talk and not is_term(day)):
        day -= timedelta(days=1)
    return day
