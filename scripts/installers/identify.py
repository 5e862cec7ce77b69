"""Derive the MSI codes from its content, so that the same files make the same MSI.

identify.py FOLDER SETUP.wxs FILES.wxs numbers the folders of FILES.wxs, whose ids wixl-heat
makes at random, and prints the codes of the product and the package. Windows treats two files
with the same code as equal, so any difference must change them.
"""

import re
import sys
from hashlib import sha256
from itertools import count
from pathlib import Path
from uuid import UUID, uuid5

NAMESPACE = UUID("6d1a5f4e-2c1b-4c0e-9b7d-3a6f0f7c9e21")  # the UpgradeCode of setup.wxs
DRAWN_BY_LOT = re.compile(r"\bdir[0-9A-F]{32}\b")


def numbered(listing: str) -> str:
    """Return the listing with its folders numbered in order of appearance."""
    names: dict[str, str] = {}
    numbers = count(1)
    for found in DRAWN_BY_LOT.findall(listing):
        if found not in names:
            names[found] = f"dir{next(numbers)}"
    return DRAWN_BY_LOT.sub(lambda found: names[found[0]], listing)


def digest_of(folder: Path, setup: Path) -> str:
    """Return the SHA-256 of all names and contents in a folder and of the MSI description."""
    digest = sha256(setup.read_bytes())
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def main() -> None:
    """Rewrite the listing and print both codes."""
    folder, setup, files = map(Path, sys.argv[1:])
    files.write_text(numbered(files.read_text(encoding="utf-8")), encoding="utf-8")
    digest = digest_of(folder, setup)
    for what in ("product", "package"):
        print(str(uuid5(NAMESPACE, f"{what} {digest}")).upper())


if __name__ == "__main__":
    main()
