"""Many people at once: what goes in comes out as if each of them had done it themselves."""

from dataclasses import replace
from datetime import date

import psycopg
import pytest
from sqlalchemy.exc import SQLAlchemyError

from school.learning import Card, Record
from school.store import Store
from school.store.filling import Newcomer
from tests.store.people import ANNA, BRAM, EVENING, an_answer, an_attempt, later
from tests.store.teams import a_team, make


def _lived(name: str) -> Record:
    return Record(
        answers=(
            an_answer(f"{name}-1"),
            replace(an_answer(f"{name}-2", attempt=f"{name}-p"), at=later(minutes=1), certainty=None, response=4.5),
        ),
        steps={"hechting/een": later(minutes=2)},
        attempts=(replace(an_attempt(f"{name}-p"), finished=later(minutes=3), score=0.5),),
        cards={"band": Card("band", date(2026, 11, 25), date(2026, 11, 22), 1.25, 5.5, key=True)},
    )


def test_everything_comes_out_as_it_went_in(store: Store) -> None:
    team = make(store, a_team())
    people = {ANNA: _lived("a"), BRAM: _lived("b")}
    assert store.fill([Newcomer(ANNA, people[ANNA], team.id, later(days=1)), Newcomer(BRAM, people[BRAM])])
    assert store.analyse()
    for person, record in people.items():
        assert replace(store.record(person), revision=0) == record
    mine = store.teams.mine(ANNA)
    assert mine
    assert (mine.team, mine.joined, store.teams.mine(BRAM)) == (team, later(days=1), None)


def test_who_was_put_in_can_go_on(store: Store) -> None:
    store.fill([Newcomer(ANNA, _lived("a"))])
    assert store.answer(ANNA, an_answer("later", at=later(days=2)))
    assert [answer.id for answer in store.record(ANNA).answers] == ["a-1", "a-2", "later"]
    assert store.idle(before=later(days=2)) == 0
    assert store.idle(before=later(days=3)) == 1


def test_somebody_who_is_there_already_is_not_put_in_and_neither_are_the_others(store: Store) -> None:
    store.answer(ANNA, an_answer("een", at=EVENING))
    with pytest.raises((SQLAlchemyError, psycopg.Error)):
        store.fill([Newcomer(BRAM, _lived("b")), Newcomer(ANNA, _lived("a"))])
    assert store.revision(BRAM) == 0
    assert len(store.record(ANNA).answers) == 1
