"""Answers given in a room, brought home to the learner who gave them. Whose they are is only known when they ask for it."""

from collections.abc import Iterable, Mapping
from hashlib import blake2b

from school.content import Course
from school.grading import still_fits
from school.learning import ROOM, Answer
from school.live.room import Round, Vote
from school.tasks import Reflect

__all__ = ["ROOM", "answers_home"]


def answers_home(course: Course, rounds: Iterable[Round], votes: Mapping[str, Vote]) -> list[Answer]:
    """The answers a participant (`votes` by round) takes along, oldest first: those to tasks of the course that are closed.

    What was skipped, not graded, or asked by the trainer alone stays in the room. Saying it twice gives the same ids,
    so it is stored once. Who was unsure said so with certainty 1, which makes it come back, as a wrong answer does.
    """
    home = [_answer(course, of, votes[of.id]) for of in rounds if of.closed is not None and of.id in votes]
    return sorted((answer for answer in home if answer), key=lambda answer: answer.at)


def _answer(course: Course, of: Round, vote: Vote) -> Answer | None:
    task = None if of.own else course.tasks.get(of.task)
    if task is None or isinstance(task, Reflect) or vote.response is None or vote.score is None or not still_fits(task, vote.response):
        return None
    ident = blake2b(f"{of.id}/{vote.participant}".encode(), digest_size=16, person=b"zaal").hexdigest()
    return Answer(ident, of.task, task.version, vote.response, vote.score, vote.at, certainty=1 if vote.unsure else None, context=ROOM)
