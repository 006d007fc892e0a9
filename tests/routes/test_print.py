import re
from dataclasses import replace

import pytest

from school.grading import in_words, solution
from school.lesson import Explainer, Text
from school.routes.print_text import as_html
from tests.routes.asgi import ask


@pytest.fixture
def printed(app) -> str:
    return ask(app, "/afdruk/proef").text


def test_a_module_is_one_dutch_page_without_a_script(printed, course):
    assert '<html lang="nl">' in printed
    assert "<script" not in printed
    for step in course.module("proef").steps:
        assert f"<h2>{step.title}</h2>" in printed


def test_the_slide_stands_beside_today(printed):
    pair = printed[printed.index('class="pair"') :]

    assert pair.index("Op de dia (2018)") < pair.index("Alle thee wil kokend water") < pair.index("Wat we nu weten")
    assert pair.index("Wat we nu weten") < pair.index("Groene thee wil koeler water")


def test_a_story_says_that_it_is_made_up(printed):
    assert re.search(r"Fictief, samengesteld voor deze cursus</p>\s*<p>Saar", printed)


def test_notes_for_the_trainer_are_not_printed(printed):
    assert "Vraag eerst wie er thee drinkt" not in printed


def test_a_film_is_there_in_words(printed, course):
    assert course.films["eigen-film"].text in printed
    assert "Je hoort een fluitketel" in printed


def test_every_exercise_is_asked_and_answered_on_a_later_page(printed, course):
    asked, _, answers = printed.partition("<h2>Antwoorden</h2>")
    tasks = [course.tasks[task] for step in course.module("proef").steps for task in step.tasks]
    assert tasks

    for task in tasks:
        assert task.prompt in asked
        assert task.why in answers
        assert task.why not in asked
        if task.kind != "reflect":
            for line in in_words(task, solution(task)):
                assert line in answers


def test_sources_are_listed_with_the_date_of_the_last_look(printed, course):
    listed = printed[printed.index("<h2>Bronnen</h2>") :]

    for name in ("theeboek", "theekunde"):
        assert course.sources[name].full in listed
    assert "Nagekeken: " in listed


def test_words_are_explained(printed, course):
    words = printed[printed.index("<h2>Woorden</h2>") :]

    assert f"<b>{course.terms['trektijd'].term}</b>" in words


def test_the_list_of_numbers_to_call_is_printed(app, course):
    page = ask(app, "/afdruk/welkom").text

    for line in course.contacts.helplines.values():
        assert f'href="tel:{line.tel}"' in page


def test_a_module_that_is_not_there_is_not_found(app):
    assert ask(app, "/afdruk/onbekend").status == 404


def test_raw_html_of_an_author_is_shown_and_not_run(course):
    html = as_html(course, '<script>alert(1)</script> <img src=x onerror="alert(1)"> [x](javascript:alert(1))')

    assert "<script" not in html
    assert "<img" not in html
    assert "href" not in html


def test_a_title_of_an_author_is_escaped(open_site, here, course):
    module = course.module("proef")
    step = replace(module.steps[0], title="<b>vet</b>", blocks=(Text("tekst"),))
    here.library.course = replace(course, modules=(replace(module, steps=(step,)),))

    assert "&lt;b&gt;vet&lt;/b&gt;" in ask(open_site(), "/afdruk/proef").text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("[stap](step:proef/water-en-thee)", '<a href="/proef?stap=water-en-thee">stap</a>'),
        ("[weg](step:proef/weg)", "weg"),
        ("[woord](term:theepot)", "woord"),
        ("[toets](quiz:proeftoets)", '<a href="/toets?quiz=proeftoets">toets</a>'),
        ("[**vet** en [x]](term:theepot)", "<strong>vet</strong> en [x]"),
    ],
)
def test_links_of_our_own_lead_somewhere_or_are_only_words(course, written, shown):
    assert as_html(course, written) == f"<p>{shown}</p>\n"


def test_a_wide_table_scrolls_by_itself_and_an_empty_corner_is_no_heading(course):
    html = as_html(course, "| | b |\n|---|---|\n| c | d |\n")

    assert html.startswith('<div class="table"')
    assert html.endswith("</div>")
    assert html.count("<th") == 2  # thead and one th


def test_every_explainer_is_there_in_words_and_what_it_asks(printed, course):
    asked, _, _ = printed.partition("<h2>Antwoorden</h2>")
    placed = [block.id for step in course.module("proef").steps for block in step.blocks if isinstance(block, Explainer)]
    assert {course.explainers[name].kind for name in placed} == {explainer.kind for explainer in course.explainers.values()}

    for name in placed:
        explainer = course.explainers[name]
        assert as_html(course, explainer.in_words()) in asked
        assert all(task.prompt in asked for task in explainer.exercises.values())


def test_pairs_are_asked_by_letter(printed, course):
    frame = printed[printed.index(course.tasks["oefen-paren"].prompt) :].partition("</div>\n</div>")[0]
    left, right = frame.split('<ol type="A">')

    assert "Zet voor elke regel de letter die erbij past." in left
    assert [
        each for each in course.tasks["oefen-paren"].left.values() if f"<li>{each}</li>" not in left.partition('class="places"')[2]
    ] == []
    assert [each for each in course.tasks["oefen-paren"].right.values() if f"<li>{each}</li>" not in right] == []


def test_what_decides_a_case_stands_after_what_is_asked_about_it(printed, course):
    asked, _, _ = printed.partition("<h2>Antwoorden</h2>")
    weighing = next(each for each in course.explainers.values() if each.kind == "weighing")

    assert max(asked.index(task.prompt) for task in weighing.exercises.values()) < asked.index("Het besluit.")


def test_sources_below_a_text_say_once_when_they_were_looked_at(printed, course):
    told, _, _ = printed.partition("<h2>Bronnen</h2>")
    both = ", ".join(course.sources[name].short for name in ("theeboek", "theekunde"))

    assert re.search(rf'<p class="source">{both}\. Nagekeken: \w+ \d+\.</p>', told)
