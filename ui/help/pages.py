"""The pages of the help, one for each screen and language, from the resources."""

from collections.abc import Sequence
from importlib.resources import files

from outreach_app.i18n import AnyLanguage, Language

# Parts of a screen with their own pages, which follow that of the screen.
_PARTS = {
    "meetings": ("session", "notes", "filters"),
    "communication": ("remarks", "awareness"),
    "summaries": ("documents",),
    "partners": ("import", "duplicates"),
    "preferences": (
        *("frequent_points", "backups", "passphrase", "accounts", "access_log", "server"),
        *("privacy", "purpose", "requests", "objection", "retention", "law", "threats"),
    ),
}
# Pages for those who have not opened a register yet.
OPENING_TOPICS = ("opening", "passphrase", "backups", "threats")
# Pages of what headquarters does not do: it only reads others' records.
_OF_PRECINCTS = frozenset({"session", "notes", "documents"})
_OF_HEADQUARTERS = frozenset({"server"})


def help_topics(screens: Sequence[str], *, is_headquarters: bool) -> list[str]:
    """Return the pages of these screens and of their parts, in reading order."""
    topics = [topic for key in screens for topic in (key, *_PARTS.get(key, ()))]
    others = _OF_PRECINCTS if is_headquarters else _OF_HEADQUARTERS
    return [topic for topic in topics if topic not in others]


def help_text(key: str, language: AnyLanguage) -> str:
    """Return the page of a screen, in Markdown under its title. Raises FileNotFoundError."""
    page = files("resources") / "help" / language.value / f"{key}.md"
    return page.read_text(encoding="utf-8")


def help_title(key: str, language: AnyLanguage) -> str:
    """Return the title of the page in the list."""
    first, _newline, _rest = help_text(key, language).partition("\n")
    return first.removeprefix("# ").strip()


def help_picture(name: str, language: Language) -> bytes:
    """Return the picture of a screen that a page shows, a PNG. Raises FileNotFoundError.

    English pages show the French screens.
    """
    return (files("resources") / "help" / language.value / f"{name}.png").read_bytes()
