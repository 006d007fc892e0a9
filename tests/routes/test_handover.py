from datetime import timedelta

import pytest

from school.identity import learner_id, new_token, token_hash
from tests.routes.asgi import ask
from tests.routes.conftest import NOW

OURS = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def link(store, answered) -> str:
    """The token of a link to the progress of 'other-device'."""
    token = new_token()
    answered("other-device")
    assert store.offer_handover("other-device", token_hash=token_hash(token), expires=NOW + timedelta(minutes=15))
    return token


def test_a_preview_uses_nothing_up(app, store, link):
    for _ in range(3):
        reply = ask(app, f"/verder/{link}")
        assert reply.status == 200
        assert '<form method="post"' in reply.text

    assert store.handover_valid(token_hash(link), now=NOW)


def test_a_new_device_gets_a_token_and_the_progress(app, store, link):
    reply = ask(app, f"/verder/{link}", method="POST", headers=OURS)

    assert reply.status == 200
    assert 'href="/voortgang"' in reply.text
    learner = learner_id(reply.cookies["leerling"].value)
    assert len(store.record(learner).answers) == 1


def test_a_device_with_progress_is_told_that_both_are_kept(app, store, link, answered):
    token = new_token()
    answered(learner_id(token))
    headers = {"cookie": f"leerling={token}", **OURS}

    assert "We voegen de twee samen" in ask(app, f"/verder/{link}", headers=headers).text
    reply = ask(app, f"/verder/{link}", method="POST", headers=headers)

    assert reply.cookies["leerling"].value == token
    assert len(store.record(learner_id(token)).answers) == 2


def test_a_link_works_once(app, link):
    ask(app, f"/verder/{link}", method="POST", headers=OURS)

    for method in ("GET", "POST"):
        reply = ask(app, f"/verder/{link}", method=method, headers=OURS)
        assert reply.status == 410
        assert "werkt niet meer" in reply.text


def test_a_link_that_is_too_old_or_was_never_made_does_nothing(app, store, link):
    old = new_token()
    store.offer_handover("other-device", token_hash=token_hash(old), expires=NOW - timedelta(seconds=1))

    for token in (old, new_token(), "x"):
        reply = ask(app, f"/verder/{token}", method="POST", headers=OURS)
        assert reply.status == 410
        assert "set-cookie" not in reply.headers


def test_another_site_cannot_merge_somebody(app, store, link):
    reply = ask(app, f"/verder/{link}", method="POST", headers={"origin": "https://kwaad.example"})

    assert reply.status == 403
    assert store.handover_valid(token_hash(link), now=NOW)
