"""The room on a phone without a script: joining, answering, asking, taking home."""

import re
from html import unescape

import pytest

from school.identity import learner_id, participant_id
from school.learning import ROOM
from tests.routes.asgi import ask
from tests.routes.conftest import NOW
from tests.routes.room import CODE, Phone, ask_room, open_room

pytestmark = pytest.mark.thorough

SCALE = {"kind": "scale", "prompt": "Hoe zeker ben je?"}
CLOUD = {"kind": "cloud", "prompt": "Welk woord?"}
OPEN = {"kind": "open", "prompt": "Wat neem je mee?"}
POLL = {"kind": "poll", "prompt": "Waar sta je?", "options": {"hier": "Hier", "daar": "Daar"}}
TAGS = "<script>alert(1)</script><img src=x onerror=alert(2)>"


@pytest.fixture
def room(store):
    return open_room(store)


@pytest.fixture
def phone(app, room):
    return Phone(app)


def votes(store, round_id):
    return {
        ballot.response if not isinstance(ballot.response, (list, dict)) else str(ballot.response): ballot.count
        for ballot in store.rooms.ballots(round_id)
    }


def test_the_entrance_sends_on_whatever_way_the_code_is_typed(app):
    assert ask(app, "/zaal").status == 200
    assert ask(app, "/zaal?code=417+417").headers["location"] == "/zaal/417417"
    assert "zes cijfers" in ask(app, "/zaal?code=41").text


def test_joining_shows_the_slide_and_gives_a_cookie_and_no_script_is_needed(app, room):
    page = ask(app, f"/zaal/{CODE}")
    assert page.status == 200
    assert "Water en thee" in page.text
    assert "leerling" in page.cookies
    assert page.headers["cache-control"] == "no-store"
    assert "Vraag eerst wie er thee drinkt" not in page.text  # what the trainer reads is not for the room


def test_the_page_is_small(app, room, store):
    ask_room(store, "oefen-paren")
    page = ask(app, f"/zaal/{CODE}", headers={"accept-encoding": "gzip"})
    [script] = re.findall(r'<script src="([^"]+)"', page.text)
    whole = len(page.body) + len(ask(app, script, headers={"accept-encoding": "gzip"}).body) + 23_188 + 4_106  # font and icon
    assert whole < 50_000


def test_phones_follow_the_trainer(phone, store):
    store.rooms.steer("zaal", by="a", now=NOW, at=1)
    assert "Trekken en schenken" in phone.look().text
    store.rooms.steer("zaal", by="a", now=NOW, dark=True)
    dark = phone.look().text
    assert "Kijk naar de zaal" in dark
    assert "Trekken en schenken" not in dark


KINDS = [
    ("oefen-water", {"answer": "@choice"}),
    ("oefen-spullen", {"answer": "@multiple"}),
    ("oefen-groen", {"answer": "waar"}),
    ("oefen-minuten", {"answer": "4"}),
    ("oefen-volgorde", {}),
    ("oefen-paren", {}),
    ("oefen-woord", {"answer": "oolong"}),
    ("oefen-terugkijken", {"answer": "gedaan"}),
]


@pytest.mark.parametrize(("task", "given"), KINDS)
def test_every_kind_of_task_is_answered_by_a_form_and_shown_in_it_again(phone, store, course, task, given):
    asked = course.tasks[task]
    round_id = ask_room(store, task)
    page = phone.look().text
    assert asked.prompt in unescape(page)
    fields = fields_for(asked, given)
    reply = phone.post("antwoord", ronde=round_id, doe="antwoord", **fields)
    assert (reply.status, reply.headers["location"]) == (303, f"/zaal/{CODE}")
    assert sum(votes(store, round_id).values()) == 1
    again = phone.look().text
    assert "Je antwoord is opgeslagen." in again
    for name, values in fields.items():
        for value in [values] if isinstance(values, str) else values:
            assert filled(asked.kind, name, value) in again


def filled(kind, name, value):
    """How the form says that this was answered."""
    match kind:
        case "choice" | "multiple" | "true-false":
            return f'name="{name}" value="{value}" checked'
        case "order":
            return f"<option selected>{value}</option>"
        case "match":
            return f'value="{value}" selected'
        case _:
            return f'value="{value}"'


def fields_for(asked, given):
    match asked.kind:
        case "choice":
            return {"antwoord": asked.answer}
        case "multiple":
            return {"antwoord": list(asked.answers)}
        case "order":
            return {f"plaats-{name}": str(place) for place, name in enumerate(asked.items, 1)}
        case "match":
            return {f"bij-{left}": right for left, right in asked.pairs.items()}
        case _:
            return {"antwoord": given["answer"]}


