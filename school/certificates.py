"""What a certificate says, and the code by which anybody can ask whether it is real. It holds no name."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from school.content import Course
from school.learning import EINDTOETS, Attempt, Record, best_attempt

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: without letters that are read as digits, and without U, so that no code spells a curse."""

_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})
_RANDOM, _CHECK, _GROUP = 14, 2, 4
_MODULUS = 1021
# The largest prime that fits in two characters. Of a prime that is larger than any character, no multiple is made by
# changing one character; nor by exchanging two, since 32 to a power below 16 is never 1 here.


@dataclass(frozen=True)
class Certificate:
    """One certificate, as it was when it was issued: later changes to the course or the quiz do not touch it.

    `score` and `pass_mark` are 0 to 1, `minutes` is the study load (see `study_load`), `achieved` the moment the test was handed in.
    """

    code: str
    course: str
    version: str
    quiz: str
    score: float
    pass_mark: float
    minutes: int
    achieved: datetime
    issued: datetime


def earned(record: Record) -> Attempt | None:
    """The attempt that a certificate can be had for: the best eindtoets, when that was passed."""
    best = best_attempt(record, EINDTOETS)
    return best if best is not None and best.passed else None


def certificate_for(course: Course, attempt: Attempt, *, code: str, issued: datetime) -> Certificate:
    """The certificate of a finished attempt, in today's words for the course."""
    if attempt.finished is None or attempt.score is None:
        raise ValueError("an attempt that is not finished has no certificate")
    about = course.about
    return Certificate(
        code=code,
        course=about.title,
        version=about.version,
        quiz=attempt.quiz,
        score=attempt.score,
        pass_mark=attempt.pass_mark,
        minutes=study_load(course, attempt.quiz),
        achieved=attempt.finished,
        issued=issued,
    )


def study_load(course: Course, test: str) -> int:
    """Minutes for every step and for the test that was passed; not for what may be left out, as the startmeting and practising."""
    return course.minutes + course.quizzes[test].minutes


def new_code() -> str:
    """70 random bits and two check characters, as 16 characters in groups of four."""
    chosen = "".join(secrets.choice(ALPHABET) for _ in range(_RANDOM))
    return _grouped(chosen + _check(chosen))


def read_code(text: str) -> str | None:
    """The code that somebody typed, as it was issued; nothing when it cannot be one of ours."""
    code = text.upper().translate(_READ_AS)
    if len(code) != _RANDOM + _CHECK or not set(code) <= set(ALPHABET):
        return None
    return _grouped(code) if _check(code[:_RANDOM]) == code[_RANDOM:] else None


def _grouped(code: str) -> str:
    return "-".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP))


def _check(chosen: str) -> str:
    """The two characters after which the whole, as a number in base 32, leaves 1 when divided by the modulus."""
    number = 0
    for character in chosen:
        number = number * len(ALPHABET) + ALPHABET.index(character)
    rest = (1 - number * len(ALPHABET) ** _CHECK) % _MODULUS
    return ALPHABET[rest // len(ALPHABET)] + ALPHABET[rest % len(ALPHABET)]
