"""The sentence of a partner sheet that counts what the partner took part in, in each language.

Of meetings and awareness actions it was invited; a call or a letter is exchanged with it.
"""

from collections.abc import Sequence

from outreach_app.i18n import Language
from outreach_app.summaries.partner_sheets.nouns import arabic_noun, french_noun
from outreach_app.summaries.partner_sheets.plan import AttendedFacts, PartnerSheetPlan
from outreach_app.summaries.prose.blocks import Span, Text, plain
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.counts import Case, Noun, count, takes_feminine_verb
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.held_nouns import held_noun
from outreach_app.summaries.prose.letters import in_letters, spelled
from outreach_app.summaries.prose.meeting_kinds import Manner, manner
from outreach_app.summaries.prose.nouns import ACTIVITY, EXCHANGE, FIELD_VISIT, MEETING, STUDY_DAY
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.several_days import on_days

AR, FR = Language.ARABIC, Language.FRENCH
_TWO = 2
# Each noun with its article, of one, of two and of more; of a visit all is feminine.
_ARABIC = {
    MEETING: ("اللقاء", "اللقاءين", "اللقاءات"),
    STUDY_DAY: ("اليوم الدراسي", "اليومين الدراسيين", "الأيام الدراسية"),
    FIELD_VISIT: ("الزيارة الميدانية", "الزيارتين الميدانيتين", "الزيارات الميدانية"),
    ACTIVITY: ("النشاط", "النشاطين", "الأنشطة"),
}
_FRENCH = {
    MEETING: ("rencontre", "rencontres"),
    STUDY_DAY: ("journée d’étude", "journées d’étude"),
    FIELD_VISIT: ("visite de terrain", "visites de terrain"),
    ACTIVITY: ("action de sensibilisation", "actions de sensibilisation"),
}
_FRENCH_HELD = {MEETING: "tenue", FIELD_VISIT: "effectuée", ACTIVITY: "menée"}
# What a heading calls several of each, and the months that it speaks of.
_NAMED = {
    AR: {
        **{noun: several for noun, (_one, _two, several) in _ARABIC.items()},
        EXCHANGE: "الاتصالات",
    },
    FR: {
        **{noun: several for noun, (_one, several) in _FRENCH.items()},
        ACTIVITY: "actions",
        EXCHANGE: "échanges",
    },
}
_MONTHS = {AR: " خلال الأشهر الاثني عشر الأخيرة", FR: " des 12\u00a0derniers mois"}


def attendance_heading(plan: PartnerSheetPlan, language: Language) -> str:
    """Return « Rencontres, actions et échanges des 12 derniers mois »: what there were."""
    nouns = {noun for noun, _number in _counted(plan.gatherings)} or {MEETING, ACTIVITY}
    if len(plan.gatherings) < len(plan.meetings):
        nouns.add(EXCHANGE)
    names = [text(name) for noun, name in _NAMED[language].items() if noun in nouns]
    return plain(sentence_case(listed(names, language))) + _MONTHS[language]


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
    if not came:
        said = _arabic_none(plan.gatherings, noun, with_it)
    elif _are_all_received(plan.gatherings):
        received = "استُقبلت" if is_feminine else "استُقبل"
        said = text(f"{received} {noun} ", _arabic_times(came))
    else:
        verb = "شاركت" if is_feminine else "شارك"
        said = text(f"{verb} {noun} في ", _arabic_share(plan.gatherings, came, with_it))
    return text(said, text("، و", calls) if calls else "", ".")


def _arabic_share(
    invited: Sequence[AttendedFacts], came: Sequence[AttendedFacts], with_it: str
) -> Text:
    """Return «3 لقاءات، وكان آخرها يوم …، وتغيبت عن لقاء واحد دُعيت إليه»."""
    link = {1: "، ", 2: "، وكان آخرهما "}.get(len(came), "، وكان آخرها ")
    # Days from one to another are no predicate by themselves.
    what = "ما نُظم " if len(came) > 1 and _last(came).last_on else ""
    last = text(link, what, on_days(_last(came), "last_presence", AR))
    if len(came) == len(invited):
        return text(_arabic_whole(invited, with_it), last)
    missed = [row for row in invited if not row.is_present]
    which = text(Span(_arabic_count(missed), "meetings"), " ", _arabic_invited(missed, with_it))
    stayed_away = "تغيبت" if with_it == "معها" else "تغيب"
    day = text("، ", on_days(_last(missed), "last_absence", AR))
    which = text(which, day if len(missed) == 1 else ())
    return text(Span(_arabic_count(came), "presences"), last, f"، و{stayed_away} عن ", which)


