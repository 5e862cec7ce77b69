"""Properties of few random cases in the normal run, of many in the long one."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy

FEW, MANY = 25, 10_000


def few_or_many(few: int = FEW, many: int = MANY) -> pytest.MarkDecorator:
    """Give a test the `number` of cases that a run has time for."""
    return pytest.mark.parametrize("number", [few, pytest.param(many, marks=pytest.mark.long)])


def on_random(
    *plans: SearchStrategy[Any], few: int = FEW
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make a test of a check on random plans: as many as a run has time for."""

    def decorate(check: Callable[..., None]) -> Callable[..., None]:
        @few_or_many(few)
        def test(number: int) -> None:
            check_random(number, check, *plans)

        test.__doc__ = check.__doc__
        return test

    return decorate


def check_random(number: int, check: Callable[..., None], *cases: SearchStrategy[Any]) -> None:
    """Make a check on a number of random cases."""
    # A plan is a large draw, which Hypothesis would report as slow.
    too_large = [HealthCheck.too_slow, HealthCheck.data_too_large]
    settings(max_examples=number, suppress_health_check=too_large)(given(*cases)(check))()
