"""What a partner promised before the year of its sheet and still owes, in both languages."""

from collections.abc import Callable
from datetime import date

from outreach_app.i18n import Language
from outreach_app.summaries.partner_sheets.outcomes import standing
from outreach_app.summaries.partner_sheets.plan import PartnerSheetPlan, PledgeFacts
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.quoting import inline

AR, FR = Language.ARABIC, Language.FRENCH
# One, two and more.
_LEADS = {
    AR: (
        "التزام للشريك سابق لهذه المدة ولا يزال مفتوحا: ",
        "التزامان للشريك سابقان لهذه المدة ولا يزالان مفتوحين: ",
        "التزامات للشريك سابقة لهذه المدة ولا تزال مفتوحة: ",
    ),
    FR: (
        "Engagement de ce partenaire antérieur à cette période et encore ouvert\u00a0: ",
        *("Engagements de ce partenaire antérieurs à cette période et encore ouverts\u00a0: ",) * 2,
    ),
}
_MADE = {AR: "سُجل في ", FR: "pris le\u00a0"}
_DUE = {AR: "، أجله ", FR: ", échéance\u00a0: "}
_NO_DAY = {AR: "، دون تحديد أجل", FR: ", sans échéance"}
_STATE = {AR: "، ", FR: ", "}
_ABOUT_OTHER = {
    AR: " (بشأن نقطة أثارها شريك آخر)",
    FR: " (au sujet d’un point soulevé par un autre partenaire)",
}


def former_pledges(plan: PartnerSheetPlan, page: Language, day: Callable[[date], str]) -> Text:
    """Return the open promises of before the year, each with its day; empty without one."""
    told = [_told(row, page, day) for row in plan.former]
    if not told:
        return ()
    lead = _LEADS[page][min(len(told), 3) - 1]
    return text(lead, joined(told, "\u00a0; " if page is FR else "؛ "), ".")


def of_other(row: PledgeFacts, path: str, page: Language) -> Text:
    """Return that a promise is about what another partner raised; empty of another."""
    return text(Span(_ABOUT_OTHER[page], f"{path}.of_other")) if row.of_other else ()


def _told(row: PledgeFacts, page: Language, day: Callable[[date], str]) -> Text:
    path = f"former.{row.number}"
    made = text(_MADE[page], Span(day(row.made_on), f"{path}.made_on")) if row.made_on else ()
    due = text(_NO_DAY[page])
    if row.due_on:
        due = text(_DUE[page], Span(day(row.due_on), f"{path}.due_on"))
    state = text(_STATE[page], standing(row.status, row.stands, path, page))
    words = inline(row.words, f"{path}.words", page)
    return text(words, " (", made, due, state, ")", of_other(row, path, page))
