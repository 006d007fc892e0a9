"""Rooms: where they stand, rounds, votes and questions, and what is forgotten of them."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import create_engine, select

from school import live
from school.learning import Answer
from school.live import Ballot, Question, Room, Round, Vote
from school.store import Store
from school.store.room_store import RoomStore
from school.store.tables import backings, room_questions, votes
from tests.store.people import ANNA, EVENING, later

ROOM = Room("zaal", "417417", "Ochtend", ("hechting/a", "hechting/b"), EVENING)
FIRST = Round("r1", "zaal", "band", EVENING)
OPEN = live.live_question({"kind": "open", "prompt": "Wat neem je mee?"})


@pytest.fixture
def rooms(store: Store) -> RoomStore:
    assert store.rooms.open(ROOM)
    return store.rooms


@pytest.fixture
def asked(rooms: RoomStore) -> RoomStore:
    """A room in which the first question is open."""
    assert rooms.open_round(FIRST)
    return rooms


def a_vote(who: str, response: object = "a", *, of: str = "r1", **more: object) -> Vote:
    return Vote("zaal", of, who, response, EVENING, **more)


def now_of(rooms: RoomStore) -> Room:
    found = rooms.by_id("zaal")
    assert found is not None
    return found


def test_a_room_is_found_by_its_code_and_a_code_is_used_once(rooms: RoomStore) -> None:
    assert rooms.by_code("417417") == rooms.by_id("zaal") == replace(ROOM, revision=1, since=ROOM.opened)
    assert rooms.by_code("417418") is None
    assert not rooms.open(replace(ROOM, id="ander"))
    assert rooms.open(replace(ROOM, id="ander", code="200200", opened=later(minutes=1)))
    assert [room.id for room in rooms.all()] == ["ander", "zaal"]


def test_one_screen_drives_and_another_takes_over(rooms: RoomStore) -> None:
    assert rooms.steer("zaal", by="laptop", now=EVENING, at=1)
    assert not rooms.steer("zaal", by="telefoon", now=EVENING, at=0)
    assert rooms.drive("zaal", by="telefoon", now=EVENING)
    assert not rooms.steer("zaal", by="laptop", now=EVENING, dark=True)
    assert rooms.steer("zaal", by="telefoon", now=EVENING, dark=True)
    room = now_of(rooms)
    assert (room.at, room.dark, room.driver) == (1, True, "telefoon")


def test_what_was_moved_on_a_slide_goes_with_it_and_the_room_knows_since_when(rooms: RoomStore) -> None:
    assert rooms.steer("zaal", by="laptop", now=EVENING, state="fase-2", questions=True)
    assert rooms.steer("zaal", by="laptop", now=EVENING, film="speelt")
    room = now_of(rooms)
    assert (room.state, room.film, room.questions, room.since) == ("fase-2", "speelt", True, ROOM.opened)
    assert rooms.steer("zaal", by="laptop", now=later(minutes=9), dark=True)
    assert now_of(rooms).film == "speelt"
    assert rooms.steer("zaal", by="laptop", now=EVENING, state="fase-3")
    assert now_of(rooms).film is None
    assert rooms.steer("zaal", by="laptop", now=later(minutes=10), at=1)
    room = now_of(rooms)
    assert (room.state, room.film, room.questions, room.since) == (None, None, False, later(minutes=10))
    assert not rooms.steer("zaal", by="telefoon", now=later(minutes=11), film="pauze")


def test_every_change_raises_the_revision_and_what_is_refused_does_not(asked: RoomStore) -> None:
    def rises(done: bool) -> bool:
        nonlocal before
        after = asked.pulse("zaal")
        assert after is not None
        risen, before = after.revision - before, after.revision
        return done and risen > 0

    before = now_of(asked).revision
    assert rises(asked.steer("zaal", by="a", now=EVENING, at=1))
    assert rises(asked.show("r1", now=EVENING, answers=True))
    assert rises(asked.count_hands("r1", {"a": 3}, now=EVENING))
    assert rises(asked.close_round("r1", now=EVENING))
    assert rises(asked.put("zaal", "r1", now=EVENING))
    assert rises(asked.reorder("zaal", ["hechting/c"], at=0, now=EVENING))
    refused = [
        asked.close_round("r1", now=EVENING),
        asked.show("r1", now=EVENING),
        asked.put("zaal", "r9", now=EVENING),
        asked.open_round(FIRST),
    ]
    assert refused == [False] * 4
    assert asked.pulse("zaal").revision == before  # type: ignore[union-attr]


def test_rounds_follow_each_other_and_a_double_click_asks_once(asked: RoomStore) -> None:
    second = replace(FIRST, id="r2", number=2)
    assert not asked.open_round(replace(FIRST, id="nog-eens"))
    assert asked.open_round(second)
    assert not asked.open_round(replace(second, id="r3"))
    assert not asked.open_round(replace(FIRST, id="r3", number=3))
    assert not asked.open_round(replace(FIRST, id="r4", task="ander", number=2))
    assert [(each.id, each.open) for each in asked.rounds("zaal")] == [("r1", False), ("r2", True)]
    assert now_of(asked).round == "r2"


def test_of_two_who_ask_at_once_one_asks(rooms: RoomStore) -> None:
    with ThreadPoolExecutor(6) as pool:
        done = list(pool.map(lambda n: rooms.open_round(replace(FIRST, id=f"r{n}")), range(6)))
    assert sum(done) == 1
    assert len(rooms.rounds("zaal")) == 1


def test_a_question_of_the_trainers_own_comes_back_whole(rooms: RoomStore) -> None:
    own = live.live_question({"kind": "poll", "prompt": "Waar?", "options": {"thuis": "Thuis", "weg": "Op weg"}})
    assert rooms.open_round(replace(FIRST, task="eigen-1", own=own, hand_counts={"thuis": 2}))
    [found] = rooms.rounds("zaal")
    assert (found.own, dict(found.hand_counts)) == (own, {"thuis": 2})


def test_a_closed_round_leaves_the_screens_with_its_slide_and_an_open_one_stays(asked: RoomStore) -> None:
    asked.steer("zaal", by="a", now=EVENING, at=1)
    assert now_of(asked).round == "r1"
    asked.close_round("r1", now=EVENING)
    assert now_of(asked).round == "r1"
    asked.steer("zaal", by="a", now=EVENING, at=0)
    assert now_of(asked).round is None


def test_the_last_answer_counts_once_per_participant(asked: RoomStore) -> None:
    assert asked.vote_all([a_vote("an", "a"), a_vote("bo", "a"), a_vote("an", "b", score=1.0)]) == [True] * 3
    assert asked.vote(a_vote("bo", None))
    assert set(asked.ballots("r1")) == {Ballot("b", 1, 1.0), Ballot(None, 1)}
    assert asked.voted("r1") == 2
    assert asked.votes_of("zaal", "an")["r1"].response == "b"
    assert asked.votes_of("zaal", "cor") == {}


@pytest.mark.parametrize("response", ["a", ["b", "a"], {"x": "p"}, 12.5, 'met "quotes" en é'])
def test_every_kind_of_answer_comes_back_as_it_was_given(asked: RoomStore, response: object) -> None:
    asked.vote_all([a_vote("an", response), a_vote("bo", response), a_vote("cor", None)])
    assert asked.votes_of("zaal", "an")["r1"] == a_vote("an", response)
    assert asked.ballots("r1") == (Ballot(response, 2), Ballot(None, 1))


def test_no_answer_counts_after_closing_or_in_another_room(asked: RoomStore) -> None:
    assert asked.vote_all([a_vote("an"), replace(a_vote("bo"), room="ander"), a_vote("cor", of="r9")]) == [True, False, False]
    asked.close_round("r1", now=EVENING)
    assert not asked.vote(a_vote("an", "b"))
    assert asked.ballots("r1") == (Ballot("a", 1),)


def test_many_who_answer_at_once_are_each_stored_once(asked: RoomStore) -> None:
    def crowd(first: int) -> list[bool]:
        return asked.vote_all([a_vote(f"p{n}", "ab"[n % 2]) for n in range(first, first + 60)])

    with ThreadPoolExecutor(8) as pool:
        kept = [done for batch in pool.map(crowd, range(0, 240, 30)) for done in batch]
    assert all(kept)
    assert set(asked.ballots("r1")) == {Ballot("a", 135), Ballot("b", 135)}
    assert asked.pulse("zaal").votes == 480  # type: ignore[union-attr]


def test_nothing_changes_in_a_closed_room(asked: RoomStore) -> None:
    assert asked.close("zaal", now=EVENING)
    assert not asked.close("zaal", now=EVENING)
    assert not asked.steer("zaal", by="a", now=EVENING, at=1)
    assert not asked.open_round(replace(FIRST, id="r2", number=2))
    assert not asked.vote(a_vote("an"))
    assert not asked.ask(Question("v", "zaal", "Mag dit?", EVENING), participant="an")
    room = now_of(asked)
    assert (room.closed, room.round, asked.rounds("zaal")[0].open) == (EVENING, None, False)


def test_what_people_write_waits_for_the_trainer(rooms: RoomStore) -> None:
    rooms.open_round(replace(FIRST, own=OPEN))
    rooms.vote_all([a_vote("an", "Rust.", state="waiting"), a_vote("bo", None), a_vote("cor", "Boe", state="waiting")])
    assert [(text.text, text.state) for text in rooms.texts("r1")] == [("Rust.", "waiting"), ("Boe", "waiting")]
    assert rooms.moderate_text("r1", "an", "shown", now=EVENING)
    assert not rooms.moderate_text("r1", "bo", "shown", now=EVENING)
    assert live.tally(OPEN, rooms.ballots("r1")).texts == ("Rust.",)
    rooms.vote(a_vote("an", "Iets anders.", state="waiting"))
    assert live.tally(OPEN, rooms.ballots("r1")).texts == ()


def test_questions_from_the_room_are_moderated_and_voted_for(rooms: RoomStore) -> None:
    new = Question("v1", "zaal", "Hoe lang duurt het?", EVENING)
    assert rooms.ask(new, participant="an")
    assert not rooms.ask(new, participant="an")
    assert not rooms.back("v1", room="zaal", participant="bo", on=True, now=EVENING)
    assert rooms.moderate_question("v1", "shown", now=EVENING)
    assert rooms.back("v1", room="zaal", participant="bo", on=True, now=EVENING)
    assert not rooms.back("v1", room="zaal", participant="bo", on=True, now=EVENING)
    assert not rooms.back("v1", room="ander", participant="cor", on=True, now=EVENING)
    [seen] = rooms.questions("zaal", participant="bo")
    assert (seen.votes, seen.mine, seen.backed, seen.state) == (2, False, True, "shown")
    assert rooms.back("v1", room="zaal", participant="bo", on=False, now=EVENING)
    [own] = rooms.questions("zaal", participant="an")
    assert (own.votes, own.mine, own.backed) == (1, True, True)


def test_one_participant_cannot_fill_the_list_of_questions(rooms: RoomStore) -> None:
    done = [rooms.ask(Question(f"v{n}", "zaal", "Nog een?", EVENING), participant="an") for n in range(30)]
    assert sum(done) == 20
    assert rooms.ask(Question("van-bo", "zaal", "En ik?", EVENING), participant="bo")


def test_phones_of_all_processes_are_counted_and_a_killed_one_is_not(rooms: RoomStore) -> None:
    rooms.attend("zaal", process="een", phones=3, now=EVENING)
    rooms.attend("zaal", process="een", phones=5, now=later(seconds=5))
    rooms.attend("zaal", process="twee", phones=7, now=later(seconds=-60))
    assert rooms.phones("zaal", since=later(seconds=-10)) == 5
    assert rooms.phones("zaal", since=later(minutes=-5)) == 12


# Forgetting


def everything_happened(rooms: RoomStore) -> None:
    rooms.open_round(FIRST)
    rooms.vote_all([a_vote("an", "a", score=1.0), a_vote("bo", "b", score=0.0)])
    rooms.open_round(replace(FIRST, id="r2", task="eigen-1", own=OPEN))
    rooms.vote_all([a_vote("an", "Zin van Jan", of="r2", state="shown"), a_vote("bo", None, of="r2")])
    rooms.open_round(replace(FIRST, id="r3", task="woord"))
    rooms.vote(a_vote("an", "Zin van Jan", of="r3", state="hidden", score=0.0))
    rooms.ask(Question("v1", "zaal", "Vraag van Jan", EVENING), participant="an")
    rooms.moderate_question("v1", "shown", now=EVENING)
    rooms.back("v1", room="zaal", participant="bo", on=True, now=EVENING)


def stored(url: str) -> str:
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.connect() as connection:
        rows = [[dict(row) for row in connection.execute(select(table)).mappings()] for table in (votes, room_questions, backings)]
    engine.dispose()
    return json.dumps(rows, default=str)


def test_texts_go_thirty_days_after_closing_and_that_they_were_written_stays(rooms: RoomStore, url: str) -> None:
    everything_happened(rooms)
    rooms.close("zaal", now=EVENING)
    assert rooms.forget(later(days=30)).texts == 0
    assert "Jan" in stored(url)
    assert rooms.forget(later(days=30, seconds=1)).texts == 2
    assert "Jan" not in stored(url)
    assert live.tally(OPEN, rooms.ballots("r2")) == live.Tally(1, 1, hidden=True)
    assert set(rooms.ballots("r1")) == {Ballot("a", 1, 1.0), Ballot("b", 1, 0.0)}
    assert rooms.texts("r2") == ()
    assert rooms.forget(later(days=31)).texts == 0


def test_a_room_that_was_left_open_closes_after_two_days(asked: RoomStore) -> None:
    assert asked.forget(later(days=2)).closed == 0
    assert asked.forget(later(days=2, seconds=1)).closed == 1
    assert now_of(asked).closed == EVENING
    assert not asked.rounds("zaal")[0].open


def test_after_a_year_nobody_can_tell_who_answered_what(rooms: RoomStore, url: str) -> None:
    everything_happened(rooms)
    rooms.close("zaal", now=EVENING)
    before = set(rooms.ballots("r1"))
    assert rooms.forget(later(days=364)).anonymised == 0
    assert rooms.forget(later(days=366)).anonymised == 1
    assert rooms.votes_of("zaal", "an") == rooms.votes_of("zaal", "bo") == {}
    rows = json.loads(stored(url))
    names = [row["participant"] for table in rows for row in table]
    assert len(set(names)) == len(names) == 8
    assert not {"an", "bo"} & set(names)
    assert set(rooms.ballots("r1")) == before
    assert rooms.questions("zaal")[0].votes == 2
    assert rooms.forget(later(days=400)).anonymised == 0


# Home


def test_answers_taken_home_are_stored_once_and_make_cards(store: Store) -> None:
    answers = [Answer(f"huis-{n}", "band", "0a1b2c3d", "a", float(n), EVENING - timedelta(days=n), context=live.ROOM) for n in (0, 1)]
    assert store.take_home(ANNA, answers) == 2
    assert store.take_home(ANNA, answers) == 0
    record = store.record(ANNA)
    assert [answer.context for answer in record.answers] == [live.ROOM, live.ROOM]
    assert set(record.cards) == {"band"}
