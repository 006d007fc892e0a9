"""A trainer before a room: the big screen, the view of who presents, and what both do with a question."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from sqlalchemy.exc import OperationalError

from school.identity import new_token, token_hash
from school.live import Question, Room, TextState, Vote, score
from school.runtime import Runtime
from school.store.room_store import RoomStore
from tests.journeys.conftest import ANNA, BRAM, Clock
from tests.journeys.screen import Screen

pytestmark = pytest.mark.thorough

Open = Callable[..., Screen]
WATER = "oefen-water"
HOSTILE = "<img src=x onerror=alert(1)> **vet** [link](https://elders.example)"


@dataclass
class Hall:
    """A room with the trainer's two windows, and the people in it."""

    here: Runtime
    clock: Clock
    code: str
    open_page: Open
    token: str

    @property
    def store(self) -> RoomStore:
        return self.here.store.rooms

    @property
    def room(self) -> Room:
        found = self.store.by_code(self.code)
        assert found is not None
        return found

    def window(self, *, view: str = "", person: str = ANNA) -> Screen:
        """A window of a trainer on this room."""
        screen = self.open_page("welkom", person=person)
        screen.app.session_state["key"] = self.token
        screen.go("presenteren", zaal=self.code, **({"blik": view} if view else {}))
        return screen

    def stage(self) -> Screen:
        return self.window()

    def speaker(self, *, person: str = ANNA) -> Screen:
        return self.window(view="trainer", person=person)

    def go_to(self, address: str) -> None:
        assert self.store.steer(self.room.id, by=self.room.driver or "test", now=self.clock(), at=self.room.order.index(address))

    def vote(self, *responses: object, state: TextState | None = None) -> None:
        """People answer the round that is open; None skips it."""
        now = next(each for each in self.store.rounds(self.room.id) if each.open)
        asked = now.own or self.here.library.course.tasks[now.task]
        for at, response in enumerate(responses):
            worth = None if response is None else score(asked, response)  # type: ignore[arg-type]
            vote = Vote(self.room.id, now.id, f"iemand-{at}", response, self.clock(), score=worth, state=state)  # type: ignore[arg-type]
            assert self.store.vote(vote)


@pytest.fixture
def token(here: Runtime, clock: Clock) -> str:
    token = new_token()
    assert here.store.make_key("trainer", "link", token_hash(token), at=clock())
    return token


@pytest.fixture
def trainer(open_page: Open, token: str) -> Screen:
    """The page where a trainer begins."""
    screen = open_page("presenteren")
    screen.app.session_state["key"] = token
    screen.again()
    return screen


@pytest.fixture
def hall(trainer: Screen, here: Runtime, clock: Clock, open_page: Open, token: str) -> Hall:
    """A room that was opened for the second module."""
    trainer.app.checkbox(key="give:proef").check().run()
    trainer.press("Open de zaal")
    [room] = here.store.rooms.all()
    made = Hall(here, clock, room.code, open_page, token)
    assert made.store.steer(room.id, by=_driver(made), now=clock())
    return made


def _driver(hall: Hall) -> str:
    """Anna's browser drives: she pressed something in her own view."""
    speaker = hall.speaker()
    speaker.press("Volgende")
    speaker.press("Vorige")
    driver = hall.room.driver
    assert driver is not None
    return driver


def question_slide(hall: Hall, task: str = WATER) -> str:
    from school.slides import all_slides  # noqa: PLC0415

    slides = all_slides(hall.here.library.course, [step.address for step in hall.here.library.course.steps()])
    return next(slide.address for slide in slides if slide.task == task)


# Who may see it


@pytest.mark.parametrize("query", [{}, {"zaal": "123456"}, {"zaal": "123456", "blik": "trainer"}])
def test_without_the_key_there_is_nothing_to_see(open_page: Open, token: str, query: dict[str, str]) -> None:
    screen = open_page("presenteren", **query)
    assert screen.title == "Alleen voor trainers"
    assert screen.buttons == ["Naar het begin van de cursus"]


def test_without_the_key_nobody_sees_or_steers_an_open_room(hall: Hall, open_page: Open) -> None:
    for view in ({}, {"blik": "trainer"}):
        screen = open_page("presenteren", person=BRAM, zaal=hall.code, **view)
        assert screen.title == "Alleen voor trainers"
        assert "Water en thee" not in screen.text


