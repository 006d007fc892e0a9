"""What somebody did, as xAPI 1.0.3 statements: one for each answer, finished step and handed-in quiz. They are their own.

See https://github.com/adlnet/xAPI-Spec/blob/1.0.3/xAPI-Data.md. Right answers are not told: of the startmeting they
stay hidden until the eindtoets.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, assert_never
from uuid import NAMESPACE_URL, uuid5

from school.content import Course, Quiz
from school.grading import Response
from school.learning import Answer, Attempt, Record
from school.tasks import Choice, Match, Multiple, Number, Option, Order, Reflect, ShortWords, Task, TrueFalse

Statement = dict[str, Any]
LANGUAGE = "nl-NL"
ADL = "http://adlnet.gov/expapi"
VERBS: Mapping[str, str] = {"answered": "beantwoordde", "completed": "rondde af", "passed": "slaagde voor", "failed": "haalde nog niet"}


@dataclass(frozen=True)
class Voice:
    """Who tells it: the address of the course, without a slash at the end, and somebody's id there."""

    base: str
    learner: str

    def actor(self) -> Statement:
        """Nobody's name; and not the id in the database either, so that handing this on gives nothing away."""
        name = str(uuid5(NAMESPACE_URL, f"{self.base}/{self.learner}"))
        return {"objectType": "Agent", "account": {"homePage": self.base, "name": name}}

    def statement(self, key: str, verb: str, about: Statement, at: datetime, **more: Statement) -> Statement:
        """One statement; telling it again gives it the same id."""
        return {
            "id": str(uuid5(NAMESPACE_URL, f"{self.base}/{self.learner}/{key}")),
            "actor": self.actor(),
            "verb": {"id": f"{ADL}/verbs/{verb}", "display": {LANGUAGE: VERBS[verb]}},
            "object": about,
            **more,
            "timestamp": at.isoformat(),
            "version": "1.0.0",
        }


def json_lines(course: Course, record: Record, *, base: str, learner: str) -> str:
    """All statements, one on each line, oldest first."""
    found = sorted(statements(course, record, voice=Voice(base, learner)), key=lambda one: str(one["timestamp"]))
    return "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in found)


def statements(course: Course, record: Record, *, voice: Voice) -> Iterator[Statement]:
    """Of questions, quizzes and steps that are still in the course."""
    attempts = {attempt.id: attempt for attempt in record.attempts}
    for answer in record.answers:
        if answer.task in course.tasks:
            yield _answered(voice, course, answer, attempts.get(answer.attempt or ""))
    for attempt in record.attempts:
        if attempt.finished and attempt.quiz in course.quizzes:
            yield _handed_in(voice, course.quizzes[attempt.quiz], attempt, attempt.finished)
    for address, at in record.steps.items():
        step = course.find_step(address)
        if step:
            about = _activity(voice, f"stap/{address}", step.title, "lesson")
            yield voice.statement(f"stap/{address}", "completed", about, at, result={"completion": True})


def _answered(voice: Voice, course: Course, answer: Answer, attempt: Attempt | None) -> Statement:
    task = course.tasks[answer.task]
    about = _activity(voice, f"vraag/{answer.task}", task.prompt, "cmi.interaction", _interaction(task))
    result: Statement = {} if isinstance(task, Reflect) else {"success": answer.score >= 1, "score": {"scaled": answer.score}}
    result["completion"] = True
    said = _said(task, answer.response)
    if said:
        result["response"] = said
    if answer.certainty is not None:
        result["extensions"] = {f"{voice.base}/xapi/zekerheid": answer.certainty}
    context: Statement = {"revision": answer.version, "language": LANGUAGE}
    if attempt and attempt.quiz in course.quizzes:
        quiz = course.quizzes[attempt.quiz]
        context["contextActivities"] = {"parent": [_activity(voice, f"toets/{quiz.id}", quiz.title, "assessment")]}
        context["registration"] = str(uuid5(NAMESPACE_URL, f"{voice.base}/{attempt.id}"))
    return voice.statement(f"antwoord/{answer.id}", "answered", about, answer.at, result=result, context=context)


def _handed_in(voice: Voice, quiz: Quiz, attempt: Attempt, finished: datetime) -> Statement:
    seconds = max(0, round((finished - attempt.started).total_seconds()))
    result: Statement = {
        "completion": True,
        "success": attempt.passed,
        "score": {"scaled": attempt.score or 0.0},
        "duration": f"PT{seconds}S",
    }
    about = _activity(voice, f"toets/{quiz.id}", quiz.title, "assessment")
    context = {"registration": str(uuid5(NAMESPACE_URL, f"{voice.base}/{attempt.id}")), "language": LANGUAGE}
    verb = "passed" if attempt.passed else "failed"
    return voice.statement(f"poging/{attempt.id}", verb, about, finished, result=result, context=context)


def _activity(voice: Voice, path: str, name: str, kind: str, more: Statement | None = None) -> Statement:
    definition = {"name": {LANGUAGE: name}, "type": f"{ADL}/activities/{kind}", **(more or {})}
    return {"objectType": "Activity", "id": f"{voice.base}/xapi/{path}", "definition": definition}


def _interaction(task: Task) -> Statement:
    """What can be answered, by the words of xAPI."""
    match task:
        case Choice() | Multiple():
            return {"interactionType": "choice", "choices": _parts(task.options)}
        case TrueFalse():
            return {"interactionType": "true-false"}
        case Number():
            return {"interactionType": "numeric"}
        case Order():
            return {"interactionType": "sequencing", "choices": _parts(dict(sorted(task.items.items())))}
        case Match():
            return {"interactionType": "matching", "source": _parts(task.left), "target": _parts(task.right)}
        case ShortWords():
            return {"interactionType": "fill-in"}
        case Reflect():
            return {"interactionType": "other"}
        case _:
            assert_never(task)


def _parts(named: Mapping[str, Option] | Mapping[str, str]) -> list[Statement]:
    texts = {name: part.text if isinstance(part, Option) else part for name, part in named.items()}
    return [{"id": name, "description": {LANGUAGE: text}} for name, text in texts.items()]


def _said(task: Task, response: Response) -> str:
    """The answer as xAPI writes it, with `[,]` between parts and `[.]` within a pair; empty when nothing was chosen."""
    match task:
        case TrueFalse():
            return "true" if response == "waar" else "false"
        case Multiple() | Order():
            return "[,]".join(response) if isinstance(response, list) else ""
        case Match():
            return "[,]".join(f"{left}[.]{right}" for left, right in response.items()) if isinstance(response, dict) else ""
        case Choice() | Number() | ShortWords():
            return str(response)
        case Reflect():
            return ""
        case _:
            assert_never(task)
