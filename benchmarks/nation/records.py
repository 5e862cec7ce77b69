"""The invented records of a country, with realistic skew, before they are written."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from typing import TypeVar

from benchmarks.nation.offices import Precinct
from benchmarks.nation.words import Texts
from outreach_app import clock
from outreach_app.i18n import Language
from outreach_app.models import (
    JOURNALED,
    Attendance,
    Commitment,
    Identity,
    Meeting,
    Partner,
    Person,
    Point,
    Record,
    Referral,
)
from outreach_app.models.base import new_uid
from outreach_app.review_states import first_review
from outreach_app.samples.material import names
from outreach_app.services.points import computed_states
from outreach_app.vocabulary import catalogue

PARTNERS, YEARS = 60_000, 5
_KINDS = {"concern": 55, "request": 20, "suggestion": 7, "question": 10, "rumour": 3, "thanks": 5}
_STATUSES = {"held": 88, "cancelled": 5, "postponed": 4, "planned": 3}
_PROMISES = {"cst.done": 93, "cst.open": 4, "cst.in_progress": 2, "cst.dropped": 1}

RecordT = TypeVar("RecordT", bound=Record)


class Country:
    """Makes records one after the other, with the ids that an import would give them."""

    def __init__(self, precincts: list[Precinct], chance: random.Random, days: int) -> None:
        self.precincts, self._days = precincts, days
        self.chance = chance
        self._ids = {model: count(1) for model in JOURNALED}
        self.texts = {language: Texts(language, chance) for language in Language}
        self._topics = [code for code in catalogue("tp") if code.count(".") == 2]
        chance.shuffle(self._topics)
        self.partners_of_offices: dict[int, list[Partner]] = {}
        self.today = clock.today()

    def partners(self) -> Iterator[tuple[Precinct, list[Record]]]:
        """Yield each partner with its contact person, by precinct in turn.

        A practice is named after a person.
        """
        for number in range(PARTNERS):
            precinct = self.precincts[number % len(self.precincts)]
            partner = self._partner(precinct, number)
            self.partners_of_offices.setdefault(precinct.office, []).append(partner)
            person = self._new(Person, precinct, partner_id=partner.id, partner=partner)
            person.capacity_ar = "الرئيس"
            person.capacity_fr = "Président"
            person.language = "ar"
            person.is_active = partner.is_active
            person.informed_on = self.today if self.chance.random() < 0.97 else None
            given, family = (self.chance.choice(each) for each in _names())
            identity = self._new(Identity, precinct)
            identity.name_ar = f"{given[0]} {family[0]}"
            identity.name_fr = f"{given[1]} {family[1]}"
            if partner.category == "pt.liberal":
                identity.partner_id = partner.id
                identity.partner = partner
                yield precinct, [partner, identity]
            else:
                identity.person_id = person.id
                identity.person = person
                yield precinct, [partner, person, identity]

    def meetings(self, number: int) -> Iterator[tuple[Precinct, list[Record]]]:
        """Yield `number` meetings, each with its dependent records, by day."""
        weights = [precinct.weight for precinct in self.precincts]
        for place in range(number):
            (precinct,) = self.chance.choices(self.precincts, weights)
            ago = self._days - (place + 1) * self._days // number
            yield precinct, self._meeting(precinct, self.today - timedelta(days=ago))

    def _partner(self, precinct: Precinct, number: int) -> Partner:
        categories = list(catalogue("pt"))
        weights = [2.0**-place for place in range(len(categories))]
        (category,) = self.chance.choices(categories, weights)
        place = self.chance.choice(names().neighbourhoods)
        partner = self._new(Partner, precinct, category=category, place=place.ar)
        partner.phone = f"+212522{number:06d}"
        partner.is_active = self.chance.random() < 0.95
        if category != "pt.liberal":
            body = self.chance.choice(names().associations)
            filled = body.filled(neighbourhood=place, family_name=place)
            partner.name_ar = f"{filled.ar} {number}"
            partner.name_fr = f"{filled.fr} {number}"
        if category == "pt.association":
            partner.type = self.chance.choice(list(catalogue("as")))
        return partner

    def _meeting(self, precinct: Precinct, day: date) -> list[Record]:
        texts = self._texts()
        meeting = self._new(Meeting, precinct, held_on=day, kinds_present=())
        meeting.status = self._pick(_STATUSES)
        meeting.review = first_review(meeting.status)
        meeting.kind = self._skewed(list(catalogue("mt"))[:6])
        meeting.channel = self._skewed(list(catalogue("ch"))[:4])
        meeting.place_ar = "مقر الدائرة الأمنية"
        setattr(meeting, f"subject_{texts.language}", texts.subject())
        partners = self.chance.sample(self.partners_of_offices[precinct.office], 2)
        records: list[Record] = [meeting]
        for partner in partners:
            row = self._new(Attendance, precinct, meeting_id=meeting.id, meeting=meeting)
            row.partner_id = partner.id
            row.partner = partner
            row.is_present = True
            records.append(row)
        if meeting.status in ("cancelled", "postponed"):
            meeting.status_reason = texts.subject()
        if meeting.status == "held":
            records += self._held(precinct, meeting)
        return records

    def _held(self, precinct: Precinct, meeting: Meeting) -> list[Record]:
        """Yield the records of a held meeting: three points, a commitment, at times a referral."""
        day = meeting.held_on
        meeting.headcount = self.chance.randint(4, 40)
        meeting.women = self.chance.randint(0, meeting.headcount)
        texts = self._texts()
        meeting.assessment = texts.text()
        meeting.assessment_language = texts.language
        precinct.numbers[day.year] += 1
        meeting.number_year = day.year
        meeting.number_sequence = precinct.numbers[day.year]
        meeting.number_station = ""
        points = [self._point(precinct, meeting, place) for place in range(3)]
        promise = self._new(Commitment, precinct, meeting_id=meeting.id, meeting=meeting)
        promise.text = texts.text()
        promise.language = texts.language
        promise.position = 0
        promise.owner = "office"
        promise.due_on = day + timedelta(days=30)
        promise.status = self._pick(_PROMISES)
        if promise.status == "cst.dropped":
            promise.status_reason = texts.subject()
        followed: list[Record] = [*points, promise]
        if self.chance.random() < 0.25:
            referral = self._new(Referral, precinct, meeting_id=meeting.id, meeting=meeting)
            referral.point_id = points[0].id
            referral.point = points[0]
            referral.position = 0
            referral.destination = "rf.commune"
            referral.topic = points[0].topic
            referral.sent_on = day
            if self.chance.random() < 0.9:
                referral.answered_on = min(self.today, day + timedelta(days=9))
            followed.append(referral)
        for point, state in computed_states(meeting).items():
            point.state = state
        return followed

    def _point(self, precinct: Precinct, meeting: Meeting, place: int) -> Point:
        texts = self._texts()
        point = self._new(Point, precinct, meeting_id=meeting.id, meeting=meeting, position=place)
        point.met_on = meeting.held_on
        point.kind = self._pick(_KINDS)
        point.topic = self._skewed(self._topics)
        point.text = texts.text()
        point.language = texts.language
        if self.chance.random() < 0.97:
            point.reaction = "out.answered"
            point.reply = texts.text()
            point.reply_language = texts.language
            waited = timedelta(days=int(self.chance.expovariate(0.2)))
            point.given_on = min(self.today, meeting.held_on + waited)
        return point

    def _new(self, model: type[RecordT], precinct: Precinct, **values: object) -> RecordT:
        id_ = next(self._ids[model])
        return model(id=id_, uid=new_uid(), is_deleted=False, office_id=precinct.office, **values)

    def _texts(self) -> Texts:
        """Yield texts, two of three in Arabic."""
        return self.texts[Language.ARABIC if self.chance.random() < 0.67 else Language.FRENCH]

    def _pick(self, weights: dict[str, int]) -> str:
        (found,) = self.chance.choices(list(weights), list(weights.values()))
        return found

    def _skewed(self, values: list[str]) -> str:
        """Return one of the values, with earlier ones more frequent."""
        return self.chance.choices(values, [1 / (place + 2) for place in range(len(values))])[0]


def _names() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    given, family = names().given_names, names().family_names
    return [(each.ar, each.fr) for each in given], [(each.ar, each.fr) for each in family]
