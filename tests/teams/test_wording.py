"""Figures in Dutch: what is known, with how many, and in words why something is not shown."""

from dataclasses import replace
from datetime import timedelta

import pytest

from school.content import Course
from school.teams.figures import Extreme, Known, TooFew, Withheld
from school.teams.making import TeamScope, team_snapshot
from school.teams.releasing import release
from school.teams.repeating import MOST, proposals, running_order, weakest_quiz
from school.teams.sheet import as_markdown, sections
from school.teams.snapshot import Cut, Misconception, Snapshot
from school.teams.wording import coefficient, gain_in_words, in_words, lines, not_yet, overview, too_few, with_interval
from tests.teams.people import NOW, REAL, ROOT, measured, practised

SCOPE = TeamScope("t", "Team De Linde")


def snapshot_of(members, course: Course = REAL) -> Snapshot:
    batches = release(course, members, at=NOW, minimum=5, made=()).batches
    return team_snapshot(course, SCOPE, batches, at=NOW, minimum=5)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Known(0.625, 12), "63%"),
        (Known(0.625, 12, about=True), "ongeveer 63%"),
        (Extreme("low", 12), "<\u00a010%"),
        (Extreme("high", 12), ">\u00a090%"),
        (TooFew(8, 12), "nog te weinig (8 van 12)"),
        (TooFew(0, 12), "nog geen cijfers"),
        (Withheld(12), "verborgen"),
    ],
)
def test_every_figure_has_its_words(figure, words):
    assert in_words(figure) == words


def test_an_interval_is_said_with_the_share_and_a_small_group_is_provisional():
    assert with_interval(Known(0.5, 20, (0.3, 0.7))) == "50% (30% tot 70%)"
    assert coefficient(Known(0.4231, 60, (0.2, 0.6))) == "0,42 (0,20 tot 0,60), voorlopig"
    assert with_interval(Known(0.5, 20, (0.3, 0.7), about=True)) == "ongeveer 50% (30% tot 70%)"
    assert coefficient(Known(0.4231, 100)) == "0,42"
    assert coefficient(Known(0.4, 100, about=True)) == "ongeveer 0,40"
    assert coefficient(Withheld(60)) == "niet te zeggen"


def test_with_eight_people_the_page_says_so():
    assert too_few(TooFew(8, 12)) == "Met 8 mensen zegt dit nog niets; vanaf 12 wel."
    assert too_few(TooFew(1, 12)).startswith("Met 1 mens ")


def test_a_gain_that_can_be_chance_is_called_so():
    gain = snapshot_of(measured(REAL, 60, seed=3)[0]).periods["all"].tests
    assert "is 44% geleerd (tussen " in gain_in_words(gain)
    unsure = replace(gain, gain=Known(0.1, 60, (-0.2, 0.3)))
    assert gain_in_words(unsure).endswith("kan dat toeval zijn.")
    assert "nog geen winst" in gain_in_words(replace(gain, gain=Known(-0.1, 60, (-0.3, 0.1))))


def test_a_team_in_which_nothing_can_be_shown_hears_when_it_can():
    empty = snapshot_of([])
    assert lines(empty) == overview(empty, empty.figures(Cut()))
    assert "minstens 5 mensen" in lines(empty)[0]
    assert "zonder naam" in lines(replace(empty, group=False))[0]


def test_the_overview_names_what_is_strong_and_what_to_repeat():
    said = " ".join(lines(snapshot_of(measured(REAL, 60, seed=3)[0])))
    assert said.startswith("60 mensen begonnen")
    assert "Herhaal samen:" in said and "Van 54% in de startmeting" in said


def test_what_to_repeat_is_the_weakest_goals_first_with_steps_that_exist():
    figures = snapshot_of(practised(REAL, "hechting", 60, seed=4)[0]).figures(Cut())
    found = proposals(REAL, figures)
    assert 0 < len(found) <= MOST
    assert all(REAL.find_step(step) for proposal in found for step in proposal.steps)
    order = running_order(REAL, found, name="Herhalen", order_id="x")
    assert order.minutes > 0 and len({part.step for part in order.parts}) == len(order.parts)


