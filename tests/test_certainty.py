"""Certainty beside being right: marks, bonus and calibration equal tables that were worked out by hand."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from school.certainty import Level, calibration, confident_errors, judge, mark, summary
from school.learning import Answer

AT = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)


def answers(*pairs: tuple[float, int | None]) -> list[Answer]:
    return [Answer(str(i), f"vraag-{i}", "0a1b2c3d", "band", score, AT, certainty=sure) for i, (score, sure) in enumerate(pairs)]


@pytest.mark.parametrize(
    ("score", "certainty", "worth"),
    [(1, 1, 1), (1, 2, 2), (1, 3, 3), (0, 1, 0), (0, 2, -2), (0, 3, -6), (0.5, 1, 0.5), (0.5, 2, 1), (0.25, 3, 0.75)],
)
def test_a_mark_is_gardner_medwins_and_a_part_of_the_right_one_when_partly_right(score: float, certainty: int, worth: float) -> None:
    assert mark(score, certainty) == worth


@pytest.mark.parametrize(("share", "best"), [(0.6, 1), (0.7, 2), (0.9, 3)])
def test_it_pays_to_say_how_sure_you_are(share: float, best: int) -> None:
    expected = {level: share * mark(1, level) + (1 - share) * mark(0, level) for level in (1, 2, 3)}
    assert max(expected, key=lambda level: expected[level]) == best


def test_a_summary_worked_out_by_hand() -> None:
    # Marks 3 + 3 - 6 + 2 - 2 + 0 + 1 + 1.5 = 2.5 over 8; accuracy (1 + 1 + 0 + 1 + 0 + 0 + 1 + 0.5) / 8 = 0.5625.
    found = summary(answers((1, 3), (1, 3), (0, 3), (1, 2), (0, 2), (0, 1), (1, 1), (0.5, 3), (1, None)))
    assert found is not None
    assert found.count == 8
    assert found.accuracy == pytest.approx(0.5625)
    assert found.average == pytest.approx(0.3125)
    # max(0.5625, 4 x 0.5625 - 2, 9 x 0.5625 - 6) = 0.5625; bonus 0.1 x (0.3125 - 0.5625) = -0.025.
    assert found.bonus == pytest.approx(-0.025)
    assert found.score == pytest.approx(0.5375)


@pytest.mark.parametrize(("right", "of", "uniform"), [(3, 6, 0.5), (7, 10, 0.8), (9, 10, 2.1), (10, 10, 3)])
def test_one_certainty_for_all_gives_no_bonus_when_it_is_the_best_one(right: int, of: int, uniform: float) -> None:
    level = {0.5: 1, 0.8: 2, 2.1: 3, 3: 3}[uniform]
    found = summary(answers(*[(1, level)] * right, *[(0, level)] * (of - right)))
    assert found is not None
    assert found.average == pytest.approx(uniform)
    assert found.bonus == pytest.approx(0)


def test_without_certainty_there_is_nothing_to_say() -> None:
    assert summary(answers((1, None), (0, None))) is None
    assert calibration(answers((1, None))) == []


def test_a_calibration_table_worked_out_by_hand() -> None:
    given_answers = answers(*[(1, 3)] * 4, *[(0, 3)] * 4, *[(1, 2)] * 3, (0, 2), (0.5, 2), (1, 1), (0, 1))
    assert calibration(given_answers) == [
        Level(1, 2, 0.5, "few"),
        Level(2, 5, 0.7, "fits"),
        Level(3, 8, 0.5, "over"),  # (0.5 - 0.8)^2 x 8 = 0.72
    ]


@pytest.mark.parametrize(
    ("certainty", "share", "count", "judgement"),
    [
        (3, 0.8, 10, "fits"),
        (3, 0.6, 10, "slightly over"),  # 0.04 x 10 = 0.4
        (3, 0.6, 15, "over"),  # 0.04 x 15 = 0.6
        (2, 2 / 3, 10, "fits"),
        (2, 0.9, 10, "slightly under"),  # 0.01 x 10 = 0.1
        (1, 1.0, 5, "under"),  # 1/9 x 5 = 0.56
        (1, 0.9, 5, "slightly under"),  # 0.0544 x 5 = 0.27
        (1, 0.0, 50, "fits"),
        (3, 0.0, 4, "few"),
    ],
)
def test_too_sure_and_not_sure_enough_are_told_apart(certainty: int, share: float, count: int, judgement: str) -> None:
    assert judge(certainty, share, count) == judgement


def test_an_error_is_confident_when_it_was_sure_and_not_fully_right() -> None:
    given_answers = {a.task: a for a in answers((0, 3), (1, 3), (0, 2), (0.5, 3), (0, None))}
    names = [*given_answers, "niet-beantwoord"]
    assert confident_errors(names, given_answers) == ["vraag-0", "vraag-3"]


@given(st.lists(st.tuples(st.floats(0, 1), st.sampled_from([1, 2, 3])), min_size=1))
def test_nobody_scores_above_everything_right_and_sure(pairs: list[tuple[float, int]]) -> None:
    found = summary(answers(*pairs))
    assert found is not None
    assert -6 <= found.average <= 3
    assert sum(level.count for level in calibration(answers(*pairs))) == found.count == len(pairs)
