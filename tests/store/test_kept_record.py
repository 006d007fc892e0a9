"""What a session keeps of a learner is what the store would give: nothing has to be read again after an own answer."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from school.learning import Choice, Draft, Record
from school.store import Store
from school.ui import saving
from tests.store.people import ANNA, EVENING, an_answer, an_attempt, later


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """A session of Streamlit, without Streamlit."""
    session: dict[str, object] = {}
    monkeypatch.setattr(saving, "st", SimpleNamespace(session_state=session))
    return session


ONE_OF_EACH: list[saving.Fact] = [
    saving.Paused(True, EVENING),
    saving.Answered(an_answer("een")),
    saving.Shown("band", later(minutes=1)),
    saving.Answered(replace(an_answer("twee", at=later(minutes=2)), score=1.0)),
    saving.StepDone("hechting/prognose", later(minutes=3)),
    saving.Chosen(Choice("keuze", "casus", "begin", "vragen", later(minutes=4))),
    saving.Laid(Draft("stijlen", {"links": "rechts"}, later(minutes=4))),
    saving.Laid(Draft("stijlen", {"links": "rechts", "onder": "boven"}, later(minutes=4))),
    saving.Watched("film", 12.5, later(minutes=4)),
    saving.Watched("film", 3.0, later(minutes=5)),
    saving.AttemptBegun(an_attempt("poging", started=later(minutes=5))),
    saving.Marked("poging", "band", True, later(minutes=6)),
    saving.Answered(replace(an_answer("drie", at=later(minutes=6), attempt="poging"), score=0.0)),
    saving.Answered(an_answer("vier", at=later(minutes=7), attempt="poging")),
    saving.Marked("poging", "band", False, later(minutes=8)),
    saving.AttemptFinished("poging", later(minutes=9), 1.0, frozenset({"band"})),
    saving.Paused(False, later(minutes=10)),
]


def test_every_kind_of_fact_is_here() -> None:
    assert {type(fact) for fact in ONE_OF_EACH} == set(saving.Fact.__args__)


def test_after_each_fact_it_is_what_the_store_gives(store: Store, session: dict[str, object]) -> None:
    saving.keep(ANNA, Record())
    for fact in ONE_OF_EACH:
        before = saving.kept(ANNA)
        stored = saving.save(store, ANNA, fact)
        assert stored
        assert saving.kept(ANNA) == store.record(ANNA), fact
        assert (saving.kept(ANNA) != before) == (store.revision(ANNA) != before.revision)


def test_what_somebody_else_stored_meanwhile_shows_in_the_revision(store: Store, session: dict[str, object]) -> None:
    saving.keep(ANNA, Record())
    store.answer(ANNA, an_answer("elders"))
    saving.save(store, ANNA, saving.Answered(an_answer("hier", at=later(minutes=1))))
    assert saving.kept(ANNA).revision < store.revision(ANNA)


def test_with_a_clock_that_was_put_back_it_must_be_read_again(store: Store, session: dict[str, object]) -> None:
    saving.keep(ANNA, Record())
    saving.save(store, ANNA, saving.Answered(an_answer("laat", at=later(minutes=9))))
    saving.save(store, ANNA, saving.Answered(an_answer("vroeg", at=EVENING)))
    assert saving.kept(ANNA).revision < store.revision(ANNA)


def test_what_the_store_refuses_changes_nothing(store: Store, session: dict[str, object]) -> None:
    saving.keep(ANNA, Record())
    saving.save(store, ANNA, saving.Answered(an_answer("een")))
    before = saving.kept(ANNA)
    saving.save(store, ANNA, saving.Answered(replace(an_answer("een"), score=0.0)))
    assert saving.kept(ANNA) == before == store.record(ANNA)


def test_it_is_of_one_learner(session: dict[str, object]) -> None:
    saving.keep(ANNA, Record(paused=True))
    assert saving.kept("iemand anders") is None
