"""What a room answered, counted; answers as form fields; and which answers come home."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import ClassVar

import pytest

from school import live
from school.grading import Response, ResponseError, solution
from school.learning import REVIEW, Answer, Record
from school.live import Ballot, Room, Round, Vote
from school.live.forms import as_fields, raw_answer
from school.reviewing import matters, rebuild
from tests.tasks_of_each_kind import FIELDS, make

MORNING = datetime(2026, 11, 22, 9, tzinfo=UTC)
POLL = live.live_question({"kind": "poll", "prompt": "Waar?", "options": {"thuis": "Thuis", "weg": "Op weg"}})
SCALE = live.live_question({"kind": "scale", "prompt": "Hoe?", "low": 1, "high": 5})
CLOUD = live.live_question({"kind": "cloud", "prompt": "Welk woord?"})
OPEN = live.live_question({"kind": "open", "prompt": "Wat?"})
WRONG: dict[str, Response] = {
    "choice": "a",
    "multiple": ["b", "e"],
    "true-false": "waar",
    "number": 12.5,
    "order": ["d", "c", "b", "a"],
    "match": {"a": "t", "b": "t", "c": "r", "d": "s"},
    "words": "iets",
    "reflect": "gedaan",
}


def shares(found: live.Tally) -> dict[str, float]:
    return {bar.id: round(bar.share, 3) for bar in found.bars}


# Counting


def test_bars_hold_every_option_and_say_which_is_right():
    found = live.tally(make("choice"), [Ballot("b", 6, 1.0), Ballot("a", 2, 0.0), Ballot(None, 3)])
    assert [(bar.id, bar.count, bar.right) for bar in found.bars] == [("a", 2, False), ("b", 6, True), ("c", 0, False)]
    assert (found.answered, found.skipped, found.votes, found.right, found.hidden) == (8, 3, 11, 6, False)
    assert shares(found) == {"a": 0.25, "b": 0.75, "c": 0.0}


@pytest.mark.parametrize(
    ("asked", "response"),
    [*((make(kind), solution(make(kind))) for kind in FIELDS), (POLL, "thuis"), (SCALE, 3), (CLOUD, "rust")],
)
def test_under_five_answers_there_is_no_distribution_and_nothing_that_follows_from_it(asked, response):
    found = live.tally(asked, [Ballot(response, 4, 1.0, "shown"), Ballot(None, 20)])
    assert found == live.Tally(answered=4, skipped=20, hidden=True)
    assert not live.tally(asked, [Ballot(response, 5, 1.0, "shown")]).hidden


def test_hands_count_as_votes_and_make_up_for_phones_that_are_not_there():
    found = live.tally(make("choice"), [Ballot("a", 2, 0.0)], {"b": 6, "c": 0})
    assert shares(found) == {"a": 0.25, "b": 0.75, "c": 0.0}
    assert found.right == 6


def test_an_order_comes_as_the_room_put_it_so_that_it_does_not_tell_the_right_one():
    found = live.tally(make("order"), [Ballot(["d", "c", "b", "a"], 4, 0.0), Ballot(["a", "b", "c", "d"], 1, 1.0)])
    assert [bar.id for bar in found.bars] == ["d", "c", "b", "a"]
    assert [round(bar.count, 2) for bar in found.bars] == [1.6, 2.2, 2.8, 3.4]
    assert not any(bar.right for bar in found.bars)


def test_a_match_shows_what_most_chose_right_or_not():
    ruil: Response = {"a": "q", "b": "p", "c": "r", "d": "s"}
    found = live.tally(make("match"), [Ballot(ruil, 4, 0.5), Ballot(solution(make("match")), 1, 1.0)])
    assert [(bar.label, bar.count, bar.right) for bar in found.bars][:3] == [("A → Q", 4, False), ("B → P", 4, False), ("C → R", 5, True)]


def test_numbers_are_counted_in_equal_steps():
    found = live.tally(make("number"), [Ballot(0.0, 1, 0.0), Ballot(61.0, 3, 1.0), Ballot(100.0, 1, 0.0)])
    assert [bar.label for bar in found.bars][:2] == ["0 tot 10%", "10 tot 20%"]
    assert {bar.id: bar.count for bar in found.bars if bar.count} == {"0": 1, "6": 3, "9": 1}
    assert [bar.id for bar in found.bars if bar.right] == ["6"]
    assert found.mean == pytest.approx(56.6)


def test_typed_words_are_never_shown_themselves_and_stay_counted_when_they_are_deleted():
    found = live.tally(make("words"), [Ballot("Veilig tuis", 2, 1.0), Ballot("politie", 1, 0.0), Ballot("Jan Jansen", 2, 0.0)])
    assert [(bar.label, bar.count) for bar in found.bars] == [("veilig thuis", 2), ("politie", 1), ("Iets anders", 2)]
    later = live.tally(make("words"), [Ballot("", 2, 1.0), Ballot("", 3, 0.0)])
    assert [bar.count for bar in later.bars] == [2, 0, 3]


def test_a_cloud_and_open_text_hold_only_what_the_trainer_let_through():
    ballots = [Ballot("Rust", 2, state="shown"), Ballot("rust!", 3, state="shown"), Ballot("scheldwoord", 9, state="waiting")]
    assert [(bar.label, bar.count) for bar in live.tally(CLOUD, ballots).bars] == [("Rust", 5)]
    assert live.tally(OPEN, [Ballot("mooi", 1, state="shown"), Ballot("lelijk", 1, state="hidden")]).texts == ("mooi",)


def test_a_scale_has_a_mean_over_phones_and_hands():
    found = live.tally(SCALE, [Ballot(5, 2), Ballot(1, 2)], {"3": 1})
    assert (found.mean, len(found.bars), found.right) == (3.0, 5, None)


# Forms


@pytest.mark.parametrize("kind", FIELDS)
def test_what_was_posted_can_be_shown_in_the_form_again(kind):
    task = make(kind)
    for response in (solution(task), WRONG[kind]):
        stored = live.parse(task, response)
        assert live.parse(task, raw_answer(task, as_fields(task, stored))) == stored


@pytest.mark.parametrize(("asked", "response"), [(POLL, "weg"), (SCALE, 4), (CLOUD, "rust"), (OPEN, "Een zin, en nog een.")])
def test_so_can_what_a_trainer_asked_alone(asked, response):
    assert live.parse(asked, raw_answer(asked, as_fields(asked, response))) == response
    assert live.score(asked, response) is None


@pytest.mark.parametrize("asked", [*map(make, FIELDS), POLL, SCALE, CLOUD, OPEN])
@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"antwoord": [""]},
        {"antwoord": ["x" * 500]},
        {"antwoord": ["a", "a"]},
        {"plaats-a": ["1"], "plaats-b": ["1"], "plaats-c": ["1"], "plaats-d": ["1"]},
        {"bij-a": ["p"], "bij-b": ["zomaar"]},
    ],
)
def test_what_cannot_be_an_answer_is_refused(asked, fields):
    with pytest.raises(ResponseError):
        live.parse(asked, raw_answer(asked, fields))


@pytest.mark.parametrize("text", ["nan", "inf", "1e999", "-1", "101", "1.2.3", "0x10"])
def test_a_number_must_be_one_in_its_range(text):
    with pytest.raises(ResponseError):
        live.parse(make("number"), raw_answer(make("number"), {"antwoord": [text]}))


@pytest.mark.parametrize("text", ["a\x00b", "a\u202eb", "\x1b[31m", "\ud800"])
@pytest.mark.parametrize("asked", [CLOUD, OPEN])
def test_what_cannot_be_printed_is_no_text(asked, text):
    with pytest.raises(ResponseError):
        live.parse(asked, text)


def test_a_question_of_the_trainers_own_must_be_one():
    for wrong in (
        {"kind": "scale", "prompt": "x", "low": 1, "high": 2},
        {"kind": "poll", "prompt": "x", "options": {"a": "A"}},
        {"kind": "open"},
    ):
        with pytest.raises(ValueError, match="validation error"):
            live.live_question(wrong)


# Rooms


def test_a_room_stands_at_a_slide_or_at_none():
    room = Room("r", "123456", "Ochtend", ("hechting/a", "hechting/b"), MORNING, at=1)
    assert room.address == "hechting/b"
    assert replace(room, at=7).address is None
    assert replace(room, order=(), at=0).address is None


def test_a_code_is_six_digits_that_stay_six():
    codes = {live.new_code() for _ in range(300)}
    assert len(codes) > 290
    assert all(len(code) == 6 and code.isdecimal() and code[0] != "0" for code in codes)


# Taking home


class OneTask:
    """As much of a course as these rules look at."""

    tasks: ClassVar = {"een": make("choice"), "denk": make("reflect")}


def a_round(name: str, *, task: str = "een", closed: bool = True, own: object = None) -> Round:
    return Round(name, "zaal", task, MORNING, own=own, closed=MORNING if closed else None)


def a_vote(name: str, response: Response | None, score: float | None, *, unsure: bool = False) -> Vote:
    return Vote("zaal", name, "iemand", response, MORNING + timedelta(minutes=len(name)), score, unsure)


def test_answers_to_closed_questions_of_the_course_come_home():
    rounds = [
        a_round("r1"),
        a_round("r22", closed=False),
        a_round("r333", task="weg"),
        a_round("r4444", own=POLL),
        a_round("r55555", task="denk"),
    ]
    votes = {each.id: a_vote(each.id, "a", 0.0) for each in rounds}
    [home] = live.answers_home(OneTask, rounds, votes)
    assert (home.task, home.response, home.score, home.context, home.certainty) == ("een", "a", 0.0, live.ROOM, None)
    assert home.version == OneTask.tasks["een"].version
    assert [home] == live.answers_home(OneTask, rounds, votes)
    assert home.id != live.answers_home(OneTask, rounds, {"r1": replace(votes["r1"], participant="ander")})[0].id


def test_what_was_skipped_or_deleted_stays_in_the_room():
    assert (
        live.answers_home(OneTask, [a_round("r1"), a_round("r22")], {"r1": a_vote("r1", None, None), "r22": a_vote("r22", "", 0.0)}) == []
    )


def test_wrong_and_unsure_answers_of_a_room_come_back_and_right_ones_do_not():
    def cards(score: float, *, unsure: bool = False) -> set[str]:
        home = live.answers_home(OneTask, [a_round("r1")], {"r1": a_vote("r1", "b" if score else "a", score, unsure=unsure)})
        assert all(matters(answer) for answer in home)
        return set(rebuild(Record(answers=tuple(home)), ()))

    assert cards(0.0) == {"een"}
    assert cards(1.0, unsure=True) == {"een"}
    assert cards(1.0) == set()


def test_a_room_is_not_a_lesson_and_not_a_review():
    answer = Answer("x", "een", "v", "a", 0.0, MORNING, context=live.ROOM)
    assert not answer.in_lesson
    assert answer.context != REVIEW
