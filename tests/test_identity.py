"""Tokens stay on the device; we keep hashes."""

import re

import pytest

from school.identity import learner_id, new_token, token_hash


def test_every_token_is_new_and_has_an_id() -> None:
    tokens = {new_token() for _ in range(1000)}
    assert len(tokens) == len({learner_id(token) for token in tokens}) == 1000
    assert None not in {learner_id(token) for token in tokens}


def test_an_id_is_always_the_same_and_does_not_show_the_token() -> None:
    token = new_token()
    found = learner_id(token)
    assert found == learner_id(token)
    assert re.fullmatch("[0-9a-f]{32}", found or "")
    assert token not in (found or "")


@pytest.mark.parametrize(
    "token",
    [None, "", "a" * 21, "a" * 23, "a" * 21 + "\n", "a" * 22 + "\n", "a" * 21 + "é", "a" * 21 + "=", " " * 22],
)
def test_what_cannot_be_a_token_is_nobody(token: str | None) -> None:
    assert learner_id(token) is None


def test_a_link_and_a_cookie_with_the_same_token_are_not_the_same() -> None:
    token = new_token()
    assert token_hash(token) == token_hash(token)
    assert token_hash(token) != learner_id(token)
