"""The names of issued documents in a handover file, by title and contents."""

from outreach_app.i18n import Language
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.periods import Period
from outreach_app.summaries.hand_outs.writer import partner_name
from outreach_app.summaries.handovers.plan import IssuedDocument
from outreach_app.summaries.prose import arabic, arabic_periods, french, french_periods
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.document_names import NAMES
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.meeting_kinds import arabic_kind, french_kind
from outreach_app.summaries.prose.quoting import own_title

# The sheets that are of or for a partner: their days say less than its name.
_OF_PARTNERS = {DocumentKind.HAND_OUT, DocumentKind.PARTNER_SHEET}
_UNNAMED = {Language.ARABIC: "وثيقة أخرى", Language.FRENCH: "Autre document"}
_RECORDS = {
    Language.ARABIC: "بيان اللقاءات والأنشطة والاتصالات",
    Language.FRENCH: "État des rencontres, actions et échanges",
}


def issued_title(row: IssuedDocument, path: str, page: Language) -> Text:
    """Return « Fiche partenaire – Amicale », « Synthèse d’une visite – Éclairage public »."""
    name = Span(_name(row, page), f"{path}.kind")
    about = _about(row, path, page)
    return text(name, " – ", about) if about else text(name)


def _name(row: IssuedDocument, page: Language) -> str:
    if row.kind not in tuple(DocumentKind):
        return _UNNAMED[page]
    if row.kind == DocumentKind.PROGRAMME and row.last is not None and row.last <= row.issued_on:
        return _RECORDS[page]  # the register does not know whether the month held any
    if row.kind == DocumentKind.SESSION and row.meeting_kind is not None:
        return _of_meeting(row.meeting_kind, row.channel or "", page)
    return NAMES[DocumentKind(row.kind)][page is Language.FRENCH]


def _of_meeting(kind: str, channel: str, page: Language) -> str:
    """Return « Synthèse d’une campagne de sensibilisation », «خلاصة حملة تحسيسية»."""
    if page is Language.ARABIC:
        return f"خلاصة {arabic_kind(kind, channel).name}"
    return f"Synthèse d’{french_kind(kind, channel).object}"


def _about(row: IssuedDocument, path: str, page: Language) -> Text:
    if row.partner is not None:
        return sentence_case(partner_name(row.partner, f"{path}.partner", page))
    if row.subject is not None:
        subject = own_title(row.subject, f"{path}.subject", page)
        return sentence_case(subject) if subject else ()
    if row.first is None or row.last is None or row.kind in _OF_PARTNERS:
        return ()
    period = Period(row.first, row.last)
    names = arabic_periods if page is Language.ARABIC else french_periods
    if name := names.name_of(period):
        return text(Span(name.title, f"{path}.last"))
    write = (arabic if page is Language.ARABIC else french).full_date
    before, between = ("من ", " إلى غاية ") if page is Language.ARABIC else ("du ", " au ")
    first = Span(write(row.first), f"{path}.first")
    return text(before, first, between, Span(write(row.last), f"{path}.last"))
