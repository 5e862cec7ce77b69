"""The command that writes the summary of a meeting."""

from dataclasses import replace
from typing import Annotated

import typer

from outreach_app.cli.documents import DocumentFiles
from outreach_app.cli.options import Answer, Common
from outreach_app.database import Database
from outreach_app.i18n import gettext as _
from outreach_app.issuing.files import PreparedDocument
from outreach_app.issuing.sessions import find_at_odds, prepare_session_summary
from outreach_app.summaries.session.plan import SessionPlan


def summarise_meeting(
    common: Common,
    name: Annotated[str, typer.Argument(help=_("A uid or a reference."))],
    files: DocumentFiles,
) -> Answer:
    told: list[str] = []

    def prepare(database: Database) -> PreparedDocument[SessionPlan]:
        with database.read() as session:
            told.append(find_at_odds(session, name))
        return prepare_session_summary(database, name)

    answer = files.write(common, prepare)
    to_correct = [words for words in told if words]
    result = dict(answer.result) | {"to_correct": to_correct}
    return replace(answer, result=result, lines=[*answer.lines, *to_correct])
