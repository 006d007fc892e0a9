"""The code of a certificate: read back in any dress, and never mistaken for another."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from school.certificates import ALPHABET, certificate_for, earned, new_code, read_code
from school.learning import EINDTOETS, Attempt, Record
from school.loading import load_course

SMALL = Path(__file__).parent / "course"
EVENING = datetime(2026, 11, 22, 20, tzinfo=UTC)
codes = st.builds(new_code)
places = st.integers(0, 15)


def bare(code: str) -> str:
    return code.replace("-", "")


@given(codes)
def test_a_new_code_is_read_back(code):
    assert read_code(code) == code
    assert [len(group) for group in code.split("-")] == [4, 4, 4, 4]
    assert set(bare(code)) <= set(ALPHABET)


@given(codes)
def test_capitals_hyphens_and_spaces_do_not_matter(code):
    assert read_code(code.lower()) == read_code(bare(code)) == read_code(f" {code.replace('-', ' ')} ") == code


@given(codes)
def test_letters_that_look_like_digits_are_read_as_those(code):
    assert read_code(code.replace("0", "O").replace("1", "I")) == read_code(code.replace("0", "o").replace("1", "l")) == code


@given(codes, places, st.sampled_from(ALPHABET))
def test_one_wrong_character_is_found(code, place, other):
    was = bare(code)
    changed = was[:place] + other + was[place + 1 :]
    assert (read_code(changed) is None) == (changed != was)


@given(codes, places, places)
def test_two_characters_that_changed_places_are_found(code, one, two):
    mixed = list(bare(code))
    mixed[one], mixed[two] = mixed[two], mixed[one]
    assert (read_code("".join(mixed)) is None) == ("".join(mixed) != bare(code))


@given(st.text(max_size=40))
def test_any_text_is_a_code_or_it_is_not(text):
    code = read_code(text)
    assert code is None or read_code(code) == code


@pytest.mark.parametrize("text", ["", "-", "0000-0000-0000-0000", "٣" * 16, "7" * 15, "7" * 17, "\u0131" * 16, "../../etc/passwd"])
def test_what_is_no_code_is_refused(text):
    assert read_code(text) is None


def test_no_code_comes_twice():
    assert len({new_code() for _ in range(1000)}) == 1000


def an_attempt(name: str, *, score: float | None, quiz: str = "eindtoets") -> Attempt:
    return Attempt(name, quiz, 1, ("a",), 0.7, EVENING, finished=None if score is None else EVENING, score=score)


def test_a_certificate_is_earned_with_the_best_eindtoets():
    first, best, last = (an_attempt(name, score=score) for name, score in (("een", 0.75), ("twee", 0.95), ("drie", 0.8)))
    assert earned(Record(attempts=(first, best, last, an_attempt("open", score=None)))) == best


@pytest.mark.parametrize(
    "attempt", [an_attempt("een", score=0.69), an_attempt("een", score=None), an_attempt("een", score=1.0, quiz="hechting")]
)
def test_and_with_nothing_less(attempt):
    assert earned(Record(attempts=(attempt,))) is None
    assert earned(Record()) is None


def test_exactly_the_pass_mark_is_enough():
    attempt = an_attempt("een", score=0.7)
    assert earned(Record(attempts=(attempt,))) == attempt
    assert earned(Record(attempts=(replace(attempt, pass_mark=0.71),))) is None


def test_the_study_load_is_every_step_and_the_test_that_was_passed():
    course = load_course(SMALL, today=date(2026, 11, 22))
    attempt = Attempt("een", EINDTOETS, 1, ("meting-zetten-a",), 0.5, EVENING, finished=EVENING, score=1.0)
    steps = sum(step.minutes for step in course.steps())
    assert certificate_for(course, attempt, code="code", issued=EVENING).minutes == steps + course.quizzes[EINDTOETS].minutes
