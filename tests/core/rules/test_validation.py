"""Errors of a draft are reported by field, each with a code and a message."""

from collections.abc import Callable
from datetime import date, time

import pytest

from outreach_app import i18n
from outreach_app.errors import InvalidDraft, Problem
from outreach_app.i18n import Language, isolate
from outreach_app.rules.shared_domains import PEOPLE
from outreach_app.rules.text import MAX_LINE, MAX_TEXT
from outreach_app.rules.validation import Checks

NINE, TEN = time(9), time(10)


def told(check: Callable[[Checks], None]) -> list[tuple[str, str]]:
    """Return the field and the code of all errors; require a message for each."""
    checks = Checks()
    check(checks)
    assert all(problem.message for problem in checks.problems)
    return [(problem.field, problem.code) for problem in checks.problems]


@pytest.mark.parametrize(
    "check",
    [
        lambda checks: checks.code("field", None, "mt"),
        lambda checks: checks.code("field", "mt.thematic", "mt"),
        lambda checks: checks.code("field", "mt.thematic", "tp", "mt"),
        lambda checks: checks.one_of("field", "held", ("planned", "held")),
        lambda checks: checks.either("field", "النخيل", None),
        lambda checks: checks.either("field", "", "Annakhil"),
        lambda checks: checks.required("field", "office"),
        lambda checks: checks.required("field", 0),
        lambda checks: checks.reason("field", is_needed=False, reason=None),
        lambda checks: checks.reason("field", is_needed=True, reason="pluie"),
        lambda checks: checks.text("meeting", "subject_fr", None),
        lambda checks: checks.text("meeting", "subject_fr", "x" * MAX_LINE),
        lambda checks: checks.text("point", "text", None, None),
        lambda checks: checks.text("point", "text", "x" * MAX_TEXT, None),
        lambda checks: checks.text("point", "text", "Rue sombre", None),
        lambda checks: checks.text("point", "text", "Un salafiste", "ils l’ont dit"),
        lambda checks: checks.text("office", "letterhead_fr", "Tél. 06 12 34 56 78"),
        lambda checks: checks.contacts(None),
        lambda checks: checks.contacts("06 12 34 56 78"),
        lambda checks: checks.contacts(None, "bureau.amal@asso-amal.example"),
        lambda checks: checks.period("field", NINE, TEN),
        lambda checks: checks.period("field", NINE, NINE),
        lambda checks: checks.period("field", None, NINE),
        lambda checks: checks.period("field", TEN, None),
        lambda checks: checks.day("field", None),
        lambda checks: checks.day("field", date(1900, 1, 1)),
        lambda checks: checks.day("field", date(2099, 12, 31)),
        lambda checks: checks.count("headcount", None, ()),
        lambda checks: checks.count("headcount", 0, ()),
        lambda checks: checks.count("headcount", 2_000, ()),
        lambda checks: checks.count("headcount", PEOPLE.hi, (PEOPLE.hi,)),
    ],
)
def test_what_may_be_written_is_no_problem(check: Callable[[Checks], None]) -> None:
    assert told(check) == []


