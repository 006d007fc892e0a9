"""`keys`: the links by which a trainer comes in, and those of a team or organisation."""

import argparse

from school import keys
from school.cli import keys_of_teams, keys_of_trainer
from school.cli.command import WRONG_USE, Command, complain, with_course, with_store
from school.settings import Settings
from school.store import Store

ROLES = (keys.TRAINER, *keys.LEADS)


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("role", metavar="ROL", choices=ROLES, help=f"van wie de link is: {', '.join(ROLES)}")
    parser.add_argument("name", metavar="NAAM", nargs="?", help="de naam van het team of de organisatie")
    parser.add_argument(
        "--new", action="store_true", help="maak een nieuwe link; de oude werkt dan niet meer. Is het team er nog niet, maak het dan"
    )
    parser.add_argument("--new-join", action="store_true", help="maak een nieuwe link om mee te doen met het team; wie lid is, blijft lid")
    parser.add_argument(
        "--by-name", action="store_true", help="een nieuw team waarin leden op naam mogen delen; later kan dat niet meer aan of uit"
    )
    parser.add_argument("--of", metavar="ORGANISATIE", help="een nieuw team bij deze organisatie; die wordt gemaakt als ze er nog niet is")
    parser.add_argument("--rename", metavar="NAAM", help="geef het team deze naam")
    parser.add_argument(
        "--remove",
        action="store_true",
        help="verwijder het team, zijn cijfers en zijn links; met --yes. Wat mensen antwoordden blijft van hen",
    )
    parser.add_argument("--yes", action="store_true", help="met --remove: je weet het zeker")
    parser.add_argument("--json", action="store_true", help="toon het antwoord als JSON")


def _keys(given: argparse.Namespace) -> int:
    if wrong := _wrong(given):
        complain(wrong)
        return WRONG_USE

    def do(settings: Settings, store: Store) -> int:
        if given.role == keys.TRAINER:
            return keys_of_trainer.answer(given, settings, store)
        if given.role == keys.TEAM:
            return keys_of_teams.of_team(given, settings, store)
        return keys_of_teams.of_organisation(given, settings, store)

    if given.remove:
        return with_course(lambda settings, store, course: keys_of_teams.remove_team(given, settings, store, course))
    return with_store(do)


COMMAND = Command("Kijk of er een link is voor de trainer, een team of een organisatie, of maak een nieuwe.", _arguments, _keys)


def _wrong(given: argparse.Namespace) -> str | None:
    """Why this cannot be asked, if so."""
    changed = given.rename is not None or given.remove
    of_team = given.new_join or given.by_name or given.of or changed or given.yes
    if given.role == keys.TRAINER and (given.name or of_team):
        return "De trainer heeft geen naam, en de opties van een team zijn er niet voor de trainer."
    if given.role != keys.TRAINER and not given.name:
        return f"Zeg ook welk{'' if given.role == keys.TEAM else 'e'} {keys_of_teams.WHAT[given.role]}: keys {given.role} NAAM."
    if given.role == keys.ORGANISATION and of_team:
        return "--new-join, --by-name, --of, --rename, --remove en --yes zijn er alleen voor een team."
    if changed and (given.new or given.new_join or given.by_name or given.of or (given.remove and given.rename is not None)):
        return "--rename en --remove doe je apart."
    if given.remove != given.yes:
        return "Verwijderen is niet terug te draaien. Weet je het zeker? Gebruik dan --remove en --yes samen."
    return None
