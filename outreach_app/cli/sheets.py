"""Commands that write the sheets of daily work and the documents the law requires."""

from typing import Annotated

import typer

from outreach_app.cli.documents import DocumentFiles
from outreach_app.cli.options import Answer, Common
from outreach_app.i18n import gettext as _
from outreach_app.issuing.forms import (
    prepare_attendance_sheet,
    prepare_covering_note,
    prepare_rectification_sheet,
)
from outreach_app.issuing.handovers import prepare_handover
from outreach_app.issuing.partner_sheets import prepare_sheet_of_partner
from outreach_app.issuing.privacy import prepare_extract, prepare_notice


def write_partner_sheet(
    common: Common,
    uid: Annotated[str, typer.Argument(help=_("The uid of a partner."))],
    files: DocumentFiles,
) -> Answer:
    return files.write(common, lambda database: prepare_sheet_of_partner(database, uid))


def write_attendance_sheet(
    common: Common,
    name: Annotated[str, typer.Argument(help=_("A uid or a reference."))],
    files: DocumentFiles,
) -> Answer:
    return files.write(common, lambda database: prepare_attendance_sheet(database, name))


def write_rectification_sheet(
    common: Common,
    rumour: Annotated[str, typer.Argument(help=_("The rumour, by uid."))],
    files: DocumentFiles,
) -> Answer:
    return files.write(common, lambda database: prepare_rectification_sheet(database, rumour))


def write_notice(
    common: Common,
    files: DocumentFiles,
    poster: Annotated[bool, typer.Option("--poster", help=_("On A3, for display."))] = False,
) -> Answer:
    return files.write(common, lambda database: prepare_notice(database, is_poster=poster))


def write_extract(
    common: Common,
    uid: Annotated[str, typer.Argument(help=_("The uid of a person."))],
    files: DocumentFiles,
) -> Answer:
    return files.write(common, lambda database: prepare_extract(database, uid))


def write_covering_note(
    common: Common,
    numbers: Annotated[list[str], typer.Argument(help=_("Numbers of issued documents."))],
    files: DocumentFiles,
) -> Answer:
    return files.write(common, lambda database: prepare_covering_note(database, numbers))


def write_handover(common: Common, files: DocumentFiles) -> Answer:
    return files.write(common, prepare_handover)
