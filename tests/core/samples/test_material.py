"""What the texts of the samples must not contain, as partners get documents with them."""

import re
from itertools import permutations

from outreach_app.samples.material import Words, matters

# The hour, the route or the rhythm of patrols, how many guard a place, whom an inquiry has found.
_OPERATIONAL = re.compile(
    r"كل (?:ليلة|مساء|يوم دراسة)|مسار الدوريات|خُصص شرطيان|تخصيص شرطيين|توقيف|\bحجز\b|المراقبة مساء"
    r"|chaque (?:nuit|soir|jour de classe)|parcours des patrouilles|contrôles du \w+ soir"
    r"|[Aa]ffecter? deux fonctionnaires|interpell|saisi[rt]?e?s?\b"
)


def _promised() -> list[tuple[str, str, str]]:
    """Return every matter with its commitment, in Arabic and in French."""
    return [
        (name, course.commitment.ar, course.commitment.fr)
        for name, matter in matters().items()
        for course in matter.courses
        if course.commitment is not None
    ]


def test_no_promise_contains_another() -> None:
    for (name, arabic, french), (other, more, plus) in permutations(_promised(), 2):
        # The same action would be counted twice.
        assert name == other or arabic not in more, (name, other)
        assert name == other or french not in plus, (name, other)


def test_partners_are_given_no_operational_detail() -> None:
    for matter in matters().values():
        for course in matter.courses:
            texts: list[Words | None] = [course.reply]
            if course.commitment is not None:
                texts += [course.commitment, course.commitment.done]
            if course.referral is not None:
                texts.append(course.referral.answer)
            for words in filter(None, texts):
                assert not _OPERATIONAL.search(f"{words.ar}\n{words.fr}"), words
