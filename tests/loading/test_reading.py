"""The small course as a whole, and faults of files and folders that no table of texts can hold."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Literal, get_args

import pytest

from school import lesson
from school.explainers.kinds import AnyExplainer
from school.loading import ContentError, Problem, load_course, read_course
from school.tasks import Reflect

TODAY = date(2026, 11, 22)
Lines = Callable[[], list[str]]
Change = Callable[[str, str, str], None]


def test_the_small_course_has_no_problems(lines: Lines) -> None:
    assert lines() == []


def test_a_course_holds_everything_that_is_in_the_files(root: Path) -> None:
    course = load_course(root, today=TODAY)
    assert [module.id for module in course.modules] == ["welkom", "proef"]
    assert [step.address for step in course.steps()] == [
        "welkom/welkom",
        "welkom/wie-je-kunt-bellen",
        "proef/water-en-thee",
        "proef/trekken-en-schenken",
    ]
    assert course.quizzes["proeftoets"].questions == ("vraag-water", "vraag-groen", "vraag-woord")
    assert (course.quizzes["proeftoets"].kind, course.quizzes["eindtoets"].kind) == ("practice", "test")
    assert course.quizzes["eindtoets"].pass_mark == pytest.approx(0.5)
    assert list(course.places) == ["zetten", "proeven"]
    assert list(course.films) == ["theefilm", "eigen-film", "kapotte-film"]
    assert course.links["theeweb"].url == "https://theeweb.example/zetten"
    assert course.sources["theekunde"].basis == "well-known"
    assert course.terms["theepot"].also == ["pot"]
    assert course.drawings["theepot.svg"].startswith("<svg")
    assert course.goals == {
        "thee-zetten": "Je kunt een pot thee zetten.",
        "thee-proeven": "Je kunt zeggen wat je proeft.",
    }


def test_the_small_course_has_every_kind_of_task_and_block(root: Path) -> None:
    course = load_course(root, today=TODAY)
    blocks = {type(block) for step in course.steps() for block in step.blocks}
    assert {task.kind for task in course.modules[1].exercises.values()} == {
        "choice", "multiple", "true-false", "number", "order", "match", "words", "reflect"
    }  # fmt: skip
    assert isinstance(course.tasks["oefen-terugkijken"], Reflect)
    assert blocks == set(lesson.Block.__args__)


def test_the_small_course_holds_every_kind_of_explainer(root: Path) -> None:
    course = load_course(root, today=TODAY)
    kinds = {kind.model_fields["kind"].annotation for kind in get_args(get_args(AnyExplainer)[0])}
    assert {Literal[explainer.kind] for explainer in course.explainers.values()} == kinds  # type: ignore[name-defined]


def test_tasks_holds_every_exercise_question_and_test_question(root: Path) -> None:
    course = load_course(root, today=TODAY)
    assert len(course.tasks) == 8 + 3 + 2 + 2 + 2 + 3 + 4
    assert {"oefen-water", "vraag-water", "meting-zetten-b"} <= set(course.tasks)


def test_quizzes_come_in_the_order_of_the_lessons_and_tests_last(root: Path, change: Change) -> None:
    text = (root / "quizzes/proeftoets.yaml").read_text(encoding="utf-8").replace("vraag-", "ander-")
    (root / "quizzes/aparte-toets.yaml").write_text(text, encoding="utf-8")
    change("modules/02-proef/lesson.md", "(quiz:proeftoets)", "(quiz:proeftoets)\n\n[Toets](quiz:aparte-toets)")
    assert list(load_course(root, today=TODAY).quizzes) == ["proeftoets", "aparte-toets", "startmeting", "eindtoets"]


def test_all_problems_are_told_at_once_in_the_order_of_files_and_lines(lines: Lines, change: Change) -> None:
    change("quizzes/proeftoets.yaml", "answer: koken", "answer: kokend")
    change("quizzes/proeftoets.yaml", "goal: thee-proeven", "goal: proeven")
    change("modules/01-welkom/lesson.md", "media:theefilm", "media:teefilm")
    change("modules/cursus.yaml", "title:", "titel:")
    assert [line.split(" ")[0] for line in lines()] == [
        "media_links.yaml:2:",
        "modules/01-welkom/lesson.md:8:",
        "modules/cursus.yaml:1:",
        "modules/cursus.yaml:1:",
        "quizzes/proeftoets.yaml:19:",
        "quizzes/proeftoets.yaml:25:",
    ]


def test_an_unreadable_file_hides_no_other_problem_and_makes_no_new_ones(lines: Lines, change: Change) -> None:
    change("media_links.yaml", "films:", "films: [")
    change("quizzes/proeftoets.yaml", "answer: koken", "answer: kokend")
    assert [line.split(" ")[0] for line in lines()] == ["media_links.yaml:3:", "quizzes/proeftoets.yaml:19:"]


def test_a_course_with_problems_is_refused_with_all_of_them(root: Path, change: Change) -> None:
    change("modules/cursus.yaml", "title: Thee zetten", "title:")
    with pytest.raises(ContentError) as refused:
        load_course(root, today=TODAY)
    assert refused.value.problems == [Problem("modules/cursus.yaml", 1, "title", "hier ontbreekt de tekst")]
    assert str(refused.value) == "modules/cursus.yaml:1: title: hier ontbreekt de tekst"


def test_warnings_alone_refuse_nothing(root: Path, change: Change) -> None:
    change("modules/cursus.yaml", "as_of: 2026-11-01", "as_of: 2020-11-01")
    course, problems = read_course(root, today=TODAY)
    assert course is not None
    assert [(problem.field, problem.warning) for problem in problems] == [("as_of", True)]


def test_the_29th_of_february_has_a_day_two_years_before_it(root: Path) -> None:
    assert read_course(root, today=date(2028, 2, 29))[1] == []


@pytest.mark.parametrize("folder", ["2-proef", "proef", "02-Proef", "02_proef", "002-proef"])
def test_a_module_folder_is_called_number_and_name(root: Path, lines: Lines, folder: str) -> None:
    (root / "modules/02-proef").rename(root / "modules" / folder)
    said = f"modules/{folder}:1: map: noem deze map naar zijn plaats en zijn naam, zoals '03-hechting'"
    assert said in lines()


def test_two_folders_for_one_module_are_refused(root: Path, lines: Lines) -> None:
    (root / "modules/01-welkom").rename(root / "modules/03-proef")
    assert "modules/03-proef/module.yaml:1: bestand: de naam 'proef' bestaat al: modules/02-proef/module.yaml:1" in lines()


@pytest.mark.parametrize(
    "file",
    [
        "media_links.yaml",
        "modules/begrippen.yaml",
        "modules/contacten.yaml",
        "modules/cursus.yaml",
        "modules/02-proef/module.yaml",
        "modules/02-proef/lesson.md",
        "quizzes/toetsvragen.yaml",
    ],
)
def test_a_missing_file_is_one_problem(root: Path, lines: Lines, file: str) -> None:
    (root / file).unlink()
    assert [line for line in lines() if not line.endswith("(waarschuwing)")] == [f"{file}:1: bestand: dit bestand ontbreekt"]


def test_an_empty_folder_is_no_course(tmp_path: Path) -> None:
    course, problems = read_course(tmp_path, today=TODAY)
    assert course is None
    assert "modules:1: map: er staat hier geen enkele module" in map(str, problems)


@pytest.mark.parametrize("file", ["modules/01-welkom/lesson.md", "modules/cursus.yaml", "modules/02-proef/theepot.svg"])
def test_a_file_that_is_no_utf_8_is_told_with_its_line(root: Path, lines: Lines, file: str) -> None:
    (root / file).write_bytes(b"# thee\n# kop\n# caf\xe9\n")
    assert f"{file}:3: bestand: dit is geen UTF-8: bewaar het bestand opnieuw als UTF-8" in lines()


def test_a_file_saved_on_windows_is_read_as_any_other(root: Path, lines: Lines) -> None:
    for path in [*root.rglob("*.yaml"), *root.rglob("*.md")]:
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert lines() == []


def test_a_file_over_1_mb_is_refused_unread(root: Path, lines: Lines) -> None:
    (root / "quizzes/proeftoets.yaml").write_text("a: " + "x" * 1_000_000, encoding="utf-8")
    assert lines() == ["quizzes/proeftoets.yaml:1: bestand: dit bestand is groter dan 1 MB"]


@pytest.mark.parametrize(
    ("bomb", "line", "said"),
    [
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", 1, "verwijzingen met '&' en '*' kunnen hier niet"),
        ("[" * 400_000, 1, "dit gaat meer dan 20 niveaus diep"),
        ("{a: " * 100_000, 1, "dit gaat meer dan 20 niveaus diep"),
        ("\n".join("  " * depth + f"a{depth}:" for depth in range(300)), 21, "dit gaat meer dan 20 niveaus diep"),
    ],
)
def test_an_exploding_document_is_refused(root: Path, lines: Lines, bomb: str, line: int, said: str) -> None:
    (root / "modules/cursus.yaml").write_text(bomb, encoding="utf-8")
    (told,) = lines()
    assert told.startswith(f"modules/cursus.yaml:{line}: yaml: {said}")


def test_a_tag_runs_nothing(root: Path, lines: Lines, tmp_path: Path) -> None:
    made = tmp_path / "made-by-a-tag"
    code = f"title: !!python/object/apply:pathlib.Path.touch [!!python/object/apply:pathlib.Path ['{made}']]\n"
    (root / "modules/cursus.yaml").write_text(code, encoding="utf-8")
    (told,) = lines()
    assert told.startswith("modules/cursus.yaml:1: yaml: een label met '!' kan hier niet: haal het weg")
    assert not made.exists()


def test_english_files_are_left_alone(root: Path, lines: Lines) -> None:
    for file in ("modules/01-welkom/lesson.en.md", "modules/01-welkom/module.en.yaml", "quizzes/proeftoets.en.yaml"):
        (root / file).write_text("This: is: not: read.", encoding="utf-8")
    assert lines() == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nieuw.yml", "noem dit bestand 'nieuw.yaml'"),
        ("Nieuw.yaml", "'Nieuw' is geen geldige naam: gebruik kleine letters, cijfers en koppeltekens"),
    ],
)
def test_a_quiz_file_with_a_wrong_name_is_not_passed_over(root: Path, lines: Lines, name: str, said: str) -> None:
    (root / "quizzes" / name).write_text("title: Nieuw", encoding="utf-8")
    assert lines() == [f"quizzes/{name}:1: bestand: {said}"]


def test_two_drawings_with_one_name_are_refused(root: Path, lines: Lines) -> None:
    (root / "modules/01-welkom/theepot.svg").write_text("<svg/>", encoding="utf-8")
    assert lines() == ["modules/02-proef/theepot.svg:1: bestand: er is nog een tekening die 'theepot.svg' heet"]


def test_names_may_be_numbers_without_quotes(lines: Lines, change: Change) -> None:
    change("media_links.yaml", "  theelijn-nl:", "  113:")
    change("modules/contacten.yaml", "url_link: theelijn-nl", 'url_link: "113"')
    assert lines() == []


def test_a_module_cannot_have_the_address_of_another_page(root: Path, lines: Lines) -> None:
    (root / "modules/02-proef").rename(root / "modules/02-toets")
    message = "modules/02-toets/module.yaml:1: bestand: '/toets' is al het adres van een andere pagina: noem deze module anders"
    assert message in lines()


def test_without_the_first_module_there_is_no_front_page(root: Path, lines: Lines) -> None:
    (root / "modules/01-welkom").rename(root / "modules/01-hallo")
    assert "modules:1: map: de module 'welkom' ontbreekt: zij is de voorpagina van de cursus" in lines()


def test_an_explainer_that_no_lesson_shows_is_mentioned(root: Path, change: Change) -> None:
    change("modules/02-proef/lesson.md", "[Uitleg: de theeronde](explainer:theeronde)", "Een ronde thee.")
    said = [str(problem) for problem in read_course(root, today=TODAY)[1]]
    assert [line.split(": ", 1)[1] for line in said] == ["bestand: deze uitleg staat nog niet in de les"]
