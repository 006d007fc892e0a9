"""Where somebody is in a case, from nothing but the choices that were made."""

import random

import pytest

from school.explainers.case_path import Made, advised_path, compared, walked
from tests.explainers.a_case import ASKED, GUESSED, POURED, POURED_ANYWAY, WENT_BACK, a_case

CASE = a_case()


def test_somebody_new_stands_at_the_first_moment_with_nothing_remembered():
    path = walked(CASE, [])
    assert (path.at, path.ended, path.flags, path.steps) == ("bij-de-deur", False, frozenset(), ())


def test_a_choice_leads_on_and_is_remembered():
    path = walked(CASE, [ASKED])
    assert (path.at, path.flags) == ("in-de-keuken", {"gevraagd"})
    assert list(CASE.offered("in-de-keuken", path.flags)) == ["schenken", "toch-schenken"]
    assert CASE.place("in-de-keuken").paragraphs(path.flags) == ["Het water kookt.", "Je pakt de munt."]


def test_who_did_not_do_it_gets_another_text_and_other_choices():
    path = walked(CASE, [GUESSED])
    assert list(CASE.offered("in-de-keuken", path.flags)) == ["alsnog", "toch-schenken"]
    assert CASE.place("in-de-keuken").paragraphs(path.flags) == ["Het water kookt.", "Je pakt de zwarte thee."]


def test_choosing_otherwise_goes_on_from_there_and_the_first_choice_is_still_known():
    path = walked(CASE, [GUESSED, POURED_ANYWAY, ASKED])
    assert path.steps == (ASKED,)
    assert path.at == "in-de-keuken"
    assert path.tried == {"bij-de-deur": ("gokken", "vragen"), "in-de-keuken": ("toch-schenken",)}


def test_choosing_the_same_again_changes_nothing():
    path = walked(CASE, [ASKED, POURED])
    assert walked(CASE, [ASKED, POURED, ASKED]) == path
    assert path.ended


def test_a_way_may_come_back_to_where_it_was():
    path = walked(CASE, [GUESSED, WENT_BACK, ASKED, POURED])
    assert path.steps == (GUESSED, WENT_BACK, ASKED, POURED)
    assert path.at == "op"
    assert path.flags_at("bij-de-deur") == frozenset()
    assert path.chosen("bij-de-deur") == "vragen"


@pytest.mark.parametrize(
    "made",
    [
        ("in-de-kelder", "vragen"),
        ("bij-de-deur", "wegrennen"),
        ("in-de-keuken", "schenken"),
        ("op", "schenken"),
    ],
    ids=["no such place", "no such choice", "not there yet", "an end"],
)
def test_a_choice_that_cannot_be_made_changes_nothing(made: Made):
    assert walked(CASE, [made]) == walked(CASE, [])


def test_a_choice_that_is_offered_to_others_only_changes_nothing():
    assert walked(CASE, [GUESSED, POURED]) == walked(CASE, [GUESSED])


def test_whatever_was_chosen_the_way_can_be_walked_again_and_says_the_same():
    chance = random.Random(1)
    every = [(node, choice) for node, told in CASE.nodes.items() for choice in told.choices]
    for _ in range(300):
        made = chance.choices(every, k=chance.randrange(9))
        path = walked(CASE, made)
        assert walked(CASE, path.steps).steps == path.steps
        assert all(choice in path.tried[node] for node, choice in path.steps)


def test_the_advised_way_is_walked_to_its_end():
    path = advised_path(CASE)
    assert (path.steps, path.at) == ((ASKED, POURED), "op")


def test_the_own_way_stands_beside_the_advised_one():
    rows = compared(walked(CASE, [ASKED, POURED_ANYWAY, GUESSED, POURED_ANYWAY]))
    assert [(row.node, row.choice, row.tried, row.same) for row in rows] == [
        ("bij-de-deur", "gokken", ("vragen",), False),
        ("in-de-keuken", "toch-schenken", (), False),
    ]
    assert all(row.same for row in compared(advised_path(CASE)))


def test_what_is_as_good_is_not_the_advised_way_and_not_another_one():
    case = a_case(also="gokken")
    at_the_door, in_the_kitchen = compared(walked(case, [GUESSED, POURED_ANYWAY]))
    assert (at_the_door.same, at_the_door.as_good, at_the_door.otherwise) == (False, True, False)
    assert in_the_kitchen.otherwise
