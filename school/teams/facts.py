"""What one person adds to the figures: for each unit the sums of one person, and from which attempt or answer they come.

Only first goes count: the first time somebody handed in a quiz, the first answer to an exercise in a lesson. A unit
names what is counted together: a form of a quiz (the same versions of the same questions), a version of an exercise,
the tests, a month. Startmeting and eindtoets are one unit, since their gain is over the same people.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean

from school.content import Course
from school.learning import EINDTOETS, GUESSED, REVIEW, STARTMETING, Answer, Attempt, Record, finished_attempts
from school.reviewing import day_of
from school.tasks import Reflect
from school.teams.answered import question_sums, version_of
from school.teams.batch import Sums
from school.teams.drawn import drawn_sums

JOINED, STARTED, REVIEWED, ACTIVE = "lid", "begonnen", "herhaald", "actief"
TESTS, END_ONLY = "toetsen", "eindtoets"
QUIZ, EXERCISE = "quiz", "oefening"


@dataclass(frozen=True)
class Fact:
    """One person in one unit. `source` names the attempt or answer that it comes from, for counting it again."""

    unit: str
    source: str
    at: datetime
    sums: Sums


def subject(unit: str) -> str:
    """What somebody is counted in once, whatever the version: `quiz:hechting`, `oefening:stijl`, the tests, a month."""
    kind, _, rest = unit.partition(":")
    if kind in (TESTS, END_ONLY):
        return TESTS
    return unit if kind == ACTIVE else f"{kind}:{rest.partition(':')[0]}"


def facts_of(course: Course, record: Record) -> Iterator[Fact]:
    """Everything somebody adds, one fact per unit."""
    yield from _being_there(record)
    yield from _exercises(course, record)
    yield from _quizzes(course, record)
    tests = _tests(course, record)
    if tests:
        yield tests


def fact(course: Course, record: Record, unit: str, source: str) -> Fact | None:
    """The fact of this unit from this very source; nothing when it is not in the record any more."""
    return next((one for one in facts_of(course, record) if (one.unit, one.source) == (unit, source)), None)


def _being_there(record: Record) -> Iterator[Fact]:
    one = {"n": 1.0}
    given = record.answers
    if given:
        yield Fact(STARTED, given[0].id, given[0].at, one)
    reviewed = next((answer for answer in given if answer.context == REVIEW), None)
    if reviewed:
        yield Fact(REVIEWED, reviewed.id, reviewed.at, one)
    months: dict[str, Answer] = {}
    for answer in given:
        months.setdefault(f"{day_of(answer.at):%Y-%m}", answer)
    for month, answer in months.items():
        yield Fact(f"{ACTIVE}:{month}", answer.id, answer.at, one)


def _exercises(course: Course, record: Record) -> Iterator[Fact]:
    first: dict[str, Answer] = {}
    for answer in record.answers:
        if answer.in_lesson and answer.context != GUESSED:
            first.setdefault(answer.task, answer)
    for task, answer in first.items():
        if task in course.tasks and not isinstance(course.tasks[task], Reflect):
            sums = {"n": 1.0, **question_sums(course, task, answer, answer.score)}
            yield Fact(f"{EXERCISE}:{task}:{answer.version}", answer.id, answer.at, sums)


def _quizzes(course: Course, record: Record) -> Iterator[Fact]:
    for quiz in course.quizzes.values():
        attempts = finished_attempts(record, quiz.id)
        if quiz.kind == "practice" and attempts:
            yield quiz_fact(course, attempts[0], record.answers_in(attempts[0]))


def quiz_fact(course: Course, attempt: Attempt, answers: Mapping[str, Answer]) -> Fact:
    """A first go at a practice quiz. A question that was left open counts as 0, in the version of today."""
    total = sum(answers[task].score for task in attempt.questions if task in answers)
    sums = {"n": 1.0, "t": total, "tt": total * total}
    for task in attempt.questions:
        sums |= question_sums(course, task, answers.get(task), total)
    return Fact(f"{QUIZ}:{attempt.quiz}:{_form(course, attempt, answers)}", attempt.id, _handed_in(attempt), sums)


def _tests(course: Course, record: Record) -> Fact | None:
    """Startmeting and eindtoets together; the eindtoets alone for who skipped the startmeting or did it afterwards."""
    end = next(iter(finished_attempts(record, EINDTOETS)), None)
    if end is None:
        return None
    answers = record.answers_in(end)
    after, drawn = _scores(course, end, answers, "post"), drawn_sums(course, end, answers)
    begin = next(iter(finished_attempts(record, STARTMETING)), None)
    if begin is None or _handed_in(begin) > end.started:
        return Fact(END_ONLY, end.id, _handed_in(end), {"n": 1.0, **_squares(after), **drawn})
    before = _scores(course, begin, record.answers_in(begin), "pre")
    pairs = {name: name.replace("post", "pre", 1) for name in after}
    both = {name.replace("post", "pre×post", 1): before[pre] * after[name] for name, pre in pairs.items() if pre in before}
    return Fact(TESTS, f"{begin.id} {end.id}", _handed_in(end), {"n": 1.0, **_squares(before), **_squares(after), **both, **drawn})


def _scores(course: Course, attempt: Attempt, answers: Mapping[str, Answer], when: str) -> dict[str, float]:
    """The mean score of a test, and per goal: `post`, `post/hechtingsstijlen`."""
    by_goal: dict[str, list[float]] = {}
    for task in attempt.questions:
        if task in course.tasks:
            by_goal.setdefault(course.tasks[task].goal, []).append(answers[task].score if task in answers else 0.0)
    scores = {f"{when}/{goal}": fmean(found) for goal, found in by_goal.items()}
    every = [score for found in by_goal.values() for score in found]
    return {when: fmean(every) if every else 0.0, **scores}


def _squares(scores: Mapping[str, float]) -> dict[str, float]:
    """The scores and their squares: `post²`, `post²/hechtingsstijlen`."""
    squares = {f"{when}²{slash}{goal}": score * score for name, score in scores.items() for when, slash, goal in [name.partition("/")]}
    return {**scores, **squares}


def _form(course: Course, attempt: Attempt, answers: Mapping[str, Answer]) -> str:
    """Eight hex digits for these versions of these questions, in whatever order they were asked."""
    versions = sorted(f"{task} {version_of(course, task, answers.get(task))}" for task in attempt.questions)
    return hashlib.sha256("\n".join(versions).encode()).hexdigest()[:8]


def _handed_in(attempt: Attempt) -> datetime:
    return attempt.finished or attempt.started
