"""A passphrase is rated by the cost of guessing it."""

import pytest

from ui.vault.strength import Strength, strength_of


@pytest.mark.parametrize(
    ("passphrase", "strength"),
    [
        ("", Strength.TOO_SHORT),
        ("Abc123!?x", Strength.TOO_SHORT),
        ("aaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("1234567890", Strength.WEAK),
        ("password2026", Strength.FAIR),
        ("four words on some paper", Strength.STRONG),
        ("نخلة وسوق ومدرسة قرب البحر", Strength.STRONG),
    ],
)
def test_strength(passphrase: str, strength: Strength) -> None:
    assert strength_of(passphrase) is strength
