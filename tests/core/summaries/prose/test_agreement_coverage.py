"""Sentences cover every form of every noun, in every case they use."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.summaries.prose import nouns
from outreach_app.summaries.prose.bodies import are_people
from outreach_app.summaries.prose.counts import Case, Noun, count
from outreach_app.summaries.session.plan import KindPresent, SessionPlan
from outreach_app.summaries.session.prose import Cut, realise
from outreach_app.vocabulary import RESOURCES
from tests.core.summaries.closed_world import all_text, prose
from tests.core.summaries.plans import BARE, ISSUED_ON, arabic, commitment, point
from tests.core.summaries.reading import ISOLATES

# One number for each of the six forms.
FORMS = (0, 1, 2, 3, 11, 100)
Build = Callable[[int], SessionPlan]


def with_points(number: int) -> SessionPlan:
    points = tuple(point(position, "tp.6", None) for position in range(1, number + 1))
    return replace(BARE, points=points)


def mixed_points(number: int) -> SessionPlan:
    """Return points of two kinds, the only ones counted as points."""
    kinds = ["request", *["concern"] * (number - 1)]
    points = (point(place, "tp.6", None, kind=kind) for place, kind in enumerate(kinds, start=1))
    return replace(BARE, points=tuple(points))


def with_commitments(number: int) -> SessionPlan:
    promises = tuple(commitment(position, arabic("وعد")) for position in range(1, number + 1))
    return replace(BARE, commitments=promises)


def with_attendance(kind: str, women: bool = False, bodies: int | None = None) -> Build:
    def build(number: int) -> SessionPlan:
        of_them = number if women else 0
        return replace(BARE, kind=kind, headcount=number, women=of_them, bodies=bodies)

    return build


def of_kind(kind: str) -> Build:
    def build(number: int) -> SessionPlan:
        points = (point(position, "tp.6", None, kind=kind) for position in range(1, number + 1))
        return replace(BARE, points=tuple(points))

    return build


def slots() -> Iterator[tuple[Noun, Case, Build, tuple[int, ...]]]:
    """Yield each noun with its case in a sentence, and the possible numbers."""
    women = nouns.WOMAN_REPRESENTATIVE
    yield nouns.PARTICIPANT, Case.NOMINATIVE, with_attendance("mt.periodic"), FORMS
    yield nouns.PERSON, Case.NOMINATIVE, with_attendance("mt.field"), FORMS
    yield nouns.PERSON, Case.ACCUSATIVE, with_attendance("mt.reception"), FORMS[1:]
    yield nouns.WOMAN_PARTICIPANT, Case.NOMINATIVE, with_attendance("mt.study", True), FORMS[1:]
    yield nouns.WOMAN, Case.NOMINATIVE, lambda n: replace(BARE, headcount=200, women=n), FORMS[1:]
    school = replace(BARE, kind="mt.school", headcount=200)
    yield nouns.FEMALE, Case.NOMINATIVE, lambda n: replace(school, women=n), (2, 3, 11)
    # Nobody noted how many of several came for whom, nor for which organisations one came.
    audience = with_attendance("mt.reception", bodies=1)
    yield nouns.REPRESENTATIVE, Case.ACCUSATIVE, audience, (1,)
    yield women, Case.ACCUSATIVE, with_attendance("mt.reception", True, 1), (1,)
    yield nouns.BODY, Case.NOMINATIVE, lambda n: replace(BARE, headcount=9, bodies=n), FORMS[1:]
    yield nouns.BODY, Case.GENITIVE, lambda n: replace(BARE, bodies=n), FORMS[1:]
    yield nouns.POINT, Case.GENITIVE, mixed_points, FORMS[2:]
    yield nouns.COMMITMENT, Case.GENITIVE, with_commitments, FORMS[1:]
    for kind, noun in nouns.POINT_KINDS.items():
        yield noun, Case.GENITIVE, of_kind(kind), FORMS[1:]


@pytest.mark.parametrize("slot", list(slots()), ids=lambda slot: f"{slot[0].one}-{slot[1]}")
def test_every_form_is_reached(slot: tuple[Noun, Case, Build, tuple[int, ...]]) -> None:
    noun, case, build, numbers = slot
    reached = set()
    for number in numbers:
        form = count(noun, number, case, Language.ARABIC)
        assert form in all_text(realise(build(number), Language.ARABIC, ISSUED_ON))
        reached.add(form)
    assert len(reached) == len(numbers)


# A person's own title, a woman's as a man's, is never printed.
_UNSAID = ("code", "ar_gender", "ar_class", "ar_def", "ar_f_", "fr_gender", "fr_f_")
CODES = [code for prefix in ("as", "pr", "pt") for code in vocabulary.catalogue(prefix)]


@pytest.mark.parametrize("code", CODES)
def test_every_form_of_every_kind_present_is_reached(code: str) -> None:
    """Every column of the table of organisations is in a sentence, in each language."""
    forms = {
        name: form
        for name, form in row_of(code).items()
        if form and not name.startswith(_UNSAID)
        if are_people(code) or name != "ar_profession"
    }
    for language in Language:
        said = "\n".join(all_text(realise(plan, language, ISSUED_ON)) for plan in present(code))
        said = ISOLATES.sub("", said).replace("\u00a0", " ")
        for name, form in forms.items():
            if name.startswith(language.value):
                pattern = re.escape(form).replace(r"\{n\}", r"\d+")
                # Of one organisation alone, so in the accusative, Arabic says no numeral.
                pattern = pattern.replace(r"\ واحدا", r"(?:\ واحدا)?")
                assert re.search(rf"(?<!\w)(?:[بلو])?{pattern}(?!\w)", said), (name, form)


def row_of(code: str) -> dict[str, str]:
    rows = (RESOURCES / "bodies.tsv").read_text(encoding="utf-8").splitlines()
    names, *kinds = (row.split("\t") for row in rows if not row.startswith("#"))
    return next(dict(zip(names, row, strict=True)) for row in kinds if row[0] == code)


def present(code: str) -> Iterator[SessionPlan]:
    """Return sessions that name a kind in every number and case, alone and beside another."""
    people = are_people(code)
    other = KindPresent("pr.nurse" if people else "as.coop", 2)
    if code in ("pr.nurse", "as.coop"):
        other = KindPresent("pr.vet" if people else "as.youth", 2)
    for number in (None, *FORMS[1:]):
        alone = (KindPresent(code, number),)
        for kinds in (alone, (*alone, other)):
            everybody = sum(kind.count or 0 for kind in kinds)
            yield replace(BARE, kinds_present=kinds)
            if people and everybody:
                audience = replace(BARE, kind="mt.reception", kinds_present=kinds)
                yield replace(audience, headcount=everybody, women=everybody)
            for headcount in (everybody, 500) if people else (1, 9, 500):
                for women in (0, headcount):
                    yield replace(BARE, headcount=headcount, women=women, kinds_present=kinds)
            if not people and number is not None:
                yield replace(BARE, headcount=500, bodies=everybody + 9, kinds_present=kinds)
    yield replace(BARE, headcount=500, bodies=46, kinds_present=(KindPresent(code, None),))
    yield replace(BARE, channel="ch.phone", headcount=9, kinds_present=(KindPresent(code, None),))


def test_every_kind_that_can_be_present_has_its_forms() -> None:
    rows = (RESOURCES / "bodies.tsv").read_text(encoding="utf-8").splitlines()
    codes = [row.split("\t")[0] for row in rows if not row.startswith("#")][1:]
    houses = [code for code in codes if code.endswith(".house")]
    assert [code for code in codes if code not in houses] == CODES
    assert {code.removesuffix(".house") for code in houses} <= set(filter(are_people, CODES))


def test_every_cut_form_is_reached() -> None:
    for number, points, promises in (
        (2, "ونقطتان أخريان", "والتزامان آخران"),
        (3, "و3 نقط أخرى", "و3 التزامات أخرى"),
        (11, "و11 نقطة أخرى", "و11 التزاما آخر"),
        (100, "و100 نقطة أخرى", "و100 التزام آخر"),
    ):
        assert points in prose(with_points(number + 1), Language.ARABIC, Cut(points=1))
        assert promises in prose(with_commitments(number + 1), Language.ARABIC, Cut(commitments=1))


@pytest.mark.parametrize("kind", ["mt.reception", "mt.listening", "mt.field"])
@pytest.mark.parametrize("headcount", [None, 1, 9])
def test_no_vowel_stands_after_a_word_that_elides(kind: str, headcount: int | None) -> None:
    for code in [code for prefix in ("as", "pr", "pt") for code in vocabulary.catalogue(prefix)]:
        kinds = (KindPresent("as.women", 1), KindPresent(code, 1))
        met = replace(BARE, kind=kind, headcount=headcount, bodies=3, kinds_present=kinds)
        for each in (met, replace(met, channel="ch.phone")):
            page = prose(each, Language.FRENCH)
            assert not re.search(r"\b(?:que|de|le|la|ne) (?!onz)[aàâeéèêiîoôuœ]", page), page
