"""Who is counted from now on: new batches, each of people who are counted in that unit for the first time. Nothing else is decided."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from school.content import Course
from school.learning import Record
from school.teams.batch import Batch, Counted, Member, Sums, add
from school.teams.drawn import summed
from school.teams.facts import JOINED, Fact, fact, facts_of, subject
from school.teams.versions import version


@dataclass(frozen=True)
class Released:
    """New batches, and who is in them. Both are kept, or neither."""

    batches: tuple[Batch, ...] = ()
    counted: tuple[Counted, ...] = ()


def release(course: Course, members: Iterable[Member], *, at: datetime, minimum: int, made: Iterable[Batch]) -> Released:
    """The batches that can be made now: in every unit where at least `minimum` people wait to be counted.

    Nobody who was ever shown by name waits: their scores are known, so they would be no company for the others.
    `made` are the batches this team has.
    """
    numbers = Counter(batch.unit for batch in made)
    waiting: dict[str, list[tuple[str, Fact]]] = {}
    for member in members:
        if member.known or member.named is not None:
            continue
        for one in _facts(course, member):
            waiting.setdefault(one.unit, []).append((member.person, one))
    ready = {unit: found for unit, found in sorted(waiting.items()) if len(found) >= minimum}
    batches = tuple(_batch(unit, numbers[unit] + 1, at, version(course), found) for unit, found in ready.items())
    counted = tuple(Counted(person, unit, numbers[unit] + 1, one.source) for unit, found in ready.items() for person, one in found)
    return Released(batches, counted)


def _facts(course: Course, member: Member) -> Iterable[Fact]:
    """What this person adds that was never counted anywhere, in no version: the tests once, a quiz once, an exercise once."""
    joined = Fact(JOINED, member.person, member.joined, {"n": 1.0})
    before = {subject(unit) for unit in member.counted}
    return [one for one in (joined, *facts_of(course, member.record)) if subject(one.unit) not in before]


def _batch(unit: str, number: int, at: datetime, course: str, found: Sequence[tuple[str, Fact]]) -> Batch:
    return Batch(unit, number, at, course, len(found), summed(one.sums for _, one in found))


def recount(course: Course, unit: str, sources: Iterable[tuple[Record, str]]) -> Sums:
    """The sums of a batch, from the records of the people in it and the attempt or answer of each."""
    if unit == JOINED:
        return add({"n": 1.0} for _ in sources)
    found = (fact(course, record, unit, source) for record, source in sources)
    return summed(one.sums for one in found if one is not None)


def older_than(record: Record, moment: datetime) -> Record:
    """What of a record happened before a moment."""
    kept = tuple(attempt for attempt in record.attempts if attempt.finished is not None and attempt.finished < moment)
    return replace(record, answers=tuple(answer for answer in record.answers if answer.at < moment), attempts=kept)
