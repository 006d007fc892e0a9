"""The trainer's link: what it gives, what it never tells, and what guessing costs."""

import logging
from itertools import pairwise

import pytest

from school.guessing import LONGEST_PAUSE, Guesses
from school.identity import new_token, token_hash
from tests.routes.asgi import ask
from tests.routes.conftest import NOW

CHOSEN = "een-zelf-gekozen-sleutel"
WRONG = "bijna-goed-maar-net-niet"


@pytest.fixture
def token(store) -> str:
    token = new_token()
    assert store.make_key("trainer", "link", token_hash(token), at=NOW)
    return token


@pytest.fixture(autouse=True)
def pauses(monkeypatch) -> list[float]:
    """The pauses that were asked for; nobody waits for them."""
    asked: list[float] = []

    async def note(seconds: float) -> None:
        asked.append(seconds)

    monkeypatch.setattr("school.routes.keys.sleep", note)
    return asked


def test_the_link_gives_a_cookie_and_goes_to_a_page_without_the_token(app, token):
    reply = ask(app, f"/sleutel/{token}")

    assert (reply.status, reply.headers["location"]) == (303, "/voorbereiden")
    cookie = reply.cookies["sleutel"]
    assert cookie.value == token
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["max-age"]) == (True, "lax", "/", str(30 * 24 * 3600))
    assert "leerling" not in reply.cookies


@pytest.mark.parametrize(("address", "secure"), [("https://cursus.example.org", True), ("http://cursus.example.org", ""), (None, "")])
def test_on_https_the_cookie_goes_nowhere_else(open_site, token, address, secure):
    assert ask(open_site(public_url=address), f"/sleutel/{token}").cookies["sleutel"]["secure"] == secure


def test_the_address_is_told_to_nobody_and_kept_nowhere(app, token):
    for each in (token, WRONG):
        reply = ask(app, f"/sleutel/{each}")
        assert reply.headers["referrer-policy"] == "no-referrer"
        assert reply.headers["cache-control"] == "no-store"
    assert ask(app, "/").headers["referrer-policy"] == "same-origin"


def test_the_token_stands_in_no_log_and_on_no_page(app, token, caplog, capsys):
    caplog.set_level(logging.DEBUG)

    pages = [ask(app, f"/sleutel/{each}").text for each in (token, WRONG)]

    for said in (caplog.text, *capsys.readouterr(), *pages):
        assert token not in said
        assert WRONG not in said


def test_a_wrong_token_gets_a_dutch_page_and_no_cookie(app, token):
    for wrong in (WRONG, "x", "é" * 20, token[:-1], f"{token}x", "a" * 201):
        reply = ask(app, f"/sleutel/{wrong}")
        assert reply.status == 403
        assert "Deze link opent niets" in reply.text
        assert "set-cookie" not in reply.headers


def test_only_opening_is_known_here(app, token):
    assert ask(app, f"/sleutel/{token}", method="POST").status == 405
    assert ask(app, "/sleutel/").status == 404
    assert ask(app, f"/sleutel/{token}/x").status == 404


def test_the_key_of_another_role_does_not_make_a_trainer(app, store):
    token = new_token()
    store.make_key("team", "noord", token_hash(token), at=NOW)

    assert ask(app, f"/sleutel/{token}").status == 403


def test_a_revoked_link_opens_nothing(app, store, token):
    store.revoke_keys("trainer", "link")

    assert ask(app, f"/sleutel/{token}").status == 403


def test_a_key_that_was_set_is_the_only_one(open_site, token):
    app = open_site(trainer_key=CHOSEN)

    assert ask(app, f"/sleutel/{CHOSEN}").status == 303
    assert ask(app, f"/sleutel/{token}").status == 403


def test_guessing_takes_longer_every_time_and_the_right_link_never_waits(app, token, pauses):
    for _ in range(12):
        ask(app, f"/sleutel/{WRONG}")
    before = list(pauses)

    assert ask(app, f"/sleutel/{token}").status == 303
    assert pauses == before
    assert len(before) == 12
    assert before[0] > 0
    assert all(after == min(2 * earlier, LONGEST_PAUSE) for earlier, after in pairwise(before))
    assert before[-1] == LONGEST_PAUSE


def test_one_who_guesses_does_not_slow_down_another():
    guesses = Guesses()
    first = guesses.pause("192.0.2.1")
    for _ in range(2000):
        guesses.pause("192.0.2.1")

    assert guesses.pause("192.0.2.1") == LONGEST_PAUSE
    assert guesses.pause("192.0.2.2") == first


def test_of_many_addresses_only_the_last_are_counted():
    guesses = Guesses(most=3)
    first = guesses.pause("0")
    for address in "1234":
        guesses.pause(address)

    assert len(guesses) == 3
    assert guesses.pause("0") == first
    assert guesses.pause("4") == 2 * first
