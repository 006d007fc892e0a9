"""Somebody who did everything once: put in the store at once, so that a test can look at the pages of such a person."""

from datetime import timedelta

from school.content import Course
from school.grading import Response, grade, parse, solution
from school.identity import learner_id
from school.learning import EINDTOETS, STARTMETING, Answer, Attempt, attempt_score, questions_for
from school.runtime import utc_now
from school.store import Store
from school.tasks import Choice, Match, Multiple, Number, Order, Reflect, ShortWords, Task, TrueFalse


def wrong(task: Task) -> Response:
    """An answer that can be one, and is not right."""
    match task:
        case Choice():
            return next(name for name in task.options if name != task.answer)
        case TrueFalse():
            return "waar" if task.answer == "niet-waar" else "niet-waar"
        case Multiple():
            return [name for name in task.options if name not in task.answers][:1]
        case Number():
            return float(task.minimum)
        case Order():
            return list(task.items)[::-1]
        case Match():
            rights = list(task.pairs.values())
            return dict(zip(task.pairs, [*rights[1:], rights[0]], strict=True))
        case ShortWords():
            return "iets anders"
        case Reflect():
            return solution(task)


class Life:
    """Writes facts for the holder of `token`, a minute apart."""

    def __init__(self, store: Store, course: Course, token: str) -> None:
        learner = learner_id(token)
        assert learner is not None
        self._store, self._course, self._learner, self._token = store, course, learner, token
        self._now = utc_now() - timedelta(hours=6)

    def exercises(self, *, right: bool) -> None:
        """Every exercise of every module, and every step."""
        for step in self._course.steps():
            self._store.finish_step(self._learner, step.address, self._later())
            for name in step.tasks:
                self._answer(name, right=right)

    def quiz(self, quiz: str, *, every: int = 2, finish: bool = True) -> Attempt:
        """A go at a quiz in which each `every`th answer is wrong; without `finish` the second half stays open."""
        record = self._store.record(self._learner)
        questions = questions_for(self._course, self._course.quizzes[quiz], record, seed=7)
        attempt = Attempt(f"{self._token}-{quiz}-{every}", quiz, 7, questions, 0.7, self._later())
        self._store.start_attempt(self._learner, attempt)
        answered = questions if finish else questions[: len(questions) // 2]
        given = {name: self._answer(name, right=place % every > 0, attempt=attempt.id) for place, name in enumerate(answered)}
        if finish:
            self._store.finish_attempt(self._learner, attempt.id, self._later(), attempt_score(attempt, given))
        return attempt

    def everything(self) -> None:
        """All of it: exercises, every practice quiz twice but the last one half-way, startmeting and eindtoets."""
        self.quiz(STARTMETING)
        self.exercises(right=False)
        *practice, last = [quiz.id for quiz in self._course.quizzes.values() if quiz.kind == "practice"]
        for quiz in practice:
            self.quiz(quiz, every=2)
            self.quiz(quiz, every=5)
        self.quiz(last, finish=False)
        self.quiz(EINDTOETS, every=3)

    def _answer(self, name: str, *, right: bool, attempt: str | None = None) -> Answer:
        task = self._course.tasks[name]
        response = parse(task, solution(task) if right else wrong(task))
        answer = Answer(
            f"{self._token}-{name}-{attempt}-{right}",
            name,
            task.version,
            response,
            grade(task, response).score,
            self._later(),
            attempt=attempt,
        )
        assert self._store.answer(self._learner, answer)
        return answer

    def _later(self):
        self._now += timedelta(minutes=1)
        return self._now