@pytest.mark.parametrize(
    ("check", "code"),
    [
        (lambda checks: checks.code("field", "tp.6.1", "mt"), "unknown_code"),
        (lambda checks: checks.one_of("field", "gone", ("held",)), "unknown_code"),
        (lambda checks: checks.either("field", None, ""), "required"),
        (lambda checks: checks.required("field", None), "required"),
        (lambda checks: checks.required("field", ""), "required"),
        (lambda checks: checks.reason("field", is_needed=True, reason=""), "reason_required"),
        (lambda checks: checks.text("meeting", "subject_fr", "x" * (MAX_LINE + 1)), "too_long"),
        (lambda checks: checks.text("point", "text", "x" * (MAX_TEXT + 1), None), "too_long"),
        (lambda checks: checks.text("office", "letterhead_fr", "a\n" * 1000), "too_long"),
        (lambda checks: checks.text("office", "recipient_fr", "A\nB"), "too_long"),
        (lambda checks: checks.text("point", "text", "\u200b \u2067", None), "invisible"),
        (
            lambda checks: checks.text("office", "recipient_fr", "M. X 0661234567"),
            "contact_in_text",
        ),
        (lambda checks: checks.text("point", "text", "CIN BE123456", None), "identity_number"),
        (lambda checks: checks.text("point", "text", "Un salafiste", None), "sensitive"),
        (lambda checks: checks.text("point", "text", "Un salafiste", ""), "sensitive"),
        (
            lambda checks: checks.text("person", "capacity_fr", "Salafiste", "oui"),
            "sensitive",
        ),
        (lambda checks: checks.contacts("06 12"), "invalid_phone"),
        (lambda checks: checks.contacts(None, "amal@gmail"), "invalid_email"),
        (lambda checks: checks.contacts(None, "amal.gmail.com"), "invalid_email"),
        (lambda checks: checks.period("field", TEN, NINE), "ends_before_start"),
        (lambda checks: checks.day("field", date(1899, 12, 31)), "out_of_range"),
        (lambda checks: checks.day("field", date(2100, 1, 1)), "out_of_range"),
        (lambda checks: checks.count("headcount", -1, ()), "negative"),
        (lambda checks: checks.count("headcount", PEOPLE.hi + 1, (PEOPLE.hi + 1,)), "too_many"),
        (lambda checks: checks.count("headcount", 2_001, ()), "odd"),
        (lambda checks: checks.count("headcount", 2_001, (5_000,)), "odd"),
        (lambda checks: checks.count("bodies", 301, ()), "odd"),
        (lambda checks: checks.either("name_ar", "2430", None), "no_letters"),
    ],
)
def test_what_may_not_be_written_has_a_code(check: Callable[[Checks], None], code: str) -> None:
    assert [found for _field, found in told(check)] == [code]


@pytest.mark.parametrize(
    ("check", "words"),
    [
        (lambda checks: checks.code("field", "mt.x", "mt"), "mt.x"),
        (lambda checks: checks.code("field", "tp.6.1", "mt"), "tp.6.1"),
        (lambda checks: checks.one_of("field", "gone", ("held",)), "gone"),
        (lambda checks: checks.text("meeting", "subject_fr", "x" * 5000), str(MAX_LINE)),
        (lambda checks: checks.text("point", "text", "x" * 99_999, None), str(MAX_TEXT)),
        (
            lambda checks: checks.text("point", "text", "salafiste, athée", None),
            "(salafiste، athée)",
        ),
        (lambda checks: checks.contacts("06 12"), isolate("06 12")),
        (lambda checks: checks.day("field", date(326, 1, 2)), isolate("02/01/0326")),
        (lambda checks: checks.day("field", date(326, 1, 2)), isolate("1900")),
        (lambda checks: checks.day("field", date(326, 1, 2)), isolate("2099")),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_the_sentence_says_what_is_wrong(
    check: Callable[[Checks], None], words: str, language: Language
) -> None:
    i18n.use(language)
    checks = Checks()
    check(checks)
    (problem,) = checks.problems
    assert words in problem.message


def test_every_field_is_told_under_its_path_and_each_sentence_once() -> None:
    checks = Checks("points.2.")
    checks.required("text", None)
    checks.required("topic", None)
    checks.text("meeting", "place_fr", "x" * (MAX_LINE + 1))
    checks.extend([Problem("owner", "unknown_code", "Qui ?")])
    with pytest.raises(InvalidDraft) as refused:
        checks.raise_if_any()
    assert [problem.field for problem in refused.value.problems] == [
        "points.2.text",
        "points.2.topic",
        "points.2.place_fr",
        "owner",
    ]
    required, _again, too_long, _unknown = (p.message for p in refused.value.problems)
    assert refused.value.message == f"{required} {too_long} Qui ?"


def test_what_is_in_a_text_that_is_too_long_is_not_looked_at() -> None:
    text = "BE123456 " + "x" * MAX_TEXT
    assert told(lambda checks: checks.text("point", "text", text, None)) == [("text", "too_long")]


@pytest.mark.parametrize(("phone", "is_length"), [("0683770246", False), ("06 12", True)])
def test_a_number_that_is_refused_says_what_is_wrong_with_it(phone: str, is_length: bool) -> None:
    checks = Checks()
    checks.contacts(phone)
    assert ("06 12 34 56 78" in checks.problems[0].message) == is_length
