"""The cards of the Today page, each with its text when empty."""

from collections.abc import Callable

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.people import PersonRow
from outreach_app.queries.points import PointRow
from outreach_app.queries.referrals import ReferralRow
from outreach_app.queries.reviews import QuestionRow
from outreach_app.queries.trash import ForgottenRow
from ui.actions.commitment_actions import COMMITMENT_ACTIONS
from ui.actions.person_actions import INFORM, RESTORE
from ui.actions.point_actions import POINT_ACTIONS
from ui.actions.referral_actions import REFERRAL_ACTIONS
from ui.actions.review_actions import CLARIFY
from ui.context import AppContext
from ui.import_requests import ImportPartners
from ui.record_lines import (
    commitment_line,
    forgotten_line,
    person_line,
    point_line,
    question_line,
    referral_line,
)
from ui.requests import NewPartner, Request
from ui.today.acting_section import ActingSection
from ui.today.section import Section
from ui.widgets.line_button import LineWords
from ui.widgets.translated import Text


def beginning() -> Section:
    return _card(lambda: _("Begin here"), lambda: "", is_main=True)


def first_steps() -> tuple[tuple[LineWords, Request], ...]:
    """Return what a register without partners asks for, and where that is done."""
    return (
        (LineWords(_("Register a partner whom you meet")), NewPartner()),
        (LineWords(_("Import partners from a file")), ImportPartners()),
    )


def drafts() -> Section:
    return _card(lambda: _("Unfinished sessions"), lambda: "", is_main=True)


def entries() -> Section:
    return _card(lambda: _("Unfinished entries"), lambda: "", is_main=True)


def meetings(context: AppContext) -> Section:
    return _card(
        lambda: _("Meetings today"),
        context.invite(
            lambda: _("No meeting is planned today. Plan one, or log a session with Ctrl+N."),
            lambda: _("No meeting is planned today."),
        ),
        is_main=True,
    )


def coming() -> Section:
    return _card(
        lambda: _("The next six days"), lambda: _("Nothing is planned in the next six days.")
    )


def commitments(context: AppContext) -> ActingSection[CommitmentRow]:
    return ActingSection(
        context,
        lambda: _("Commitments overdue or due within 7 days"),
        lambda: _("No commitment falls due within 7 days."),
        COMMITMENT_ACTIONS,
        commitment_line,
        is_main=True,
    )


def questions(context: AppContext) -> ActingSection[QuestionRow]:
    return ActingSection(
        context,
        lambda: _("Questions of headquarters"),
        lambda: _("Headquarters has no questions."),
        (CLARIFY,),
        question_line,
        is_main=True,
    )


def exchange() -> Section:
    return _card(lambda: _("Exchange with headquarters"), lambda: _("No file was sent yet."))


def points(context: AppContext) -> ActingSection[PointRow]:
    return ActingSection(
        context,
        lambda: _("Points without a reaction"),
        lambda: _("None: every point had a reaction."),
        POINT_ACTIONS,
        point_line,
    )


def rumours() -> Section:
    return _card(lambda: _("Rumours waiting"), lambda: _("No rumour is waiting."))


def remarks() -> Section:
    return _card(lambda: _("Remarks without a reaction"), lambda: _("No remark is waiting."))


def claims() -> Section:
    return _card(lambda: _("Requests from people to answer"), lambda: _("No request is waiting."))


def referrals(context: AppContext) -> ActingSection[ReferralRow]:
    return ActingSection(
        context,
        lambda: _("Referrals without an answer"),
        lambda: _("Every referral was answered."),
        REFERRAL_ACTIONS,
        referral_line,
    )


def partners(months: Callable[[], int]) -> Section:
    """Return the card of partners not met; the number of months is read whenever it is shown."""

    def number() -> str:
        return isolate(str(months()))

    return _card(
        lambda: _("No meeting for {months} months").format(months=number()),
        lambda: _("No partner has waited {months} months for a meeting.").format(months=number()),
    )


def people(context: AppContext) -> ActingSection[PersonRow]:
    return ActingSection(
        context,
        lambda: _("People to inform"),
        lambda: _("Everyone was informed that a record is kept."),
        (INFORM,),
        person_line,
    )


def forgotten(context: AppContext) -> ActingSection[ForgottenRow]:
    return ActingSection(
        context, lambda: _("Names moved to the trash"), lambda: "", (RESTORE,), forgotten_line
    )


def safety() -> Section:
    return _card(lambda: _("Backup"), lambda: _("There is no backup yet. One is made on closing."))


def _card(title: Text, nothing: Text, *, is_main: bool = False) -> Section:
    return Section(title, nothing, lambda: _("Show all"), is_main=is_main)
