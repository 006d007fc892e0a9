"""The link by which a trainer comes in."""

import argparse
import json

from school import keys
from school.cli.command import OK, PROBLEMS, WRONG_USE, complain, say
from school.runtime import utc_now
from school.settings import Settings
from school.store import Store

PORT = 8501
"""Where the course answers when nobody said otherwise."""


def answer(given: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Whether there is one, or a new one."""
    return _renew(given, settings, store) if given.new else _tell(given, settings, store)


def _tell(given: argparse.Namespace, settings: Settings, store: Store) -> int:
    exists = keys.trainer_has_key(settings, store)
    if given.json:
        say(json.dumps({"role": given.role, "exists": exists, "set": settings.trainer_key is not None}))
    elif settings.trainer_key:
        say(f"De sleutel voor de trainer is die van {keys.SETTING}.")
    elif exists:
        say("Er is een link voor de trainer. Hij is één keer getoond, en wij kennen hem niet meer. Kwijt? Maak een nieuwe met --new.")
    else:
        say("Er is nog geen link voor de trainer. Start de cursus, of maak hem nu met --new.")
    return OK if exists else PROBLEMS


def _renew(given: argparse.Namespace, settings: Settings, store: Store) -> int:
    if settings.trainer_key:
        complain(f"De sleutel voor de trainer is die van {keys.SETTING}: zet daar een andere, of haal hem weg en probeer het opnieuw.")
        return WRONG_USE
    replaces = keys.trainer_has_key(settings, store)
    link = keys.link(keys.make_new(store, at=utc_now()), settings, port=PORT)
    if given.json:
        say(json.dumps({"role": given.role, "link": link}))
        return OK
    say(f"Nieuwe link voor de trainer (bewaar hem): {link}")
    if replaces:
        say("De oude link werkt niet meer; wie ermee binnen was, is er binnen een minuut uit.")
    if not settings.public_url:
        say("Draait de cursus op een ander adres? Zet dat dan voor /sleutel/, of stel SCHOOL_PUBLIC_URL in.")
    return OK
