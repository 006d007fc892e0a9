"""`export`: the published figures of a team or organisation as a file, with the numbers of the page and of `stats`."""

import argparse
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from school.cli.command import OK, PROBLEMS, WRONG_USE, Command, complain, say, with_course
from school.cli.scope import add_scope, scope_of
from school.content import Course
from school.reports.team_csv import team_csv
from school.reports.team_pdf import team_pdf
from school.reports.team_xlsx import team_xlsx
from school.store import Store
from school.teams.snapshot import Snapshot
from school.teams.written import to_json

Writer = Callable[[Course, Snapshot], bytes]


def _as_json(_: Course, snapshot: Snapshot) -> bytes:
    return json.dumps(to_json(snapshot), ensure_ascii=False, indent=2).encode()


WRITERS: Mapping[str, Writer] = MappingProxyType({".xlsx": team_xlsx, ".zip": team_csv, ".pdf": team_pdf, ".json": _as_json})
"""By the end of the name of the file; a zip holds a CSV file for each table."""


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_scope(parser)
    parser.add_argument("--to", metavar="BESTAND", type=Path, required=True, help=f"waarheen; de naam eindigt op {', '.join(WRITERS)}")
    parser.add_argument("--json", action="store_true", help="zeg als JSON welk bestand er gemaakt is")


def _export(given: argparse.Namespace) -> int:
    if given.team is None and not given.everyone:
        complain("Zeg ook van welk team: export TEAM --to BESTAND. Welke er zijn, zie je met 'stats'.")
        return WRONG_USE
    if given.to.suffix not in WRITERS:
        complain(f"'{given.to.name}' kan niet: de naam moet eindigen op {', '.join(WRITERS)}.")
        return WRONG_USE
    if not given.to.parent.is_dir():
        complain(f"De map '{given.to.parent}' is er niet.")
        return WRONG_USE
    return with_course(lambda _, store, course: _write(given, store, course))


COMMAND = Command("Bewaar de cijfers van een team als bestand.", _arguments, _export)


def _write(given: argparse.Namespace, store: Store, course: Course) -> int:
    scope = scope_of(given, store)
    if scope is None:
        return PROBLEMS
    snapshot = store.teams.snapshot(scope.kind, scope.id or "")
    if snapshot is None:
        complain(f"Van {scope.name} zijn er nog geen cijfers. Maak ze met 'stats --renew'; dat kan als genoeg mensen hetzelfde deden.")
        return PROBLEMS
    given.to.write_bytes(WRITERS[given.to.suffix](course, snapshot))
    say(json.dumps({"file": str(given.to), "name": scope.name}) if given.json else f"Bewaard in {given.to}.")
    return OK
