"""What to repeat next time: the goals that ask for it most, and the steps of the lessons to show again."""

from collections.abc import Iterable
from dataclasses import dataclass

from school.content import Course
from school.mastery import teaching_step
from school.running_orders import Part, RunningOrder
from school.teams.figures import Extreme, Figure, Known, weight
from school.teams.snapshot import Figures, GoalFigures, QuizFigures

ENOUGH = 0.7
"""A goal of which this share is right does not need repeating, unless people are sure of something else."""
MOST = 5
STEPS = 3


@dataclass(frozen=True)
class Proposal:
    """A goal to repeat: how it stands, the thinking errors people were sure of, and the steps to show."""

    goal: str
    share: Figure
    misconceptions: tuple[str, ...]
    steps: tuple[str, ...]


def proposals(course: Course, figures: Figures) -> tuple[Proposal, ...]:
    """The goals that ask for it most come first; goals of which we know too little are left out."""
    found = [(_need(figures, goal), goal) for goal in figures.goals]
    asked = sorted(((need, goal) for need, goal in found if need > 0), key=lambda pair: (-pair[0], pair[1].goal))
    return tuple(_proposal(course, figures, goal) for _, goal in asked[:MOST])


def running_order(course: Course, found: Iterable[Proposal], *, name: str, order_id: str) -> RunningOrder:
    """The steps of all proposals, each once, with the minutes that the content gives."""
    addresses = dict.fromkeys(step for proposal in found for step in proposal.steps)
    steps = [step for address in addresses if (step := course.find_step(address))]
    return RunningOrder(name, tuple(Part(step.address, step.minutes) for step in steps), id=order_id)


def weakest_quiz(figures: Figures) -> tuple[QuizFigures, ...]:
    """For a team too small for goals: the quiz that went less well than the best one, beyond chance; or all that are too close to tell."""
    told = sorted((quiz for quiz in figures.quizzes if quiz.form and isinstance(quiz.mean, Known)), key=lambda quiz: weight(quiz.mean))
    if len(told) < 2:
        return ()
    low, high = told[0].mean, told[-1].mean
    assert isinstance(low, Known)
    assert isinstance(high, Known)
    apart = low.interval is not None and high.interval is not None and low.interval[1] < high.interval[0]
    return (told[0],) if apart else tuple(told)


def standing(goal: GoalFigures) -> Figure:
    """How a goal stands: the eindtoets where it is known, since that came last; else the questions practised with."""
    return goal.tests.after if isinstance(goal.tests.after, Known | Extreme) else goal.share


def _need(figures: Figures, goal: GoalFigures) -> float:
    """How much a goal asks for repeating: what it falls short, and the largest share that is sure of something wrong.

    A few who are sure and wrong, fewer than 10 %, are no reason to repeat it with everybody.
    """
    sure = max((one.share.value for one in figures.misconceptions if one.goal == goal.goal and isinstance(one.share, Known)), default=0.0)
    known = [weight(figure) for figure in (goal.share, goal.tests.after) if isinstance(figure, Known | Extreme)]
    short = max((ENOUGH - share for share in known), default=0.0)
    return max(0.0, short) + sure


def _proposal(course: Course, figures: Figures, goal: GoalFigures) -> Proposal:
    mine = (one for one in figures.misconceptions if one.goal == goal.goal and isinstance(one.share, Known))
    errors = tuple(dict.fromkeys(one.text for one in mine))
    return Proposal(goal.goal, standing(goal), errors, _steps(course, figures, goal.goal))


def _steps(course: Course, figures: Figures, goal: str) -> tuple[str, ...]:
    """Where the hardest questions on the goal are explained; without any, where the goal is taught."""
    asked = sorted((one for one in figures.questions if one.goal == goal), key=lambda one: (weight(one.facility) or 1.0, one.task))
    of_task = {task: step.address for step in course.steps() for task in step.tasks}
    steps = [course.tasks[one.task].step or of_task.get(one.task) for one in asked]
    taught = teaching_step(course, goal)
    found = dict.fromkeys([step for step in steps if step and course.find_step(step)] or ([taught.address] if taught else []))
    return tuple(found)[:STEPS]
