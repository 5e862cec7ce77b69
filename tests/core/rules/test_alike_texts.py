"""The search for similar texts finds the same as comparing all pairs."""

from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st

from outreach_app.rules.alike_texts import AlikeTexts
from outreach_app.rules.rumours import MIN_ALIKE, likeness

TEXTS = st.lists(st.frozensets(st.sampled_from("abcdef"), max_size=6), max_size=12)


@example([frozenset("abcde"), frozenset("de")], {"d": 9, "e": 9})
@given(TEXTS, st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 9)))
def test_the_most_alike_is_found_whatever_is_frequent(
    texts: list[frozenset[str]], frequency: dict[str, int]
) -> None:
    known = AlikeTexts[int](Counter(frequency))
    for place, text in enumerate(texts):
        ranked = [likeness(text, other) for other in texts[:place]]
        best = max(ranked, default=0.0)
        assert known.find(text) == (ranked.index(best) if best >= MIN_ALIKE else None)
        known.add(text, place)
