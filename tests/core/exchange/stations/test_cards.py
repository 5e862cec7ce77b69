"""Cards round-trip, and a fingerprint identifies a card."""

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from outreach_app.errors import UnreadableFile, WriteFailed
from outreach_app.exchange.format.keys import StationKeys
from outreach_app.exchange.stations.cards import (
    SUFFIX,
    Card,
    card_fingerprint,
    check_fingerprint,
    read_card,
    write_card,
)
from outreach_app.rules.kinds import OfficeRole
from tests.core.exchange.bundles import DEVICE, HEADQUARTERS, OFFICE, OTHER_DEVICE, PRECINCT

CARD = Card(
    device=DEVICE,
    office=OFFICE,
    role=OfficeRole.PRECINCT,
    number="13",
    name_ar="النخيل",
    name_fr="Annakhil",
    city_ar="الدار البيضاء",
    city_fr="Casablanca",
    keys=PRECINCT.public,
)
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
change = msgspec.structs.replace


def codes(typed: str, card: Card = CARD) -> list[str]:
    return [problem.code for problem in check_fingerprint(card, typed)]


def test_a_card_is_read_as_it_was_written(tmp_path: Path) -> None:
    others = [StationKeys.generate().public.recipient for _ in range(2)]
    headquarters = change(
        CARD, role=OfficeRole.HEADQUARTERS, keys=HEADQUARTERS.public, number=None,
        recovery_recipient=others[0], next_recipient=others[1],
    )  # fmt: skip
    for card in (CARD, headquarters):
        path = tmp_path / f"card{SUFFIX}"
        write_card(card, path)
        assert read_card(path) == card
    assert [path.name for path in tmp_path.iterdir()] == [f"card{SUFFIX}"]


def test_a_card_holds_no_secret(tmp_path: Path) -> None:
    write_card(CARD, tmp_path / "card")
    text = (tmp_path / "card").read_text(encoding="utf-8")
    assert "SECRET" not in text
    assert "النخيل" in text


def test_a_card_goes_nowhere_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed, match="gone"):
        write_card(CARD, tmp_path / "gone" / "card")
    with pytest.raises(UnreadableFile, match="gone"):
        read_card(tmp_path / "gone")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _text: "",
        lambda text: text[:-10],
        lambda text: text.replace("outreach-card", "other"),
        lambda text: text.replace('"version": 1', '"version": 2'),
        lambda text: text.replace('"number"', '"numero"'),
        lambda text: text.replace("precinct", "ministry"),
        lambda text: text.replace(DEVICE, DEVICE + "\\n"),
        lambda text: text.replace(DEVICE, DEVICE.replace("-", "")),
        lambda text: text.replace("Annakhil", "Anna\u202ekhil"),
        lambda text: text.replace("Annakhil", "Anna\\u0007khil"),
        lambda text: text.replace("Annakhil", "A" * 501),
        lambda text: text.replace('"number": "13"', '"number": "-1"'),
        lambda text: text.replace('"number": "13"', '"number": "../../x"'),
        lambda text: text.replace(CARD.keys.recipient, "age1" + "q" * 58),
        lambda text: text + " " * (64 << 10),
        lambda _text: "[" * 50_000,
        lambda text: json.dumps([json.loads(text)]),
    ],
)
def test_what_is_not_a_card_is_refused(tmp_path: Path, spoil: Callable[[str], str]) -> None:
    path = tmp_path / "card"
    write_card(CARD, path)
    text = path.read_text(encoding="utf-8")
    spoiled = spoil(text)
    assert spoiled != text
    path.write_text(spoiled, encoding="utf-8")
    with pytest.raises(UnreadableFile, match="card"):
        read_card(path)


def test_a_file_that_is_not_text_is_no_card(tmp_path: Path) -> None:
    (tmp_path / "card").write_bytes(b'"\xff"')
    with pytest.raises(UnreadableFile):
        read_card(tmp_path / "card")


def test_a_fingerprint_is_six_groups_of_five_digits_and_a_check_group() -> None:
    groups = card_fingerprint(CARD).split(" ")
    assert [len(group) for group in groups] == [5] * 7
    assert "".join(groups).isdigit()
    assert card_fingerprint(change(CARD)) == card_fingerprint(CARD)


def test_a_fingerprint_is_understood_however_it_is_typed() -> None:
    right = card_fingerprint(CARD)
    for typed in (
        right,
        right.replace(" ", ""),
        right.replace(" ", "-"),
        f"  {right.replace(' ', ' – ')}\n",
        right.translate(ARABIC_DIGITS),
        f"\u2066{right}\u2069",
    ):
        assert codes(typed) == []


def test_a_digit_left_out_is_told() -> None:
    assert codes("") == ["incomplete"]
    assert codes(card_fingerprint(CARD)[:-1]) == ["incomplete"]
    assert codes(card_fingerprint(CARD) + "1") == ["incomplete"]


def test_any_wrong_digit_and_any_exchanged_digits_are_a_slip_and_not_another_card() -> None:
    digits = card_fingerprint(CARD).replace(" ", "")
    for place, digit in enumerate(digits):
        for other in "0123456789".replace(digit, ""):
            assert codes(digits[:place] + other + digits[place + 1 :]) == ["mistyped"]
        swapped = digits[:place] + digits[place : place + 2][::-1] + digits[place + 2 :]
        assert codes(swapped) == ([] if swapped == digits else ["mistyped"])


def test_any_change_of_a_card_shows_in_its_fingerprint() -> None:
    right = card_fingerprint(CARD)
    changed = [
        change(CARD, device=OTHER_DEVICE),
        change(CARD, office=OTHER_DEVICE),
        change(CARD, role=OfficeRole.HEADQUARTERS),
        change(CARD, number=None),
        change(CARD, name_ar="النخيل 2"),
        change(CARD, keys=change(CARD.keys, recipient=HEADQUARTERS.public.recipient)),
        change(CARD, keys=change(CARD.keys, signing_key=HEADQUARTERS.public.signing_key)),
        change(CARD, keys=change(CARD.keys, key_id=HEADQUARTERS.key_id)),
        change(CARD, recovery_recipient=HEADQUARTERS.public.recipient),
        change(CARD, next_recipient=HEADQUARTERS.public.recipient),
    ]
    assert len({card_fingerprint(card) for card in changed} | {right}) == len(changed) + 1
    assert all(codes(right, card) == ["another_card"] for card in changed)


@pytest.mark.parametrize("key", ["00" * 32, "01" + "00" * 30 + "80", "ec" + "ff" * 31])
def test_a_key_under_which_anybody_signs_is_on_no_card(tmp_path: Path, key: str) -> None:
    path = tmp_path / f"card{SUFFIX}"
    write_card(change(CARD, keys=change(CARD.keys, signing_key=bytes.fromhex(key))), path)
    with pytest.raises(UnreadableFile):
        read_card(path)


def test_a_card_of_a_later_version_is_not_called_damaged(tmp_path: Path) -> None:
    path = tmp_path / f"card{SUFFIX}"
    write_card(CARD, path)
    path.write_text(path.read_text(encoding="utf-8").replace('"version": 1', '"version": 99'))
    with pytest.raises(UnreadableFile, match="نسخة أحدث"):
        read_card(path)
