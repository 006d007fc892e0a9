"""Python's own reader of command lines, with its headings and complaints in Dutch."""

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

_DUTCH = (
    (r"argument (?P<name>[^:]+): (?P<rest>.*)", r"{name}: {rest}"),
    (r"the following arguments are required: (?P<names>.*)", "dit ontbreekt nog: {names}"),
    (r"unrecognized arguments: (?P<names>.*)", "dit kennen we niet: {names}"),
    (r"one of the arguments (?P<names>.*) is required", "geef een van deze: {names}"),
    (r"invalid choice: (?P<value>.*) \(choose from (?P<names>.*)\)", "{value} kan niet; kies uit {names}"),
    (r"invalid (?P<kind>\w+) value: (?P<value>.*)", "{value} is geen goede waarde"),
    (r"expected one argument", "hier hoort iets achter"),
    (r"expected at (most|least) one argument", "hier hoort één ding achter"),
    (r"expected (?P<number>\d+) arguments?", "hier horen {number} dingen achter"),
    (r"not allowed with argument (?P<name>.*)", "dit kan niet samen met {name}"),
    (r"ignored explicit argument (?P<value>.*)", "hier hoort niets achter, ook {value} niet"),
    (r"ambiguous option: (?P<name>\S+) could match (?P<names>.*)", "{name} kan van alles zijn: {names}"),
)
"""What Python says, and what we say; newer versions of Python may say something new, and that stays as it is."""


class Parser(argparse.ArgumentParser):
    """Says in Dutch how a command is used; subcommands get the same."""

    def __init__(self, **told: Any) -> None:
        super().__init__(**{**told, "add_help": False, "formatter_class": _Usage})
        self._positionals.title, self._optionals.title = "argumenten", "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def error(self, message: str) -> NoReturn:
        """Says what is wrong and how it should be, and stops with exit code 2."""
        self.exit(2, f"{self.format_usage()}{self.prog}: {in_dutch(message)}\n")


def in_dutch(message: str) -> str:
    """A complaint of Python in Dutch, also when one stands within another."""
    for english, dutch in _DUTCH:
        found = re.fullmatch(english, message, re.DOTALL)
        if found:
            parts = found.groupdict()
            if "rest" in parts:
                parts["rest"] = in_dutch(parts["rest"])
            return dutch.format(**parts)
    return message


class _Usage(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)
