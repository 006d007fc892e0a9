"""Made-up people: as many answers as asked, the same for the same seed, and each of them possible in the real course."""

from datetime import UTC, date, datetime
from pathlib import Path
from statistics import fmean

import pytest

from school.content import Course
from school.demo.crowd import Person, crowd
from school.demo.items import items
from school.grading import grade, parse
from school.learning import attempt_score
from school.loading import load_course
from school.reviewing import key_facts, rebuild

ROOT = Path(__file__).parent.parent
EVENING = datetime(2026, 11, 22, 20, tzinfo=UTC)


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(ROOT, today=date(2026, 11, 22))


@pytest.fixture(scope="module")
def people(course: Course) -> list[Person]:
    return list(crowd(course, teams=3, people=30, answers=3000, seed=1, now=EVENING))


def test_there_are_as_many_people_and_answers_as_were_asked_for(people: list[Person]) -> None:
    assert len(people) == 30
    assert sum(len(one.record.answers) for one in people) == 3000
    assert [sum(one.team == team for one in people) for team in range(3)] == [10, 10, 10]


@pytest.mark.parametrize(("people", "answers"), [(1, 1), (7, 7), (5, 23)])
def test_small_numbers_come_out_as_well(course: Course, people: int, answers: int) -> None:
    made = list(crowd(course, teams=1, people=people, answers=answers, seed=2, now=EVENING))
    assert len(made) == people
    assert sum(len(one.record.answers) for one in made) == answers
    assert all(one.record.answers for one in made)


def test_the_same_seed_makes_the_same_people_and_another_seed_others(course: Course, people: list[Person]) -> None:
    assert list(crowd(course, teams=3, people=30, answers=3000, seed=1, now=EVENING)) == people
    others = list(crowd(course, teams=3, people=30, answers=3000, seed=3, now=EVENING))
    assert not {one.id for one in others} & {one.id for one in people}


def test_every_answer_could_have_been_given_and_has_its_true_score(course: Course, people: list[Person]) -> None:
    for one in people:
        for answer in one.record.answers:
            task = course.tasks[answer.task]
            assert parse(task, answer.response) == answer.response
            assert grade(task, answer.response).score == answer.score
            assert answer.version == task.version


def test_every_quiz_that_was_handed_in_has_the_score_of_its_answers(people: list[Person]) -> None:
    finished = [(one, attempt) for one in people for attempt in one.record.attempts if attempt.finished]
    assert len(finished) > 30
    for one, attempt in finished:
        assert attempt.score == attempt_score(attempt, one.record.answers_in(attempt))
        assert attempt.started <= attempt.finished
        moments = [answer.at for answer in one.record.answers if answer.attempt == attempt.id]
        assert attempt.started <= min(moments)
        assert max(moments) <= attempt.finished


def test_time_goes_one_way_and_ends_before_now(people: list[Person]) -> None:
    for one in people:
        moments = [answer.at for answer in one.record.answers]
        assert moments == sorted(moments)
        assert moments[-1] <= EVENING
        assert one.joined <= EVENING


def test_the_review_cards_are_those_of_the_answers(course: Course, people: list[Person]) -> None:
    assert sum(len(one.record.cards) for one in people) > 100
    for one in people:
        assert dict(one.record.cards) == rebuild(one.record, key_facts(course))


def test_hard_questions_are_missed_more_often_and_the_sure_are_right_more_often(course: Course) -> None:
    crowded = list(crowd(course, teams=1, people=150, answers=15_000, seed=4, now=EVENING))
    difficulty = {name: item.difficulty for name, item in items(course, 4).items() if item.wrong}
    hardest = sorted(difficulty, key=difficulty.__getitem__)
    given = [answer for one in crowded for answer in one.record.answers]

    def right(names: list[str]) -> float:
        return fmean(answer.score == 1 for answer in given if answer.task in names)

    assert right(hardest[:30]) > right(hardest[-30:]) + 0.15
    sure = {level: fmean(answer.score == 1 for answer in given if answer.certainty == level) for level in (1, 2, 3)}
    assert sure[1] < sure[2] < sure[3]
