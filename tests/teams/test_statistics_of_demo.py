"""On the data that `demo` makes: what is published equals what pandas, SciPy and pingouin make of the answers in the database.

Nothing of ours is between the answers and their figures here: who is counted is read from the database, and so is every answer.
"""

import json
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
import pytest

from school.certainty import SURE
from school.cli import main
from school.learning import EINDTOETS, REVIEW, STARTMETING
from school.store.engine import engine_for
from school.tasks import Choice, Multiple, TrueFalse
from school.teams.enough import FLAGS, OPTIONS, RELIABILITY
from school.teams.figures import Extreme, Known
from school.teams.snapshot import OTHERS, Figures, Snapshot
from school.teams.written import from_json
from tests.teams.independent import optimize, pd, pingouin, stats
from tests.teams.people import REAL, ROOT

pytestmark = pytest.mark.thorough

TEAM = "Demoteam 1"


def six(value):
    return pytest.approx(value, abs=1e-6, rel=1e-6)


class Demo:
    """A team of the demo: what is published, and the tables of the database."""

    def __init__(self, url: str, snapshot: Snapshot) -> None:
        self.figures: Figures = snapshot.periods["all"]
        engine = engine_for(url)
        with engine.connect() as connection:
            team = pd.read_sql_query("SELECT id, name FROM teams", connection).set_index("name").id[TEAM]
            members = pd.read_sql_query("SELECT learner, team FROM memberships", connection)
            answers = pd.read_sql_query("SELECT * FROM answers", connection)
            attempts = pd.read_sql_query("SELECT * FROM attempts", connection)
        engine.dispose()
        mine = set(members.learner[members.team == team])
        answers = answers[answers.learner.isin(mine)].sort_values(["at", "revision"])
        self.answers = answers.assign(response=[json.loads(one) if isinstance(one, str) else one for one in answers.response])
        handed_in = attempts[attempts.learner.isin(mine) & attempts.finished.notna()]
        self.attempts = handed_in.assign(questions=handed_in.questions.map(json.loads)).sort_values(["finished", "started"])

    def first_goes(self, quiz: str) -> pd.DataFrame:
        """The first time each member handed in this quiz."""
        return self.attempts[self.attempts.quiz == quiz].drop_duplicates("learner")

    def given(self, quiz: str) -> pd.DataFrame:
        """The answers in those first goes."""
        return self.answers[self.answers.attempt.isin(self.first_goes(quiz).id)].drop_duplicates(["learner", "task"], keep="last")

    def scores(self, quiz: str) -> pd.DataFrame:
        """A row for each member, a column for each question."""
        return self.given(quiz).pivot_table(index="learner", columns="task", values="score").fillna(0.0)

    def in_lessons(self) -> pd.DataFrame:
        """The first answer of each member to each exercise in a lesson."""
        return self.answers[self.answers.attempt.isna() & self.answers.context.isna()].drop_duplicates(["learner", "task"])

    def means(self, quiz: str) -> pd.Series:
        return self.given(quiz).groupby("learner").score.mean()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """A team of 160 people, as whoever runs the course would make them."""
    url = f"sqlite:///{tmp_path_factory.mktemp('demo')}/school.db"
    with _settings(url) as out:
        assert main(["demo", "--teams", "1", "--people", "160", "--answers", "40000", "--seed", "11"]) == 0
        out.clear()
        assert main(["stats", TEAM, "--json"]) == 0
        snapshot = from_json(json.loads("\n".join(out)))
    yield Demo(url, snapshot)


@contextmanager
def _settings(url: str) -> Iterator[list[str]]:
    """The command finds this database; what it says is gathered."""
    said: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"DATABASE_URL": url, "CONTENT": str(ROOT), "TRAINER_KEY": "", "PUBLIC_URL": ""}.items():
            patch.setenv(f"SCHOOL_{name}", value)
        for module in ("stats", "demo"):
            patch.setattr(f"school.cli.{module}.say", said.append)
        yield said


def practised(demo: Demo) -> list[str]:
    """The practice quizzes that enough people made to say everything about."""
    return [quiz.quiz for quiz in demo.figures.quizzes if quiz.form and quiz.mean.n >= FLAGS]


def test_there_is_enough_to_compare(demo):
    assert len(practised(demo)) >= 4
    assert sum(isinstance(question.facility, Known) for question in demo.figures.questions) > 30
    assert len(demo.first_goes(EINDTOETS)) > RELIABILITY


