"""Command lines that cannot be read, told in the language of the person.

The parser's own errors are English, whatever the language.
"""

from collections.abc import Iterable
from enum import Enum
from typing import Any, get_args

from typer import BadParameter
from typer._click.exceptions import (
    BadOptionUsage,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)

from outreach_app.cli.output import say
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.quoting import quoted


def show_usage_error(error: UsageError) -> None:
    """Show on standard error what of a command line cannot be read, and which help lists it."""
    if isinstance(error, NoArgsIsHelpError):
        error.show()
        return
    say(_words(error))
    if error.ctx is not None:
        command = isolate(f"{error.ctx.command_path} --help")
        say(_("{command} lists what it takes.").format(command=command))


def no_such_command(name: str, alike: Iterable[str]) -> BadParameter:
    """Return the error of a command that does not exist, with the names like it."""
    words = _("There is no command {name}.").format(name=quoted(name))
    return BadParameter(" ".join(filter(None, (words, _meant(alike)))))


def _words(error: UsageError) -> str:
    match error:
        case NoSuchOption():
            words = _("There is no option {name}.").format(name=quoted(error.option_name))
            return " ".join(filter(None, (words, _meant(error.possibilities or ()))))
        case BadOptionUsage():
            words = _("Write the value of {name} after it; if it takes none, write it alone.")
            return words.format(name=isolate(error.option_name))
        case MissingParameter(param=param) if param is not None:
            return _("{name} is missing: {expected}.").format(
                name=_name(param), expected=_expected(param)
            )
        case BadParameter(param=param) if param is not None and error.__cause__ is not None:
            return _("{name}: {expected}.").format(name=_name(param), expected=_expected(param))
        case BadParameter():  # a command's own
            hint = error.param_hint
            return f"{isolate(hint)}: {error.message}" if isinstance(hint, str) else error.message
        case _:
            return _("The command cannot be read as it is written.")


def _meant(names: Iterable[str]) -> str:
    listed = ", ".join(map(isolate, sorted(names)))
    return _("Did you mean {names}?").format(names=listed) if listed else ""


def _name(param: Any) -> str:
    """Return an option as it is written, an argument as its help calls it."""
    return isolate(param.opts[0] if param.param_type_name == "option" else param.name)


def _expected(param: Any) -> str:
    """Return what the value of a parameter must be."""
    declared = param.type_descriptor
    choices = _choices(declared.annotation)
    if choices:
        return _("write one of {choices}").format(choices=", ".join(map(isolate, choices)))
    if int not in (declared.annotation, *get_args(declared.annotation)):
        return _("write its value")
    lowest, highest = declared.parameter_info.min, declared.parameter_info.max
    if highest is not None:
        words = _("write a whole number from {lowest} to {highest}")
        return words.format(lowest=lowest, highest=highest)
    if lowest is not None:
        return _("write a whole number, {lowest} or more").format(lowest=lowest)
    return _("write a whole number")


def _choices(annotation: object) -> list[str]:
    """Return the values of the enum that an annotation holds, if any."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return [str(each.value) for each in annotation]
    return [value for part in get_args(annotation) for value in _choices(part)]