def _arabic_whole(held: Sequence[AttendedFacts], with_it: str) -> Text:
    """Return «اللقاء الوحيد الذي دُعيت إليه», «جميع اللقاءات التي دُعيت إليها، وعددها 4»."""
    counted = _counted(held)
    nouns = [noun for noun, _number in counted]
    is_visit, called = nouns == [FIELD_VISIT], _arabic_invited(held, with_it)
    if len(held) == 1:
        only = "الوحيدة التي" if is_visit else "الوحيد الذي"
        return text(_arabic_names(counted, 0), f" {only} {called}")
    if len(held) == _TWO:
        both = Span(_arabic_names(counted, 2 - len(counted)), "meetings")
        return text(both, f" {'اللتين' if is_visit else 'اللذين'} {called}")
    number = Span(digits(len(held), AR), "meetings")
    return text("جميع ", _arabic_names(counted, 2), f" التي {called}، وعددها ", number)


def _arabic_none(invited: Sequence[AttendedFacts], noun: str, with_it: str) -> Text:
    """Return «دُعيت الجمعية إلى لقاءين نُظما، ولم تشارك في أي منهما»."""
    called, took_part = ("دُعيت", "تشارك") if with_it == "معها" else ("دُعي", "يشارك")
    them = {1: "فيه", _TWO: "في أي منهما"}.get(len(invited), "في أي منها")
    if len(invited) == 1 and _counted(invited)[0][0] is FIELD_VISIT:
        them = "فيها"
    said = text(Span(_arabic_count(invited), "meetings"), " ", _arabic_organised(invited))
    return text(f"{called} {noun} إلى ", said, f"، ولم {took_part} {them}")


def _arabic_invited(held: Sequence[AttendedFacts], with_it: str) -> str:
    """Return «دُعيت إليه», of what it did not come to."""
    is_visit = _arabic_organised(held).endswith("ت")
    to = {1: "إليها" if is_visit else "إليه", _TWO: "إليهما"}
    called = "دُعيت" if with_it == "معها" else "دُعي"
    return f"{called} {to.get(len(held), 'إليها')}"


def _arabic_organised(held: Sequence[AttendedFacts]) -> str:
    are_visits = [noun for noun, _number in _counted(held)] == [FIELD_VISIT]
    forms = {1: "نُظمت" if are_visits else "نُظم", _TWO: "نُظمتا" if are_visits else "نُظما"}
    return forms.get(len(held), "نُظمت")


def _arabic_names(counted: Sequence[tuple[Noun, int]], form: int) -> str:
    """Return «اللقاءات والزيارات الميدانية», in the form of one, of two or of more."""
    return " و".join(_ARABIC[noun][form] for noun, _number in counted)


def _arabic_count(rows: Sequence[AttendedFacts]) -> str:
    """Return «لقاءين», «3 أنشطة», «لقاء واحد ونشاط واحد»."""
    return " و".join(count(noun, number, Case.GENITIVE, AR) for noun, number in _counted(rows))


def _arabic_times(came: Sequence[AttendedFacts]) -> Text:
    """Return «يوم الثلاثاء 2 يونيو 2026», «مرتين، كانت آخرهما يوم …»."""
    last = on_days(_last(came), "last_presence", AR)
    if len(came) == 1:
        return last
    if len(came) == _TWO:
        return text(Span("مرتين", "presences"), "، كانت آخرهما ", last)
    few = "مرات" if len(came) % 100 in range(3, 11) else "مرة"
    times = Span(f"{digits(len(came), AR)}\u00a0{few}", "presences")
    return text(times, "، كانت آخرها ", last)


def _arabic_calls(calls: Sequence[AttendedFacts], with_it: str) -> Text:
    if not calls:
        return ()
    verb = "أُجريت" if takes_feminine_verb(EXCHANGE, len(calls)) else "أُجري"
    said = Span(count(EXCHANGE, len(calls), Case.NOMINATIVE, AR), "exchanges")
    link = {1: "، ", 2: "، كان آخرهما "}.get(len(calls), "، كان آخرها ")
    last = on_days(_last(calls), "last_exchange", AR)
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
    """Return « L’association a pris part à trois rencontres, la dernière le … »."""
    called = "conviée" if it == "elle" else "convié"
    he = "elle" if it == "elle" else "il"
    if not came:
        none = ", n’y a pas pris part" if len(invited) == 1 else ", n’a pris part à aucune"
        return text(f"{noun}, {called} ", _held(invited), none)
    are_mixed = len(_counted(came)) > 1
    link = ", la dernière " if len(came) > 1 else ", "
    link = "\u00a0; sa dernière participation a eu lieu " if are_mixed else link
    last = text(link, on_days(_last(came), "last_presence", FR))
    if len(came) == len(invited):
        return text(f"{noun} a pris part ", _french_whole(invited, it), last)
    said = text(f"{noun} a pris part ", _each_kind(came, "presences"), last)
    missed = [row for row in invited if not row.is_present]
    absent = f"\u00a0; {he} était absent{'e' if it == 'elle' else ''} "
    return text(said, absent, _french_missed(missed), f" {he} était {called}")


