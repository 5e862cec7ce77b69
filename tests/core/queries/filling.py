"""Fills a store with random rumours, publications, readings, remarks and awareness actions."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from random import Random

from sqlalchemy.orm import Session

from outreach_app.models import Point
from outreach_app.services.awareness import AwarenessDraft, record_awareness
from outreach_app.services.findings import publish_rectification, record_finding
from outreach_app.services.points import answer_point, close_point, give_reply
from outreach_app.services.publications import record_publication
from outreach_app.services.readings import ReadingDraft, record_reading
from outreach_app.services.referrals import record_answer, refer_point
from outreach_app.services.remarks import record_remark
from outreach_app.services.rumours import record_rumour
from tests import makers
from tests.remarks import remark_draft

FIRST, LAST = date(2026, 8, 1), date(2026, 11, 5)
KINDS = ("pb.communique", "pb.post", "pb.material")
ACCOUNTS = ("pc.facebook", "pc.x")


@dataclass(frozen=True, slots=True)
class Filling:
    """Fills a store by a seed: all days are between `FIRST` and `LAST`."""

    session: Session
    random: Random

    def fill(self) -> None:
        for _number in range(9):
            self.publish()
            self.hear()
            self.hear()
            self.receive()
            self.explain()
        for _number in range(8):
            self.read_account()

    def day(self, since: date = FIRST) -> date:
        return since + timedelta(days=self.random.randint(0, (LAST - since).days))

    def hour(self) -> time | None:
        return self.random.choice(
            (None, time(self.random.randint(0, 23), self.random.choice((0, 59))))
        )

    def count(self) -> int | None:
        return self.random.choice((None, 0, self.random.randint(1, 400)))

    def publish(self) -> None:
        kind, day = self.random.choice(KINDS), self.day()
        number = self.random.choice((1, 1, 3))
        draft = makers.publication_draft(kind=kind, published_on=day, count=number)
        publication = record_publication(self.session, draft)
        for _number in range(self.random.randint(0, 3) if number == 1 else 0):
            reactions, comments, shares = (self.count() for _part in range(3))
            read = ReadingDraft(self.day(day), publication.uid)
            read = replace(read, reactions=reactions, comments=comments, shares=shares)
            if (reactions, comments, shares) != (None, None, None):
                record_reading(self.session, read)

    def read_account(self) -> None:
        account, followers = self.random.choice(ACCOUNTS), self.random.randint(100, 9000)
        record_reading(self.session, ReadingDraft(self.day(), account=account, followers=followers))

    def hear(self) -> None:
        heard_on = self.day()
        draft = makers.rumour_draft(heard_on=heard_on, heard_at=self.hour())
        rumour = record_rumour(self.session, draft)
        result = self.random.choice((None, "vr.true", "vr.false", "vr.misleading"))
        if result is None:
            return
        found_on = self.day(heard_on)
        finding = makers.finding_draft(result=result, found_on=found_on, found_at=None)
        record_finding(self.session, rumour.uid, finding)
        if result != "vr.true" and self.random.random() < 0.7:
            out = makers.rectification_draft(
                published_on=self.random.choice((heard_on, self.day(heard_on))),
                published_at=self.hour(),
            )
            publish_rectification(self.session, rumour.uid, out)

    def receive(self) -> None:
        received_on = self.day()
        draft = remark_draft(
            received_on=received_on,
            received_through=self.random.choice(("rv.phone", "rv.comment")),
            kind=self.random.choice(("concern", "thanks")),
        )
        remark = record_remark(self.session, draft)
        for what in self.random.sample(("answer", "give", "refer", "close"), 2):
            self.session.flush()
            self.react(remark, what, self.day(received_on))

    def react(self, remark: Point, what: str, day: date) -> None:
        uid, version = remark.uid, remark.version
        if remark.closed_on is not None:
            return
        match what:
            case "answer":
                answer_point(self.session, uid, version, "out.under_study", None, "ar")
            case "give":
                give_reply(self.session, uid, version, day, "", "")
            case "refer":
                referral = refer_point(self.session, uid, version, "rf.commune", day)
                self.session.flush()
                if self.random.random() < 0.6:
                    answered = (self.day(day), "نعم", "ar")
                    record_answer(self.session, referral.uid, referral.version, *answered)
            case _:
                close_point(self.session, uid, version, day)

    def explain(self) -> None:
        is_talk = self.random.random() < 0.5
        pupils = self.count() if is_talk else None
        draft = AwarenessDraft(
            self.day(),
            "mt.school" if is_talk else "mt.openday",
            establishments=self.random.choice((None, 1, 2)) if is_talk else None,
            pupils=pupils,
            beneficiaries=self.random.choice((None, (pupils or 0) + 5)),
            associations=self.random.choice((None, 2)),
        )
        record_awareness(self.session, draft)