def test_facility_with_its_interval_and_discrimination(demo):
    compared = discriminating = 0
    for quiz in practised(demo):
        table = demo.scores(quiz)
        for question in (one for one in demo.figures.questions if one.quiz == quiz):
            x = table[question.task]
            assert question.facility.n == len(x)
            if isinstance(question.facility, Extreme):
                assert not 0.1 <= x.mean() <= 0.9
                continue
            assert question.facility.value == six(x.mean())
            assert question.facility.interval == six(_wilson(x.mean(), len(x)))
            if set(x) <= {0.0, 1.0}:
                exact = stats.binomtest(int(x.sum()), len(x)).proportion_ci(method="wilson")
                assert question.facility.interval == six((exact.low, exact.high))
            rest = table.drop(columns=question.task).sum(axis=1)
            assert question.discrimination.value == six(stats.pearsonr(x, rest).statistic)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                assert question.discrimination.value == six(pingouin.corr(x, rest)["r"].iloc[0])
            compared, discriminating = compared + 1, discriminating + (question.discrimination.value > 0.2)
    assert compared > 20 and discriminating > 5


def _wilson(share: float, n: int) -> tuple[float, float]:
    """The shares that a score test does not reject at 5 %, found by searching instead of by a formula."""
    z = stats.norm.ppf(0.975)
    away: Callable[[float], float] = lambda p: (share - p) ** 2 - z * z * p * (1 - p) / n  # noqa: E731
    return optimize.brentq(away, 0, share, xtol=1e-12), optimize.brentq(away, share, 1, xtol=1e-12)


def test_an_exercise_in_a_lesson_counts_the_first_answer(demo):
    lessons = demo.in_lessons()
    compared = 0
    for question in (one for one in demo.figures.questions if one.quiz is None and isinstance(one.facility, Known)):
        x = lessons.score[lessons.task == question.task]
        assert (question.facility.n, question.facility.value) == (len(x), six(x.mean()))
        compared += 1
    assert compared > 10


def test_alpha_with_its_interval_the_deviation_and_the_standard_error(demo):
    compared = 0
    for quiz in practised(demo):
        figures, table = next(one for one in demo.figures.quizzes if one.quiz == quiz), demo.scores(quiz)
        share = table.mean(axis=1)
        if figures.mean.about:  # a question of it is too extreme to tell
            assert any(not 0.1 <= x <= 0.9 for x in table.mean())
            assert figures.mean.value == pytest.approx(share.mean(), abs=0.025)
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            value, rounded = pingouin.cronbach_alpha(data=table, ci=0.95)
        n, k = table.shape
        exact = tuple(1 - (1 - value) * stats.f.ppf(chance, n - 1, (n - 1) * (k - 1)) for chance in (0.975, 0.025))
        assert figures.alpha.value == six(value)
        assert figures.alpha.interval == six(exact)
        assert figures.alpha.interval == pytest.approx(tuple(rounded), abs=6e-4)  # pingouin rounds to three digits
        assert figures.mean.value == six(share.mean())
        assert figures.mean.interval == six(stats.t.interval(0.95, n - 1, loc=share.mean(), scale=stats.sem(share)))
        assert figures.deviation.value == six(share.std(ddof=1))
        assert figures.error.value == six(share.std(ddof=1) * np.sqrt(1 - value))
        compared += 1
    assert compared >= 2


def test_distractor_shares(demo):
    compared = 0
    for quiz in practised(demo):
        given = demo.given(quiz)
        for question in (one for one in demo.figures.questions if one.quiz == quiz and one.options):
            answers, task = given[given.task == question.task], REAL.tasks[question.task]
            assert len(answers) >= OPTIONS
            if isinstance(task, Choice | TrueFalse):
                chosen = answers.response.value_counts(normalize=True)
            else:
                assert isinstance(task, Multiple)
                chosen = answers.response.explode().value_counts() / len(answers)
            for option in (one for one in question.options if one.option != OTHERS and isinstance(one.share, Known)):
                assert option.share.value == six(chosen[option.option])
                compared += 1
            if not isinstance(task, Multiple):
                named = [one.option for one in question.options if one.option != OTHERS]
                others = [one.share.value for one in question.options if one.option == OTHERS]
                assert sum(others) == six(1 - chosen[named].sum())
    assert compared > 20


