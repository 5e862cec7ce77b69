"""Commands that write documents: summaries, reports, programme; and the demo."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from outreach_app import clock
from outreach_app.cli.options import Answer, Common
from outreach_app.cli.output import console_progress, say
from outreach_app.database import Database
from outreach_app.demo import DemoPlan, write_demo
from outreach_app.documents.failures import lacking
from outreach_app.documents.worker import DocumentWorker
from outreach_app.errors import UnreadableFile
from outreach_app.i18n import Language, isolate, isolate_file
from outreach_app.i18n import gettext as _
from outreach_app.issuing.files import (
    FileFormat,
    FilesWanted,
    PlanT,
    PreparedDocument,
    WrittenFile,
    replaced_words,
    write_documents,
)
from outreach_app.issuing.hand_outs import (
    prepare_partner_sheet,
    prepare_programme,
    since_last_sheet,
)
from outreach_app.issuing.many_hand_outs import write_partner_sheets
from outreach_app.issuing.national import prepare_national_summary_now
from outreach_app.issuing.period import prepare_period_report, prepare_published_report
from outreach_app.issuing.translations import untranslated_words
from outreach_app.queries.partner_lists import list_partners_met
from outreach_app.queries.records import uid_of
from outreach_app.rights import Right
from outreach_app.rules.dates import add_months, parse_date
from outreach_app.rules.periods import Period
from outreach_app.rules.validation import Checks
from outreach_app.summaries.hand_outs.plan import HandOutPlan
from outreach_app.summaries.period.author_words import AuthorWords
from outreach_app.summaries.prose.free_texts import untranslated
from outreach_app.untrusted_files import MAX_SMALL, read_regular
from outreach_app.vault import SAMPLE_PASSPHRASE


class Languages(StrEnum):
    """The languages to write a document in."""

    ARABIC = "ar"
    FRENCH = "fr"
    BOTH = "both"

    def chosen(self) -> tuple[Language, ...]:
        return tuple(Language) if self is Languages.BOTH else (Language(self.value),)


class Format(StrEnum):
    """The formats to write a document in."""

    PDF = FileFormat.PDF.value
    DOCX = FileFormat.DOCX.value
    XLSX = FileFormat.XLSX.value
    TXT = FileFormat.TXT.value
    JSON = FileFormat.JSON.value
    ALL = "all"

    def chosen(self) -> tuple[FileFormat, ...]:
        return tuple(FileFormat) if self is Format.ALL else (FileFormat(self.value),)


Form = Annotated[Format, typer.Option("--format", help=_("The format; docx is a copy to edit."))]
Days = Annotated[
    tuple[str, str],
    typer.Argument(metavar="FROM TO", help=_("The first and the last day, YYYY-MM-DD.")),
]


@dataclass(frozen=True, slots=True)
class DocumentFiles:
    """The options of a command that writes a document: where, in which languages and formats."""

    out: Annotated[Path, typer.Option(help=_("The folder to write into."))]
    lang: Annotated[Languages, typer.Option(help=_("The language of the document."))] = (
        Languages.BOTH
    )
    format_: Form = Format.PDF

    def write(
        self, common: Common, prepare: Callable[[Database], PreparedDocument[PlanT]]
    ) -> Answer:
        """Write a document to files, and return them as the answer."""
        with common.opened() as office, closing(DocumentWorker()) as worker:
            documents = [prepare(office.database)]
            database, wanted = office.database, self.wanted()
            files = write_documents(database, documents, wanted, worker, console_progress())
        return self.answer(files, documents)

    def wanted(self) -> FilesWanted:
        """Return where to, in which languages and formats."""
        return FilesWanted(self.out, self.lang.chosen(), self.format_.chosen())

    def answer(
        self, files: Sequence[WrittenFile], documents: Sequence[PreparedDocument[PlanT]]
    ) -> Answer:
        """Return the files of documents, and what a person should know of them."""
        languages = self.lang.chosen()
        paths = [file.path.absolute() for file in files]
        pages = {str(file.path.absolute()): file.pages for file in files if file.pages is not None}
        characters = "".join(sorted({each for file in files for each in file.lacking}))
        missing = {
            each: sum(len(untranslated(document.plan, each)) for document in documents)
            for each in languages
        }
        said = [untranslated_words(each, number) for each, number in missing.items() if number]
        notes = (replaced_words(files), lacking(characters) if characters else "")
        lines = [*map(str, paths), *filter(None, notes), *said]
        result = {"documents": paths, "pages": pages, "lacking": characters}
        return Answer(result | {"untranslated": missing}, lines)


def summarise_partner(
    common: Common,
    uid: Annotated[str, typer.Argument(help=_("The uid of a partner."))],
    files: DocumentFiles,
) -> Answer:
    today = clock.today()

    def prepare(database: Database) -> PreparedDocument[HandOutPlan]:
        with database.read() as session:
            period = since_last_sheet(session, uid, today).period
        return prepare_partner_sheet(database, uid, period)

    return files.write(common, prepare)


def summarise_partners(
    common: Common,
    files: DocumentFiles,
    uids: Annotated[
        list[str] | None,
        typer.Argument(help=_("The uids of the partners; without any, all that were met.")),
    ] = None,
) -> Answer:
    with common.opened() as office, closing(DocumentWorker()) as worker:
        database, wanted, progress = office.database, files.wanted(), console_progress()
        with database.read() as session:
            met = list_partners_met(session, clock.today()) if not uids else map(uid_of, uids)
        written = write_partner_sheets(database, met, wanted, worker, progress)
    answer = files.answer(written.files, written.documents)
    made = _("Sheets made: {count}, in the folder {folder}.").format(
        count=isolate(str(len(written.documents))), folder=isolate(str(files.out.absolute()))
    )
    without = [f"{isolate(str(each.partner))}: {each.reason}" for each in written.without]
    none = _("Partners without a sheet: {count}").format(count=isolate(str(len(without))))
    lines = [*answer.lines, made, *([none] if without else []), *without]
    return Answer({**answer.result, "without": list(written.without)}, lines)


def summarise_period(
    common: Common,
    days: Days,
    files: DocumentFiles,
    words: Annotated[
        Path | None,
        typer.Option(
            help=_("A text file with the assessment; lines that begin with - are difficulties.")
        ),
    ] = None,
) -> Answer:
    period, said = typed_period(*days), _author_words(words) if words else None
    answer = files.write(common, lambda database: prepare_period_report(database, period, said))
    if period.last > clock.today():
        goes_on = _("The period is not over: the report covers it until today.")
        answer = replace(answer, lines=[*answer.lines, goes_on])
    return answer


def summarise_period_for_public(
    common: Common,
    days: Days,
    files: DocumentFiles,
) -> Answer:
    period = typed_period(*days)
    return files.write(common, lambda database: prepare_published_report(database, period))


def _author_words(file: Path) -> AuthorWords:
    """Read the words of a report's author. Raises UnreadableFile."""
    try:
        lines = read_regular(file, MAX_SMALL).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        message = _("The file {file} is not UTF-8 text. Save it as UTF-8.")
        raise UnreadableFile(message.format(file=isolate_file(file.name))) from error
    noted = [line.strip() for line in lines if line.strip()]
    difficulties = tuple(line[1:].strip() for line in noted if line.startswith("-"))
    assessment = "\n".join(line for line in noted if not line.startswith("-"))
    return AuthorWords(difficulties, assessment or None)


