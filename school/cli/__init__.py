"""`python -m school`: the table of subcommands, and who runs them. None of them draws a page or answers a request."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from school.cli import check, demo, erase, export, keys, stats, verify
from school.cli.command import OK, WRONG_USE, Command
from school.cli.parser import Parser

COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "check": check.COMMAND,
        "stats": stats.COMMAND,
        "export": export.COMMAND,
        "demo": demo.COMMAND,
        "verify": verify.COMMAND,
        "erase": erase.COMMAND,
        "keys": keys.COMMAND,
    }
)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one subcommand; gives 0 (well), 1 (problems were found) or 2 (wrong use)."""
    parser = Parser(prog="python -m school", description="Beheer van de cursus.")
    subparsers = parser.add_subparsers(dest="command", metavar="OPDRACHT", required=True)
    for name, told in COMMANDS.items():
        told.arguments(subparsers.add_parser(name, help=told.summary, description=told.summary))
    try:
        given = parser.parse_args(argv)
    except SystemExit as stopped:  # argparse has already said why
        return OK if stopped.code in (0, None) else WRONG_USE
    return COMMANDS[given.command].run(given)
