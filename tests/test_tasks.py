"""What an author may write in a task, and what makes two tasks different."""

import pytest
from pydantic import ValidationError

from school.tasks import Order, Range
from tests.tasks_of_each_kind import FIELDS, make, options


@pytest.mark.parametrize("kind", FIELDS)
def test_each_kind_can_be_made(kind: str) -> None:
    assert make(kind).kind == kind


@pytest.mark.parametrize(
    ("kind", "changed", "said"),
    [
        ("choice", {"answer": "d"}, "answer: 'd' staat niet bij de mogelijkheden (a, b, c)"),
        ("choice", {"options": options("a")}, "at least 2 items"),
        ("choice", {"options": options("A", "b")}, "'A' is geen geldige naam"),
        ("choice", {"prompt": "  "}, "hier ontbreekt de tekst"),
        ("choice", {"sources": []}, "at least 1 item"),
        ("choice", {"colour": "green"}, "Extra inputs"),
        ("multiple", {"answers": ["a", "z"]}, "answers: 'z' staat niet bij de mogelijkheden"),
        ("multiple", {"answers": []}, "at least 1 item"),
        ("true-false", {"answer": "ja"}, "'waar' or 'niet-waar'"),
        ("true-false", {"feedback": {"waar": "x"}}, "feedback: de tekst bij 'niet-waar' ontbreekt"),
        ("number", {"answer": 70}, "answer: 70 valt buiten 'accept'"),
        ("number", {"maximum": 50}, "answer: 62 valt buiten 'minimum' en 'maximum'"),
        ("number", {"accept": {"from": 65, "to": 60}}, "'from' is groter dan 'to'"),
        (
            "number",
            {"mistakes": {"x": {"from": 60, "to": 70, "feedback": "x"}}},
            "mistakes.x: hier valt ook het goede antwoord in",
        ),
        ("order", {"items": {"a": "A"}, "mistakes": {}}, "items: met één onderdeel valt er niets te ordenen"),
        (
            "order",
            {"mistakes": {"x": {"before": ["a", "b"], "feedback": "x"}}},
            "mistakes.x.before: dit is juist de goede volgorde",
        ),
        (
            "order",
            {"mistakes": {"x": {"before": ["z", "b"], "feedback": "x"}}},
            "mistakes.x.before: 'z' staat niet bij de mogelijkheden",
        ),
        ("match", {"pairs": {"a": "p", "b": "q", "c": "r"}}, "pairs: 'd' heeft geen partner"),
        ("match", {"decoys": []}, "right: 't' heeft geen partner"),
        ("match", {"decoys": ["t", "p"]}, "decoys: 'p' heeft een partner"),
        (
            "match",
            {"mistakes": {"x": {"pairs": {"a": "p"}, "feedback": "x"}}},
            "mistakes.x.pairs: dit zijn juist de goede paren",
        ),
        ("words", {"accept": []}, "at least 1 item"),
        ("reflect", {"answer": "a"}, "Extra inputs"),
    ],
)
def test_a_task_that_contradicts_itself_is_refused(kind: str, changed: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError) as refused:
        make(kind, **changed)
    assert said in str(refused.value)


def test_only_a_reflection_needs_no_source() -> None:
    assert make("reflect", sources=[]).sources == []


@pytest.mark.parametrize("kind", FIELDS)
def test_the_version_changes_with_the_words_and_only_then(kind: str) -> None:
    assert make(kind).version == make(kind).version
    assert make(kind).version != make(kind, prompt="Een andere vraag?").version
    assert len(make(kind).version) == 8


def test_another_order_of_items_is_another_version() -> None:
    order = make("order")
    assert isinstance(order, Order)
    turned = make("order", items=dict(reversed(order.items.items())), mistakes={})
    assert turned.version != make("order", mistakes={}).version


def test_nothing_changes_after_loading() -> None:
    with pytest.raises(ValidationError):
        make("choice").prompt = "Anders?"


@pytest.mark.parametrize(("number", "inside"), [(0, False), (1, True), (1.5, True), (2, True), (2.01, False)])
def test_a_range_includes_both_ends(number: float, *, inside: bool) -> None:
    assert (number in Range.model_validate({"from": 1, "to": 2})) is inside
