"""A crowd of made-up people in teams, who together give exactly so many answers; the same for the same seed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from school.content import Course
from school.demo.items import items
from school.demo.life import Life
from school.learning import Record
from school.reviewing import key_facts, rebuild

TEAM_SPREAD, PERSON_SPREAD = 0.35, 0.9
"""Standard deviations of ability between teams, and between people of one team."""
LONGEST_AGO = 200
"""Days since somebody's last answer; most are more recent."""


@dataclass(frozen=True)
class Person:
    """Somebody who was made up. `team` is a number from 0; they joined it at `joined`."""

    id: str
    team: int
    joined: datetime
    record: Record


def crowd(course: Course, *, teams: int, people: int, answers: int, seed: int, now: datetime) -> Iterator[Person]:
    """These people one by one, team after team; every one of them gives at least one answer."""
    questions, keys, chance = items(course, seed), key_facts(course), random.Random(seed)
    strength = [chance.gauss(0, TEAM_SPREAD) for _ in range(teams)]
    shares = _shares(chance, people, answers)
    for number, given in enumerate(shares):
        team = number * teams // people
        own = random.Random(f"{seed}/{number}")
        ability = strength[team] + own.gauss(0, PERSON_SPREAD)
        end = now - timedelta(days=min(own.expovariate(1 / 40), LONGEST_AGO), minutes=own.uniform(1, 600))
        record = Life(course, questions, own, ability, given).lived(end=end)
        joined = min(now, record.answers[0].at + timedelta(days=own.uniform(-3, 3)))
        yield Person(person_id(seed, number), team, joined, replace(record, cards=rebuild(record, keys)))


def person_id(seed: int, number: int) -> str:
    """The id of the person with this number, from 0."""
    return f"{random.Random(f'{seed}/{number}/id').getrandbits(128):032x}"


def _shares(chance: random.Random, people: int, answers: int) -> list[int]:
    """How many answers each gives: some a few, some many, `answers` together, at least one each."""
    weights = [chance.lognormvariate(0, 0.5) for _ in range(people)]
    spare, total = answers - people, sum(weights)
    shares = [1 + int(spare * weight / total) for weight in weights]
    for place in range(answers - sum(shares)):
        shares[place % people] += 1
    return shares
