"""What a learner did and what follows from it: progress, scores, what is next. No store, no clock, no page.

Facts are only ever added; everything else on this page is computed from them.
"""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from statistics import fmean

from school.content import Course, Module, Quiz, Step
from school.grading import Response
from school.lesson import Explainer

STARTMETING = "startmeting"
EINDTOETS = "eindtoets"
REVIEW = "herhalen"
"""The context of an answer that was given in Herhalen."""
ROOM = "zaal"
"""The context of an answer that was given in a room with a trainer, and taken along."""
GUESSED = "schatting"
"""The context of a guess in a lesson, made before the figures were shown: it says nothing of what somebody can."""


@dataclass(frozen=True)
class Answer:
    """One answer that was given. `id` is made by whoever asks, so that storing it twice changes nothing.

    `attempt` is the quiz attempt it belongs to. `context` says where else it was given: `REVIEW`, `ROOM`, `GUESSED`,
    or nothing for an exercise in a lesson. `score` is 0 to 1. `certainty` is 1, 2 or 3 when the learner said how sure they were.
    """

    id: str
    task: str
    version: str
    response: Response
    score: float
    at: datetime
    attempt: str | None = None
    certainty: int | None = None
    context: str | None = None

    @property
    def in_lesson(self) -> bool:
        return self.attempt is None and self.context in (None, GUESSED)


@dataclass(frozen=True)
class Card:
    """A question that comes back at `due`; `school.reviewing` computes it from the answers.

    `last` is the day of the answer that counted last, `stability` after how many days the chance of still knowing it is
    90 %, `difficulty` 1 to 10. `key` says that it is a key fact, which comes back also when it was right.
    """

    task: str
    due: date
    last: date
    stability: float
    difficulty: float
    key: bool = False


@dataclass(frozen=True)
class Choice:
    """What somebody chose in a case, at which place. `id` is made by whoever asks, as of an answer."""

    id: str
    explainer: str
    node: str
    choice: str
    at: datetime


@dataclass(frozen=True)
class Draft:
    """What lies there of an answer to a task in a lesson before it was looked at: `laid` is a part of a response."""

    task: str
    laid: Response
    at: datetime


@dataclass(frozen=True)
class Attempt:
    """One go at a quiz. `questions` are asked, in this order; `carried` holds scores kept from the attempt before.

    The pass mark is kept with the attempt, so that changing the quiz never changes an old result.
    """

    id: str
    quiz: str
    seed: int
    questions: tuple[str, ...]
    pass_mark: float
    started: datetime
    carried: Mapping[str, float] = field(default_factory=dict)
    marked: frozenset[str] = frozenset()
    finished: datetime | None = None
    score: float | None = None

    @property
    def passed(self) -> bool:
        return self.score is not None and self.score >= self.pass_mark


@dataclass(frozen=True)
class Record:
    """Everything remembered about one learner, oldest first. An empty record is somebody we do not know."""

    answers: tuple[Answer, ...] = ()
    steps: Mapping[str, datetime] = field(default_factory=dict)
    attempts: tuple[Attempt, ...] = ()
    watched: Mapping[str, float] = field(default_factory=dict)
    paused: bool = False
    revision: int = 0
    shown: Mapping[str, datetime] = field(default_factory=dict)
    """When the worked answer of a task in a lesson was shown for the first time."""
    cards: Mapping[str, Card] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    """Everything that was chosen in cases, also what was chosen otherwise later."""
    drafts: Mapping[str, Draft] = field(default_factory=dict)
    """What was laid last for each task, also when it was looked at since."""

    def attempt(self, attempt_id: str | None) -> Attempt | None:
        return next((attempt for attempt in self.attempts if attempt.id == attempt_id), None)

    def answers_in(self, attempt: Attempt) -> dict[str, Answer]:
        """The last answer to each question of an attempt."""
        return {answer.task: answer for answer in self.answers if answer.attempt == attempt.id}

    def last_exercise_answer(self, task: str) -> Answer | None:
        """The last answer to a task in a lesson."""
        return next((a for a in reversed(self.answers) if a.task == task and a.in_lesson), None)

    def draft(self, task: str) -> Draft | None:
        """What was laid since the last answer to a task in a lesson."""
        draft, answer = self.drafts.get(task), self.last_exercise_answer(task)
        return draft if draft and (answer is None or answer.at <= draft.at) else None

    def tries(self, task: str) -> int:
        """How often a task in a lesson was answered."""
        return sum(answer.task == task and answer.in_lesson for answer in self.answers)


