"""`verify`: whether everything that is computed and kept still follows from the answers."""

import argparse
import json
from dataclasses import asdict

from school.cli.command import OK, PROBLEMS, Command, say, with_course
from school.cli.progress import Bar
from school.content import Course
from school.dutch import count
from school.settings import Settings
from school.store import Store
from school.verifying import Checked, Proof


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="toon de uitkomst als JSON")


def _verify(given: argparse.Namespace) -> int:
    def do(_: Settings, store: Store, course: Course) -> int:
        found = _look(store, course)
        if given.json:
            say(json.dumps(asdict(found), ensure_ascii=False, indent=2))
        else:
            _tell(found)
        return PROBLEMS if found.wrong else OK

    return with_course(do)


COMMAND = Command("Reken alle teamcijfers en alle herhaalkaarten na, vanuit de antwoorden.", _arguments, _verify)


def _look(store: Store, course: Course) -> Checked:
    proof, found = Proof(store, course), Checked()
    teams, snapshots = store.teams.with_batches(), store.teams.snapshots()
    bar = Bar("nagerekend", len(teams) + len(snapshots) + store.counts()["learners"])
    for team in teams:
        found += proof.batches(team)
        bar.add(1)
    for kind, which in snapshots:
        found += proof.snapshot(kind, which)
        bar.add(1)
    for some in proof.cards():
        found += some
        bar.add(some.learners)
    bar.done()
    return found


def _tell(found: Checked) -> None:
    for wrong in found.wrong:
        say(wrong)
    looked = [count(found.batches, "getelde groep", "getelde groepen"), count(found.snapshots, "overzicht", "overzichten")]
    say(f"Nagerekend: {', '.join(looked)}, de herhaalkaarten van {count(found.learners, 'deelnemer', 'deelnemers')}.")
    if found.gone:
        say(f"Niet meer na te rekenen: {found.gone}. Iemand daarin wiste zijn gegevens, of de vragen zijn intussen veranderd.")
    say(f"{count(len(found.wrong), 'verschil', 'verschillen')}." if found.wrong else "Alles klopt met de antwoorden.")
