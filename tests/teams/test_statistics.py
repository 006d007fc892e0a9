"""Every statistic equals an independent implementation (pingouin, SciPy) to six digits."""

import warnings

import numpy as np
import pytest

from school.gain import group_gain
from school.learning import EINDTOETS
from school.teams.distribution import f_quantile, t_quantile
from school.teams.enough import FLAGS, MEAN, OPTIONS, RELIABILITY, SHARE
from school.teams.figures import Extreme, Known, TooFew
from school.teams.making import TeamScope, team_snapshot
from school.teams.releasing import release
from school.teams.snapshot import Cut, Figures
from tests.teams.independent import pd, pingouin, stats
from tests.teams.people import NOW, REAL, SMALL, measured, practised

QUIZ = "hechting"
SCOPE = TeamScope("t", "Team")


def published(course, members, *, minimum=5) -> Figures:
    batches = release(course, members, at=NOW, minimum=minimum, made=()).batches
    return team_snapshot(course, SCOPE, batches, at=NOW, minimum=minimum).figures(Cut())


def six(value):
    return pytest.approx(value, abs=1e-6, rel=1e-6)


@pytest.fixture(scope="module")
def big():
    """120 people at a practice quiz of the course: what is published, and the raw table of scores."""
    members, table = practised(REAL, QUIZ, 120, seed=4)
    return published(REAL, members), pd.DataFrame(table)


def test_alpha_and_its_interval_are_those_of_pingouin(big):
    figures, table = big
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        value, interval = pingouin.cronbach_alpha(data=table, ci=0.95)
    found = next(quiz for quiz in figures.quizzes if quiz.quiz == QUIZ).alpha
    assert isinstance(found, Known) and found.interval is not None
    assert found.value == six(value)
    # pingouin rounds the interval to three digits; Feldt's, from SciPy's own F, is not rounded.
    assert found.interval == pytest.approx(tuple(interval), abs=6e-4)
    n, k = table.shape
    exact = [1 - (1 - value) * stats.f.ppf(chance, n - 1, (n - 1) * (k - 1)) for chance in (0.975, 0.025)]
    assert found.interval == six(tuple(exact))


def test_the_mean_the_deviation_and_the_standard_error_are_those_of_scipy(big):
    figures, table = big
    quiz = next(quiz for quiz in figures.quizzes if quiz.quiz == QUIZ)
    score = table.mean(axis=1)
    assert quiz.mean.value == six(score.mean())
    assert quiz.mean.interval == six(stats.t.interval(0.95, len(score) - 1, loc=score.mean(), scale=stats.sem(score)))
    assert quiz.deviation.value == six(score.std(ddof=1))
    assert quiz.error.value == six(score.std(ddof=1) * np.sqrt(1 - quiz.alpha.value))


def test_every_question_has_the_facility_interval_and_discrimination_of_scipy_and_pingouin(big):
    figures, table = big
    compared = 0
    for question in figures.questions:
        x = table[question.task]
        if isinstance(question.facility, Extreme):
            assert not 0.1 <= x.mean() <= 0.9
            continue
        assert question.facility.value == six(x.mean())
        exact = stats.binomtest(int(x.sum()), len(x)).proportion_ci(method="wilson")
        assert question.facility.interval == six((exact.low, exact.high))
        rest = table.drop(columns=question.task).sum(axis=1)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            correlation = pingouin.corr(x, rest)["r"].iloc[0]
        assert question.discrimination.value == six(correlation) == six(stats.pearsonr(x, rest).statistic)
        compared += 1
    assert compared >= 4


def test_the_gain_is_that_of_the_pairs_themselves():
    members, pairs = measured(REAL, 60, seed=3)
    found, exact = published(REAL, members).tests, group_gain(pairs)
    assert (found.before.value, found.after.value, found.gain.value) == six((exact.before, exact.after, exact.gain))
    assert found.gain.interval == six(exact.interval)