def print_programme(
    common: Common,
    month: Annotated[str, typer.Argument(metavar="MONTH", help=_("A month, YYYY-MM."))],
    files: DocumentFiles,
) -> Answer:
    period = month_of(month)
    return files.write(common, lambda database: prepare_programme(database, period))


def month_of(text: str) -> Period:
    """Return the month from text. Raises typer.BadParameter."""
    first = parse_date(f"{text}-01")
    if first is None or text != f"{first:%Y-%m}":
        raise typer.BadParameter(_("Give the month, for example 2026-10."))
    return Period(first, add_months(first, 1) - timedelta(days=1))


def summarise_nation(
    common: Common,
    days: Days,
    files: DocumentFiles,
    publishable: Annotated[
        bool,
        typer.Option(
            "--publishable",
            help=_("Hide counts under 5 and name no precinct; for a quarter that is over."),
        ),
    ] = False,
) -> Answer:
    period = typed_period(*days)
    asks = Right.PUBLISH if publishable else common.asks
    return files.write(
        replace(common, asks=asks),
        lambda database: prepare_national_summary_now(database, period, publishable=publishable),
    )


def typed_period(first_day: str, last_day: str) -> Period:
    """Return the period between two days; exit with code 2 if one is invalid."""
    try:
        first, last = (date.fromisoformat(day) for day in (first_day, last_day))
    except ValueError as error:
        message = _("Give the first and the last day, for example 2026-10-01 2026-10-31.")
        raise typer.BadParameter(message) from error
    if last < first:
        raise typer.BadParameter(_("The last day is before the first."))
    checks = Checks()
    checks.day("from", first)
    checks.day("to", last)
    if checks.problems:
        raise typer.BadParameter(checks.problems[0].message)
    return Period(first, last)


def demo(
    common: Common,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=_("The folder to write into."))],
    meetings: Annotated[int, typer.Option(min=1, help=_("Meetings in each store."))] = 40,
    precincts: Annotated[int, typer.Option(min=1, max=12, help=_("How many precincts."))] = 3,
    seed: Annotated[int, typer.Option(help=_("The same seed produces the same sample."))] = 1,
    format_: Form = Format.PDF,
) -> Answer:
    given = common.given_passphrase()
    plan = DemoPlan(meetings, precincts, seed, format_.chosen())
    made = write_demo(folder.absolute(), given or SAMPLE_PASSPHRASE, plan, console_progress())
    if not given:
        message = _("The passphrase of the sample stores is {passphrase}.")
        say(message.format(passphrase=isolate(SAMPLE_PASSPHRASE)))
    result: dict[str, object] = {
        "stores": made.stores,
        "documents": made.documents,
        "bundles": made.bundles,
        "headquarters": made.headquarters,
    }
    paths = (*made.stores, *made.documents, *made.bundles)
    return Answer(result, [str(path) for path in paths])
