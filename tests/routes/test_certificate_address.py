"""`/certificaat/CODE`: valid or not, the course and the day, and nothing to learn by guessing."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from starlette.applications import Starlette

from school.certificates import certificate_for, new_code
from school.identity import learner_id, new_token
from school.learning import Attempt
from school.routes.site import Site
from school.runtime import Runtime
from tests.routes.asgi import ask
from tests.routes.conftest import NOW

LATE = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)  # in the Netherlands it is the 22nd by then
OURS = {"origin": "http://cursus.test"}


@pytest.fixture
def token() -> str:
    return new_token()


@pytest.fixture
def code(course, store, token) -> str:
    """The code of a certificate that was issued."""
    learner = learner_id(token)
    store.start_attempt(learner, Attempt("poging", "eindtoets", 1, ("meting-zetten-a",), 0.5, LATE))
    store.finish_attempt(learner, "poging", LATE, 0.75)
    attempt = store.record(learner).attempt("poging")
    return store.issue_certificate(learner, "poging", certificate_for(course, attempt, code=new_code(), issued=NOW)).code


def tampered(code: str) -> str:
    return code[:-1] + ("7" if code[-1] != "7" else "8")


def test_a_certificate_of_ours_is_valid_and_says_course_and_day(app, code):
    reply = ask(app, f"/certificaat/{code}")
    assert reply.status == 200
    assert "is geldig" in reply.text
    assert "Thee zetten" in reply.text
    assert "22 november 2026" in reply.text
    assert reply.headers["cache-control"] == "no-store"


def test_it_says_nothing_else(app, code):
    text = ask(app, f"/certificaat/{code}").text
    for hidden in ("75%", "50%", "0.75", "poging", "eindtoets", code, "form"):
        assert hidden not in text.replace("format", "")


@pytest.mark.parametrize(
    "dress", [str.lower, lambda code: code.replace("-", ""), lambda code: code.replace("-", " "), lambda code: code.replace("0", "O")]
)
def test_the_code_may_be_typed_in_any_way(app, code, dress):
    assert ask(app, f"/certificaat/{dress(code)}").status == 200


def test_a_printed_code_can_be_typed(app, code):
    asking = ask(app, "/certificaat")
    assert asking.status == 200
    assert '<label for="code">' in asking.text
    assert "is geldig" in ask(app, f"/certificaat?code={code}").text


def test_a_tampered_code_is_not_valid_and_asks_the_store_nothing(app, code, store, monkeypatch):
    def asked(*_: object) -> None:
        pytest.fail("the store was asked")

    monkeypatch.setattr(type(store), "certificate", asked)
    reply = ask(app, f"/certificaat/{tampered(code)}")
    assert reply.status == 404
    assert "is niet geldig" in reply.text


def test_unknown_tampered_and_nonsense_get_the_same_page(app, code):
    replies = [ask(app, f"/certificaat/{wrong}") for wrong in (new_code(), tampered(code), "onzin", "<script>", "\x00")]
    replies += [ask(app, f"/certificaat?code={wrong}") for wrong in (new_code(), "", "onzin")]
    assert {reply.status for reply in replies} == {404}
    assert len({reply.text for reply in replies}) == 1


def test_it_stays_valid_when_the_course_and_its_questions_change(course, here, frontend, code):
    changed = replace(
        course, about=course.about.model_copy(update={"title": "Iets anders", "version": "9"}), places={}, tasks={}, quizzes={}
    )

    class Later:
        def __init__(self) -> None:
            self.course = changed

    runtime = Runtime(here.settings, Later(), here.store, here.now)
    site = Site(runtime, frontend)
    text = ask(Starlette(routes=site.routes, middleware=site.layers()), f"/certificaat/{code}").text
    assert "is geldig" in text
    assert "Thee zetten" in text


def test_it_stays_valid_after_erasing_and_the_receipt_says_so(app, code, token):
    cookie = {"cookie": f"leerling={token}"}
    assert "blijft geldig" in ask(app, "/wissen", headers=cookie).text
    receipt = ask(app, "/wissen", method="POST", headers=cookie | OURS).text
    assert "Je certificaat blijft geldig" in receipt
    assert "is geldig" in ask(app, f"/certificaat/{code}").text


def test_a_receipt_is_silent_about_certificates_when_there_is_none(app, token, answered):
    answered(learner_id(token))
    receipt = ask(app, "/wissen", method="POST", headers={"cookie": f"leerling={token}"} | OURS).text
    assert "1 antwoord<" in receipt.replace("\n", "")
    assert "blijft geldig" not in receipt


def test_nothing_can_be_posted_to_a_code(app, code):
    assert ask(app, f"/certificaat/{code}", method="POST", headers=OURS).status == 405
