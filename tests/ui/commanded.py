"""Test helpers that find commands by label and run them."""

from collections.abc import Sequence

from ui.widgets.commands import Command


def words_of(commands: Sequence[Command]) -> list[str]:
    """Return the labels of commands in order."""
    return [command.words() for command in commands]


def do(commands: Sequence[Command], words: str) -> None:
    """Run the command with this label."""
    (command,) = (each for each in commands if each.words() == words)
    assert command.is_enabled
    command.do()
