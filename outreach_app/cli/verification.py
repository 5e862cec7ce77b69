"""The commands that check whether a file is genuine: verify, verify-update."""

from pathlib import Path
from typing import Annotated

import typer

from outreach_app.cli.options import Answer, Common
from outreach_app.i18n import gettext as _
from outreach_app.issuing.verification import verification_words, verify_file
from outreach_app.updates import read_update, update_words


def verify(
    common: Common, file: Annotated[Path, typer.Argument(help=_("The document, a PDF file."))]
) -> Answer:
    with common.opened() as office:
        found = verify_file(office.database, file)
    result = {
        "verdict": found.verdict,
        "issue": found.issue,
        "last": found.last,
        "is_withdrawn": found.is_withdrawn,
    }
    return Answer(result, [verification_words(found)], found.is_genuine)


def verify_update(
    _common: Common,
    file: Annotated[Path, typer.Argument(help=_("The package; its signature must be beside it."))],
) -> Answer:
    update = read_update(file)
    result = {"version": update.version, "is_newer": update.is_newer}
    return Answer(result, [update_words(update)])
