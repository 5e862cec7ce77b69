"""Write the manual page from docs/command-line.md: write_man_page.py VERSION FILE."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "command-line.md"


def manual(markdown: str, version: str) -> str:
    """Return the page in roff, which `man` reads: a section, its text, and the help as it is."""
    return "\n".join(
        (
            f'.TH OUTREACH 1 "" "outreach {version}" "Outreach"',
            ".SH NAME",
            r"outreach \- community\-outreach register of police precincts",
            *_sections(markdown),
            ".SH SEE ALSO",
            "/usr/share/doc/outreach/administration.md",
            "",
        )
    )


def _sections(markdown: str) -> Iterator[str]:
    is_code = False
    for line in markdown.splitlines():
        if line.startswith("```"):
            is_code = not is_code
            yield ".nf" if is_code else ".fi"
        elif line.startswith("#"):
            yield f".SH {_escaped(line.lstrip('# ').upper())}"
        elif is_code:
            yield _escaped(line)
        else:
            yield _escaped(line.replace("`", "")) or ".PP"


def _escaped(text: str) -> str:
    r"""Return text escaped for roff, so that no line is read as a request."""
    text = text.replace("\\", r"\e").replace("-", r"\-")
    return re.sub(r"^(?=[.'])", r"\\&", text)


if __name__ == "__main__":
    version, target = sys.argv[1:]
    Path(target).write_text(manual(PAGE.read_text(encoding="utf-8"), version), encoding="utf-8")
