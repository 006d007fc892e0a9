"""Dates, times, numbers and plurals as a Dutch reader expects them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from school.dutch import clock, count, day, duration, month, number, percent, sentence_list, short_day


def test_a_day_is_written_without_capitals_and_zeros() -> None:
    assert day(date(2026, 3, 1)) == "1 maart 2026"
    assert day(datetime(2026, 11, 22, 23, 59, tzinfo=UTC)) == "22 november 2026"
    assert month(date(2026, 1, 31)) == "januari 2026"
    assert short_day(date(2026, 12, 13)) == "13 dec"
    assert short_day(date(2026, 3, 1)) == "1 mrt"


@pytest.mark.parametrize(
    ("moment", "zone", "shown"),
    [
        (datetime(2026, 11, 22, 13, 2, tzinfo=UTC), "Europe/Amsterdam", "14:02"),
        (datetime(2026, 7, 1, 13, 2, tzinfo=UTC), "Europe/Amsterdam", "15:02"),
        (datetime(2026, 7, 1, 23, 5, tzinfo=UTC), "Europe/Amsterdam", "01:05"),
        (datetime(2026, 7, 1, 13, 2, tzinfo=UTC), "America/New_York", "09:02"),
    ],
)
def test_a_time_is_shown_as_it_is_at_the_readers(moment: datetime, zone: str, shown: str) -> None:
    assert clock(moment, ZoneInfo(zone)) == shown


def test_a_time_is_the_time_in_the_netherlands_when_we_do_not_know_better() -> None:
    assert clock(datetime(2026, 11, 22, 13, 2, tzinfo=UTC)) == "14:02"


@pytest.mark.parametrize(
    ("share", "shown"), [(0, "0%"), (1, "100%"), (0.625, "63%"), (0.624, "62%"), (2 / 3, "67%"), (1 / 3, "33%"), (0.005, "1%")]
)
def test_a_share_is_a_whole_percentage_and_halves_go_up(share: float, shown: str) -> None:
    assert percent(share) == shown


@given(st.integers(0, 200))
def test_a_whole_percentage_stays_what_it_is(hundredths: int) -> None:
    assert percent(hundredths / 100) == f"{hundredths}%"


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [(1234.5, 1, "1.234,5"), (1234567, 0, "1.234.567"), (0.5, 2, "0,50"), (-1234.5, 1, "−1.234,5"), (-0.04, 1, "0,0"), (2, 0, "2")],
)
def test_a_number_has_a_comma_and_points(value: float, digits: int, shown: str) -> None:
    assert number(value, digits) == shown


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [
        (0, "0 minuten"),
        (1, "1 minuut"),
        (59, "59 minuten"),
        (60, "1 uur"),
        (61, "1 uur"),
        (63, "1 uur en 5 minuten"),
        (118, "2 uur"),
        (140, "2 uur en 20 minuten"),
    ],
)
def test_a_duration_is_said_as_people_say_it(minutes: int, shown: str) -> None:
    assert duration(minutes) == shown


@given(st.integers(60, 6000))
def test_a_long_duration_is_rounded_by_less_than_three_minutes(minutes: int) -> None:
    words = duration(minutes).split()
    said = 60 * int(words[0]) + (int(words[3]) if len(words) > 2 else 0)
    assert abs(said - minutes) < 3


@pytest.mark.parametrize(("amount", "shown"), [(0, "0 vragen"), (1, "1 vraag"), (2, "2 vragen")])
def test_one_is_single(amount: int, shown: str) -> None:
    assert count(amount, "vraag", "vragen") == shown


@pytest.mark.parametrize(("parts", "shown"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")])
def test_a_list_in_a_sentence_ends_with_en(parts: list[str], shown: str) -> None:
    assert sentence_list(parts) == shown
