"""What must be right before the server starts; else it says what is wrong, in Dutch, and stops without a traceback."""

from typing import NoReturn

from school import keys
from school.loading import ContentError
from school.runtime import Runtime, runtime
from school.store import UNREACHABLE

GARBAGE = (
    "De cursus start niet: runner.postScriptGC staat aan, en dan wacht elke klik. Zet hem op false in "
    ".streamlit/config.toml, en start vanuit de map van de cursus."
)
PRESSES = (
    "De cursus start niet: runner.fastReruns staat aan, en dan gaat een antwoord verloren van wie meteen daarna ergens anders op drukt. "
    "Zet hem op false in .streamlit/config.toml, en start vanuit de map van de cursus."
)


def start(*, collects_garbage: bool, drops_presses: bool, port: int) -> Runtime:
    """The runtime; `SystemExit` when the settings, the content or the database do not allow a start.

    `collects_garbage` is whether Streamlit collects garbage after every run, `drops_presses` whether it throws away a press that
    waits when another one comes, both as it is in force now; `port` is where it will answer on this machine.
    """
    if collects_garbage:
        _stop(GARBAGE)
    if drops_presses:
        _stop(PRESSES)
    try:
        here = runtime()
        _show_first_link(here, port)
    except ContentError as wrong:
        _stop(f"{wrong}\n\nDe cursus start niet: er klopt iets niet in de inhoud. Hierboven staat wat en waar.")
    except ValueError as wrong:
        _stop(f"De cursus start niet: {wrong}.")
    except UNREACHABLE:
        _stop("De cursus start niet: de database antwoordt niet. Klopt SCHOOL_DATABASE_URL?")
    return here


def _show_first_link(here: Runtime, port: int) -> None:
    """Makes the trainer's link when there is none, and shows it: this once, since only its hash is kept."""
    token = keys.make_first(here.settings, here.store, at=here.now())
    if token:
        # At once, also where the output is a pipe: nobody can ask for it again.
        print(f"Link voor de trainer (bewaar hem): {keys.link(token, here.settings, port=port)}", flush=True)  # noqa: T201


def _stop(why: str) -> NoReturn:
    # With a text, Python prints it to stderr and ends with exit code 1.
    raise SystemExit(why)
