"""Who a meeting reached or was meant to reach, apart from those who took part."""

from dataclasses import dataclass

from outreach_app.rules.names import Bilingual


@dataclass(frozen=True, slots=True)
class ReachedFacts:
    """The audience of an awareness action: people, pupils among them, schools and partners.

    A count that nobody took is None.
    """

    beneficiaries: int | None
    pupils: int | None
    establishments: int | None
    associations: int | None


@dataclass(frozen=True, slots=True)
class AbsentFacts:
    """The partners that were invited and did not take part.

    `names` are those of organisations and practices, `kinds` (`pr.*`…) those of practices named
    after a person, and of all where the office leaves names out.
    """

    names: tuple[Bilingual, ...]
    kinds: tuple[str, ...]

    @property
    def number(self) -> int:
        """The number of partners."""
        return len(self.names) + len(self.kinds)
