"""Who may be shown by name: a free choice that gives nobody else away."""

from dataclasses import replace

import pytest

from school.teams.batch import Member
from school.teams.making import TeamScope, team_snapshot
from school.teams.naming import Held, naming
from school.teams.releasing import release
from school.teams.snapshot import Cut
from tests.teams.people import NOW, REAL, member, practised

NOBODY: frozenset[str] = frozenset()


def team(people: str, *, named: str, known: str = "") -> list[Member]:
    return [member(one, named=one.upper() if one in named else None, known=one in known) for one in people]


def held(people: str, n: int | None = None) -> Held:
    return Held(n or len(people), frozenset(people))


@pytest.mark.parametrize(
    ("named", "shown"),
    [("a", "a"), ("ab", ""), ("abcde", ""), ("abcdef", "abcdef"), ("", "")],
)
def test_in_a_batch_of_six_one_may_be_shown_or_all(named, shown):
    found = naming(team("abcdef", named=named), [held("abcdef")], known=NOBODY, minimum=5)
    assert {one.person for one in found.members} == set(shown)


def test_a_small_team_without_batches_shows_whoever_wants():
    found = naming(team("abc", named="ab"), [], known=NOBODY, minimum=5)
    assert {one.person for one in found.members} == {"a", "b"}
    assert not found.group, "one member without a name is no group"
    assert naming(team("abc", named="abc"), [], known=NOBODY, minimum=5).group


def test_who_left_after_being_shown_is_no_company():
    batch = held("abcdef")
    assert naming(team("bcdef", named="b"), [batch], known=NOBODY, minimum=5).members
    assert not naming(team("bcdef", named="b"), [batch], known=frozenset("a"), minimum=5).members


def test_who_erased_everything_may_not_be_left_over():
    assert naming(team("abcde", named="abcde"), [held("abcde")], known=NOBODY, minimum=5).members
    assert not naming(team("abcde", named="abcde"), [held("abcde", n=6)], known=NOBODY, minimum=5).members


def test_who_is_shown_already_stays_shown():
    found = naming(team("abcdef", named="ab", known="a"), [held("abcdef")], known=frozenset("a"), minimum=5)
    assert {one.person for one in found.members} == {"a"}


def test_who_wants_to_be_shown_or_ever_was_is_not_counted_in_the_group():
    members, _ = practised(REAL, "hechting", 6)
    assert release(REAL, members, at=NOW, minimum=5, made=()).batches
    wanting = [replace(members[0], named="Anna"), replace(members[1], known=True), *members[2:]]
    assert not release(REAL, wanting, at=NOW, minimum=5, made=()).batches


def test_while_too_few_are_without_a_name_the_group_is_left_out():
    members, _ = practised(REAL, "hechting", 9)
    batches = release(REAL, members, at=NOW, minimum=5, made=()).batches
    named = [replace(one, named="x") if number < 2 else one for number, one in enumerate(members[:6])]
    found = naming(named, [Held(9, frozenset(one.person for one in members))], known=NOBODY, minimum=5)
    snapshot = team_snapshot(REAL, TeamScope("t", "T"), batches, at=NOW, minimum=5, named=found)
    assert len(snapshot.named) == 2 and not snapshot.group
    assert snapshot.figures(Cut()).questions == ()
    assert snapshot.without("p0").named == snapshot.named[1:]
