"""Invented partners of an office and their representatives."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from random import Random
from uuid import UUID

from outreach_app.i18n import Language
from outreach_app.rules.kinds import PartnerCategory
from outreach_app.samples.material import Body, Words, names
from outreach_app.services.partners import PartnerDraft
from outreach_app.services.people import PersonDraft
from outreach_app.summaries.prose.bodies import name_of_one
from outreach_app.vocabulary import entry

# The word in a scene for a public service that may be asked to act; others are of the
# neighbourhood.
AUTHORITY = "authority"
_Capacity = tuple[Words, Words]
# Associations that every office meets: they raise most points.
_ALWAYS = ("as.residents", "as.parents", "as.merchants")
# Each capacity of a man and of a woman.
_OF_BOARDS = (
    (Words("الرئيس", "Président"), Words("الرئيسة", "Présidente")),
    (Words("الكاتب العام", "Secrétaire général"), Words("الكاتبة العامة", "Secrétaire générale")),
    (Words("أمين المال", "Trésorier"), Words("أمينة المال", "Trésorière")),
)
# The representatives of an organisation without a board; for a practice, its professional.
_CAPACITIES = {
    "pt.commerce": (
        (Words("صاحب المحل", "Propriétaire"), Words("صاحبة المحل", "Propriétaire")),
        (Words("مسير المحل", "Gérant"), Words("مسيرة المحل", "Gérante")),
    ),
    "pt.company": (
        (
            Words("المدير العام", "Directeur général"),
            Words("المديرة العامة", "Directrice générale"),
        ),
    ),
    "pt.media": (
        (Words("رئيس التحرير", "Rédacteur en chef"), Words("رئيسة التحرير", "Rédactrice en chef")),
    ),
    "pt.institution": (
        (Words("رئيس المصلحة", "Chef de service"), Words("رئيسة المصلحة", "Cheffe de service")),
    ),
    "rf.annexe": (
        (Words("قائد الملحقة الإدارية", "Caïd"), Words("قائدة الملحقة الإدارية", "Caïda")),
    ),
}
_HOW = {
    Language.ARABIC: "بالإشعار الموجه إلى الهيئة التي يمثلها",
    Language.FRENCH: "par la notice adressée à l’organisme représenté",
}


@dataclass(frozen=True, slots=True)
class SamplePartner:
    """A partner draft, its neighbourhood, and the authority (`rf.*`) it represents."""

    draft: PartnerDraft
    neighbourhood: Words
    authority: str | None

    @property
    def is_practice(self) -> bool:
        """Whether it is a professional in person, not an organisation."""
        return self.draft.category in ("pt.liberal", "pt.commerce")

    def is_of(self, kinds: Iterable[str]) -> bool:
        """Return whether it is of a kind: a prefix of its type, or `AUTHORITY`."""
        if self.authority is not None:
            return AUTHORITY in kinds
        type_ = self.draft.type or self.draft.category
        return any(type_.startswith(kind) for kind in kinds)


class PartnerWriter:
    """Invents the partners of one office, all in one neighbourhood, « le quartier »."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._neighbourhood = random.choice(names().neighbourhoods)
        self._taken: dict[UUID, list[_Capacity]] = {}

    def partners(self) -> list[SamplePartner]:
        """Return fifteen partners: associations, practices, an authority and a few others."""
        rows = [
            *self._associations(8),
            *self._random.sample(names().practices, 4),
            *self._random.sample(names().other_partners, 2),
            self._random.choice(names().authorities),
        ]
        return [self._partner(row) for row in rows]

    def person(self, partner: UUID, sample: SamplePartner, informed_on: date | None) -> PersonDraft:
        """Return a representative: informed that a card is kept, or still to be informed."""
        given = self._random.choice(names().given_names)
        family = self._random.choice(names().family_names)
        capacity = self._capacity(partner, sample)[given.gender == "f"]
        language = self._random.choice(list(Language))
        return PersonDraft(
            partner=partner,
            name_ar=f"{given.ar} {family.ar}",
            name_fr=f"{given.fr} {family.fr}",
            capacity_ar=capacity.ar,
            capacity_fr=capacity.fr,
            language=language.value,
            phone=self._phone(),
            informed_on=informed_on,
            informed_how=_HOW[language] if informed_on else None,
        )

    def _capacity(self, partner: UUID, sample: SamplePartner) -> _Capacity:
        """Return a capacity that nobody of the partner has yet, if possible."""
        taken = self._taken.setdefault(partner, [])
        every = _capacities_of(sample)
        fitting = [each for each in every if each not in taken] or every
        # One draw for all, so that a partner's kind does not change what is drawn next.
        taken.append(fitting[self._random.randrange(len(_OF_BOARDS)) % len(fitting)])
        return taken[-1]

    def _associations(self, number: int) -> list[Body]:
        """Return associations, each of another type."""
        by_type: dict[str, list[Body]] = {}
        for row in names().associations:
            by_type.setdefault(row.type, []).append(row)
        others = [type_ for type_ in by_type if type_ not in _ALWAYS]
        types = [*_ALWAYS, *self._random.sample(others, number - len(_ALWAYS))]
        return [self._random.choice(by_type[type_]) for type_ in types]

    def _partner(self, row: Body) -> SamplePartner:
        neighbourhood = self._neighbourhood
        family_name = self._random.choice(names().family_names)
        name = row.filled(neighbourhood=neighbourhood, family_name=family_name)
        category = _category(row.type)
        is_person_s = "{family_name}" in row.fr
        draft = PartnerDraft(
            name_ar=name.ar,
            name_fr=name.fr,
            category=category,
            type=None if row.type == category else row.type,
            phone=self._phone(),
            # Documents identify such a practice only by its kind and place.
            place=_place(neighbourhood) if is_person_s else None,
            is_named_after_person=is_person_s,
        )
        return SamplePartner(draft, neighbourhood, row.to)

    def _phone(self) -> str:
        return f"0661{self._random.randint(100_000, 999_999)}"


def _place(neighbourhood: Words) -> str:
    return f"حي {neighbourhood.ar} / quartier {neighbourhood.fr}"


def _category(type_: str) -> str:
    prefix = type_.partition(".")[0]
    return {"as": "pt.association", "pr": "pt.liberal"}.get(prefix, type_)


def _capacities_of(sample: SamplePartner) -> tuple[_Capacity, ...]:
    draft = sample.draft
    if draft.category == PartnerCategory.ASSOCIATION:
        return _OF_BOARDS
    if draft.category == PartnerCategory.LIBERAL:
        return (_profession(draft.type or draft.category),)
    return _CAPACITIES.get(sample.authority or "") or _CAPACITIES[draft.category]


def _profession(code: str) -> _Capacity:
    """Return what a man and a woman of a profession are called."""
    name = entry(code)
    arabic, french = (name_of_one(code, language, women=True) for language in Language)
    if code == "pr.adoul":
        arabic = name.ar
    of_woman = french.removeprefix("femme ")
    return Words(name.ar, _capital(name.fr)), Words(arabic, _capital(of_woman))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
