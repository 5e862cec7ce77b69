"""Whatever a plan holds, its document says its facts, each as it is, and nothing else."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import strategies as st

from outreach_app.i18n import Language
from outreach_app.rules.claims import ClaimKind
from outreach_app.summaries.communication.rectification_plan import RectificationPlan
from outreach_app.summaries.forms.attendance_plan import AttendancePlan
from outreach_app.summaries.forms.attendance_prose import realise_attendance
from outreach_app.summaries.forms.covering_plan import CoveringPlan
from outreach_app.summaries.forms.covering_prose import realise_covering
from outreach_app.summaries.forms.rectification_prose import realise_rectification
from outreach_app.summaries.hand_outs.programme_plan import ProgrammePlan
from outreach_app.summaries.hand_outs.programme_prose import realise_programme
from outreach_app.summaries.handovers.plan import HandoverPlan, Nature
from outreach_app.summaries.handovers.prose import realise_handover
from outreach_app.summaries.handovers.spokesmen import OF_PEOPLE
from outreach_app.summaries.partner_sheets.plan import PartnerSheetPlan, TopicCount
from outreach_app.summaries.partner_sheets.prose import realise_partner_sheet
from outreach_app.summaries.privacy.plan import ExtractPlan, NoticePlan
from outreach_app.summaries.privacy.prose import realise_extract, realise_notice
from outreach_app.summaries.prose.blocks import Realised
from outreach_app.summaries.prose.facts import FactValue, facts
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests.core.summaries.any_plans import DOCUMENT_KINDS, PLACES_TYPED, POINT_KINDS, any_plan
from tests.core.summaries.any_values import codes
from tests.core.summaries.closed_world import said, spans
from tests.core.summaries.reading import ISOLATES, said_date, said_number, without_quotes
from tests.few_or_many import check_random, few_or_many

ISSUED_ON = date(2026, 11, 30)
YEARS = st.integers(1, 30)
SERVICES = st.sampled_from(["vs.own", "vs.hq"])
TOPICS = st.lists(
    st.builds(TopicCount, codes("tp"), YEARS), unique_by=lambda row: row.code, max_size=4
).map(tuple)
DAY, HOUR = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d\d:\d\d")


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of document: any plan of it, what it counts of its own, and what it must say.

    `fixed` are the digits of its own words: a law, a section, the rows to fill in.
    """

    plans: st.SearchStrategy[Any]
    realise: Callable[..., Realised]
    counted: str
    must: str
    fixed: str = r"(?!)"


DOCUMENTS = {
    "programme": Document(
        any_plan(ProgrammePlan),
        realise_programme,
        "meetings|held|unsettled|put_off|cancelled",
        "number",
    ),
    "partner sheet": Document(
        any_plan(
            PartnerSheetPlan,
            category=codes("pt"),
            type=st.none() | codes("as") | codes("pr"),
            PartnerSheetPlan_place=st.none() | PLACES_TYPED,
            topics=TOPICS,
            OwnPointFacts_kind=POINT_KINDS,
            RemarkFacts_kind=POINT_KINDS,
            RemarkFacts_state=codes("cst") | codes("out"),
        ),
        realise_partner_sheet,
        "meetings|presences|exchanges|last_presence|last_absence|last_exchange",
        r"number|meetings\.\d+\.(?:meeting|held_on|kind)|points\.\d+\.(?:held_on|remark\.topic)"
        r"|pledges\.\d+\.(?:due_on|status)|topics\..*\.count|capacities\.\d+\.informed_on",
    ),
    "handover": Document(
        any_plan(
            HandoverPlan,
            IssuedDocument_kind=DOCUMENT_KINDS,
            PartnerLine_kind=codes("as") | codes("pr") | codes("pt"),
            WaitingPoint_kind=POINT_KINDS,
            WaitingRumour_topic=codes("tp"),
            DutyFacts_topic=codes("tp"),
            DutyFacts_authority=codes("rf"),
            DutyFacts_nature=st.sampled_from([each for each in Nature if each not in OF_PEOPLE]),
        ),
        realise_handover,
        r"commitments|referrals|points|meetings|rumours|duties\.\d+\.(?:topic|kind|authority)",
        r"number|as_of|late|to_inform|year\.(?!first|begun_on|is_blank|audience|are_meetings|\w+_noted).*|commitments\.\d+\.due_on|ended\.\d+\.status"
        r"|referrals\.\d+\.(?:to|topic|sent_on)|points\.\d+\.(?:held_on|topic)"
        r"|rumours\.\d+\.(?:heard_on|is_to_rectify)|partners\.\d+\.(?:kind|last_met_on)"
        r"|meetings\.\d+\.(?:held_on|starts_at|kind)|unsettled\.\d+\.(?:held_on|kind)|untold\.\d+\.(?:meeting|held_on|kind)"
        r"|documents\.\d+\.(?:document|issued_on|version)",
        fixed=r"(?:الفقرة|Section) ?(?:9|10)|.*09-08",
    ),
    "attendance sheet": Document(
        any_plan(AttendancePlan),
        realise_attendance,
        "invited",
        "number|held_on|starts_at|kind",
        fixed=r"\d\d?",
    ),
    "covering note": Document(
        any_plan(
            CoveringPlan,
            PieceFacts_kind=DOCUMENT_KINDS,
            documents=st.lists(st.just("01/2026"), min_size=1, max_size=12).map(tuple),
            editions=st.just(()) | st.tuples(*[st.none() | st.integers(2, 30)] * 12),
        ),
        realise_covering,
        r"copies|pieces\.\d+\.copies",
        "number",
    ),
    "rectification": Document(
        any_plan(
            RectificationPlan,
            heard_by=SERVICES,
            found_with=st.none() | SERVICES,
            source=SERVICES,
            days=YEARS,
        ).map(lambda plan: replace(plan, result="vr.false" if plan.published else "vr.true")),
        realise_rectification,
        # One day later is told without a figure; a text is told in one of its languages.
        r"published\.(?:hours|days|text\.(?:ar|fr))",
        "number",
    ),
    "notice": Document(
        any_plan(NoticePlan, keep_years=YEARS, mandate_months=YEARS, sheet_days=YEARS),
        realise_notice,
        "",
        "number",
        fixed=r".*\d.*",
    ),
    "extract": Document(
        any_plan(
            ExtractPlan,
            keep_years=YEARS,
            language=st.sampled_from(["ar", "fr"]),
            ClaimFacts_kind=st.sampled_from(ClaimKind),
        ),
        realise_extract,
        "",
        r"number|as_of|presences\.\d+\.(?:meeting|held_on|kind)|recorded_on|email|phone",
        fixed=r".*\d.*",
    ),
}


