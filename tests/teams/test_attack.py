"""Nobody can be singled out by subtracting anything that is published from anything else, on thousands of made-up teams.

And with any one rule switched off somebody can: then the same attack succeeds.
"""

from dataclasses import fields, replace

import pytest

from school.teams.snapshot import PERIODS
from tests.teams.attack import by_algebra, by_subtracting
from tests.teams.world import MINIMUM, Rules, World

pytestmark = pytest.mark.thorough

TEAMS = 2400
PER_TEST = 400
RULES = [rule.name for rule in fields(Rules)]


def after_living(seed: int, rules: Rules) -> World:
    world = World(seed, rules, teams=1 + seed % 3, people=10 + seed % 17)
    world.live(40 + seed % 41)
    return world


@pytest.mark.parametrize("block", range(TEAMS // PER_TEST // 2))
def test_nobody_can_be_singled_out(block):
    for seed in range(block * PER_TEST, (block + 1) * PER_TEST):
        world = after_living(seed, Rules())
        assert by_subtracting(world.published, world.told) is None, seed
        assert by_algebra(world.published, world.told) is None, seed


@pytest.mark.parametrize("rule", RULES)
def test_with_one_rule_off_the_attack_succeeds(rule):
    weak = replace(Rules(), **{rule: False})
    assert any(
        by_subtracting(world.published, world.told) or by_algebra(world.published, world.told)
        for world in (after_living(seed, weak) for seed in range(300))
    )


def test_the_worlds_are_worth_attacking():
    """Something is published in most of them, names are shown, people leave and come back, and batches follow batches."""
    worlds = [after_living(seed, Rules()) for seed in range(100)]
    assert sum(bool(world.published) for world in worlds) > 60
    assert sum(bool(world.told) for world in worlds) > 40
    assert sum(len(world.published) > 2 for world in worlds) > 20


def test_the_numbers_that_are_published_are_sums_over_whole_batches():
    """The attacker above is told who is in each figure; here the published numbers are shown to be those very sums."""
    for seed in range(150):
        world = after_living(seed, Rules())
        for snapshot in world.snapshots:
            for period in PERIODS:
                people = snapshot.periods[period].people
                for count in (people.joined, people.started, people.finished):
                    assert count == 0 or count >= MINIMUM
                for question in snapshot.periods[period].questions:
                    assert question.facility.n >= MINIMUM
        for team, batches in world.batches.items():
            for batch in batches:
                assert len(world.inside[team, batch.unit, batch.number]) == batch.n >= MINIMUM
        for unit in {batch.unit for batches in world.batches.values() for batch in batches}:
            together = [name for (_, of, _), names in world.inside.items() if of == unit for name in names]
            assert len(together) == len(set(together)), "counted twice"
