"""The links of a team (to join, and to look at its scores) and of an organisation (to look)."""

import argparse
import json
from dataclasses import replace

from school import keys
from school.cli.command import OK, PROBLEMS, WRONG_USE, complain, say
from school.cli.keys_of_trainer import PORT
from school.content import Course
from school.founding import make_organisation, make_team, renew_join, renew_look
from school.joining import LONGEST_NAME, proper_name
from school.membership import Team
from school.publishing import Press
from school.runtime import utc_now
from school.settings import Settings
from school.store import Store

WHAT = {keys.TEAM: "team", keys.ORGANISATION: "organisatie"}


def of_team(given: argparse.Namespace, settings: Settings, store: Store) -> int:
    """What there is of this team, or a new link; makes the team when it was not there."""
    name = proper_name(given.name)
    if name is None:
        return _no_name()
    team = store.teams.named(name)
    if given.rename is not None:
        return _rename(given, settings, store, name, team)
    if team is None and not given.new:
        complain(f"Er is geen team met de naam '{name}'. Maak het met --new.")
        return PROBLEMS
    if team is not None and (given.by_name or given.of):
        complain("--by-name en --of zijn er alleen voor een nieuw team.")
        return WRONG_USE
    if team is None:
        return _new_team(given, settings, store, name)
    if given.new_join:
        renew_join(store, team)
    look = renew_look(store, keys.TEAM, team.id, at=utc_now()) if given.new else None
    return _tell_team(given, settings, store, team, look)


def remove_team(given: argparse.Namespace, settings: Settings, store: Store, course: Course) -> int:
    """No team any more; the figures of its organisation are made again."""
    team = store.teams.named(proper_name(given.name) or "")
    if team is None:
        return _no_team(given.name)
    Press(store, course, minimum=settings.min_group).remove_team(team, utc_now())
    said = json.dumps({"role": given.role, "name": team.name, "removed": True})
    say(said if given.json else f"{team.name} is verwijderd, met zijn cijfers en links. Wat mensen antwoordden is van hen gebleven.")
    return OK


def of_organisation(given: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Whether it is there, or a new link to look; makes it when it was not there."""
    name = proper_name(given.name)
    if name is None:
        return _no_name()
    found = next((one for one in store.teams.organisations() if one.name == name), None)
    if found is None and not given.new:
        complain(f"Er is geen organisatie met de naam '{name}'. Maak haar met --new.")
        return PROBLEMS
    look = None
    if found is None:
        made = make_organisation(store, name, at=utc_now())
        look = made[1] if made else None
    elif given.new:
        look = renew_look(store, keys.ORGANISATION, found.id, at=utc_now())
    link = keys.link(look, settings, port=PORT, path=keys.LEAD_PATH) if look else None
    if given.json:
        say(json.dumps({"role": given.role, "name": name, "look": link}))
        return OK
    _tell_look(link, f"organisatie {name}")
    return OK


def _rename(given: argparse.Namespace, settings: Settings, store: Store, name: str, team: Team | None) -> int:
    if team is None:
        return _no_team(name)
    wanted = proper_name(given.rename)
    if wanted is None:
        return _no_name()
    if wanted != name and not store.teams.rename(team.id, wanted):
        complain(f"Er is al een team met de naam '{wanted}'. Kies een andere naam.")
        return PROBLEMS
    return _tell_team(given, settings, store, replace(team, name=wanted), None)


def _new_team(given: argparse.Namespace, settings: Settings, store: Store, name: str) -> int:
    organisation = None
    if given.of:
        wanted = proper_name(given.of)
        if wanted is None:
            return _no_name()
        make_organisation(store, wanted, at=utc_now())  # nothing happens when it is there
        organisation = next(one.id for one in store.teams.organisations() if one.name == wanted)
    made = make_team(store, name, at=utc_now(), named_sharing=given.by_name, organisation=organisation)
    assert made is not None
    return _tell_team(given, settings, store, made.team, made.token)


def _tell_team(given: argparse.Namespace, settings: Settings, store: Store, team: Team, look: str | None) -> int:
    join = keys.link(store.teams.code(team.id) or "", settings, port=PORT, path=keys.JOIN_PATH)
    link = keys.link(look, settings, port=PORT, path=keys.LEAD_PATH) if look else None
    if given.json:
        say(json.dumps({"role": given.role, "name": team.name, "join": join, "look": link, "named_sharing": team.named_sharing}))
        return OK
    say(f"Meedoen met {team.called}: {join}")
    if team.named_sharing:
        say("Leden mogen hier op naam delen.")
    _tell_look(link, team.called)
    return OK


def _tell_look(link: str | None, whose: str) -> None:
    if link:
        say(f"De cijfers van {whose} bekijken (bewaar deze link, we tonen hem één keer): {link}")
    else:
        say("De link om de cijfers te bekijken is één keer getoond, en wij kennen hem niet meer. Kwijt? Maak een nieuwe met --new.")


def _no_team(name: str) -> int:
    complain(f"Er is geen team met de naam '{name}'. Welke er zijn, zie je met 'stats'.")
    return PROBLEMS


def _no_name() -> int:
    complain(f"Een naam telt 1 tot {LONGEST_NAME} tekens op één regel.")
    return WRONG_USE
