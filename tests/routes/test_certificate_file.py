"""Posting a name to `/certificaat` gives the certificate; the name goes nowhere else."""

import json
import logging
from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from sqlalchemy.exc import OperationalError

from school.identity import learner_id, new_token
from school.learning import Attempt
from tests.routes.asgi import Reply, ask
from tests.routes.conftest import NOW
from tests.tools import need_tools, run

pytestmark = pytest.mark.thorough

OURS = {"origin": "http://cursus.test"}


@pytest.fixture
def token() -> str:
    return new_token()


@pytest.fixture
def passed(store, token) -> Callable[..., None]:
    """Hands in an eindtoets."""

    def hand_in(name: str = "poging", *, score: float = 0.75, quiz: str = "eindtoets") -> None:
        store.start_attempt(learner_id(token), Attempt(name, quiz, 1, ("meting-zetten-a",), 0.5, NOW))
        assert store.finish_attempt(learner_id(token), name, NOW, score)

    return hand_in


@pytest.fixture
def post(app, token) -> Callable[..., Reply]:
    """What the form sends."""

    def send(name: str = "", *, to=app, **headers: str) -> Reply:
        body = urlencode({"naam": name}).encode()
        sent = {"cookie": f"leerling={token}", "content-length": str(len(body)), **OURS, **headers}
        return ask(to, "/certificaat", method="POST", headers=sent, body=body)

    return send


def words(reply: Reply) -> str:
    need_tools()
    assert reply.status == 200, reply.text
    return " ".join(run("pdftotext", "-", "-", given=reply.body).split())


def test_it_is_a_file_to_keep_that_nobody_else_keeps(post, passed):
    passed()
    reply = post("Noor")
    assert reply.headers["content-type"] == "application/pdf"
    assert reply.headers["content-disposition"] == 'attachment; filename="certificaat.pdf"'
    assert reply.headers["cache-control"] == "no-store"


def test_it_says_the_name_the_course_and_the_score(post, passed):
    passed()
    said = words(post("Zoë van ’t Hart"))
    assert "Zoë van ’t Hart heeft deze cursus gevolgd" in said
    assert "Thee zetten" in said
    assert "Eindtoets 75% (gehaald vanaf 50%)" in said


def test_the_name_is_in_no_table_and_no_log(post, passed, store, token, caplog):
    caplog.set_level(logging.DEBUG)
    passed()
    assert "Noor" in words(post("Noor"))
    assert post("Noor 李").status == 422
    assert "Noor" not in json.dumps(store.export(learner_id(token)))
    assert "Noor" not in caplog.text


def test_the_code_on_it_is_valid(app, post, passed, store, token):
    passed()
    said = words(post())
    [row] = store.export(learner_id(token))["certificates"]
    assert str(row["code"]) in said
    assert "is geldig" in ask(app, f"/certificaat/{row['code']}").text


def test_downloading_again_gives_the_same_certificate(post, passed, store):
    passed()
    assert post("Noor").body == post("Noor").body
    assert store.counts()["certificates"] == 1


def test_a_better_eindtoets_gets_one_of_its_own_and_a_worse_one_does_not(post, passed, store):
    passed("een", score=0.6)
    post()
    passed("twee", score=0.9)
    passed("drie", score=0.55)
    assert "Eindtoets 90%" in words(post())
    assert store.counts()["certificates"] == 2


def test_its_address_is_where_the_course_is(post, passed, open_site):
    passed()
    assert "cursus.test/certificaat/" in words(post())
    elsewhere = open_site(public_url="https://leren.example.nl/cursus")
    assert "leren.example.nl/cursus/certificaat/" in words(post(to=elsewhere))


def test_without_a_passed_eindtoets_there_is_none(post, passed, store):
    assert post("Noor").status == 404
    passed(score=0.49)
    passed("meting", quiz="startmeting")
    reply = post("Noor")
    assert reply.status == 404
    assert "Er is nog geen certificaat" in reply.text
    assert store.counts()["certificates"] == 0


def test_a_browser_without_a_cookie_gets_none(app, passed):
    passed()
    assert ask(app, "/certificaat", method="POST", headers={**OURS, "content-length": "0"}).status == 404


def test_a_name_we_have_no_letters_for_is_told(post, passed):
    passed()
    reply = post("李小龙")
    assert reply.status == 422
    assert "Deze naam kunnen we niet zetten" in reply.text


@pytest.mark.parametrize("length", ["4097", "999999999", "", "-1", "veel"])
def test_more_than_a_name_is_not_read(post, passed, length):
    passed()
    assert post("Noor", **{"content-length": length}).status == 413


@pytest.mark.parametrize("sent", [{"origin": "https://kwaad.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}])
def test_another_site_cannot_ask_for_it(post, passed, store, sent):
    passed()
    assert post("Noor", **sent).status == 403
    assert store.counts()["certificates"] == 0


def test_an_unreachable_store_is_told(post, passed, store, monkeypatch):
    passed()

    def away(*_: object) -> None:
        raise OperationalError("", {}, Exception())

    monkeypatch.setattr(type(store), "issue_certificate", away)
    reply = post("Noor")
    assert reply.status == 503
    assert "Er is niets veranderd" in reply.text
