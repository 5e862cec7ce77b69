"""The command that writes a session in both languages: translate."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from outreach_app.cli.options import Answer, Common
from outreach_app.errors import NotFound
from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from outreach_app.issuing.translations import list_translations, untranslated_words
from outreach_app.queries.translations import TranslationRow
from outreach_app.queries.wordings import find_known_translations
from outreach_app.services.translations import TranslationDraft, translate_texts
from outreach_app.transfer.translations_file import TypedTranslation, read_translations


def translate(
    common: Common,
    name: Annotated[str, typer.Argument(help=_("A uid or a reference."))],
    file: Annotated[
        Path | None,
        typer.Option(help=_("The output of --json, with translations filled in, to be saved.")),
    ] = None,
) -> Answer:
    with common.opened() as office:
        typed = read_translations(file) if file is not None else []
        if typed:
            with office.database.write() as session:
                drafts = list(_drafts(list_translations(session, name), typed))
                translate_texts(session, drafts)
        with office.database.read() as session:
            rows = list_translations(session, name)
            missing = [row for row in rows if not row.translation]
            known = find_known_translations(session, missing)
    texts = [asdict(row) | {"offered": known.get(row.words)} for row in rows]
    as_typed = [row for row in missing if row.words not in known]
    counts = {page: sum(row.language is not page for row in as_typed) for page in Language}
    return Answer({"texts": texts, "missing": counts}, list(_lines(rows, counts)))


def _drafts(
    rows: Sequence[TranslationRow], typed: Iterable[TypedTranslation]
) -> Iterable[TranslationDraft]:
    """Yield the changed translations of the file; empty text changes nothing. Raises NotFound."""
    known = {(row.record, row.kind): row for row in rows}
    for text in typed:
        row = known.get((text.record, text.kind))
        if row is None:
            raise NotFound(_("There is no such record: {uid}.").format(uid=text.record))
        if text.translation and text.translation != row.translation:
            version = text.version or row.version
            yield TranslationDraft(row.record, row.kind, row.language, version, text.translation)


def _lines(rows: Sequence[TranslationRow], counts: dict[Language, int]) -> Iterable[str]:
    for row in rows:
        yield f"{row.record}  {row.kind}  {isolate(row.words)}"
        if row.translation:
            yield f"  → {isolate(row.translation)}"
    yield from (untranslated_words(page, count) for page, count in counts.items() if count)
