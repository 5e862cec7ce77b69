"""Imports partners from CSV, under a mapping of columns to fields."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.orm import Session

from outreach_app.errors import Problem, UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.journal import changes
from outreach_app.models import Partner
from outreach_app.progress import Progress
from outreach_app.rules.folding import fold
from outreach_app.rules.validation import Checks
from outreach_app.services.imports import keep_batch
from outreach_app.services.partners import (
    PartnerDraft,
    change_partner,
    check_partner,
    register_partner,
)
from outreach_app.transfer.csv_file import read_csv
from outreach_app.transfer.partner_finder import PartnerFinder
from outreach_app.transfer.reading import RowReader
from outreach_app.transfer.reports import FailedRow, ImportReport

# The headings people write, folded, for each field.
_HEADINGS = {
    "name_ar": ("name_ar", "الاسم", "الاسم بالعربية", "اسم الجمعية", "الشريك", "nom arabe"),
    "name_fr": ("name_fr", "nom", "name", "nom français", "association", "partenaire", "organisme"),
    "category": ("category", "catégorie", "الفئة"),
    "type": ("type", "النوع", "profession", "المهنة"),
    "place": ("place", "adresse", "siège", "quartier", "العنوان", "المقر", "الحي"),
    "phone": ("phone", "téléphone", "tél", "gsm", "mobile", "الهاتف", "رقم الهاتف"),
    "email": ("email", "e-mail", "courriel", "البريد الإلكتروني"),
    "note": ("note", "remarque", "ملاحظة", "ملاحظات"),
    "receipt_number": ("receipt_number", "récépissé", "رقم الوصل", "الوصل"),
}


@dataclass(frozen=True, slots=True)
class PartnerEntry:
    """One row of a partners file; with `problems` it cannot go in."""

    raw: dict[str, str]
    line: int
    draft: PartnerDraft
    problems: tuple[Problem, ...]


def read_mapping(path: Path) -> dict[str, str]:
    """A mapping file: a JSON object of column headings to fields. Raises UnreadableFile."""
    try:
        mapping = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        message = _("The file {file} cannot be read: {reason}.")
        raise UnreadableFile(message.format(file=path, reason=error)) from error
    if isinstance(mapping, dict) and all(field in _HEADINGS for field in mapping.values()):
        return {str(heading): str(field) for heading, field in mapping.items()}
    message = _("A mapping gives a field to each column. The fields are: {fields}.")
    raise UnreadableFile(message.format(fields=", ".join(_HEADINGS)))


def read_partners(path: Path, mapping: dict[str, str] | None) -> list[PartnerEntry]:
    """Every row of a partners file. Raises UnreadableFile where no column is a name."""
    rows = read_csv(path)
    headings = list(rows[0][1]) if rows else []
    fields = mapping if mapping is not None else _guess(headings)
    if not {"name_ar", "name_fr"} & {fields.get(heading) for heading in headings}:
        message = _("No column holds a name. Give a mapping of columns to fields with --mapping.")
        raise UnreadableFile(message)
    return [_entry(row, line, fields) for line, row in rows]


def import_partners(
    session: Session, entries: list[PartnerEntry], file_name: str, progress: Progress
) -> ImportReport:
    """Register the partners, or complete those the store knows by name."""
    report = ImportReport()
    finder = PartnerFinder(session)
    for done, entry in enumerate(entries):
        progress.step(done, len(entries), _("Importing partners"))
        if entry.problems:
            report.failed.append(FailedRow(entry.line, entry.problems, entry.raw))
            continue
        partner = finder.find(entry.draft)
        if partner is None:
            partner = register_partner(session, entry.draft)
            report.created += 1
        elif _complete(session, partner, entry.draft):
            report.updated += 1
        else:
            report.skipped += 1
        finder.add(partner)
        report.uids.append(partner.uid)
    if report.created or report.updated:
        report.batch = keep_batch(session, file_name)
    return report


def _guess(headings: list[str]) -> dict[str, str]:
    known = {fold(name): field for field, names in _HEADINGS.items() for name in names}
    return {heading: known[fold(heading)] for heading in headings if fold(heading) in known}


def _entry(row: dict[str, str], line: int, fields: dict[str, str]) -> PartnerEntry:
    checks = Checks()
    named = {fields[heading]: value for heading, value in row.items() if heading in fields}
    reader = RowReader(named, checks)
    type_ = reader.line("type")
    usual = "pt.liberal" if (type_ or "").startswith("pr.") else "pt.association"
    draft = PartnerDraft(
        name_ar=reader.line("name_ar"),
        name_fr=reader.line("name_fr"),
        category=reader.line("category") or usual,
        type=type_,
        place=reader.line("place"),
        phone=reader.line("phone"),
        email=reader.line("email"),
        note=reader.words("note"),
        receipt_number=reader.line("receipt_number"),
    )
    checks.extend(check_partner(draft))
    return PartnerEntry(row, line, draft, tuple(checks.problems))


def _complete(session: Session, partner: Partner, draft: PartnerDraft) -> bool:
    """Give the partner what the row adds; what the row leaves empty stays. Whether it changed."""
    holder = partner.identity or partner
    before = len(changes(session))
    complete = replace(
        draft,
        name_ar=holder.name_ar or draft.name_ar,
        name_fr=holder.name_fr or draft.name_fr,
        category=partner.category,
        type=draft.type or partner.type,
        place=draft.place or partner.place,
        phone=draft.phone or holder.phone,
        email=draft.email or holder.email,
        note=draft.note or partner.note,
        receipt_number=draft.receipt_number or partner.receipt_number,
        receipt_on=partner.receipt_on,
        is_receipt_final=partner.is_receipt_final,
        is_active=partner.is_active,
        is_named_after_person=partner.identity is not None,
        version=partner.version,
    )
    change_partner(session, partner.uid, complete)
    session.flush()
    return len(changes(session)) > before
