"""Commands on the office: the purpose of its register, two persons, and its addressee."""

from typing import Annotated

import typer

from outreach_app.cli.options import Answer, Common
from outreach_app.cli.second_person import Second, SecondFile, confirmed
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rights import Right
from outreach_app.rules.names import Bilingual
from outreach_app.services.offices import change_recipient, draft_of_own_office
from outreach_app.services.purposes import (
    PurposeDraft,
    ask_two_persons,
    change_purpose,
    draft_of_purpose,
)


def show(common: Common) -> Answer:
    with common.opened() as office, office.database.read() as session:
        draft = draft_of_purpose(session)
    own = _("The purpose is the program's default; the notice states it.")
    lines = list(filter(None, (draft.purpose_ar, draft.purpose_fr))) or [own]
    return Answer({"ar": draft.purpose_ar, "fr": draft.purpose_fr}, lines)


def change(
    common: Common,
    reason: Annotated[str, typer.Option(help=_("Why the purpose changes."))],
    arabic: Annotated[str | None, typer.Option("--ar", help=_("The purpose in Arabic."))] = None,
    french: Annotated[str | None, typer.Option("--fr", help=_("The purpose in French."))] = None,
    second: Second = None,
    second_file: SecondFile = None,
) -> Answer:
    draft = PurposeDraft(arabic, french, reason)
    with common.opened() as office:
        by = confirmed(office, second, second_file, Right.PURPOSE)
        with office.database.write() as session:
            change_purpose(session, draft, by)
    line = _("The purpose was changed. Issue the notice again and display it.")
    return Answer({"ar": arabic, "fr": french}, [line])


def recipient(
    common: Common,
    arabic: Annotated[
        str | None,
        typer.Option("--ar", help=_("The addressee in Arabic; by default the present one.")),
    ] = None,
    french: Annotated[
        str | None,
        typer.Option("--fr", help=_("The addressee in French; by default the present one.")),
    ] = None,
) -> Answer:
    with common.opened() as office, office.database.write() as session:
        kept = draft_of_own_office(session)
        # A language without an option keeps its addressee; "" removes it.
        arabic = kept.recipient_ar if arabic is None else arabic or None
        french = kept.recipient_fr if french is None else french or None
        change_recipient(session, Bilingual(arabic, french))
    said = _("Documents are sent to: {recipient}")
    told = " · ".join(isolate(each) for each in (arabic, french) if each) or "—"
    return Answer({"ar": arabic, "fr": french}, [said.format(recipient=told)])


def two_persons(
    common: Common,
    is_asked: Annotated[
        bool,
        typer.Option(
            "--on/--off",
            help=_("Whether the most serious actions need a second account's confirmation."),
        ),
    ],
    second: Second = None,
    second_file: SecondFile = None,
) -> Answer:
    with common.opened() as office:
        by = confirmed(office, second, second_file, Right.ACCOUNTS)
        with office.database.write() as session:
            ask_two_persons(session, is_asked=is_asked, confirmed_by=by)
    asked = _(
        "Enrolling, revoking, accounts, lost passphrases and the purpose now require two people."
    )
    alone = _("One person is enough for every action again.")
    return Answer({"two_persons": is_asked}, [asked if is_asked else alone])
