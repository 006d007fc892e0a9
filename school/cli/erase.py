"""`erase`: forgetting who has not been here for a long time, as the server does daily by itself."""

import argparse
import json
from datetime import datetime

from school.cli.command import OK, WRONG_USE, Command, complain, say, with_store
from school.dutch import count
from school.retention import months_before
from school.runtime import utc_now
from school.store import Store

MOST_MONTHS = 1200
YES = ("j", "ja")


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--older-than", metavar="MAANDEN", type=_months, required=True, help="wis wie langer dan dit niets deed")
    parser.add_argument("--yes", action="store_true", help="vraag niets, voor een taak die vanzelf draait")
    parser.add_argument("--json", action="store_true", help="toon het aantal als JSON; zonder --yes wordt er dan niets gewist")


def _erase(given: argparse.Namespace) -> int:
    before = months_before(utc_now(), given.older_than)
    return with_store(lambda _, store: _erase_before(given, store, before))


COMMAND = Command("Wis wie lang niets in de cursus deed, met alles wat daarbij hoort.", _arguments, _erase)


def _erase_before(given: argparse.Namespace, store: Store, before: datetime) -> int:
    if given.json:
        return _as_json(store, before, really=given.yes)
    _forget_rooms(store)
    found = store.idle(before)
    say(f"{count(found, 'deelnemer', 'deelnemers')} zonder activiteit in de laatste {count(given.older_than, 'maand', 'maanden')}.")
    if not found:
        return OK
    sure = given.yes or _is_sure()
    if sure is None:
        complain("Er is niets gewist: er was niemand om het aan te vragen. Wis zonder vraag met --yes.")
        return WRONG_USE
    say(f"Gewist: {count(store.erase_idle(before), 'deelnemer', 'deelnemers')}." if sure else "Er is niets gewist.")
    return OK


def _forget_rooms(store: Store) -> None:
    """What rooms may not keep goes without asking: that was promised to who wrote it."""
    gone = store.rooms.forget(utc_now())
    if gone.texts:
        say(f"Gewist in zalen die langer dan 30 dagen dicht zijn: {count(gone.texts, 'tekst', 'teksten')}.")
    if gone.anonymised:
        say(f"Anoniem gemaakt: {count(gone.anonymised, 'zaal', 'zalen')}.")


def _as_json(store: Store, before: datetime, *, really: bool) -> int:
    found = store.idle(before)
    erased = store.erase_idle(before) if really else 0
    if really:
        store.rooms.forget(utc_now())
    say(json.dumps({"before": before.isoformat(), "found": found, "erased": erased}))
    return OK


def _is_sure() -> bool | None:
    """What somebody answers; nothing when nobody is there to ask."""
    try:
        return input("Wil je alles van hen wissen? Dat kan niet terug. [ja/nee] ").strip().casefold() in YES
    except EOFError:
        return None


def _months(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_MONTHS:
        raise argparse.ArgumentTypeError(f"'{text}' is geen heel getal van 1 tot {MOST_MONTHS}")
    return int(text)
