"""The scope of the figures in the national summary, and their gaps, in Arabic."""

from datetime import date

from outreach_app.i18n import Language
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.national.writer import awareness_among
from outreach_app.summaries.prose.arabic import full_date
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.masked import MaskedFigures
from outreach_app.summaries.prose.nouns import AWARENESS_ACTION, POINT

SAY = MaskedFigures(Language.ARABIC)
_FACT = "communication.awareness"


def awareness(plan: NationalPlan) -> Text:
    """Return «ومن بين هذه الجلسات عمليتان تحسيسيتان، احتُسب المستفيدون منهما، وعددهم 285، …»."""
    made = awareness_among(plan)
    if made is None:
        return ()
    number = SAY.counted(AWARENESS_ACTION, made.count, Case.NOMINATIVE, f"{_FACT}.count")
    reached: Text = ()
    if made.beneficiaries:
        them = "منهما" if made.count == 2 else "منها"
        some = SAY.number(made.beneficiaries, f"{_FACT}.beneficiaries")
        reached = text(f"، احتُسب المستفيدون {them}، وعددهم ", some, "، ضمن المشاركين")
    return text("ومن بين هذه الجلسات ", number, reached, ".")


def partly_recorded(plan: NationalPlan) -> Text:
    """Return since when the register exists: earlier figures are partial."""
    start = Span(full_date(plan.before_from or date.min), "before_from")
    end = "؛ لذا فإن أرقام الفترة السابقة جزئية، ولم يُحتسب التغير (—)."
    return text("لم تُسجل اللقاءات إلا ابتداء من ", start, end)


def concerns_note(plan: NationalPlan) -> Text:
    """Return what the list of topics holds, and how many points it does not."""
    scope, aside = "الانشغالات والملتمسات والمقترحات", plan.aside
    if not aside:
        return text(f"{scope}.")
    number = SAY.counted(POINT, aside, Case.NOMINATIVE, "aside")
    rest = "معلومة أو استفسار أو إشاعة أو تنويه"
    return text(f"{scope}؛ أما خارجها فسُجلت ", number, f" ({rest}).")
