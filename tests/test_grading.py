"""What answers are worth: parse refuses what cannot be an answer, grade judges the rest."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from school.grading import (
    Response,
    ResponseError,
    grade,
    in_words,
    nearly_same,
    parse,
    parse_laid,
    plain_word,
    solution,
    still_fits,
)
from school.tasks import Task
from tests.tasks_of_each_kind import FIELDS, make, options

RIGHT_PAIRS = {"a": "p", "b": "q", "c": "r", "d": "s"}


@pytest.mark.parametrize("kind", FIELDS)
def test_the_solution_is_an_answer_and_it_is_right(kind: str) -> None:
    task = make(kind)
    assert parse(task, solution(task)) == solution(task)
    assert grade(task, solution(task)).score == 1
    assert grade(task, solution(task)).right
    assert grade(task, solution(task)).misconceptions == ()


@pytest.mark.parametrize(
    ("kind", "response", "score", "texts", "misconceptions"),
    [
        ("choice", "b", 1, ["over b"], []),
        ("choice", "a", 0, ["over a"], ["denkt a"]),
        ("true-false", "niet-waar", 1, ["ja"], []),
        ("true-false", "waar", 0, ["nee"], ["omgekeerd"]),
        ("multiple", ["a", "c", "d"], 1, ["over a", "over c", "over d"], []),
        ("multiple", ["a", "c"], 2 / 3, ["over a", "over c", "over d"], []),
        ("multiple", ["a", "b", "c", "d"], 2 / 3, ["over a", "over b", "over c", "over d"], ["denkt b"]),
        ("multiple", ["a", "b"], 0, ["over a", "over b", "over c", "over d"], ["denkt b"]),
        ("multiple", ["b", "e"], 0, ["over a", "over b", "over c", "over d", "over e"], ["denkt b", "denkt e"]),
        ("multiple", [], 0, ["over a", "over c", "over d"], []),
        ("number", 62.0, 1, ["goed"], []),
        ("number", 65.0, 1, ["goed"], []),
        ("number", 60.0, 1, ["goed"], []),
        ("number", 59.9, 0, ["iets te laag"], []),
        ("number", 10.0, 0, ["veel te laag"], ["zeldzaam"]),
        ("number", 90.0, 0, ["niet goed"], []),
        ("order", ["a", "b", "c", "d"], 1, ["goed"], []),
        ("order", ["a", "b", "d", "c"], 4 / 6, ["niet goed"], []),
        ("order", ["b", "a", "c", "d"], 4 / 6, ["b na a"], ["begint met b"]),
        ("order", ["d", "b", "a", "c"], 0, ["b na a", "d na a"], ["begint met b", "begint met d"]),
        ("order", ["d", "c", "b", "a"], 0, ["b na a", "d na a"], ["begint met b", "begint met d"]),
        ("match", RIGHT_PAIRS, 1, ["goed"], []),
        ("match", RIGHT_PAIRS | {"d": "t"}, 3 / 4, ["niet goed"], []),
        ("match", RIGHT_PAIRS | {"a": "q", "b": "p"}, 2 / 4, ["geruild"], ["a is b"]),
        ("match", RIGHT_PAIRS | {"a": "q", "b": "p", "c": "t"}, 1 / 4, ["geruild", "niet goed"], ["a is b"]),
        ("match", {"a": "t", "b": "t", "c": "t", "d": "t"}, 0, ["niet goed"], []),
        ("words", "veilig thuis", 1, ["goed"], []),
        ("words", "Veiligthuis", 1, ["goed"], []),
        ("words", "veilig tuis", 1, ["goed"], []),
        ("words", "cafe noir!", 1, ["goed"], []),
        ("words", "veilig huis", 0, ["niet de politie"], []),
        ("words", "112", 0, ["niet goed"], []),
        ("words", "iets anders", 0, ["niet goed"], []),
        ("reflect", "gedaan", 1, [], []),
    ],
)
def test_an_answer_is_worth_this_and_this_is_said(
    kind: str, response: Response, score: float, texts: list[str], misconceptions: list[str]
) -> None:
    graded = grade(make(kind), response)
    assert graded.score == pytest.approx(score)
    assert [remark.text for remark in graded.remarks] == texts
    assert list(graded.misconceptions) == misconceptions


def test_each_remark_on_several_answers_says_whether_that_one_fits() -> None:
    graded = grade(make("multiple"), ["a", "b"])
    assert [(remark.part, remark.fits) for remark in graded.remarks] == [
        ("A", True),
        ("B", False),
        ("C", False),
        ("D", False),
    ]


@pytest.mark.parametrize(
    ("kind", "raw", "response"),
    [
        ("multiple", ("d", "a"), ["a", "d"]),
        ("multiple", [], []),
        ("number", 5, 5.0),
        ("order", ("d", "c", "b", "a"), ["d", "c", "b", "a"]),
        ("match", dict(reversed(RIGHT_PAIRS.items())), RIGHT_PAIRS),
        ("words", "  thuis ", "thuis"),
    ],
)
def test_an_answer_is_stored_in_one_form(kind: str, raw: object, response: Response) -> None:
    parsed = parse(make(kind), raw)
    assert parsed == response
    assert repr(parsed) == repr(response)


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        *((kind, raw) for kind in FIELDS for raw in (None, b"a", object(), True, {"a": 1}, [[]], [None])),
        ("choice", "d"),
        ("choice", ""),
        ("choice", ["b"]),
        ("true-false", "Waar"),
        ("multiple", "a"),
        ("multiple", ["a", "a"]),
        ("multiple", ["a", "z"]),
        ("multiple", ["a", 1]),
        ("multiple", {"a": "b"}),
        ("number", "62"),
        ("number", -1),
        ("number", 100.5),
        ("number", math.nan),
        ("number", math.inf),
        ("order", ["a", "b", "c"]),
        ("order", ["a", "b", "c", "c"]),
        ("order", ["a", "b", "c", "z"]),
        ("match", {"a": "p"}),
        ("match", RIGHT_PAIRS | {"z": "p"}),
        ("match", RIGHT_PAIRS | {"a": "z"}),
        ("match", RIGHT_PAIRS | {"a": ["p"]}),
        ("match", list(RIGHT_PAIRS)),
        ("words", ""),
        ("words", "  "),
        ("words", "x" * 81),
        ("words", 112),
        ("reflect", "mijn hele verhaal"),
    ],
)
def test_what_cannot_be_an_answer_is_refused(kind: str, raw: object) -> None:
    with pytest.raises(ResponseError):
        parse(make(kind), raw)
    assert not still_fits(make(kind), raw)


@pytest.mark.parametrize(
    ("kind", "raw", "laid"),
    [
        ("match", {}, {}),
        ("match", {"c": "t", "a": "p"}, {"a": "p", "c": "t"}),
        ("match", RIGHT_PAIRS, RIGHT_PAIRS),
        ("order", ["b", "a", "c", "d"], ["b", "a", "c", "d"]),
    ],
)
def test_a_part_of_an_answer_may_lie_there(kind: str, raw: object, laid: Response) -> None:
    assert parse_laid(make(kind), raw) == laid


@pytest.mark.parametrize(
    "raw", [{"z": "p"}, {"a": "z"}, {"a": ["p"]}, {"a": None}, {str(n): "p" for n in range(9999)}, ["a"], "a", None, 5]
)
def test_what_can_be_no_part_of_an_answer_does_not(raw: object) -> None:
    with pytest.raises(ResponseError):
        parse_laid(make("match"), raw)


def test_a_stored_answer_to_an_older_version_may_no_longer_fit() -> None:
    task = make("choice", options=options("a", "b"))
    assert still_fits(task, "a")
    assert not still_fits(task, "c")


@pytest.mark.parametrize(
    ("kind", "response", "lines"),
    [
        ("choice", "a", ["A"]),
        ("true-false", "niet-waar", ["Niet waar"]),
        ("multiple", ["a", "c"], ["A", "C"]),
        ("multiple", [], ["Niets gekozen"]),
        ("number", 51.6, ["51,6%"]),
        ("order", ["b", "a", "c", "d"], ["1. B", "2. A", "3. C", "4. D"]),
        ("match", RIGHT_PAIRS, ["A → P", "B → Q", "C → R", "D → S"]),
        ("words", "thuis", ["thuis"]),
        ("reflect", "gedaan", ["Over nagedacht"]),
    ],
)
def test_an_answer_can_be_read_by_a_person(kind: str, response: Response, lines: list[str]) -> None:
    assert in_words(make(kind), response) == lines


def test_a_unit_in_words_stands_apart_from_the_number() -> None:
    assert in_words(make("number", unit="weken"), 4.0) == ["4 weken"]
    assert in_words(make("number", unit=""), 0.5) == ["0,5"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("trektijd", "trektijd", True),
        ("trektijd", "Trek-tijd", True),
        ("trektijd", "trektjid", True),
        ("trektijd", "trektid", True),
        ("trektijd", "trekktijd", True),
        ("trektijd", "trektyd", False),
        ("trektijd", "brektijd", True),
        ("trektijd", "kertijd", False),
        ("coördinator", "coordinator", True),
        ("112", "113", False),
        ("emdr", "edmr", False),
        ("code 1234", "code 1235", False),
        ("abcde", "", False),
    ],
)
def test_one_slip_is_forgiven_in_long_words_only(one: str, other: str, *, same: bool) -> None:
    assert nearly_same(one, other) is same
    assert nearly_same(other, one) is same


def test_a_plain_word_has_no_capitals_accents_or_punctuation() -> None:
    assert plain_word("  Één, twee-DRIE! ") == "een twee drie"


RESPONSES: dict[str, st.SearchStrategy[Any]] = {
    "choice": st.sampled_from(list(FIELDS["choice"]["options"])),
    "multiple": st.lists(st.sampled_from(list(FIELDS["multiple"]["options"])), unique=True),
    "true-false": st.sampled_from(["waar", "niet-waar"]),
    "number": st.floats(0, 100),
    "order": st.permutations(list(FIELDS["order"]["items"])),
    "match": st.fixed_dictionaries({left: st.sampled_from(list(FIELDS["match"]["right"])) for left in FIELDS["match"]["left"]}),
    "words": st.text(min_size=1, max_size=80).filter(str.strip),
    "reflect": st.just("gedaan"),
}


@st.composite
def _answered(draw: st.DrawFn) -> tuple[str, Any]:
    kind = draw(st.sampled_from(list(FIELDS)))
    return kind, draw(RESPONSES[kind])


@given(_answered())
def test_a_score_is_always_from_0_to_1_and_something_is_said(answered: tuple[str, Any]) -> None:
    kind, raw = answered
    task = make(kind)
    graded = grade(task, parse(task, raw))
    assert 0 <= graded.score <= 1
    assert graded.right == (graded.score == 1)
    assert graded.remarks or kind == "reflect"


@given(_answered(), st.randoms())
def test_a_score_never_depends_on_the_order_of_options(answered: tuple[str, Any], chance: Any) -> None:
    kind, raw = answered
    shuffled = _shuffled(kind, chance)
    assert grade(shuffled, parse(shuffled, raw)).score == grade(make(kind), parse(make(kind), raw)).score


def _shuffled(kind: str, chance: Any) -> Task:
    """The same task, with its options in another order; the items of an order stand in the right one."""
    changed = {}
    for field in ("options", "left", "right", "pairs", "mistakes"):
        if field in FIELDS[kind]:
            names = list(FIELDS[kind][field])
            chance.shuffle(names)
            changed[field] = {name: FIELDS[kind][field][name] for name in names}
    return make(kind, **changed)


@given(_answered())
def test_only_right_answers_are_worth_1(answered: tuple[str, Any]) -> None:
    kind, raw = answered
    task = make(kind)
    response = parse(task, raw)
    if kind in {"choice", "multiple", "true-false", "order", "match"}:
        assert grade(task, response).right == (response == solution(task))
