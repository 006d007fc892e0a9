from tests.routes.asgi import ask


def test_the_process_says_that_it_lives(app):
    reply = ask(app, "/healthz")

    assert (reply.status, reply.text) == (200, "ok")
    assert reply.headers["cache-control"] == "no-store"


def test_it_is_ready_when_the_store_answers(app):
    assert ask(app, "/readyz").status == 200


def test_it_lives_but_is_not_ready_without_a_store(app, store, monkeypatch):
    monkeypatch.setattr(type(store), "ready", lambda _: False)

    assert ask(app, "/readyz").status == 503
    assert ask(app, "/healthz").status == 200


def test_a_figure_for_a_monitor_cannot_be_sent_to(app):
    assert ask(app, "/healthz", method="POST").status == 405
