"""What comes back and when: FSRS-6 equals another implementation, and a year of a learner who forgets."""

import gzip
import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from school.content import Course
from school.learning import EINDTOETS, REVIEW, STARTMETING, Answer, Attempt, Card, Record
from school.loading import load_course
from school.reviewing import A_DAY, SCHEDULER, day_of, due, forecast, key_facts, matters, rating, rebuild, refreshed, reviewed

TODAY = date(2026, 11, 22)
REAL: Course = load_course(Path(__file__).parent.parent, today=TODAY)
QUESTIONS = [name for quiz in REAL.quizzes.values() for name in quiz.questions]
FIXTURE = Path(__file__).parent / "fixtures" / "ts-fsrs.json.gz"


def at(days: float = 0, minutes: float = 0) -> datetime:
    """Noon in UTC, on the day that many days from today."""
    return datetime.combine(TODAY, time(12), UTC) + timedelta(days=days, minutes=minutes)


def given_answer(task: str, score: float, when: datetime, *, sure: int | None = None, **more: str | None) -> Answer:
    return Answer(f"{task}-{when}-{more}", task, "0a1b2c3d", "band", score, when, certainty=sure, **more)


def handed_in(name: str, when: datetime, *tasks: str, quiz: str = "hechting") -> Attempt:
    return Attempt(name, quiz, 1, tasks, 0.7, when, finished=when, score=0.5)


def card(record: Record, task: str = "band", *, key: bool = False) -> Card | None:
    return rebuild(record, {task} if key else ()).get(task)


# The arithmetic


def test_stability_and_difficulty_equal_another_implementation_after_500_histories() -> None:
    made = json.loads(gzip.decompress(FIXTURE.read_bytes()))
    assert made["weights"] == list(SCHEDULER.parameters)
    assert len(made["histories"]) == 500
    for history in made["histories"]:
        one, moment = fsrs.Card(card_id=0), at()
        for (gap, grade), (stability, difficulty) in zip(history["answers"], history["states"], strict=True):
            moment += timedelta(days=gap)
            one, _ = SCHEDULER.review_card(one, fsrs.Rating(grade), moment)
            assert one.stability == pytest.approx(stability, rel=1e-6)
            assert one.difficulty == pytest.approx(difficulty, rel=1e-6)


@pytest.mark.parametrize(
    ("sure", "gaps"), [(2, [2, 11, 46, 163]), (None, [2, 11, 46, 163]), (3, [8, 66, 180, 180])], ids=["good", "not said", "easy"]
)
def test_each_right_answer_in_time_brings_it_back_later_and_never_after_half_a_year(sure: int | None, gaps: list[int]) -> None:
    answers: list[Answer] = []
    day = 0
    for gap in gaps:
        answers.append(given_answer("band", 1, at(day), sure=sure, context=REVIEW))
        found = card(Record(tuple(answers)), key=True)
        assert found is not None
        assert (found.due - found.last).days == gap
        day += gap


@pytest.mark.parametrize(("score", "sure", "expected"), [
    (0, 3, "Again"), (0.9, None, "Again"), (1, 1, "Hard"), (1, 2, "Good"), (1, 3, "Easy"), (1, None, "Good"),
])  # fmt: skip
def test_an_answer_is_rated_by_being_right_and_by_certainty(score: float, sure: int | None, expected: str) -> None:
    assert rating(score, sure) == fsrs.Rating[expected]


# What becomes a card


@pytest.mark.parametrize(("score", "sure", "comes_back"), [(0, None, True), (0.5, 3, True), (1, 1, True), (1, 2, False), (1, None, False)])
def test_what_was_wrong_or_unsure_comes_back_tomorrow(score: float, sure: int | None, comes_back: bool) -> None:
    found = card(Record((given_answer("band", score, at(), sure=sure),)))
    assert (found is not None) is comes_back
    assert found is None or found.due == TODAY + timedelta(days=1)


def test_an_answer_in_a_quiz_counts_when_it_is_handed_in_and_then_the_last_one() -> None:
    answers = (
        given_answer("band", 0, at(-1), attempt="a"),
        given_answer("troost", 0, at(-1), attempt="a"),
        given_answer("band", 1, at(-1, 1), attempt="a"),
    )
    going = Record(answers, attempts=(replace(handed_in("a", at(), "band", "troost"), finished=None, score=None),))
    assert rebuild(going, ()) == {}
    done = rebuild(replace(going, attempts=(handed_in("a", at(), "band", "troost"),)), ())
    assert {task: (one.last, one.due) for task, one in done.items()} == {"troost": (TODAY, TODAY + timedelta(days=1))}


