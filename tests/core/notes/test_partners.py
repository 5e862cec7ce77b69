"""A note identifies a partner by enough of its name, and no other of its kind."""

from uuid import UUID

import pytest

from outreach_app.notes.text import Span, folded
from tests.core.notes import samples


@pytest.mark.parametrize(
    ("said", "partners"),
    [
        ("مع جمعية النخيل", {samples.PALM}), ("asso. Annakhil", {samples.PALM}),
        ("avec l'Amicale Al Hanâa et les artisans", {samples.PEACE}),
        ("رئيس جمعية آباء ثانوية ابن البيطار", {samples.PARENTS}),
        ("شارع النخيل", set()), ("جمعية أخرى للتنمية", set()), ("une coopérative", set()),
        ("coopérative des artisans", {samples.CRAFT}),
    ],
)  # fmt: skip
def test_partners(said: str, partners: set[UUID]) -> None:
    found = samples.PARTNERS.find(folded(said), Span(0, len(said)))
    assert {named.uid for named in found} == partners
