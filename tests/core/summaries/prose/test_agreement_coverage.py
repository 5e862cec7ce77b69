"""Every form of every noun, in every case a sentence gives it, is reached by the sentences."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from outreach_app.i18n import Language
from outreach_app.summaries.prose import nouns
from outreach_app.summaries.prose.counts import Case, Noun, count
from outreach_app.summaries.session.plan import KindPresent, SessionPlan
from outreach_app.summaries.session.prose import Cut, realise
from tests.core.summaries.closed_world import all_text, prose
from tests.core.summaries.plans import BARE, arabic, commitment, point

# One number for each of the six forms.
FORMS = (0, 1, 2, 3, 11, 100)
Build = Callable[[int], SessionPlan]


def with_points(number: int) -> SessionPlan:
    points = tuple(point(position, "tp.6", None) for position in range(1, number + 1))
    return replace(BARE, points=points)


def with_commitments(number: int) -> SessionPlan:
    promises = tuple(commitment(position, arabic("وعد")) for position in range(1, number + 1))
    return replace(BARE, commitments=promises)


def with_kind(code: str, headcount: int | None) -> Build:
    def build(number: int) -> SessionPlan:
        kinds = (KindPresent(code, number),)
        return replace(BARE, headcount=headcount, kinds_present=kinds)

    return build


def only(code: str) -> Build:
    def build(number: int) -> SessionPlan:
        return replace(BARE, headcount=number, kinds_present=(KindPresent(code, number),))

    return build


def slots() -> Iterator[tuple[Noun, Case, Build, tuple[int, ...]]]:
    """Each noun with a case its sentence gives it, and the numbers that can stand there."""
    yield nouns.PARTICIPANT, Case.NOMINATIVE, lambda n: replace(BARE, headcount=n), FORMS
    yield nouns.WOMAN, Case.NOMINATIVE, lambda n: replace(BARE, headcount=200, women=n), FORMS[1:]
    yield nouns.BODY, Case.ACCUSATIVE, lambda n: replace(BARE, headcount=9, bodies=n), FORMS[1:]
    yield nouns.BODY, Case.GENITIVE, lambda n: replace(BARE, bodies=n), FORMS[1:]
    yield nouns.POINT, Case.ACCUSATIVE, with_points, FORMS
    yield nouns.COMMITMENT, Case.NOMINATIVE, lambda n: replace(BARE, earlier_done=n), FORMS[1:]
    yield nouns.COMMITMENT, Case.NOMINATIVE, lambda n: replace(BARE, earlier_open=n), FORMS[1:]
    yield nouns.COMMITMENT, Case.GENITIVE, with_commitments, FORMS
    for code, noun in nouns.KINDS.items():
        yield noun, Case.ACCUSATIVE, with_kind(code, 300), FORMS[1:]
        if noun.human:
            yield noun, Case.NOMINATIVE, only(code), FORMS[1:]
        else:
            yield noun, Case.GENITIVE, with_kind(code, None), FORMS[1:]


@pytest.mark.parametrize("slot", list(slots()), ids=lambda slot: f"{slot[0].one}-{slot[1]}")
def test_every_form_is_reached(slot: tuple[Noun, Case, Build, tuple[int, ...]]) -> None:
    noun, case, build, numbers = slot
    reached = set()
    for number in numbers:
        form = count(noun, number, case, Language.ARABIC)
        assert form in all_text(realise(build(number), Language.ARABIC))
        reached.add(form)
    assert len(reached) == len(numbers)


def test_every_cut_form_is_reached() -> None:
    for number, points, promises in (
        (2, "ونقطتان أخريان", "والتزامان آخران"),
        (3, "و3 نقط أخرى", "و3 التزامات أخرى"),
        (11, "و11 نقطة أخرى", "و11 التزاما آخر"),
        (100, "و100 نقطة أخرى", "و100 التزام آخر"),
    ):
        assert points in prose(with_points(number + 1), Language.ARABIC, Cut(points=1))
        assert promises in prose(with_commitments(number + 1), Language.ARABIC, Cut(commitments=1))
