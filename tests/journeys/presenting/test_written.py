"""Presenting: what people write, and questions of the trainer's own."""

import pytest

from school.live import Question
from tests.journeys.presenting.hall import HOSTILE, Hall, ask_own

pytestmark = pytest.mark.thorough


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


def test_the_questions_of_the_room_come_on_the_screen_at_any_slide_and_go_with_it(hall: Hall) -> None:
    for at in range(3):
        hall.store.ask(
            Question(f"v{at}", hall.room.id, f"Vraag {at} {HOSTILE}", hall.clock(), "shown" if at else "waiting"), participant="an"
        )
    hall.store.back("v2", room=hall.room.id, participant="bo", on=True, now=hall.clock())
    speaker, stage = hall.speaker(), hall.stage()
    speaker.press("Zet de vragen op het scherm")
    stage.again()
    assert stage.title == "Vragen uit de zaal"
    [listed] = [element.proto.body for element in stage.app.get("html") if "school-texts" in element.proto.body]
    assert listed.index("Vraag 2") < listed.index("Vraag 1")
    assert "Vraag 0" not in listed
    assert "<img" not in listed
    speaker.press("Haal de vragen van het scherm")
    stage.again()
    assert stage.title == "Water en thee"
    speaker.press("Zet de vragen op het scherm")
    speaker.press("Volgende")
    assert not hall.room.questions


def test_only_as_many_questions_as_a_room_can_read(hall: Hall) -> None:
    for at in range(8):
        hall.store.ask(Question(f"v{at}", hall.room.id, f"Vraag {at} " + "waarom " * 38, hall.clock(), "shown"), participant=f"iemand-{at}")
    hall.speaker().press("Zet de vragen op het scherm")
    [listed] = [element.proto.body for element in hall.stage().app.get("html") if "school-texts" in element.proto.body]
    assert listed.count("<li>") == 3
