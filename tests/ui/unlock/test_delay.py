"""Guessing gets slow, and stays bearable for a person."""

from ui.unlock.delay import GrowingDelay


def test_the_wait_doubles_up_to_half_a_minute() -> None:
    delay = GrowingDelay()
    assert [delay.fail() for _attempt in range(7)] == [1, 2, 4, 8, 16, 30, 30]


def test_a_success_forgives() -> None:
    delay = GrowingDelay()
    delay.fail()
    delay.fail()
    delay.succeed()
    assert delay.fail() == 1
