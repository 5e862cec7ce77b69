"""Invents sample offices, partners and meetings from the names in resources/sample."""

import json
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import cache
from random import Random
from uuid import UUID

from outreach_app.i18n import Language
from outreach_app.rules.kinds import OfficeRole, PointKind
from outreach_app.rules.statuses import OFFENCE_REACTION, CommitmentStatus, MeetingStatus
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.meetings import MeetingDraft
from outreach_app.services.offices import OfficeDraft
from outreach_app.services.partners import PartnerDraft
from outreach_app.services.people import PersonDraft
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from outreach_app.services.replies import ReplyDraft
from outreach_app.vocabulary import RESOURCES, Phrase, phrases

SampleRow = dict[str, str]
_ANSWERS = ("out.answered", "out.resolved", "out.under_study", "out.out_of_scope")
_STATUSES = (
    CommitmentStatus.DONE,
    CommitmentStatus.DONE,
    CommitmentStatus.IN_PROGRESS,
    CommitmentStatus.OPEN,
    CommitmentStatus.PARTLY,
)
_CAPACITIES = (
    ("رئيس", "Président"),
    ("الكاتب العام", "Secrétaire général"),
    ("أمين المال", "Trésorier"),
)


@cache
def _names() -> dict[str, list[SampleRow]]:
    content: dict[str, list[SampleRow]] = json.loads(
        (RESOURCES / "sample" / "names.json").read_text(encoding="utf-8")
    )
    return content


def invent_office(place: int) -> OfficeDraft:
    """Return the sample office at a place of the list; places go round after the last."""
    precincts = _names()["precincts"]
    row = precincts[place % len(precincts)]
    lines_ar = (
        "المملكة المغربية",
        "المديرية العامة للأمن الوطني",
        row["command_ar"],
        row["district_ar"],
    )
    lines_fr = (
        "Royaume du Maroc",
        "Direction générale de la Sûreté nationale",
        row["command_fr"],
        row["district_fr"],
    )
    return OfficeDraft(
        role=OfficeRole.PRECINCT,
        number=row["number"],
        name_ar=row["name_ar"],
        name_fr=row["name_fr"],
        city_ar=row["city_ar"],
        city_fr=row["city_fr"],
        chief_title_ar="رئيس الدائرة الأمنية",
        chief_title_fr="Le chef de l'arrondissement de police",
        letterhead_ar="\n".join((*lines_ar, f"الدائرة الأمنية {row['name_ar']}")),
        letterhead_fr="\n".join((*lines_fr, f"Arrondissement de police {row['name_fr']}")),
        recipient_ar=row["recipient_ar"],
        recipient_fr=row["recipient_fr"],
        is_sample=True,
    )


def invent_headquarters() -> OfficeDraft:
    """Return the sample headquarters, to which the sample precincts report."""
    lines_ar = ("المملكة المغربية", "المديرية العامة للأمن الوطني", "المصالح المركزية")
    lines_fr = (
        "Royaume du Maroc",
        "Direction générale de la Sûreté nationale",
        "Services centraux",
    )
    return OfficeDraft(
        role=OfficeRole.HEADQUARTERS,
        number=None,
        name_ar="المصالح المركزية",
        name_fr="Services centraux",
        city_ar="الرباط",
        city_fr="Rabat",
        chief_title_ar="رئيس المصلحة المركزية",
        chief_title_fr="Le chef du service central",
        letterhead_ar="\n".join(lines_ar),
        letterhead_fr="\n".join(lines_fr),
        is_sample=True,
    )


def invent_reply(today: date) -> ReplyDraft:
    """Return what the sample headquarters answers to a point."""
    return ReplyDraft(
        text="أحيل الطلب على المصلحة المختصة، وسيتم إخباركم بالمآل.",
        language=Language.ARABIC.value,
        replied_on=today,
        translation="La demande est transmise au service compétent\u00a0; la suite vous sera"
        " communiquée.",
    )


@dataclass(frozen=True, slots=True)
class SamplePartner:
    """A partner as the meetings need it again."""

    uid: UUID
    type: str | None


