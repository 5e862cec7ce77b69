"""An import that is not carried out yet, as a draft keeps it."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class BegunImport:
    """The file of an import and how it is read.

    `usual` are the codes of what it does not say, `mapping` has the field of each column and
    `values` the meaning of words.
    """

    path: str
    sheet: str | None
    by_columns: bool
    usual: dict[str, str] = field(default_factory=dict)
    mapping: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return the name of the file."""
        return Path(self.path).name
