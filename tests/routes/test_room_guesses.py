"""Only wrong codes slow down, and only who gives them; a full room behind one address comes in beside a guesser."""

import asyncio
import re

import pytest

from school.identity import new_token
from school.routes.room_guesses import FREE, SUSPECT, Guesses, Guest
from tests.routes.asgi import ask, asked
from tests.routes.room import CODE, Phone, ask_room, open_room

pytestmark = pytest.mark.thorough

GUEST = Guest("koek", "1.2.3.4")


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now

    async def sleep(self, seconds):
        self.now += seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def guesses(clock):
    return Guesses(clock=clock, sleep=clock.sleep)


def test_a_typing_error_costs_nothing_and_then_the_pause_doubles(guesses, clock):
    waits = []
    for _ in range(12):
        waits.append(guesses.wrong(GUEST))
        clock.now += waits[-1]
        assert guesses.wait(GUEST) == 0
    assert waits == [0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300]


def test_a_right_code_never_counts(guesses):
    for _ in range(FREE - 1):
        guesses.wrong(GUEST)
    for _ in range(500):
        guesses.right(GUEST)
        assert guesses.wait(GUEST) == 0
    assert guesses.wrong(GUEST) == 1  # nor is a wrong one forgotten for it


def test_who_gives_the_right_code_all_day_is_never_slowed_down(app, room):
    phone = Phone(app)
    for path in ("", "/stroom", "/puls") * 40:
        assert ask(app, f"/zaal/{CODE}{path}", method="HEAD" if path else "GET", headers=phone.headers).status == 200
    assert phone.look("/zaal/999999").status == 404


def test_the_pause_is_of_one_cookie_at_one_address(guesses):
    for _ in range(5):
        guesses.wrong(GUEST)
    assert guesses.wait(GUEST) == 4
    assert guesses.wait(Guest("andere koek", "1.2.3.4")) == 0
    assert guesses.wait(Guest("koek", "5.6.7.8")) == 0


def test_only_the_last_guessers_are_remembered(guesses):
    few = Guesses(most=3)
    for n in range(10):
        few.wrong(Guest(f"koek {n}", "1.2.3.4"))
    assert len(few._tries) == 3


def test_where_somebody_guesses_on_and_on_strangers_come_in_one_by_one_and_others_go_on(guesses, clock):
    inside, outside = Guest("binnen", "1.2.3.4"), Guest("nieuw", "1.2.3.4")
    guesses.right(inside)
    for n in range(SUSPECT):
        guesses.wrong(Guest(f"verzonnen {n}", "1.2.3.4"))
    began = clock.now

    async def come_in(*guests):
        await asyncio.gather(*(guesses.take_turn(guest) for guest in guests))

    asyncio.run(come_in(*[inside] * 50, Guest("elders", "5.6.7.8")))
    assert clock.now == began
    asyncio.run(come_in(*[outside] * 200))
    assert clock.now - began == pytest.approx(8.0)


@pytest.fixture
def room(store):
    return open_room(store)


def test_a_guesser_has_to_wait_and_is_told_how_long(app, room):
    guesser = Phone(app)
    replies = [guesser.look(f"/zaal/{code}") for code in range(100_000, 100_010)]
    assert [reply.status for reply in replies[:3]] == [404] * 3
    assert {reply.status for reply in replies[3:]} == {429}
    assert 1 <= int(replies[3].headers["retry-after"]) <= 2
    assert guesser.look().status == 429  # the right code too: it is not even looked up
    assert guesser.post("antwoord", ronde="x").status == 429


def test_what_is_no_code_at_all_counts_as_wrong(app, room):
    guesser = Phone(app)
    for code in ("12345", "1234567", "abcdef", "%D9%A1%D9%A2%D9%A3%D9%A4%D9%A5%D9%A6"):
        reply = guesser.look(f"/zaal/{code}")
    assert reply.status == 429


def test_two_hundred_phones_come_in_beside_a_guesser_at_the_same_address(app, room, store):
    """All have the address of the test; the guesser keeps no cookies, keeps one, or makes one up for each guess."""
    round_id = ask_room(store, "oefen-groen")
    guesser = Phone(app)
    seen = []

    async def guess(n):
        ways = ({}, guesser.headers, {"cookie": f"leerling={new_token()}"})
        seen.extend([(await asked(app, f"/zaal/{200_000 + n}", headers=headers)).status for headers in ways])

    async def join():
        page = await asked(app, f"/zaal/{CODE}")
        if page.status == 303:  # sent round once, to be told apart by a cookie
            [cookie] = re.findall(r"leerling=([^;]+)", page.headers["set-cookie"])
            page = await asked(app, page.headers["location"], headers={"cookie": f"leerling={cookie}"})
        return page.status

    async def crowd():
        for n in range(10):
            await guess(n)
        return await asyncio.gather(*(join() for _ in range(200)), *(guess(n) for n in range(10, 40)))

    statuses = asyncio.run(crowd())[:200]
    assert statuses == [200] * 200
    assert 200 not in seen
    assert Phone(app).answer(round_id, "waar").status == 303


def test_who_keeps_no_cookies_and_guesses_is_not_sent_round_for_ever(app, room):
    for n in range(5):
        ask(app, f"/zaal/{300_000 + n}")
    round_trip = ask(app, f"/zaal/{CODE}")
    assert round_trip.status == 303
    assert ask(app, round_trip.headers["location"]).status == 429
