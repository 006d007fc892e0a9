"""Herhalen: which questions come back, and when. FSRS-6 does the arithmetic; the day is passed in and nothing is stored here.

A card is computed from the answers and from nothing else, so that it can always be made again
(docs/decisions/0012-review.md). Days are days in Amsterdam.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import zip_longest

import fsrs

from school.content import Course
from school.dutch import HOME
from school.learning import GUESSED, REVIEW, STARTMETING, Answer, Card, Record, standing

A_DAY = 5
"""How many questions come back on one day, at most."""
SCHEDULER = fsrs.Scheduler(desired_retention=0.9, learning_steps=(), relearning_steps=(), maximum_interval=180, enable_fuzzing=False)
NOON = time(12, tzinfo=UTC)


@dataclass(frozen=True)
class _Given:
    """An answer as a card sees it. With `text` the explanation stood above it, so being right proves nothing."""

    day: date
    score: float
    certainty: int | None
    text: bool

    @property
    def wrong(self) -> bool:
        return self.score < 1

    @property
    def shaky(self) -> bool:
        return self.wrong or self.certainty == 1


def day_of(moment: datetime) -> date:
    """The day in Amsterdam."""
    return moment.astimezone(HOME).date()


def rating(score: float, certainty: int | None) -> fsrs.Rating:
    """Not fully right is Again; right is Hard, Good or Easy by certainty, and Good when none was given."""
    if score < 1:
        return fsrs.Rating.Again
    return {1: fsrs.Rating.Hard, 2: fsrs.Rating.Good, 3: fsrs.Rating.Easy}.get(certainty or 2, fsrs.Rating.Good)


@lru_cache(maxsize=8)
def key_facts(course: Course) -> frozenset[str]:
    """The first question on each goal in the practice quizzes; it comes back also when it was right."""
    first: dict[str, str] = {}
    for quiz in course.quizzes.values():
        for name in quiz.questions if quiz.kind == "practice" else ():
            first.setdefault(course.tasks[name].goal, name)
    return frozenset(first.values())


def matters(answer: Answer) -> bool:
    """Whether this answer can make or move a card by itself; those of a quiz do so when it is handed in."""
    if answer.attempt is not None or answer.context == GUESSED:
        return False
    return answer.context is not None or answer.score < 1 or answer.certainty == 1


def rebuild(record: Record, keys: Collection[str]) -> dict[str, Card]:
    """Every card, from the answers alone; `keys` are the key facts."""
    given: dict[str, list[_Given]] = {}
    for task, one in _given(record):
        given.setdefault(task, []).append(one)
    cards = {task: _card(task, found, key=task in keys) for task, found in given.items()}
    return {task: card for task, card in cards.items() if card}


def refreshed(record: Record, tasks: Collection[str], keys: Collection[str] = ()) -> Record:
    """The record with the cards of these tasks as the answers say; what is a key fact stays one."""
    known = {*keys, *(card.task for card in record.cards.values() if card.key)}
    part = replace(record, answers=tuple(answer for answer in record.answers if answer.task in tasks))
    return replace(record, cards={**record.cards, **rebuild(part, known)})


def _given(record: Record) -> Iterator[tuple[str, _Given]]:
    """Answers that count, in the order in which they came to count: those of a quiz when it was handed in."""
    attempts = {attempt.id: attempt for attempt in record.attempts}
    found: list[tuple[datetime, Answer]] = []
    for answer in standing(record):
        attempt = attempts[answer.attempt] if answer.attempt else None
        if answer.context == GUESSED:
            continue
        if attempt is None:
            found.append((answer.at, answer))
        elif attempt.quiz != STARTMETING and attempt.finished:
            found.append((attempt.finished, answer))
    for at, answer in sorted(found, key=lambda one: one[0]):
        yield answer.task, _Given(day_of(at), answer.score, answer.certainty, answer.in_lesson)


def _card(task: str, given: list[_Given], *, key: bool) -> Card | None:
    """A card moves at most once a day, but for a wrong answer after a right one: that one comes back tomorrow."""
    card: fsrs.Card | None = None
    last: _Given | None = None
    for one in given:
        begins = one.shaky or (key and not one.text)
        if (card is None and not begins) or (one.text and not one.shaky):
            continue
        if last and last.day == one.day and (last.wrong or not one.wrong):
            continue
        moment = datetime.combine(one.day, NOON)
        card, _ = SCHEDULER.review_card(card or fsrs.Card(card_id=0, due=moment), rating(one.score, one.certainty), moment)
        last = one
    if card is None or last is None:
        return None
    assert card.stability is not None
    assert card.difficulty is not None
    # FSRS gives a question that was known well more days, also when it is missed; we promise tomorrow.
    due_on = last.day + timedelta(days=1) if last.wrong else card.due.date()
    return Card(task, due_on, last.day, card.stability, card.difficulty, key)


def reviewed(record: Record, today: date) -> list[str]:
    """What was already answered in Herhalen today, in that order."""
    answered = (a.task for a in record.answers if a.context == REVIEW and day_of(a.at) == today)
    return list(dict.fromkeys(answered))


def due(course: Course, record: Record, today: date) -> tuple[str, ...]:
    """What is left to review today: the oldest first, modules taking turns, at most `A_DAY` with what was done today."""
    waiting = sorted((card.due, card.task) for card in _known(course, record) if card.due <= today)
    if not waiting:
        return ()
    by_module: dict[str, list[str]] = {}
    for _, task in waiting:
        by_module.setdefault(_modules(course)[task], []).append(task)
    mixed = [task for turn in zip_longest(*by_module.values()) for task in turn if task is not None]
    return tuple(mixed[: max(0, A_DAY - len(reviewed(record, today)))])


def forecast(course: Course, record: Record, today: date) -> list[tuple[date, int]]:
    """On which days after today how many questions come back, as it stands now; what is too much moves to the next day."""
    waiting = Counter(max(card.due, today + timedelta(days=1)) for card in _known(course, record))
    if not waiting:
        return []
    day, last = today + timedelta(days=1), max(waiting)
    waiting[day] -= len(due(course, record, today))  # those are for today
    days, carried = [], 0
    while day <= last or carried:
        amount = waiting[day] + carried
        if amount:
            days.append((day, min(amount, A_DAY)))
        carried = max(0, amount - A_DAY)
        day += timedelta(days=1)
    return days


def _known(course: Course, record: Record) -> list[Card]:
    """The cards that can be asked: the question still exists, and is not in a quiz that is under way."""
    busy = {task for attempt in record.attempts if attempt.finished is None for task in attempt.questions}
    return [card for card in record.cards.values() if card.task in course.tasks and card.task not in busy]


@lru_cache(maxsize=8)
def _modules(course: Course) -> dict[str, str]:
    """Which module each task belongs to."""
    found = {name: (task.step or "").partition("/")[0] for name, task in course.tasks.items()}
    return {**found, **{task: step.module for step in course.steps() for task in step.tasks}}
