"""What is too telling is not told: rare options, extreme shares, thinking errors of a few, and what would give those away."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from school.certainty import SURE
from school.learning import EINDTOETS
from school.teams.enough import FLAGS
from school.teams.figures import Extreme, Known, TooFew, Withheld, from_json, share, to_json
from school.teams.making import TeamScope, everyone_snapshot, organisation_snapshot, team_snapshot
from school.teams.options import taken_together as together
from school.teams.releasing import release
from school.teams.snapshot import OTHERS, Cut
from school.teams.written import from_json as snapshot_from_json
from school.teams.written import to_json as snapshot_to_json
from tests.teams.people import NOW, REAL, made, measured, member, practised

QUIZ = "hechting"
SCOPE = TeamScope("t", "Team")


def batches_of(members, *, made_before=()):
    return release(REAL, members, at=NOW, minimum=5, made=made_before).batches


def published(members):
    return team_snapshot(REAL, SCOPE, batches_of(members), at=NOW, minimum=5)


def all_right_but(task: str, many: int, wrong: int):
    """Everybody has everything right, except that some have one question wrong."""
    tasks = REAL.quizzes[QUIZ].questions
    scores = [{name: float(name != task or number >= wrong) for name in tasks} for number in range(many)]
    return [member(f"p{i}", made(REAL, f"p{i}", QUIZ, one, NOW, certainty=SURE)) for i, one in enumerate(scores)]


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 30), min_size=2), st.integers(0, 9))
def test_no_part_of_the_options_is_a_handful_of_people(chosen, silent):
    n = sum(chosen.values()) + silent
    parts = together(chosen, n, minimum=5)
    assert all(count >= 5 for count in parts.values())
    assert not parts or sum(parts.values()) == n
    assert all(count == chosen[name] for name, count in parts.items() if name != OTHERS)


def test_the_right_option_is_told_before_any_other():
    assert together({"a": 12, "b": 13, "c": 2}, 27, minimum=5, right="a") == {"a": 12, OTHERS: 15}
    assert together({"a": 12, "b": 13, "c": 2}, 27, minimum=5, right="b") == {"b": 13, OTHERS: 14}


def test_a_small_option_goes_with_the_others_since_all_add_up_to_everybody():
    assert together({"a": 70, "b": 22, "c": 8}, 100, minimum=5) == {"a": 70, OTHERS: 30}
    assert together({"a": 70, "b": 20, "c": 10}, 100, minimum=5) == {"a": 70, "b": 20, "c": 10}


def cells_of(*teams):
    return organisation_snapshot(REAL, SCOPE, [(TeamScope(str(i), str(i)), team) for i, team in enumerate(teams)], at=NOW, minimum=5)


def test_an_organisation_counts_a_team_that_is_too_extreme_to_tell_as_what_is_said_of_it():
    hard, other = REAL.quizzes[QUIZ].questions[:2]
    mixed, easy = batches_of(all_right_but(hard, 20, 10)), batches_of(all_right_but(other, 20, 10))
    figures = cells_of(mixed, easy).figures(Cut())
    told = next(one.facility for one in figures.questions if one.task == hard)
    assert (told.value, told.n, told.about) == (pytest.approx((0.5 + 0.95) / 2), 40, True)
    assert next(one.discrimination for one in figures.questions if one.task == hard).about


def test_small_teams_are_told_together_and_wait_when_they_are_too_few():
    large, small = batches_of(practised(REAL, QUIZ, 20)[0]), [batches_of(practised(REAL, QUIZ, 7, seed=seed)[0]) for seed in (2, 3)]
    of = lambda *teams: {one.facility.n for one in cells_of(*teams).figures(Cut()).questions}  # noqa: E731
    assert (of(large, small[0]), of(large, *small), of(*small)) == ({20}, {34}, {14})


def test_a_quarter_is_exact_only_when_the_time_before_it_could_be_told_too():
    hard = REAL.quizzes[QUIZ].questions[0]
    before = [replace(batch, at=NOW - timedelta(days=200)) for batch in batches_of(all_right_but(hard, 20, 1))]
    now = [replace(batch, number=2) for batch in batches_of(all_right_but(hard, 20, 10))]
    snapshot = team_snapshot(REAL, SCOPE, [*before, *now], at=NOW, minimum=5)
    found = [next(one.facility for one in snapshot.periods[period].questions if one.task == hard) for period in ("all", "quarter")]
    assert (found[0].value, found[1]) == (pytest.approx(29 / 40), Withheld(20))


def test_whether_everybody_had_it_right_does_not_show_in_the_discrimination():
    hard = REAL.quizzes[QUIZ].questions[0]
    for wrong in (0, 1):
        figures = published(all_right_but(hard, 40, wrong)).figures(Cut())
        assert next(one.discrimination for one in figures.questions if one.task == hard) == Withheld(40)


def test_a_lure_is_an_option_chosen_more_often_than_the_right_one():
    task = next(name for name in REAL.quizzes[QUIZ].questions if REAL.tasks[name].kind == "choice")
    flags = lambda wrong: next(one.flags for one in published(all_right_but(task, 60, wrong)).figures(Cut()).questions if one.task == task)  # noqa: E731
    assert "afleider" in flags(40) and "afleider" not in flags(20)


def test_a_share_that_speaks_of_everybody_is_not_told():
    assert [share(value, 20) for value in (0, 0.05, 0.95, 1)] == [*[Extreme("low", 20)] * 2, *[Extreme("high", 20)] * 2]
    assert [share(value, 20) for value in (0.1, 0.5, 0.9)] == [Known(0.1, 20), Known(0.5, 20), Known(0.9, 20)]


def test_with_an_extreme_question_the_mean_of_its_quiz_is_coarse_so_that_it_cannot_be_worked_out():
    hard = REAL.quizzes[QUIZ].questions[0]
    figures = published(all_right_but(hard, 40, 20)).figures(Cut())
    assert {question.facility.side for question in figures.questions if isinstance(question.facility, Extreme)} == {"high"}
    quiz = next(quiz for quiz in figures.quizzes if quiz.quiz == QUIZ)
    assert isinstance(quiz.mean, Extreme) or round(quiz.mean.value * 20, 9).is_integer()
    assert isinstance(quiz.deviation, Withheld) or round(quiz.deviation.value * 20, 9).is_integer()


def test_a_thinking_error_of_a_few_is_not_told_and_neither_is_who_is_left_over():
    task = next(name for name in REAL.quizzes[QUIZ].questions if REAL.tasks[name].kind == "choice")
    texts = lambda wrong: [one.text for one in published(all_right_but(task, 24, wrong)).figures(Cut()).misconceptions]  # noqa: E731
    assert texts(4) == []
    assert len(texts(5)) <= 1


def test_of_the_tests_a_gain_is_withheld_when_begin_or_end_is_extreme():
    members, _ = measured(REAL, 20)
    perfect = [
        replace(someone, record=replace(someone.record, answers=tuple(replace(a, score=1.0) for a in someone.record.answers)))
        for someone in members
    ]
    tests = published(perfect).figures(Cut()).tests
    assert (tests.before, tests.gain) == (Extreme("high", 20), Withheld(20))


@pytest.mark.parametrize("many", [0, 1, 4])
def test_under_five_people_nothing_at_all_is_published(many):
    snapshot = published(practised(REAL, QUIZ, many)[0])
    assert batches_of(practised(REAL, QUIZ, many)[0]) == ()
    assert snapshot.figures(Cut()).questions == () and snapshot.figures(Cut()).people.joined == 0


def test_four_newcomers_wait_and_the_fifth_brings_them_in():
    members, _ = practised(REAL, QUIZ, 20)
    first = release(REAL, members[:9], at=NOW, minimum=5, made=())
    units = {one.person: {other.unit for other in first.counted if other.person == one.person} for one in first.counted}
    now = [replace(someone, counted=frozenset(units.get(someone.person, ()))) for someone in members]
    assert release(REAL, now[:13], at=NOW, minimum=5, made=first.batches).batches == ()
    second = release(REAL, now[:14], at=NOW, minimum=5, made=first.batches).batches
    assert {(batch.number, batch.n) for batch in second} == {(2, 5)}


def test_a_team_too_small_to_see_adds_nothing_to_its_organisation_either():
    big, small = batches_of(practised(REAL, QUIZ, 14)[0]), batches_of(practised(REAL, QUIZ, 4, seed=7)[0])
    both = organisation_snapshot(REAL, SCOPE, [(TeamScope("a", "A"), big), (TeamScope("b", "B"), small)], at=NOW, minimum=5)
    assert both.figures(Cut()) == team_snapshot(REAL, SCOPE, big, at=NOW, minimum=5).figures(Cut())
    assert [line.people.joined for line in both.teams] == [14, 0]


def test_one_module_shows_the_very_figures_of_the_whole():
    figures = published(practised(REAL, QUIZ, 60)[0]).figures(Cut())
    for module in REAL.modules:
        part = figures.narrowed(module.id)
        assert set(part.questions) <= set(figures.questions) and set(part.goals) <= set(figures.goals)
    assert sum(len(figures.narrowed(module.id).questions) for module in REAL.modules) == len(figures.questions)


def test_a_snapshot_is_the_same_after_writing_and_reading():
    members, _ = practised(REAL, QUIZ, 60)
    snapshot = published([*members, *[replace(m, person=f"t{m.person}") for m in measured(REAL, 30)[0]]])
    assert snapshot_from_json(snapshot_to_json(snapshot)) == snapshot


@pytest.mark.parametrize("figure", [Known(0.5, 12), Known(0.5, 12, (0.2, 0.8), about=True), TooFew(3, 8), Extreme("low", 9), Withheld(12)])
def test_a_figure_is_the_same_after_writing_and_reading(figure):
    assert from_json(to_json(figure)) == figure


def everyone(members):
    return everyone_snapshot(REAL, [[batches_of(members)]], at=NOW, minimum=5).figures(Cut())


def test_who_writes_the_questions_sees_those_of_the_eindtoets_over_everybody_and_a_team_does_not():
    members, _ = measured(REAL, 140)
    drawn = {question.task: question for question in everyone(members).questions if question.quiz == EINDTOETS}
    assert set(drawn) == {task for place in REAL.places.values() for task in place.questions if drawn.get(task)} and len(drawn) > 20
    for task, question in drawn.items():
        scores = [a.score for m in members for a in m.record.answers if a.task == task and a.attempt == m.record.attempts[1].id]
        assert question.facility.n == len(scores) >= FLAGS
        assert isinstance(question.facility, Extreme) or question.facility.value == pytest.approx(sum(scores) / len(scores), abs=1e-9)
    assert not [question for question in published(members).figures(Cut()).questions if question.quiz == EINDTOETS]


@pytest.mark.parametrize("many", [5, 8, 12, 20, 33])
def test_no_sum_is_kept_over_a_part_of_a_batch_that_is_smaller_than_five(many):
    members, _ = measured(REAL, many, seed=many)
    batch = next(batch for batch in batches_of(members) if batch.unit == "toetsen")
    parts = [value for name, value in batch.sums.items() if name.startswith("drawn/")]
    assert all(part >= 5 for part in parts)
    kept = {name.split("/")[2] for name in batch.sums if name.startswith("drawn/")}
    assert {name.split("/")[1] for name in batch.sums if name.split("/")[0] in ("x", "xx", "xt", "t", "tt", "version", "option")} <= kept
    for place in REAL.places.values():
        parts = [batch.sums.get(f"x/{task}") for task in place.questions]
        told = [part for part in parts if part is not None]
        people = sum(value for name, value in batch.sums.items() if name.startswith("drawn/") and name.split("/")[2] in place.questions)
        assert not told or people == many, "a part that is left out would be the rest of the batch"
