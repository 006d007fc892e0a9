"""Presenting: a question to the room, from asking it to showing what is right."""

import pytest

from school.grading import solution
from school.slides import all_slides
from school.tasks import Reflect
from tests.journeys.presenting.hall import Hall, question_slide

pytestmark = pytest.mark.thorough


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
        assert len(stage.charts) == (0 if isinstance(task, Reflect) else 1), name
        if "Toon juiste antwoord" in speaker.buttons:
            speaker.press("Toon juiste antwoord")
            stage.again()
        speaker.press("Sluit de vraag")


def test_what_an_explainer_asks_is_a_room_exercise_with_its_result_on_the_big_screen(hall: Hall) -> None:
    course = hall.here.library.course
    slides = all_slides(course, [step.address for step in course.steps()])
    slide = next(s for s in slides if s.explainer and len(course.explainers[s.explainer].exercises) > 1 and s.address in hall.room.order)
    explainer = course.explainers[slide.explainer or ""]
    hall.go_to(slide.address)
    speaker, stage = hall.speaker(), hall.stage()
    last = list(explainer.exercises)[-1]
    speaker._drawn(speaker.app.selectbox(key=f"which:{slide.address}").set_value(last).run())
    speaker.press("Vraag het de zaal")
    [now] = hall.store.rounds(hall.room.id)
    assert now.task == last
    hall.vote(*[solution(course.tasks[last])] * 6)
    speaker.again()
    assert "Verder" not in speaker.buttons  # the question lies over it
    speaker.press("Toon antwoorden")
    stage.again()
    assert stage.says(course.tasks[last].prompt)
    assert len(stage.charts) == 1
    speaker.press("Sluit de vraag")
    speaker.press("Terug naar het beeld")
    stage.again()
    assert stage.charts == []
    assert "Verder" in speaker.buttons
