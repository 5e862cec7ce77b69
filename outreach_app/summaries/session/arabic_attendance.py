"""The attendance of a session, in Arabic: people, organisations, professionals."""

from collections.abc import Sequence
from dataclasses import replace

from outreach_app.i18n import Language
from outreach_app.rules.kinds import Channel
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.bodies import in_arabic, profession, takes_feminine_body_verb
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.meeting_kinds import Manner, arabic_kind
from outreach_app.summaries.prose.nouns import (
    ASSOCIATION,
    BODY,
    FEMALE,
    PARTICIPANT,
    PERSON,
    REPRESENTATIVE,
    WOMAN,
    WOMAN_PARTICIPANT,
    WOMAN_REPRESENTATIVE,
)
from outreach_app.summaries.session.attendance import (
    Relation,
    are_bodies_apart,
    are_called_associations,
    are_more_associations,
    are_only_kinds,
    are_people_said,
    are_people_within,
    are_told_alone,
    are_too_few,
    bodies_said,
    bodies_told,
    is_all_people,
    is_one_of_two,
    kind_fact,
    one_among_women,
    people_present,
    practise_each,
    says_one,
    women_to_say,
)
from outreach_app.summaries.session.genders import are_all_women, as_woman
from outreach_app.summaries.session.plan import KindPresent, SessionPlan
from outreach_app.summaries.session.writer import how, is_of_pupils, kind_said, meets_persons

PAGE = Language.ARABIC
NOMINATIVE, ACCUSATIVE, GENITIVE = Case.NOMINATIVE, Case.ACCUSATIVE, Case.GENITIVE
# What leads to those told beside a number of organisations.
_BESIDE = "، إضافة إلى "
_PROFESSION = "مهنة"


def who_attended(plan: SessionPlan, *, is_after_topic: bool) -> Text:
    """Return how many came and for which organisations, after the kind and its topic."""
    if plan.headcount is None:
        them = who_was_met(plan, GENITIVE)
        return text("، بمشاركة ", them) if them else ()
    its = arabic_kind(*kind_said(plan)).its
    takes_part = how(plan) is not Manner.CHAIRED or plan.channel == Channel.VIDEO
    # «شارك» and «مشارك» are one word: who takes part is a person.
    are_persons = takes_part or meets_persons(plan)
    if plan.headcount == 0:
        verb = f"لم يشارك في{its}" if takes_part else f"لم يحضر{its}"
        noun = PERSON if are_persons else PARTICIPANT
        nobody = Span(count(noun, 0, NOMINATIVE, PAGE), "headcount")
        return text("، " if is_after_topic else " ", f"{verb} ", nobody)
    is_woman = are_all_women(plan)
    if are_told_alone(plan):
        is_woman = as_woman(plan, called=people_present(plan)[0].are_women) is True
    ending = "ت" if is_woman else ""
    verb = f"شارك{ending} في{its}" if takes_part else f"حضر{ending}{its}"
    noun = PERSON if are_persons else PARTICIPANT
    if are_all_women(plan):
        noun = WOMAN if are_persons else WOMAN_PARTICIPANT
    people = Span(count(noun, plan.headcount, NOMINATIVE, PAGE), "headcount")
    if are_told_alone(plan):
        return text(f"، {verb} ", _professionals(plan, NOMINATIVE))
    among = text(_among(plan, NOMINATIVE), _within(plan))
    bodies = () if are_bodies_apart(plan) else _bodies(plan, ACCUSATIVE)
    if plan.headcount == 1 and are_persons and bodies:
        return text(f"، {verb} ", who_was_met(plan, NOMINATIVE))
    return text(
        f"، {verb} ",
        people,
        among,
        text("، " if among else " ", f"{_represent(plan)} ", bodies) if bodies else (),
        _practising(plan)
        or (text(": ", _professionals(plan, NOMINATIVE)) if is_all_people(plan) else ""),
    )


def _practising(plan: SessionPlan) -> Text:
    """Return «، يزاول أحدهما مهنة المحاماة والآخر مهنة التوثيق» for men and women, else nothing."""
    if not practise_each(plan):
        return ()
    kinds = people_present(plan)
    said = [text(Span(profession(kind.code), kind_fact(plan, kind.code))) for kind in kinds]
    if len(said) == plan.headcount == 2:
        return text("، يزاول أحدهما ", said[0], " والآخر ", said[1])
    return text("، يزاولون ", listed(said, PAGE))


