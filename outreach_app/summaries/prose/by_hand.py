"""Blocks that leave room on paper for ink."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signature:
    """The place to sign: the title of the signer, without a name."""

    title: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """Places for ink side by side, in reading order: the title of each who signs, no name."""

    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FillIns:
    """Labels side by side, each before a dotted line to write on by hand."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotesLines:
    """Lines to write on by hand, over what is left of the page."""

    label: str


ByHand = Signature | Signatures | FillIns | NotesLines
