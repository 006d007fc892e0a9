"""What follows from what a learner did; computed, never stored."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from school.content import Course
from school.learning import (
    EINDTOETS,
    STARTMETING,
    Answer,
    Attempt,
    Choice,
    Gain,
    GoalScore,
    Record,
    answers_hidden,
    attempt_score,
    best_attempt,
    done_steps,
    finished_attempts,
    gains,
    goal_scores,
    next_step,
    open_attempt,
    previous_step,
    progress,
    questions_for,
    repeat_of,
    resume,
    shuffled,
    watched_to,
    wrong_questions,
)
from school.loading import load_course

TODAY = date(2026, 11, 22)
START = datetime(2026, 11, 22, 9, tzinfo=UTC)
SMALL: Course = load_course(Path(__file__).parent / "course", today=TODAY)
REAL: Course = load_course(Path(__file__).parent.parent, today=TODAY)
WELCOME, HELP, WATER, POUR = SMALL.steps()
IN_WATER = ("oefen-water", "oefen-spullen", "oefen-groen", "oefen-minuten")

names = st.text("abcdefgh", min_size=1, max_size=3)
scores = st.sampled_from([0.0, 0.25, 1 / 3, 0.5, 2 / 3, 1.0])


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def an_answer(task: str, score: float = 1.0, *, attempt: str | None = None, minutes: float = 0) -> Answer:
    return Answer(f"{task}-{minutes}-{attempt}", task, "00000000", "x", score, at(minutes), attempt=attempt)


def an_attempt(name: str, questions: tuple[str, ...] = ("a", "b"), *, quiz: str = "proeftoets", **fields: object) -> Attempt:
    return replace(Attempt(name, quiz, 1, questions, 0.6, START), **fields)


def handed_in(name: str, score: float, *, quiz: str = "proeftoets", questions: tuple[str, ...] = ("a", "b")) -> Attempt:
    return an_attempt(name, questions, quiz=quiz, finished=at(9), score=score)


# Which steps are done


def test_somebody_we_do_not_know_has_done_nothing() -> None:
    assert done_steps(SMALL, Record()) == frozenset()


def test_a_step_without_a_task_is_done_when_it_was_left() -> None:
    assert done_steps(SMALL, Record(steps={"welkom/welkom": START})) == {"welkom/welkom"}


def test_a_step_with_tasks_is_not_done_by_leaving_it() -> None:
    assert done_steps(SMALL, Record(steps={"proef/water-en-thee": START})) == frozenset()


def test_a_step_with_tasks_is_done_when_all_are_answered_right_or_not() -> None:
    answers = tuple(an_answer(task, score=0) for task in IN_WATER)
    assert done_steps(SMALL, Record(answers=answers[:-1])) == frozenset()
    assert done_steps(SMALL, Record(answers=answers)) == {"proef/water-en-thee"}


def test_an_answer_in_a_quiz_does_not_finish_a_step() -> None:
    answers = tuple(an_answer(task, attempt="poging") for task in IN_WATER)
    assert done_steps(SMALL, Record(answers=answers)) == frozenset()


def test_a_step_that_is_no_longer_there_is_not_counted() -> None:
    record = Record(steps={"welkom/weg": START, "weg/weg": START, "": START})
    assert done_steps(SMALL, record) == frozenset()
    assert resume(SMALL, record, frozenset()) is None


def test_progress_counts_per_module() -> None:
    one, two = progress(SMALL, frozenset({"welkom/welkom", "welkom/wie-je-kunt-bellen", "proef/water-en-thee"}))
    assert (one.module.id, one.done, one.total, one.finished) == ("welkom", 2, 2, True)
    assert (two.module.id, two.done, two.total, two.finished) == ("proef", 1, 2, False)


@given(st.sets(st.sampled_from([step.address for step in REAL.steps()])))
def test_progress_adds_up_to_what_is_done(done: set[str]) -> None:
    assert sum(module.done for module in progress(REAL, frozenset(done))) == len(done)


# Where to go on


def test_who_has_not_begun_has_nowhere_to_resume() -> None:
    assert resume(SMALL, Record(), frozenset()) is None


def test_you_resume_after_the_step_that_was_left_last() -> None:
    record = Record(steps={"welkom/welkom": at(1)})
    assert resume(SMALL, record, done_steps(SMALL, record)) is HELP


def test_you_resume_in_the_step_whose_tasks_are_half_answered() -> None:
    record = Record(answers=(an_answer("oefen-water", minutes=5),), steps={"welkom/welkom": at(1)})
    assert resume(SMALL, record, done_steps(SMALL, record)) is WATER


def test_what_was_touched_last_counts_and_not_what_comes_last() -> None:
    record = Record(answers=(an_answer("oefen-woord", minutes=1),), steps={"welkom/welkom": at(5)})
    assert resume(SMALL, record, done_steps(SMALL, record)) is HELP


def test_you_resume_where_you_were_walking_through_an_explainer_or_a_case() -> None:
    seen = Record(steps={f"{POUR.address}#kraan": at(5), "welkom/welkom": at(1)})
    assert resume(SMALL, seen, done_steps(SMALL, seen)) is POUR
    chosen = Record(steps={"welkom/welkom": at(1)}, choices=(Choice("een", "casus-de-theepot", "bij-de-deur", "vragen", at(5)),))
    assert resume(SMALL, chosen, done_steps(SMALL, chosen)) is POUR
    gone = Record(choices=(Choice("een", "casus-die-er-niet-meer-is", "bij-de-deur", "vragen", at(5)),))
    assert resume(SMALL, gone, frozenset()) is None


def test_after_the_last_step_you_resume_at_the_first_that_was_skipped() -> None:
    assert resume(SMALL, Record(answers=(an_answer("oefen-woord"),)), frozenset({POUR.address})) is WELCOME


def test_who_has_done_everything_has_nowhere_to_resume() -> None:
    everything = frozenset(step.address for step in SMALL.steps())
    assert resume(SMALL, Record(steps={"welkom/welkom": START}), everything) is None


@given(st.dictionaries(st.sampled_from([step.address for step in REAL.steps()]), st.datetimes(timezones=st.just(UTC))))
def test_you_never_resume_in_a_step_that_is_done(steps: dict[str, datetime]) -> None:
    record = Record(steps=steps)
    done = done_steps(REAL, record)
    found = resume(REAL, record, done)
    assert (found is None) == (not steps)  # tasks stay open, so there is always something left
    assert found is None or found.address not in done


def test_next_and_previous_go_through_the_whole_programme() -> None:
    steps = list(REAL.steps())
    assert [next_step(REAL, step) for step in steps] == [*steps[1:], None]
    assert [previous_step(REAL, step) for step in steps] == [None, *steps[:-1]]


# Attempts


def test_the_open_attempt_is_the_one_that_is_not_handed_in() -> None:
    record = Record(attempts=(handed_in("1", 1), an_attempt("2"), an_attempt("3", quiz="anders")))
    assert open_attempt(record, "proeftoets") == record.attempts[1]
    assert open_attempt(record, "nooit-gedaan") is None


def test_finished_attempts_are_in_the_order_in_which_they_were_done() -> None:
    record = Record(attempts=(handed_in("1", 0.2), an_attempt("2"), handed_in("3", 1), handed_in("4", 0.5, quiz="anders")))
    assert [attempt.id for attempt in finished_attempts(record, "proeftoets")] == ["1", "3"]


def test_the_best_attempt_is_the_oldest_of_equals() -> None:
    record = Record(attempts=(handed_in("1", 0.5), handed_in("2", 0.8), handed_in("3", 0.8)))
    best = best_attempt(record, "proeftoets")
    assert best is not None
    assert best.id == "2"
    assert best_attempt(record, "anders") is None


@pytest.mark.parametrize(("score", "passed"), [(None, False), (0.59, False), (0.6, True), (1.0, True)])
def test_you_pass_at_the_pass_mark(score: float | None, passed: bool) -> None:
    assert an_attempt("1", score=score).passed is passed


def test_a_score_is_the_mean_and_a_question_without_an_answer_is_nothing() -> None:
    attempt = an_attempt("1", ("a", "b", "c", "d"))
    assert attempt_score(attempt, {"a": an_answer("a", 1), "b": an_answer("b", 0.5)}) == 1.5 / 4


def test_carried_scores_count_in_the_mean() -> None:
    attempt = an_attempt("2", ("b",), carried={"a": 1.0, "c": 1.0})
    assert attempt_score(attempt, {"b": an_answer("b", 0.5)}) == 2.5 / 3


def test_only_the_last_answer_to_a_question_counts() -> None:
    attempt = an_attempt("1", ("a",))
    record = Record(answers=(an_answer("a", 1, attempt="1"), an_answer("a", 0, attempt="1", minutes=1), an_answer("a", 1, attempt="2")))
    assert attempt_score(attempt, record.answers_in(attempt)) == 0


def test_what_is_partly_right_is_still_wrong() -> None:
    attempt = an_attempt("1", ("a", "b", "c"))
    assert wrong_questions(attempt, {"a": an_answer("a", 1), "b": an_answer("b", 0.99)}) == ["b", "c"]


def test_repeating_asks_what_was_wrong_and_keeps_the_rest() -> None:
    attempt = an_attempt("1", ("a", "b", "c"), carried={"z": 1.0})
    questions, carried = repeat_of(attempt, {"a": an_answer("a", 1), "b": an_answer("b", 0.5)})
    assert questions == ("b", "c")
    assert carried == {"a": 1.0, "z": 1.0}


@given(st.dictionaries(names, scores, min_size=1), st.data())
def test_repeating_until_all_is_right_never_loses_a_question_and_ends_at_100_percent(
    answered: dict[str, float], data: st.DataObject
) -> None:
    attempt = an_attempt("0", tuple(answered))
    given = {name: an_answer(name, score) for name, score in answered.items()}
    before = attempt_score(attempt, given)
    for time in range(1, len(answered) + 1):
        questions, carried = repeat_of(attempt, given)
        assert set(questions) | set(carried) == set(answered)
        assert not set(questions) & set(carried)
        if not questions:
            break
        attempt = an_attempt(str(time), questions, carried=carried)
        right = {data.draw(st.sampled_from(questions)), questions[0]}
        given = {name: an_answer(name, 1.0 if name in right else answered[name]) for name in questions}
        assert attempt_score(attempt, given) >= before - 1e-9
        before = attempt_score(attempt, given)
    assert before == pytest.approx(1)


# Drawing questions


def test_a_practice_quiz_asks_everything_in_the_order_of_the_author() -> None:
    quiz = SMALL.quizzes["proeftoets"]
    assert questions_for(SMALL, quiz, Record(), 7) == ("vraag-water", "vraag-groen", "vraag-woord")


@given(st.integers(0, 2**31))
def test_the_same_seed_and_record_give_the_same_draw(seed: int) -> None:
    quiz = REAL.quizzes[STARTMETING]
    assert questions_for(REAL, quiz, Record(), seed) == questions_for(REAL, quiz, Record(), seed)


def test_another_seed_gives_another_draw() -> None:
    draws = {questions_for(REAL, REAL.quizzes[STARTMETING], Record(), seed) for seed in range(20)}
    assert len(draws) > 10


@given(st.integers(0, 2**31))
def test_a_test_has_one_question_of_every_place_in_the_order_of_the_blueprint(seed: int) -> None:
    drawn = questions_for(REAL, REAL.quizzes[EINDTOETS], Record(), seed)
    assert [name in place.questions for name, place in zip(drawn, REAL.places.values(), strict=True)] == [True] * len(REAL.places)


@given(st.integers(0, 2**31), st.integers(0, 2**31), st.permutations([STARTMETING, EINDTOETS]))
def test_startmeting_and_eindtoets_share_no_question(seed: int, other_seed: int, order: list[str]) -> None:
    first = questions_for(REAL, REAL.quizzes[order[0]], Record(), seed)
    record = Record(attempts=(an_attempt("1", first, quiz=order[0]),))
    second = questions_for(REAL, REAL.quizzes[order[1]], record, other_seed)
    assert not set(first) & set(second)


def test_who_has_seen_everything_still_gets_a_whole_test() -> None:
    both = tuple(name for place in SMALL.places.values() for name in place.questions)
    record = Record(attempts=(an_attempt("1", both, quiz=STARTMETING),))
    assert len(questions_for(SMALL, SMALL.quizzes[EINDTOETS], record, 1)) == len(SMALL.places)


@pytest.mark.parametrize(
    ("quiz", "finished", "hidden"),
    [
        (STARTMETING, (), True),
        (STARTMETING, (STARTMETING,), True),
        (STARTMETING, (EINDTOETS,), False),
        (EINDTOETS, (), False),
        ("proeftoets", (), False),
    ],
)
def test_only_the_startmeting_hides_its_answers_until_the_eindtoets_is_done(quiz: str, finished: tuple[str, ...], hidden: bool) -> None:
    record = Record(attempts=tuple(handed_in(name, 1, quiz=name) for name in finished))
    assert answers_hidden(record, SMALL.quizzes[quiz]) is hidden


def test_an_eindtoets_that_is_not_handed_in_keeps_the_answers_hidden() -> None:
    assert answers_hidden(Record(attempts=(an_attempt("1", quiz=EINDTOETS),)), SMALL.quizzes[STARTMETING])


# Strong and weak


def test_a_goal_is_the_mean_of_the_last_answers_weakest_first() -> None:
    record = Record(
        answers=(
            an_answer("oefen-water", 0),
            an_answer("oefen-water", 1, minutes=1),
            an_answer("oefen-minuten", 0.5),
            an_answer("oefen-groen", 0),
        )
    )
    assert goal_scores(SMALL, record) == [GoalScore("thee-proeven", 0, 1), GoalScore("thee-zetten", 0.75, 2)]


def test_what_is_not_graded_or_no_longer_there_does_not_count() -> None:
    record = Record(answers=(an_answer("oefen-terugkijken"), an_answer("vraag-weg", 0)))
    assert goal_scores(SMALL, record) == []


def test_the_startmeting_does_not_count_since_it_comes_before_learning() -> None:
    attempts = (handed_in("s", 0, quiz=STARTMETING), handed_in("e", 1, quiz=EINDTOETS))
    record = Record(answers=(an_answer("meting-zetten-a", 0, attempt="s"), an_answer("meting-zetten-b", 1, attempt="e")), attempts=attempts)
    assert goal_scores(SMALL, record) == [GoalScore("thee-zetten", 1, 1)]


@given(st.lists(st.tuples(st.sampled_from([name for name, task in REAL.tasks.items() if task.kind != "reflect"]), scores)))
def test_every_goal_lies_between_its_answers_and_all_tasks_are_counted_once(given_answers: list[tuple[str, float]]) -> None:
    record = Record(answers=tuple(an_answer(task, score, minutes=i) for i, (task, score) in enumerate(given_answers)))
    found = goal_scores(REAL, record)
    assert [goal.score for goal in found] == sorted(goal.score for goal in found)
    assert sum(goal.tasks for goal in found) == len({task for task, _ in given_answers})
    assert all(0 <= goal.score <= 1 for goal in found)


def test_what_was_answered_after_the_worked_answer_was_shown_does_not_count() -> None:
    answers = (an_answer("oefen-water", 0.0), an_answer("oefen-water", 1.0, minutes=5))
    assert goal_scores(SMALL, Record(answers=answers, shown={"oefen-water": at(3)})) == [GoalScore("thee-zetten", 0, 1)]


def test_without_either_test_there_is_no_gain() -> None:
    assert gains(SMALL, Record(attempts=(an_attempt("s", quiz=STARTMETING), handed_in("p", 1)))) == []


def test_a_gain_sets_the_first_startmeting_beside_the_first_eindtoets_per_goal() -> None:
    before = handed_in("s", 0, quiz=STARTMETING, questions=("meting-zetten-a", "meting-proeven-a"))
    after = handed_in("e", 1, quiz=EINDTOETS, questions=("meting-zetten-b", "meting-proeven-b"))
    later = handed_in("e2", 0, quiz=EINDTOETS, questions=("meting-zetten-a", "meting-proeven-a"))
    record = Record(
        answers=(
            an_answer("meting-zetten-a", 0, attempt="s"),
            an_answer("meting-zetten-b", 1, attempt="e"),
            an_answer("meting-proeven-b", 0.5, attempt="e"),
        ),
        attempts=(before, after, later),
    )
    assert gains(SMALL, record) == [Gain("thee-zetten", 0, 1), Gain("thee-proeven", 0, 0.5)]
    assert gains(SMALL, replace(record, attempts=(before,))) == [Gain("thee-zetten", 0, None), Gain("thee-proeven", 0, None)]


# Order of things


@given(st.lists(names, unique=True), st.lists(st.one_of(names, st.integers())))
def test_shuffling_keeps_everything_and_is_the_same_every_time(given_names: list[str], seeds: list[object]) -> None:
    mixed = shuffled(given_names, *seeds)
    assert sorted(mixed) == sorted(given_names)
    assert mixed == shuffled(iter(given_names), *seeds)


@given(st.lists(names, unique=True, min_size=4, max_size=9), names)
def test_what_is_shuffled_is_not_in_the_right_order(given_names: list[str], seed: str) -> None:
    assert shuffled(given_names, seed) != given_names


def test_one_thing_cannot_be_shuffled() -> None:
    assert shuffled(["a"]) == ["a"]
    assert shuffled([]) == []


def test_every_order_and_match_of_the_course_is_offered_in_another_order_than_the_right_one() -> None:
    for name, task in REAL.tasks.items():
        if task.kind == "order":
            assert shuffled(task.items, name) != list(task.items), name
        if task.kind == "match":
            assert shuffled(task.right, name) != list(task.right), name


def test_a_film_that_was_not_watched_begins_at_the_beginning() -> None:
    assert watched_to(Record(), "film") == 0
    assert watched_to(Record(watched={"film": 61.9}), "film") == 61
