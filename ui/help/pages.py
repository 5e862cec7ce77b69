"""The pages of the help, one for each screen and language, as they stand in the resources."""

from importlib.resources import files

from outreach_app.i18n import Language

# A screen inside the page of meetings, with a page of its own.
SESSION = "session"


def help_text(key: str, language: Language) -> str:
    """The page of a screen, in Markdown; its first line is the title. Raises FileNotFoundError."""
    page = files("resources") / "help" / language.value / f"{key}.md"
    return page.read_text(encoding="utf-8")


def help_title(key: str, language: Language) -> str:
    """What the page is called in the list."""
    first, _newline, _rest = help_text(key, language).partition("\n")
    return first.removeprefix("# ").strip()
