"""How long a wrong passphrase makes the next attempt wait."""

_LONGEST = 30


class GrowingDelay:
    """1, 2, 4 … 30 seconds: a slip costs nothing, a guesser everything."""

    def __init__(self) -> None:
        self._failures = 0

    def fail(self) -> int:
        """Count a failure; return the seconds to wait."""
        self._failures += 1
        # The exponent stops growing too, or a night of guesses makes a huge number.
        return min(_LONGEST, 1 << min(self._failures - 1, 5))

    def succeed(self) -> None:
        self._failures = 0
