"""Files -> Course, or every problem as `file:line: field: message`; what is remembered of people is not here."""

from school.loading.library import Library
from school.loading.problems import ContentError, Problem, serious
from school.loading.reading import load_course, read_course

__all__ = ["ContentError", "Library", "Problem", "load_course", "read_course", "serious"]
