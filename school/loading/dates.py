"""Whether the content was looked at not too long ago."""

from collections.abc import Iterator
from datetime import date

from school.loading.problems import Problem
from school.loading.written import Written

FIELDS = frozenset({"reviewed", "as_of"})
YEARS = 2


def check_dates(written: Written, *, today: date) -> Iterator[Problem]:
    """Warnings about everything that was reviewed more than 24 months before `today`."""
    oldest = _years_before(today)
    for file in written.files():
        for trail, value in file.values:
            if trail[-1] in FIELDS and isinstance(value, date) and value < oldest:
                message = f"{value} is langer dan 24 maanden geleden: kijk dit na en zet er de datum van nu bij"
                yield file.problem(trail, message, warning=True)


def _years_before(day: date) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - YEARS, day=28 if leap_day else day.day)