@pytest.mark.parametrize("code", ["000000", "999999", "", "abc", "١٢٣٤٥٦", "1" * 500])
def test_a_room_that_is_not_there_is_said_kindly(trainer: Screen, code: str) -> None:
    trainer.go("presenteren", zaal=code)
    assert trainer.title == "Deze zaal is er niet"


# Opening a room


def test_a_trainer_chooses_what_to_give_and_the_room_opens_in_the_presenters_view(trainer: Screen, here: Runtime) -> None:
    assert trainer.title == "Presenteren"
    assert trainer.says("Kies minstens één onderdeel")
    trainer.app.checkbox(key="give:proef").check().run()
    trainer.press("Open de zaal")
    [room] = here.store.rooms.all()
    assert trainer.address == {"zaal": room.code, "blik": "trainer"}
    assert room.title == "De proef"
    assert room.order[0] == "proef/water-en-thee"
    assert {address.rsplit("/", address.count("/") - 1)[0] for address in room.order} == {
        "proef/water-en-thee",
        "proef/trekken-en-schenken",
    }


def test_an_open_room_can_be_entered_again_and_a_closed_one_has_its_report(hall: Hall, trainer: Screen) -> None:
    trainer.go("presenteren")
    trainer.press("Ga naar deze zaal")
    assert trainer.address == {"zaal": hall.code, "blik": "trainer"}
    hall.store.close(hall.room.id, now=hall.clock())
    trainer.go("presenteren")
    assert "Ga naar deze zaal" not in trainer.buttons
    assert trainer.says("Het verslag noemt geen namen")


# Going through the slides


def test_the_big_screen_shows_the_slide_of_the_room_and_its_address_names_it(hall: Hall) -> None:
    stage = hall.stage()
    assert stage.title == "Water en thee"
    assert stage.address["beeld"] == "proef/water-en-thee"
    shown = stage.given_to("stage")
    assert shown["at"] == 0
    assert shown["join"]["code"] == f"{hall.code[:3]} {hall.code[3:]}"
    assert "<svg" in shown["join"]["qr"]


def test_the_big_screen_has_no_menu_no_notes_and_asks_no_learner_anything(hall: Hall) -> None:
    stage = hall.stage()
    assert not stage.app.sidebar
    assert not stage.says("Vraag eerst wie er thee drinkt")
    assert stage.buttons == []


def test_keys_go_on_back_and_to_a_slide_and_make_the_screen_dark(hall: Hall) -> None:
    stage = hall.stage()
    stage.act({"to": 2})
    assert hall.room.at == 2
    assert stage.address["beeld"] == hall.room.order[2]
    stage.act({"dark": True})
    assert hall.room.dark
    assert stage.given_to("stage")["dark"]
    stage.act({"dark": False})
    assert not hall.room.dark


@pytest.mark.parametrize("act", [{"to": -1}, {"to": 999}, {"to": "1"}, {"to": True}, {"dark": "ja"}, {}, "next", None, ["to", 1]])
def test_what_no_key_of_ours_says_changes_nothing(hall: Hall, act: object) -> None:
    before = hall.room
    hall.stage().act(act)
    assert hall.room == before


def test_every_slide_of_the_course_can_be_shown(hall: Hall) -> None:
    stage = hall.stage()
    for place in range(len(hall.room.order)):
        stage.act({"to": place})
        assert stage.given_to("stage")["at"] == place


def test_the_presenter_reads_the_notes_what_comes_next_and_the_clock(hall: Hall) -> None:
    speaker = hall.speaker()
    assert speaker.says("Vraag eerst wie er thee drinkt")
    assert speaker.says("Straks")
    assert [metric.delta for metric in speaker.app.metric] == ["0 min bezig", "Op schema"]
    hall.clock.wait(minutes=7)
    speaker.again()
    assert [metric.delta for metric in speaker.app.metric] == ["7 min bezig", "6 min achter"]
    speaker.press("Klok op nul")
    assert [metric.delta for metric in speaker.app.metric] == ["0 min bezig", "Op schema"]