@few_or_many()
@pytest.mark.parametrize("name", DOCUMENTS)
def test_any_plan_is_said_as_it_is_and_nothing_else(name: str, number: int) -> None:
    document = DOCUMENTS[name]

    def check(plan: Any) -> None:
        for language in Language:
            _check(document, plan, language)

    check_random(number, check, document.plans)


def _check(document: Document, plan: Any, language: Language) -> None:
    page, known = document.realise(plan, language, ISSUED_ON), facts(plan)
    known |= {"issued_on": ISSUED_ON.isoformat(), "fixed.emergency_number": 19}
    for span in spans(page):
        words = _bare(span.text)
        if span.fact is None:
            assert not re.search(r"\d", words) or re.fullmatch(document.fixed, words), words
        elif not re.fullmatch(document.counted, span.fact):
            assert _says(words, known[span.fact], language), (span, known[span.fact])
    must = {fact for fact in facts(plan) if re.fullmatch(document.must, fact)}
    assert not must - said(page)
    written = _bare(without_quotes(to_plain_text(page)))
    assert not re.search(r"[{}]|\S  \S| [.,،]|\.\.|،\.|\(\)|None", written)


def _says(words: str, value: FactValue, language: Language) -> bool:
    """Return whether words are of this value: its day, hour or number; else its text."""
    if isinstance(value, bool):
        return bool(words)
    if isinstance(value, int):
        return said_number(words) == value
    if DAY.fullmatch(value):
        return _says_day(words, date.fromisoformat(value), language)
    if HOUR.fullmatch(value):
        hour, minute = (int(each) for each in value.split(":"))
        return [int(each) for each in re.findall(r"\d+", words)] in ([hour, minute], [hour])
    # A code is said by its label, and a name of two languages isolated.
    return value[2:3] == "." or _folded(value) in _folded(words) or not _folded(words).isdigit()


def _says_day(words: str, day: date, language: Language) -> bool:
    # The first of two days leaves out what it shares with the last.
    if begun := re.fullmatch(r"(\d+|فاتح)(?:er)?(?:/(\d\d)|[\s\u00a0]\D+)?", words):
        number, month = begun.groups()
        return (number == "فاتح" or int(number) == day.day) and month in (None, f"{day:%m}")
    if "/" in words:
        return day.strftime("%d/%m/%Y") in words
    is_whole = len(words.split()) > 2 and words.split()[-3].removesuffix("er").isdigit()
    is_first = len(words.split()) > 2 and words.split()[-3] == "فاتح"
    if is_whole or is_first:
        return said_date(words, language) == day
    return str(day.year) in words  # a month, a quarter


def _folded(words: str) -> str:
    return words.replace("’", "'").casefold()


def _bare(words: str) -> str:
    return ISOLATES.sub("", words).replace("\u00a0", " ").replace("\u202f", "")
