"""The questions of the eindtoets, which everybody draws for themselves: a part of each batch answered one, a part the other.

A part is kept only when every part of its place in the blueprint is at least five people, so that no sum is ever kept,
let alone published, over fewer. They are told over everybody only, for who writes the questions.
"""

from collections.abc import Iterable, Mapping

from school.content import Course
from school.learning import Answer, Attempt
from school.teams.answered import question_sums
from school.teams.batch import Sums, add

PART = 5
"""The smallest part that is kept."""

Place = Mapping[str, Sums]
"""The questions at one place of the blueprint, each with the sums of its part."""


def drawn_sums(course: Course, attempt: Attempt, answers: Mapping[str, Answer]) -> dict[str, float]:
    """What one eindtoets adds to each of its questions: as in a quiz, with the total of this person beside it."""
    place_of = {task: place for place, found in course.places.items() for task in found.questions}
    total = sum(answer.score for answer in answers.values())
    sums: dict[str, float] = {}
    for task in attempt.questions:
        if task in place_of:
            sums |= question_sums(course, task, answers.get(task), total)
            sums |= {f"drawn/{place_of[task]}/{task}": 1.0, f"t/{task}": total, f"tt/{task}": total * total}
    return sums


def summed(sums: Iterable[Sums]) -> dict[str, float]:
    """The sums of a batch, without the parts that are too small to keep."""
    every = add(sums)
    small = {task for place in parts(every) if not large(place, every["n"], PART) for task in place}
    return {name: value for name, value in every.items() if not small or not small & set(name.split("/")[1:3])}


def parts(sums: Sums) -> list[Place]:
    """Of each place of the blueprint the questions that were drawn, each with its own sums under the names they have in a quiz."""
    own: dict[str, dict[str, float]] = {}
    places: dict[str, list[str]] = {}
    for name, value in sums.items():
        kind, _, rest = name.partition("/")
        if kind == "drawn":
            place, _, task = rest.partition("/")
            places.setdefault(place, []).append(task)
            own.setdefault(task, {})["n"] = value
        elif rest:
            own.setdefault(rest.partition("/")[0], {})[kind if kind in ("t", "tt") else name] = value
    return [{task: own[task] for task in tasks} for tasks in places.values()]


def large(place: Place, n: float, minimum: int) -> bool:
    """Whether these parts are all of a batch of `n` people, each large enough and each of one version."""
    people = [part["n"] for part in place.values()]
    return sum(people) == n and min(people) >= minimum and all(len(versions_in(place[task], task)) == 1 for task in place)


def versions_in(sums: Sums, task: str) -> list[str]:
    return [name.rpartition("/")[2] for name in sums if name.startswith(f"version/{task}/")]
