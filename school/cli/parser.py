"""Python's own reader of command lines, with its headings in Dutch."""

import argparse
from collections.abc import Iterable
from typing import Any


class Parser(argparse.ArgumentParser):
    """Says in Dutch how a command is used; subcommands get the same."""

    def __init__(self, **told: Any) -> None:
        super().__init__(**{**told, "add_help": False, "formatter_class": _Usage})
        self._positionals.title, self._optionals.title = "argumenten", "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")


class _Usage(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)
