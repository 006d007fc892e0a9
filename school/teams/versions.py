"""Which course the figures speak of."""

import hashlib
from functools import lru_cache

from school.content import Course
from school.teams.answered import versions


@lru_cache(maxsize=4)
def version(course: Course) -> str:
    """What the author calls it, with eight hex digits that change with any question or its goal."""
    tasks = "\n".join(f"{name} {made} {course.tasks[name].goal}" for name, made in sorted(versions(course).items()))
    return f"{course.about.version}+{hashlib.sha256(tasks.encode()).hexdigest()[:8]}"
