"""Joining a team: what is told before, what a press of a button does, and what guessing costs."""

import pytest

from school.identity import learner_id, new_token
from school.joining import join_code, proper_name
from tests.routes.asgi import Reply, ask
from tests.routes.conftest import NOW
from tests.store.teams import CODE, a_snapshot, a_team, make

pytestmark = pytest.mark.thorough

OURS = {"origin": "http://cursus.test"}
WAY = f"/deelnemen/{CODE}"


@pytest.fixture(autouse=True)
def pauses(monkeypatch) -> list[float]:
    """The pauses that were asked for; nobody waits for them."""
    asked: list[float] = []

    async def note(seconds: float) -> None:
        asked.append(seconds)

    monkeypatch.setattr("school.routes.join.sleep", note)
    return asked


@pytest.fixture
def team(store):
    return make(store, a_team())


@pytest.fixture
def token() -> str:
    return new_token()


def post(app, what: str, token: str | None = None, *, address: str = WAY, origin=OURS, **fields: str) -> Reply:
    body = "&".join(f"{name}={value}" for name, value in {"doe": what, **fields}.items()).encode()
    headers = {**origin, "content-length": str(len(body)), "content-type": "application/x-www-form-urlencoded"}
    return ask(app, address, method="POST", headers=headers | ({"cookie": f"leerling={token}"} if token else {}), body=body)


def look(app, token: str | None = None, address: str = WAY) -> Reply:
    return ask(app, address, headers={"cookie": f"leerling={token}"} if token else {})


def test_opening_the_link_joins_nobody_and_makes_nobody(app, store, team, token):
    reply = look(app, token)

    assert reply.status == 200
    assert "Meedoen met team noord" in reply.text
    assert "Meedoen mag, en hoeft niet" in reply.text
    assert store.counts()["learners"] == 0
    assert store.teams.sizes() == {}


def test_what_the_team_sees_is_told_before_joining(app, store, team):
    assert "Zodra minstens 5 mensen" in look(app).text
    store.teams.keep(a_snapshot(joined=7))
    told = look(app).text
    assert "Dit ziet je team" in told
    assert "Gemaakt op" in told
    assert f'href="/team?code={CODE}"' in told


def test_a_press_of_the_button_joins_and_the_page_says_so(app, store, team, token):
    reply = post(app, "meedoen", token)

    assert (reply.status, reply.headers["location"]) == (303, f"{WAY}?gelukt=meedoen")
    assert store.teams.mine(learner_id(token)).team == team
    assert "Je doet mee met team noord" in look(app, token, f"{WAY}?gelukt=meedoen").text
    assert "Doe mee" not in look(app, token).text


def test_somebody_without_a_cookie_gets_one_and_joins(app, store, team):
    reply = post(app, "meedoen")

    token = reply.cookies["leerling"].value
    assert store.teams.mine(learner_id(token)).team == team


def test_everybody_with_the_link_reads_how_many_they_are(app, store, team, token):
    assert "Er doen nu 0 mensen mee." in look(app).text
    post(app, "meedoen", token)
    assert "Er doet nu 1 mens mee." in look(app, token).text
    assert "Er doet nu 1 mens mee." in look(app).text


def test_a_form_from_elsewhere_joins_nobody(app, store, team, token):
    for origin in ({}, {"origin": "https://kwaad.example"}, {"sec-fetch-site": "cross-site"}):
        assert post(app, "meedoen", token, origin=origin).status == 403
    assert store.teams.sizes() == {}


def test_who_is_in_another_team_is_told_before_leaving_it(app, store, team, token):
    other = make(store, a_team("zuid"), code="ZZZZZZZZ")
    store.teams.join(learner_id(token), other.id, NOW)

    assert "Je zit nu in team zuid" in look(app, token).text
    post(app, "meedoen", token)

    assert store.teams.mine(learner_id(token)).team == team


def test_leaving_is_a_press_as_well(app, store, team, token):
    post(app, "meedoen", token)

    assert post(app, "weggaan", token).headers["location"] == f"{WAY}?gelukt=weggaan"
    assert store.teams.mine(learner_id(token)) is None
    assert "Je bent uit team noord" in look(app, token, f"{WAY}?gelukt=weggaan").text


def test_who_is_in_another_team_does_not_leave_it_here(app, store, team, token):
    other = make(store, a_team("zuid"), code="ZZZZZZZZ")
    store.teams.join(learner_id(token), other.id, NOW)

    post(app, "weggaan", token)

    assert store.teams.mine(learner_id(token)).team == other


def test_sharing_by_name_is_offered_only_where_it_is_allowed(app, store, token):
    make(store, a_team())
    make(store, a_team("zuid", named_sharing=True), code="ZZZZZZZZ")

    post(app, "meedoen", token)
    assert "Delen op naam" not in look(app, token).text
    post(app, "delen", token, naam="Anna")
    assert store.teams.mine(learner_id(token)).shown_as is None

    post(app, "meedoen", token, address="/deelnemen/ZZZZZZZZ")
    assert "Delen op naam" in look(app, token, "/deelnemen/ZZZZZZZZ").text
    post(app, "delen", token, address="/deelnemen/ZZZZZZZZ", naam="Anna+%3Cb%3E")
    assert store.teams.mine(learner_id(token)).shown_as == "Anna <b>"
    told = look(app, token, "/deelnemen/ZZZZZZZZ").text
    assert "Anna &lt;b&gt;" in told
    assert "Anna <b>" not in told
    post(app, "niet-delen", token, address="/deelnemen/ZZZZZZZZ")
    assert store.teams.mine(learner_id(token)).shown_as is None


@pytest.mark.parametrize("name", ["", "+++", "x" * 61, "a%00b"])
def test_a_name_that_is_none_is_asked_for_again(app, store, token, name):
    make(store, a_team(named_sharing=True))
    post(app, "meedoen", token)

    reply = post(app, "delen", token, naam=name)

    assert reply.status == 422
    assert "Vul een naam in" in reply.text
    assert store.teams.mine(learner_id(token)).shown_as is None


def test_a_name_on_one_line_is_kept_without_odd_spaces():
    assert proper_name("  Anna \n de  Vries ") == "Anna de Vries"


def test_too_much_is_refused_unread(app, team, token):
    assert post(app, "delen", token, naam="x" * 5000).status == 413


def test_a_code_may_be_typed_as_people_type(app, team):
    assert look(app, address="/deelnemen/abcd-efgh").status == 200
    assert join_code(" abcd efgh ") == CODE
    assert join_code("abcdefg") is None
    assert join_code("ABCDEFG0") is None


def test_a_wrong_code_tells_nothing_and_waits_longer_every_time(app, team, pauses):
    for wrong in ("ZZZZZZZZ", "x", "é", "A" * 500):
        reply = look(app, address=f"/deelnemen/{wrong}")
        assert reply.status == 404
        assert "hoort bij geen team" in reply.text
        assert "set-cookie" not in reply.headers
    assert pauses == [0.25, 0.5, 1.0, 2.0]

    assert look(app).status == 200
    assert len(pauses) == 4


def test_after_a_new_code_the_old_link_joins_nobody(app, store, team, token):
    store.teams.renew_code(team.id, "ZZZZZZZZ")

    assert post(app, "meedoen", token).status == 404
    assert store.teams.sizes() == {}


def test_a_snapshot_on_the_page_is_of_this_team(app, store, team):
    store.teams.keep(a_snapshot("id-zuid"))

    assert "Gemaakt op" not in look(app).text
