"""`/kaart/MODULE`: the card of a module as a PDF."""

import pytest

from school.reports.card import card_pdf
from school.routes import card
from tests.routes.asgi import ask


def test_a_card_is_a_pdf_with_a_name(app, course):
    reply = ask(app, "/kaart/proef")
    assert reply.status == 200
    assert reply.headers["content-type"] == "application/pdf"
    assert reply.headers["content-disposition"] == 'inline; filename="kaart-proef.pdf"'
    assert reply.body == card_pdf(course, course.module("proef"))


def test_it_is_typeset_once(app, monkeypatch):
    made = []

    def make(course, module) -> bytes:
        made.append(module.id)
        return b"%PDF"

    card._made.cache_clear()
    monkeypatch.setattr(card, "card_pdf", make)
    assert [ask(app, "/kaart/proef").body for _ in range(3)] == [b"%PDF"] * 3
    assert made == ["proef"]
    card._made.cache_clear()


@pytest.mark.parametrize("name", ["welkom", "bestaat-niet", "..%2Fproef"])
def test_a_module_without_a_card_is_nothing(app, name):
    reply = ask(app, f"/kaart/{name}")
    assert reply.status == 404
    assert "Deze pagina is er niet" in reply.text