@dataclass(frozen=True)
class ModuleProgress:
    """How far somebody is in a module."""

    module: Module
    done: int

    @property
    def total(self) -> int:
        return len(self.module.steps)

    @property
    def finished(self) -> bool:
        return self.done == self.total


@dataclass(frozen=True)
class GoalScore:
    """How somebody does on a learning goal: the mean of the last answers to its tasks (0 to 1), and how many tasks."""

    goal: str
    score: float
    tasks: int


def done_steps(course: Course, record: Record) -> frozenset[str]:
    """Addresses of the steps that are done: with tasks when all are answered, without when left by 'Volgende'."""
    answered = {answer.task for answer in record.answers if answer.in_lesson}
    return frozenset(
        step.address
        for step in course.steps()
        if (all(task in answered for task in step.tasks) if step.tasks else step.address in record.steps)
    )


def progress(course: Course, done: frozenset[str]) -> list[ModuleProgress]:
    """How far somebody is in each module, in the order of the programme; `done` as `done_steps` gives it."""
    return [ModuleProgress(m, sum(step.address in done for step in m.steps)) for m in course.modules]


def resume(course: Course, record: Record, done: frozenset[str]) -> Step | None:
    """Where to go on: the step touched last when it is not done, else the first step after it that is not.

    Nothing for somebody who has not begun, or who has done every step.
    """
    steps = list(course.steps())
    last = _last_touched(course, record)
    if last is None:
        return None
    at = steps.index(last)
    return next((step for step in (*steps[at:], *steps[:at]) if step.address not in done), None)


def _last_touched(course: Course, record: Record) -> Step | None:
    step_of = {task: step for step in course.steps() for task in step.tasks}
    touched = [(answer.at, step_of[answer.task]) for answer in record.answers if answer.in_lesson and answer.task in step_of]
    touched += [(at, step) for address, at in record.steps.items() if (step := course.find_step(address.partition("#")[0]))]
    told_in = {block.id: step for step in course.steps() for block in step.blocks if isinstance(block, Explainer)}
    touched += [(choice.at, told_in[choice.explainer]) for choice in record.choices if choice.explainer in told_in]
    return max(touched, key=lambda moment: moment[0])[1] if touched else None


def next_step(course: Course, step: Step) -> Step | None:
    """The step after this one, in the order of the programme."""
    steps = list(course.steps())
    after = steps.index(step) + 1
    return steps[after] if after < len(steps) else None


def previous_step(course: Course, step: Step) -> Step | None:
    """The step before this one, in the order of the programme."""
    steps = list(course.steps())
    before = steps.index(step) - 1
    return steps[before] if before >= 0 else None


def open_attempt(record: Record, quiz: str) -> Attempt | None:
    """The attempt at this quiz that is under way."""
    return next((a for a in reversed(record.attempts) if a.quiz == quiz and a.finished is None), None)


def finished_attempts(record: Record, quiz: str) -> list[Attempt]:
    """The finished attempts at this quiz, oldest first."""
    return [attempt for attempt in record.attempts if attempt.quiz == quiz and attempt.finished is not None]


def best_attempt(record: Record, quiz: str) -> Attempt | None:
    """The finished attempt with the highest score; the oldest of equals."""
    return max(finished_attempts(record, quiz), key=lambda attempt: attempt.score or 0, default=None)


def attempt_score(attempt: Attempt, answers: Mapping[str, Answer]) -> float:
    """The mean score (0 to 1) over asked and carried questions; a question without an answer counts as 0."""
    scores = [answers[task].score if task in answers else 0.0 for task in attempt.questions]
    scores += attempt.carried.values()
    return fmean(scores) if scores else 0.0


def wrong_questions(attempt: Attempt, answers: Mapping[str, Answer]) -> list[str]:
    """The asked questions that were not fully right."""
    return [task for task in attempt.questions if task not in answers or answers[task].score < 1]


def questions_for(course: Course, quiz: Quiz, record: Record, seed: int) -> tuple[str, ...]:
    """The questions of a new attempt: all of a practice quiz, or one of each place of the blueprint for a test.

    A test avoids the questions this learner has already seen in the other test, so that startmeting and eindtoets are
    parallel. The same seed and record give the same draw.
    """
    if quiz.kind == "practice":
        return quiz.questions
    seen = {task for attempt in record.attempts if attempt.quiz != quiz.id for task in attempt.questions}
    chance = random.Random(seed)
    drawn = []
    for place in course.places.values():
        names = list(place.questions)
        fresh = [name for name in names if name not in seen] or names
        drawn.append(chance.choice(fresh))
    return tuple(drawn)


