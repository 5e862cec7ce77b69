"""Search finds a record by any spelling, on an encrypted store."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from outreach_app.search import index
from outreach_app.search.index import (
    MANY_MEETINGS,
    MANY_NAMES,
    Document,
    Found,
    FoundKind,
    find_meetings,
    find_names,
)
from outreach_app.search.terms import MAX_WORDS, Facet, facet_term
from outreach_app.search.tsvector import TsVector
from tests.core.search.found import find, put_words

# Not "Lm": alone, a mark such as the tatweel is no word.
LETTERS = st.characters(categories=("Ll", "Lo", "Lt", "Lu", "Nd"))


def test_every_word_must_match_and_may_match_a_name(session: Session) -> None:
    both = put_words(session, 1, "الإنارة العمومية", "جمعية الأمل")
    put_words(session, 2, "الإنارة العمومية", "جمعية النور")
    assert find(session, "Amal إنارة", 10) == [both]


def test_the_same_id_of_each_kind_is_its_own_record(session: Session) -> None:
    for kind in FoundKind:
        put_words(session, 7, f"كلمة {kind}", kind=kind)
    assert {found.kind for found in find(session, "كلمة", 10)} == set(FoundKind)
    assert find(session, "person", 10) == [Found(FoundKind.PERSON, 7)]


def test_what_is_put_again_or_removed_is_forgotten(session: Session) -> None:
    record = put_words(session, 1, "الإنارة")
    put_words(session, 1, "النظافة")
    assert find(session, "الإنارة", 10) == []
    assert find(session, "النظافة", 10) == [record]
    index.remove(session, [record, Found(FoundKind.MEETING, 99)])
    assert find(session, "النظافة", 10) == []


def test_few_names_come_best_first_then_newest(session: Session) -> None:
    filler = " ".join(f"كلمة{number}" for number in range(40))
    long = put_words(session, 3, f"الإنارة {filler}", kind=FoundKind.PARTNER)
    old, new = (put_words(session, number, "الإنارة", kind=FoundKind.PARTNER) for number in (1, 2))
    assert find_names(session, "الإنارة", 10) == [new, old, long]
    assert find_names(session, "الإنارة", 1) == [new]


@pytest.mark.parametrize("every", [1, 40])
def test_the_newest_are_found_of_a_frequent_word_and_of_a_rare_one(
    session: Session, every: int
) -> None:
    def document(number: int) -> Document:
        words = "الإنارة" if number % every == 0 else "النظافة"
        return Document(Found(FoundKind.MEETING, number), words, day=date(2026, 10, 1))

    index.put(session, [document(number) for number in range(400)])
    is_on_server = isinstance(index.engine_of(session), TsVector)
    if is_on_server:
        session.execute(sql("ANALYZE search_meetings"))
    assert find_meetings(session, "الإنارة", 1) == [399 - 399 % every]
    if is_on_server:  # other queries go their own way
        ways = ("enable_seqscan", "enable_indexscan", "enable_bitmapscan")
        assert [session.scalar(sql(f"SHOW {way}")) for way in ways] == ["on"] * 3


def test_a_word_of_very_many_meetings_is_not_the_beginning_of_another(session: Session) -> None:
    def document(number: int, words: str) -> Document:
        return Document(Found(FoundKind.MEETING, number), words, day=date(2026, 10, 1))

    index.put(session, (document(number, "marché") for number in range(1, MANY_MEETINGS)))
    index.put(session, [document(MANY_MEETINGS, "marchepied")])
    assert find_meetings(session, "marche", 1) == [MANY_MEETINGS]
    more = ((MANY_MEETINGS + 1, "marché"), (MANY_MEETINGS + 2, "marchepied"))
    index.put(session, (document(*each) for each in more))
    assert find_meetings(session, "marche", 1) == [MANY_MEETINGS + 1]
    assert find_meetings(session, "march", 1) == [MANY_MEETINGS + 2]


def test_many_names_come_newest_first(session: Session) -> None:
    def document(number: int, words: str) -> Document:
        return Document(Found(FoundKind.PERSON, number), words, day=date(2026, 10, 1))

    index.put(session, (document(number, "الإنارة") for number in range(1, MANY_NAMES)))
    index.put(session, [document(MANY_NAMES, "الإنارة في شارع طويل جدا")])
    found = find_names(session, "إنارة", 2)
    assert [each.record_id for each in found] == [MANY_NAMES, MANY_NAMES - 1]


def test_partners_or_people_alone_are_found(session: Session) -> None:
    partner = put_words(session, 7, "", "جمعية الأمل", FoundKind.PARTNER)
    person = put_words(session, 7, "", "أمل", FoundKind.PERSON)
    assert set(find_names(session, "أمل")) == {partner, person}
    assert find_names(session, "أمل", kinds=[FoundKind.PARTNER]) == [partner]
    assert find_names(session, "أمل", kinds=[FoundKind.PERSON]) == [person]


def test_meetings_come_by_their_day_whatever_was_recorded_first(session: Session) -> None:
    days = {1: date(2026, 3, 5), 2: date(2024, 1, 1), 3: date(2026, 3, 5), 4: date(2027, 1, 1)}
    for record_id, day in days.items():
        put_words(session, record_id, "الإنارة", day=day)
    assert find_meetings(session, "إنارة", 10) == [4, 3, 1, 2]
    assert find_meetings(session, "إنارة", 2) == [4, 3]
    first, last = date(2026, 3, 5), date(2026, 12, 31)
    assert find_meetings(session, "إنارة", 10, days=(first, last)) == [3, 1]


def test_a_meeting_that_is_moved_to_another_day_is_found_there_only(session: Session) -> None:
    put_words(session, 1, "الإنارة", day=date(2026, 3, 5))
    put_words(session, 1, "الإنارة", day=date(2027, 3, 5))
    assert find_meetings(session, "إنارة", 10, days=(date.min, date(2026, 12, 31))) == []
    assert find_meetings(session, "إنارة", 10, days=(date(2027, 1, 1), date.max)) == [1]


def test_a_meeting_has_one_value_of_every_facet_asked_for(session: Session) -> None:
    values = [(7, "held"), (8, "held"), (7, "planned"), (77, "held")]
    for number, (office, status) in enumerate(values, start=1):
        filters = (facet_term(Facet.OFFICE, office), facet_term(Facet.STATUS, status))
        found = Found(FoundKind.MEETING, number)
        index.put(session, [Document(found, "الإنارة", "", date(2026, 1, number), filters)])

    def ids(**wanted: object) -> list[int]:
        filters = {Facet[name.upper()]: values for name, values in wanted.items()}
        return find_meetings(session, "إنارة", 10, filters=filters)  # type: ignore[arg-type]

    assert ids(office=[7]) == [3, 1]
    assert ids(office=[7, 8], status=["held"]) == [2, 1]
    assert ids(office=range(600)) == [4, 3, 2, 1]
    assert ids(office=[]) == ids(status=["cancelled"]) == []


@pytest.mark.parametrize("query", ["held", "==sheld", "sheld", "7", "o7", "==o7"])
def test_what_is_typed_never_meets_a_filter(session: Session, query: str) -> None:
    filters = (facet_term(Facet.OFFICE, 7), facet_term(Facet.STATUS, "held"))
    found = Found(FoundKind.MEETING, 1)
    index.put(session, [Document(found, "الإنارة", "", date(2026, 1, 1), filters)])
    assert find(session, query) == []


def test_what_is_put_off_is_found_again_once_it_is_indexed(session: Session) -> None:
    record = put_words(session, 1, "الإنارة")
    person = Found(FoundKind.PERSON, 3)
    index.postpone(session, [record, person])
    assert find(session, "إنارة") == []
    assert index.list_waiting(session) == [person, record]
    assert (index.count_waiting(session), index.is_complete(session)) == (2, False)
    index.remove(session, [person])
    put_words(session, 1, "الإنارة")
    assert find(session, "إنارة") == [record]
    assert index.is_complete(session)


@pytest.mark.parametrize("query", ["", "  ", "؟!.", '"', "* - ( )", "\u200f", "'"])
def test_a_query_without_words_finds_nothing(session: Session, query: str) -> None:
    put_words(session, 1, "الإنارة")
    assert find(session, query, 10) == []


@pytest.mark.parametrize(
    "query",
    ['"bruit', "bruit*", "words:bruit", "bruit AND", "NOT bruit", "(bruit", "bruit NEAR/2 rue",
     "^bruit", "bruit; DROP TABLE search_names", "bruit\x00", "bruit\ud800"],
)  # fmt: skip
def test_search_syntax_in_a_query_is_only_words(session: Session, query: str) -> None:
    record = put_words(session, 1, "bruit and not near 2 rue drop table search names words")
    assert find(session, query, 10) == [record]


def test_a_pasted_page_is_asked_for_by_its_first_words(session: Session) -> None:
    record = put_words(session, 1, "bruit nocturne")
    assert find(session, "bruit nocturne " * 3_000, 5) == [record]
    page = " ".join(["bruit"] * MAX_WORDS + ["absent"])
    assert find(session, page, 5) == [record]


@settings(max_examples=200)
@given(query=st.text(max_size=200))
def test_no_query_breaks_the_search(session: Session, query: str) -> None:
    find(session, query, 5)
    find(session, f"{query} محمد" * 40, 5)


@given(text=st.text(LETTERS, min_size=1, max_size=80))
def test_every_text_is_found_by_its_own_words(session: Session, text: str) -> None:
    record = put_words(session, 1, text)
    assert find(session, text, 5) == [record]
