"""`demo`: filling a store with people who are made up, to see the course in use or to measure it."""

import argparse
import json
import secrets
from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from school.cli.command import OK, WRONG_USE, Command, complain, say, with_course
from school.cli.progress import Bar
from school.content import Course
from school.demo.crowd import Person, crowd, person_id
from school.dutch import count
from school.founding import Founded, make_organisation, make_team
from school.publishing import Press
from school.runtime import utc_now
from school.settings import Settings
from school.store import Store
from school.store.filling import Newcomer

MOST = 100_000_000
AT_ONCE = 250
"""People who are stored in one transaction."""
TEAMS_PER_ORGANISATION = 20


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--teams", metavar="AANTAL", type=_number, default=8, help="hoeveel teams (8)")
    parser.add_argument("--people", metavar="AANTAL", type=_number, default=120, help="hoeveel mensen samen (120)")
    parser.add_argument("--answers", metavar="AANTAL", type=_number, default=12_000, help="hoeveel antwoorden samen (12000)")
    parser.add_argument("--seed", metavar="GETAL", type=int, default=1, help="een ander getal geeft andere mensen (1)")
    parser.add_argument("--no-figures", action="store_true", help="maak nog geen teamcijfers; dat doet de server later zelf")
    parser.add_argument("--yes", action="store_true", help="ook als er al echte deelnemers in de database staan")
    parser.add_argument("--json", action="store_true", help="toon wat er gemaakt is als JSON")


def _demo(given: argparse.Namespace) -> int:
    if given.answers < given.people or given.people < given.teams:
        complain("Dit kan niet: iedereen geeft minstens één antwoord, en in elk team zit minstens één mens.")
        return WRONG_USE
    return with_course(lambda settings, store, course: _fill(given, settings, store, course))


COMMAND = Command("Vul de database met verzonnen teams, mensen en antwoorden, om te kijken en te meten.", _arguments, _demo)


def _fill(given: argparse.Namespace, settings: Settings, store: Store, course: Course) -> int:
    here = store.counts()["learners"]
    if here and not given.yes:
        complain(
            f"Er {'staat' if here == 1 else 'staan'} al {count(here, 'deelnemer', 'deelnemers')} in deze database. "
            "Neem een lege met SCHOOL_DATABASE_URL, of gebruik --yes als je het echt zo wilt."
        )
        return WRONG_USE
    if store.revision(person_id(given.seed, 0)):
        complain(f"De mensen van --seed {given.seed} staan er al in. Kies een ander getal.")
        return WRONG_USE
    now = utc_now()
    founded = _found_teams(store, given.teams, now)
    _put_in(store, course, given, founded, now)
    made = 0 if given.no_figures else _publish(store, course, settings, founded, now)
    _tell(given, founded, made)
    return OK


def _found_teams(store: Store, number: int, now: datetime) -> list[Founded]:
    """Teams, and an organisation for every twenty; the first allows sharing by name. A second demo gets names of its own."""
    mark = "" if not store.teams.every() else f" {secrets.token_hex(2)}"
    founded: list[Founded] = []
    organisation = None
    for place in range(number):
        if place % TEAMS_PER_ORGANISATION == 0:
            made = make_organisation(store, f"Demo-organisatie {place // TEAMS_PER_ORGANISATION + 1}{mark}", at=now)
            organisation = made[0].id if made else None
        team = make_team(store, f"Demoteam {place + 1}{mark}", at=now, named_sharing=place == 0, organisation=organisation)
        assert team is not None
        founded.append(team)
    return founded


def _put_in(store: Store, course: Course, given: argparse.Namespace, founded: list[Founded], now: datetime) -> None:
    bar = Bar("antwoorden", given.answers)
    people = crowd(course, teams=given.teams, people=given.people, answers=given.answers, seed=given.seed, now=now)
    for some in _batches(people):
        store.fill([Newcomer(one.id, one.record, founded[one.team].team.id, one.joined) for one in some])
        bar.add(sum(len(one.record.answers) for one in some))
    bar.done()
    store.analyse()


def _batches(people: Iterator[Person]) -> Iterator[list[Person]]:
    while some := list(islice(people, AT_ONCE)):
        yield some


def _publish(store: Store, course: Course, settings: Settings, founded: list[Founded], now: datetime) -> int:
    press = Press(store, course, minimum=settings.min_group)
    bar, made = Bar("teamcijfers", len(founded)), 0
    for one in founded:
        made += press.publish_team(one.team.id, now)
        bar.add(1)
    bar.done()
    for organisation in dict.fromkeys(one.team.organisation for one in founded if one.team.organisation):
        press.publish_organisation(organisation, now)
    return made


def _tell(given: argparse.Namespace, founded: list[Founded], made: int) -> None:
    first = founded[0]
    if given.json:
        say(json.dumps({"teams": given.teams, "people": given.people, "answers": given.answers, "figures": made, "look": first.token}))
        return
    sizes = [count(given.teams, "team", "teams"), count(given.people, "mens", "mensen"), count(given.answers, "antwoord", "antwoorden")]
    say(f"Gemaakt: {', '.join(sizes)}; cijfers van {count(made, 'team', 'teams')}.")
    say(f"Bekijk {first.team.name} op /teamblik/{first.token}")


def _number(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST:
        raise argparse.ArgumentTypeError(f"'{text}' is geen heel getal van 1 tot {MOST}")
    return int(text)