def test_the_presenter_goes_on_and_the_big_screen_follows(hall: Hall) -> None:
    speaker, stage = hall.speaker(), hall.stage()
    speaker.press("Volgende")
    stage.again()
    assert stage.given_to("stage")["at"] == 1
    speaker.press("Vorige")
    assert "Volgende" in speaker.buttons
    assert hall.room.at == 0


def test_the_presenter_goes_to_any_slide_by_its_name(hall: Hall) -> None:
    speaker = hall.speaker()
    speaker.unfold("goto")
    speaker._drawn(speaker.app.selectbox(key="goto-place").set_value(3).run())
    assert hall.room.at == 3


def test_a_second_trainer_comes_in_by_a_code_that_is_not_on_the_big_screen(hall: Hall) -> None:
    speaker = hall.speaker()
    speaker.unfold("second")
    assert speaker.says("wie deze code heeft, komt binnen als trainer")
    assert hall.token not in hall.stage().text


def test_the_presenter_is_warned_before_something_heavy(hall: Hall) -> None:
    speaker = hall.speaker()
    hall.go_to("proef/trekken-en-schenken")
    places = [place for place, address in enumerate(hall.room.order) if address.startswith("proef/")]
    said = []
    for place in places:
        hall.store.steer(hall.room.id, by=hall.room.driver or "", now=hall.clock(), at=place)
        speaker.again()
        said.append(speaker.says("Waarschuw vooraf") or speaker.says("Dit kan raken"))
    assert any(said)
    assert not all(said)


# Two trainers


def test_a_second_trainer_looks_on_until_the_wheel_is_handed_over(hall: Hall) -> None:
    anna, bram = hall.speaker(), hall.speaker(person=BRAM)
    assert bram.says("Een ander scherm stuurt deze zaal")
    assert bram.app.button(key="go-on").disabled
    bram.press("Neem het stuur over")
    bram.press("Volgende")
    assert hall.room.at == 1
    anna.again()
    assert anna.says("Een ander scherm stuurt deze zaal")


def test_who_does_not_drive_cannot_steer_with_a_stale_page(hall: Hall) -> None:
    anna = hall.speaker()
    hall.speaker(person=BRAM).press("Neem het stuur over")
    anna.press("Volgende")
    assert hall.room.at == 0


def test_the_keys_of_the_big_screen_steer_for_whoever_drives(hall: Hall) -> None:
    hall.speaker(person=BRAM).press("Neem het stuur over")
    driver = hall.room.driver
    hall.stage().act({"to": 1})
    assert (hall.room.at, hall.room.driver) == (1, driver)


# A question


@pytest.fixture
def asked(hall: Hall) -> Hall:
    """The room is at a question, and the trainer asked it."""
    hall.go_to(question_slide(hall))
    hall.speaker().press("Vraag het de zaal")
    return hall


def test_a_question_is_on_the_big_screen_and_what_people_choose_is_not(asked: Hall) -> None:
    asked.vote("kokend", "kokend", "kokend", "kokend", "lauw", "kokend")
    stage = asked.stage()
    assert stage.says("6 hebben geantwoord")
    assert stage.charts == []
    assert not stage.says("Het meest gekozen")


def test_answers_and_the_right_answer_are_shown_apart(asked: Hall) -> None:
    asked.vote(*["kokend"] * 4, "lauw", "lauw", None)
    speaker, stage = asked.speaker(), asked.stage()
    speaker.press("Toon antwoorden")
    stage.again()
    [chart] = stage.charts
    assert "6 antwoorden" in chart
    assert "4 · 67%" in chart
    assert "1 mens sloeg over" in chart
    assert not stage.says("Dit klopt")
    speaker.press("Toon juiste antwoord")
    stage.again()
    assert stage.says("Dit klopt:")
    speaker.press("Verberg antwoorden")
    stage.again()
    assert stage.charts == []
    assert stage.says("Dit klopt:")


def test_under_five_answers_nobody_sees_who_chose_what(asked: Hall) -> None:
    asked.vote("kokend", "lauw", "lauw", "kokend", None)
    speaker, stage = asked.speaker(), asked.stage()
    speaker.press("Toon antwoorden")
    stage.again()
    assert stage.charts == []
    assert stage.says("Vanaf 5 antwoorden laten we zien wat de zaal koos")
    assert not any("%" in text for text in [*speaker.texts, *stage.texts])


