"""What was held in a period, who came and what was raised, in Arabic."""

from outreach_app.i18n import Language
from outreach_app.summaries.period import arabic_held
from outreach_app.summaries.period.arabic_before import then
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.writer import Figures, female_of, noun_of
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.nouns import FEMALE, MEETING, PERSON, POINT

PAGE = Language.ARABIC
SAY = Figures(PAGE)
NOMINATIVE, GENITIVE = Case.NOMINATIVE, Case.GENITIVE
WOMEN = "figures.women.now"


def figures(plan: PeriodPlan, unit: Text) -> Text:
    """State how many meetings were held, who came, what was raised."""
    meetings = plan.figure("meetings")
    verb, held = arabic_held.held(plan)
    before = then(plan, "figures.meetings", MEETING, meetings.now or 0, meetings.before)
    lead = text(verb, unit, "، خلال هذه الفترة، ", held, before, _people(plan), ".")
    return text(lead, _women_of_some(plan), _points(plan))


def _people(plan: PeriodPlan) -> Text:
    people, women = plan.count("participants"), plan.count("women")
    if not people:
        return ()
    them, fact = arabic_held.in_them(plan), "figures.participants.now"
    if plan.are_all_women:
        came = SAY.counted(female_of(plan), people, NOMINATIVE, fact)
        # A woman who came alone is called a lady.
        alone = Span("سيدة واحدة", fact)
        noted = _noted(plan, "women", "سُجل هذا العدد")
        return text(f"، شاركت {them} ", alone if people == 1 else came, noted)
    said = text(f"، شارك {them} ", SAY.counted(PERSON, people, NOMINATIVE, fact))
    if not women:
        return text(said, _noted(plan, "participants", "سُجل هذا العدد"))
    among = _among(plan, people, women)
    if plan.are_noted_together:
        return text(said, among, _noted(plan, "women", "سُجل هذان العددان"))
    said = text(said, _noted(plan, "participants", "سُجل هذا العدد"))
    return said if plan.figure("women").is_partial else text(said, among)


def _among(plan: PeriodPlan, people: int, women: int) -> Text:
    """Return «، من بينهم 4 نساء», «، بينهم 27 من الإناث»."""
    noun = female_of(plan)
    them = "بينهما" if people == 2 else "بينهم"
    of = "" if noun is FEMALE and women > 2 else "من "
    return text(f"، {of}{them} ", SAY.counted(noun, women, NOMINATIVE, WOMEN))


def _women_of_some(plan: PeriodPlan) -> Text:
    """Return «ولم يُسجل عدد الإناث إلا في لقاء واحد، وبلغ فيه 3 من أصل 17 شخصا.»."""
    women, noted = plan.count("women"), plan.women_noted
    if not plan.figure("women").is_partial or plan.are_noted_together:
        return ()
    held = SAY.counted(MEETING, noted, GENITIVE, "women_noted")
    lead = text(" ولم يُسجل عدد الإناث إلا في ", held, "، ")
    them = {1: "فيه", 2: "فيهما"}.get(noted, "فيها")
    if not women:
        none = SAY.counted(female_of(plan), 0, NOMINATIVE, WOMEN)
        return text(lead, f"ولم تشارك {them} ", none, ".")
    few = {1: "أنثى واحدة", 2: "اثنتين"}.get(women)
    number = text(Span(few, WOMEN)) if few else SAY.number(women, WOMEN)
    if women == plan.women_among:
        all_of_them = f"وكان جميع من شارك {them} من الإناث"
        they = {1: f"وهي كل من شارك {them}", 2: f"وهما كل من شارك {them}"}.get(women, all_of_them)
        return text(lead, f"وبلغ {them} ", number, f"، {they}.")
    among: Text = ()
    if plan.women_among is not None:
        base = SAY.counted(PERSON, plan.women_among, GENITIVE, "women_among")
        among = text(" من أصل ", base)
    return text(lead, f"وبلغ {them} ", number, among, ".")


def _noted(plan: PeriodPlan, code: str, lead: str) -> Text:
    """Return «(سُجل هذا العدد في 9 لقاءات من أصل 11)»; empty where all of them noted it."""
    if not plan.figure(code).is_partial:
        return ()
    known = plan.participants_noted if code == "participants" else plan.women_noted
    counted = SAY.counted(MEETING, known, GENITIVE, f"{code}_noted")
    held, fact = plan.count("meetings"), "figures.meetings.now"
    # Two are a dual, as wherever they are counted.
    whole = SAY.counted(MEETING, held, GENITIVE, fact) if held == 2 else SAY.number(held, fact)
    return text(f" ({lead} في ", counted, " من أصل ", whole, ")")


def _points(plan: PeriodPlan) -> Text:
    points = plan.count("points")
    if not points:
        return ()
    if len(plan.point_kinds) == 1:
        noun = noun_of(plan.point_kinds[0].code)
        return text(" وتم تسجيل ", SAY.counted(noun, points, GENITIVE, "figures.points.now"), ".")
    counted = SAY.counted(POINT, points, GENITIVE, "figures.points.now")
    kinds = [
        text(SAY.counted(noun_of(row.code), row.count, GENITIVE, f"point_kinds.{row.code}.count"))
        for row in plan.point_kinds
    ]
    return text(" وتم تسجيل ", counted, ": ", listed(kinds, PAGE), ".")
