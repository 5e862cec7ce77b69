"""The import of partners: lists, contact cards, contacts of other programs."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.kinds import PartnerCategory
from outreach_app.rules.names import Bilingual
from outreach_app.rules.phones import find_phone, show_phone
from outreach_app.transfer.address_books import contact_entries, find_program
from outreach_app.transfer.mappings import HEADINGS
from outreach_app.transfer.named_rows import NamedRow, headings_of
from outreach_app.transfer.partner_entries import Entries, PartnerEntry
from outreach_app.transfer.partners_file import SUFFIXES, has_cards, read_partners, row_entries
from outreach_app.transfer.partners_import import import_partners
from outreach_app.transfer.value_words import list_unknown_words
from ui.changes import Topic
from ui.files import file_kind
from ui.import_wizard.noun import Chosen, Noun, NounWords, Reading, Usual, Words
from ui.import_wizard.words import state_column
from ui.tables.columns import Column, Icon
from ui.words import apart, code_words, either


def _name(entry: PartnerEntry) -> str:
    return either(Bilingual(entry.partner.name_ar, entry.partner.name_fr)) or "—"


def _kind(entry: PartnerEntry) -> str:
    words = code_words(entry.partner.type or entry.partner.category)
    return _("{kind} (guessed)").format(kind=words) if entry.is_guessed else words


def _kind_icon(entry: PartnerEntry) -> Icon | None:
    return Icon("question", "warn") if entry.is_guessed else None


def _person(entry: PartnerEntry) -> str:
    person = entry.person
    if person is None:
        return _("The partner itself") if entry.partner.is_named_after_person else "—"
    capacity = either(Bilingual(person.capacity_ar, person.capacity_fr))
    name = either(Bilingual(person.name_ar, person.name_fr))
    return " · ".join(apart(words) for words in (name, capacity) if words)


def _phone(entry: PartnerEntry) -> str:
    typed = entry.partner.phone or (entry.person.phone if entry.person else None)
    stored = find_phone(typed) if typed else None
    return isolate(show_phone(stored) if stored else typed or "—")


_COLUMNS: tuple[Column[PartnerEntry], ...] = (
    Column(lambda: _("Partner"), _name, least=136),
    # As wide as cards allow, whose preview has the whole width; a table's has half of it, where
    # the longest type still has its two lines.
    Column(lambda: _("Type"), _kind, icon=_kind_icon, width=272, firm=240),
    Column(lambda: _("Who speaks for it"), _person, width=240, firm=104),
    Column(lambda: _("Phone"), _phone, width=144, firm=144),
    state_column(),
)


def _read_whole(path: Path, usual: Chosen) -> Entries:
    return read_partners(path, category=usual["category"])


def _contacts(rows: Sequence[NamedRow], usual: Chosen) -> tuple[str, Entries] | None:
    program = find_program(headings_of(rows))
    return None if program is None else (program, contact_entries(rows, usual["category"]))


def _read_rows(rows: Sequence[NamedRow], reading: Reading) -> Entries:
    return row_entries(rows, reading.mapping, reading.values)


def _unknown(rows: Sequence[NamedRow], mapping: Mapping[str, str]) -> Words:
    return dict.fromkeys(list_unknown_words(rows, mapping), ("pt", "as", "pr"))


PARTNERS = Noun(
    key="import",
    mappings="mapping.",
    words=NounWords(
        title=lambda: _("Import partners"),
        advice=lambda: _(
            "A list in CSV, XLSX, XLS or ODS, or contact cards (vCard) of a telephone, of Outlook "
            "or of Google. Nothing is written before you have seen the result."
        ),
        kinds=lambda: file_kind(_("Lists and contact cards"), *SUFFIXES),
        whole=lambda: _(
            "A card with an organisation becomes a partner and a person who speaks for it;"
            " one without becomes a partner named after the person."
        ),
        tried=lambda: _(
            "Nothing is written yet. A partner that is known is completed: what the register has "
            "stays as it is, and another value in the file is listed below."
        ),
        lacking=lambda: _("No column is set as the name yet"),
        lacking_advice=lambda: _(
            "Choose the column that contains the name of the partner: the rows are then shown here."
        ),
        doing=lambda: _("Importing partners"),
        done=lambda: _("Imported. New partners: {created} · completed: {updated}"),
    ),
    topics=frozenset({Topic.PARTNER, Topic.PERSON, Topic.IDENTITY}),
    headings=HEADINGS,
    columns=_COLUMNS,
    usual=(
        Usual(
            "category",
            lambda: _("Category of a card without an organisation"),
            "pt",
            PartnerCategory.LIBERAL,
        ),
    ),
    is_usual_of_whole=True,
    is_matched=True,
    is_whole=has_cards,
    read_whole=_read_whole,
    contacts=_contacts,
    read_rows=_read_rows,
    unknown=_unknown,
    write=import_partners,
)
