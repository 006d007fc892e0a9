"""What a group learned: equal to tables worked out by hand and to printed ones."""

from random import Random

import pytest

from school.gain import group_gain, hake, t_quantile


@pytest.mark.parametrize(
    ("before", "after", "gain"),
    [(0.4, 0.7, 0.5), (0.0, 1.0, 1.0), (0.5, 0.5, 0.0), (0.8, 0.7, -0.5), (0.25, 0.4, 0.2), (1.0, 1.0, None)],
)
def test_hakes_gain_is_the_part_of_what_was_left_to_learn(before: float, after: float, gain: float | None) -> None:
    assert hake(before, after) == pytest.approx(gain)


@pytest.mark.parametrize(
    ("confidence", "freedom", "printed"),
    [
        (0.95, 1, 12.706),
        (0.95, 2, 4.303),
        (0.95, 4, 2.776),
        (0.95, 9, 2.262),
        (0.95, 29, 2.045),
        (0.95, 120, 1.980),
        (0.99, 10, 3.169),
        (0.9, 5, 2.015),
    ],
)
def test_students_t_is_that_of_the_printed_table(confidence: float, freedom: int, printed: float) -> None:
    assert t_quantile(confidence, freedom) == pytest.approx(printed, abs=5e-4)


def test_a_group_worked_out_by_hand() -> None:
    """Left to learn before 0.6, 0.5, 0.4, 0.7, 0.3 (mean 0.5, variance 0.025), after 0.3, 0.2, 0.1, 0.4, 0 (mean 0.2, the same
    variance and covariance). With q = 2.776445^2 x 0.025 / 5 = 0.038543: (0.1 - q)^2 against (0.25 - q)(0.04 - q) gives
    0.061457 +/- 0.058897 over 0.211457, so a gain between 0.430836 and 0.987896.
    """
    found = group_gain([(0.4, 0.7), (0.5, 0.8), (0.6, 0.9), (0.3, 0.6), (0.7, 1.0)])
    assert found is not None
    assert (found.n, found.before, found.after) == (5, pytest.approx(0.5), pytest.approx(0.8))
    assert found.gain == pytest.approx(0.6)
    assert found.interval == (pytest.approx(0.430836, abs=1e-5), pytest.approx(0.987896, abs=1e-5))


def test_the_gain_is_of_the_means_and_not_the_mean_of_the_gains() -> None:
    found = group_gain([(0.0, 0.5), (0.9, 0.9)])
    assert found is not None
    assert found.gain == pytest.approx((0.7 - 0.45) / (1 - 0.45))


def test_one_person_has_no_interval_and_nobody_no_gain() -> None:
    found = group_gain([(0.4, 0.7)])
    assert found is not None
    assert found.interval is None
    assert group_gain([]) is None


def test_a_group_that_knew_almost_everything_has_an_interval_that_cannot_be_closed() -> None:
    found = group_gain([(1.0, 1.0), (1.0, 0.9), (0.7, 1.0)])
    assert found is not None
    assert found.interval is None


def test_the_interval_holds_the_true_gain_about_as_often_as_it_says() -> None:
    chance = Random(1998)
    held = 0
    for _ in range(400):
        people = []
        for _ in range(12):
            level = chance.gauss(0.5, 0.1)
            people.append((level + chance.gauss(0, 0.05), 0.2 + level * 0.8 + chance.gauss(0, 0.05)))  # (0.6 - 0.5) / 0.5 = 0.2
        found = group_gain(people)
        assert found is not None
        assert found.interval is not None
        held += found.interval[0] <= 0.2 <= found.interval[1]
    assert 0.92 <= held / 400 <= 0.98
