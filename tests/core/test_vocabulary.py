"""Checks of the catalogues, the phrase bank and the sample material, in each language."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec
import pytest
from babel.messages.pofile import read_po

from outreach_app.i18n import DOMAIN, TRANSLATIONS, Language
from outreach_app.rules.kinds import CommitmentOwner, PointKind
from outreach_app.samples.material import Precinct, Words, communication, matters, names, scenes
from outreach_app.vocabulary import RESOURCES, Entry, Phrase, catalogue, is_known, label, phrases

PREFIXES = ("tp", "as", "pr", "mt", "ch", "rf", "cst", "out", "pt", "st")
ARABIC = re.compile(r"[\u0600-\u06ff]")
LATIN = re.compile(r"[A-Za-zÀ-ÿ]")

# Words with another meaning in Moroccan administration, and why they are refused.
FALSE_FRIENDS_AR = {
    "legal complaint": r"شكاي[ةا]",
    "prosecution": r"متابع(?:ة|ات)",
    "court hearing": r"استماع",
    "cercle, an administrative unit": r"دائرة(?! (?:(?:ال)?أمنية|الشرطة))",
    "communal borough": r"(?<!مجلس ال)مقاطعة",
    "judicial record": r"محضر(?! اجتماع| الإتلاف)",
}
FALSE_FRIENDS_FR = {
    "legal complaint": r"\bplaintes?\b",
    "prosecution": r"\bpoursuites?\b",
    "communal borough": r"\barrondissements?\b(?! de police| \(communal\))",
}
# The header of a catalogue, and the entry of the rail, which is too narrow for the full term.
NOT_LOOKED_AT = ("", "Precincts")


class Text(NamedTuple):
    """One text of the data and its location."""

    where: str
    text: str


def bilingual(part: object) -> Iterator[Words]:
    """Yield every text of the sample material that is in both languages."""
    if isinstance(part, Words):
        yield part
    if isinstance(part, msgspec.Struct):
        part = [getattr(part, field) for field in part.__struct_fields__]
    if isinstance(part, list | tuple):
        for each in part:
            yield from bilingual(each)


@cache
def sample() -> tuple[Words, ...]:
    return tuple(bilingual([names(), *matters().values(), scenes(), communication()]))


def entries() -> list[Entry | Phrase]:
    return [entry for prefix in PREFIXES for entry in catalogue(prefix).values()] + [
        *phrases().values()
    ]


def texts(language: Language) -> list[Text]:
    """Yield every text of the data in one language, as in the files."""
    found = [Text(entry.code, getattr(entry, language.value)) for entry in entries()]
    found += [Text("sample", words.label(language)) for words in sample()]
    suffix = f"_{language.value}"
    fields = [name for name in Precinct.__struct_fields__ if name.endswith(suffix)]
    return found + [Text(name, getattr(p, name)) for p in names().precincts for name in fields]


def said(language: Language) -> list[Text]:
    """Return the texts of the window and the help, in one language."""
    file = TRANSLATIONS / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    with file.open("rb") as opened:
        messages = [(str(message.id), str(message.string)) for message in read_po(opened)]
    pages = sorted((RESOURCES / "help" / language).glob("*.md"))
    return [Text(where, text) for where, text in messages if where not in NOT_LOOKED_AT] + [
        Text(page.name, page.read_text(encoding="utf-8")) for page in pages
    ]


def test_no_code_is_written_twice() -> None:
    lines = [
        line.partition("\t")[0]
        for path in sorted((RESOURCES / "catalogues").glob("*.tsv"))
        for line in path.read_text(encoding="utf-8").splitlines()[1:]
    ]
    assert [code for code, times in Counter(lines).items() if times > 1] == []


def test_every_catalogue_file_is_well_formed() -> None:
    for path in (RESOURCES / "catalogues").glob("*.tsv"):
        lines = path.read_text(encoding="utf-8").splitlines()
        columns = lines[0].split("\t")
        assert columns[0] == "code", path.name
        for line in lines:
            assert len(line.split("\t")) == len(columns), line
            assert '"' not in line, line


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_code_of_a_list_starts_with_its_prefix(prefix: str) -> None:
    assert catalogue(prefix)
    assert all(code.startswith(f"{prefix}.") for code in catalogue(prefix))


def test_topics_have_two_levels_and_each_stands_under_its_axis() -> None:
    for code in catalogue("tp"):
        parts = code.split(".")
        assert len(parts) in (2, 3), code
        assert ".".join(parts[:2]) in catalogue("tp")


def test_a_label_is_given_in_the_language_asked_for() -> None:
    assert label("tp.6.1", Language.ARABIC) == "الإنارة العمومية"
    assert label("tp.6.1", Language.FRENCH) == "éclairage public"
    assert label("tp.6.99", Language.FRENCH) == "valeur inconnue (\u2066tp.6.99\u2069)"


def test_a_code_is_known_only_in_the_lists_named() -> None:
    assert is_known("as.women", "as", "pr")
    assert not is_known("as.women", "pr", "pt")
    assert not is_known("as.nobody", "as")
    assert not is_known("women", "as")


def test_phrase_bank_covers_every_topic_and_kind() -> None:
    bank = phrases().values()
    assert len(bank) >= 60
    assert {phrase.kind for phrase in bank} == set(PointKind)
    assert {phrase.topic for phrase in bank} == set(catalogue("tp"))


def test_phrase_code_tells_its_topic_and_counts_from_one() -> None:
    seen: Counter[str] = Counter()
    for phrase in phrases().values():
        seen[phrase.topic] += 1
        topic = phrase.topic.removeprefix("tp.")
        assert phrase.code == f"ph.{topic}.{seen[phrase.topic]}"


@pytest.mark.parametrize("language", Language)
def test_no_two_phrases_say_the_same(language: Language) -> None:
    said = Counter(phrase.label(language) for phrase in phrases().values())
    assert [words for words, times in said.items() if times > 1] == []


def test_phrases_read_well_in_a_table_cell() -> None:
    for phrase in phrases().values():
        assert phrase.fr[0].isupper(), phrase.code
        for words in (phrase.ar, phrase.fr):
            assert words[-1] not in ".!?؟،:;", phrase.code
            assert len(words) <= 110, phrase.code


def test_arabic_texts_are_in_arabic_script() -> None:
    for where, text in texts(Language.ARABIC):
        bare = re.sub(r"\{\w+\}|\bPDF\b", "", text)
        assert ARABIC.search(text), (where, text)
        assert not LATIN.search(bare), (where, text)


def test_french_texts_have_no_arabic_letter() -> None:
    for where, text in texts(Language.FRENCH):
        assert LATIN.search(text), (where, text)
        assert not ARABIC.search(text), (where, text)


@pytest.mark.parametrize("language", Language)
def test_texts_have_no_stray_space_or_typographic_apostrophe(language: Language) -> None:
    for where, text in texts(language):
        assert text == " ".join(text.split()), (where, text)
        assert not re.search("[\u2019\u2066-\u2069\u200e\u200f]", text), (where, text)


def test_a_person_reads_the_curved_apostrophe() -> None:
    assert label("ch.office", Language.FRENCH) == "au siège de l’arrondissement de police"


@pytest.mark.parametrize(
    ("language", "meaning"),
    [(Language.ARABIC, meaning) for meaning in FALSE_FRIENDS_AR]
    + [(Language.FRENCH, meaning) for meaning in FALSE_FRIENDS_FR],
)
def test_no_word_is_of_another_administration(language: Language, meaning: str) -> None:
    friends = FALSE_FRIENDS_AR if language is Language.ARABIC else FALSE_FRIENDS_FR
    found = [
        text
        for text in texts(language) + said(language)
        if re.search(friends[meaning], text.text, re.IGNORECASE)
    ]
    assert found == [], meaning


def test_sample_codes_are_known() -> None:
    for matter in matters().values():
        assert is_known(matter.topic, "tp"), matter
        assert matter.kind in set(PointKind), matter
        assert {kind.partition(".")[0] for kind in matter.by} <= {"as", "pr", "pt"}, matter
        if matter.phrase is not None:
            phrase = phrases()[matter.phrase]
            assert (phrase.topic, phrase.kind) == (matter.topic, matter.kind), matter
        for course in matter.courses:
            assert course.reaction is None or is_known(course.reaction, "out"), matter
            assert course.referral is None or is_known(course.referral.to, "rf"), matter
            to = course.commitment.to if course.commitment else None
            assert to is None or is_known(to, "rf"), matter
    for scene in scenes():
        assert is_known(scene.kind, "mt"), scene
        assert is_known(scene.channel, "ch"), scene
        assert set(scene.matters) <= matters().keys(), scene
        assert scene.points[0] <= len(scene.matters), scene


def test_sample_holds_every_kind_of_association_and_owner() -> None:
    assert {item.type for item in names().associations} == set(catalogue("as"))
    promises = [
        c.commitment for matter in matters().values() for c in matter.courses if c.commitment
    ]
    assert {promise.owner for promise in promises} == set(CommitmentOwner)
    assert {scene.kind for scene in scenes()} == set(catalogue("mt"))
    assert Counter(item.gender for item in names().given_names) == {"m": 30, "f": 30}


def test_sample_names_are_filled_alike_in_both_languages() -> None:
    names = {"{neighbourhood}", "{family_name}", "{event}"}
    days = {"{verified}", "{sunday}", "{tuesday}"}
    for item in sample():
        slots = re.findall(r"\{.*?\}", item.ar)
        assert slots == re.findall(r"\{.*?\}", item.fr), item
        words = {slot for slot in slots if not re.fullmatch(r"\{\d+-\d+\}", slot)}
        assert words <= names | days, item


def test_sample_precincts_differ_and_stand_in_a_region_of_the_places_list() -> None:
    places = (RESOURCES / "places.tsv").read_text(encoding="utf-8").splitlines()
    regions = {line.split("\t")[0] for line in places if line.split("\t")[1] == "region"}
    assert len(regions) == 12
    precincts = names().precincts
    assert {precinct.region for precinct in precincts} <= regions
    assert len({precinct.number for precinct in precincts}) == len(precincts)