def test_the_startmeting_gives_no_cards_since_its_answers_stay_hidden_and_the_eindtoets_does() -> None:
    answers = (given_answer("een", 0, at(), attempt="s"), given_answer("twee", 0, at(), attempt="e"))
    attempts = (handed_in("s", at(), "een", quiz=STARTMETING), handed_in("e", at(), "twee", quiz=EINDTOETS))
    assert set(rebuild(Record(answers, attempts=attempts), ())) == {"twee"}


def test_a_key_fact_comes_back_also_when_it_was_right() -> None:
    record = Record((given_answer("band", 1, at(), attempt="a"),), attempts=(handed_in("a", at(), "band"),))
    assert card(record) is None
    found = card(record, key=True)
    assert found is not None
    assert (found.due - TODAY).days == 2


def test_every_goal_of_the_practice_quizzes_has_one_key_fact() -> None:
    found = key_facts(REAL)
    assert len({REAL.tasks[name].goal for name in found}) == len(found)
    assert found <= set(QUESTIONS)
    assert {REAL.tasks[name].goal for name in found} == {REAL.tasks[name].goal for name in QUESTIONS}


# What moves a card


def test_being_right_in_a_lesson_proves_nothing_since_the_text_stands_above_it() -> None:
    wrong = given_answer("band", 0, at())
    right = given_answer("band", 1, at(3))
    assert card(Record((wrong, right))) == card(Record((wrong,)))
    assert not matters(right)


def test_trying_again_the_same_day_does_not_count_twice() -> None:
    wrong = given_answer("band", 0, at())
    again = given_answer("band", 0, at(minutes=5))
    right = given_answer("band", 1, at(minutes=9), context=REVIEW)
    assert card(Record((wrong, again, right))) == card(Record((wrong,)))


def test_a_wrong_answer_after_a_right_one_the_same_day_comes_back_tomorrow() -> None:
    known = [given_answer("band", score, at(day), context=REVIEW) for day, score in ((0, 0), (1, 1), (4, 1))]
    right = card(Record(tuple(known)))
    wrong = card(Record((*known, given_answer("band", 0, at(4, 30)))))
    assert right is not None
    assert wrong is not None
    assert right.due > TODAY + timedelta(days=5) == wrong.due


def test_what_was_known_well_and_is_missed_comes_back_tomorrow_as_well() -> None:
    known = [given_answer("band", 1, at(day), sure=3, context=REVIEW) for day in (0, 8, 74)]
    missed = card(Record((*known, given_answer("band", 0, at(254), sure=3, context=REVIEW))), key=True)
    assert missed is not None
    assert missed.due == TODAY + timedelta(days=255)
    assert missed.stability > 1


def test_a_day_is_a_day_in_amsterdam() -> None:
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    found = card(Record((given_answer("band", 0, late),)))
    assert day_of(late) == date(2026, 11, 23)
    assert found is not None
    assert found.due == date(2026, 11, 24)


# What comes today


def with_cards(*tasks: str, days: int = 0) -> Record:
    """Somebody for whom these questions came back that many days ago."""
    day = TODAY - timedelta(days=days)
    return Record(cards={task: Card(task, day, day - timedelta(days=1), 0.2, 6.4) for task in tasks})


def test_at_most_five_come_back_on_a_day_and_what_was_done_today_is_one_of_them() -> None:
    record = with_cards(*QUESTIONS[:9])
    assert len(due(REAL, record, TODAY)) == A_DAY
    done = replace(
        record, answers=(given_answer(QUESTIONS[0], 1, at(), context=REVIEW), given_answer(QUESTIONS[1], 1, at(), context=REVIEW))
    )
    assert reviewed(done, TODAY) == QUESTIONS[:2]
    assert len(due(REAL, done, TODAY)) == A_DAY - 2
    assert len(due(REAL, done, TODAY + timedelta(days=1))) == A_DAY


def test_modules_take_turns() -> None:
    record = with_cards(*QUESTIONS)
    modules = [str(REAL.tasks[name].step).partition("/")[0] for name in due(REAL, record, TODAY)]
    assert len(set(modules)) >= 2
    assert all(one != other for one, other in pairwise(modules[:4]))


