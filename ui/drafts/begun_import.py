"""An import of partners that is not carried out yet, as a draft keeps it."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class BegunImport:
    """The file of an import, how it is read, the field of each column and the meaning of words."""

    path: str
    sheet: str | None
    by_columns: bool
    category: str
    mapping: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return the name of the file."""
        return Path(self.path).name
