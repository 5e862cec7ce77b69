"""Properties of documents: of few random plans in the normal run, of many in the long one."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy

FEW, MANY = 60, 10_000


def on_random(
    *plans: SearchStrategy[Any], few: int = FEW
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make a test of a check on random plans: as many as a run has time for."""

    def decorate(check: Callable[..., None]) -> Callable[..., None]:
        @pytest.mark.parametrize("number", [few, pytest.param(MANY, marks=pytest.mark.long)])
        def test(number: int) -> None:
            # A plan is a large draw, which Hypothesis would report as slow.
            too_large = [HealthCheck.too_slow, HealthCheck.data_too_large]
            settings(max_examples=number, suppress_health_check=too_large)(given(*plans)(check))()

        test.__doc__ = check.__doc__
        return test

    return decorate
