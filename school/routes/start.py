"""What must be right before the server starts; else it says what is wrong, in Dutch, and stops without a traceback."""

from typing import NoReturn

from school.loading import ContentError
from school.runtime import Runtime, runtime
from school.store import UNREACHABLE

GARBAGE = (
    "De cursus start niet: runner.postScriptGC staat aan, en dan wacht elke klik. Zet hem op false in "
    ".streamlit/config.toml, en start vanuit de map van de cursus."
)


def start(*, collects_garbage: bool) -> Runtime:
    """The runtime; `SystemExit` when the settings, the content or the database do not allow a start.

    `collects_garbage` is whether Streamlit collects garbage after every run, as it is in force now.
    """
    if collects_garbage:
        _stop(GARBAGE)
    try:
        return runtime()
    except ContentError as wrong:
        _stop(f"{wrong}\n\nDe cursus start niet: er klopt iets niet in de inhoud. Hierboven staat wat en waar.")
    except ValueError as wrong:
        _stop(f"De cursus start niet: {wrong}.")
    except UNREACHABLE:
        _stop("De cursus start niet: de database antwoordt niet. Klopt SCHOOL_DATABASE_URL?")


def _stop(why: str) -> NoReturn:
    # With a text, Python prints it to stderr and ends with exit code 1.
    raise SystemExit(why)
