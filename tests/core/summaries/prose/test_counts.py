"""Every counted noun has its six Arabic forms in three cases, by CLDR rules."""

from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from outreach_app.i18n import TRANSLATIONS, Language
from outreach_app.summaries.prose import nouns
from outreach_app.summaries.prose.counts import (
    Case,
    Noun,
    count,
    counted_nouns,
    takes_feminine_verb,
)
from tests.core.summaries.reading import ISOLATES, said_number

AR, FR = Language.ARABIC, Language.FRENCH
OTHERS = (
    *(nouns.OTHER_POINT, nouns.OTHER_COMMITMENT, nouns.OTHER_PRECINCT),
    *(nouns.TOPIC, nouns.ACTIVITY, nouns.OTHER_MEETING),
)
NOUNS = (
    *(nouns.POINT, nouns.COMMITMENT, nouns.PARTICIPANT, nouns.WOMAN_PARTICIPANT, nouns.PERSON),
    *(nouns.FEMALE, nouns.REFERRAL, nouns.DAY, nouns.HOUR, nouns.PUBLICATION),
    *(nouns.REMARK, nouns.AWARENESS_ACTION, nouns.SCHOOL_TALK, nouns.SCHOOL, nouns.PUPIL),
    *(nouns.INTERACTION, nouns.FOLLOWER, *nouns.PUBLICATION_KINDS.values()),
    *(nouns.WOMAN, nouns.REPRESENTATIVE, nouns.WOMAN_REPRESENTATIVE, nouns.BODY),
    *(nouns.ASSOCIATION, nouns.DIALOGUE_SESSION, nouns.PRECINCT, nouns.MEETING),
    *(
        nouns.MEETING_OR_ACTION,
        nouns.MEETING_ACTION_OR_CALL,
        nouns.MEETING_OR_CALL,
        *nouns.POINT_KINDS.values(),
    ),
    *(nouns.NEWS_HEARD, nouns.NEWS, *nouns.HELD_KINDS.values()),
)
CLDR_FORMS = ("zero", "one", "two", "few", "many", "other")


def said(noun: Noun, number: int, case: Case, language: Language) -> str:
    """Return the words with plain spaces and ungrouped digits."""
    words = ISOLATES.sub("", count(noun, number, case, language))
    return words.replace("\u00a0", " ").replace("\u202f", "")


def source(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="ar" if "ar" in path.parts else None)


def test_arabic_rule_is_that_of_cldr() -> None:
    noun = nouns.COMMITMENT
    forms = source(TRANSLATIONS / "ar/LC_MESSAGES/counts.po").get(noun.one, "accusative")
    assert forms is not None
    assert isinstance(forms.string, tuple)
    for number in range(2001):
        form = forms.string[CLDR_FORMS.index(Locale("ar").plural_form(number))]
        assert said(noun, number, Case.ACCUSATIVE, AR) == form.format(n=number)


def test_french_rule_is_that_of_cldr_with_zero_apart() -> None:
    for number in range(1, 2001):
        is_one = Locale("fr").plural_form(number) == "one"
        words = said(nouns.COMMITMENT, number, Case.NOMINATIVE, FR)
        assert words == ("un engagement" if is_one else f"{number} engagements")
    assert said(nouns.COMMITMENT, 0, Case.NOMINATIVE, FR) == "aucun engagement"


@pytest.mark.parametrize("language", Language)
def test_catalogue_holds_every_noun_in_every_case_and_no_other(language: Language) -> None:
    expected = {(noun.one, case.value) for noun in (*NOUNS, *OTHERS) for case in Case}
    folder = TRANSLATIONS / language.value / "LC_MESSAGES"
    for path in (folder / "counts.po", TRANSLATIONS / "counts.pot"):
        messages = [message for message in source(path) if message.id]
        ids = {
            (message.id[0] if message.pluralizable else message.id, message.context)
            for message in messages
        }
        assert ids == expected
    for message in source(folder / "counts.po"):
        assert message.string, message.id
        assert all(message.string), message.id
        assert not message.fuzzy


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.one)
@pytest.mark.parametrize("case", Case)
def test_every_form_says_its_number(noun: Noun, case: Case) -> None:
    for number in (0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111, 200, 1000):
        for language in Language:
            assert said_number(said(noun, number, case, language)) == number


@pytest.mark.parametrize(
    ("noun", "number", "case", "words"),
    [
        (nouns.PARTICIPANT, 2, Case.NOMINATIVE, "مشاركان اثنان"),
        (nouns.PARTICIPANT, 2, Case.ACCUSATIVE, "مشاركين اثنين"),
        (nouns.PARTICIPANT, 5, Case.NOMINATIVE, "5 مشاركين"),
        (nouns.PARTICIPANT, 103, Case.NOMINATIVE, "103 مشاركين"),
        (nouns.PARTICIPANT, 111, Case.NOMINATIVE, "111 مشاركا"),
        (nouns.WOMAN, 2, Case.NOMINATIVE, "امرأتان"),
        (nouns.DIALOGUE_SESSION, 2, Case.ACCUSATIVE, "جلستي حوار"),
        (nouns.DIALOGUE_SESSION, 12, Case.ACCUSATIVE, "12 جلسة حوار"),
        (nouns.MEETING_OR_ACTION, 6, Case.GENITIVE, "6 لقاءات وأنشطة"),
        (nouns.PRECINCT, 2, Case.GENITIVE, "دائرتين أمنيتين"),
        (nouns.PRECINCT, 454, Case.GENITIVE, "454 دائرة أمنية"),
        (nouns.OTHER_PRECINCT, 3, Case.NOMINATIVE, "3 دوائر أمنية أخرى"),
        (nouns.RUMOUR, 2, Case.NOMINATIVE, "إشاعتان"),
        (nouns.WOMAN, 41, Case.NOMINATIVE, "41 امرأة"),
        (nouns.COMMITMENT, 1, Case.ACCUSATIVE, "التزاما واحدا"),
        (nouns.COMMITMENT, 11, Case.GENITIVE, "11 التزاما"),
        (nouns.COMMITMENT, 100, Case.NOMINATIVE, "100 التزام"),
        (nouns.COMMITMENT, 0, Case.NOMINATIVE, "أي التزام"),
    ],
)
def test_arabic_forms_known_to_be_right(noun: Noun, number: int, case: Case, words: str) -> None:
    assert said(noun, number, case, AR) == words


def test_digits_are_grouped_from_a_thousand_and_kept_with_their_noun() -> None:
    assert count(nouns.POINT, 999, Case.NOMINATIVE, FR) == "999\u00a0points"
    assert count(nouns.POINT, 1_000, Case.NOMINATIVE, FR) == "1\u202f000\u00a0points"
    assert count(nouns.POINT, 4, Case.NOMINATIVE, AR) == "\u20664\u2069\u00a0نقط"


@pytest.mark.parametrize(
    ("noun", "number", "feminine"),
    [
        (nouns.COMMITMENT, 1, False),
        (nouns.COMMITMENT, 3, True),
        (nouns.COMMITMENT, 10, True),
        (nouns.COMMITMENT, 11, False),
        (nouns.COMMITMENT, 105, True),
        (nouns.POINT, 11, True),
        (nouns.PARTICIPANT, 3, False),
        (nouns.WOMAN, 3, True),
    ],
)
def test_verb_before_a_count_agrees(noun: Noun, number: int, feminine: bool) -> None:
    assert takes_feminine_verb(noun, number) is feminine


def test_catalogue_is_not_the_one_of_the_screens() -> None:
    assert counted_nouns(AR).gettext("several") == "several"
