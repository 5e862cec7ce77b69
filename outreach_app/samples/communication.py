"""Invented rumours, publications with their readings, and remarks in one office's store.

They are written by the services that the window uses. Values that a service sets to today are set
here to the day of the invented event.
"""

from collections.abc import Mapping
from datetime import date, time, timedelta
from random import Random
from uuid import UUID

from babel.dates import format_date
from sqlalchemy.orm import Session

from outreach_app.i18n import Language
from outreach_app.models import Point, Publication, Rumour
from outreach_app.samples.courses import working_day
from outreach_app.samples.fitting import is_term
from outreach_app.samples.material import (
    Course,
    Passing,
    SamplePublication,
    SampleRemark,
    SampleRumour,
    Words,
    communication,
)
from outreach_app.samples.partners import SamplePartner
from outreach_app.services.commitments import CommitmentDraft, promise_for_point
from outreach_app.services.findings import FindingDraft, publish_rectification, record_finding
from outreach_app.services.points import answer_point, close_point
from outreach_app.services.publications import PublicationDraft, record_publication
from outreach_app.services.readings import ReadingDraft, record_reading
from outreach_app.services.referrals import record_answer, refer_point
from outreach_app.services.remarks import RemarkDraft, record_remark
from outreach_app.services.rumours import CarryingDraft, RumourDraft, carry_back, record_rumour

_PUBLICATIONS = 7  # in addition to the rectification
_YEAR = 350  # days
_DAY = "EEEE d MMMM y"
# Channels that count their audience.
_READ = {"pc.facebook", "pc.instagram", "pc.x", "pc.youtube"}


def _weekday_after(after: date, weekday: int) -> Words:
    """Return a weekday some days after a date, as people write it; never a first."""
    first = after + timedelta(days=4)
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    day += timedelta(days=7 * (day.day == 1))
    arabic, french = (format_date(day, _DAY, locale=each.locale) for each in Language)
    return Words(arabic, french)


