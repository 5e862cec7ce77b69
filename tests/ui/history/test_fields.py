"""Every column in a history has a name, a noun, and readable values."""

from datetime import UTC, date, datetime, time

import pytest

from outreach_app.field_words import FIELD_WORDS
from outreach_app.i18n import Language
from outreach_app.models import JOURNALED, Record
from outreach_app.models.base import Group, Value
from ui import languages
from ui.history.fields import SILENT, value_words
from ui.history.history_list import noun_words

# The entities with a history, and their parts.
HEADS = {"partner", "person", "identity", "meeting", "rumour", "publication"}
PARTS = {
    "attendance",
    "point",
    "commitment",
    "referral",
    "finding",
    "reading",
    "review",
    "clarification",
    "proposal",
}
TOLD = HEADS | PARTS


@pytest.mark.parametrize("model", [model for model in JOURNALED if model.contract.entity in TOLD])
def test_every_column_has_words_or_is_left_out_on_purpose(model: type[Record]) -> None:
    columns = {
        column
        for field in model.contract.fields
        if isinstance(field, Value | Group)
        for column in field.columns
    }
    assert columns <= FIELD_WORDS.keys() | SILENT


@pytest.mark.parametrize("entity", sorted(PARTS))
def test_every_part_has_a_name_beside_the_whole(entity: str) -> None:
    languages.switch(Language.FRENCH)
    assert noun_words(entity)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("category", "pt.association", "Acteurs associatifs"),
        ("status", "postponed", "Reportée"),
        ("status", "cst.done", "Réalisé"),
        ("kind", "concern", "Préoccupation"),
        ("kinds_present", ("pt.media", "pt.company"), "Médias locaux · Entreprises"),
        ("owner", "office", "L’arrondissement de police"),
        ("language", "ar", "Arabe"),
        ("assessment_language", "fr", "Français"),
        ("is_receipt_final", False, "Récépissé provisoire"),
        ("is_present", True, "Participant"),
        ("is_active", False, "Inactif"),
        ("headcount", 14, "\u206614\u2069"),
        ("phone", "+212612345678", "\u2066+212 6 12 34 56 78\u2069"),
        ("phone", None, ""),
        (
            "others",
            "+212661020304\nle matin",
            "\u2066+212 6 61 02 03 04\u2069\n\u2066le matin\u2069",
        ),
        ("receipt_on", date(2019, 5, 6), "\u206606/05/2019\u2069"),
        ("starts_at", time(9, 30), "\u206609:30\u2069"),
        ("place", "حي السلام", "حي السلام"),
        (
            "closed_on",
            datetime(2026, 6, 24, 9, 30, tzinfo=UTC),
            "\u206624/06/2026\u2069 \u206610:30\u2069",
        ),
    ],
)
def test_values_are_told_as_the_screen_tells_them(field: str, value: object, words: str) -> None:
    languages.switch(Language.FRENCH)
    assert value_words(field, value) == words