class SampleWriter:
    """Invents for one office; the same seed invents the same."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)  # noqa: S311 - a sample, not a secret

    def partners(self) -> list[PartnerDraft]:
        """Fifteen partners: associations, practices, and a few others."""
        rows = [
            *self._random.sample(_names()["associations"], 8),
            *self._random.sample(_names()["practices"], 4),
            *self._random.sample(_names()["other_partners"], 3),
        ]
        return [self._partner(row) for row in rows]

    def person(self, partner: UUID) -> PersonDraft:
        """Somebody who speaks for a partner."""
        given, family = (self._random.choice(_names()[k]) for k in ("given_names", "family_names"))
        capacity_ar, capacity_fr = self._random.choice(_CAPACITIES)
        return PersonDraft(
            partner=partner,
            name_ar=f"{given['ar']} {family['ar']}",
            name_fr=f"{given['fr']} {family['fr']}",
            capacity_ar=capacity_ar,
            capacity_fr=capacity_fr,
            language=self._random.choice(list(Language)).value,
            phone=self._phone(),
        )

    def meeting(self, held_on: date, partners: list[SamplePartner], today: date) -> MeetingDraft:
        """One held session with what was raised, promised and passed on."""
        present = self._random.sample(partners, self._random.randint(2, 6))
        points = [self._point() for _place in range(self._random.randint(2, 5))]
        subject, place = (self._random.choice(_names()[key]) for key in ("subjects", "places"))
        headcount = self._random.randint(6, 45)
        start = time(self._random.choice((9, 10, 11, 15)), self._random.choice((0, 30)))
        assessment, language = self._random.choice(_names()["assessments"]), self._language()
        return MeetingDraft(
            held_on=held_on,
            kind=subject["kind"],
            channel="ch.inperson",
            starts_at=start,
            ends_at=time(start.hour + self._random.randint(1, 2), self._random.choice((0, 15, 30))),
            place_ar=place["ar"],
            place_fr=place["fr"],
            subject_ar=subject["ar"],
            subject_fr=subject["fr"],
            headcount=headcount,
            women=self._random.randint(1, headcount // 2),
            assessment=assessment[language],
            assessment_language=language,
            assessment_translation=assessment[language.other],
            attendances=tuple((partner.uid, True) for partner in present),
            points=tuple(points),
            commitments=self._commitments(points, held_on, today),
            referrals=self._referrals(points, held_on),
        )

    def next_meeting(self, after: MeetingDraft, uid: UUID, today: date) -> MeetingDraft:
        """Return the planned meeting that was agreed at the end of another."""
        return MeetingDraft(
            held_on=today + timedelta(days=self._random.randint(5, 20)),
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
        day = today - timedelta(days=360 - 350 * place // count)
        return day + timedelta(days=(7 - day.weekday()) if day.weekday() > 4 else 0)

    def _partner(self, row: SampleRow) -> PartnerDraft:
        names = _names()
        neighbourhood = self._random.choice(names["neighbourhoods"])
        family = self._random.choice(names["family_names"])
        fill = {
            script: {"neighbourhood": neighbourhood[script], "family_name": family[script]}
            for script in ("ar", "fr")
        }
        category = _category(row["type"])
        return PartnerDraft(
            name_ar=row["ar"].format(**fill["ar"]),
            name_fr=row["fr"].format(**fill["fr"]),
            category=category,
            type=None if row["type"] == category else row["type"],
            phone=self._phone(),
            is_named_after_person="{family_name}" in row["fr"],
        )

    def _phone(self) -> str:
        return f"0661{self._random.randint(100_000, 999_999)}"

    def _language(self) -> Language:
        return self._random.choice(list(Language))

    def _point(self) -> PointDraft:
        if self._random.random() < 0.45:
            phrase: Phrase = self._random.choice(list(phrases().values()))
            return self._answered(PointDraft(phrase.kind, phrase.topic, phrase=phrase.code))
        if self._random.random() < 0.08:
            return PointDraft(PointKind.CONCERN, "tp.3.1", reaction=OFFENCE_REACTION)
        row = self._random.choice(_names()["free_points"])
        return self._answered(PointDraft(row["kind"], row["topic"], row["text"], row["language"]))

    def _answered(self, point: PointDraft) -> PointDraft:
        replies = [row for row in _names()["replies"] if row["topic"] == point.topic]
        chance = self._random.random()
        if replies and chance < 0.6:
            language = self._language()
            return _with(point, "out.answered", self._random.choice(replies)[language], language)
        return _with(point, self._random.choice(_ANSWERS)) if chance < 0.5 else point

    def _commitments(
        self, points: list[PointDraft], held_on: date, today: date
    ) -> tuple[CommitmentDraft, ...]:
        drafts = []
        for place, point in enumerate(points):
            rows = [row for row in _names()["commitments"] if row["topic"] == point.topic]
            if not rows or point.reaction is not None or self._random.random() < 0.3:
                continue
            row, language = self._random.choice(rows), self._language()
            due_on = held_on + timedelta(days=self._random.randint(7, 45))
            is_past = due_on < today - timedelta(days=30)
            status = CommitmentStatus.DONE if is_past else self._random.choice(_STATUSES)
            drafts.append(
                CommitmentDraft(
                    text=row[language],
                    language=language,
                    owner=row["owner"],
                    translation=row[language.other] if self._random.random() < 0.5 else None,
                    due_on=due_on,
                    status=status,
                    status_on=None if status is CommitmentStatus.OPEN else min(due_on, today),
                    point=place,
                )
            )
        return tuple(drafts)

    def _referrals(self, points: list[PointDraft], held_on: date) -> tuple[ReferralDraft, ...]:
        places = [place for place, point in enumerate(points) if point.topic.startswith("tp.6")]
        if not places:
            return ()
        rows = [row for row in _names()["referral_answers"] if row["to"] == "rf.commune"]
        row, language = self._random.choice(rows), self._language()
        sent_on = held_on + timedelta(days=self._random.randint(1, 5))
        is_answered = self._random.random() < 0.6
        return (
            ReferralDraft(
                destination=row["to"],
                topic=points[places[0]].topic,
                sent_on=sent_on,
                answered_on=sent_on + timedelta(days=9) if is_answered else None,
                answer=row[language] if is_answered else None,
                answer_language=language if is_answered else None,
                point=places[0],
            ),
        )


def _category(type_: str) -> str:
    prefix = type_.partition(".")[0]
    return {"as": "pt.association", "pr": "pt.liberal"}.get(prefix, type_)


def _with(
    point: PointDraft, reaction: str, reply: str | None = None, language: Language | None = None
) -> PointDraft:
    return replace(point, reaction=reaction, reply=reply, reply_language=language)