class CommunicationWriter:
    """Writes the communication of one office, determined by the seed."""

    def __init__(
        self, session: Session, seed: str, partners: Mapping[UUID, SamplePartner], today: date
    ) -> None:
        # A separate generator, so that it does not change the meetings.
        self._random = Random(f"{seed} communication")  # noqa: S311 - a sample, not a secret
        self._session = session
        self._partners = partners
        self._today = today
        self._language = self._random.choices(list(Language), weights=(3, 1))[0]

    def write(self) -> None:
        """Write three rumours, eight publications and seven remarks."""
        material = communication()
        self._write_true_rumour(self._random.choice(material.true))
        in_term = is_term(self._today - timedelta(days=60)) and is_term(self._today)
        # Rumours about pupils are heard during term.
        rectified = [each for each in material.rectified if in_term or each.channel != "rc.school"]
        self._write_rectified_rumour(self._random.choice(rectified))
        self._write_rumour(self._random.choice(material.verifying), self._day_before(1, 10))
        chosen = self._random.sample(material.publications, _PUBLICATIONS)
        for place, publication in enumerate(chosen):
            ago = 21 + _YEAR * (_PUBLICATIONS - 1 - place) // _PUBLICATIONS
            self._write_publication(publication, self._day_before(ago - 20, ago))
        remarks = self._random.sample(material.remarks, len(material.remarks))
        for place, remark in enumerate(remarks):
            ago = 25 * (len(remarks) - place)
            self._write_remark(remark, self._day_before(ago - 10, ago))
        self._write_remark(self._random.choice(material.unanswered), self._day_before(1, 10))

    def _day_before(self, least: int, most: int) -> date:
        """Return a working day between `least` and `most` days before today."""
        days = [self._today - timedelta(days=ago) for ago in range(least, most + 1)]
        return self._random.choice([day for day in days if working_day(day) == day])

    def _day_after(self, day: date, least: int, most: int) -> date:
        """Return a working day that many days after another; it may be in the future."""
        return working_day(day + timedelta(days=self._random.randint(least, most)))

    def _write_true_rumour(self, sample: SampleRumour) -> None:
        heard_on = self._day_before(90, 300)
        rumour = self._write_rumour(sample, heard_on)
        self._verify(rumour, sample, self._day_after(heard_on, 1, 2))

    def _write_rectified_rumour(self, sample: SampleRumour) -> None:
        """Write a rumour whose rectification was published and brought to a partner."""
        heard_on = self._day_before(40, 60)
        rumour = self._write_rumour(sample, heard_on)
        found_on = self._day_after(heard_on, 0, 1)
        self._verify(rumour, sample, found_on)
        title = sample.title
        fact = self._fact(sample, found_on)
        draft = PublicationDraft(
            kind="pb.rectification",
            published_on=found_on,
            published_at=time(16, 30),
            title_ar=title.ar if title else None,
            title_fr=title.fr if title else None,
            text_ar=fact.ar if fact else None,
            text_fr=fact.fr if fact else None,
            topic=rumour.topic,
            channels=("pc.site", "pc.facebook"),
        )
        self._record_readings(publish_rectification(self._session, rumour.uid, draft))
        partner = self._random.choice([each.draft for each in self._partners.values()])
        name = partner.name_ar if self._language is Language.ARABIC else partner.name_fr
        carried = CarryingDraft(self._day_after(found_on, 5, 12), "pc.meeting", name)
        carry_back(self._session, rumour.uid, rumour.version, carried)

    def _write_rumour(self, sample: SampleRumour, heard_on: date) -> Rumour:
        draft = RumourDraft(
            text=sample.text.label(self._language),
            language=self._language,
            translation=sample.text.label(self._language.other),
            heard_on=heard_on,
            heard_at=time(self._random.randint(9, 14)),
            form=sample.form,
            channel=sample.channel,
            reach=sample.reach,
        )
        rumour = record_rumour(self._session, draft)
        if sample.result is None:
            record_finding(self._session, rumour.uid, FindingDraft())
        return rumour

    def _verify(self, rumour: Rumour, sample: SampleRumour, found_on: date) -> None:
        fact = self._fact(sample, found_on)
        draft = FindingDraft(
            result=sample.result,
            found_on=found_on,
            found_at=time(15),
            source=sample.source,
            text=fact.label(self._language) if fact else None,
            language=self._language,
            translation=fact.label(self._language.other) if fact else None,
        )
        record_finding(self._session, rumour.uid, draft)

    def _fact(self, sample: SampleRumour, found_on: date) -> Words | None:
        """Return the fact of a verification, with its day and future days filled in."""
        if sample.fact is None:
            return None
        arabic, french = (format_date(found_on, "d MMMM y", locale=it.locale) for it in Language)
        return sample.fact.filled(
            verified=Words(arabic, french),
            tuesday=_weekday_after(found_on, 1),
            sunday=_weekday_after(found_on, 6),
        )

    def _write_publication(self, sample: SamplePublication, published_on: date) -> None:
        draft = PublicationDraft(
            kind=sample.kind,
            published_on=published_on,
            published_at=time(self._random.randint(10, 15)),
            title_ar=sample.ar,
            title_fr=sample.fr,
            topic=sample.topic,
            channels=sample.channels,
        )
        self._record_readings(record_publication(self._session, draft))

    def _record_readings(self, publication: Publication) -> None:
        """Record one or two readings of a publication on an account; counts only increase."""
        if _READ.isdisjoint(publication.channels):
            return
        views, read_on = self._random.randint(800, 6000), publication.published_on
        for least, most in self._random.choice((((2, 4),), ((2, 4), (10, 20)))):
            read_on = self._day_after(read_on, least, most)
            if read_on > self._today:
                return
            draft = ReadingDraft(
                read_on=read_on,
                publication=publication.uid,
                views=views,
                reactions=views // 20,
                comments=views // 150,
                shares=views // 60,
            )
            record_reading(self._session, draft)
            views += self._random.randint(200, 2000)

    def _write_remark(self, sample: SampleRemark, received_on: date) -> None:
        callers = [uid for uid, each in self._partners.items() if each.is_of(sample.by)]
        draft = RemarkDraft(
            topic=sample.topic,
            text=sample.label(self._language),
            language=self._language,
            translation=sample.label(self._language.other),
            received_on=received_on,
            received_at=time(self._random.randint(9, 14), 30),
            received_through=sample.through,
            kind=sample.kind,
            raised_by=self._random.choice(callers) if callers else None,
        )
        remark = record_remark(self._session, draft)
        if sample.course is not None:
            self._follow(remark, sample.course, self._day_after(received_on, 1, 4))
        if sample.is_closed:
            closed_on = min(self._day_after(received_on, 5, 9), self._today)
            close_point(self._session, remark.uid, remark.version, closed_on)

    def _follow(self, remark: Point, course: Course, reacted_on: date) -> None:
        if course.reaction is not None:
            reply = course.reply.label(self._language) if course.reply else None
            asked = (remark.uid, remark.version, course.reaction)
            answer_point(self._session, *asked, reply, self._language)
            remark.reacted_on = reacted_on
            if course.reply is not None:
                remark.reply_translation = course.reply.label(self._language.other)
        if course.referral is not None:
            self._refer(remark, course.referral, reacted_on)
        if course.commitment is not None:
            promise = CommitmentDraft(
                text=course.commitment.label(self._language),
                language=self._language,
                translation=course.commitment.label(self._language.other),
                owner=course.commitment.owner,
                due_on=working_day(self._today + timedelta(days=self._random.randint(10, 30))),
            )
            made = promise_for_point(self._session, remark.uid, remark.version, promise)
            made.made_on = reacted_on

    def _refer(self, remark: Point, passing: Passing, sent_on: date) -> None:
        referral = refer_point(self._session, remark.uid, remark.version, passing.to, sent_on)
        answered_on = self._day_after(sent_on, 6, 15)
        if answered_on > self._today:
            return
        self._session.flush()
        answer = passing.answer.counted(self._random)
        given = (answer.label(self._language), self._language)
        record_answer(self._session, referral.uid, referral.version, answered_on, *given)
        referral.answer_translation = answer.label(self._language.other)
