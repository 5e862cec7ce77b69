"""The libraries that come with the program, and their licences."""

import platform
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

_ROOT = Path(__file__).parent.parent
_LICENCES = ("licen", "copying", "notice")
_CLASSIFIER = "License :: OSI Approved :: "


@dataclass(frozen=True, slots=True)
class Part:
    """A library: the name of its licence, and the texts that come with it."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]


def list_parts() -> list[Part]:
    """Return Python and every installed library, by name."""
    python = Part("Python", platform.python_version(), "PSF-2.0", ())
    found = {part.name.lower(): part for part in map(_part, distributions())}
    return [python, *(found[name] for name in sorted(found))]


def licences() -> str:
    """Return the licences of the program and its parts: first their names, then their texts."""
    parts = list_parts()
    words = [f"{part.name} {part.version}: {part.licence}" for part in parts]
    texts = [f"{part.name}\n\n{text.strip()}" for part in parts for text in part.texts]
    own = _ROOT / "LICENSE"  # not beside an installed wheel, which has it among its texts
    if own.exists():
        texts.insert(0, f"Outreach\n\n{own.read_text(encoding='utf-8').strip()}")
    return "\n\n\n".join(["\n".join(words), *texts])


def _part(found: Distribution) -> Part:
    classified = [
        line.removeprefix(_CLASSIFIER)
        for line in _metadata(found, "Classifier")
        if line.startswith(_CLASSIFIER)
    ]
    names = (
        *_metadata(found, "License-Expression"),
        " / ".join(classified),
        *_metadata(found, "License"),
    )
    licence = next(filter(None, names), "?").splitlines()[0]
    return Part(found.name, found.version, licence, tuple(_texts(found)))


def _metadata(found: Distribution, key: str) -> list[str]:
    return found.metadata.get_all(key) or []


def _texts(found: Distribution) -> Iterator[str]:
    for file in found.files or ():
        is_of_package = ".dist-info" in str(file)
        if is_of_package and file.name.lower().startswith(_LICENCES):
            yield file.read_text(encoding="utf-8")
