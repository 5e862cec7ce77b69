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
    name, number = office.name, office.number
    return replace(
        office,
        letterhead_ar=with_unit(office.letterhead_ar, name.ar, number, Language.ARABIC),
        letterhead_fr=with_unit(office.letterhead_fr, name.fr, number, Language.FRENCH),
    )


def with_unit(
    lines: tuple[str, ...], name: str | None, number: str | None, language: Language
) -> tuple[str, ...]:
    """Return the lines with that of the precinct, if none of them is."""
    if not (name or number) or any(_is_own(line, name, number) for line in lines):
        return lines
    is_arabic = language is Language.ARABIC
    return (*lines, (arabic.unit_line if is_arabic else french.unit_line)(name, number))


def _is_own(line: str, name: str | None, number: str | None) -> bool:
    """Return whether a line names the precinct: « Préfecture de police de Tanger » does not."""
    if command_of((line,)) or district_of((line,)):
        return False
    words = fold_words(line)
    if name and f" {fold_words(name)} " in f" {words} ":
        return True
    return bool(number) and number in map(find_office_number, words.split())
