"""Presenting: going through the slides, at the big screen and in the view of who presents."""

import pytest

from tests.journeys.presenting.hall import Hall

pytestmark = pytest.mark.thorough


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
