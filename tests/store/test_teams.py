"""Teams: made once, joined one at a time, counted once, and nobody's name longer than they want."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import SQLAlchemyError

from school.membership import Membership, Organisation
from school.store import Store
from school.teams.figures import TooFew
from school.teams.naming import Held
from school.teams.releasing import Released
from school.teams.snapshot import Headcount, Named, TeamLine
from tests.store.people import ANNA, BRAM, CATO, EVENING, an_answer, an_attempt, later
from tests.store.teams import CODE, a_snapshot, a_team, count_in, make, released


def test_a_team_comes_with_its_code_and_the_link_to_look_at_it(store: Store) -> None:
    team = make(store, a_team())
    assert (store.teams.team(team.id), store.teams.named("noord"), store.teams.with_code(CODE)) == (team, team, team)
    assert store.teams.code(team.id) == CODE
    assert store.key("hash-id-noord") == ("team", "id-noord")
    assert store.teams.every() == (team,)


def test_the_second_team_of_a_name_or_a_code_is_not_made_and_neither_is_its_link(store: Store) -> None:
    make(store, a_team())
    assert not store.teams.make(a_team(), "HGFEDCBA", "team", "other")
    assert not store.teams.make(a_team("zuid"), CODE, "team", "other")
    assert len(store.teams.every()) == 1
    assert store.key("other") is None


def test_a_renewed_code_takes_the_place_of_the_old_one_and_never_that_of_another_team(store: Store) -> None:
    team, other = make(store, a_team()), make(store, a_team("zuid"), code="ZZZZZZZZ")
    assert store.teams.renew_code(team.id, "HGFEDCBA")
    assert (store.teams.with_code(CODE), store.teams.with_code("HGFEDCBA")) == (None, team)
    assert not store.teams.renew_code(team.id, "ZZZZZZZZ")
    assert store.teams.with_code("ZZZZZZZZ") == other


def test_a_team_gets_another_name_unless_a_team_has_it(store: Store) -> None:
    organisation = Organisation("org", "Zorg", EVENING)
    assert store.teams.found(organisation, "organisation", "hash-org")
    team, other = make(store, a_team(organisation="org")), make(store, a_team("zuid"), code="ZZZZZZZZ")
    assert store.teams.keep(a_snapshot(team.id))
    line = TeamLine(team.id, "noord", Headcount(), TooFew(0, 8), TooFew(0, 8))
    assert store.teams.keep(replace(a_snapshot(), kind="organisation", id="org", name="Zorg", teams=(line,)))
    assert not store.teams.rename(team.id, other.name)
    assert not store.teams.rename("no-team", "west")
    assert store.teams.rename(team.id, "west")
    assert (store.teams.named("west"), store.teams.named("noord")) == (replace(team, name="west"), None)
    own, above = store.teams.snapshot("team", team.id), store.teams.snapshot("organisation", "org")
    assert own
    assert above
    assert (own.name, above.name, above.teams) == ("west", "Zorg", (replace(line, name="west"),))


def test_a_removed_team_is_gone_and_what_people_answered_is_not(store: Store) -> None:
    team, other = make(store, a_team()), make(store, a_team("zuid"), code="ZZZZZZZZ")
    assert store.answer(ANNA, an_answer("een"))
    for person in (ANNA, BRAM):
        store.teams.join(person, team.id, at=EVENING)
    store.teams.join(CATO, other.id, at=EVENING)
    count_in(store, team.id, ANNA, BRAM)
    assert store.teams.remove(team.id, "team", later(days=1))
    assert not store.teams.remove(team.id, "team", later(days=1))
    assert store.teams.every() == (other,)
    assert (store.teams.mine(ANNA), store.teams.mine(CATO)) == (None, Membership(other, EVENING))
    assert (store.teams.with_code(CODE), store.teams.named("noord"), store.key(f"hash-{team.id}")) == (None, None, None)
    assert store.teams.snapshots() == ()
    assert store.teams.due(later(days=30)) == (other.id,)
    assert store.record(ANNA).answers
    assert "memberships" in store.export(ANNA)
    assert store.export(ANNA)["memberships"] == []


def test_who_was_counted_or_shown_by_name_in_a_removed_team_still_is_in_the_next(store: Store) -> None:
    team, other = make(store, a_team(named_sharing=True)), make(store, a_team("zuid", named_sharing=True), code="ZZZZZZZZ")
    for person in (ANNA, BRAM):
        store.teams.join(person, team.id, at=EVENING)
    store.teams.share_as(ANNA, "Anna")
    assert store.teams.publish(team.id, released(BRAM), a_snapshot(team.id), {ANNA}, EVENING)
    assert store.teams.remove(team.id, "team", later(days=1))
    for person in (ANNA, BRAM):
        assert store.teams.join(person, other.id, at=later(days=2))
    held = store.teams.holding(other.id)
    assert held
    assert {one.person: (one.known, one.counted) for one in held.members} == {
        ANNA: (True, frozenset()),
        BRAM: (False, frozenset({"begonnen"})),
    }
    assert not store.teams.publish(other.id, released(BRAM), a_snapshot(other.id), (), EVENING), "counted twice"
    assert store.teams.remove(other.id, "team", later(days=3)), "and once more"
    assert store.teams.every() == ()


def test_an_organisation_holds_its_teams_and_can_let_one_go(store: Store) -> None:
    organisation = Organisation("org", "Zorg", EVENING)
    assert store.teams.found(organisation, "organisation", "hash-org")
    assert not store.teams.found(Organisation("two", "Zorg", EVENING), "organisation", "hash-two")
    team = make(store, a_team(organisation="org"))
    assert store.teams.organisation("org") == organisation
    assert store.teams.organisations() == (organisation,)
    assert store.teams.of_organisation("org") == (team,)
    assert store.teams.place(team.id, None)
    assert store.teams.of_organisation("org") == ()


def test_who_joins_is_a_member_and_known_from_then_on(store: Store) -> None:
    team = make(store, a_team())
    assert store.teams.mine(ANNA) is None
    assert store.teams.join(ANNA, team.id, at=EVENING)
    assert store.teams.mine(ANNA) == Membership(team, EVENING)
    assert store.teams.sizes() == {team.id: 1}
    assert store.revision(ANNA)
    assert not store.teams.join(ANNA, team.id, at=later(days=1))
    assert not store.teams.join(ANNA, "no-team", at=EVENING)


def test_who_joins_another_team_leaves_the_first(store: Store) -> None:
    team, other = make(store, a_team()), make(store, a_team("zuid"), code="ZZZZZZZZ")
    store.teams.join(ANNA, team.id, at=EVENING)
    assert store.teams.join(ANNA, other.id, at=later(days=1))
    assert store.teams.mine(ANNA) == Membership(other, later(days=1))
    assert store.teams.sizes() == {other.id: 1}


def test_who_left_can_come_back_and_begins_without_a_name(store: Store) -> None:
    team = make(store, a_team(named_sharing=True))
    store.teams.join(ANNA, team.id, at=EVENING)
    store.teams.share_as(ANNA, "Anna")
    assert store.teams.leave(ANNA, at=later(days=1))
    assert not store.teams.leave(ANNA, at=later(days=1))
    assert store.teams.mine(ANNA) is None
    assert store.teams.join(ANNA, team.id, at=later(days=2))
    assert store.teams.mine(ANNA) == Membership(team, later(days=2))


def test_sharing_by_name_is_only_possible_where_the_team_allows_it(store: Store) -> None:
    closed, open_ = make(store, a_team()), make(store, a_team("zuid", named_sharing=True), code="ZZZZZZZZ")
    store.teams.join(ANNA, closed.id, at=EVENING)
    store.teams.join(BRAM, open_.id, at=EVENING)
    assert not store.teams.share_as(ANNA, "Anna")
    assert store.teams.share_as(BRAM, "Bram")
    assert not store.teams.share_as(CATO, "Cato")
    names = [found.shown_as for each in (ANNA, BRAM) if (found := store.teams.mine(each))]
    assert names == [None, "Bram"]


def _shown(store: Store) -> list[str]:
    snapshot = store.teams.snapshot("team", "id-noord")
    assert snapshot is not None
    return [one.name for one in snapshot.named]


@pytest.fixture
def shown_by_name(store: Store) -> Store:
    """Anna and Bram are shown by name, and were counted with Cato before."""
    team = make(store, a_team(named_sharing=True))
    for person in (ANNA, BRAM, CATO):
        store.teams.join(person, team.id, at=EVENING)
    count_in(store, team.id, ANNA, BRAM, CATO)
    for person, name in ((ANNA, "Anna"), (BRAM, "Bram")):
        store.teams.share_as(person, name)
    named = tuple(Named(person, name, {}, {}) for person, name in ((ANNA, "Anna"), (BRAM, "Bram")))
    assert store.teams.publish(team.id, Released(), a_snapshot(named=named), (ANNA, BRAM), EVENING)
    return store


def test_a_name_is_gone_at_once_when_somebody_does_not_want_it_any_more(shown_by_name: Store) -> None:
    assert _shown(shown_by_name) == ["Anna", "Bram"]
    shown_by_name.teams.share_as(ANNA, None)
    assert _shown(shown_by_name) == ["Bram"]
    mine = shown_by_name.teams.mine(ANNA)
    assert mine is not None
    assert (mine.shown_as, mine.known) == (None, True)


@pytest.mark.parametrize("how", ["leave", "erase", "erase idle", "join another"])
def test_a_name_goes_with_the_person(shown_by_name: Store, how: str) -> None:
    if how == "leave":
        shown_by_name.teams.leave(ANNA, at=later(days=1))
    elif how == "erase":
        shown_by_name.erase(ANNA)
    elif how == "erase idle":
        shown_by_name.answer(BRAM, an_answer("later", at=later(days=9)))
        shown_by_name.erase_idle(before=later(days=1))
    else:
        make(shown_by_name, a_team("zuid"), code="ZZZZZZZZ")
        shown_by_name.teams.join(ANNA, "id-zuid", at=later(days=1))
    assert _shown(shown_by_name) == ["Bram"]


def test_erasing_takes_the_membership_and_leaves_the_figures(store: Store) -> None:
    team = make(store, a_team())
    store.teams.join(ANNA, team.id, at=EVENING)
    count_in(store, team.id, ANNA)
    store.erase(ANNA)
    assert store.teams.mine(ANNA) is None
    assert store.teams.sizes() == {}
    counts = store.counts()
    assert (counts["counted"], counts["batches"], counts["snapshots"]) == (0, 1, 1)
    assert store.teams.snapshot("team", team.id) == a_snapshot()


def test_a_membership_comes_along_to_another_device(store: Store) -> None:
    team = make(store, a_team())
    store.teams.join(ANNA, team.id, at=EVENING)
    store.offer_handover(ANNA, "link", later(minutes=15))
    assert store.take_over("link", into=BRAM, now=later(minutes=1))
    assert store.teams.mine(BRAM) == store.teams.mine(ANNA) == Membership(team, EVENING)
    assert store.teams.sizes() == {team.id: 1}


def test_of_two_devices_in_two_teams_the_team_that_was_joined_last_stays(store: Store) -> None:
    for name, code in (("noord", CODE), ("zuid", "ZZZZZZZZ")):
        make(store, a_team(name), code=code)
    store.teams.join(ANNA, "id-zuid", at=later(days=1))
    store.teams.join(BRAM, "id-noord", at=EVENING)
    store.offer_handover(ANNA, "link", later(days=2))
    assert store.take_over("link", into=BRAM, now=later(days=1))
    mine = store.teams.mine(BRAM)
    assert mine is not None
    assert mine.team.name == "zuid"
    assert store.teams.sizes() == {"id-zuid": 1}


def test_of_two_devices_in_one_team_one_membership_and_one_count_remain(store: Store) -> None:
    team = make(store, a_team())
    for person in (ANNA, BRAM):
        store.teams.join(person, team.id, at=EVENING)
    store.teams.leave(BRAM, at=later(days=1))
    count_in(store, team.id, ANNA, BRAM)
    store.offer_handover(ANNA, "link", later(days=2))
    assert store.take_over("link", into=BRAM, now=later(days=1))
    assert store.teams.mine(BRAM) == Membership(team, EVENING)
    assert (store.counts()["memberships"], store.counts()["counted"]) == (1, 1)


def test_a_holding_has_what_the_members_did_and_nothing_of_others(store: Store) -> None:
    team = make(store, a_team())
    for person in (ANNA, BRAM, CATO):
        store.answer(person, an_answer(f"{person}-1"))
        store.start_attempt(person, an_attempt(f"{person}-poging"))
        store.finish_attempt(person, f"{person}-poging", at=later(minutes=9), score=0.5)
        store.show_answer(person, "band", at=later(minutes=10))
        store.finish_step(person, "hechting/een", at=later(minutes=11))
    for person in (ANNA, BRAM):
        store.teams.join(person, team.id, at=EVENING)
    count_in(store, team.id, ANNA, BRAM)
    held = store.teams.holding(team.id)
    assert held is not None
    assert {member.person: member.counted for member in held.members} == dict.fromkeys((ANNA, BRAM), frozenset({"begonnen"}))
    for member in held.members:
        kept = store.record(member.person)
        assert (member.record.answers, member.record.attempts) == (kept.answers, kept.attempts)
        assert (dict(member.record.steps), dict(member.record.shown)) == (dict(kept.steps), dict(kept.shown))
    assert [batch.n for batch in held.batches] == [2]
    assert store.teams.holding("no-team") is None


def test_a_holding_of_a_team_with_names_knows_who_was_counted_with_whom(shown_by_name: Store) -> None:
    shown_by_name.teams.leave(BRAM, at=later(days=1))
    held = shown_by_name.teams.holding("id-noord")
    assert held is not None
    assert held.company == (Held(3, frozenset({ANNA, BRAM, CATO})),)
    assert held.known == frozenset({ANNA, BRAM})
    assert {member.person: (member.named, member.known) for member in held.members} == {ANNA: ("Anna", True), CATO: (None, False)}


def test_nobody_is_counted_twice_and_the_second_to_try_changes_nothing(store: Store) -> None:
    team = make(store, a_team())
    for person in (ANNA, BRAM):
        store.teams.join(person, team.id, at=EVENING)
    count_in(store, team.id, ANNA)
    again = released(ANNA, BRAM, number=2)
    assert not store.teams.publish(team.id, again, a_snapshot(made=later(days=1)), (), later(days=1))
    assert not store.teams.publish(team.id, released(BRAM, number=1), a_snapshot(made=later(days=1)), (), later(days=1))
    assert len(store.teams.batches(team.id)) == 1
    assert store.teams.snapshot("team", team.id) == a_snapshot()


def test_somebody_who_was_erased_meanwhile_is_not_counted(store: Store) -> None:
    team = make(store, a_team())
    store.teams.join(ANNA, team.id, at=EVENING)
    store.erase(ANNA)
    assert not store.teams.publish(team.id, released(ANNA), a_snapshot(), (), EVENING)
    assert store.teams.batches(team.id) == ()


def test_a_team_is_due_when_it_is_new_and_when_a_member_did_something(store: Store) -> None:
    team = make(store, a_team())
    assert store.teams.due(EVENING) == (team.id,)
    store.teams.looked(team.id, at=EVENING)
    assert store.teams.due(later(days=1)) == ()
    store.answer(ANNA, an_answer("een", at=later(days=1)))
    assert store.teams.due(later(days=1)) == ()
    store.teams.join(ANNA, team.id, at=later(days=1))
    assert store.teams.due(later(days=1)) == (team.id,)
    store.teams.looked(team.id, at=later(days=2))
    assert store.teams.due(later(days=2)) == ()
    store.answer(ANNA, an_answer("twee", at=later(days=3)))
    assert store.teams.due(later(days=3)) == (team.id,)


def test_a_team_where_nothing_happens_is_looked_at_again_after_a_week(store: Store) -> None:
    team = make(store, a_team())
    store.teams.looked(team.id, at=EVENING)
    assert store.teams.due(later(days=7)) == ()
    assert store.teams.due(later(days=7, minutes=1)) == (team.id,)


def test_a_snapshot_comes_back_as_it_was_published(store: Store) -> None:
    assert store.teams.snapshot("team", "id-noord") is None
    for made in (EVENING, later(days=1)):
        assert store.teams.keep(a_snapshot(made=made))
    assert store.teams.snapshot("team", "id-noord") == a_snapshot(made=later(days=1))
    assert store.teams.snapshots() == (("team", "id-noord"),)


def test_a_moment_without_a_time_zone_is_refused(store: Store) -> None:
    team = make(store, a_team())
    with pytest.raises(SQLAlchemyError):
        store.teams.join(ANNA, team.id, at=EVENING.replace(tzinfo=None))
    assert store.teams.mine(ANNA) is None
