"""The names of issued documents in a handover file, by title and contents."""

from outreach_app.i18n import Language, isolate
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.periods import Period
from outreach_app.summaries.communication.issued_rectifications import RectifiedFacts
from outreach_app.summaries.hand_outs.writer import partner_name
from outreach_app.summaries.handovers.plan import IssuedDocument
from outreach_app.summaries.period import arabic_labels, french_labels
from outreach_app.summaries.prose import arabic, arabic_periods, french, french_periods
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.document_names import NAMES, rectification_name, summary_name
from outreach_app.summaries.prose.french import lower_case, sentence_case
from outreach_app.summaries.prose.periods import Length, arabic_days, french_days, length_of
from outreach_app.summaries.prose.quoting import own_title, own_words
from outreach_app.summaries.prose.several_days import count_days, days_cell

# The sheets that are of or for a partner: their days say less than its name.
_OF_PARTNERS = {DocumentKind.HAND_OUT, DocumentKind.PARTNER_SHEET}
_UNNAMED = {Language.ARABIC: "وثيقة أخرى", Language.FRENCH: "Autre document"}
_NEWS = {
    Language.ARABIC: ("الخبر عدد", " المرصود في "),
    Language.FRENCH: ("information n°", " relevée le\u00a0"),
}
_OF_PERIODS = {DocumentKind.PERIOD, DocumentKind.PERIOD_PUBLISHABLE}
_FOR_PUBLIC = {
    Language.ARABIC: "، صيغة موجهة إلى العموم",
    Language.FRENCH: ", version destinée au public",
}
_REPORTS = {
    Language.ARABIC: arabic_labels.LABELS.titles,
    Language.FRENCH: french_labels.LABELS.titles,
}
# Of a report that was given out before its month, quarter or year was over.
_PROVISIONAL = {Language.ARABIC: " (مؤقت)", Language.FRENCH: " (provisoire)"}
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
    if row.kind == DocumentKind.SESSION:
        days = count_days(row.held_on, row.last_on) if row.held_on else 1
        return summary_name(row.meeting_kind or "", row.channel or "", page, days)
    if row.kind == DocumentKind.RECTIFICATION:
        return rectification_name(row.rectified.is_published if row.rectified else None, page)
    if row.kind in _OF_PERIODS and row.first is not None and row.last is not None:
        title = _REPORTS[page][length_of(Period(row.first, row.last))]
        return f"{title}{_FOR_PUBLIC[page]}" if row.kind != DocumentKind.PERIOD else title
    return NAMES[DocumentKind(row.kind)][page is Language.FRENCH]


def _news(about: RectifiedFacts, path: str, page: Language) -> Text:
    """Return « information n° 02/2026 relevée le 30/12/2026 »."""
    write = (arabic if page is Language.ARABIC else french).short_date
    number = isolate(about.rumour) if page is Language.ARABIC else about.rumour
    lead, noted = _NEWS[page]
    day = Span(write(about.heard_on), f"{path}.heard_on")
    return text(f"{lead}\u00a0", Span(number, f"{path}.rumour"), noted, day)


def _about(row: IssuedDocument, path: str, page: Language) -> Text:
    """Return the rumour, the addressee, the partner, the subject or the days of a document."""
    if row.rectified is not None:
        return _news(row.rectified, f"{path}.rectified", page)
    if row.recipient is not None:
        recipient = own_words(row.recipient, f"{path}.recipient", page)
        return text(recipient) if recipient else ()
    if row.partner is not None:
        return sentence_case(partner_name(row.partner, f"{path}.partner", page))
    if row.subject is not None or row.held_on is not None:
        return _meeting(row, path, page)
    return _days(row, path, page)


def _meeting(row: IssuedDocument, path: str, page: Language) -> Text:
    """Return « Éclairage public (12/03/2026) », of a meeting without a subject its day alone."""
    subject: Text = ()
    if row.subject is not None:
        subject = sentence_case(own_title(row.subject, f"{path}.subject", page))
    if row.held_on is None:
        return subject
    days = days_cell(row.held_on, row.last_on, path, page)
    return text(subject, " (", lower_case(days), ")") if subject else days


def _days(row: IssuedDocument, path: str, page: Language) -> Text:
    if row.first is None or row.last is None or row.kind in _OF_PARTNERS:
        return ()
    period = Period(row.first, row.last)
    days = _period(period, f"{path}.last", page)
    is_provisional = row.kind in _OF_PERIODS and row.issued_on < row.last
    is_named = length_of(period) is not Length.RANGE
    return text(days, _PROVISIONAL[page]) if is_provisional and is_named else days


def _period(period: Period, fact: str, page: Language) -> Text:
    names = arabic_periods if page is Language.ARABIC else french_periods
    if name := names.name_of(period):
        return text(Span(name.title, fact))
    days = (arabic_days if page is Language.ARABIC else french_days)(period)
    return text(Span(days, fact))