def test_a_goal_that_people_are_sure_of_and_wrong_about_is_repeated_even_when_the_rest_is_fine():
    figures = snapshot_of(practised(REAL, "hechting", 60, seed=4)[0]).figures(Cut())
    goal = figures.goals[0]
    fine = replace(figures, goals=tuple(replace(one, share=Known(0.85, 60)) for one in figures.goals), misconceptions=())
    assert proposals(REAL, fine) == ()
    error = Misconception("denkfout", "x", "y", goal.module, goal.goal, Known(0.3, 60))
    assert [one.goal for one in proposals(REAL, replace(fine, misconceptions=(error,)))] == [goal.goal]


def test_a_few_who_are_sure_and_wrong_are_no_reason_to_repeat_a_goal():
    figures = snapshot_of(practised(REAL, "hechting", 60, seed=4)[0]).figures(Cut())
    goal = figures.goals[0]
    fine = replace(figures, goals=tuple(replace(one, share=Known(0.85, 60)) for one in figures.goals))
    error = Misconception("denkfout", "x", "y", goal.module, goal.goal, Extreme("low", 60))
    assert proposals(REAL, replace(fine, misconceptions=(error,))) == ()
    assert "Het vaakst zeker" not in " ".join(overview(snapshot_of([]), replace(fine, misconceptions=(error,))))


def test_a_small_team_hears_which_quiz_went_least_well_only_when_that_is_no_chance():
    figures = snapshot_of(practised(REAL, "hechting", 9)[0]).figures(Cut())
    [quiz] = figures.quizzes
    other = replace(quiz, quiz="trauma")
    of = lambda *means: replace(figures, quizzes=tuple(replace(one, mean=mean) for one, mean in zip((quiz, other), means, strict=False)))  # noqa: E731
    assert weakest_quiz(figures) == ()
    apart = of(Known(0.9, 9, (0.8, 1.0)), Known(0.4, 9, (0.2, 0.6)))
    assert [one.quiz for one in weakest_quiz(apart)] == ["trauma"]
    near = of(Known(0.7, 9, (0.5, 0.9)), Known(0.6, 9, (0.4, 0.8)))
    assert [one.quiz for one in weakest_quiz(near)] == ["trauma", "hechting"]
    assert [one.quiz for one in weakest_quiz(of(Known(0.7, 9, about=True), Known(0.2, 9, (0.1, 0.3))))] == ["trauma", "hechting"]


def test_what_is_too_early_to_say_is_said_once_with_the_number_that_is_needed():
    small = snapshot_of(practised(REAL, "hechting", 9)[0]).figures(Cut())
    said = " ".join(not_yet(small, whole=True))
    assert "vanaf 12 wel" in said and "vanaf 8 mensen" in said and "vanaf 30 mensen" in said
    assert "Startmeting" not in " ".join(not_yet(small, whole=False))
    assert not_yet(snapshot_of(practised(REAL, "hechting", 60)[0]).figures(Cut()), whole=False) == []


def test_a_goal_that_the_tests_do_not_ask_about_has_no_test_figures():
    figures = snapshot_of(measured(REAL, 20)[0]).figures(Cut())
    asked = {task.goal for place in REAL.places.values() for task in place.questions.values()}
    assert {goal.goal for goal in figures.goals} == asked
    more = snapshot_of([*measured(REAL, 20)[0], *[replace(m, person=f"x{m.person}") for m in practised(REAL, "hechting", 20)[0]]])
    assert all(goal.tests.after.n == 0 for goal in more.figures(Cut()).goals if goal.goal not in asked)


def test_the_sheet_for_a_works_council_is_the_same_on_paper_and_in_the_docs():
    assert (ROOT / "docs" / "teamcijfers.md").read_text(encoding="utf-8") == as_markdown(minimum=5, keep_months=24)
    assert {title for title, _ in sections(minimum=7, keep_months=12)} >= {"Waarvoor", "Welke gegevens", "Hoe lang", "Wie ziet wat"}
    assert "minder dan 7 mensen" in as_markdown(minimum=7, keep_months=12)


def test_a_quiz_has_at_most_one_point_a_day_and_each_says_over_how_many():
    members, _ = practised(REAL, "hechting", 48)
    made, batches = 0, []
    for many, days in ((10, 3), (10, 3), (6, 2), (6, 1), (16, 0)):
        some = release(REAL, members[made : made + many], at=NOW - timedelta(days=days), minimum=5, made=batches).batches
        made, batches = made + many, [*batches, *some]
    quiz = next(quiz for quiz in team_snapshot(REAL, SCOPE, batches, at=NOW, minimum=5).figures(Cut()).quizzes if quiz.quiz == "hechting")
    assert [moment.mean.n for moment in quiz.over_time] == [20, 12, 16]