def test_a_second_round_stands_beside_the_first(asked: Hall) -> None:
    asked.vote(*["lauw"] * 5, "kokend")
    speaker, stage = asked.speaker(), asked.stage()
    speaker.press("Toon antwoorden")
    speaker.press("Tweede ronde")
    assert [each.number for each in asked.store.rounds(asked.room.id)] == [1, 2]
    stage.again()
    assert stage.charts == []  # the second begins hidden
    assert stage.says("ronde 2")
    asked.vote(*["kokend"] * 6)
    speaker.again()
    speaker.press("Toon antwoorden")
    stage.again()
    assert len(stage.charts) == 2
    assert stage.says("Ronde 1")
    assert stage.says("Ronde 2")
    assert "Tweede ronde" not in speaker.buttons


def test_a_double_click_asks_once(asked: Hall) -> None:
    speaker = asked.speaker()
    stale = asked.speaker()
    speaker.press("Tweede ronde")
    stale.press("Tweede ronde")
    assert len(asked.store.rounds(asked.room.id)) == 2


def test_hands_that_were_counted_count_along(asked: Hall) -> None:
    speaker = asked.speaker()
    now = asked.store.rounds(asked.room.id)[-1]
    speaker.unfold(f"hands:{now.id}")
    speaker.app.number_input(key=f"hand:{now.id}:kokend").set_value(12)
    speaker.press("Bewaar de telling")
    speaker.press("Toon antwoorden")
    [chart] = asked.stage().charts
    assert "12 antwoorden" in chart


def test_a_question_that_is_closed_goes_and_can_be_shown_again(asked: Hall) -> None:
    asked.vote(*["kokend"] * 6)
    speaker = asked.speaker()
    speaker.press("Toon antwoorden")
    speaker.press("Sluit de vraag")
    assert not asked.store.rounds(asked.room.id)[-1].open
    speaker.press("Terug naar het beeld")
    assert asked.room.round is None
    assert asked.stage().charts == []
    speaker.press("Toon de vraag weer")
    assert len(asked.stage().charts) == 1


def test_a_question_that_is_closed_after_we_left_its_slide_goes_off_the_screens(asked: Hall) -> None:
    speaker = asked.speaker()
    speaker.press("Volgende")
    assert asked.room.round is not None
    assert asked.stage().given_to("stage")["note"] == "Een eerdere vraag staat nog open"
    speaker.press("Sluit de vraag")
    assert asked.room.round is None


def test_every_kind_of_task_can_be_asked_and_shown(hall: Hall) -> None:
    tasks = {name: task for name, task in hall.here.library.course.tasks.items() if name.startswith("oefen-")}
    from school.grading import solution  # noqa: PLC0415

    speaker, stage = hall.speaker(), hall.stage()
    for name, task in tasks.items():
        hall.go_to(question_slide(hall, name))
        speaker.again()
        speaker.press("Vraag het de zaal")
        hall.vote(*[solution(task)] * 6)
        speaker.again()
        speaker.press("Toon antwoorden")
        stage.again()
        assert stage.says("6 antwoorden"), name
        assert len(stage.charts) == 1, name
        if "Toon juiste antwoord" in speaker.buttons:
            speaker.press("Toon juiste antwoord")
            stage.again()
        speaker.press("Sluit de vraag")


# Texts and questions from the room


def ask_own(speaker: Screen, kind: str, prompt: str, **fields: str) -> None:
    speaker.unfold("own-question")
    speaker.app.radio(key="own-kind").set_value(kind).run()
    speaker.app.text_input(key="own-prompt").set_value(prompt)
    for name, value in fields.items():
        field = speaker.app.text_area if name == "own_options" else speaker.app.text_input
        field(key=name.replace("_", "-")).set_value(value)
    speaker.press("Stel deze vraag")


