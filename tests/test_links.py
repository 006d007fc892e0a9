"""Markdown of authors on the page: own links work, and no text turns into a directive or a formula."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from school.content import Course
from school.lesson import Important, SlideAndToday, Story, Text
from school.loading import load_course
from school.ui.links import ready, source_line, terms_in

TODAY = date(2026, 11, 22)
SMALL: Course = load_course(Path(__file__).parent / "course", today=TODAY)
REAL: Course = load_course(Path(__file__).parent.parent, today=TODAY)
OWN = re.compile(r"\]\((?:term|media|step|source|quiz|exercise|contacts):")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Een [pot](term:theepot).", "Een [pot](/begrippen?begrip=theepot)."),
        ("Ga naar [de proef](step:proef/water-en-thee).", "Ga naar [de proef](/proef?stap=water-en-thee)."),
        ("Terug naar [het begin](step:welkom/welkom)", "Terug naar [het begin](/?stap=welkom)"),
        ("Doe [de toets](quiz:proeftoets).", "Doe [de toets](/toets?quiz=proeftoets)."),
        ("Kijk op [theeweb](media:theeweb).", "Kijk op [theeweb](https://theeweb.example/zetten)."),
        ("[De film](media:theefilm)", "[De film](https://www.youtube.com/watch?v=abcdefghij0)"),
        ("Zie [het boek](source:theeboek)", "Zie [het boek](https://theeboek.example/)"),
        ("[**Vet** woord](term:theepot)", "[**Vet** woord](/begrippen?begrip=theepot)"),
        ("[a](term:theepot) en [b](term:trektijd)", "[a](/begrippen?begrip=theepot) en [b](/begrippen?begrip=trektijd)"),
    ],
)
def test_own_links_become_addresses(written: str, shown: str) -> None:
    assert ready(SMALL, written) == shown


@pytest.mark.parametrize(
    "written",
    [
        "[vakkennis](source:theekunde)",
        "[weg](source:bestaat-niet)",
        "[weg](step:proef/weg)",
        "[weg](media:weg)",
        "[stuk](media:kapotte-film)",
    ],
)
def test_a_link_without_an_address_is_only_its_words(written: str) -> None:
    assert ready(SMALL, written) == written[1 : written.index("]")]


@pytest.mark.parametrize("written", ["[elders](https://example.org/)", "[mail](mailto:a@example.org)", "gewone (tekst) [zonder link]", ""])
def test_everything_else_stays_as_it_was_written(written: str) -> None:
    assert ready(SMALL, written) == written


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (":red[waarschuwing]", r"\:red[waarschuwing]"),
        ("Let op:red-background[dit]", r"Let op\:red-background[dit]"),
        (":blue-badge[Wat we nu weten]", r"\:blue-badge[Wat we nu weten]"),
        (":small[klein]", r"\:small[klein]"),
        ("kost $5 of $6", r"kost \$5 of \$6"),
        ("$$x^2$$", r"\$\$x^2\$\$"),
        (r"\$5", r"\$5"),
    ],
)
def test_no_text_turns_into_a_colour_a_badge_or_a_formula(written: str, shown: str) -> None:
    assert ready(SMALL, written) == shown


@pytest.mark.parametrize("written", ["Let op: [dit](term:theepot)", "om 14:02 uur", "a:b", "Kind: moeilijk temperament", "niveau’s:"])
def test_an_ordinary_colon_stays_as_it_was_written(written: str) -> None:
    assert ready(SMALL, written).startswith(written.partition("[")[0])


@given(st.text(alphabet=":$\\[]()abc red-badge/*~=\n", max_size=40))
def test_whatever_is_written_leaves_no_directive_and_no_formula(written: str) -> None:
    for found in re.finditer(r"\\*(?:\$|:(?=[a-z-]+\[))", ready(SMALL, written)):
        assert len(found.group()) % 2 == 0  # an odd number of strokes before the sign, so that it is a plain one


def test_no_text_of_the_course_keeps_an_own_link_or_a_bare_directive() -> None:
    for step in REAL.steps():
        for block in step.blocks:
            texts = [getattr(block, field) for field in ("markdown", "slide", "today") if hasattr(block, field)]
            if isinstance(block, (Text, Story, Important, SlideAndToday)):
                assert texts
            for text in texts:
                shown = ready(REAL, text)
                assert not OWN.search(shown), shown
                assert not re.search(r"(?<!\\):[a-z-]+\[", shown), shown


def test_the_sources_stand_under_a_text_with_the_oldest_review_date() -> None:
    line = source_line(SMALL, ("theeboek", "theekunde"))
    assert "[Theeboek 2020](https://theeboek.example/), Vakkennis thee. Nagekeken: november 2026." in line


def test_an_unknown_source_is_left_out_and_without_sources_there_is_no_line() -> None:
    assert "Theeboek 2020. " in source_line(SMALL, ("weg", "theeboek")).replace("[", "").replace("](https://theeboek.example/)", "")
    assert source_line(SMALL, ("weg",)) == ""
    assert source_line(SMALL, ()) == ""


def test_the_terms_of_a_text_are_named_once_in_order_and_only_when_they_exist() -> None:
    assert terms_in(SMALL, "[a](term:trektijd) [b](term:theepot) [c](term:trektijd) [d](term:weg) [e](step:proef/x)") == [
        "trektijd",
        "theepot",
    ]
