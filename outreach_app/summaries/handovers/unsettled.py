"""The cells of meetings left without an end: over and unrecorded, or postponed to no day."""

from outreach_app.i18n import Language
from outreach_app.summaries.handovers.naming import named
from outreach_app.summaries.handovers.plan import DutyFacts, Nature, PlannedMeeting
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Cell, Lines, Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.french import lower_case, sentence_case
from outreach_app.summaries.prose.listed_kinds import kind_name, listed_kind
from outreach_app.summaries.prose.quoting import NOT_NOTED, own_title
from outreach_app.summaries.prose.several_days import days_cell

AR, FR = Language.ARABIC, Language.FRENCH
# By whether it was postponed.
STATES = {
    AR: ("لم يُسجل الانعقاد ولا الإلغاء", "تأجيل دون تاريخ جديد"),
    FR: ("Tenue ou annulation non enregistrée", "Report sans nouvelle date"),
}
LEADS = {
    AR: {
        Nature.RECORD: "تسجيل الانعقاد أو الإلغاء: ",
        Nature.RESCHEDULE: "تحديد تاريخ جديد: ",
    },
    FR: {
        Nature.RECORD: "Enregistrer la tenue ou l’annulation\u00a0: ",
        Nature.RESCHEDULE: "Fixer une nouvelle date\u00a0: ",
    },
}
# Lead to the day it was planned for: that of a postponed one is not the new one.
_PLANNED = {
    AR: ((" بتاريخ ", ""), (" (التاريخ الأصلي: ", ")")),
    FR: ((" du\u00a0", ""), (" (date initiale\u00a0: ", ")")),
}


def unsettled(row: PlannedMeeting, language: Language) -> tuple[Cell, ...]:
    """Return the day it was planned for, its kind, its subject with partners, what is open."""
    path = f"unsettled.{row.number}"
    subject = sentence_case(own_title(row.subject, f"{path}.subject", language))
    partners = named(row.partners, path, language)
    told = tuple(each for each in (subject, partners) if each)
    return (
        days_cell(row.held_on, row.last_on, path, language),
        listed_kind(row, path, language),
        Lines(told) if told else text(NOT_NOTED[language]),
        text(Span(STATES[language][row.is_postponed], f"{path}.is_postponed")),
    )


def settle_meeting(row: DutyFacts, path: str, language: Language) -> Text:
    """Return « Enregistrer la tenue ou l’annulation : rencontre thématique du … – … (…) »."""
    what = kind_name(row.kind or "", row.channel or "", f"{path}.kind", language)
    subject = own_title(row.subject, f"{path}.subject", language) if row.subject else ()
    partners = named(row.partners, path, language)
    day: Text = ()
    if row.origin.held_on is not None:
        write = (arabic if language is AR else french).short_date
        of, end = _PLANNED[language][row.nature is Nature.RESCHEDULE]
        day = text(of, Span(write(row.origin.held_on), f"{path}.origin.held_on"), end)
    return text(
        LEADS[language][row.nature],
        what if language is AR else lower_case(what),
        day,
        text(" – ", subject) if subject else (),
        text(" (", partners, ")") if partners else (),
    )