def test_open_text_is_shown_only_after_the_trainer_let_it_through(hall: Hall) -> None:
    speaker, stage = hall.speaker(), hall.stage()
    ask_own(speaker, "open", "Wat neem je mee?")
    hall.vote(HOSTILE, *["Even wachten."] * 5, state="waiting")
    speaker.again()
    read = [element.proto.body for element in speaker.app.get("html")]
    assert any("&lt;img src=x" in body for body in read)
    assert not any("<img" in body for body in read)
    speaker.press("Toon antwoorden")
    stage.again()
    assert "onerror" not in stage.text
    now = hall.store.rounds(hall.room.id)[-1]
    speaker._drawn(speaker.app.button(key="text-show:iemand-0").click().run())
    stage.again()
    shown = [element.proto.body for element in stage.app.get("html")]
    assert any("&lt;img src=x onerror=alert(1)&gt; **vet**" in body for body in shown)
    assert not any("<img" in body for body in shown)
    hidden = [text.state for text in hall.store.texts(now.id)]
    assert sorted(hidden) == ["shown", *["waiting"] * 5]


def test_a_cloud_of_words_shows_what_was_let_through(hall: Hall) -> None:
    speaker, stage = hall.speaker(), hall.stage()
    ask_own(speaker, "cloud", "Eén woord?")
    hall.vote("rust", "rust", "rust", "hoop", "<b>moe</b>", "rust", state="waiting")
    speaker.again()
    speaker.press("Toon alles wat wacht")
    speaker.press("Toon antwoorden")
    stage.again()
    [cloud] = [element.proto.body for element in stage.app.get("html") if "school-cloud" in element.proto.body]
    assert "rust" in cloud
    assert "&lt;b&gt;moe" in cloud


def test_a_poll_and_a_scale_are_questions_of_the_trainers_own(hall: Hall) -> None:
    speaker, stage = hall.speaker(), hall.stage()
    ask_own(speaker, "poll", "Thee of koffie?", own_options="")
    assert speaker.says("Een peiling heeft minstens twee mogelijkheden") or speaker.app.error
    ask_own(speaker, "scale", "Hoe zeker ben je?", own_low="helemaal niet", own_high="heel zeker")
    hall.vote(1, 5, 5, 4, 3)
    speaker.again()
    speaker.press("Toon antwoorden")
    stage.again()
    assert stage.says("Gemiddeld 3,6")
    assert "Toon juiste antwoord" not in speaker.buttons


def test_a_question_from_the_room_waits_for_the_trainer(hall: Hall) -> None:
    hall.store.ask(Question("v1", hall.room.id, HOSTILE, hall.clock()), participant="iemand")
    speaker = hall.speaker()
    assert speaker.says("1 nieuw") or any("1 nieuw" in expander.label for expander in speaker.app.expander)
    speaker._drawn(speaker.app.button(key="question-shown:v1").click().run())
    speaker._drawn(speaker.app.button(key="question-answered:v1").click().run())
    [kept] = hall.store.questions(hall.room.id)
    assert kept.state == "answered"
    assert not any("<img" in element.proto.body for element in speaker.app.get("html"))


# When things go wrong


def test_without_the_store_the_last_slide_stays_on_the_big_screen(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    stage = hall.stage()

    def away(*_: object, **__: object) -> None:
        raise OperationalError("", {}, Exception())

    for name in ("by_code", "pulse", "rounds", "steer"):
        monkeypatch.setattr(RoomStore, name, away)
    stage.again()
    assert stage.title == "Water en thee"
    stage.act({"to": 1})
    assert stage.title == "Water en thee"


def test_nothing_is_kept_of_a_trainer_who_presents(hall: Hall, record: Callable[..., object]) -> None:
    from school.learning import Record  # noqa: PLC0415

    stage = hall.stage()
    for place in range(len(hall.room.order)):
        stage.act({"to": place})
    assert record() == Record()


def test_a_closed_room_says_so_and_nobody_can_join(hall: Hall) -> None:
    speaker, stage = hall.speaker(), hall.stage()
    speaker.unfold("stop")
    speaker.press("Ja, sluit de zaal")
    assert hall.room.closed is not None
    assert speaker.says("Deze zaal is gesloten")
    stage.again()
    assert stage.given_to("stage")["join"] is None
    assert stage.given_to("stage")["note"] == "Deze zaal is gesloten"
