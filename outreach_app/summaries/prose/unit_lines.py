"""The line of a letterhead that names the precinct itself."""

from dataclasses import replace

from outreach_app.i18n import Language
from outreach_app.rules.folding import fold_words
from outreach_app.rules.office_numbers import find_office_number
from outreach_app.rules.territory import command_of, district_of
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.facts import OfficeFacts


def named_in_letterhead(office: OfficeFacts) -> OfficeFacts:
    """Return a precinct whose letterhead names it: as the last line where no typed one does."""
    return replace(
        office,
        letterhead_ar=_with(office, office.letterhead_ar, Language.ARABIC),
        letterhead_fr=_with(office, office.letterhead_fr, Language.FRENCH),
    )


def _with(office: OfficeFacts, lines: tuple[str, ...], language: Language) -> tuple[str, ...]:
    name = office.name.ar if language is Language.ARABIC else office.name.fr
    if any(_is_own(line, name, office.number) for line in lines):
        return lines
    own = arabic.unit_line(office) if language is Language.ARABIC else french.unit_line(office)
    return (*lines, own)


def _is_own(line: str, name: str | None, number: str | None) -> bool:
    """Return whether a line names the precinct: « Préfecture de police de Tanger » does not."""
    if command_of((line,)) or district_of((line,)):
        return False
    words = fold_words(line)
    if name and f" {fold_words(name)} " in f" {words} ":
        return True
    return bool(number) and number in map(find_office_number, words.split())
