"""People and facts to test the store with."""

from datetime import UTC, datetime, timedelta

from school.certificates import Certificate
from school.identity import learner_id
from school.learning import Answer, Attempt, Choice, Draft
from school.store import Store

EVENING = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)


def learner(letter: str) -> str:
    """Somebody's id."""
    found = learner_id(letter * 22)
    assert found is not None
    return found


ANNA, BRAM, CATO = learner("a"), learner("b"), learner("c")


def later(*, seconds: float = 0, minutes: float = 0, days: float = 0) -> datetime:
    return EVENING + timedelta(seconds=seconds, minutes=minutes, days=days)


def an_answer(name: str, *, task: str = "band", attempt: str | None = None, at: datetime = EVENING) -> Answer:
    return Answer(name, task, "0a1b2c3d", ["spel", "still-face"], 0.5, at, attempt=attempt, certainty=2)


def an_attempt(name: str, *, started: datetime = EVENING) -> Attempt:
    return Attempt(name, "hechting", 2**62 + 1, ("band", "nabijheid"), 0.7, started, carried={"troost": 1.0})


def a_choice(name: str, *, node: str = "begin", choice: str = "vragen", at: datetime = EVENING) -> Choice:
    return Choice(name, "casus-proef", node, choice, at)


def a_draft(laid: dict[str, str], *, task: str = "kaartjes", at: datetime = EVENING) -> Draft:
    return Draft(task, laid, at)


def a_certificate(code: str, *, quiz: str = "hechting", score: float = 0.85) -> Certificate:
    return Certificate(code, "Hechting en trauma", "1.0.0", quiz, score, 0.7, 139, EVENING, later(minutes=5))


def live_through_everything(store: Store, person: str, *, prefix: str) -> None:
    """Give somebody a row in every table that a person alone can have rows in."""
    store.answer(person, an_answer(f"{prefix}-1"))
    store.finish_step(person, "hechting/wat-is-hechting", at=EVENING)
    store.start_attempt(person, an_attempt(f"{prefix}-poging"))
    store.mark(person, f"{prefix}-poging", "band", marked=True, at=EVENING)
    store.answer(person, an_answer(f"{prefix}-2", attempt=f"{prefix}-poging"))
    store.watch(person, "still-face-film", seconds=61.5, at=EVENING)
    store.choose(person, a_choice(f"{prefix}-keuze"))
    store.lay(person, a_draft({"a": "p"}))
    store.show_answer(person, "band", at=EVENING)  # that was wrong, so it is a card as well
    store.offer_handover(person, token_hash=f"{prefix}-hash", expires=later(minutes=15))
    store.start_attempt(person, an_attempt(f"{prefix}-gehaald"))
    store.finish_attempt(person, f"{prefix}-gehaald", at=EVENING, score=0.85)
    assert store.issue_certificate(person, f"{prefix}-gehaald", a_certificate(f"{prefix}-code"))
