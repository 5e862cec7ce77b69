"""Regenerate the message catalogues from the sources, keeping every translation."""

from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
TEMPLATE = ROOT / "translations" / "outreach.pot"

# Arabic in CLDR's order: zero, one, two, few (3-10), many (11-99), other (100-102…).
PLURAL_FORMS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
    "n%100>=11 && n%100<=99 ? 4 : 5);",
    "fr": "nplurals=2; plural=(n > 1);",
}


def extract() -> Catalog:
    """Return a catalogue of the messages in the program's sources, without translations."""
    messages = Catalog()
    method_map = [("outreach_app/**.py", "python"), ("ui/**.py", "python")]
    for _file, _line, message, _comments, context in extract_from_dir(ROOT, method_map):
        messages.add(message, context=context)
    return messages


def catalogue_path(language: str) -> Path:
    """Return the path of the catalogue that translators fill for one language."""
    return ROOT / "translations" / language / "LC_MESSAGES" / "outreach.po"


def update(language: str, template: Catalog) -> None:
    """Update one language: add new messages untranslated, drop removed ones, keep the rest."""
    path = catalogue_path(language)
    messages = Catalog(locale=language)
    if path.exists():
        with path.open("rb") as file:
            messages = read_po(file, locale=language)
    messages.update(template, no_fuzzy_matching=True)
    _write(path, messages, language)


def _write(path: Path, messages: Catalog, language: str = "") -> None:
    """Write a header of our own: Babel's carries dates, which change at every run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fields = ["Project-Id-Version: Outreach", f"Language: {language}"]
    if language:
        fields.append(f"Plural-Forms: {PLURAL_FORMS[language]}")
    fields += ["MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8"]
    fields.append("Content-Transfer-Encoding: 8bit")
    header = ['msgid ""', 'msgstr ""', *(f'"{field}\\n"' for field in fields)]
    with path.open("wb") as file:
        file.write(("\n".join(header) + "\n\n").encode())
        write_po(
            file,
            messages,
            omit_header=True,
            no_location=True,
            sort_output=True,
            ignore_obsolete=True,
            width=100,
        )


def main() -> None:
    """Extract the messages once, then update the template and both languages."""
    template = extract()
    _write(TEMPLATE, template)
    for language in PLURAL_FORMS:
        update(language, template)


if __name__ == "__main__":
    main()
