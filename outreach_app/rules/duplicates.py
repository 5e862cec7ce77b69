"""Possible duplicates: the same phone, or the same name in any spelling or script."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from outreach_app.rules.folding import bare, bare_words, fold_words
from outreach_app.rules.phonetics import name_key


class Likeness(StrEnum):
    """Why two records may be the same; SOUND means the same name in another spelling."""

    PHONE = "phone"
    NAME = "name"
    SOUND = "sound"


@dataclass(frozen=True, slots=True)
class Candidate:
    """The compared data of a record.

    Only records of one `group` are compared: people of a partner.
    """

    uid: UUID
    names: tuple[str, ...]
    phone: str | None
    group: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """A possible duplicate; the record that was registered first comes first."""

    first: UUID
    second: UUID
    reasons: tuple[Likeness, ...]

    @property
    def rank(self) -> int:
        """The rank of the pair, 0 for the strongest, a phone before a name."""
        return _RANKS[self.reasons]


_RANKS = {
    reasons: rank
    for rank, reasons in enumerate(
        (
            (Likeness.PHONE, Likeness.NAME),
            (Likeness.PHONE, Likeness.SOUND),
            (Likeness.PHONE,),
            (Likeness.NAME,),
            (Likeness.SOUND,),
        )
    )
}
# Types of organisations and titles before names are no part of a name: «جمعية النخيل» is
# "Association Annakhil", and "Dr Alaoui" is "Alaoui".
_BODIES = {
    word: kind
    for kind, words in (
        ("association", "جمعية association associations asso"),
        ("amicale", "ودادية amicale widadia ouadadia"),
        ("cooperative", "تعاونية cooperative"),
        ("foundation", "مؤسسة fondation"),
        ("union", "نقابة syndicat"),
        ("federation", "فدرالية فيدرالية federation"),
        ("network", "شبكة reseau"),
        ("club", "نادي club"),
        ("pharmacy", "صيدلية pharmacie"),
        ("office", "مكتب cabinet bureau"),
        ("school", "مدرسة ecole"),
        ("company", "شركة societe ste"),
        ("clinic", "عيادة مصحة clinique"),
        ("cafe", "مقهى cafe"),
    )
    for word in words.split()
}
_BESIDE_NAMES = frozenset(
    word
    for words in (
        "د دكتور دكتورة ذ استاذ استاذة سيد سيدة حاج حاجة",
        "dr docteur me maitre pr professeur m mr mme mlle monsieur madame haj hajj lhaj hajja",
        "de du des la le les et pour",
    )
    for word in words.split()
)
# Organisations have an article in their name more often than people: Annakhil is Ennakhil, النخيل.
_JOINED_ARTICLE = re.compile(r"^a(?=([nstdzr])\1|chch|shsh)")
_Key = tuple[str, ...]


def find_pairs(
    candidates: Sequence[Candidate], told_apart: Collection[frozenset[UUID]]
) -> list[Pair]:
    """Return the pairs that nobody distinguished, strongest first; `candidates` as registered.

    Each record is paired with the last one before it under the same key, so that the work grows
    with the records and not with their square. Of three that are the same, two pairs are enough:
    once the first is merged or distinguished, the rest is found again.
    """
    keys = {candidate.uid: _keys(candidate) for candidate in candidates}
    blocks: defaultdict[tuple[int, _Key], list[UUID]] = defaultdict(list)
    found: dict[tuple[UUID, UUID], None] = {}
    for candidate in candidates:
        for key in keys[candidate.uid]:
            block = blocks[candidate.group, key]
            before = (uid for uid in reversed(block) if {uid, candidate.uid} not in told_apart)
            if (last := next(before, None)) is not None:
                found[last, candidate.uid] = None
            block.append(candidate.uid)
    pairs = [Pair(*pair, _reasons(*(keys[uid] for uid in pair))) for pair in found]
    return sorted(pairs, key=lambda pair: pair.rank)


def _reasons(first: Collection[_Key], second: Collection[_Key]) -> tuple[Likeness, ...]:
    shared = {key[0] for key in set(first) & set(second)}
    reasons = [kind for kind in Likeness if kind in shared]
    if Likeness.NAME in reasons and Likeness.SOUND in reasons:
        reasons.remove(Likeness.SOUND)
    return tuple(reasons)


def _keys(candidate: Candidate) -> dict[_Key, None]:
    keys: dict[_Key, None] = {}
    if candidate.phone:
        keys[Likeness.PHONE, candidate.phone] = None
    for name in candidate.names:
        if folded := fold_words(name):
            keys[Likeness.NAME, folded] = None
        for key in _sounds(name):
            keys[Likeness.SOUND, *key] = None
    return keys


def _sounds(name: str) -> Iterator[_Key]:
    """Yield the sound of a name, words sorted, with its organisation's type; not for bare types."""
    words = [(word, {word, bare(word)}) for word in bare_words(name)]
    kinds = sorted(_BODIES[form] for _word, forms in words for form in forms & _BODIES.keys())
    rest = [word for word, forms in words if not forms & (_BODIES.keys() | _BESIDE_NAMES)]
    spellings = [rest, [_JOINED_ARTICLE.sub("e", word) for word in rest]] if kinds else [rest]
    for key in (name_key(" ".join(spelling)) for spelling in spellings):
        if key:
            yield (*kinds, *sorted(key.split()))
