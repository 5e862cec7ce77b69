"""Words of a table for kinds of partners or meetings: chosen once, saved for tables like it.

They are saved under the headings of the table, so that the next file of the same sender is read
without asking again.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.errors import UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.drafts import find_draft
from outreach_app.rights import Right, use_case
from outreach_app.rules.folding import fold_words
from outreach_app.services.drafts import save_draft
from outreach_app.transfer.guessed_kinds import kind_of_word
from outreach_app.transfer.json_file import read_json
from outreach_app.transfer.named_rows import NamedRow
from outreach_app.transfer.partner_entries import code_of, usual_category
from outreach_app.untrusted_files import MAX_SMALL
from outreach_app.vocabulary import is_known

Values = Mapping[str, str]  # a folded word, and its code
_LISTS = {"category": ("pt",), "type": ("as", "pr")}
_SAVED = ("pt", "as", "pr", "mt", "ch")  # the lists of every table
_KEY = "values."


def list_unknown_words(rows: Sequence[NamedRow], mapping: Mapping[str, str]) -> list[str]:
    """Return the words in the columns of kinds that are in no list, most frequent first."""
    found: Counter[str] = Counter()
    for heading, field in mapping.items():
        words = (row.get(heading, "").strip() for _line, row in rows) if field in _LISTS else ()
        found.update(word for word in words if word and not _is_known(word, field))
    return [word for word, _count in found.most_common()]


def with_kinds(named: Mapping[str, str], values: Values) -> dict[str, str]:
    """Return the fields of a row with codes instead of their words.

    A word in the column of types may be a category, or the reverse: the code goes to its own
    column, if that is empty.
    """
    row = dict(named)
    for field, lists in _LISTS.items():
        word = row.get(field, "")
        code = values.get(fold_words(word)) or _code_elsewhere(word, field)
        if code is None:
            continue
        place = field if code.partition(".")[0] in lists else _other(field)
        is_free = place == field or not row.get(place, "").strip()
        # A kind beside another type still tells its category.
        row[field] = "" if is_free or field == "type" else usual_category(code)
        if is_free:
            row[place] = code
    return row


def find_values(session: Session, headings: Iterable[str]) -> dict[str, str]:
    """Return the codes chosen for a table of these headings, in any order."""
    found = find_draft(session, _key(headings), dict[str, str])
    return found.draft if found is not None else {}


def read_values(path: Path) -> dict[str, str]:
    """Read a JSON object of words to codes of kinds of partners. Raises UnreadableFile."""
    _text, values = read_json(path, most=MAX_SMALL)
    if isinstance(values, dict):
        wrong = [word for word, code in values.items() if not _names_a_kind(str(code))]
        if not wrong:
            return {fold_words(word): str(code) for word, code in values.items()}
    message = _("Give each word the code of a kind of partner, such as {example}.")
    raise UnreadableFile(message.format(example=isolate('{"جمعية": "pt.association"}')))


@use_case(Right.KEEP_DRAFTS)
def save_values(session: Session, headings: Iterable[str], values: Values) -> None:
    """Save the codes chosen for tables of these headings, replacing former ones."""
    chosen = {fold_words(word): code for word, code in values.items() if is_known(code, *_SAVED)}
    save_draft(session, _key(headings), chosen, clock.now())


def _is_known(word: str, field: str) -> bool:
    return _is_in(word, _LISTS[field]) or _code_elsewhere(word, field) is not None


def _code_elsewhere(word: str, field: str) -> str | None:
    """Return the code of a word that is in the lists of the other column, or None.

    «طبيب» stands in columns of categories as well, and so does «تاجر», the word for one of many;
    «جمعية» in columns of types.
    """
    if not word.strip() or _is_in(word, _LISTS[field]):
        return None
    others = _LISTS[_other(field)]
    if _is_in(word, others):
        return code_of(word, *others)
    kind = kind_of_word(word)
    return (kind[1] or kind[0]) if kind else None


def _is_in(word: str, lists: Collection[str]) -> bool:
    return is_known(code_of(word, *lists) or "", *lists)


def _names_a_kind(code: str) -> bool:
    return is_known(code, "pt", "as", "pr")


def _other(field: str) -> str:
    return "type" if field == "category" else "category"


def digest_of(headings: Iterable[str]) -> str:
    """Return a digest of the headings of a table, in any order and spelling."""
    folded = "\n".join(sorted(fold_words(heading) for heading in headings))
    return hashlib.sha256(folded.encode()).hexdigest()[:32]


def _key(headings: Iterable[str]) -> str:
    return _KEY + digest_of(headings)
