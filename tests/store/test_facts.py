"""What is put in comes out, once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from school.grading import Response
from school.learning import REVIEW, Answer, Attempt, Record
from school.reviewing import rebuild
from school.store import Store
from tests.store.people import ANNA, BRAM, EVENING, an_answer, an_attempt, later

NUMBERS = count()
IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
SHARES = st.floats(0, 1)
RESPONSES: st.SearchStrategy[Response] = st.one_of(
    st.text(max_size=80),
    # What a number field can give; SQLite keeps a bare JSON number in fifteen digits.
    st.floats(-1e6, 1e6).map(lambda number: round(number, 6)),
    st.lists(IDS, max_size=5),
    st.dictionaries(IDS, IDS, max_size=5),
)


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    certainty = draw(st.sampled_from([None, 1, 2, 3]))
    name = f"answer-{next(NUMBERS)}"
    return Answer(
        name,
        draw(IDS),
        "0a1b2c3d",
        draw(RESPONSES),
        draw(SHARES),
        draw(MOMENTS),
        certainty=certainty,
        context=draw(st.sampled_from([None, REVIEW])),
    )


@st.composite
def attempts(draw: st.DrawFn) -> Attempt:
    finished = draw(st.booleans())
    return Attempt(
        f"attempt-{next(NUMBERS)}",
        draw(IDS),
        draw(st.integers(-(2**63), 2**63 - 1)),
        tuple(draw(st.lists(IDS, max_size=5))),
        draw(SHARES),
        draw(MOMENTS),
        carried=draw(st.dictionaries(IDS, SHARES, max_size=3)),
        marked=draw(st.frozensets(IDS, max_size=3)),
        finished=draw(MOMENTS) if finished else None,
        score=draw(SHARES) if finished else None,
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    given_answers=st.lists(answers(), max_size=5),
    given_attempts=st.lists(attempts(), max_size=3),
    steps=st.dictionaries(IDS, MOMENTS, max_size=4),
    watched=st.dictionaries(IDS, st.floats(0, 1e5), max_size=3),
    paused=st.booleans(),
)
def test_a_record_gives_back_what_was_put_in(
    store: Store,
    *,
    given_answers: list[Answer],
    given_attempts: list[Attempt],
    steps: dict[str, datetime],
    watched: dict[str, float],
    paused: bool,
) -> None:
    person = f"person-{next(NUMBERS)}"
    for answer in given_answers:
        assert store.answer(person, answer)
    for attempt in given_attempts:
        assert store.start_attempt(person, attempt)
    for step, at in steps.items():
        assert store.finish_step(person, step, at=at)
    for film, seconds in watched.items():
        assert store.watch(person, film, seconds=seconds, at=EVENING)
    assert store.pause(person, paused=paused, at=EVENING) is paused

    record = store.record(person)
    assert record.cards == rebuild(record, ())
    assert replace(record, cards={}) == Record(
        answers=tuple(sorted(given_answers, key=lambda answer: answer.at)),
        steps=steps,
        attempts=tuple(sorted(given_attempts, key=lambda attempt: attempt.started)),
        watched=watched,
        paused=paused,
        revision=len(given_answers) + len(given_attempts) + len(steps) + len(watched) + paused,
    )


def test_somebody_unknown_has_an_empty_record_and_no_row(store: Store) -> None:
    assert store.record(ANNA) == Record()
    assert store.revision(ANNA) == 0
    assert set(store.counts().values()) == {0}


def test_the_first_fact_makes_the_learner(store: Store) -> None:
    assert store.answer(ANNA, an_answer("een"))
    assert store.counts()["learners"] == 1
    assert store.revision(ANNA) == store.record(ANNA).revision == 1


def test_the_same_answer_twice_is_one_answer(store: Store) -> None:
    assert store.answer(ANNA, an_answer("een"))
    assert not store.answer(ANNA, replace(an_answer("een"), score=1.0, at=later(minutes=1)))
    record = store.record(ANNA)
    assert record.answers == (an_answer("een"),)
    assert record.revision == 1


def test_the_id_of_somebody_elses_answer_stores_nothing(store: Store) -> None:
    store.answer(ANNA, an_answer("een"))
    assert not store.answer(BRAM, an_answer("een"))
    assert store.record(BRAM) == Record()
    assert store.counts()["learners"] == 1


def test_answers_of_the_same_moment_stay_in_order(store: Store) -> None:
    names = ["z", "a", "m", "b"]
    for name in names:
        store.answer(ANNA, an_answer(name))
    assert [answer.id for answer in store.record(ANNA).answers] == names


def test_attempts_of_the_same_moment_stay_in_order(store: Store) -> None:
    for name in ("z", "a", "m"):
        store.start_attempt(ANNA, an_attempt(name))
    assert [attempt.id for attempt in store.record(ANNA).attempts] == ["z", "a", "m"]


def test_moments_come_back_in_utc(store: Store) -> None:
    amsterdam = EVENING.astimezone(timezone(timedelta(hours=1)))
    store.answer(ANNA, an_answer("een", at=amsterdam))
    [answer] = store.record(ANNA).answers
    assert answer.at == amsterdam
    assert answer.at.tzinfo is UTC


def test_a_step_keeps_its_first_time(store: Store) -> None:
    assert store.finish_step(ANNA, "hechting/spel", at=EVENING)
    assert not store.finish_step(ANNA, "hechting/spel", at=later(days=1))
    assert store.record(ANNA).steps == {"hechting/spel": EVENING}


@pytest.mark.parametrize(("heard", "kept"), [([10.0, 62.5], 62.5), ([62.5, 10.0], 62.5), ([5.0, 5.0], 5.0)])
def test_a_film_keeps_the_highest_position(store: Store, heard: list[float], kept: float) -> None:
    changed = [store.watch(ANNA, "still-face-film", seconds=seconds, at=EVENING) for seconds in heard]
    assert changed == [True, heard[1] > heard[0]]
    record = store.record(ANNA)
    assert record.watched == {"still-face-film": kept}
    assert record.revision == sum(changed)


def test_pausing_is_remembered_until_it_is_over(store: Store) -> None:
    assert not store.pause(ANNA, paused=False, at=EVENING)
    assert store.counts()["learners"] == 0
    assert store.pause(ANNA, paused=True, at=EVENING)
    assert not store.pause(ANNA, paused=True, at=EVENING)
    assert store.record(ANNA).paused
    assert store.pause(ANNA, paused=False, at=EVENING)
    assert not store.record(ANNA).paused