def _among(plan: SessionPlan, case: Case) -> Text:
    """Return «، من بينهم 6 نساء», for two «، رجل وامرأة»; empty if none or all are women.

    For two, the nouns agree in case.
    """
    women = women_to_say(plan)
    if not women:
        return ()
    if plan.headcount == 2 and not is_of_pupils(plan):
        man = "رجلا" if case is ACCUSATIVE else "رجل"
        return text(f"، {man} و", Span("امرأة", "women"))
    said = count(FEMALE if is_of_pupils(plan) else WOMAN, women, NOMINATIVE, PAGE)
    counted = Span("أنثى واحدة" if is_of_pupils(plan) and women == 1 else said, "women")
    return text(f"، من بين{_those(plan)} ", counted)


def _within(plan: SessionPlan) -> Text:
    """Return «، من بينهم موثق» of those counted, if the sentence itself tells the professionals."""
    if not (are_people_within(plan) or is_one_of_two(plan)):
        return ()
    if one_among_women(plan) is not None:
        lead = " إحداهن " if women_to_say(plan) > 1 else "، هي "
        return text(lead, _professionals(plan, NOMINATIVE))
    lead = "، وفي" if women_to_say(plan) else "، من بين"
    return text(f"{lead}{_those(plan)} ", _professionals(plan, NOMINATIVE))


def _those(plan: SessionPlan) -> str:
    """Return the pronoun of those who came: «هم», for two «هما», for women «هن»."""
    return "هما" if plan.headcount == 2 else "هن" if are_all_women(plan) else "هم"


def _represent(plan: SessionPlan) -> str:
    return "تمثل" if are_all_women(plan) else "يمثل"


def who_was_met(plan: SessionPlan, case: Case) -> Text:
    """Return who was met, if the sentence itself names them: «ممثلا عن جمعية», «شخصين»."""
    if not plan.headcount:
        said = bodies_said(plan)
        if said is None or are_bodies_apart(plan):
            return _professionals(plan, case) if people_present(plan) else ()
        people = _noted(plan, case)
        is_counted = said.relation is not Relation.ALONE
        beside = text(" و" if said.houses else _BESIDE, _noted(plan, GENITIVE))
        more = beside if is_counted else text(" و", people)
        return text(_bodies(plan, case), more if people else "")
    if is_all_people(plan) and not practise_each(plan):
        return _professionals(plan, case)
    bodies = () if are_bodies_apart(plan) else _bodies(plan, GENITIVE)
    noun = REPRESENTATIVE if bodies else PERSON
    if are_all_women(plan):
        noun = WOMAN_REPRESENTATIVE if bodies else WOMAN
    number = Span(count(noun, plan.headcount, case, PAGE), "headcount")
    among, within = _among(plan, case), _within(plan)
    told = text(" عن ", bodies) if bodies else ""
    return text(number, told, among, within, _practising(plan))


def _bodies(plan: SessionPlan, case: Case) -> Text:
    """Return the organisations by kind: «7 هيئات، منها جمعيتان ثقافيتان وتعاونية واحدة»."""
    said = bodies_said(plan)
    if said is None:
        return ()
    if said.relation is Relation.ALONE:
        return _kinds(plan, said.kinds, case)
    if said.relation is Relation.CATEGORIES:
        return _categories(plan, said.kinds)
    number, total = bodies_told(plan), Span("هيئات")
    if number is not None:
        noun = ASSOCIATION if are_called_associations(plan) else BODY
        fact = "reached.associations" if are_more_associations(plan) else "bodies"
        total = Span(count(noun, number, case, PAGE), fact)
    beside = text(_BESIDE, _kinds(plan, said.houses, GENITIVE)) if said.houses else ()
    if not said.kinds:
        return text(total, beside)
    among = "، إحداهما " if number == 2 else "، منها "
    link = {
        Relation.LIST: ": ",
        Relation.AMONG: among,
        Relation.NOTABLY: among,
        Relation.AT_LEAST: "، منهما " if number == 2 else "، منها على الأقل ",
    }[said.relation]
    is_list = said.relation is Relation.LIST
    return text(total, link, _kinds(plan, said.kinds, case if is_list else NOMINATIVE), beside)


