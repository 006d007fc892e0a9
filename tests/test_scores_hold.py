"""A score never depends on the order in which options stand, nor on how often a page is loaded again."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from school.grading import Response, grade, parse, solution
from school.learning import Answer, Attempt, Record, attempt_score, questions_for, shuffled
from school.loading import load_course
from school.tasks import Choice, Match, Multiple, Number, Order, Reflect, ShortWords, Task, TrueFalse

REAL = load_course(Path(__file__).parent.parent, today=date(2026, 11, 22))
START = datetime(2026, 11, 22, 9, tzinfo=UTC)
TASKS = [name for name, task in REAL.tasks.items() if task.kind != "reflect"]


def some_answer(task: Task, chance: Random) -> Response:
    """Any answer that can be given."""
    match task:
        case Choice():
            return chance.choice(list(task.options))
        case TrueFalse():
            return chance.choice(["waar", "niet-waar"])
        case Multiple():
            return [name for name in task.options if chance.random() < 0.5]
        case Number():
            return float(chance.randint(int(task.minimum), int(task.maximum)))
        case Order():
            return chance.sample(list(task.items), len(task.items))
        case Match():
            return {left: chance.choice(list(task.right)) for left in task.left}
        case ShortWords():
            return chance.choice([*task.accept, "iets anders"])
        case Reflect():
            raise AssertionError("not graded")


def other_order(task: Task, chance: Random) -> Task:
    """The same task with its options, sides and accepted words in another order."""
    changes: dict[str, Any] = {}
    for field in ("options", "left", "right", "mistakes", "pairs"):
        found = getattr(task, field, None)
        if isinstance(found, dict) and not isinstance(task, Order):
            changes[field] = dict(chance.sample(list(found.items()), len(found)))
    for field in ("answers", "accept"):
        found = getattr(task, field, None)
        if isinstance(found, list):
            changes[field] = chance.sample(found, len(found))
    return task.model_copy(update=changes)


@given(st.sampled_from(TASKS), st.randoms(use_true_random=False))
def test_a_score_does_not_depend_on_the_order_of_the_options(name: str, chance: Random) -> None:
    task = REAL.tasks[name]
    response = some_answer(task, chance)
    turned = other_order(task, chance)
    assert grade(turned, parse(turned, response)).score == grade(task, parse(task, response)).score
    assert grade(turned, solution(turned)).score == 1


@given(st.sampled_from(TASKS), st.randoms(use_true_random=False))
def test_things_to_tick_may_be_ticked_in_any_order(name: str, chance: Random) -> None:
    task = REAL.tasks[name]
    response = some_answer(task, chance)
    if isinstance(task, Multiple) and isinstance(response, list):
        assert parse(task, chance.sample(response, len(response))) == parse(task, response)
    if isinstance(task, Match) and isinstance(response, dict):
        assert grade(task, dict(chance.sample(list(response.items()), len(response)))).score == grade(task, response).score


@given(st.sampled_from(TASKS))
def test_what_is_shuffled_stands_in_the_same_order_at_every_load(name: str) -> None:
    task = REAL.tasks[name]
    things = getattr(task, "items", getattr(task, "right", {}))
    if isinstance(things, dict):
        assert shuffled(things, name) == shuffled(dict(things), name)
        assert sorted(shuffled(things, name)) == sorted(things)


@given(st.randoms(use_true_random=False), st.lists(st.integers(0, 9), max_size=30))
def test_a_quiz_scores_the_same_however_often_it_is_loaded_again_and_answered_the_same(chance: Random, loads: list[int]) -> None:
    quiz = REAL.quizzes["hechting"]
    attempt = Attempt("a", quiz.id, 1, quiz.questions, 0.7, START)
    final = {name: some_answer(REAL.tasks[name], chance) for name in quiz.questions}

    def answer(name: str, minute: int) -> Answer:
        task = REAL.tasks[name]
        response = parse(task, final[name])
        return Answer(f"{name}-{minute}", name, task.version, response, grade(task, response).score, START + timedelta(minutes=minute), "a")

    once = Record(answers=tuple(answer(name, 0) for name in quiz.questions), attempts=(attempt,))
    again = tuple(answer(quiz.questions[place % len(quiz.questions)], minute) for minute, place in enumerate(loads, 1))
    often = replace(once, answers=(*once.answers, *again))
    assert attempt_score(attempt, often.answers_in(attempt)) == attempt_score(attempt, once.answers_in(attempt))


@given(st.integers(0, 2**31), st.integers(0, 2**31))
def test_the_two_tests_are_parallel_seeded_and_never_share_a_question(one: int, other: int) -> None:
    first, second = REAL.quizzes["startmeting"], REAL.quizzes["eindtoets"]
    before = questions_for(REAL, first, Record(), one)
    record = Record(attempts=(Attempt("s", first.id, one, before, 0.7, START, finished=START, score=0.5),))
    after = questions_for(REAL, second, record, other)
    assert questions_for(REAL, second, record, other) == after
    assert not set(before) & set(after)
    assert [(REAL.tasks[name].goal, REAL.tasks[name].kind) for name in before] == [(REAL.tasks[n].goal, REAL.tasks[n].kind) for n in after]
    practised = {name for quiz in REAL.quizzes.values() for name in quiz.questions}
    assert not practised & {*before, *after}
