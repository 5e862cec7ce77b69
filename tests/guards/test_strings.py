"""The catalogues are complete and correct in both languages."""

import ast
import re
from collections import defaultdict
from gettext import c2py
from pathlib import Path
from string import Formatter

import pytest
from babel import Locale
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po

from scripts.extract_catalogues import extract
from tests.guards.sources import ROOT, nodes, place, python_files

TRANSLATIONS = ROOT / "translations"
NUMBERS = range(2001)
ARABIC_ORDER = ["zero", "one", "two", "few", "many", "other"]

every_catalogue = pytest.mark.parametrize(
    ("language", "domain"),
    [(language, domain) for language in ("ar", "fr") for domain in ("outreach", "counts")],
)

Key = tuple[str, str | None]


def test_the_template_holds_what_the_sources_say() -> None:
    assert _keys(_read(TRANSLATIONS / "outreach.pot")) == _keys(extract())


@every_catalogue
def test_every_message_of_the_template_is_translated(language: str, domain: str) -> None:
    catalogue = _translated(language, domain)
    assert _keys(catalogue) == _keys(_read(TRANSLATIONS / f"{domain}.pot"))
    assert not [message.id for message in _messages(catalogue) if not all(_strings(message))]


@every_catalogue
def test_nothing_is_fuzzy_or_obsolete(language: str, domain: str) -> None:
    catalogue = _translated(language, domain)
    assert not [message.id for message in _messages(catalogue) if message.fuzzy]
    assert not list(catalogue.obsolete)


@every_catalogue
def test_translations_keep_the_placeholders(language: str, domain: str) -> None:
    catalogue = _translated(language, domain)
    exact = _forms_of_one_number(catalogue)
    assert not [
        (message.id, form, string)
        for message in _messages(catalogue)
        for form, string in enumerate(_strings(message))
        if _placeholders(string) not in _accepted(message, is_exact=form in exact)
    ]


@every_catalogue
def test_the_plural_rule_never_gives_two_categories_one_form(language: str, domain: str) -> None:
    rule = c2py(_translated(language, domain).plural_expr)
    categories = defaultdict(set)
    for number in NUMBERS:
        categories[rule(number)].add(Locale(language).plural_form(number))
    assert all(len(names) == 1 for names in categories.values())


@pytest.mark.parametrize("domain", ["outreach", "counts"])
def test_arabic_forms_stand_in_the_order_of_cldr(domain: str) -> None:
    catalogue = _translated("ar", domain)
    rule = c2py(catalogue.plural_expr)
    assert catalogue.num_plurals == len(ARABIC_ORDER)
    assert [ARABIC_ORDER[rule(number)] for number in NUMBERS] == [
        Locale("ar").plural_form(number) for number in NUMBERS
    ]


def test_files_and_folders_keep_their_order_in_a_sentence() -> None:
    """Require isolates around paths: Arabic text beside one reorders it."""
    assert not [
        place(path, keyword.value)
        for path in python_files("outreach_app", "ui")
        for call in nodes(path)
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "format"
        for keyword in call.keywords
        if keyword.arg in {"file", "folder"}
        and not re.search(r"\bisolate(_file)?\(", ast.unparse(keyword.value))
    ]


def test_messages_stand_outside_formatted_strings() -> None:
    """Before Python 3.12 the extraction ignores f-strings."""
    assert not [
        place(path, call)
        for path in python_files("outreach_app", "ui")
        for formatted in nodes(path)
        if isinstance(formatted, ast.JoinedStr)
        for call in ast.walk(formatted)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in {"_", "ngettext"}
    ]


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def _translated(language: str, domain: str) -> Catalog:
    return _read(TRANSLATIONS / language / "LC_MESSAGES" / f"{domain}.po")


def _messages(catalogue: Catalog) -> list[Message]:
    """Return every message but the header."""
    return [message for message in catalogue if message.id]


def _keys(catalogue: Catalog) -> set[Key]:
    return {("\0".join(_ids(message)), message.context) for message in _messages(catalogue)}


def _ids(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def _placeholders(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def _forms_of_one_number(catalogue: Catalog) -> set[int]:
    """Return the plural forms for one number, which may be a word («نقطتان»)."""
    rule = c2py(catalogue.plural_expr)
    forms = [rule(number) for number in NUMBERS]
    return {form for form in forms if forms.count(form) == 1}


def _accepted(message: Message, *, is_exact: bool) -> list[frozenset[str]]:
    """Return the sets of placeholders that a translation may have."""
    every = frozenset().union(*(_placeholders(text) for text in _ids(message)))
    if len(_ids(message)) == 1 or not is_exact:
        return [every]
    return [every, every - {"n", "number"}]
