"""The arithmetic of the benchmark's table. No time is measured and none is asserted."""

import pytest

from bench.table import Row, percentile, ratios, table


def test_the_percentile_is_a_value_that_was_measured():
    assert percentile([5, 1, 4, 2, 3], 0.5) == 3
    assert percentile(list(range(1, 101)), 0.95) == 95
    assert percentile(list(range(1, 21)), 0.95) == 19  # 0.95 * 20 is a little over 19 in floating point


def test_the_percentile_of_one_value_is_that_value():
    assert percentile([7], 0.05) == percentile([7], 0.95) == 7


def test_no_values_have_no_percentile():
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)


def test_a_ratio_compares_median_with_median_and_p95_with_p95():
    middle, high = ratios("les", [3, 3, 3, 12], [2, 2, 2, 4], bars=(1.3, 2.0))
    assert (middle.what, middle.value, middle.bar) == ("les, median", 1.5, 1.3)
    assert (high.what, high.value, high.bar) == ("les, p95", 3.0, 2.0)


def test_one_slow_round_moves_the_p95_and_not_the_median():
    calm = ratios("les", [2] * 10, [2] * 10, bars=(1.3, 2.0))
    slow = ratios("les", [2] * 9 + [50], [2] * 10, bars=(1.3, 2.0))
    assert slow[0].value == calm[0].value
    assert slow[1].value > calm[1].value


@pytest.mark.parametrize(("value", "verdict"), [(1.29, "ok"), (1.3, "ok"), (1.31, "over")])
def test_what_equals_its_bar_is_ok(value, verdict):
    assert Row("les", value, "x", 1.3).verdict == verdict


def test_a_figure_without_a_bar_gets_no_verdict():
    assert Row("les", 99, "ms").verdict == "-"


def test_a_bar_of_nothing_allows_nothing():
    assert Row("errors", 0, "", 0).verdict == "ok"
    assert Row("errors", 1, "", 0).verdict == "over"


def test_the_table_shows_each_figure_with_bar_verdict_and_what_lies_behind_it():
    lines = table([Row("les, payload", 7448.0, "B", 6000, "32 messages"), Row("load, median", 20.5, "ms")]).splitlines()
    assert lines[1].split("  ")[0] == "les, payload"
    assert "7,448 B" in lines[1]
    assert "<= 6,000 B" in lines[1]
    assert "over" in lines[1]
    assert lines[1].endswith("32 messages")
    assert "20.50 ms" in lines[2]


def test_the_columns_of_the_table_stand_under_each_other():
    rows = [Row("a", 1, "x", 1.3, "one"), Row("a longer name", 1000, "ms", None, "two")]
    first, second = table(rows).splitlines()[1:]
    assert first.index("one") == second.index("two")
