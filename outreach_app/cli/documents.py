"""Commands that write documents: summary, demo, and what a bare start does."""

from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from outreach_app.cli.options import Answer, Common
from outreach_app.cli.output import console_progress
from outreach_app.demo import DEMO_PASSPHRASE, write_demo
from outreach_app.documents.worker import DocumentWorker
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.issuing import FORMATS, issue_session_summary, write_session_summaries


class Languages(StrEnum):
    """The languages a document is written in."""

    ARABIC = "ar"
    FRENCH = "fr"
    BOTH = "both"

    def chosen(self) -> tuple[Language, ...]:
        return tuple(Language) if self is Languages.BOTH else (Language(self.value),)


class Format(StrEnum):
    """The formats that exist."""

    PDF = "pdf"
    TXT = "txt"
    JSON = "json"
    ALL = "all"

    def chosen(self) -> tuple[str, ...]:
        return FORMATS if self is Format.ALL else (self.value,)


class Summarised(StrEnum):
    """What a summary can be of."""

    MEETING = "meeting"


_ISSUERS = {Summarised.MEETING: issue_session_summary}


def summary(
    common: Common,
    of: Annotated[Summarised, typer.Argument(help=_("What to summarise."))],
    name: Annotated[str, typer.Argument(help=_("A uid or a reference."))],
    out: Annotated[Path, typer.Option(help=_("The folder to write into."))],
    lang: Annotated[Languages, typer.Option(help=_("The language of the document."))] = (
        Languages.BOTH
    ),
    format_: Annotated[Format, typer.Option("--format", help=_("The format."))] = Format.PDF,
) -> Answer:
    with common.opened() as office, closing(DocumentWorker()) as worker:
        issued = _ISSUERS[of](office.database, name)
        written = write_session_summaries(
            [issued], lang.chosen(), format_.chosen(), out, worker, console_progress()
        )
    paths = [file.path.absolute() for file in written]
    pages = {str(file.path.absolute()): file.pages for file in written if file.pages is not None}
    return Answer({"documents": paths, "pages": pages}, [str(path) for path in paths])


def demo(
    common: Common,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=_("The folder to write into."))],
    meetings: Annotated[int, typer.Option(min=1, help=_("Meetings in each store."))] = 40,
    precincts: Annotated[int, typer.Option(min=1, max=12, help=_("How many precincts."))] = 3,
    seed: Annotated[int, typer.Option(help=_("The same seed invents the same sample."))] = 1,
) -> Answer:
    passphrase = common.given_passphrase() or DEMO_PASSPHRASE
    written = write_demo(
        folder.absolute(),
        passphrase,
        meetings=meetings,
        precincts=precincts,
        seed=seed,
        progress=console_progress(),
    )
    result: dict[str, object] = {
        "stores": written.stores,
        "documents": written.documents,
        "bundles": [],
        "headquarters": {},
    }
    return Answer(result, [str(path) for path in (*written.stores, *written.documents)])