@pytest.mark.parametrize(("own", "answer"), [(SCALE, "4"), (CLOUD, "rust"), (OPEN, "Een zin."), (POLL, "daar")])
def test_so_is_what_a_trainer_asks_alone(phone, store, own, answer):
    round_id = ask_room(store, "eigen-1", own=own)
    assert own["prompt"] in phone.look().text
    assert phone.answer(round_id, answer).status == 303
    assert sum(votes(store, round_id).values()) == 1


def test_skipping_counts_is_private_and_can_be_changed(phone, store):
    round_id = ask_room(store, "oefen-groen")
    assert phone.post("antwoord", ronde=round_id, doe="overslaan").status == 303
    assert "Je slaat deze over. Dat ziet niemand." in phone.look().text
    assert votes(store, round_id) == {None: 1}
    phone.answer(round_id, "waar")
    assert votes(store, round_id) == {"waar": 1}


def test_an_answer_is_acknowledged_to_the_script_in_words(phone, store):
    round_id = ask_room(store, "oefen-groen")
    reply = phone.post("antwoord", headers={"accept": "application/json"}, ronde=round_id, antwoord="waar")
    assert (reply.status, reply.text) == (200, '{"tekst":"Je antwoord is opgeslagen."}')


def test_an_answer_after_closing_is_not_stored_and_the_phone_says_so(phone, store):
    round_id = ask_room(store, "oefen-groen")
    store.rooms.close_round(round_id, now=NOW)
    reply = phone.answer(round_id, "waar")
    assert reply.status == 409
    assert "gesloten" in reply.text
    assert votes(store, round_id) == {}


@pytest.mark.parametrize("answer", ["misschien", "", ["waar", "niet-waar"], "waar\x00"])
def test_what_cannot_be_an_answer_is_refused(phone, store, answer):
    round_id = ask_room(store, "oefen-groen")
    assert phone.answer(round_id, answer).status == 422
    assert votes(store, round_id) == {}


def test_nothing_of_the_room_is_shown_before_the_trainer_shows_it(app, phone, store, course):
    round_id = ask_room(store, "oefen-groen")
    for _ in range(6):
        Phone(app).answer(round_id, "waar")
    right = course.tasks["oefen-groen"].why
    assert "Dit antwoordde de zaal" not in phone.look().text
    store.rooms.show(round_id, now=NOW, answers=True)
    shown = unescape(phone.look().text)
    assert "Dit antwoordde de zaal" in shown
    assert "100%" in shown
    assert right not in shown
    assert "klopt</span>" not in shown
    store.rooms.show(round_id, now=NOW, right=True)
    assert right in unescape(phone.look().text)


def test_under_five_answers_a_phone_sees_no_distribution(app, phone, store):
    round_id = ask_room(store, "oefen-groen")
    for _ in range(4):
        Phone(app).answer(round_id, "waar")
    store.rooms.show(round_id, now=NOW, answers=True)
    page = phone.look().text
    assert "minder dan vijf antwoorden" in page
    assert "%</b>" not in page


def test_what_people_write_is_shown_as_text_and_after_the_trainer_saw_it(phone, store, course):
    round_id = ask_room(store, "eigen-1", own=OPEN)
    store.rooms.show(round_id, now=NOW, answers=True)
    assert phone.answer(round_id, TAGS).status == 303
    other = Phone(phone.app)
    assert "alert(1)" not in other.look().text
    [written] = store.rooms.texts(round_id)
    store.rooms.moderate_text(round_id, written.id, "shown", now=NOW)
    page = other.look().text
    assert TAGS not in page
    assert TAGS in unescape(page)
    assert TAGS not in phone.look().text  # nor in the form it was typed in, nor in what its script reads


def test_questions_wait_for_the_trainer_and_others_vote_for_them(phone, store):
    assert phone.post("vraag", vraag=f"Hoe lang? {TAGS}").status == 303
    assert "Wacht op de trainer" in phone.look().text
    other = Phone(phone.app)
    assert "Hoe lang?" not in other.look().text
    [asked] = store.rooms.questions("zaal")
    store.rooms.moderate_question(asked.id, "shown", now=NOW)
    page = other.look().text
    assert "Hoe lang?" in page
    assert TAGS not in page
    assert other.post("steun", vraag=asked.id, aan="1").status == 303
    assert 'aria-pressed="true"' in other.look().text
    assert store.rooms.questions("zaal")[0].votes == 2
    other.post("steun", vraag=asked.id, aan="0")
    assert store.rooms.questions("zaal")[0].votes == 1


