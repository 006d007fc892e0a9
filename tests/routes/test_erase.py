import pytest
from sqlalchemy.exc import OperationalError

from school.identity import learner_id, new_token
from school.routes.erase import CERTIFICATES, THINGS, receipt
from tests.routes.asgi import ask

OURS = {"origin": "http://cursus.test"}


@pytest.fixture
def token(answered) -> str:
    token = new_token()
    answered(learner_id(token))
    return token


def cookie(token: str) -> dict[str, str]:
    return {"cookie": f"leerling={token}"}


def test_looking_erases_nothing(app, store, token):
    reply = ask(app, "/wissen", headers=cookie(token))

    assert reply.status == 200
    assert '<form method="post"' in reply.text
    assert store.revision(learner_id(token))


def test_erasing_gives_a_receipt_and_takes_the_token_away(app, store, token):
    reply = ask(app, "/wissen", method="POST", headers=cookie(token) | OURS)

    assert reply.status == 200
    assert "1 antwoord<" in reply.text.replace("\n", "")
    assert not store.revision(learner_id(token))
    assert reply.cookies["leerling"].value == ""
    assert reply.cookies["leerling"]["max-age"] == "0"


def test_somebody_else_keeps_everything(app, store, token, answered):
    answered("somebody-else")

    ask(app, "/wissen", method="POST", headers=cookie(token) | OURS)

    assert store.revision("somebody-else")


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"origin": "https://kwaad.example"},
        {"origin": "null"},
        {"origin": "http://cursus.test.kwaad.example"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"origin": "http://cursus.test", "sec-fetch-site": "cross-site"},
    ],
)
def test_a_form_from_elsewhere_is_refused_in_dutch(app, store, token, sent):
    reply = ask(app, "/wissen", method="POST", headers=cookie(token) | sent)

    assert reply.status == 403
    assert "Er is niets veranderd" in reply.text
    assert store.revision(learner_id(token))


@pytest.mark.parametrize("sent", [OURS, {"sec-fetch-site": "same-origin"}, {"origin": "null", "sec-fetch-site": "same-origin"}])
def test_a_form_of_our_own_is_believed(app, store, token, sent):
    assert ask(app, "/wissen", method="POST", headers=cookie(token) | sent).status == 200
    assert not store.revision(learner_id(token))


def test_behind_a_proxy_the_public_address_is_ours(open_site, token):
    app = open_site(public_url="https://cursus.nl")

    assert ask(app, "/wissen", method="POST", headers=cookie(token) | {"origin": "https://cursus.nl"}).status == 200


def test_a_stranger_can_erase_nothing_and_is_told_so(app):
    reply = ask(app, "/wissen", method="POST", headers=OURS)

    assert reply.status == 200
    assert "We bewaarden niets over jou" in reply.text


def test_everything_that_is_stored_of_a_learner_has_a_name_on_the_receipt(store):
    assert set(store.export("nobody")) - {"learners", CERTIFICATES} == set(THINGS)


def test_a_receipt_names_only_what_there_was():
    assert receipt({"answers": 3, "steps": 1, "marks": 0, "learners": 1}) == ["3 antwoorden", "1 afgeronde stap"]


def test_an_unreachable_store_is_told_and_erases_nothing(app, store, token, monkeypatch):
    def away(*_: object) -> None:
        raise OperationalError("", {}, Exception())

    monkeypatch.setattr(type(store), "erase", away)

    reply = ask(app, "/wissen", method="POST", headers=cookie(token) | OURS)

    assert reply.status == 503
    assert "Er is niets veranderd" in reply.text
    assert "leerling" not in reply.cookies
