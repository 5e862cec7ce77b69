"""Commands that write the sheets of daily work: attendance."""

from typing import Annotated

import typer

from outreach_app.cli.documents import Form, Format, Lang, Languages, Out, written
from outreach_app.cli.options import Answer, Common
from outreach_app.i18n import gettext as _
from outreach_app.issuing.forms import prepare_attendance_sheet


def write_attendance_sheet(
    common: Common,
    name: Annotated[str, typer.Argument(help=_("A uid or a reference."))],
    out: Out,
    lang: Lang = Languages.BOTH,
    format_: Form = Format.PDF,
) -> Answer:
    return written(
        common, lambda database: prepare_attendance_sheet(database, name), lang, format_, out
    )
