"""An expensive header is refused before the decryption library sees it."""

import random
import subprocess
from base64 import b64encode
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app.errors import BundleError
from outreach_app.exchange.format.age_header import MAGIC, check_header
from outreach_app.exchange.format.encryption import (
    decrypt,
    encrypt,
    generate_identity,
    recipient_of,
)

KEY = generate_identity()
RECIPIENT = recipient_of(KEY)
WORD = b64encode(bytes(32)).rstrip(b"=")
STANZA = b"-> X25519 " + WORD + b"\n" + WORD + b"\n"
CLOSED = b"--- " + WORD + b"\n"


def refusal(data: bytes) -> str:
    with pytest.raises(BundleError) as refused:
        decrypt(data, [KEY])
    return refused.value.code


@pytest.mark.parametrize("stanzas", [17, 1_000, 100_000])
def test_a_header_of_many_stanzas_is_not_opened(stanzas: int) -> None:
    assert refusal(MAGIC + STANZA * stanzas + CLOSED + bytes(64)) == "E_HEADER"


@pytest.mark.parametrize(
    "header",
    [
        MAGIC,
        MAGIC + CLOSED,
        MAGIC + STANZA,
        MAGIC + STANZA + CLOSED[:-1],
        MAGIC + b"-> scrypt " + WORD + b" 30\n" + WORD + b"\n" + CLOSED,
        MAGIC + b"-> ssh-rsa AAAA\n" + WORD + b"\n" + STANZA + CLOSED,
        MAGIC + b"-> X25519 " + WORD + b"\n" + (b"A" * 64 + b"\n") * 9 + b"\n" + CLOSED,
        MAGIC + b"-> X25519 " + b"A" * 9_000 + b"\n" + WORD + b"\n" + CLOSED,
        MAGIC + b"-> X25519 " + WORD + b"\n" + b"A" * 65 + b"\n" + CLOSED,
        MAGIC + b"-> a-grease\n\n" * 24 + STANZA + CLOSED,
    ],
)
def test_a_header_that_this_program_never_writes_is_not_opened(header: bytes) -> None:
    assert refusal(header + bytes(64)) == "E_HEADER"


@given(st.integers(1, 16), st.binary(max_size=300))
def test_own_files_to_any_number_of_stations_open(others: int, content: bytes) -> None:
    keys = [generate_identity() for _other in range(others - 1)]
    data = encrypt(content, [RECIPIENT, *map(recipient_of, keys)])
    assert decrypt(data, [KEY]) == content


def test_a_file_that_age_itself_wrote_opens(tmp_path: Path) -> None:
    path = tmp_path / "sent"
    others = [recipient_of(generate_identity()) for _other in range(15)]
    options = [word for recipient in (*others, RECIPIENT) for word in ("-r", recipient)]
    subprocess.run(["age", *options, "-o", str(path)], input=b"words", check=True)
    assert decrypt(path.read_bytes(), [KEY]) == b"words"


@given(st.binary(max_size=400))
def test_whatever_follows_the_first_line_the_answer_is_typed(data: bytes) -> None:
    with pytest.raises(BundleError):
        check_header(MAGIC + data)


PIECES = (
    STANZA, STANZA * 15, STANZA * 400, b"-> a-grease x y\n\n", b"-> a-grease\n" + b"A" * 64 + b"\n",
    b"-> scrypt AAAA 30\n" + WORD + b"\n", b"-> X25519\n\n", b"-> X25519 \xff\n\n", b"\n", b"-> \n",
    b"A" * 64 + b"\n", b"A" * 9_000, CLOSED, b"--- short\n", b"---\n", b"\r\n", b"\0" * 99, MAGIC,
)  # fmt: skip


def require_typed(count: int, seed: int) -> None:
    """Require that every forged header ends in a code, whether the library sees it or not."""
    seen: Counter[str] = Counter()
    for number in range(count):
        chance = random.Random(f"{seed} {number}")  # noqa: S311  repeatable
        header = b"".join(chance.choices(PIECES, k=chance.randint(0, 6)))
        if chance.random() < 0.5:
            header += STANZA + CLOSED
        seen[refusal(MAGIC + header + chance.randbytes(chance.randrange(200)))] += 1
    assert seen.keys() == {"E_HEADER", "E_NOT_FOR_US_OR_DAMAGED"}


def test_sixty_hostile_headers() -> None:
    require_typed(60, 1)


@pytest.mark.long
def test_twenty_thousand_hostile_headers() -> None:
    require_typed(20_000, 2)
