"""The follow-up to a remark, in the row of the remark."""

from dataclasses import dataclass
from datetime import date

from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.validation import Checks
from outreach_app.services.commitments import CommitmentDraft, check_commitment
from outreach_app.services.follow_up_days import check_since_raised
from outreach_app.services.publications import check_past
from outreach_app.services.referrals import ReferralDraft, check_referral
from outreach_app.services.remarks import RemarkDraft
from outreach_app.transfer.partner_entries import code_of
from outreach_app.transfer.reading import RowReader, typed_language


@dataclass(frozen=True, slots=True)
class Followed:
    """The follow-up to a remark; `given_to` and `given_how` describe the giving of its reply.

    `promised_on` is the day of its commitment, None for one made with the reaction.
    """

    reply_translation: str | None
    reacted_on: date | None
    given_on: date | None
    given_to: str | None
    given_how: str | None
    closed_on: date | None
    referral: ReferralDraft | None
    commitment: CommitmentDraft | None
    promised_on: date | None


def read_followed(reader: RowReader, checks: Checks, remark: RemarkDraft) -> Followed:
    """Read the follow-up to a remark from its row; no day of it is before that of the remark."""
    to, sent_on = code_of(reader.line("referral_to"), "rf"), reader.day("referral_sent_on")
    answer, promised = reader.words("referral_answer"), reader.words("commitment_text")
    referral = ReferralDraft(
        to or "",
        remark.topic or "",
        sent_on=sent_on,
        answered_on=reader.day("referral_answered_on"),
        answer=answer,
        answer_language=typed_language(answer),
    )
    commitment = CommitmentDraft(
        text=promised or "",
        language=typed_language(promised) or "",
        owner=CommitmentOwner.OFFICE,
        translation=reader.words("commitment_translation"),
        due_on=reader.day("commitment_due_on"),
    )
    if to is not None:
        checks.required("referral_sent_on", sent_on)
        check_referral(checks, referral, None, remark.received_on)
    if promised is not None:
        check_commitment(checks, commitment, None, remark.received_on)
    names = ("reacted_on", "given_on", "closed_on", "commitment_made_on")
    days = {name: reader.day(name) for name in names}
    for name, day in days.items():
        check_past(checks, name, day, None)
        check_since_raised(checks, name, day, remark.received_on)
    return Followed(
        reply_translation=reader.words("reply_translation"),
        reacted_on=days["reacted_on"],
        given_on=days["given_on"],
        given_to=reader.line("given_to"),
        given_how=reader.line("given_how"),
        closed_on=days["closed_on"],
        referral=referral if to is not None else None,
        commitment=commitment if promised is not None else None,
        promised_on=days["commitment_made_on"],
    )
