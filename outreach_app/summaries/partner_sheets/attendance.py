"""The sentence of a partner sheet that counts what the partner took part in, in each language.

Of meetings and awareness actions it was invited; a call or a letter is exchanged with it.
"""

from collections.abc import Sequence
from datetime import date

from outreach_app.i18n import Language
from outreach_app.summaries.partner_sheets.plan import AttendedFacts, PartnerSheetPlan
from outreach_app.summaries.partner_sheets.words import arabic_noun, french_noun
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.counts import Case, Noun, count, takes_feminine_verb
from outreach_app.summaries.prose.letters import in_letters, spelled
from outreach_app.summaries.prose.meeting_kinds import Manner, manner
from outreach_app.summaries.prose.nouns import ACTIVITY, EXCHANGE, FIELD_VISIT, MEETING
from outreach_app.summaries.prose.numbers import digits

AR, FR = Language.ARABIC, Language.FRENCH
_TWO = 2
# Each noun with its article, of one, of two and of more; of a visit all is feminine.
_ARABIC = {
    MEETING: ("اللقاء", "اللقاءين", "اللقاءات"),
    FIELD_VISIT: ("الزيارة الميدانية", "الزيارتين الميدانيتين", "الزيارات الميدانية"),
    ACTIVITY: ("النشاط", "النشاطين", "الأنشطة"),
}
_FRENCH = {
    MEETING: ("rencontre", "rencontres"),
    FIELD_VISIT: ("visite de terrain", "visites de terrain"),
    ACTIVITY: ("action de sensibilisation", "actions de sensibilisation"),
}


def attendance_sentence(plan: PartnerSheetPlan, language: Language) -> Text:
    """State in what the partner took part, of what was set with it, and how often it was called."""
    return _in_arabic(plan) if language is AR else _in_french(plan)


def _in_arabic(plan: PartnerSheetPlan) -> Text:
    noun, is_feminine = arabic_noun(plan)
    with_it = "معها" if is_feminine else "معه"
    calls = _arabic_calls(plan.exchanges, with_it)
    if not plan.gatherings:
        none = f"لم يُسجل أي لقاء ولا أي نشاط مع {noun} خلال هذه الفترة"
        return text(none, text("، و", calls) if calls else "", ".")
    came = [row for row in plan.gatherings if row.is_present]
    verb = ("شاركت" if came else "لم تشارك") if is_feminine else ("شارك" if came else "لم يشارك")
    if _are_all_received(plan.gatherings):
        received = "استُقبلت" if is_feminine else "استُقبل"
        said = text(f"{received} {noun} ", _arabic_times(came))
    else:
        said = text(f"{verb} {noun} في ", _arabic_share(plan.gatherings, came, with_it))
    return text(said, text("، و", calls) if calls else "", ".")


def _arabic_share(
    invited: Sequence[AttendedFacts], came: Sequence[AttendedFacts], with_it: str
) -> Text:
    """Return «3 لقاءات من أصل 4 مبرمجة معها، وكان آخرها يوم …»."""
    number, counted = Span(digits(len(invited), AR), "meetings"), _counted(invited)
    is_visit = [noun for noun, _number in counted] == [FIELD_VISIT]
    of_all = text(_arabic_names(counted, 2), f" المبرمجة {with_it}، وعددها ", number)
    only = "الوحيدة المبرمجة" if is_visit else "الوحيد المبرمج"
    both = "المبرمجتين" if is_visit else "المبرمجين"
    whole = {
        1: text(_arabic_names(counted, 0), f" {only} {with_it}"),
        2: text(Span(_arabic_names(counted, 2 - len(counted)), "meetings"), f" {both} {with_it}"),
    }
    if not came:
        one_of = "" if len(invited) == 1 else "أي من "
        return text(one_of, whole.get(len(invited)) or of_all)
    link = {1: "، يوم ", 2: "، وكان آخرهما يوم "}.get(len(came), "، وكان آخرها يوم ")
    last = text(link, Span(arabic.weekday_date(_last(came)), "last_presence"))
    if len(came) == len(invited):
        return text(whole.get(len(invited)) or text("جميع ", of_all), last)
    few = Span(_arabic_count(came), "presences")
    are_two, are_mixed = len(invited) == _TWO, len(counted) > 1
    out_of = Span(_arabic_count(invited), "meetings") if are_two or are_mixed else number
    were_set = both.removeprefix("ال") if are_two else "مبرمجة"
    share = text("من أصل ", out_of, f" {were_set} {with_it}")
    # After several kinds the day would seem to be that of all.
    return text(few, last, "، ", share) if are_mixed else text(few, " ", share, last)


def _arabic_names(counted: Sequence[tuple[Noun, int]], form: int) -> str:
    """Return «اللقاءات والزيارات الميدانية», in the form of one, of two or of more."""
    return " و".join(_ARABIC[noun][form] for noun, _number in counted)


def _arabic_count(rows: Sequence[AttendedFacts]) -> str:
    """Return «لقاءين», «3 أنشطة», «لقاء واحد ونشاط واحد»."""
    return " و".join(count(noun, number, Case.GENITIVE, AR) for noun, number in _counted(rows))


def _arabic_times(came: Sequence[AttendedFacts]) -> Text:
    """Return «يوم الثلاثاء 2 يونيو 2026», «مرتين، كانت آخرهما يوم …»."""
    last = Span(arabic.weekday_date(_last(came)), "last_presence")
    if len(came) == 1:
        return text("يوم ", last)
    if len(came) == _TWO:
        return text(Span("مرتين", "presences"), "، كانت آخرهما يوم ", last)
    few = "مرات" if len(came) % 100 in range(3, 11) else "مرة"
    times = Span(f"{digits(len(came), AR)}\u00a0{few}", "presences")
    return text(times, "، كانت آخرها يوم ", last)


