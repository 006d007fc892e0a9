"""The lessons as slides: everything of a lesson comes by, in order, in pieces that a room can read."""

from datetime import date

import pytest

from school.content import ContentNote, Course, Step
from school.lesson import Block, Cut, Exercise, Explainer, Important, Medium, SlideAndToday, Sources, Text, TrainerNote
from school.loading import load_course
from school.settings import ROOT
from school.slides import CRUMB, ROOM, all_slides, place_of, slides_of, weight

LONG = "Dit is een zin van een kind dat speelt. " * 12
PAIR = SlideAndToday("toen", "nu", ("bron",))


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(ROOT, today=date(2026, 11, 22))


def a_step(*blocks: Block, note: ContentNote | None = None, minutes: int = 4) -> Step:
    return Step("spelen", "hechting", "Spelen", minutes, "je speelt.", note, blocks)


def shapes(course: Course, *blocks: Block) -> list[list[str]]:
    """For each slide the kinds of block on it."""
    return [[type(block).__name__ for block in slide.blocks] for slide in slides_of(course, a_step(*blocks))]


def test_a_step_is_cut_where_the_author_cut_it(course: Course) -> None:
    assert shapes(course, Text(LONG), Cut(), Text(LONG), Cut(), Cut(), Text(LONG)) == [["Text"]] * 3


def test_a_question_a_film_an_explainer_and_a_pair_each_have_a_slide_of_their_own(course: Course) -> None:
    blocks = [Text(LONG), Exercise("a"), Exercise("b"), Medium("onbekend"), Explainer("c"), PAIR, Text(LONG)]
    assert shapes(course, *blocks) == [["Text"], ["Exercise"], ["Exercise"], ["Medium"], ["Explainer"], ["SlideAndToday"], ["Text"]]


def test_a_text_too_long_for_a_screen_goes_on_in_the_next_and_nothing_is_lost(course: Course) -> None:
    paragraphs = [f"Alinea {number}. {LONG}" for number in range(5)]
    slides = slides_of(course, a_step(Text("\n\n".join(paragraphs))))
    assert len(slides) == 5
    texts = [block.markdown for slide in slides for block in slide.blocks if isinstance(block, Text)]
    assert "\n\n".join(texts) == "\n\n".join(paragraphs)


def test_a_heading_is_never_the_last_thing_on_a_slide(course: Course) -> None:
    slides = slides_of(course, a_step(Text(f"{LONG}\n\n### Kop\n\n{LONG}\n\n{LONG}")))
    assert not any(block.markdown.rstrip().endswith("### Kop") for slide in slides for block in slide.blocks if isinstance(block, Text))
    before, after = slides_of(course, a_step(Text(f"{LONG}\n\n### Kop"), Explainer("c")))
    assert before.blocks == (Text(LONG),)
    assert after.blocks == (Text("### Kop"), Explainer("c"))


def test_a_line_of_sources_or_one_sentence_is_no_slide_but_joins_its_neighbour(course: Course) -> None:
    assert shapes(course, Text(LONG), Cut(), Sources(("bron",))) == [["Text", "Sources"]]
    assert shapes(course, Text("Kijk mee."), Cut(), Exercise("a")) == [["Text", "Exercise"]]
    assert shapes(course, Exercise("a"), Text("Meer lezen kan.")) == [["Exercise", "Text"]]


def test_nothing_joins_what_fills_the_screen(course: Course) -> None:
    assert shapes(course, Medium("onbekend"), Text("Meer lezen kan."), Cut(), Explainer("c")) == [["Medium"], ["Text"], ["Explainer"]]


def test_a_heavy_step_begins_with_a_warning_and_every_slide_of_it_counts_as_heavy(course: Course) -> None:
    note = ContentNote(text="Dit gaat over mishandeling.", intensity=2)
    slides = slides_of(course, a_step(Text(LONG), Cut(), Exercise("a"), note=note))
    assert [slide.warning for slide in slides] == [note, None, None]
    assert all(slide.heavy for slide in slides)
    assert slides[0].blocks == ()


