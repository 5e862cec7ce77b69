"""An erased name is in no page of any file: store, write-ahead log, later backups."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from outreach_app import clock, startup
from outreach_app.paths import STORE_FILE
from outreach_app.search import upkeep
from outreach_app.services.drafts import save_draft
from outreach_app.services.erasure import erase_identity
from tests import makers

NAME, PHONE = "Zephyrin Plantedname", "+212619283746"
# The layout of an SQLCipher page: ciphertext, vector, code; the first begins with a salt.
PAGE, VECTOR, CODE, SALT = 4096, 16, 64, 16
HEADER_OF_LOG, HEADER_OF_FRAME = 32, 24


def test_an_erased_name_is_in_no_page_of_the_store_its_log_or_a_later_backup(
    store: Path, tmp_path: Path
) -> None:
    before, after = tmp_path / "before.backup", tmp_path / "after.backup"
    with startup.opened(store, makers.PASSPHRASE) as office:
        database, key = office.database, office.database.key
        partner = makers.write_partner(database)
        person = makers.write_person(database, partner, name_fr=NAME, name_ar=None, phone=PHONE)
        with database.write() as session:
            save_draft(session, "person", makers.person_draft(partner, name_fr=NAME), clock.now())
        office.back_up_to(before)
        assert told(in_log(store), key) == {"plantedname", PHONE}
        assert told(in_backup(before), key) == {"plantedname", PHONE}
        with database.write() as session:
            erase_identity(session, person)
        upkeep.purge(database)
        office.back_up_to(after)
        assert not told(in_store(store), key)
        assert not told(in_log(store), key)
        assert not told(in_backup(after), key)
    assert not told(in_store(store), key)


def told(pages: Iterator[bytes], key: bytes) -> set[str]:
    """Return the planted words in these pages, including free ones."""
    found = set[str]()
    for page in pages:
        vector = page[PAGE - CODE - VECTOR : PAGE - CODE]
        for begin in (0, SALT):  # the first page of a store begins with what is no text
            sealed = page[begin : PAGE - CODE - VECTOR]
            opened = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor().update(sealed)
            found |= {word for word in ("plantedname", PHONE) if word.encode() in opened.lower()}
    return found


def in_store(folder: Path) -> Iterator[bytes]:
    yield from in_pages((folder / STORE_FILE).read_bytes())


def in_log(folder: Path) -> Iterator[bytes]:
    """Yield the pages of each frame of the write-ahead log, including checkpointed ones."""
    content = (folder / f"{STORE_FILE}-wal").read_bytes()[HEADER_OF_LOG:]
    frame = HEADER_OF_FRAME + PAGE
    for begin in range(0, len(content) - frame + 1, frame):
        yield content[begin + HEADER_OF_FRAME : begin + frame]


def in_backup(file: Path) -> Iterator[bytes]:
    with zipfile.ZipFile(file) as archive:
        yield from in_pages(archive.read(STORE_FILE))


def in_pages(content: bytes) -> Iterator[bytes]:
    assert len(content) % PAGE == 0
    for begin in range(0, len(content), PAGE):
        yield content[begin : begin + PAGE]