def test_who_was_sure_and_wrong(demo):
    compared = 0
    for question in (one for one in demo.figures.questions if isinstance(one.sure_wrong, Known | Extreme)):
        given = demo.given(question.quiz) if question.quiz else demo.in_lessons()
        answers = given[given.task == question.task]
        share = ((answers.certainty == SURE) & (answers.score < 1)).mean()
        if isinstance(question.sure_wrong, Extreme):
            assert share < 0.1
        else:
            assert question.sure_wrong.value == six(share)
            compared += 1
    assert compared > 1


@pytest.fixture(scope="module")
def pairs(demo) -> pd.DataFrame:
    """Startmeting and eindtoets of who did both, in that order."""
    before, after = demo.first_goes(STARTMETING), demo.first_goes(EINDTOETS)
    both = before.merge(after, on="learner", suffixes=("_before", "_after"))
    both = both[both.finished_before <= both.started_after]
    made = pd.DataFrame({"before": demo.means(STARTMETING), "after": demo.means(EINDTOETS)})
    return made.loc[both.learner]


def test_hakes_gain_on_the_group_means(demo, pairs):
    """Hake (1998): actual gain over the largest possible one, in percents, on the means of the class."""
    tests = demo.figures.tests
    if tests.before.about:
        pytest.fail("a goal is too extreme in this demo: take another seed")
    assert tests.before.n == tests.after.n == len(pairs) > RELIABILITY
    pre, post = 100 * pairs.before.mean(), 100 * pairs.after.mean()
    assert (100 * tests.before.value, 100 * tests.after.value) == six((pre, post))
    assert tests.gain.value == six((post - pre) / (100 - pre))
    individually = ((pairs.after - pairs.before) / (1 - pairs.before))[pairs.before < 1].mean()
    assert abs(individually - tests.gain.value) > 1e-3, "the mean of the gains of persons is another number"


def test_the_interval_of_the_gain_is_where_a_paired_t_test_does_not_reject(demo, pairs):
    """Fieller's set by its definition: of which g is the mean of (1 - after) - (1 - g)(1 - before) not different from 0?"""
    left_before, left_after = 1 - pairs.before, 1 - pairs.after

    def chance(g: float) -> float:
        return stats.ttest_1samp(left_after - (1 - g) * left_before, 0).pvalue - 0.05

    gain = demo.figures.tests.gain
    low, high = gain.interval
    assert low == six(optimize.brentq(chance, gain.value - 2, gain.value, xtol=1e-12))
    assert high == six(optimize.brentq(chance, gain.value, gain.value + 2, xtol=1e-12))


def test_the_gain_per_goal(demo, pairs):
    goals = {name: task.goal for name, task in REAL.tasks.items()}
    compared = 0
    for goal in demo.figures.goals:
        means = []
        for quiz in (STARTMETING, EINDTOETS):
            given = demo.given(quiz)
            mine = given[given.learner.isin(pairs.index) & (given.task.map(goals) == goal.goal)]
            means.append(mine.groupby("learner").score.mean().mean())
        for figure, mean in zip((goal.tests.before, goal.tests.after), means, strict=True):
            if isinstance(figure, Known) and not figure.about:
                assert figure.value == six(mean)
                compared += 1
        if isinstance(goal.tests.gain, Known) and not goal.tests.gain.about:
            assert goal.tests.gain.value == six((means[1] - means[0]) / (1 - means[0]))
    assert compared > 6


def test_how_many_people_and_when(demo, pairs):
    people = demo.figures.people
    without_startmeting = len(demo.first_goes(EINDTOETS)) - len(pairs)
    assert (people.joined, people.started) == (160, demo.answers.learner.nunique())
    assert people.finished == len(pairs) + (without_startmeting if without_startmeting >= 5 else 0)
    assert people.reviewed == demo.answers.learner[demo.answers.context == REVIEW].nunique()
    months = pd.to_datetime(demo.answers["at"], utc=True, format="ISO8601").dt.tz_convert("Europe/Amsterdam").dt.strftime("%Y-%m")
    active = demo.answers.assign(month=months).groupby("month").learner.nunique()
    assert {one.month: one.people for one in demo.figures.activity} == {month: n for month, n in active.items() if n >= 5}