def test_a_film_with_a_note_of_its_own_is_warned_for_just_before_it(course: Course) -> None:
    name = next(name for name, film in course.films.items() if film.note and not film.broken)
    slides = slides_of(course, a_step(Text(LONG), Medium(name), Text(LONG)))
    assert [bool(slide.warning) for slide in slides] == [False, True, False, False]
    assert [slide.heavy for slide in slides] == [False, True, True, False]


def test_a_note_of_the_trainer_is_read_on_every_slide_since_the_note_before_it(course: Course) -> None:
    slides = slides_of(
        course, a_step(Text(LONG), Cut(), Exercise("a"), TrainerNote("eerst"), Text(LONG), Cut(), Text(LONG), TrainerNote("later"))
    )
    assert [slide.notes for slide in slides] == [("eerst",), ("eerst",), ("later",), ("later",)]


def test_what_comes_after_the_last_note_keeps_that_note(course: Course) -> None:
    slides = slides_of(course, a_step(Text(LONG), TrainerNote("vraag het"), Cut(), Text(LONG)))
    assert [slide.notes for slide in slides] == [("vraag het",), ("vraag het",)]


def test_the_minutes_of_a_step_are_shared_over_its_slides(course: Course) -> None:
    slides = slides_of(course, a_step(Text(LONG), Cut(), Text(LONG), minutes=5))
    assert [slide.minutes for slide in slides] == [2.5, 2.5]


def test_an_address_is_that_of_the_step_and_from_the_second_slide_on_a_number(course: Course) -> None:
    slides = slides_of(course, a_step(Text(LONG), Cut(), Text(LONG)))
    assert [slide.address for slide in slides] == ["hechting/spelen", "hechting/spelen/2"]


def test_an_address_that_is_gone_leads_to_the_last_slide_of_its_step_else_to_the_first_of_all(course: Course) -> None:
    slides = all_slides(course, ["hechting/wat-is-hechting", "trauma/emdr", "trauma/bestaat-niet"])
    assert {slide.step for slide in slides} == {"hechting/wat-is-hechting", "trauma/emdr"}
    assert slides[place_of(slides, "trauma/emdr/2")].address == "trauma/emdr/2"
    assert slides[place_of(slides, "trauma/emdr/99")] == slides[-1]
    assert place_of(slides, "zomaar/iets") == 0


def test_every_block_of_the_whole_course_comes_by_once_and_in_order(course: Course) -> None:
    for step in course.steps():
        shown = [block for slide in slides_of(course, step) for block in slide.blocks]
        wanted = [block for block in step.blocks if not isinstance(block, (Cut, TrainerNote))]
        assert _together(shown) == _together(wanted), step.address


def _together(blocks: list[Block]) -> list[Block]:
    """The same, with neighbouring texts as one: a long one may have been cut."""
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Text) and kept and isinstance(kept[-1], Text):
            kept[-1] = Text(f"{kept[-1].markdown}\n\n{block.markdown}")
        else:
            kept.append(block)
    return kept


def test_in_the_whole_course_no_two_slides_share_an_address_and_none_is_empty(course: Course) -> None:
    slides = all_slides(course, [step.address for step in course.steps()])
    assert len({slide.address for slide in slides}) == len(slides)
    assert all(slide.blocks or slide.warning for slide in slides)


def test_in_the_whole_course_no_slide_holds_more_than_a_room_can_read(course: Course) -> None:
    for slide in all_slides(course, [step.address for step in course.steps()]):
        texts = [weight(block) for block in slide.blocks if isinstance(block, (Text, Important, Sources))]
        limit = ROOM if len(texts) < len(slide.blocks) else 1.6 * ROOM
        assert sum(texts) <= limit, slide.address


def test_in_the_whole_course_hardly_a_slide_is_a_crumb(course: Course) -> None:
    slides = all_slides(course, [step.address for step in course.steps()])
    crumbs = [slide.address for slide in slides if slide.blocks and sum(map(weight, slide.blocks)) < CRUMB]
    assert len(crumbs) <= 3, crumbs
