"""The list of claims, with its query, filters and actions."""

from outreach_app import clock
from outreach_app.field_words import CLAIM_KIND_WORDS, DECISION_WORDS
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.claims import (
    ClaimFilter,
    ClaimRow,
    list_claim_ids,
    list_claims_by_id,
)
from outreach_app.rights import Right
from outreach_app.rules.claims import ClaimKind, Decision
from outreach_app.rules.dates import date_text
from outreach_app.services.claims import answer_claim
from ui.actions.actions import Action
from ui.claims.words import about_words, claim_facts, claim_words, state_icon, state_words
from ui.forms.choice_editor import Choice
from ui.listings.subject import FilterPart, Subject, whole
from ui.tables.columns import Column
from ui.words import apart, word_of

ANSWER: Action[ClaimRow] = Action(
    lambda: _("Record the answer"),
    "check-circle",
    lambda: _("The answer was recorded."),
    lambda row: row.decision is None,
    lambda session, row, given: answer_claim(
        session, row.uid, row.version, given.choice, given.the_day()
    ),
    day=lambda: _("On"),
    draft="claim",
    usual_day=clock.today,
    choice=lambda: _("Decision"),
    choices=lambda: [Choice(each, word_of(DECISION_WORDS, each)) for each in Decision],
    right=Right.ANSWER_CLAIMS,
)

_COLUMNS: tuple[Column[ClaimRow], ...] = (
    Column(
        lambda: _("Request from a person"),
        lambda row: apart(claim_words(row)),
        width=256,
        sort_key="kind",
    ),
    Column(lambda: _("About"), lambda row: apart(about_words(row)), least=208),
    Column(
        lambda: _("Received on"),
        lambda row: isolate(date_text(row.received_on)),
        width=112,
        leaves=1,
        sort_key="received",
    ),
    Column(
        lambda: _("Answer by"),
        lambda row: isolate(date_text(row.due_on)),
        width=112,
        sort_key="due",
    ),
    Column(lambda: _("State"), state_words, icon=state_icon, width=240, sort_key="state"),
)


def claims() -> Subject[ClaimRow, ClaimFilter]:
    """Return the list of claims, open ones first."""
    return Subject(
        key="claims",
        title=lambda: _("Requests from people"),
        icon="shield-check",
        advice=lambda: _(
            "Anybody named in the register may ask to see their own data, and to have it "
            "corrected or erased. Record each request with “New request”: the time left to "
            "answer it is shown here."
        ),
        columns=_COLUMNS,
        actions=(ANSWER,),
        narrowings=(
            FilterPart("kind", lambda: _("Kind"), _kinds),
            FilterPart(
                "is_open", lambda: _("State"), _states, values={"open": True, "answered": False}
            ),
        ),
        every=ClaimFilter(),
        ids=whole(list_claim_ids),
        rows=list_claims_by_id,
        words=claim_words,
        more=claim_facts,
    )


def _kinds() -> list[Choice]:
    named = [Choice(kind, word_of(CLAIM_KIND_WORDS, kind)) for kind in ClaimKind]
    return [Choice(None, _("Kind: all")), *named]


def _states() -> list[Choice]:
    return [
        Choice(None, _("State: all")),
        Choice("open", _("To be answered")),
        Choice("answered", _("Answered")),
    ]
