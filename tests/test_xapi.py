"""xAPI statements: an independent reader takes every one of them, and they say what was done and not who did it."""

import json
import random
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from ralph.models.xapi.base.statements import BaseXapiStatement

from school.content import Course
from school.demo.items import items
from school.demo.life import Life
from school.learning import Record
from school.loading import load_course
from school.xapi import json_lines

ROOT = Path(__file__).parent.parent
EVENING = datetime(2026, 11, 22, 20, tzinfo=UTC)
BASE = "https://cursus.example.org"
ANNA = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(ROOT, today=date(2026, 11, 22))


@pytest.fixture(scope="module")
def record(course: Course) -> Record:
    """Somebody who answered every question there is, more than once."""
    chance = random.Random(1)
    return Life(course, items(course, 1), chance, 0.0, 600).lived(end=EVENING)


@pytest.fixture(scope="module")
def told(course: Course, record: Record) -> list[dict[str, Any]]:
    return [json.loads(line) for line in json_lines(course, record, base=BASE, learner=ANNA).splitlines()]


def test_every_statement_is_a_good_one(told: list[dict[str, Any]]) -> None:
    for statement in told:
        BaseXapiStatement.model_validate(statement)


def test_every_answer_quiz_and_step_is_told_once_and_in_order(told: list[dict[str, Any]], record: Record) -> None:
    finished = sum(attempt.finished is not None for attempt in record.attempts)
    assert len(told) == len(record.answers) + finished + len(record.steps)
    assert len({statement["id"] for statement in told}) == len(told)
    moments = [statement["timestamp"] for statement in told]
    assert moments == sorted(moments)


def test_every_kind_of_question_is_told_in_its_own_way(told: list[dict[str, Any]]) -> None:
    kinds = {statement["object"]["definition"].get("interactionType") for statement in told} - {None}
    assert kinds == {"choice", "true-false", "numeric", "sequencing", "matching", "fill-in", "other"}
    matched = next(one for one in told if one["object"]["definition"].get("interactionType") == "matching")
    assert "[.]" in matched["result"]["response"]


def test_a_statement_says_how_it_went(told: list[dict[str, Any]], record: Record) -> None:
    answered = [statement for statement in told if statement["verb"]["id"].endswith("/answered")]
    graded = [statement for statement in answered if "score" in statement["result"]]
    assert all(statement["result"]["success"] == (statement["result"]["score"]["scaled"] == 1) for statement in graded)
    passed = [statement for statement in told if statement["verb"]["id"].endswith("/passed")]
    assert len(passed) == sum(attempt.passed for attempt in record.attempts if attempt.finished)


def test_who_it_was_and_what_is_right_is_not_told(told: list[dict[str, Any]]) -> None:
    text = json.dumps(told)
    assert ANNA not in text
    assert "correctResponsesPattern" not in text
    assert "mbox" not in text


def test_telling_it_again_tells_the_same(course: Course, record: Record, told: list[dict[str, Any]]) -> None:
    again = json_lines(course, record, base=BASE, learner=ANNA)
    assert [json.loads(line) for line in again.splitlines()] == told
    other = json_lines(course, record, base=BASE, learner="bram")
    assert not {json.loads(line)["id"] for line in other.splitlines()} & {statement["id"] for statement in told}


def test_a_broken_statement_would_be_noticed(told: list[dict[str, Any]]) -> None:
    with pytest.raises(ValueError, match="less than or equal to 1"):
        BaseXapiStatement.model_validate({**told[0], "result": {"score": {"scaled": 1.5}}})


def test_nobody_and_a_question_that_is_no_more_tell_nothing(course: Course, record: Record) -> None:
    assert json_lines(course, Record(), base=BASE, learner=ANNA) == ""
    gone = Record(answers=tuple(answer for answer in record.answers[:1]))
    assert json_lines(Course(**{**vars(course), "tasks": {}}), gone, base=BASE, learner=ANNA) == ""
