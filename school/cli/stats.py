"""`stats`: the published figures of a team or organisation, as the page shows them; or which there are."""

import argparse
import json

from school.cli.command import OK, PROBLEMS, Command, complain, say, with_course
from school.cli.scope import Scope, add_scope, scope_of
from school.content import Course
from school.dutch import count, day
from school.publishing import Press
from school.runtime import utc_now
from school.settings import Settings
from school.store import Store
from school.teams.wording import lines
from school.teams.written import to_json


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_scope(parser)
    parser.add_argument("--renew", action="store_true", help="maak eerst nieuwe cijfers, van elk team waar dat kan")
    parser.add_argument("--json", action="store_true", help="toon de cijfers als JSON")


def _stats(given: argparse.Namespace) -> int:
    def do(settings: Settings, store: Store, course: Course) -> int:
        if given.renew:
            press = Press(store, course, minimum=settings.min_group)
            press.publish_due(utc_now())
            press.publish_everyone(utc_now())
        scope = scope_of(given, store)
        if scope is None:
            return PROBLEMS
        return _list(given, store) if scope.id is None else _one(given, store, scope)

    return with_course(do)


COMMAND = Command("Toon de cijfers van een team, of welke teams er zijn.", _arguments, _stats)


def _one(given: argparse.Namespace, store: Store, scope: Scope) -> int:
    snapshot = store.teams.snapshot(scope.kind, scope.id or "")
    if snapshot is None:
        complain(f"Van {scope.name} zijn er nog geen cijfers. Maak ze met --renew; dat kan als genoeg mensen hetzelfde deden.")
        return PROBLEMS
    if given.json:
        say(json.dumps(to_json(snapshot), ensure_ascii=False, indent=2))
        return OK
    say(f"{snapshot.name}, cijfers van {day(snapshot.made)}")
    for line in lines(snapshot):
        say(f"- {line}")
    return OK


def _list(given: argparse.Namespace, store: Store) -> int:
    sizes, published = store.teams.sizes(), {which for kind, which in store.teams.snapshots() if kind == "team"}
    found = [
        {"name": team.name, "id": team.id, "members": sizes.get(team.id, 0), "figures": team.id in published}
        for team in store.teams.every()
    ]
    if given.json:
        say(json.dumps(found, ensure_ascii=False, indent=2))
        return OK
    for team in store.teams.every():
        state = "" if team.id in published else ", nog geen cijfers"
        say(f"{team.name}: {count(sizes.get(team.id, 0), 'lid', 'leden')}{state}")
    if not found:
        say("Er zijn nog geen teams. Maak er een met 'keys team NAAM --new'.")
    return OK
