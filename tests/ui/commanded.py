"""What can be done with the thing at hand, found by its words and done."""

from collections.abc import Sequence

from ui.widgets.commands import Command


def words_of(commands: Sequence[Command]) -> list[str]:
    """Return the words of commands in their order."""
    return [command.words() for command in commands]


def do(commands: Sequence[Command], words: str) -> None:
    """Do the one of these commands that has just those words."""
    (command,) = (each for each in commands if each.words() == words)
    assert command.is_enabled
    command.do()