def test_what_waits_longest_comes_first() -> None:
    old, new = with_cards(QUESTIONS[3], days=4).cards, with_cards(*QUESTIONS[:3]).cards
    assert due(REAL, Record(cards={**new, **old}), TODAY)[0] == QUESTIONS[3]


def test_what_is_asked_in_a_quiz_that_is_under_way_waits_and_what_no_longer_exists_is_not_asked() -> None:
    busy = Attempt("a", "hechting", 1, (QUESTIONS[0],), 0.7, at())
    record = replace(with_cards(QUESTIONS[0], "weg"), attempts=(busy,))
    assert due(REAL, record, TODAY) == ()
    assert due(REAL, replace(record, attempts=()), TODAY) == (QUESTIONS[0],)


def test_the_coming_days_hold_everything_and_never_more_than_five() -> None:
    record = with_cards(*QUESTIONS[:13])
    coming = forecast(REAL, record, TODAY)
    assert coming == [(TODAY + timedelta(days=1), 5), (TODAY + timedelta(days=2), 3)]
    assert forecast(REAL, Record(), TODAY) == []


# A year


class Learner:
    """Somebody who does four quizzes in a month and then reviews, with a week away now and then, and who forgets."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.record = Record()
        self.asked: Counter[date] = Counter()

    def answer(self, task: str, when: datetime, **more: str | None) -> None:
        score = 1.0 if self.chance.random() < 0.75 else self.chance.choice([0.0, 0.5])
        sure = self.chance.choice([None, 1, 2, 2, 3, 3])
        given = given_answer(task, score, when, sure=sure, **more)
        self.record = replace(self.record, answers=(*self.record.answers, given))
        if matters(given):
            self.record = refreshed(self.record, {task})

    def take(self, quiz: str, when: datetime) -> None:
        questions = REAL.quizzes[quiz].questions
        for name in questions:
            self.answer(name, when, attempt=quiz)
        attempts = (*self.record.attempts, handed_in(quiz, when + timedelta(minutes=9), *questions, quiz=quiz))
        self.record = refreshed(replace(self.record, attempts=attempts), questions, key_facts(REAL))

    def review(self, day: int) -> None:
        when = at(day, minutes=60)
        minute = 0
        while names := due(REAL, self.record, day_of(when)):
            minute += 1
            self.answer(names[0], when + timedelta(minutes=minute), context=REVIEW)
            self.asked[day_of(when)] += 1


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_in_a_year_never_more_than_five_a_day_and_nothing_is_lost(seed: int) -> None:
    learner = Learner(seed)
    quizzes = dict(zip((0, 7, 14, 28), (quiz.id for quiz in REAL.quizzes.values() if quiz.kind == "practice"), strict=True))
    late = 0
    for day in range(365):
        if day in quizzes:
            learner.take(quizzes[day], at(day))
        if day % 60 < 53 and learner.chance.random() < 0.9:
            before = len(learner.record.cards)
            learner.review(day)
            assert len(learner.record.cards) >= before
        today = TODAY + timedelta(days=day)
        late = max([late, *((today - one.due).days for one in learner.record.cards.values())])
    assert max(learner.asked.values()) == A_DAY
    assert late < 30, "somebody waited a month for a question"
    assert key_facts(REAL) <= set(learner.record.cards)
    wrong = {answer.task for answer in learner.record.answers if answer.score < 1}
    assert wrong <= set(learner.record.cards)
    assert learner.record.cards == rebuild(learner.record, key_facts(REAL))
    assert max(one.due for one in learner.record.cards.values()) <= TODAY + timedelta(days=364 + 180)


moments = st.integers(0, 30).flatmap(lambda day: st.integers(0, 600).map(lambda minute: at(day, minute)))
given_answers = st.builds(
    given_answer,
    st.sampled_from(["band", "troost"]),
    st.sampled_from([0.0, 0.5, 1.0]),
    moments,
    sure=st.sampled_from([None, 1, 2, 3]),
    context=st.sampled_from([None, REVIEW]),
)


@given(st.lists(given_answers, max_size=20))
def test_cards_kept_up_to_date_equal_cards_made_again_from_all_answers_also_when_some_come_in_late(answers: list[Answer]) -> None:
    record = Record()
    for answer in answers:
        record = replace(record, answers=tuple(sorted((*record.answers, answer), key=lambda one: one.at)))
        if matters(answer):
            record = refreshed(record, {answer.task})
    assert record.cards == rebuild(record, ())
