"""The reaction to a point, typed step by step in one line."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from outreach_app.i18n import gettext as _
from outreach_app.rules.dates import date_text
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.quick_dates import read_day
from outreach_app.rules.statuses import PointReaction
from ui.drafts.session_sheet import PointLine
from ui.meetings.point_edits import (
    COMMITMENT,
    OPEN,
    REFERRAL,
    Debtor,
    debtor_by,
    debtor_of,
    reaction_of,
    with_answer,
    with_commitment,
    with_referral,
)
from ui.words import no_day_words, not_listed_words, reaction_words


class ReactionStep(StrEnum):
    """The steps of a reaction."""

    REACTION = "reaction"
    REPLY = "reply"
    PROMISE = "promise"
    DUE = "due"
    DEBTOR = "debtor"
    AUTHORITY = "authority"
    SERVICE = "service"
    DONE = "done"


# Steps answered from a list. Other steps take what is typed.
_LISTED = (
    ReactionStep.REACTION,
    ReactionStep.DEBTOR,
    ReactionStep.AUTHORITY,
    ReactionStep.SERVICE,
)
_PROMISING = (
    ReactionStep.PROMISE,
    ReactionStep.DUE,
    ReactionStep.DEBTOR,
    ReactionStep.AUTHORITY,
)


@dataclass(slots=True)
class ReactionEntry:
    """Asks step by step for a reaction; `line` is the answered point once the step is DONE."""

    line: PointLine
    today: date
    step: ReactionStep = ReactionStep.REACTION
    reaction: str = OPEN
    promise: str = ""
    due_on: date | None = None

    @property
    def text(self) -> str:
        """The initial text of the step: its previous answer."""
        first = self.line.commitments[0] if self.line.commitments else None
        if self.step is ReactionStep.REPLY:
            return self.line.point.reply or ""
        if self.step is ReactionStep.PROMISE:
            return self.promise or (first.text if first else "")
        if self.step is ReactionStep.DUE:
            due_on = self.due_on or (first.due_on if first else None)
            return date_text(due_on) if due_on else ""
        return ""

    @property
    def question(self) -> str:
        """The question of the step."""
        if self.step is ReactionStep.REACTION:
            return reaction_words(reaction_of(self.line))
        return {
            ReactionStep.REPLY: _("The reply"),
            ReactionStep.PROMISE: _("What is promised; empty: what was asked"),
            ReactionStep.DUE: _("For which day"),
            ReactionStep.DEBTOR: _("Who owes it: the precinct, one of those present, an authority"),
            ReactionStep.AUTHORITY: _("Which authority; empty: it is not known yet"),
        }.get(self.step, _("Service"))

    @property
    def numbered_question(self) -> str:
        """The question with the number of the step, if a promise is asked; "" for the reaction."""
        if self.step in (ReactionStep.REACTION, ReactionStep.DONE):
            return ""
        if self.step not in _PROMISING:
            return self.question
        # Who owes it is asked last, unless it is an authority.
        step, last = _PROMISING.index(self.step) + 1, _PROMISING.index(ReactionStep.DEBTOR) + 1
        return _("Step {step} of {steps}: {question}").format(
            step=step, steps=max(step, last), question=self.question
        )

    @property
    def is_answered(self) -> bool:
        """Whether the step has a previous answer, which Enter alone keeps."""
        if self.step is ReactionStep.REACTION:
            return reaction_of(self.line) != OPEN
        return self.step is ReactionStep.SERVICE and bool(self.line.referrals)

    def so_far(self, typed: str) -> PointLine:
        """Return the point with the answers so far and what is typed in this step."""
        if self.step is ReactionStep.REPLY:
            return with_answer(self.line, self.reaction, typed)
        if self.reaction != COMMITMENT or self.step in (ReactionStep.REACTION, ReactionStep.DONE):
            return self.line
        first = self.line.commitments[0] if self.line.commitments else None
        promise = typed if self.step is ReactionStep.PROMISE else self.promise
        due_on = self.due_on or (first.due_on if first else None)
        if self.step is ReactionStep.DUE:
            due_on = read_day(typed, self.today) or due_on
        return with_commitment(self.line, promise, due_on, debtor_of(self.line))

    def take(self, typed: str, code: str | None) -> None:
        """Set the answer of a step, `code` if one was chosen.

        Raises ValueError for a bad day, and for words that no answer of a list begins with.
        """
        if code is None and typed.strip() and self.step in _LISTED:
            raise ValueError(_not_listed(self.step))
        if self.step is ReactionStep.REACTION:
            self._begin(code)
        elif self.step is ReactionStep.REPLY:
            self._finish(with_answer(self.line, self.reaction, typed))
        elif self.step is ReactionStep.PROMISE:
            self.promise = typed
            self.step = ReactionStep.DUE
        elif self.step is ReactionStep.DUE:
            self.due_on = date.fromisoformat(code) if code else _day(typed, self.today)
            self.step = ReactionStep.DEBTOR
        elif self.step is ReactionStep.DEBTOR and code == CommitmentOwner.AUTHORITY:
            self.step = ReactionStep.AUTHORITY
        elif self.step is ReactionStep.DEBTOR:
            self._promise(debtor_by(code) if code else debtor_of(self.line))
        elif self.step is ReactionStep.AUTHORITY:
            self._promise(debtor_by(code or CommitmentOwner.AUTHORITY))
        elif code is not None:
            self._finish(with_referral(self.line, code))
        else:
            self.step = ReactionStep.DONE

    def go_back(self, typed: str) -> bool:
        """Ask for the answer before again, if this is not the first of a promise; keep a day."""
        if self.step not in _PROMISING[1:]:
            return False
        if self.step is ReactionStep.DUE:
            self.due_on = read_day(typed, self.today) or self.due_on
        self.step = _PROMISING[_PROMISING.index(self.step) - 1]
        return True

    def _begin(self, reaction: str | None) -> None:
        self.reaction = reaction or reaction_of(self.line)
        if reaction is None or (reaction == OPEN == reaction_of(self.line)):
            self.step = ReactionStep.DONE
        elif reaction == COMMITMENT:
            self.step = ReactionStep.PROMISE
        elif reaction == REFERRAL:
            self.step = ReactionStep.SERVICE
        elif reaction in (OPEN, PointReaction.ORIENTED):
            self._finish(with_answer(self.line, None if reaction == OPEN else reaction, ""))
        else:
            self.step = ReactionStep.REPLY

    def _promise(self, debtor: Debtor) -> None:
        self._finish(with_commitment(self.line, self.promise, self.due_on, debtor))

    def _finish(self, line: PointLine) -> None:
        self.line = line
        self.step = ReactionStep.DONE


def _not_listed(step: ReactionStep) -> str:
    if step is ReactionStep.REACTION:
        return _("No reaction begins with this. Choose one first, then type the reply.")
    return not_listed_words()


def _day(typed: str, today: date) -> date | None:
    if not typed.strip():
        return None
    day = read_day(typed, today)
    if day is None:
        raise ValueError(no_day_words())
    return day
