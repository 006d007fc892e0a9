"""What one made-up person did in the course, in order, one step at a time: first lessons and quizzes, later reviewing."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from school.content import Course, Quiz
from school.demo.items import Item
from school.learning import EINDTOETS, REVIEW, STARTMETING, Answer, Attempt, Record, attempt_score, questions_for

LEARNED = 0.8
"""How much more somebody knows after the lessons, in standard deviations."""
SITTING = 14
"""About how many questions are answered in one go."""

UNDATED = datetime.min.replace(tzinfo=UTC)
"""Until somebody's whole life is known, and with it when it began."""


@dataclass
class Life:
    """Somebody of this `ability`, who answers `left` more questions. Times are first counted from the beginning."""

    course: Course
    items: dict[str, Item]
    chance: random.Random
    ability: float
    left: int
    seconds: float = 0.0
    answers: list[tuple[float, Answer]] = field(default_factory=list)
    attempts: list[tuple[float, float, Attempt]] = field(default_factory=list)
    steps: list[tuple[float, str]] = field(default_factory=list)
    _in_sitting: int = 0

    def lived(self, *, end: datetime) -> Record:
        """Everything this person did, the last of it at `end`."""
        for _ in self._course():
            if self.left <= 0:
                break
        begin = end - timedelta(seconds=self.seconds)
        return _record(self, begin)

    def _course(self) -> Iterator[None]:
        """Startmeting, modules with their exercises and quizzes, eindtoets; then practising and reviewing without an end."""
        if self.chance.random() < 0.8:
            yield from self._quiz(self.course.quizzes.get(STARTMETING))
        practice = [quiz for quiz in self.course.quizzes.values() if quiz.kind == "practice"]
        for place, module in enumerate(self.course.modules):
            yield from self._module(module.id)
            self.ability += LEARNED / len(self.course.modules)
            for quiz in practice[place :: len(self.course.modules)]:
                yield from self._quiz(quiz)
        yield from self._quiz(self.course.quizzes.get(EINDTOETS))
        while True:
            yield from self._review()
            yield from self._quiz(self.chance.choice(practice))

    def _module(self, module: str) -> Iterator[None]:
        for step in self.course.steps():
            if step.module != module:
                continue
            for task in step.tasks:
                score = self._answer(task, None, None)
                yield
                if score < 1 and self.chance.random() < 0.6:
                    self._answer(task, None, None, better=1.0)
                    yield
            self.steps.append((self._after(20), step.address))

    def _quiz(self, quiz: Quiz | None) -> Iterator[None]:
        if quiz is None:
            return
        so_far = Record(attempts=tuple(attempt for _, _, attempt in self.attempts))
        seed = self.chance.getrandbits(31)
        began = self._after(30)
        questions = questions_for(self.course, quiz, so_far, seed)
        draft = Attempt(f"{self.chance.getrandbits(128):032x}", quiz.id, seed, questions, quiz.pass_mark, UNDATED)
        place = len(self.attempts)
        self.attempts.append((began, -1.0, draft))
        given: dict[str, Answer] = {}
        for task in questions:
            if self.left <= 0:
                return  # somebody who stopped halfway
            self._answer(task, draft.id, None)
            given[task] = self.answers[-1][1]
            if len(given) == len(questions):
                done = Attempt(draft.id, quiz.id, seed, questions, quiz.pass_mark, UNDATED, score=attempt_score(draft, given))
                self.attempts[place] = (began, self._after(10), done)
            yield

    def _review(self) -> Iterator[None]:
        wrong = list({answer.task: None for _, answer in self.answers[-60:] if answer.score < 1})
        for task in wrong[: self.chance.randint(1, 5)]:
            self._answer(task, None, REVIEW, better=0.5)
            yield

    def _answer(self, task: str, attempt: str | None, context: str | None, *, better: float = 0.0) -> float:
        item, chance = self.items[task], self.chance
        p = item.chance(self.ability + better)
        right = chance.random() < p or not item.wrong
        # The first way of being wrong is the one most people take.
        response, score = (item.right, 1.0) if right else item.wrong[min(int(chance.expovariate(0.9)), len(item.wrong) - 1)]
        made = Answer(f"{chance.getrandbits(128):032x}", task, item.version, response, score, UNDATED, attempt, self._certainty(p), context)
        self.answers.append((self._after(chance.lognormvariate(3.2, 0.5)), made))
        self.left -= 1
        return score

    def _certainty(self, p: float) -> int | None:
        """Two in three say how sure they are, and those who know more are surer; some are sure and wrong."""
        if self.chance.random() > 0.66:
            return None
        feels = p + self.chance.gauss(0, 0.25)
        return 3 if feels > 0.8 else 2 if feels > 0.5 else 1

    def _after(self, seconds: float) -> float:
        """The moment this much later; after a sitting, some days later."""
        self._in_sitting += 1
        if self._in_sitting > SITTING and self.chance.random() < 0.2:
            self._in_sitting = 0
            seconds += 86_400 * round(self.chance.expovariate(1 / 4)) + self.chance.uniform(0, 7200)
        self.seconds += seconds
        return self.seconds


def _record(life: Life, begin: datetime) -> Record:
    def at(seconds: float) -> datetime:
        return begin + timedelta(seconds=round(seconds))

    answers = [
        Answer(a.id, a.task, a.version, a.response, a.score, at(seconds), a.attempt, a.certainty, a.context) for seconds, a in life.answers
    ]
    attempts = [
        Attempt(
            a.id, a.quiz, a.seed, a.questions, a.pass_mark, at(began), finished=at(ended) if a.score is not None else None, score=a.score
        )
        for began, ended, a in life.attempts
    ]
    return Record(tuple(answers), {step: at(seconds) for seconds, step in life.steps}, tuple(attempts))