def _arabic_calls(calls: Sequence[AttendedFacts], with_it: str) -> Text:
    if not calls:
        return ()
    verb = "أُجريت" if takes_feminine_verb(EXCHANGE, len(calls)) else "أُجري"
    said = Span(count(EXCHANGE, len(calls), Case.NOMINATIVE, AR), "exchanges")
    link = {1: "، يوم ", 2: "، كان آخرهما يوم "}.get(len(calls), "، كان آخرها يوم ")
    last = Span(arabic.weekday_date(_last(calls)), "last_exchange")
    return text(f"{verb} {with_it} ", said, link, last)


def _in_french(plan: PartnerSheetPlan) -> Text:
    noun, whom, is_feminine = french_noun(plan)
    it = "elle" if is_feminine else "lui"
    calls = _french_calls(plan.exchanges, it)
    if not plan.gatherings:
        none = f"Aucune rencontre ni aucune action avec {whom}"
        period = f"{none} n’a été enregistrée au cours de cette période"
        return text(period, text("\u00a0; ", calls) if calls else "", ".")
    came = [row for row in plan.gatherings if row.is_present]
    if _are_all_received(plan.gatherings):
        said = text(f"{noun} a été reçu{'e' if is_feminine else ''} en audience", _times(came))
    else:
        said = _french_share(plan.gatherings, came, noun, it)
    return text(said, text("\u00a0; ", calls) if calls else "", ".")


def _french_share(
    invited: Sequence[AttendedFacts], came: Sequence[AttendedFacts], noun: str, it: str
) -> Text:
    """Return « L’association a pris part à trois des quatre rencontres …, la dernière le … »."""
    counted = _counted(invited)
    number = Span(in_letters(len(invited), FR, feminine=True), "meetings")
    only = f"à la seule {_FRENCH[counted[0][0]][0]} programmée avec {it}"
    names = listed([text(_FRENCH[each][1]) for each, _number in counted], FR)
    which = text("\u00a0", names, f" programmées avec {it}")
    if not came:
        if len(invited) == 1:
            return text(f"{noun} n’a pas pris part {only}")
        return text(f"{noun} n’a pris part à aucune des ", number, which)
    if len(invited) == 1:
        said = text(only)
    elif len(came) == len(invited) and len(counted) > 1:
        each_kind = [text(Span(_to(noun, number), "meetings")) for noun, number in counted]
        said = text(listed(each_kind, FR), f" programmées avec {it}")
    elif len(came) == len(invited):
        said = text("aux ", number, which)
    else:
        few = Span(in_letters(len(came), FR, feminine=True), "presences")
        said = text("à ", few, " des ", number, which)
    was_held = {ACTIVITY: "menée", FIELD_VISIT: "effectuée"}.get(counted[0][0], "tenue")
    link = ", la dernière le " if len(came) > 1 else ", le "
    if len(invited) == 1:
        link = f", {was_held} le "
    elif len(came) > 1 and len(counted) > 1:
        link = "\u00a0; sa dernière participation date du "
    last = Span(french.weekday_date(_last(came)), "last_presence")
    if len(came) == 1 < len(invited):
        return text(f"{noun} a pris part, le ", last, ", ", said)
    return text(f"{noun} a pris part ", said, link, last)


def _times(came: Sequence[AttendedFacts]) -> Text:
    """Return « le mardi 2 juin 2026 », « deux fois, la dernière le … »."""
    last = Span(french.weekday_date(_last(came)), "last_presence")
    if len(came) == 1:
        return text(" le ", last)
    times = Span(in_letters(len(came), FR, feminine=True), "presences")
    return text(" ", times, " fois, la dernière le ", last)


def _french_calls(calls: Sequence[AttendedFacts], it: str) -> Text:
    if not calls:
        return ()
    said = Span(spelled(EXCHANGE, len(calls), Case.NOMINATIVE, FR), "exchanges")
    last = Span(french.weekday_date(_last(calls)), "last_exchange")
    if len(calls) == 1:
        return text(said, f" a eu lieu avec {it}, le ", last)
    return text(said, f" ont eu lieu avec {it}, le dernier le ", last)


def _to(noun: Noun, number: int) -> str:
    """Return « à la rencontre », « à l’action de sensibilisation », « aux trois rencontres »."""
    one, several = _FRENCH[noun]
    if number > 1:
        return f"aux {in_letters(number, FR, feminine=True)} {several}"
    return f"à l’{one}" if one.startswith("a") else f"à la {one}"


def _counted(rows: Sequence[AttendedFacts]) -> list[tuple[Noun, int]]:
    """Return how many meetings, visits and awareness actions there are, those without one out."""
    nouns = {Manner.UNIT: ACTIVITY, Manner.FIELD: FIELD_VISIT}
    found = [nouns.get(manner(row.kind, row.channel), MEETING) for row in rows]
    return [(noun, found.count(noun)) for noun in _FRENCH if noun in found]


def _are_all_received(invited: Sequence[AttendedFacts]) -> bool:
    """Return whether it came each time, and each time as a guest: nobody takes part in that."""
    return all(
        row.is_present and manner(row.kind, row.channel) is Manner.RECEIVED for row in invited
    )


def _last(rows: Sequence[AttendedFacts]) -> date:
    return max(row.held_on for row in rows)
