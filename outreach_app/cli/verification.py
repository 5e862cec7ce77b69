"""The command that compares a file with what was given out: verify."""

from pathlib import Path
from typing import Annotated

import typer

from outreach_app.cli.options import Answer, Common
from outreach_app.i18n import gettext as _
from outreach_app.issuing.verification import verification_words, verify_file


def verify(
    common: Common, file: Annotated[Path, typer.Argument(help=_("The document, a PDF file."))]
) -> Answer:
    with common.opened() as office:
        found = verify_file(office.database, file)
    result = {"verdict": found.verdict, "issue": found.issue, "last": found.last}
    return Answer(result, [verification_words(found)], found.is_genuine)
