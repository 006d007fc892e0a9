"""Finding steps and terms by words."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from school.content import Course
from school.loading import load_course
from school.searching import Found, plain_text, search, step_text

TODAY = date(2026, 11, 22)
SMALL: Course = load_course(Path(__file__).parent / "course", today=TODAY)
REAL: Course = load_course(Path(__file__).parent.parent, today=TODAY)


def titles(words: str, course: Course = SMALL) -> list[str]:
    return [found.title for found in search(course, words)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("opa", ["Trekken en schenken"]),  # a story
        ("koelt", []),
        ("koeler", ["Water en thee"]),  # what we know today
        ("kokend water", ["Water en thee"]),  # both words, in any place
        ("water kokend", ["Water en thee"]),
        ("opa kokend", []),  # not in one text
        ("pot", ["theepot (pot)", "Trekken en schenken"]),  # a title first
        ("KOELER", ["Water en thee"]),
        ("kóéler!", ["Water en thee"]),
        ("", []),
        ("   ", []),
        ("?!", []),
        ("drinkt", []),  # only in a note for the trainer
    ],
)
def test_these_words_find_this(words: str, found: list[str]) -> None:
    assert titles(words) == found


def test_the_beginning_of_a_word_is_enough_and_its_middle_is_not() -> None:
    assert titles("schenk") == ["Trekken en schenken"]
    assert titles("chenken") == []


def test_what_is_found_says_where_it_is() -> None:
    [step] = search(SMALL, "opa")
    assert step.step is SMALL.find_step("proef/trekken-en-schenken")
    assert step.term is None
    term = next(found for found in search(SMALL, "trektijd") if found.term)
    assert (term.term, term.step) == ("trektijd", None)


def test_the_words_around_it_are_shown() -> None:
    [found] = search(SMALL, "opa")
    assert "Saar zet elke ochtend een pot thee voor haar opa." in found.excerpt


def test_links_and_marks_are_not_in_the_text() -> None:
    assert plain_text("**Ga** naar [de proef](step:proef/water) en `kijk`.\n\n> # Kop\n| a | b |") == "Ga naar de proef en kijk . Kop a b"
    assert "](" not in "".join(step_text(step) for step in REAL.steps())


def test_no_more_is_found_than_was_asked_for() -> None:
    assert len(search(REAL, "hechting")) == 12
    assert len(search(REAL, "hechting", most=3)) == 3


@pytest.mark.parametrize("term", REAL.terms)
def test_every_term_is_found_by_its_own_name(term: str) -> None:
    entry = REAL.terms[term]
    for name in (entry.term, *entry.also):
        assert term in [found.term for found in search(REAL, name, most=1000)], name


@pytest.mark.parametrize("step", list(REAL.steps()), ids=lambda step: step.address)
def test_every_step_is_found_by_its_title(step: object) -> None:
    assert step in [found.step for found in search(REAL, step.title, most=1000)]


@given(st.text(max_size=60))
def test_whatever_is_typed_gives_a_list(words: str) -> None:
    for found in search(REAL, words):
        assert isinstance(found, Found)
        assert (found.step is None) != (found.term is None)
        assert len(found.excerpt) <= 182


@given(st.sampled_from([word for step in REAL.steps() for word in step_text(step).split() if word.isalpha() and len(word) > 3]))
def test_every_word_of_a_step_finds_that_word_in_what_is_shown(word: str) -> None:
    found = search(REAL, word, most=1000)
    assert found