def repeat_of(attempt: Attempt, answers: Mapping[str, Answer]) -> tuple[tuple[str, ...], dict[str, float]]:
    """What to ask when only what was wrong is repeated, and the scores that are kept."""
    wrong = wrong_questions(attempt, answers)
    kept = {task: 1.0 for task in attempt.questions if task not in wrong}
    return tuple(wrong), {**attempt.carried, **kept}


def answers_hidden(record: Record, quiz: Quiz) -> bool:
    """The startmeting shows no answers until the eindtoets is done."""
    return quiz.id == STARTMETING and not finished_attempts(record, EINDTOETS)


def shuffled(names: Iterable[str], *seeds: object) -> list[str]:
    """The names in an order that depends only on the names and the seeds, and that is not the given one."""
    given = list(names)
    mixed = list(given)
    chance = random.Random("|".join(map(str, seeds)))
    for _ in range(8):
        chance.shuffle(mixed)
        if mixed != given:
            break
    return mixed


def standing(record: Record) -> list[Answer]:
    """The answers that stand, oldest first: the last to each question of a quiz that was handed in, and all others."""
    finished = {attempt.id for attempt in record.attempts if attempt.finished is not None}
    last = {(answer.attempt, answer.task): answer.id for answer in record.answers if answer.attempt in finished}
    return [answer for answer in record.answers if answer.attempt is None or last.get((answer.attempt, answer.task)) == answer.id]


def evidence(course: Course, record: Record) -> list[Answer]:
    """The answers that say what somebody can, oldest first.

    Not those of the startmeting, which comes before learning; not what is not graded; and not what was answered in a
    lesson after the worked answer was shown, since copying is not solving; nor a guess.
    """
    before = {attempt.id for attempt in record.attempts if attempt.quiz == STARTMETING}
    return [
        answer
        for answer in standing(record)
        if answer.attempt not in before
        and answer.context != GUESSED
        and not _copied(record, answer)
        and (task := course.tasks.get(answer.task))
        and task.kind != "reflect"
    ]


def _copied(record: Record, answer: Answer) -> bool:
    shown = record.shown.get(answer.task)
    return answer.in_lesson and shown is not None and answer.at >= shown


def goal_scores(course: Course, record: Record) -> list[GoalScore]:
    """How somebody does per learning goal, from the last answer to each of its tasks that says anything; weakest first."""
    last = {answer.task: answer.score for answer in evidence(course, record)}
    by_goal: dict[str, list[float]] = {}
    for name, score in last.items():
        by_goal.setdefault(course.tasks[name].goal, []).append(score)
    scores = [GoalScore(goal, fmean(found), len(found)) for goal, found in by_goal.items()]
    return sorted(scores, key=lambda goal: (goal.score, goal.goal))


def watched_to(record: Record, film: str) -> int:
    """The second up to which a film was watched; 0 when it was not."""
    return int(record.watched.get(film, 0))


@dataclass(frozen=True)
class Gain:
    """One goal in startmeting and eindtoets, each 0 to 1; nothing where that test was not done."""

    goal: str
    before: float | None
    after: float | None


def gains(course: Course, record: Record) -> list[Gain]:
    """The first startmeting beside the first eindtoets, per goal, in the order of the blueprint; empty without either."""
    tests = {quiz: finished_attempts(record, quiz)[:1] for quiz in (STARTMETING, EINDTOETS)}
    scores = {quiz: _by_goal(course, record, found[0]) if found else {} for quiz, found in tests.items()}
    if not any(scores.values()):
        return []
    goals = dict.fromkeys(place.goal for place in course.places.values())
    return [Gain(goal, scores[STARTMETING].get(goal), scores[EINDTOETS].get(goal)) for goal in goals]


def _by_goal(course: Course, record: Record, attempt: Attempt) -> dict[str, float]:
    answers = record.answers_in(attempt)
    found: dict[str, list[float]] = {}
    for name in attempt.questions:
        if name in course.tasks:
            found.setdefault(course.tasks[name].goal, []).append(answers[name].score if name in answers else 0.0)
    return {goal: fmean(scores) for goal, scores in found.items()}