def test_scores_between_right_and_wrong_are_counted_as_they_are():
    members, table = practised(SMALL, "proeftoets", 40, seed=2)
    halves = [[0.5 if score else 0.25 for score in scores] for scores in table.values()]
    for member_number, someone in enumerate(members):
        answers = tuple(
            type(answer)(**{**answer.__dict__, "score": halves[list(table).index(answer.task)][member_number]})
            for answer in someone.record.answers
        )
        object.__setattr__(someone.record, "answers", answers)
    figures = published(SMALL, members)
    for question, scores in zip(figures.questions, sorted(zip(table, halves, strict=True)), strict=True):
        assert question.facility.value == six(np.mean(scores[1]))
    assert figures.quizzes[0].deviation.value == six(np.mean(halves, axis=0).std(ddof=1))


@pytest.mark.parametrize("chance", [0.025, 0.5, 0.95, 0.975])
@pytest.mark.parametrize(("above", "below"), [(1, 7), (4, 4), (11, 77), (29, 203), (499, 4491), (299_999, 2_699_991)])
def test_quantiles_are_those_of_scipy(chance, above, below):
    assert f_quantile(chance, above, below) == pytest.approx(stats.f.ppf(chance, above, below), rel=1e-9)
    assert t_quantile(0.95, below) == pytest.approx(stats.t.ppf(0.975, below), rel=1e-9)


@pytest.mark.parametrize("many", [5, MEAN - 1, MEAN, SHARE - 1, SHARE, OPTIONS - 1, OPTIONS, RELIABILITY - 1, RELIABILITY, FLAGS])
def test_each_figure_is_shown_from_its_own_number_of_people(many):
    figures = published(REAL, practised(REAL, QUIZ, many, seed=8)[0])
    quiz = next(quiz for quiz in figures.quizzes if quiz.quiz == QUIZ)
    assert isinstance(quiz.mean, TooFew) == (many < MEAN)
    assert isinstance(quiz.alpha, TooFew) == (many < RELIABILITY)
    for question in figures.questions:
        assert isinstance(question.facility, TooFew) == (many < SHARE)
        assert isinstance(question.discrimination, TooFew) == (many < RELIABILITY)
        assert many >= OPTIONS or not question.options
        assert many >= FLAGS or not question.flags


def test_with_too_few_the_figure_says_how_many_are_needed():
    figures = published(REAL, practised(REAL, QUIZ, 8)[0])
    assert {question.facility for question in figures.questions} == {TooFew(8, SHARE)}
    assert next(quiz for quiz in figures.quizzes if quiz.quiz == QUIZ).mean.n == 8


def test_only_the_first_go_counts_and_versions_are_kept_apart():
    members, _ = practised(REAL, QUIZ, 24, seed=5)
    older = [
        type(someone)(
            f"oud-{someone.person}",
            someone.joined,
            type(someone.record)(
                tuple(type(a)(**{**a.__dict__, "version": "0ld0ld00"}) for a in someone.record.answers), attempts=someone.record.attempts
            ),
        )
        for someone in members
    ]
    figures = published(REAL, [*members, *older])
    assert {quiz.mean.n for quiz in figures.quizzes} == {24}
    assert len({quiz.form for quiz in figures.quizzes}) == 2
    assert {question.version for question in figures.questions} > {"0ld0ld00"}
    assert all(not question.options for question in figures.questions if question.version == "0ld0ld00")


def test_the_eindtoets_counts_also_who_skipped_the_startmeting():
    members, pairs = measured(REAL, 10, seed=6)
    late = [type(m)(f"laat-{m.person}", m.joined, type(m.record)(m.record.answers, attempts=m.record.attempts[1:])) for m in members]
    figures = published(REAL, [*members, *late])
    end = next(quiz for quiz in figures.quizzes if quiz.quiz == EINDTOETS)
    assert (end.mean.n, figures.tests.after.n) == (20, 10)
    assert end.mean.value == six(np.mean([after for _, after in pairs]))
