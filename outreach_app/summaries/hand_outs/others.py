"""That other partners promised several things about a point, and how many of them ended how."""

from collections.abc import Sequence

from outreach_app.i18n import Language
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.hand_outs.plan import PromiseFacts, SeveralFacts
from outreach_app.summaries.prose.arabic import joined_to
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.counts import Case, count, takes_feminine_verb
from outreach_app.summaries.prose.letters import in_letters, spelled
from outreach_app.summaries.prose.nouns import COMMITMENT

AR, FR = Language.ARABIC, Language.FRENCH
# What leads to the number of those that ended in each way, and of one and of several what follows.
_ARABIC = {"kept": "تم الوفاء ", "blocked": "تعذر تنفيذ ", "dropped": "تم التخلي عن "}
_FRENCH = {
    "kept": ("tenu", "tenus"),
    "blocked": ("non réalisable", "non réalisables"),
    "dropped": ("abandonné", "abandonnés"),
}


def several_of(promises: Sequence[PromiseFacts]) -> SeveralFacts | None:
    """Count promises by how they ended; None of a single one. How far one is, is its own."""
    if len(promises) < 2:
        return None
    found = [promise.status for promise in promises]
    return SeveralFacts(
        total=len(promises),
        kept=found.count(CommitmentStatus.DONE) or None,
        blocked=found.count(CommitmentStatus.BLOCKED) or None,
        dropped=found.count(CommitmentStatus.DROPPED) or None,
    )


def several_by_others(several: SeveralFacts, path: str, language: Language) -> Text:
    """Return « Deux engagements ont été pris du côté des partenaires à ce sujet : un tenu… »."""
    ended = [(name, number) for name in _FRENCH if (number := getattr(several, name)) is not None]
    if language is FR:
        made = spelled(COMMITMENT, several.total, Case.NOMINATIVE, FR)
        said = Span(made[:1].upper() + made[1:], f"{path}.total")
        ends = [
            text(
                Span(
                    f"{in_letters(number, FR, feminine=False)} {_FRENCH[name][number > 1]}",
                    f"{path}.{name}",
                )
            )
            for name, number in ended
        ]
        told = text("\u00a0: ", listed(ends, FR)) if ends else ()
        return text(said, " ont été pris du côté des partenaires à ce sujet", told)
    is_feminine = takes_feminine_verb(COMMITMENT, several.total)
    said = Span(count(COMMITMENT, several.total, Case.NOMINATIVE, AR), f"{path}.total")
    ends = [text(_ARABIC[name], _arabic(name, number, path)) for name, number in ended]
    told = text(": ", joined(ends, "، و")) if ends else ()
    verb = "اتُّخذت" if is_feminine else "اتُّخذ"
    return text(verb, " من جانب الشركاء ", said, " بشأن هذه النقطة", told)


def _arabic(name: str, number: int, path: str) -> Text:
    said = text(Span(count(COMMITMENT, number, Case.GENITIVE, AR), f"{path}.{name}"))
    return joined_to("ب", said) if name == "kept" else said
