"""The link to look at a team: what it gives, what it never tells, and what guessing costs."""

import pytest

from school import keys
from school.identity import new_token, token_hash
from tests.routes.asgi import ask
from tests.routes.conftest import NOW

WRONG = "bijna-goed-maar-net-niet"


@pytest.fixture(autouse=True)
def pauses(monkeypatch) -> list[float]:
    asked: list[float] = []

    async def note(seconds: float) -> None:
        asked.append(seconds)

    monkeypatch.setattr("school.routes.keys.sleep", note)
    return asked


@pytest.fixture(params=keys.LEADS)
def token(request, store) -> str:
    token = new_token()
    assert store.make_key(request.param, "id-noord", token_hash(token), at=NOW)
    return token


def test_the_link_gives_a_cookie_and_goes_to_a_page_without_the_token(app, token):
    reply = ask(app, f"/teamblik/{token}")

    assert (reply.status, reply.headers["location"]) == (303, "/team")
    cookie = reply.cookies["teamblik"]
    assert cookie.value == token
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["max-age"]) == (True, "lax", "/", str(30 * 24 * 3600))
    assert "sleutel" not in reply.cookies


@pytest.mark.parametrize(("address", "secure"), [("https://cursus.example.org", True), (None, "")])
def test_on_https_the_cookie_goes_nowhere_else(open_site, token, address, secure):
    assert ask(open_site(public_url=address), f"/teamblik/{token}").cookies["teamblik"]["secure"] == secure


def test_the_address_is_told_to_nobody_and_kept_nowhere(app, token):
    for each in (token, WRONG):
        reply = ask(app, f"/teamblik/{each}")
        assert reply.headers["referrer-policy"] == "no-referrer"
        assert reply.headers["cache-control"] == "no-store"
        assert each not in reply.text


def test_a_wrong_token_gets_a_dutch_page_no_cookie_and_a_pause(app, token, pauses):
    for wrong in (WRONG, "x", token[:-1], f"{token}x"):
        reply = ask(app, f"/teamblik/{wrong}")
        assert reply.status == 403
        assert "Deze link opent niets" in reply.text
        assert "set-cookie" not in reply.headers
    assert pauses == [0.25, 0.5, 1.0, 2.0]


def test_a_renewed_link_takes_the_place_of_the_old_one(app, store, token):
    role, which = store.key(token_hash(token))
    fresh = new_token()
    store.renew_key(role, which, token_hash(fresh), at=NOW)

    assert ask(app, f"/teamblik/{token}").status == 403
    assert ask(app, f"/teamblik/{fresh}").status == 303


def test_the_key_of_a_trainer_opens_no_team_and_that_of_a_team_makes_no_trainer(app, store, token):
    trainer = new_token()
    store.make_key("trainer", "link", token_hash(trainer), at=NOW)

    assert ask(app, f"/teamblik/{trainer}").status == 403
    assert keys.lead_of(trainer, store) is None
