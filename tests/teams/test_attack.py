"""Nobody can be singled out by subtracting anything that is published from anything else, on thousands of made-up teams.

The attacker reads the files that a team can take away, and what `stats --json` prints. With any one rule switched off somebody
can be singled out: then the same attack succeeds, whatever the kind of file.
"""

from dataclasses import fields, replace
from datetime import timedelta

import pytest

from school.teams.facts import QUIZ
from school.teams.snapshot import PERIODS
from tests.teams import reading
from tests.teams.attack import by_algebra, by_extremes, by_subtracting, read
from tests.teams.world import MINIMUM, Rules, World
from tests.tools import need_tools

pytestmark = pytest.mark.thorough

WORLDS = 750
PER_TEST = 125
PEOPLE = ("group", "once", "lasting", "whole_batches", "summed", "waiting", "strangers")
EXTREMES = ("cells", "beside")
FILES = {"csv": 40, "xlsx": 6, "pdf": 4}
"""Of how many worlds each kind of file is read; they hold what `stats --json` prints, which is read of all."""
EASY = (0.93, 0.6, 0.9)
"""Chances with which a question often has an extreme share."""


def after_living(seed: int, rules: Rules) -> World:
    world = World(seed, rules, teams=1 + seed % 3, people=16 + seed % 25)
    world.live(10 + seed % 21, days=(0, 1, 40))
    world.live(25 + seed % 26, days=(0, 1, 40) if seed % 2 else (0, 2, 6))
    return world


def after_an_easy_quiz(seed: int, rules: Rules) -> World:
    """Larger teams, so that shares of single questions are told, and often too extreme to tell."""
    world = World(seed, rules, teams=2 + seed % 3, people=40 + seed % 30, right=EASY)
    world.live(10 + seed % 20)
    world.now += timedelta(days=60)
    world.live(20 + seed % 30, days=(0, 1, 4))
    return world


def exposed(world: World, channel: str, *, every: int = 1) -> object:
    known, groups = read(world, channel, every=every)
    return by_subtracting(known, world.told) or by_algebra(known, world.told) or (known and by_extremes(world, known, groups)) or None


def test_every_rule_is_tried():
    assert {rule.name for rule in fields(Rules)} == {*PEOPLE, *EXTREMES}


@pytest.mark.parametrize("block", range(WORLDS // PER_TEST))
def test_nobody_can_be_singled_out(block):
    for seed in range(block * PER_TEST, (block + 1) * PER_TEST):
        assert exposed(after_living(seed, Rules()), "stats --json") is None, seed


@pytest.mark.parametrize("block", range(4))
def test_no_share_too_extreme_to_tell_can_be_worked_out(block):
    for seed in range(block * 100, (block + 1) * 100):
        assert exposed(after_an_easy_quiz(seed, Rules()), "stats --json") is None, seed


@pytest.mark.parametrize("channel", FILES)
def test_no_file_tells_more(channel):
    need_tools()
    for seed in range(FILES[channel]):
        assert exposed(after_living(seed, Rules()), channel, every=1 if channel == "csv" else 4) is None, seed
        assert exposed(after_an_easy_quiz(seed, Rules()), channel, every=8) is None, seed


@pytest.mark.parametrize("rule", [*PEOPLE, *EXTREMES])
def test_with_one_rule_off_the_attack_succeeds(rule):
    weak, life = replace(Rules(), **{rule: False}), after_an_easy_quiz if rule in EXTREMES else after_living
    assert any(exposed(life(seed, weak), "stats --json") for seed in range(300))


@pytest.mark.parametrize("channel", FILES)
@pytest.mark.parametrize("rule", ["group", "cells"])
def test_with_a_rule_off_every_file_gives_people_away(rule, channel):
    need_tools()
    weak, life = replace(Rules(), **{rule: False}), after_an_easy_quiz
    assert any(exposed(life(seed, weak), channel, every=1 if channel != "pdf" else 3) for seed in range(12))


def test_every_file_holds_what_stats_prints_and_nothing_else():
    need_tools()
    for seed in range(6):
        for issue in after_an_easy_quiz(seed, Rules()).issues[-4:]:
            told = reading.from_stats(reading.SMALL, issue.snapshot)
            for channel in ("csv", "xlsx"):
                found = reading.CHANNELS[channel](reading.SMALL, issue.snapshot)
                assert found.keys() == told.keys()
                for key, said in told.items():
                    assert (found[key].n, found[key].exact) == (said.n, said.exact)
                    assert found[key].value == (None if said.value is None else pytest.approx(said.value, abs=1e-6))
            for key, said in reading.from_pdf(reading.SMALL, issue.snapshot).items():
                assert said.n == told[key].n and said.value == pytest.approx(told[key].value, abs=0.006 if said.exact else 0.03)


def test_the_worlds_are_worth_attacking():
    """Something is published in most of them, names are shown, people leave and come back, and batches follow batches."""
    worlds = [after_living(seed, Rules()) for seed in range(100)]
    known = [read(world, "stats --json")[0] for world in worlds]
    assert sum(bool(one) for one in known) > 80
    assert sum(bool(world.told) for world in worlds) > 50
    assert sum(len({each.people for each in one}) > 2 for one in known) > 12
    easy = [after_an_easy_quiz(seed, Rules()) for seed in range(20)]
    hidden = [said for world in easy for issue in world.issues for said in reading.from_stats(reading.SMALL, issue.snapshot).values()]
    assert sum(said.value is None for said in hidden) > 50 and sum(not said.exact for said in hidden) > 20


def test_the_numbers_that_are_published_are_sums_over_whole_batches():
    """The attacker above is told who is in each figure; here the published numbers are shown to be those very sums."""
    for seed in range(150):
        world = after_living(seed, Rules())
        for issue in world.issues:
            for period in PERIODS:
                people = issue.snapshot.periods[period].people
                for count in (people.joined, people.started, people.finished):
                    assert count == 0 or count >= MINIMUM
                for question in issue.snapshot.periods[period].questions:
                    assert question.facility.n >= MINIMUM
        for batches in world.batches.values():
            quizzes = [batch for batch in batches if batch.unit.startswith(QUIZ)]
            assert all(len(world.inside([batch])) == batch.n >= MINIMUM for batch in quizzes)
        every = [world.inside([batch]) for batches in world.batches.values() for batch in batches if batch.unit.startswith(QUIZ)]
        assert sum(map(len, every)) == len(frozenset().union(*every)), "counted twice"