def _french_missed(missed: Sequence[AttendedFacts]) -> Text:
    """Return « à la rencontre du jeudi 16 avril 2026, à laquelle », or how many there were."""
    if len(missed) > 1:
        return text(_each_kind(missed, "meetings"), " auxquelles")
    ((noun, _one),) = _counted(missed)
    day = on_days(_last(missed), "last_absence", FR, of_it=True)
    return text(Span(_to(noun, 1), "meetings"), " ", day, ", à laquelle")


def _french_whole(held: Sequence[AttendedFacts], it: str) -> Text:
    """Return « à la seule rencontre tenue avec elle », « aux trois rencontres tenues avec … »."""
    counted = _counted(held)
    were_held = _french_held(held)
    if len(held) == 1:
        return text(f"à la seule {_FRENCH[counted[0][0]][0]} {were_held} avec {it}")
    each = [text(Span(_to(noun, number), "meetings")) for noun, number in counted]
    return text(listed(each, FR), f" {were_held} avec {it}")


def _held(rows: Sequence[AttendedFacts]) -> Text:
    """Return « à deux rencontres tenues »."""
    return text(_each_kind(rows, "meetings"), f" {_french_held(rows)}")


def _each_kind(rows: Sequence[AttendedFacts], fact: str) -> Text:
    """Return « à une rencontre et à deux actions de sensibilisation »."""
    each = [
        text(
            "à ", Span(f"{in_letters(number, FR, feminine=True)} {_FRENCH[noun][number > 1]}", fact)
        )
        for noun, number in _counted(rows)
    ]
    return listed(each, FR)


def _french_held(rows: Sequence[AttendedFacts]) -> str:
    """Return « tenues » of meetings, « organisées » of several kinds."""
    (first, _number), *others = _counted(rows)
    held = "organisée" if others else _FRENCH_HELD.get(first, "organisée")
    return f"{held}s" if len(rows) > 1 else held


def _times(came: Sequence[AttendedFacts]) -> Text:
    """Return « le mardi 2 juin 2026 », « deux fois, la dernière le … »."""
    last = on_days(_last(came), "last_presence", FR)
    if len(came) == 1:
        return text(" ", last)
    times = Span(in_letters(len(came), FR, feminine=True), "presences")
    return text(" ", times, " fois, la dernière ", last)


def _french_calls(calls: Sequence[AttendedFacts], it: str) -> Text:
    if not calls:
        return ()
    said = Span(spelled(EXCHANGE, len(calls), Case.NOMINATIVE, FR), "exchanges")
    last = on_days(_last(calls), "last_exchange", FR)
    if len(calls) == 1:
        return text(said, f" a eu lieu avec {it}, ", last)
    return text(said, f" ont eu lieu avec {it}, le dernier ", last)


def _to(noun: Noun, number: int) -> str:
    """Return « à la rencontre », « à l’action de sensibilisation », « aux trois rencontres »."""
    one, several = _FRENCH[noun]
    if number > 1:
        return f"aux {in_letters(number, FR, feminine=True)} {several}"
    return f"à l’{one}" if one.startswith("a") else f"à la {one}"


def _counted(rows: Sequence[AttendedFacts]) -> list[tuple[Noun, int]]:
    """Return how many there are of each noun, awareness actions together; none without one."""
    held = [held_noun(row.kind, row.channel) for row in rows]
    found = [noun if noun in _FRENCH else ACTIVITY for noun in held]
    return [(noun, found.count(noun)) for noun in _FRENCH if noun in found]


def _are_all_received(invited: Sequence[AttendedFacts]) -> bool:
    """Return whether it came each time, and each time as a guest: nobody takes part in that."""
    return all(
        row.is_present and manner(row.kind, row.channel) is Manner.RECEIVED for row in invited
    )


def _last(rows: Sequence[AttendedFacts]) -> AttendedFacts:
    return max(rows, key=lambda row: row.held_on)