def who_was_represented(plan: SessionPlan) -> Text:
    """Return «، ومُثلت فيه هيئتان» of bodies that no sentence on the professionals tells."""
    if not are_bodies_apart(plan) or _are_people_apart(plan):
        return ()
    kind, said = arabic_kind(*kind_said(plan)), bodies_said(plan)
    first = next(iter(said.kinds), None) if said else None
    is_first_told = said and said.relation in (Relation.ALONE, Relation.CATEGORIES)
    is_feminine = True
    if first is not None and is_first_told:
        is_feminine = takes_feminine_body_verb(first.code, first.count or 1)
    is_met = how(plan) in (Manner.RECEIVED, Manner.EXCHANGE)
    during = f"خلال {kind.later}" if is_met else f"في{kind.its}"
    verb = "مُثلت" if is_feminine else "مُثل"
    return text(f"، و{verb} {during} ", _bodies(plan, NOMINATIVE))


def _are_people_apart(plan: SessionPlan) -> bool:
    """Return whether a sentence of its own tells the professionals among those counted."""
    is_told = are_people_said(plan) or is_one_of_two(plan)
    return bool(plan.headcount and people_present(plan)) and not is_told


def who_was_among(plan: SessionPlan) -> Text:
    """Return the sentence on who was among those counted; empty if already stated."""
    if not _are_people_apart(plan):
        return ()
    is_remote = how(plan) is Manner.EXCHANGE or plan.channel == Channel.VIDEO
    noted = f" و{'سُجلت مشاركة' if is_remote else 'سُجل حضور'} "
    lead, case = " وضم الحضور ", ACCUSATIVE
    if plan.headcount == 1 or are_too_few(plan):
        lead, case = noted, GENITIVE
    elif is_remote:
        # They are no others than those who were counted.
        women = "المشاركتين" if plan.headcount == 2 else "المشاركات"
        those = women if are_all_women(plan) else "المشاركين"
        lead, case = f" وكان من بين {those} ", NOMINATIVE
    end = text(".")
    if are_bodies_apart(plan):
        # How many came for them is not recorded: the bodies are told, not those who spoke for them.
        end = text("، مع تمثيل ", _bodies(plan, GENITIVE), ".")
    return text(lead, _professionals(plan, case), end)


def _professionals(plan: SessionPlan, case: Case) -> Text:
    """Return the professionals, or what is practised where nobody counted them."""
    kinds = people_present(plan)
    return _practised(plan) if are_only_kinds(plan) else _kinds(plan, kinds, case)


def _noted(plan: SessionPlan, case: Case) -> Text:
    """Return the professionals as noted; another may have come for them."""
    if are_only_kinds(plan):
        return _professionals(plan, case)
    return _kinds(plan, people_present(plan), case)


def _practised(plan: SessionPlan) -> Text:
    """Return «من يزاول مهنة المحاماة» of those nobody counted, men or women.

    Of several professions it is «من يزاولون مهن الصياغة والصيدلة», but of one who came alone.
    """
    said = [
        Span(profession(kind.code), kind_fact(plan, kind.code)) for kind in people_present(plan)
    ]
    named = [each for each in said if each.text.startswith(f"{_PROFESSION} ال")]
    if plan.headcount == 1 or len(named) < 2:
        return listed([text("من يزاول ", each) for each in said], PAGE)
    verb = "يزاولن" if are_all_women(plan) else "يزاولون"
    noun = "مهنتي" if len(named) == 2 else "مهن"
    several = [
        text(replace(each, text=each.text.removeprefix(f"{_PROFESSION} "))) for each in named
    ]
    others = [text("من يزاول ", each) for each in said if each not in named]
    return listed([text(f"من {verb} {noun} ", listed(several, PAGE)), *others], PAGE)


def _categories(plan: SessionPlan, kinds: Sequence[KindPresent]) -> Text:
    """Return «جمعية حي واحدة على الأقل» in the genitive: nothing tells one from several."""
    is_one = len(kinds) == 1
    said = [
        Span(in_arabic(kind.code, 1, GENITIVE, says_one=is_one), kind_fact(plan, kind.code))
        for kind in kinds
    ]
    return text(listed([text(span) for span in said], PAGE), " على الأقل") if said else ()


def _kinds(plan: SessionPlan, kinds: Sequence[KindPresent], case: Case) -> Text:
    is_one_said = says_one(kinds)
    said = [
        Span(_of_kind(plan, kind, case, says_one=is_one_said), kind_fact(plan, kind.code))
        for kind in kinds
    ]
    return listed([text(span) for span in said], PAGE) if said else ()


def _of_kind(plan: SessionPlan, kind: KindPresent, case: Case, *, says_one: bool) -> str:
    women = as_woman(plan, called=kind.are_women)
    return in_arabic(kind.code, kind.count or 1, case, says_one=says_one, women=women)