@pytest.mark.parametrize("question", ["", "   ", "x" * 281, "a\x00b"])
def test_a_question_is_text_of_some_length(phone, store, question):
    assert phone.post("vraag", vraag=question).status == 422
    assert store.rooms.questions("zaal") == ()


# Not from here, and too much


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}, {"sec-fetch-site": "none"}])
@pytest.mark.parametrize("what", ["antwoord", "vraag", "steun", "meenemen"])
def test_posts_from_elsewhere_are_refused(phone, store, what, headers):
    round_id = ask_room(store, "oefen-groen")
    assert phone.post(what, headers=headers, ronde=round_id, antwoord="waar", vraag="Mag dit?").status == 403
    assert votes(store, round_id) == {}
    assert store.rooms.questions("zaal") == ()


def test_what_is_larger_than_any_form_is_refused(phone, store):
    round_id = ask_room(store, "eigen-1", own=OPEN)
    assert phone.answer(round_id, "x" * 401).status == 422
    assert phone.answer(round_id, "x" * 9000).status == 413
    assert phone.post("antwoord", headers={"content-length": "10"}, ronde=round_id, antwoord="x" * 9000).status == 413
    assert phone.post("antwoord", headers={"content-length": ""}, ronde=round_id, antwoord="x").status == 413
    assert phone.answer(round_id, **{f"f{n}": "x" for n in range(100)}).status == 413
    assert votes(store, round_id) == {}


def test_without_cookies_there_is_no_answer_and_the_page_says_why(app, room, store):
    round_id = ask_room(store, "oefen-groen")
    reply = Phone(app, token=None).answer(round_id, "waar")
    assert reply.status == 403
    assert "cookies" in reply.text
    assert votes(store, round_id) == {}


def test_a_phone_cannot_act_as_the_trainer(phone, store, app):
    round_id = ask_room(store, "oefen-groen")
    for what in ("stuur", "ronde", "toon", "sluit", "modereer"):
        assert phone.post(what, ronde=round_id, at="1").status == 404
    assert ask(app, f"/zaal/{CODE}", method="POST", headers={"sec-fetch-site": "same-origin"}).status == 405
    assert store.rooms.by_id("zaal").at == 0


def test_nothing_stored_says_who_a_phone_is(phone, store):
    round_id = ask_room(store, "oefen-groen")
    phone.answer(round_id, "waar")
    who = participant_id(phone.token, "zaal")
    assert store.rooms.votes_of("zaal", who)[round_id].response == "waar"
    assert learner_id(phone.token) not in (who, participant_id(phone.token, "andere-zaal"))
    assert who != participant_id(phone.token, "andere-zaal")
    assert store.revision(learner_id(phone.token)) == 0  # the course knows nothing of it


# Taking home


def test_answers_come_home_when_asked_for_and_wrong_and_unsure_ones_come_back(phone, store, course):
    wrong, unsure, right = ask_room(store, "oefen-groen"), None, None
    flip = {"waar": "niet-waar", "niet-waar": "waar"}[course.tasks["oefen-groen"].answer]
    phone.answer(wrong, flip)
    unsure = ask_room(store, "oefen-water")
    phone.answer(unsure, course.tasks["oefen-water"].answer, twijfel="1")
    right = ask_room(store, "oefen-minuten")
    phone.answer(right, f"{course.tasks['oefen-minuten'].answer:g}")
    still_open = ask_room(store, "oefen-woord")
    phone.answer(still_open, "oolong")
    page = phone.post("meenemen")
    assert page.status == 200
    assert "3 antwoorden staan" in page.text
    assert "2 vragen komen terug bij Herhalen" in page.text
    record = store.record(learner_id(phone.token))
    assert {(answer.task, answer.context) for answer in record.answers} == {
        (t, ROOM) for t in ("oefen-groen", "oefen-water", "oefen-minuten")
    }
    assert set(record.cards) == {"oefen-groen", "oefen-water"}
    phone.post("meenemen")
    assert len(store.record(learner_id(phone.token)).answers) == 3


def test_there_is_nothing_to_take_home_for_who_answered_nothing(phone, store):
    assert "niets om mee te nemen" in phone.post("meenemen").text
    assert store.revision(learner_id(phone.token)) == 0


def test_a_closed_room_still_lets_answers_go_home(phone, store):
    round_id = ask_room(store, "oefen-groen")
    phone.answer(round_id, "waar")
    store.rooms.close("zaal", now=NOW)
    page = phone.look().text
    assert "De zaal is gesloten" in page
    assert "Stel een vraag" not in page
    assert "1 antwoord staat" in phone.post("meenemen").text
